"""One number with its unit and its hedges: what stands right behind a numeral, and right around the two."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from courtnews.quantities.arithmetic import add, scale
from courtnews.quantities.checks import CHECKS, counts_persons
from courtnews.quantities.hedges import (
    BLANKS,
    SIGNS_AFTER,
    SIGNS_BEFORE,
    find_bound_after,
    find_bound_before,
    find_bound_of_share,
)
from courtnews.quantities.numerals import DIGIT_OF, INNER_BOUND, Bound, Numeral
from courtnews.quantities.records import Quantity, Rejected
from courtnews.quantities.units import ARABIC_ONLY, Unit, match_unit

_CURRENCY: Final[dict[str, str]] = {
    "新台币": "新台币元",
    "台币": "新台币元",
    "人民币": "元",
    "美金": "美元",
    "美元": "美元",
    "港币": "港元",
    "港元": "港元",
    "欧元": "欧元",
    "日元": "日元",
    "¥": "元",
    "￥": "元",
    "$": "美元",
}
CURRENCY_LAST: Final = frozenset(name[-1] for name in _CURRENCY)
"""The last characters of the currencies that may be named before an amount."""
_CURRENCY_ENDS: Final = CURRENCY_LAST | BLANKS
SIGNS_AROUND: Final = SIGNS_BEFORE | _CURRENCY_ENDS | {"的"}
"""What stands before a number where `find_bound` has to look, if none of `SIGNS_AFTER` stands behind."""
_MONEY, _PERSON, _NO_UNIT = Unit("元", "money"), Unit("人", "person"), Unit("", "none")
_FIGURES: Final = frozenset("123456789")
_HALF: Final = Decimal("0.5")
_MORE_SPOILED: Final = frozenset("次名个家起种项方地处位件数元")


def measure(text: str, start: int, number: Numeral) -> Quantity | Rejected:
    """The numeral at `start` with the hedge and unit right behind it, or why it is no quantity.

    Without a unit the class is `none`, or `money` where the numeral has 万 or 亿 (到位219万) and no noun for
    persons follows (12万被执行人). The bound says
    only what stands inside; `find_bound` looks around.
    """
    position = number.end
    if text[position : position + 1] in BLANKS:
        position = _skip_blanks(text, position)
    inner = INNER_BOUND.get(text[position : position + 1])
    if inner is not None:
        position += 1
        if text[position : position + 1] in BLANKS:
            position = _skip_blanks(text, position)
    matched = match_unit(text, position)
    if matched is None or (inner == "about" and number.low < 10):
        return _without_unit(text, start, number, inner)
    end, unit = matched
    if type(unit) is Unit and (unit.check or number.chinese):
        end, unit = _check(text, start, position, end, unit, number)
    if isinstance(unit, str):
        return Rejected(start, end, unit) if unit else _without_unit(text, start, number, inner)
    return build(text, start, position, end, unit, number, inner or number.bound)


def build(
    text: str, start: int, unit_start: int, end: int, unit: Unit, number: Numeral, bound: Bound
) -> Quantity:
    """The quantity of a numeral and its unit: tenths scaled, 多 and 半 behind a unit of time read."""
    quantity = Quantity(
        start, end, number.low, number.high, unit.name, unit.cls, bound, False, number.chinese, unit_start
    )
    if unit.plain:
        return quantity
    if unit.power:
        quantity.value = scale(number.low, unit.power)
        quantity.value_max = None if number.high is None else scale(number.high, unit.power)
        if unit.check == "tenths":
            _read_further_tenth(text, quantity)
    elif unit.more == "半":
        quantity.value = add(number.low, _HALF)
    elif unit.more:
        quantity.bound = "over"
    else:
        _read_rest(text, quantity)
    return quantity


def find_bound(text: str, quantity: Quantity, loose: int) -> Bound:
    """What the words around the quantity say of it; folds a currency named before it into its unit.

    `loose` is that of its numeral.
    """
    start = quantity.start
    before = text[start - 1] if start else ""
    if before in _CURRENCY_ENDS and quantity.unit_class in ("money", "none"):
        start = _fold_currency(text, quantity)
        before = text[start - 1] if start else ""
    if text[quantity.end : quantity.end + 1] in SIGNS_AFTER:
        bound = find_bound_after(text, quantity.end)
        if bound != "exact":
            return bound
    if before in SIGNS_BEFORE:
        # 过 hedges a share as it does a number with 万 (完毕率过六成).
        return find_bound_before(text, start, loose=2 if quantity.unit_class == "percent" else loose)
    if before == "的" and quantity.unit_class in ("percent", "times"):
        return find_bound_of_share(text, start)
    return "exact"


def _skip_blanks(text: str, position: int) -> int:
    limit = min(len(text), position + 3)
    while position < limit and text[position] in BLANKS:
        position += 1
    return position


def _check(
    text: str, start: int, unit_start: int, end: int, unit: Unit, number: Numeral
) -> tuple[int, Unit | str]:
    """The unit, another one or a reason, after the check of its word; and where that unit ends."""
    if not unit.check:
        return end, "" if unit.name in ARABIC_ONLY else unit
    verdict = CHECKS[unit.check](text, start, unit_start, end, number)
    if verdict is None:
        return end, unit
    if isinstance(verdict, Unit) and text.startswith(verdict.name, unit_start):
        return unit_start + len(verdict.name), verdict
    return end, verdict


def _without_unit(text: str, start: int, number: Numeral, inner: Bound | None) -> Quantity | Rejected:
    end, bound = number.end, number.bound
    if number.short:
        return Rejected(start, end, "no_unit")
    if inner == "over" and text[end] in "余多":
        end, bound = end + 1, inner
    unit = _MONEY if number.scaled else _NO_UNIT
    if number.scaled and counts_persons(text, end):
        unit = _PERSON
    return Quantity(
        start, end, number.low, number.high, unit.name, unit.cls, bound, False, number.chinese, end
    )


def _fold_currency(text: str, quantity: Quantity) -> int:
    """Fold a currency named before the amount (新台币3亿元, ¥500) into its unit; gives back its start."""
    end = quantity.start - (text[quantity.start - 1] in BLANKS)
    if text[end - 1 : end] not in CURRENCY_LAST:
        return quantity.start
    for start in range(max(0, end - 3), end):
        name = _CURRENCY.get(text[start:end])
        if name is None:
            continue
        if quantity.unit_class == "none":
            quantity.unit, quantity.unit_class = name, "money"
        elif quantity.unit == "元":
            quantity.unit = name
        return start
    return quantity.start


def _read_further_tenth(text: str, quantity: Quantity) -> None:
    """八成五 is 85, 1成2 is 12, 一成半 is 15 and 六成多 over 60: a digit or a half behind 成, unless it
    begins another number, or 多.
    """
    after = text[quantity.end : quantity.end + 1]
    digit = 5 if after == "半" else int(after) if after in _FIGURES else DIGIT_OF.get(after)
    following = text[quantity.end + 1 : quantity.end + 2]
    if (
        digit
        and not following.isnumeric()
        and following != "."
        and match_unit(text, quantity.end + 1) is None
    ):
        quantity.value = add(quantity.value, Decimal(digit))
        quantity.end += 1
    elif text.startswith("多", quantity.end):
        quantity.bound, quantity.end = "over", quantity.end + 1


def _read_rest(text: str, quantity: Quantity) -> None:
    """多 or 半 right behind a unit of time, times or length: 两年多, 一年半, 一倍多."""
    end = quantity.end
    after = text[end : end + 1]
    if after == "多" and text[end + 1 : end + 2] not in _MORE_SPOILED:
        quantity.bound, quantity.end = "over", end + 1
    elif after == "半" and quantity.value_max is None and match_unit(text, end + 1) is None:
        quantity.value, quantity.end = add(quantity.value, _HALF), end + 1
