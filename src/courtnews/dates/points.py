"""What an expression of time says, before anyone knows which year it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Edge = Literal["", "until", "since"]


@dataclass(slots=True)
class Point:
    """A point of the calendar as written: the parts said, and how far its year is from the report's, or,
    with `before` (上年), from the year spoken of; `weekday` is how many weeks from the report's a day is,
    and which one of its week from Monday, 0, on; `vague` tells of years that nobody counts (近年来),
    `opens` of the first day of an action (首日), `so_far` of the day of the report (截至目前).
    """

    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    day_shift: int | None = None
    same: bool = False
    whole_year: bool = False
    month_shift: int | None = None
    campaign: bool = False
    span: bool = False
    before: bool = False
    same_month: bool = False
    weekday: tuple[int, int] | None = None
    vague: bool = False
    opens: bool = False
    so_far: bool = False
    of_event: bool = False


@dataclass(slots=True)
class DateExpr:
    """One expression of time in working text (half-open, code points).

    `years` is the length of a span of years (五年来), counted from `first` where that names one, `days` and
    `months` those of one of days (三天里) or months (九个月里); `loose` tells that only the number of years
    is written (五年共执结…): a span where the text names those years, else a length of time; `back` that the
    years are the last ones (近三年).
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    edge: Edge = ""
    years: int | None = None
    days: int = 0
    months: int = 0
    loose: bool = False
    back: bool = False
    clock: bool = False
