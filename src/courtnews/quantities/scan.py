"""Find every quantity of a working text, and every number that is none, in one pass."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from courtnews.quantities import rejects
from courtnews.quantities.hedges import find_bound_after, find_bound_before
from courtnews.quantities.numerals import (
    DIGIT_OF,
    FINANCIAL,
    INNER_BOUND,
    Bound,
    Malformed,
    Numeral,
    add,
    read_numeral,
    scale,
)
from courtnews.quantities.units import ARABIC_ONLY, UNITS, Unit, UnitClass, match_unit

_START: Final = re.compile("[0-9〇○零一二两三四五六七八九十百千万亿廿卅半数几若首榜壹贰叁肆伍陆柒捌玖拾佰仟]")
_BLANK: Final = frozenset(" \t\r\n\u3000\xa0")
_CONNECT: Final = frozenset("-–—－~～至到")
_MONEY: Final = UNITS["元"]
_PERCENT: Final = UNITS["%"]
_PER: Final[dict[str, int]] = {"百": 0, "千": -1, "万": -2}
_CURRENCY: Final[dict[str, str]] = {
    "新台币": "新台币元", "台币": "新台币元", "人民币": "元", "美金": "美元", "港币": "港元", "美元": "美元", "港元": "港元",
    "欧元": "欧元", "日元": "日元", "¥": "元", "￥": "元", "$": "美元",
}
_HALF: Final = Decimal("0.5")


@dataclass(slots=True)
class Quantity:
    """A number with its unit.

    `start:end` (code points of the working text, half-open) is the numeral with multiplier, the hedge inside or behind it and
    the unit; a hedge before it stays outside. `value` is exact and in the base unit: 万 and 亿 multiplied out, percent for
    rates. `unit_start == end` where no unit is written.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    unit_class: UnitClass
    bound: Bound
    ordinal: bool
    chinese: bool
    unit_start: int


@dataclass(slots=True)
class Rejected:
    """A number that is no quantity: where it stands (as in `Quantity`) and a short reason code."""

    start: int
    end: int
    reason: str


