"""From what a date expression says to EDTF (ISO 8601-2), given what is known of the report."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from courtnews.dates import DateExpr, Point

_YEAR = re.compile("(?<![0-9-])[0-9]{4}")
# Up to this month reports speak of the year that has ended.
_EARLY = 3


@dataclass(slots=True)
class Context:
    """What the text has said about time so far.

    `now` is the year in which the report speaks (今年), `published` its day, `dateline` the day without its
    year where that is all that is said; `year` the year last spoken
    of and `year_said` whether its paragraph names one; `period` the period in force and `report` that of the
    whole report; `ranges` the spans of years that the report names anywhere; `month` the month last spoken
    of (5日凌晨); `event` the last single day (当日); `campaign` the start of the action reported on and
    `cutoff` the last day that its numbers reach; `begun_here` what the paragraph says began earlier and
    `told_month` the month it told last; `first_day` the first day of an action.
    """

    now: int | None = None
    published: date | None = None
    dateline: date | None = None
    year: int | None = None
    year_said: bool = False
    period: str | None = None
    report: str | None = None
    ranges: tuple[tuple[int, int], ...] = ()
    month: int | None = None
    event: str | None = None
    campaign: str | None = None
    begun_here: str | None = None
    told_month: str | None = None
    first_day: str | None = None
    cutoff: str | None = None


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """One date in EDTF; an unknown year is XXXX.

    >>> edtf(2021, 6, 17), edtf(None, 12, 9), edtf(2022, None, 8)
    ('2021-06-17', 'XXXX-12-09', '2022-XX-08')
    """
    text = f"{year:04d}" if year else "XXXX"
    if month or day:
        text += f"-{month:02d}" if month else "-XX"
    if day:
        text += f"-{day:02d}"
    return text


def year_of(point: Point, context: Context) -> int | None:
    """The year a point means: as written, or told by 今年/去年, or carried from the text before."""
    if point.year is not None:
        return point.year
    if point.year_shift is not None:
        base = _year_in_force(context) if point.before else context.now
        return base + point.year_shift if base is not None else None
    if point.month_shift is not None and context.published is not None:
        return context.published.year
    if context.published is not None and not context.year_said and point.month:
        return _last_such(point.month, point.day, context.published)
    return context.year if context.year is not None else context.now


def _year_in_force(context: Context) -> int | None:
    """The year spoken of, which 上年 precedes: that of the period in force, else the report's own."""
    last = (context.period or "").rpartition("/")[2][:4]
    return int(last) if last.isdigit() else context.now


def _last_such(month: int, day: int | None, published: date) -> int:
    """The year of a month or day that the text names without one: the last before publication."""
    ahead = (month, day or 1) > (published.month, published.day)
    return published.year - 1 if ahead else published.year


def resolve(expr: DateExpr, context: Context) -> str | None:
    """The EDTF of an expression; None where it says nothing definite (同期 with no period before it).

    >>> from courtnews.dates import find_dates
    >>> told = ("今年以来", "去年上半年", "1至10月", "截至10月底")
    >>> [resolve(find_dates(t)[0], Context(now=2021, year=2021)) for t in told]
    ['2021/..', '2020-01/2020-06', '2021-01/2021-10', '2021-01/2021-10']
    """
    first = expr.first
    if expr.years:
        return _years(expr.years, context, loose=expr.loose)
    if first.span:
        return _span(context, expr.days)
    if first.day_shift is not None:
        return _relative_day(first.day_shift, context)
    if first.campaign and not (first.year or first.month or first.year_shift):
        return _campaign(context)
    if first.same:
        return _same(first, context)
    if first.same_month:
        return _same_month(context)
    year = year_of(first, context)
    if expr.last is not None:
        return _range(first, expr.last, year, context)
    if first.months:
        return f"{edtf(year, first.months[0])}/{edtf(year, first.months[1])}"
    month = first.month
    if first.month_shift is not None and context.published:
        month = (context.published.month + first.month_shift - 1) % 12 + 1
    elif month is None and first.day and first.year is None:
        month, year = _month_of(first.day, year, context)
    if first.whole_year and first.year is None and first.year_shift is None:
        return edtf(year) if year else None
    point = edtf(year, month, first.day)
    if expr.edge == "since" or first.campaign:
        return f"{point}/.."
    if expr.edge == "until":
        return _until(point, year, month, first.day, context)
    return point if point != "XXXX" else None


def _span(context: Context, days: int) -> str | None:
    """三个月来: the time the report speaks of, where that is more than a day, else that of the action; for
    三天里 so many days from its first on.
    """
    if context.report is not None and len(context.report) != len("2021-06-17"):
        return context.report
    if context.first_day is not None and days > 1:
        return f"{context.first_day}/{_days_after(context.first_day, days - 1)}"
    return _campaign(context) or context.period


def _month_of(day: int, year: int | None, context: Context) -> tuple[int | None, int | None]:
    """Month and year of a day said alone: the month spoken of, else that of publication or the one before."""
    if context.month is not None or context.published is None:
        return context.month, year
    published = context.published
    last = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    return last.month, last.year


