"""The two records of this stage: a number with its unit, and a number that is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from courtnews.quantities.numerals import Bound
from courtnews.quantities.units import UnitClass


@dataclass(slots=True)
class Quantity:
    """A number with its unit.

    `start:end` (code points of the working text, half-open) is the numeral with multiplier, unit, the hedge
    between them and 多 or 半 right behind; other hedges stay outside and only set `bound`. `value` is exact
    and in the base unit: 万 and 亿 multiplied out, percent for rates, second over first for a ratio.
    `value_max` is the upper end of a range. `unit` is folded, "" where there is none; `unit_start` is where
    it begins, `end` where it is not written. `ordinal` is set for ranks (第2, 首位), `chinese` where the
    numeral has no Arabic digit.
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