def scan(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[list[Quantity], list[Rejected]]:
    """All quantities of a working text in order, and the numbers refused; spans never overlap.

    `taken` are sorted, non-overlapping spans that something else has read, such as dates: numbers inside them are skipped.
    Never raises, and is linear in the length of `text`.

    >>> [(q.value, q.unit, q.bound) for q in scan("司法拘留1.8万余人,执行到位273万")[0]]
    [(Decimal('18000'), '人', 'over'), (Decimal('2730000'), '元', 'exact')]
    """
    found: list[Quantity] = []
    refused: list[Rejected] = []
    search = _START.search
    position = index = 0
    while (match := search(text, position)) is not None:
        start = match.start()
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index < len(taken) and taken[index][0] <= start:
            position = taken[index][1]
            continue
        result = _read(text, start)
        if type(result) is Quantity:
            result.start = max(result.start, position)
            _share_unit(text, found, result)
            found.append(result)
            position = result.end
        elif type(result) is Rejected:
            refused.append(result)
            position = result.end
        else:
            position = start + 1
    return found, refused


def _read(text: str, start: int) -> Quantity | Rejected | None:
    first = text[start]
    if first <= "9":
        return _read_arabic(text, start)
    if first in "半数几若首榜":
        return _read_word(text, start, first)
    if first in "百千万" and text.startswith("分之", start + 1):
        return _read_per(text, start, _PER[first])
    if first in FINANCIAL and text[start + 1 : start + 2] not in "壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆":
        return None
    return _read_chinese(text, start)


def _read_arabic(text: str, start: int) -> Quantity | Rejected | None:
    number = read_numeral(text, start)
    if number is None:
        return None
    if type(number) is Malformed:
        return Rejected(start, number.end, number.reason)
    assert isinstance(number, Numeral)
    if text[start - 1 : start] == "第":
        return _read_ordinal(text, start, number)
    arabic_end = number.end
    if text[number.end : number.end + 1] in rejects.SUSPECT_AFTER or text[start - 1 : start] in rejects.SUSPECT_BEFORE:
        ratio = _read_ratio(text, start, number)
        if ratio is not None:
            return ratio
        form = rejects.find_form(text, start, arabic_end)
        if form is not None:
            return Rejected(start, max(form[0], start + 1), form[1])
    result = _measure(text, start, number)
    if type(result) is Quantity:
        if result.unit_class == "none" and result.value_max is None:
            reason = rejects.refuse_plain(text, start, number.end, number.low)
            if reason is not None:
                return Rejected(start, result.end, reason)
        return _refuse_leading(text, start, result) or _signed(text, result)
    return result


def _read_chinese(text: str, start: int) -> Quantity | Rejected | None:
    number = read_numeral(text, start)
    if number is None:
        return None
    if type(number) is Malformed:
        return Rejected(start, number.end, number.reason)
    assert isinstance(number, Numeral)
    if text[start - 1 : start] == "第":
        return _read_ordinal(text, start, number)
    if text.startswith("分之", number.end):
        return Rejected(start, number.end + 2, "fraction")
    result = _measure(text, start, number)
    if type(result) is not Quantity:
        return result
    if result.unit_class == "none":
        return Rejected(start, number.end, "no_unit")
    if result.unit_start == result.end and not _ends_phrase(text, result.end):
        return Rejected(start, number.end, "no_unit")
    reason = rejects.refuse_chinese(text, start, number, result.end)
    if reason is None and number.bare and result.bound == "exact":
        reason = "bare_multiplier"
    if reason is not None:
        return Rejected(start, result.end, reason)
    return _refuse_leading(text, start, result) or result


def _ends_phrase(text: str, end: int) -> bool:
    """Whether nothing is counted by a number without a unit that ends here."""
    return end >= len(text) or text[end] in "，。；：、,;:!?！？)）”」』\n了的以左和"


def _read_ratio(text: str, start: int, number: Numeral) -> Quantity | None:
    """100:98.42 as the second over the first; not 7:30, which is a time."""
    colon = text[number.end : number.end + 1]
    if colon not in (":", "：", "∶") or not "0" <= text[number.end + 1 : number.end + 2] <= "9":
        return None
    second = read_numeral(text, number.end + 1)
    if not isinstance(second, Numeral) or not number.low or text[second.end : second.end + 1] in (":", "："):
        return None
    first_text, second_text = text[start : number.end], text[number.end + 1 : second.end]
    if colon != "∶" and len(second_text) == 2 and second_text.isdigit() and number.low <= 24 and second_text < "60":
        if first_text.isdigit():
            return None
    value = _divide(second.low, number.low)
    if value is None:
        return None
    bound = find_bound_before(text, start)
    return Quantity(start, second.end, value, None, "ratio", "ratio", bound, False, False, second.end)


def _divide(second: Decimal, first: Decimal) -> Decimal | None:
    """second / first where that is an exact decimal of at most six places, else None."""
    top, bottom = scale(second, 12), scale(first, 12)
    quotient, rest = divmod(int(top) * 10**6, int(bottom))
    if rest:
        return None
    places = 6
    while places and quotient % 10 == 0:
        quotient, places = quotient // 10, places - 1
    return scale(Decimal(quotient), -places)


def _measure(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """The quantity whose numeral is `number`: unit, hedges and range; or why it is none."""
    result = _with_unit(text, start, number)
    if type(result) is Quantity:
        after = text[result.end : result.end + 1]
        if after in _CONNECT and after:
            ranged = _read_range(text, start, number, result)
            if ranged is not None:
                return ranged
        if result.bound == "exact":
            result.bound = _bound_around(text, result, number)
    return result


def _bound_around(text: str, quantity: Quantity, number: Numeral) -> Bound:
    bound = find_bound_after(text, quantity.end)
    if bound != "exact":
        return bound
    start = quantity.start
    if quantity.unit_class == "money":
        start = _apply_currency(text, quantity)
    return find_bound_before(text, start, bare=number.bare)


def _apply_currency(text: str, quantity: Quantity) -> int:
    """Fold a currency named before the amount (新台币3亿元) into the unit; returns where that name begins."""
    start = quantity.start
    for length in (3, 2, 1):
        name = _CURRENCY.get(text[max(0, start - length) : start])
        if name is not None:
            if quantity.unit == "元":
                quantity.unit = name
            return start - length
    return start


def _with_unit(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """The numeral with the hedge and unit right behind it; class none or unwritten money where no unit follows."""
    end = position = number.end
    bound = number.bound
    inner = INNER_BOUND.get(text[end : end + 1])
    if inner is not None:
        position += 1
    matched = match_unit(text, position)
    if matched is None and text[position : position + 1] in _BLANK:
        matched = match_unit(text, _skip_blanks(text, position))
    if matched is not None and inner == "about" and number.low < 10:
        matched, inner = None, None
    if matched is None or matched[1] == "":
        return _without_unit(text, start, number, inner)
    unit_end, unit = matched
    if isinstance(unit, str):
        return Rejected(start, unit_end, unit)
    unit_start = unit_end - len(_unit_text(text, position, unit_end))
    checked = _check(text, start, unit_start, unit_end, unit, number)
    if isinstance(checked, str):
        return Rejected(start, unit_end, checked) if checked else _without_unit(text, start, number, inner)
    return _build(text, start, unit_start, unit_end, checked, number, inner or bound)


def _unit_text(text: str, position: int, end: int) -> str:
    return text[position:end].lstrip()


def _skip_blanks(text: str, position: int) -> int:
    limit = position + 3
    while position < limit and text[position : position + 1] in _BLANK and position < len(text):
        position += 1
    return position


def _check(text: str, start: int, unit_start: int, end: int, unit: Unit, number: Numeral) -> Unit | str:
    """The unit, perhaps another reading of it, or a reason ("" for: no unit stands here)."""
    if unit.name in ARABIC_ONLY and number.chinese:
        return ""
    if not unit.check:
        return unit
    reason = rejects.CHECKS[unit.check](text, start, unit_start, end, number)
    if reason is None:
        return unit
    return Unit(text[unit_start:end], "item") if reason == "item" else reason


def _without_unit(text: str, start: int, number: Numeral, inner: Bound | None) -> Quantity:
    end, bound = number.end, number.bound
    if inner == "over" and text[end] in "余多":
        end, bound = end + 1, inner
    if number.scaled:
        return Quantity(start, end, number.low, number.high, "元", "money", bound, False, number.chinese, end)
    return Quantity(start, end, number.low, number.high, "", "none", bound, False, number.chinese, end)


def _build(text: str, start: int, unit_start: int, end: int, unit: Unit, number: Numeral, bound: Bound) -> Quantity:
    low, high = number.low, number.high
    if unit.power:
        low, high = scale(low, unit.power), None if high is None else scale(high, unit.power)
    quantity = Quantity(start, end, low, high, unit.name, unit.cls, bound, False, number.chinese, unit_start)
    if unit.more == "半":
        quantity.value = add(low, _HALF)
    elif unit.more:
        quantity.bound = "over"
    elif unit.cls in ("duration", "times") or unit.name in ("公里", "%"):
        _read_rest(text, quantity, unit)
    return quantity


_NOT_MORE: Final = "次名个家起种项方地处位件数元"


def _read_rest(text: str, quantity: Quantity, unit: Unit) -> None:
    """What may follow a unit of time or times: 多 (两年多), 半 (一年半); after 成 a further digit (八成五)."""
    after = text[quantity.end : quantity.end + 1]
    if unit.check == "tenths":
        if after in DIGIT_OF and after and match_unit(text, quantity.end + 1) is None:
            quantity.value = add(quantity.value, Decimal(DIGIT_OF[after]))
            quantity.end += 1
    elif unit.name == "%":
        return
    elif after == "多" and text[quantity.end + 1 : quantity.end + 2] not in tuple(_NOT_MORE):
        quantity.bound, quantity.end = "over", quantity.end + 1
    elif after == "半" and quantity.value_max is None and match_unit(text, quantity.end + 1) is None:
        quantity.value, quantity.end = add(quantity.value, _HALF), quantity.end + 1


def _read_range(text: str, start: int, number: Numeral, first: Quantity) -> Quantity | Rejected | None:
    """3-5件, 三至五人, 80%-90%, 10万至20万元 as one quantity; the refusal of 1至10月; None if this is no range."""
    position = first.end + 1
    if text[position : position + 1] == text[first.end] == "—":
        position += 1
    following = text[position : position + 1]
    if not following or not ("0" <= following <= "9" or following in DIGIT_OF or following in "十百千廿卅"):
        return None
    second = read_numeral(text, position)
    if not isinstance(second, Numeral) or second.bare or second.chinese != number.chinese:
        return None
    result = _with_unit(text, position, second)
    if type(result) is Rejected:
        return Rejected(start, result.end, result.reason) if first.unit_class == "none" else None
    assert isinstance(result, Quantity)
    return _join_range(text, number, second, first, result)


def _join_range(text: str, number: Numeral, second: Numeral, first: Quantity, last: Quantity) -> Quantity | None:
    low = first.value
    written = first.unit_start != first.end
    if written and (first.unit != last.unit or text[first.start - 1 : first.start] in tuple("从由")):
        return None
    if not written and first.unit_class == "money" and last.unit_class == "none":
        return None
    if not written and not number.scaled and second.scaled:
        low = _share_multiplier(low, last.value)
    elif not written and last.unit == "%" and last.value != second.low:
        low = scale(low, 1)
    if last.value_max is not None or first.value_max is not None or low >= last.value:
        return None
    last.start, last.value, last.value_max = first.start, low, last.value
    if last.bound == "exact":
        last.bound = _bound_around(text, last, number)
    return last


def _share_multiplier(low: Decimal, high: Decimal) -> Decimal:
    """3 of 3至5万 is 30,000: the multiplier of the upper end counts for both where that leaves an ascending range."""
    for power in (12, 8, 4):
        if low < high and high >= 10**power and scale(low, power) < high:
            return scale(low, power)
    return low


def _share_unit(text: str, found: list[Quantity], quantity: Quantity) -> None:
    """Give decimals listed before a percentage its unit (分别增长4.19和2.45个百分点)."""
    if quantity.unit_class not in ("percent", "points") or not found:
        return
    after = quantity.start
    for before in reversed(found):
        if before.unit_class != "none" or before.end + 1 != after or text[before.end] not in "、和与及":
            return
        if before.value == before.value.to_integral_value() or before.chinese:
            return
        before.unit, before.unit_class = quantity.unit, quantity.unit_class
        after = before.start


_PAST_BEFORE: Final = frozenset("提目此当以之日年会事庭诉空午先从生婚史")
_PERIOD_UNITS: Final = frozenset(("年", "个月", "天", "周"))


def _refuse_leading(text: str, start: int, quantity: Quantity) -> Rejected | None:
    """前10个月 and 头七天 are periods, 前三名 is a group of ranks; 提前5天 and 目前38宗 are neither."""
    if not start or text[start - 1] not in "前头":
        return None
    if text[start - 1] == "前" and text[start - 2 : start - 1] in _PAST_BEFORE and start > 1:
        return None
    if quantity.unit in _PERIOD_UNITS:
        return Rejected(start, quantity.end, "period")
    if text[start - 1] == "前" and (quantity.unit == "人" or quantity.unit_class in ("none", "percent")):
        return Rejected(start, quantity.end, "top_group")
    return None


def _signed(text: str, quantity: Quantity) -> Quantity:
    """A minus sign right before a percentage belongs to it (同比增幅-5.3%)."""
    start = quantity.start
    if quantity.unit_class in ("percent", "points") and start > 1 and text[start - 1] in "-−":
        if text[start - 2] not in "-—–%" and not text[start - 2].isdigit():
            quantity.start, quantity.value = start - 1, -quantity.value
    return quantity


def _read_per(text: str, start: int, power: int) -> Quantity | Rejected | None:
    """百分之九十五, 千分之三, 万分之2.36 as percent."""
    number = read_numeral(text, start + 3)
    if not isinstance(number, Numeral) or (number.bare and text[start + 3] != "百"):
        return Rejected(start, start + 3, "fraction")
    end, bound = number.end, number.bound
    if text[end : end + 1] in ("多", "余", "几"):
        end, bound = end + 1, "over"
    quantity = Quantity(start, end, scale(number.low, power), None, "%", "percent", bound, False, number.chinese, end)
    if number.high is not None:
        quantity.value_max = scale(number.high, power)
    elif text[end : end + 1] in _CONNECT and end < len(text):
        other = end + 4 if text.startswith(text[start : start + 3], end + 1) else end + 1
        second = read_numeral(text, other) if not text.startswith("之", end) else None
        if isinstance(second, Numeral) and second.low > number.low and text[other : other + 1] != "万":
            quantity.end = quantity.unit_start = second.end
            quantity.value_max = scale(second.low, power)
    if quantity.bound == "exact":
        quantity.bound = find_bound_after(text, quantity.end)
    if quantity.bound == "exact":
        quantity.bound = find_bound_before(text, start)
    return quantity


def _read_ordinal(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """第3名, 第二位, 位居第一 as a rank; every other 第N is the name of a thing."""
    end = unit_start = number.end
    before = text[start - 2 : start - 1] if start > 1 else "\n"
    if text[end : end + 1] in ("名", "位"):
        end += 1
    elif before in "\n。；;:：，,!?！？ 　（(“" or not _ends_rank(text, end):
        return Rejected(start - 1, end, "ordinal_name")
    if number.high is not None or not number.low or number.low != number.low.to_integral_value():
        return Rejected(start - 1, end, "ordinal_name")
    return Quantity(start - 1, end, number.low, None, "名", "rank", "exact", True, number.chinese, unit_start)


def _ends_rank(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in "，。；：、,;:.!?！？)）(（]】”」』\"'\n\r\t 　的和与及等"


def _read_word(text: str, start: int, first: str) -> Quantity | Rejected | None:
    if first == "半":
        return _read_half(text, start)
    if first in "首榜":
        return _read_top(text, start, first)
    return _read_vague(text, start, first)


def _read_half(text: str, start: int) -> Quantity | Rejected | None:
    """半年, 半个月 as 0.5; 上半年 is a period and other halves (半壁, 半数) are no quantity."""
    number = Numeral(start + 1, _HALF, None, True, False)
    matched = match_unit(text, start + 1)
    if matched is None or isinstance(matched[1], str) or matched[1].cls not in ("duration", "times"):
        return None
    if text[start - 1 : start] in tuple("上下前后大多过夜") or matched[1].check in ("day", "month"):
        return Rejected(start, matched[0], "half_period")
    result = _build(text, start, start + 1, matched[0], matched[1], number, "exact")
    if result.bound == "exact":
        result.bound = _bound_around(text, result, number)
    return result


def _read_top(text: str, start: int, first: str) -> Quantity | None:
    """首位 and 榜首 at the end of a phrase are rank 1."""
    word = text[start : start + 2]
    if word not in ("首位", "榜首") or not _ends_rank(text, start + 2):
        return None
    return Quantity(start, start + 2, Decimal(1), None, "名", "rank", "exact", True, True, start + 2)


_COUNTED: Final = "人案总件次户标指个多少半无天岁分字页参基倍款额度为"


def _read_vague(text: str, start: int, first: str) -> Rejected | None:
    """数十, 几百, 若干, 几名: no exact value. 数 behind 人, 总 or 件 belongs to that word (人数28)."""
    if first == "若":
        return Rejected(start, start + 2, "vague") if text.startswith("若干", start) else None
    if first == "数" and (text[start - 1 : start] in tuple(_COUNTED)):
        return None
    end = start + 1
    while text[end : end + 1] in tuple("十百千万亿余") and end - start < 8:
        end += 1
    matched = match_unit(text, end)
    if matched is not None and not isinstance(matched[1], str):
        return Rejected(start, matched[0], "vague")
    return Rejected(start, end, "vague") if end > start + 1 else None
