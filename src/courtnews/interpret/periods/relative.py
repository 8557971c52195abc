"""Times told by others: the same time, a day after, five years, since the action began."""

from __future__ import annotations

from datetime import date, timedelta

from courtnews.dates import DateExpr, Point
from courtnews.interpret.periods.context import (
    EARLY,
    ONE_MONTH,
    ONE_YEAR,
    TITLE,
    TWO_DAYS,
    TWO_MONTHS,
    Context,
    edtf,
    is_day,
    moved,
    year_in_force,
    year_of,
)
from courtnews.interpret.periods.since import begun_otherwise

_LONGEST_SPAN, _FEW, _OCTOBER = 10, 2, 10
_NO_YEAR, _ANY_YEAR = "XXXX", "2004"


def month_of(day: int, year: int | None, context: Context) -> tuple[int | None, int | None]:
    """Month and year of a day said alone: those with which it was told before (9月28日凌晨…,28日全天), else
    the month spoken of, that of publication or the one before.
    """
    if (told := context.days.named.get(day)) is not None:
        return told
    if context.month is not None or context.published is None:
        return context.month, year
    published = context.published
    last = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    return last.month, last.year


def campaign(context: Context) -> str | None:
    """From the day the action began to the last day the text counts to, else open; where no beginning is
    told, the first time told from one day or month to another.
    """
    start = context.action.began or context.action.told_month
    if start is None:
        told = context.report if len(context.report or "") == TWO_DAYS else context.action.lasted
        return told if told or is_day(context.report) else context.report
    end = context.action.cutoff
    lasted = context.action.lasted
    if end is None and lasted and (lasted > start or (is_day(start) and _lies_in(start, lasted))):
        # 1月13日动员 comes before the days of the action itself, 3月15日开展 one of its sweeps among them.
        return lasted
    return f"{start}/{end}" if end and end > start else f"{start}/.."


def _lies_in(day: str, lasted: str) -> bool:
    """Whether a day lies in a time told from one day or month to another."""
    first, _, last = lasted.partition("/")
    return first <= day <= last


def so_far(context: Context) -> str | None:
    """截至目前: since the action began, where nothing but a day is in force; else the time in force."""
    return campaign(context) or context.period if is_day(context.period) else context.period


def day_told(expr: DateExpr, shift: int, context: Context) -> str | None:
    """A day told by another (昨天, 次日), or up to it where an action is told that began before (到昨天)."""
    begun, last = context.days.last, expr.last
    if begun and last is not None and last.month and expr.first.of_event and shift == 0:
        # 12月20日动员。从这天起到次年2月28日
        end = edtf(year_of(last, context), last.month, last.day)
        return f"{begun}/{end}" if begun < end else None
    if context.days.last is None and (expr.first.opens or (expr.first.of_event and expr.start < TITLE)):
        return None  # 三级法院同日发放案款: the day is told below
    if shift == 0 and expr.first.of_event and context.action.day and context.days.alone:
        return context.action.day  # 截至当日下午5时, a paragraph behind one on an earlier day
    if expr.first.of_event and context.days.last:
        other = days_after(context.days.last, shift)
        if expr.edge == "since":
            return f"{other}/.."  # 从那天算起
        # 从晚上7点忙到次日凌晨2点
        return f"{context.days.last}/{other}" if expr.edge == "until" and shift > 0 else other
    day = relative_day(shift, context) or (context.days.last if shift == 0 else None)
    begun, _, end = (context.period or "").partition("/")
    open_or_day = end == ".." or is_day(context.period)
    return f"{begun}/{day}" if day and expr.edge == "until" and open_or_day and begun < day else day


def same_day(shift: int, context: Context) -> str | None:
    """The day told last, some years from then: 去年同一天."""
    day = context.days.last or context.period
    return moved(day, shift) if day is not None and is_day(day) else None


def relative_day(shift: int, context: Context) -> str | None:
    if context.published:
        day = days_after(context.published.isoformat(), shift)
        # The first day of all has no day before it.
        return day if not shift or day != context.published.isoformat() else None
    if context.dateline:
        # Any year without a 29 February does.
        return f"XXXX{(context.dateline + timedelta(days=shift)).isoformat()[4:]}"
    return None


def weekday(weeks: int, day: int, context: Context) -> str | None:
    """本周二, 上周五: the day of the week of publication, or of one some weeks from it."""
    if context.published is None:
        return None
    return relative_day(7 * weeks + day - context.published.weekday(), context)


def same_month(context: Context) -> str | None:
    """当月, 全月: the month of the time in force, else that of publication."""
    told = (context.period or "").partition("/")[0][:7]
    if len(told) == ONE_MONTH:
        return told
    if context.published is not None:
        return edtf(context.published.year, context.published.month)
    if context.action.told_month is None and context.month:
        return edtf(context.year or context.now, context.month)
    return context.action.told_month


