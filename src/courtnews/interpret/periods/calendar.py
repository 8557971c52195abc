"""From what a date expression says to EDTF (ISO 8601-2), given what is known of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from courtnews.dates import DateExpr, Point
from courtnews.interpret.periods.context import (
    EARLY,
    ONE_DAY,
    ONE_YEAR,
    Context,
    edtf,
    is_day,
    moved,
    till_now,
    year_of,
)
from courtnews.interpret.periods.relative import (
    campaign,
    day_told,
    days_after,
    month_of,
    relative_day,
    same,
    same_day,
    same_month,
    so_far,
    weekday,
    years,
)
from courtnews.interpret.periods.spans import span

# How much longer than to the day of publication an action surely goes on, and may go on.
_GOES_ON, _MAY_GO_ON = timedelta(days=92), timedelta(days=240)


def resolve(expr: DateExpr, context: Context) -> str | None:
    """The EDTF of an expression; None where it says nothing definite (同期 with no period before it).

    >>> from courtnews.dates import find_dates
    >>> told = ("今年以来", "去年上半年", "1至10月", "截至10月底")
    >>> [resolve(find_dates(t)[0], Context(now=2021, year=2021)) for t in told]
    ['2021/..', '2020-01/2020-06', '2021-01/2021-10', '2021-01/2021-10']
    """
    first = expr.first
    relative = _relative(expr)
    if relative is not None:
        return relative(context)
    year, month = year_of(first, context), first.month
    if first.month_shift is not None and context.published:
        year, month = _shifted(context.published, first.month_shift)
    if expr.last is not None:
        return _range(
            first if first.month == month else replace(first, month=month), expr.last, year, context
        )
    if first.months:
        end = ".." if expr.edge == "since" else edtf(year, first.months[1])
        return f"{edtf(year, first.months[0])}/{end}"
    if month is None and first.day and first.year is None:
        month, year = month_of(first.day, year, context)
    if first.whole_year and first.year is None and first.year_shift is None:
        told = context.period or ""
        return told if len(told) == ONE_YEAR and told.isdigit() else edtf(year) if year else None
    point = edtf(year, month, first.day)
    if expr.edge == "since" or first.campaign:
        return f"{point}/.."
    if expr.edge == "until":
        if (now := till_now(expr.first, context)) is not None:
            year, point = now, edtf(now, month, first.day)
        return _until(point, year, month, first.day, context)
    return point if point != "XXXX" or first.year_shift is not None else None


def _relative(expr: DateExpr) -> Callable[[Context], str | None] | None:
    """How to resolve an expression that is told by another time; None for one of the calendar itself."""
    first = expr.first
    if first.vague:
        return lambda context: None
    if expr.years:
        return partial(_years_told, expr)
    if first.so_far:
        return so_far
    if first.span:
        return lambda context: span(context, expr.days, expr.months)
    if first.day_shift is not None and first.year_shift:
        return partial(same_day, first.year_shift)
    if first.day_shift is not None:
        return partial(day_told, expr, first.day_shift)
    if first.weekday is not None:
        return partial(weekday, *first.weekday)
    if first.campaign and not (first.year or first.month or first.year_shift):
        return campaign
    if first.same:
        return partial(same, first)
    return same_month if first.same_month else None


def _years_told(expr: DateExpr, context: Context) -> str | None:
    if expr.first.year and expr.years:
        return f"{expr.first.year}/{expr.first.year + expr.years - 1}"
    return years(expr.years or 0, context, loose=expr.loose, back=expr.back)


def _until(point: str, year: int | None, month: int | None, day: int | None, context: Context) -> str:
    """截至10月底: from where the text began, else from January of a year in progress, else from nowhere."""
    action = context.action
    begun = context.period.split("/")[0] if context.period and context.period.endswith("/..") else ""
    if begun == point:
        return point
    first, _, last = (action.lasted or "").partition("/")
    if day and first < point <= last and (point == last or len(first) == len(last) == ONE_DAY):
        return f"{first}/{point}"  # 从去年12月12日到今年2月11日,…截至1月11日
    if action.began and action.began < begun and action.began_here is None:
        # What one court began later holds for its own paragraph.
        begun = action.began
    if begun and "X" not in begun and begun <= point:
        return _since(begun, point, year, month, context)
    if action.began_here and "X" not in action.began_here and action.began_here < point:
        return f"{action.began_here}/{point}"
    own = context.report is None or context.report.startswith(action.began or "/")
    if own and action.began and action.began < point:
        return f"{action.began}/{point}"
    return _in_the_year(point, year, month, day, context)


def _since(begun: str, point: str, year: int | None, month: int | None, context: Context) -> str:
    """From when the text began up to a point; a whole month counts to its end, but for that of the report
    (截至9月上旬, in one of 18 September).
    """
    here = context.published is not None and point == context.published.isoformat()[: len(point)]
    if len(begun) > len(point) and month and year and not here:
        return f"{begun}/{point}-{monthrange(year, month)[1]}"
    return f"{edtf(int(begun), 1) if begun == point[:4] else begun}/{point}"


def _in_the_year(point: str, year: int | None, month: int | None, day: int | None, context: Context) -> str:
    """From January of a year in progress up to a point, else from nowhere."""
    if year and month is None and day is None:
        return point
    if year and month == 12:
        return edtf(year) if day in (None, 31) else f"{edtf(year, 1)}/{point}"
    if year is None or month is None or (context.now is not None and year < context.now):
        return f"../{point}"
    if month == 1 and day and day < monthrange(year, month)[1]:
        # 截至1月20日: what has hardly begun is not counted from its first day.
        return f"../{point}"
    if day == monthrange(year, month)[1]:
        return f"{edtf(year, 1)}/{edtf(year, month)}" if month > 1 else edtf(year, 1)
    return f"{edtf(year, 1)}/{point}"


def _range(first: Point, last: Point, year: int | None, context: Context) -> str:
    if first.day and first.month is None and first.year is None:
        month, year = month_of(first.day, year, context)
        first = replace(first, month=month)
    if last.of_event and last.day_shift is not None:
        # 18日20时至次日凌晨2时
        begun = edtf(year, first.month, first.day)
        return f"{begun}/{days_after(begun, last.day_shift)}"
    if year and context.now is None and last.year_shift is not None and not last.before:
        # 110年11月15日起,累计至今年10月底: until a year that nothing tells.
        return f"{edtf(year, first.month, first.day)}/.."
    end_year = _end_year(last, year, context)
    month = last.month
    if last.month_shift is not None and context.published:
        end_year, month = _shifted(context.published, last.month_shift)
    if month is None and last.day and first.month:
        month = first.month
    if end_year == year and year and first.month and month and month < first.month and last.year is None:
        end_year = year + 1
    if last.day and last.year is None and month and _just_before(context.published, month, last.day):
        # 从2014年4月到4月11日 in a report of that day two years later.
        end_year = context.published.year if context.published else end_year
    end_month = last.months[1] if last.months else month
    end = edtf(end_year, end_month, last.day)
    if last.day_shift is not None or end == "XXXX":
        end = relative_day(last.day_shift or 0, context) or ".."
    return f"{edtf(year, first.month, first.day)}/{end}"


def _end_year(last: Point, year: int | None, context: Context) -> int | None:
    """The year in which a range ends that begins in `year`, as far as its last point tells."""
    if last.year is not None or last.year_shift is None:
        return last.year or year
    if last.before and year is not None:
        return year + last.year_shift  # 111年1月至同年12月
    return context.now + last.year_shift if context.now else year


def _just_before(published: date | None, month: int, day: int) -> bool:
    """Whether a day of the year is that of publication or one of the two before it."""
    if published is None:
        return False
    near = (published - timedelta(days=back) for back in range(3))
    return any((d.month, d.day) == (month, day) for d in near)


def _shifted(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after those of a day: 上月, 本月."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return year, month + 1


def not_after(period: str | None, expr: DateExpr, context: Context) -> str | None:
    """The period, or the same a year earlier where it would end after the day of publication and the text
    names no year: 全年 in a report of January is the year that has ended.
    """
    day = context.published
    if period is None or day is None or expr.first.year is not None or expr.first.year_shift is not None:
        return period
    end = period.rsplit("/", 1)[-1]
    if expr.first.day_shift is not None:
        return period if "X" in end or end <= day.isoformat() else None
    if expr.first.span:
        return period
    if not end[:4].isdigit() or "X" in end or int(end[:4]) != day.year or (len(end) == 4 and "/" in period):
        return period
    told = day.isoformat()[: len(end)]
    early = len(end) == 4 and day.month <= EARLY
    begun = period.partition("/")[0]
    if end > told and "/" in period and is_day(begun) and is_day(end) and begun <= day.isoformat():
        # 9月21日至11月20日 in a bulletin of 30 September: an action that goes on
        ahead = date.fromisoformat(end) - day
        return period if ahead <= _GOES_ON else None if ahead <= _MAY_GO_ON else moved(period, -1)
    if end > told or early:
        return moved(period, -1)
    return period
