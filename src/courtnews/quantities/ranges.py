"""Numbers that belong together: ranges (3至5件), ratios (100:98.42) and lists that name their unit once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from courtnews.quantities.arithmetic import scale
from courtnews.quantities.hedges import find_bound_before
from courtnews.quantities.measure import find_bound, measure
from courtnews.quantities.numerals import POWER_OF, Malformed, Numeral, read_numeral
from courtnews.quantities.records import Quantity, Rejected

CONNECTORS: Final = frozenset("-–—－~～至到")
COLONS: Final = frozenset(":：∶")
_MULTIPLIERS: Final = re.compile(r"[十百千]?[万亿兆]+$")
_RATIO_PLACES: Final = 6


def read_range(text: str, number: Numeral, first: Quantity) -> Quantity | Rejected | None:
    """The range that goes on behind `first` (numeral `number`), or None if there is none.

    The upper end lends the lower one its unit and, where that leaves an ascending range, its multiplier
    (3至5万元). A lower end without a unit shares a refusal: 1至10月 is no quantity. 从3件到5件 is two
    quantities.
    """
    position = first.end + 1
    if text.startswith("——", first.end):
        position += 1
    second = read_numeral(text, position) if position < len(text) else None
    if second is None or isinstance(second, Malformed) or second.bare or second.chinese != number.chinese:
        return None
    last = measure(text, position, second)
    if isinstance(last, Rejected):
        return Rejected(first.start, last.end, last.reason) if first.unit_class == "none" else None
    if second.high is not None or first.value_max is not None:
        return None
    low = _lower_end(text, number, first, last, text[position : second.end])
    if low is None or low >= last.value:
        return None
    last.start, last.value, last.value_max = first.start, low, last.value
    if last.bound == "exact":
        last.bound = find_bound(text, last, number.loose)
    return last


def _lower_end(text: str, number: Numeral, first: Quantity, last: Quantity, run: str) -> Decimal | None:
    if first.unit_start != first.end or first.bound != "exact":
        starts = text[first.start - 1 : first.start]
        same = first.unit == last.unit and starts not in ("从", "由")
        return first.value if same else None
    if number.scaled:
        return first.value if last.unit_class != "none" else None
    if last.unit == "%" and last.value_max is None and text[last.unit_start : last.unit_start + 1] == "成":
        return scale(first.value, 1)
    multiplier = _MULTIPLIERS.search(run)
    for shared in (multiplier[0], multiplier[0].lstrip("十百千")) if multiplier else ():
        low = scale(first.value, sum(POWER_OF[char] for char in shared))
        if low < last.value:
            return low
    return first.value


def read_ratio(text: str, start: int, number: Numeral) -> Quantity | Rejected | None:
    """100:98.42 as the second over the first; None for 7:30, a time, and for what is no pair of numbers.

    One of `COLONS` stands behind the number.

    A ratio that is no decimal of at most six places (3:1) is refused.

    >>> read_ratio("1:0.98", 0, Numeral(1, Decimal(1))).value
    Decimal('0.98')
    """
    colon = text[number.end : number.end + 1]
    if not "0" <= text[number.end + 1 : number.end + 2] <= "9" or not number.low:
        return None
    second = read_numeral(text, number.end + 1)
    if not isinstance(second, Numeral) or text[second.end : second.end + 1] in COLONS:
        return None
    written = text[number.end + 1 : second.end]
    clock = len(written) == 2 and written.isdigit() and written < "60" and number.low <= 24
    if clock and colon != "∶" and text[start : number.end].isdigit():
        return None
    value = _divide(second.low, number.low)
    if value is None:
        return Rejected(start, second.end, "inexact_ratio")
    bound = find_bound_before(text, start)
    return Quantity(start, second.end, value, None, "ratio", "ratio", bound, False, False, second.end)


def _divide(second: Decimal, first: Decimal) -> Decimal | None:
    places = max(0, -int(second.as_tuple().exponent), -int(first.as_tuple().exponent))
    top, bottom = int(scale(second, places)), int(scale(first, places))
    quotient, rest = divmod(top * 10**_RATIO_PLACES, bottom)
    if rest:
        return None
    places = _RATIO_PLACES
    while places and quotient % 10 == 0:
        quotient, places = quotient // 10, places - 1
    return scale(Decimal(quotient), -places)


def share_units(text: str, found: Sequence[Quantity]) -> None:
    """Give numbers without a unit that are listed before a percentage its unit (增长4.19和2.45个百分点)."""
    for index in range(len(found) - 2, -1, -1):
        before, behind = found[index], found[index + 1]
        bare = before.unit_class == "none" and behind.unit_class in ("percent", "points")
        if bare and before.end + 1 == behind.start and text[before.end] in "、和与及":
            before.unit, before.unit_class = behind.unit, behind.unit_class