def _until(point: str, year: int | None, month: int | None, day: int | None, context: Context) -> str:
    """截至10月底: from where the text began, else from January of a year in progress, else from nowhere."""
    begun = context.period.split("/")[0] if context.period and context.period.endswith("/..") else ""
    if begun == point:
        return point
    if begun and "X" not in begun and begun <= point and len(begun) > len(point) and month and year:
        return f"{begun}/{point}-{monthrange(year, month)[1]}"
    if begun and "X" not in begun and begun <= point:
        return f"{edtf(int(begun), 1) if begun == point[:4] else begun}/{point}"
    if context.begun_here and "X" not in context.begun_here and context.begun_here < point:
        return f"{context.begun_here}/{point}"
    if year and month is None and day is None:
        return point
    if year and month == 12:
        return edtf(year) if day in (None, 31) else f"{edtf(year, 1)}/{point}"
    if year is None or month is None or (context.now is not None and year < context.now):
        return f"../{point}"
    if day == monthrange(year, month)[1]:
        return f"{edtf(year, 1)}/{edtf(year, month)}"
    return f"{edtf(year, 1)}/{point}"


def _campaign(context: Context) -> str | None:
    """From the day the action began to the last day the text counts to, else open."""
    start = context.campaign or context.told_month
    if start is None:
        return context.report if len(context.report or "") == len("2021-06-17/2021-06-30") else None
    end = context.cutoff
    return f"{start}/{end}" if end and end[:4] == start[:4] and end > start else f"{start}/.."


def _range(first: Point, last: Point, year: int | None, context: Context) -> str:
    end_year = last.year
    if end_year is None:
        end_year = context.now + last.year_shift if last.year_shift is not None and context.now else year
    month = last.month
    if month is None and last.day and first.month:
        month = first.month
    if end_year == year and year and first.month and month and month < first.month and last.year is None:
        end_year = year + 1
    end_month = last.months[1] if last.months else month
    end = edtf(end_year, end_month, last.day)
    if last.day_shift is not None or end == "XXXX":
        end = _relative_day(last.day_shift or 0, context) or ".."
    return f"{edtf(year, first.month, first.day)}/{end}"


def _relative_day(shift: int, context: Context) -> str | None:
    if shift >= 0 and context.event:
        return _days_after(context.event, shift)
    if context.published:
        return (context.published + timedelta(days=shift)).isoformat()
    if context.dateline:
        # Any year without a 29 February does.
        return f"XXXX{(context.dateline + timedelta(days=shift)).isoformat()[4:]}"
    return None


def _same_month(context: Context) -> str | None:
    """当月, 全月: the month of the time in force, else that of publication."""
    told = (context.period or "").partition("/")[0][:7]
    if len(told) == len("2021-06"):
        return told
    return edtf(context.published.year, context.published.month) if context.published else None


def _days_after(day: str, shift: int) -> str:
    if shift == 0 or "X" in day:
        return day
    return (date.fromisoformat(day) + timedelta(days=shift)).isoformat()


def _same(point: Point, context: Context) -> str | None:
    shift = point.year_shift
    if point.year is not None and (current := _year_in_force(context)) is not None:
        shift = point.year - current
    if shift is None or not context.period:
        return context.period
    return _YEAR.sub(lambda year: str(int(year[0]) + shift), context.period)


def _years(count: int, context: Context, *, loose: bool = False) -> str | None:
    """五年来: as many years as the report names elsewhere; else the years before its own, where it appeared
    early in the year, or up to its own. `loose` takes only what the report names.
    """
    for first, last in context.ranges:
        if last - first + 1 == count:
            return f"{first}/{last}"
    if loose:
        return None
    if count == 1 and context.report and len(context.report) == len("2021"):
        return context.report
    told = [part for part in (context.period or "").split("/") if len(part) == 4 and part.isdigit()]
    if len(told) == 2 and int(told[1]) - int(told[0]) + 1 == count:
        return context.period
    if context.published is not None:
        last = context.published.year - (1 if context.published.month <= 4 else 0)
    elif context.now is not None:
        last = context.now
    else:
        return None
    return f"{last - count + 1}/{last}" if count > 1 else str(last)


def not_after(period: str | None, expr: DateExpr, context: Context) -> str | None:
    """The period, or the same a year earlier where it would end after the day of publication and the text
    names no year: 全年 in a report of January is the year that has ended.
    """
    day = context.published
    if period is None or day is None or expr.first.year is not None or expr.first.year_shift is not None:
        return period
    end = period.rsplit("/", 1)[-1]
    if expr.first.day_shift is not None:
        return period if end <= day.isoformat() else None
    if not end[:4].isdigit() or int(end[:4]) != day.year or (len(end) == 4 and "/" in period):
        return period
    told = day.isoformat()[: len(end)]
    early = len(end) == 4 and day.month <= _EARLY
    if end > told or early:
        return period.replace(str(day.year), str(day.year - 1))
    return period
