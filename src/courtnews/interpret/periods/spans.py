"""Times told by their length alone: 三个月来, 三天里, 九个月里, 期间."""

from __future__ import annotations

import re
from datetime import date

from courtnews.interpret.periods.context import ONE_MONTH, Context, is_day
from courtnews.interpret.periods.relative import campaign, days_after

_NO_YEAR, _OPEN = "XXXX", ".."
# How many days are more than an action that has but one day told, and by how many a count may be out.
_LONG, _LOOSE, _ABOUT = 10, 3, 6
_MONTHS_A_YEAR = 12
# For how many days an action may go on before it is told to have ended by the clock.
_NIGHTS = 3


def span(context: Context, days: int, months: int) -> str | None:
    """三个月来: the time told that is so long, else that which the report speaks of, where that is more than
    a day, else that of the action; for 三天里 so many days from the day told on, or from its first.
    """
    if days == 1 and is_day(context.period):
        return context.period
    if days > 1 and (counted := _counted_back(context, days)):
        return counted
    day = context.days.last if context.days.here and context.period == context.days.last else None
    if 1 < days <= _LONG and day is not None:
        return _so_many_days(day, days, context)  # 自12日打响第一枪,6天内
    if months > 1 and (fitting := _of_months(context, months)):
        return fitting
    if len(context.report or "") == ONE_MONTH and context.action.began == context.report:
        return campaign(context)  # 3月启动…。半年多来
    if context.report is not None and not is_day(context.report):
        longer = _longer(context.period, context.report)
        return None if days > 1 and _lasts_otherwise(longer, days) else longer
    if days > _LONG and context.action.began is None:
        return None
    if days > _LONG and _ends_now(context, days):
        return campaign(context)
    told = context.period if is_day(context.period) else context.action.first_day
    if told is not None and days > 1:
        return _so_many_days(told, days, context)
    return campaign(context) or context.period


def _ends_now(context: Context, days: int) -> bool:
    """Whether so many days since an action began end about the day of the report."""
    begun, day = context.action.began, context.published
    if day is None or not is_day(begun) or "X" in (begun or "X"):
        return False
    lasted = (day - date.fromisoformat(begun or "")).days + 1
    return abs(lasted - days) <= _ABOUT


def _so_many_days(told: str, days: int, context: Context) -> str:
    """So many days from the day told on, or up to it where the action ended then, or where they would end
    after the day of the report: 7月5日收官,三天里共拘留14人.
    """
    end = days_after(told, days - 1)
    if told == context.action.closed:
        return f"{days_after(told, 1 - days)}/{told}"
    if context.published is not None and end > context.published.isoformat() and "X" not in end:
        return f"{days_after(told, 1 - days)}/{told}"
    return f"{told}/{end}"


def _counted_back(context: Context, days: int) -> str | None:
    """The days of an action whose first and last the text has told, where they are so many:
    9月12日…打响,到采访结束的17日,6天里….
    """
    first, last = context.action.began or context.action.first_day, context.days.last
    if first is None or last is None or not is_day(first) or first >= last:
        return None
    return f"{first}/{last}" if days_after(first, days - 1) == last else None


def _of_months(context: Context, months: int) -> str | None:
    """The time in force, of the report or of the action that is so many months long, one more or less; else
    that since an action began, where the report speaks of another length of time.
    """
    begun = campaign(context)
    for told in (context.period, context.report, begun, context.action.lasted):
        if told is not None and (length := _months_of(told, context)) and abs(length - months) <= 1:
            return told
    other = context.report is not None and _months_of(context.report, context) is not None
    return begun if other and begun is not None and begun.endswith(f"/{_OPEN}") else None


def _months_of(period: str, context: Context) -> int | None:
    """How many months a time has, an open one up to the day of the report; None where nobody knows."""
    first, _, last = period.partition("/")
    if first.isdigit() and (last or first).isdigit():
        return _MONTHS_A_YEAR * (int(last or first) - int(first) + 1)
    if last == _OPEN and context.published is not None:
        last = context.published.isoformat()
    if len(first) < ONE_MONTH or len(last) < ONE_MONTH or "X" in first[:ONE_MONTH] + last[:ONE_MONTH]:
        return None
    years = int(last[:4]) - int(first[:4])
    whole = is_day(first) and is_day(last) and last[8:] < first[8:]
    return _MONTHS_A_YEAR * years + int(last[5:7]) - int(first[5:7]) + 1 - whole


def _lasts_otherwise(period: str, days: int) -> bool:
    """Whether a time from one day to another lasts longer or shorter than so many days."""
    first, _, last = period.partition("/")
    if not (is_day(first) and is_day(last)) or "X" in first[len(_NO_YEAR) :] + last[len(_NO_YEAR) :]:
        return False
    return not any(days_after(first, days - 1 + more) == last for more in range(-_LOOSE, _LOOSE + 1))


def _longer(period: str | None, report: str) -> str:
    """The time in force where it reaches from before that of the report to its end:
    2016年以来共…,三年多来….
    """
    since = period is not None and period.endswith("/..") and period < report
    return period if period is not None and since else report


def latest_of(began: str | None, day: str | None) -> str | None:
    """The day told last, or that on which an action began that had been going on no more than some days."""
    days = re.fullmatch("(.+-)([0-9]{2}) \\1([0-9]{2})", f"{began} {day}")
    if days is None:
        return day or began
    return began if 0 <= int(days[3]) - int(days[2]) <= _NIGHTS else day
