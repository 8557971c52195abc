"""Find every quantity of a working text, and the numbers that are none, in one pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from courtnews.quantities import rejects
from courtnews.quantities.hedges import SIGNS_AFTER
from courtnews.quantities.idioms import refuse_chinese
from courtnews.quantities.measure import SIGNS_AROUND, find_bound, measure
from courtnews.quantities.numerals import FINANCIAL, Malformed, Numeral, read_numeral
from courtnews.quantities.ranges import COLONS, CONNECTORS, read_range, read_ratio, share_units
from courtnews.quantities.records import Quantity, Rejected
from courtnews.quantities.sight import read_at_sight
from courtnews.quantities.special import (
    PER,
    read_fraction,
    read_half,
    read_ordinal,
    read_per,
    read_top,
    read_vague,
)
from courtnews.quantities.units import FIRST_CHARS

_CHINESE: Final = "〇○零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_BEHIND: Final = re.escape(
    f"{FIRST_CHARS}{_CHINESE}兆点.余多来几许分首位干 \t\r\n\u3000\xa0，。；、,;-–—－~～至到了的左上以"
)
# A Chinese digit before anything that can neither go on the number nor be its unit is a word's part (统一,
# 三农). The class of first characters stands in front so that the search skips by a table.
_START: Final = re.compile(rf"[0-9{_CHINESE}半数几若首榜](?:(?<=[0-9])|(?<=第.)|(?=[{_BEHIND}]|$))")
_TITLE: Final = re.compile(r"《[^《》\n]{1,60}》")
_MONEY_END: Final = frozenset('，。；：、,;:.!?！？)）”’」』"\n\r\t \u3000了的以左上和就也都')
_PAST: Final = frozenset("提目此当以之日年底末会事庭诉空午先从生婚史月")
_THIS_YEAR: Final = frozenset("今去当本全明上0123456789")
_PERIODS: Final = frozenset(("年", "个月", "天", "周"))
_WINDOW: Final = 32
"""More characters than any look back from a number takes."""
_WORDS: Final = {
    "半": read_half,
    "首": read_top,
    "榜": read_top,
    "数": read_vague,
    "几": read_vague,
    "若": read_vague,
}


def scan(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[list[Quantity], list[Rejected]]:
    """All quantities of a working text, and the numbers refused; both in order, no two spans overlapping.

    Numbers in the sorted, disjoint spans `taken` (code points, half-open) are skipped, in 《…》 refused.

    >>> [(q.value, q.unit, q.bound) for q in scan("司法拘留1.8万余人,执行到位273万")[0]]
    [(Decimal('18000'), '人', 'over'), (Decimal('2730000'), '元', 'exact')]
    """
    found: list[Quantity] = []
    refused: list[Rejected] = []
    skips = iter(_merge(taken, text))
    position, (limit, skip_end, is_title) = 0, next(skips)
    search = _START.search
    while (match := search(text, position)) is not None:
        start = match.start()
        while skip_end <= start:
            position = max(position, skip_end)
            limit, skip_end, is_title = next(skips)
        if limit <= start:
            position = skip_end
            if is_title:
                refused.append(Rejected(start, skip_end, "title"))
            continue
        result = read_at_sight(text, start) or _read(text, start)
        if result is not None and (result.end > limit or result.start < position):
            result = _read_between(text, position, start, limit)
        position = start + 1 if result is None else result.end
        if type(result) is Quantity:
            found.append(result)
        elif type(result) is Rejected:
            refused.append(result)
    share_units(text, found)
    return found, refused


def _merge(taken: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int, bool]]:
    """The spans to skip, in order: those taken, titles (flagged), and one past the end of the text."""
    spans = [(start, end, False) for start, end in taken]
    if "《" in text:
        spans += [(match.start(), match.end(), True) for match in _TITLE.finditer(text)]
        spans.sort(key=lambda span: (span[0], -span[1], span[2]))
    return [*spans, (len(text), len(text) + 1, False)]


def _read_between(text: str, floor: int, start: int, limit: int) -> Quantity | Rejected | None:
    """What stands at `start` and begins at `floor` at the earliest; read as though the text ended at `limit`.

    A taken span may begin at `limit` (3至|5月) and one may have ended at `floor` (第|3).
    """
    result = read_at_sight(text, start) or _read(text, start)
    if result is not None and result.end > limit:
        base = max(0, start - _WINDOW)
        text, start = text[base:limit], start - base
        result = read_at_sight(text, start) or _read(text, start)
        if result is not None:
            result.start, result.end = result.start + base, result.end + base
            if type(result) is Quantity:
                result.unit_start += base
    if result is not None and result.start < floor:
        result.start = floor
    return result


def _read(text: str, start: int) -> Quantity | Rejected | None:
    """What the number at `start` is that `read_at_sight` has not told."""
    first = text[start]
    if first <= "9":
        if text.endswith("第 ", 0, start):
            number = read_numeral(text, start)
            return read_ordinal(text, start, number) if isinstance(number, Numeral) else None
        return _read_arabic(text, start)
    reader = _WORDS.get(first)
    if reader is not None:
        return reader(text, start)
    if first in PER and text.startswith("分之", start + 1):
        return read_per(text, start)
    if first in FINANCIAL and text[start + 1 : start + 2] not in FINANCIAL | {"万", "亿", "元", "圆"}:
        return None
    return _read_chinese(text, start)


def _read_arabic(text: str, start: int) -> Quantity | Rejected | None:
    number = read_numeral(text, start)
    if number is None or isinstance(number, Malformed):
        return number and Rejected(start, number.end, number.reason)
    before = text[start - 1] if start else ""
    if before == "第":
        return read_ordinal(text, start, number)
    after = text[number.end : number.end + 1]
    if after in rejects.SUSPECT_AFTER or before in rejects.SUSPECT_BEFORE:
        ratio = read_ratio(text, start, number) if after in COLONS else None
        if ratio is not None:
            return ratio
        form = rejects.find_form(text, start, number.end)
        if form is not None:
            return Rejected(start, form[0], form[1])
    result = _measure_around(text, start, number)
    if type(result) is not Quantity:
        return result
    if result.unit_class == "none":
        ranged = result.value_max is not None
        reason = "no_unit" if ranged else rejects.refuse_plain(text, start, number.end)
        if reason is not None:
            return Rejected(start, result.end, reason)
    if before in "前头近" and before:
        reason = _refuse_group(text, start, result)
        if reason is not None:
            return Rejected(start, result.end, reason)
    return _sign(text, result) if before in ("-", "−") else result


def _read_chinese(text: str, start: int) -> Quantity | Rejected | None:
    before = text[start - 1] if start else ""
    number = read_numeral(text, start)
    if number is None or isinstance(number, Malformed):
        return number and Rejected(start, number.end, number.reason)
    if before == "第":
        return read_ordinal(text, start, number)
    if text.startswith("分之", number.end):
        return read_fraction(text, start, number)
    result = _measure_around(text, start, number)
    if type(result) is not Quantity:
        return result
    if result.unit_class == "none" and before == "前":
        return Rejected(start, number.end, "top_group")
    if result.unit_start == result.end and not (
        result.unit_class == "money" and _ends_phrase(text, result.end)
    ):
        return Rejected(start, number.end, "no_unit")
    reason = refuse_chinese(text, start, number, result.end)
    if reason is None and number.bare and result.bound == "exact":
        reason = "bare_multiplier"
    if reason is None and before in ("前", "头", "近"):
        reason = _refuse_group(text, start, result)
    return result if reason is None else Rejected(start, result.end, reason)


def _measure_around(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """`measure` with the range that goes on behind it and the hedges around it."""
    result = measure(text, start, number)
    if type(result) is Quantity:
        after = text[result.end : result.end + 1]
        if after in CONNECTORS:
            ranged = read_range(text, number, result)
            if ranged is not None:
                return ranged
        before = text[start - 1 : start]
        if result.bound == "exact" and (before in SIGNS_AROUND or after in SIGNS_AFTER):
            result.bound = find_bound(text, result, number.loose)
    return result


def _ends_phrase(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in _MONEY_END


def _refuse_group(text: str, start: int, quantity: Quantity) -> str | None:
    """前10个月, 头七天 and 近三年 are periods, 前三名 is a group of ranks.

    提前5天, 目前38宗 and 历时近三年 are neither.
    """
    before, earlier = text[start - 1], text[start - 2] if start > 1 else "\n"
    if before == "近":
        recent = quantity.unit in ("年", "个月") and (earlier in "最\n，。；：、（,;:(")
        return "period" if recent else None
    if (
        before == "前"
        and earlier in _PAST
        and not (earlier == "年" and text[max(0, start - 3)] in _THIS_YEAR)
    ):
        return None
    if quantity.unit in _PERIODS:
        return "period"
    if before == "前" and (quantity.unit == "人" or quantity.unit_class in ("none", "percent")):
        return "top_group"
    return None


def _sign(text: str, quantity: Quantity) -> Quantity:
    """A minus sign right before a percentage belongs to it (增幅-5.3%), unless it joins or dashes."""
    start = quantity.start
    if quantity.unit_class in ("percent", "points") and start > 1 and quantity.value_max is None:
        earlier = text[start - 2]
        if earlier not in "-—–%件人元" and not earlier.isdigit():
            quantity.start, quantity.value = start - 1, quantity.value.copy_negate()
    return quantity
