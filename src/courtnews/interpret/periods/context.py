"""What a report has said about time so far, and one date written as EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from courtnews.dates import Point

#: How long a year, a month, a day, a span of two months and one of two days are in EDTF.
ONE_YEAR, ONE_MONTH, ONE_DAY = len("2021"), len("2021-06"), len("2021-06-17")
TWO_MONTHS, TWO_DAYS = len("2021-01/2021-03"), len("2021-06-17/2021-06-30")
#: Up to this month reports speak of the year that has ended; of years on end (五年来) a month longer.
EARLY = 3
#: No title is longer.
TITLE = 45
_MONTHS_AHEAD = 6
_OPEN = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-[0-9]{2})?/\\.\\.")
_DATE = re.compile("(?P<year>[0-9]{4})(?P<rest>(?:-[0-9X]{2})*)")


def is_day(period: str | None) -> bool:
    """Whether a period is one single day; its year may be unknown.

    >>> is_day("2021-06-17"), is_day("XXXX-06-17"), is_day("2021-06/.."), is_day(None)
    (True, True, False, False)
    """
    return period is not None and len(period) == ONE_DAY and "/" not in period


@dataclass(slots=True)
class Days:
    """The single days that the text has told."""

    #: The last of them (当日), and whether the paragraph tells one.
    last: str | None = None
    here: bool = False
    #: Whether a 当日 opens its clause, in a paragraph that tells no day.
    alone: bool = False
    #: Month and year of each, by its number in the month (28日全天).
    named: dict[int, tuple[int, int | None]] = field(default_factory=dict)


@dataclass(slots=True)
class Action:
    """When the action that is reported on began, and how long its numbers reach, as far as it is told."""

    #: When it began, and what the paragraph says began earlier.
    began: str | None = None
    began_here: str | None = None
    #: The only day of it, where it has but one; its first day; the month told last in the paragraph.
    day: str | None = None
    first_day: str | None = None
    told_month: str | None = None
    #: The first time told from one day or month to another, and the last day to which anything is counted.
    lasted: str | None = None
    #: The day on which it is said to have ended.
    closed: str | None = None
    cutoff: str | None = None

    @property
    def start(self) -> str | None:
        """When it began, else the first day of the time that it lasted, else its first day."""
        return self.began or (self.lasted or "").partition("/")[0] or self.first_day


@dataclass(slots=True)
class Context:
    """What the text has said about time so far."""

    #: The year in which the report speaks (今年), and whether it has hardly begun.
    now: int | None = None
    early: bool = False
    #: The day of the report, and that day without its year where only so much is said.
    published: date | None = None
    dateline: date | None = None
    #: The year last spoken of, and whether its paragraph names one; the month last spoken of (5日凌晨).
    year: int | None = None
    year_said: bool = False
    month: int | None = None
    #: The period in force, that of the whole report, and that of the last results, where the paragraph names
    #: none.
    period: str | None = None
    report: str | None = None
    latest: str | None = None
    #: The years meant by 五年来, by how many they are, at first those that the report names anywhere.
    spans: dict[int, str] = field(default_factory=dict)
    days: Days = field(default_factory=Days)
    action: Action = field(default_factory=Action)


@lru_cache(maxsize=1024)
def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """One date in EDTF; an unknown year is XXXX, and so is one that has no such day.

    >>> edtf(2021, 6, 17), edtf(None, 12, 9), edtf(2022, None, 8), edtf(2021, 2, 29)
    ('2021-06-17', 'XXXX-12-09', '2022-XX-08', 'XXXX-02-29')
    """
    known = year and 0 < year < 10_000 and not ((month, day) == (2, 29) and not isleap(year))
    text = f"{year:04d}" if known else "XXXX"
    if month or day:
        text += f"-{month:02d}" if month else "-XX"
    if day:
        text += f"-{day:02d}"
    return text


def moved(period: str, years: int) -> str:
    """The same period some years later; the 29th of February ends on the 28th where there is none.

    >>> moved("2020-01/2020-02-29", -1), moved("2021/..", 1)
    ('2019-01/2019-02-28', '2022/..')
    """

    def shifted(part: re.Match[str]) -> str:
        year = int(part["year"]) + years
        rest = part["rest"]
        return f"{year:04d}" + ("-02-28" if rest == "-02-29" and not isleap(year) else rest)

    return _DATE.sub(shifted, period)


def year_of(point: Point, context: Context) -> int | None:
    """The year a point means: as written, or told by 今年/去年, or carried from the text before."""
    if point.year is not None:
        return point.year
    if point.year_shift is not None:
        base = year_in_force(context) if point.before else context.now
        return base + point.year_shift if base is not None else None
    if point.month_shift is not None and context.published is not None:
        return context.published.year
    if context.published is not None and not context.year_said and point.month:
        return _last_such(point.month, point.day, context.published)
    since = _OPEN.fullmatch(context.period or "")
    if since is not None and point.month:
        # 去年12月以来…,1月…: the first such month since then.
        return int(since["year"]) + (point.month < int(since["month"]))
    if point.day and point.month and point.month <= EARLY and _tells_last_year(context):
        # 去年,…。1月5日,召开发布会: the day on which last year is told of.
        return context.now
    return context.year if context.year is not None else context.now


def till_now(point: Point, context: Context) -> int | None:
    """The year of a day without one up to which what goes on since a whole year is counted: the last such
    day (去年以来…。截至6月20日).
    """
    whole = (context.period or "").removesuffix("/..")
    if context.published is None or len(whole) != ONE_YEAR or whole == context.period:
        return None
    bare = point.year is None and point.year_shift is None and point.month_shift is None
    return _last_such(point.month, point.day, context.published) if bare and point.month else None


def _tells_last_year(context: Context) -> bool:
    """Whether the year before that in which the report speaks is told of as a whole."""
    return context.now is not None and context.period == str(context.now - 1)


def year_in_force(context: Context) -> int | None:
    """The year spoken of, which 上年 precedes: that of the period in force, else the report's own."""
    last = (context.period or "").rpartition("/")[2][:4]
    return int(last) if last.isdigit() else context.now


def is_ahead(point: Point, published: date | None) -> bool:
    """Whether a day that is named without a year comes in the months after publication."""
    if published is None or point.year is not None or point.year_shift is not None or not point.month:
        return False
    later = (point.month, point.day or 31) > (published.month, published.day)
    return later and point.month - published.month <= _MONTHS_AHEAD


def _last_such(month: int, day: int | None, published: date) -> int:
    """The year of a month or day that the text names without one: the last before publication."""
    ahead = (month, day or 1) > (published.month, published.day)
    return published.year - 1 if ahead else published.year