def days_after(day: str, shift: int) -> str:
    """The day so many days later, where it is a whole one; its year may be unknown."""
    if shift == 0 or not is_day(day) or "X" in day[len(_NO_YEAR) :]:
        return day
    if day.startswith(_NO_YEAR):
        return _NO_YEAR + days_after(day.replace(_NO_YEAR, _ANY_YEAR), shift)[len(_NO_YEAR) :]
    try:
        return (date.fromisoformat(day) + timedelta(days=shift)).isoformat()
    except OverflowError:  # beyond the calendar
        return day


def same(point: Point, context: Context) -> str | None:
    shift = point.year_shift
    if point.year is not None and (current := year_in_force(context)) is not None:
        shift = point.year - current
    if shift is None:
        return context.latest or context.period
    if not context.period or (shift and _NO_YEAR in context.period):
        return None
    return moved(context.period, shift)


def _early(context: Context) -> bool:
    """Whether the day told last is one of the first months, in which the year that has ended is told of."""
    day = context.days.last or ""
    return context.early or (is_day(day) and day[:4] == str(context.now) and day[5:7] <= f"{EARLY + 1:02d}")


def _has_years(period: str, count: int) -> bool:
    """Whether a time from one year, month or day to another is so many years long:
    从2018年8月20日建院算起,截至2023年8月19日, 2018/2022.
    """
    first, _, last = period.partition("/")
    if not (first[:4].isdigit() and last[:4].isdigit()):
        return False
    months = [int(part[5:7]) if part[5:7].isdigit() else None for part in (first, last)]
    if months[0] is None or months[1] is None:
        # 2016年至2018年8月 are three years as well.
        return len(first) == ONE_YEAR and int(last[:4]) - int(first) + 1 == count
    apart = 12 * (int(last[:4]) - int(first[:4])) + months[1] - months[0]
    return abs(apart - 12 * count) <= 1


def first_months(context: Context) -> str | None:
    """The first months of the present year, where the report is of them and came right after: 今年 means no
    more.
    """
    report, day = context.report or "", context.published
    if day is None or len(report) != TWO_MONTHS or not report.startswith(f"{day.year}-01/{day.year}-"):
        return None
    return report if day.month - int(report[-2:]) <= 1 else None


def _since_begun(count: int, context: Context) -> str | None:
    """The years since the report began, where it is as many: 2016年以来,…三年来; 建院一周年,…一年来."""
    begun, _, end = (context.report or "").partition("/")
    now = context.now
    day = context.published
    if now is not None and end == ".." and begun.isdigit() and int(begun) + count in (now, now + 1):
        return f"{begun}/{int(begun) + count - 1}"
    if day is None:
        return None
    opened = f"{day.year - count}{day.isoformat()[4:]}"
    return (
        f"{opened}/.."
        if opened in (context.action.began, context.action.first_day, context.days.last)
        else None
    )


def _since_a_month(count: int, context: Context) -> str | None:
    """The time since a month or day of a year that is as many before this one: 2016年3月以来,…两年来."""
    begun, _, end = (context.period or context.report or "").partition("/")
    if context.now is None or end != ".." or len(begun) <= ONE_YEAR or not begun[:ONE_YEAR].isdigit():
        return None
    return f"{begun}/.." if context.now - int(begun[:ONE_YEAR]) == count > 1 else None


def _is_mid_year(context: Context) -> bool:
    """Whether the report appeared when some years (过去五年) may end with the last one or in progress."""
    if context.published is not None:
        return EARLY + 2 <= context.published.month <= _OCTOBER
    day = context.days.last or ""
    return day[:4] == str(context.now) and f"{EARLY + 2:02d}" <= day[5:7] <= str(_OCTOBER)


def years(count: int, context: Context, *, loose: bool = False, back: bool = False) -> str | None:
    """五年来: as many years as the report names elsewhere; else the years before its own, where it appeared
    early in the year, or up to its own. `loose` takes only what the report names; `back` tells that they are
    the last ones (近三年), whenever something began.
    """
    known = context.spans.get(count)
    if known is not None or loose:
        return known
    if count == 1 and context.report and not is_day(context.report):
        return context.report
    for told in (context.period, context.report):
        if told is not None and _has_years(told, count):
            return told
    if (begun := _since_begun(count, context) or _since_a_month(count, context)) is not None:
        return context.spans.setdefault(count, begun)
    if not back and begun_otherwise(count, context):
        return None
    if context.published is not None:
        last = context.published.year - (1 if context.published.month <= EARLY + 1 else 0)
    elif context.now is not None:
        last = context.now - (1 if _early(context) else 0)
    else:
        return None
    if count == 1:
        return str(last)
    if count > _LONGEST_SPAN or (count > _FEW and _is_mid_year(context)):
        return None  # 三十年来 are those since something began
    return context.spans.setdefault(count, f"{edtf(last - count + 1)}/{edtf(last)}")
