"""The time of one number alone: said in its brackets, where a step starts, or what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.dates import DateExpr
from courtnews.interpret.periods.against import is_compared, is_start
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence

_STEP = 4
_OF_BEFORE, _EVENT = re.compile("[由从](?:[^,，。;；0-9]{1,10}前的|[^,，。;；0-9]{0,6}初的?)$"), 14
# 是上个五年(2493件)的3.69倍
_FORMER_YEARS = re.compile("[上前]一?个?[二三四五六七八九十两]年[(（]$")
# 与去年同期持平,未结1791件
_BESIDE = ("与", "同", "和")
_LEVEL = re.compile("[^,，。;；0-9]{0,4}(?:持平|相当|相比|比较|相较|一样|对比)")
# 比去年同期的81.5%提高3.82个百分点
_ROSE = re.compile("(?:提高|提升|上升|增长|增加|下降|降低|减少|回落|高|低)了?[0-9]")
_CHANGED = re.compile("[,，](?:同比|增长|上升|下降|增加|减少|增幅|降幅)")
_CLOSED = re.compile("[^(（]*[)）]")
# 去年为881件, 上年的这一数字是61人: an earlier year set against the one that the sentence speaks of.
_SET_AGAINST = re.compile(
    r"(?:的|该|这|此|一|项|个|数|数字|数据|只|仅|则|,|，)*(?:为|是|有|仅|只)(?=[^,，。;；]{0,6}[0-9一二三四五六七八九十两])"
)
# 是去年同期的2.1倍,其中已立案38件
_TIMES = re.compile("的[0-9.]+多?倍")
# 2022年这个数字还是87天.
_SAME_NUMBER = re.compile("的?(?:这|该|此)一?[个项]?(?:数字|数据|指标|比例|数)")


def is_comparison(expr: DateExpr, text: str, base: int) -> bool:
    """Whether an expression names the earlier time that a result is set against: 去年同期, 去年为."""
    first, shift = expr.first, expr.first.year_shift
    if first.year is not None and (first.same or _SAME_NUMBER.match(text, expr.end - base)):
        return True
    if shift is None or shift >= 0 or expr.last is not None or expr.edge:
        return False
    start, end = expr.start - base, expr.end - base
    # 与上年的731人次大体持平
    beside = text[end : end + 1] == "的" and text.endswith(("与", "和", "同"), 0, start)
    beside = beside or text.startswith(("同一", "同样"), end)
    return beside or expr.first.same or _SET_AGAINST.match(text, end) is not None


def is_of_before(sentence: Sentence, reading: Reading) -> bool:
    """Whether a step starts with a number of a time that only an event ends, or of the day on
    which something began: 由改革前的208天缩短到131天, 由年初的29件降至3件.
    """
    end = reading.quantity.start - sentence.start
    if sentence.text.startswith(("(", "（"), end - 1):
        return _FORMER_YEARS.search(sentence.text, max(0, end - _EVENT), end) is not None
    return (
        sentence.text.startswith(("的", "初"), end - 1)
        and _OF_BEFORE.search(sentence.text, max(0, end - _EVENT), end) is not None
    )


def said_apart(
    sentence: Sentence, reading: Reading, dates: Sequence[DateExpr], shared: DateExpr | None
) -> DateExpr | None:
    """The time said for one number only; None where it shares that of its sentence, as it does where it
    stands right behind the date that told it (`shared`).
    """
    text = sentence.text
    inside = _bracketed(sentence, reading, dates) if "(" in text or "（" in text else None
    return inside or _before(sentence, reading, dates, shared)


def _bracketed(sentence: Sentence, reading: Reading, dates: Sequence[DateExpr]) -> DateExpr | None:
    """The period said inside the brackets a number stands in: (去年同期1860件)."""
    text, position = sentence.text, reading.quantity.start - sentence.start
    opening = max(text.rfind("(", 0, position), text.rfind("（", 0, position))
    if opening < 0:
        return None
    compared = next((d for d in dates if d.end == sentence.start + opening), None)
    alone = compared is not None and opening + 1 == position
    if compared is not None and alone and is_compared(text, compared.start - sentence.start):
        return compared
    if max(text.rfind(")", opening, position), text.rfind("）", opening, position)) > 0:
        return None
    for expr in reversed(dates):
        if sentence.start + opening < expr.start < reading.quantity.start:
            return expr
    return None


def _is_compared_with(text: str, reading: Reading) -> bool:
    """Whether a number is itself what another is compared with (比2016年全年的97人还多), which a share of it
    is not (相当于去年全年的64%); 比去年同期的81.5%提高3.8个百分点 is.
    """
    if not reading.is_change and reading.quantity.unit_class not in ("percent", "times"):
        return True
    return _ROSE.match(text, reading.quantity.end - reading.sentence.start) is not None


def _before(
    sentence: Sentence, reading: Reading, dates: Sequence[DateExpr], shared: DateExpr | None
) -> DateExpr | None:
    """The earlier year a step starts from (从去年的94天降至83天), or a number is set against
    (去年同期则是7次、61人); a change belongs to the time that changed.
    """
    expr = next((d for d in reversed(dates) if d.end <= reading.quantity.start), None)
    if expr is None or expr is shared:
        return None
    text, base = sentence.text, sentence.start
    start, gap = expr.start - base, text[expr.end - base : reading.quantity.start - base]
    if _TIMES.match(gap):
        return None
    if is_compared(text, start):
        return expr if gap.strip() in ("的", "") and _is_compared_with(text, reading) else None
    if is_start(text, start, expr, text[expr.end - base :]):
        return expr if len(gap) <= _STEP else None
    if expr.first.same and _CHANGED.search(gap):
        # 去年同期21件,同比增长85.71%,执行标的14146万元
        return None
    if reading.is_change or not is_comparison(expr, text, base):
        return None
    told = [q for q in sentence.quantities if expr.end <= q.start < reading.quantity.start]
    if (
        told
        and not expr.first.same
        and text[told[-1].end - base : reading.quantity.start - base].strip("、和及与 ")
    ):
        return None  # 溢价率23.4%,上年为17.8%,节省佣金1210万元
    if text.endswith(_BESIDE, 0, start) and _LEVEL.match(gap):
        return None
    return None if _CLOSED.match(gap) is not None or not STRONG_BREAKS.isdisjoint(gap) else expr
