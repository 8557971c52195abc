"""Numbers with a grammar of their own: per cent in words, ordinals, halves, first places, vague numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from courtnews.quantities.arithmetic import scale
from courtnews.quantities.hedges import find_bound_after, find_bound_before
from courtnews.quantities.measure import build, find_bound
from courtnews.quantities.numerals import Numeral, read_numeral
from courtnews.quantities.ranges import CONNECTORS
from courtnews.quantities.records import Quantity, Rejected
from courtnews.quantities.units import match_unit

PER: Final[dict[str, int]] = {"百": 0, "千": -1, "万": -2}
# The denominators of fractions that are a whole number of percent.
_EXACT: Final = frozenset((2, 4, 5, 10, 20, 25, 50))
_HALF: Final = Decimal("0.5")
_PHRASE_END: Final = frozenset("，。；：、,;:.!?！？)）(（[【]】”’」』\"'\n\r\t \u3000的和与及等")
# A place left behind for another: 位次由第12前移到第7.
_STEPS: Final = (
    *("前移", "上升", "升至", "升到", "提升", "跃升", "跃居", "前进", "下滑", "降至", "降到", "爬到", "爬升"),
    *("攀升", "冲到", "升为", "滑到", "滑落", "退到", "退至", "落到", "跌到", "跌至"),
)
_CLAUSE_START: Final = frozenset('\n。；;:：，,!?！？ \u3000（(“”"')
# 数 behind one of these belongs to that word: 人数28人, 总数219,977件.
_COUNTED: Final = frozenset("人案总件次户标指个多少半无天岁分字页参基倍款额度为")
_NO_HALF: Final = frozenset("上下前后大多过夜一")


def read_per(text: str, start: int) -> Quantity | Rejected:
    """百分之九十五, 千分之三 and 万分之2.36 at `start`, as percent; ranges too.

    >>> read_per("万分之2.36", 0).value
    Decimal('0.0236')
    """
    number = read_numeral(text, start + 3)
    if not isinstance(number, Numeral) or (number.bare and text[start + 3] != "百"):
        return Rejected(start, start + 3, "fraction")
    power, end, high, bound = PER[text[start]], number.end, number.high, number.bound
    if text[end : end + 1] in ("多", "余", "几"):
        end, bound = end + 1, "over"
    elif text[end : end + 1] in CONNECTORS and high is None:
        end, high = _read_upper_per(text, start, number)
    if bound == "exact":
        bound = find_bound_after(text, end)
    if bound == "exact":
        bound = find_bound_before(text, start)
    low, high = scale(number.low, power), None if high is None else scale(high, power)
    return Quantity(start, end, low, high, "%", "percent", bound, False, number.chinese, end)


def read_fraction(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """四分之三 as percent, where that is an exact number; 三分之二 is none.

    >>> read_fraction("四分之三", 0, read_numeral("四分之三", 0)).value
    Decimal('75')
    """
    part = read_numeral(text, number.end + len("分之"))
    end = part.end if isinstance(part, Numeral) else number.end + len("分之")
    if not isinstance(part, Numeral) or number.low not in _EXACT or not 0 < part.low < number.low:
        return Rejected(start, end, "fraction")
    bound = find_bound_after(text, end)
    if bound == "exact":
        bound = find_bound_before(text, start)
    return Quantity(start, end, part.low * 100 / number.low, None, "%", "percent", bound, False, True, end)


def _read_upper_per(text: str, start: int, number: Numeral) -> tuple[int, Decimal | None]:
    """Where 百分之三至五 ends and its upper value; the end of `number` and None if it is no range."""
    position = number.end + 1
    if text.startswith(text[start : start + 3], position):
        position += 3
    second = read_numeral(text, position)
    if isinstance(second, Numeral) and second.low > number.low and not second.bare and second.high is None:
        return second.end, second.low
    return number.end, None


def read_ordinal(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """第3名, 第二位 and, ending a phrase, 位居第一 as a rank; every other 第N is a name (第二批).

    `start` is where the numeral begins; the span takes in 第, and a blank on either side of the numeral.

    >>> read_ordinal("位居全市第一。", 5, Numeral(6, Decimal(1), chinese=True)).value
    Decimal('1')
    """
    end = unit_start = number.end
    start = text.rfind("第", 0, start) + 1
    # In a text that sets numbers off by blanks one before 第 opens no clause: 分别排 第 2 和第 1.
    blank = text[start : start + 1] == " " and text[start - 2 : start - 1] == " "
    before = text[start - 2 - blank] if start > 1 + blank else "\n"
    measure = text[end : end + 2].lstrip(" ")[:1]
    if measure in ("名", "位"):
        end = text.find(measure, end) + 1
    elif before in _CLAUSE_START or not (_ends_phrase(text, end) or text.startswith(_STEPS, end)):
        return Rejected(start - 1, end, "ordinal_name")
    if number.high is not None or number.scaled or not number.low or number.low.as_tuple().exponent:
        return Rejected(start - 1, end, "ordinal_name")
    return Quantity(start - 1, end, number.low, None, "名", "rank", "exact", True, number.chinese, unit_start)


def read_half(text: str, start: int) -> Quantity | Rejected | None:
    """半年, 半个月 and 半个小时 as 0.5; 上半年 is a period, and other halves (半壁, 半数) are no quantity."""
    matched = match_unit(text, start + 1)
    if matched is None:
        return None
    end, unit = matched
    if isinstance(unit, str) or unit.cls not in ("duration", "times"):
        return None
    if text[start - 1 : start] in _NO_HALF or unit.check in ("day", "month"):
        return Rejected(start, end, "half_period")
    number = Numeral(start + 1, _HALF, chinese=True)
    quantity = build(text, start, start + 1, end, unit, number, "exact")
    if quantity.bound == "exact":
        quantity.bound = find_bound(text, quantity, number.loose)
    return quantity


def read_top(text: str, start: int) -> Quantity | None:
    """首位 and 榜首 at the end of a phrase, as rank 1."""
    if not text.startswith(("首位", "榜首"), start) or not _ends_phrase(text, start + 2):
        return None
    return Quantity(start, start + 2, Decimal(1), None, "名", "rank", "exact", True, True, start + 2)


def read_vague(text: str, start: int) -> Rejected | None:
    """数十, 几百, 若干 and 几名, which have no exact value."""
    if text.startswith("若干", start):
        return Rejected(start, start + 2, "vague")
    if text[start] == "若" or (text[start] == "数" and text[start - 1 : start] in _COUNTED):
        return None
    end = start + 1
    while end - start < 8 and text[end : end + 1] in tuple("十百千万亿余"):
        end += 1
    if end == start + 1 and text[start] == "数" and text[end : end + 1] in ("字", "据", "额"):
        return None
    matched = match_unit(text, end)
    if matched is not None and not isinstance(matched[1], str):
        return Rejected(start, matched[0], "vague")
    return Rejected(start, end, "vague") if end > start + 1 else None


def _ends_phrase(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in _PHRASE_END
