"""What one expression of time says of when results fell, given what the report has said so far."""

from __future__ import annotations

import re
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.periods.apart import is_comparison
from courtnews.interpret.periods.calendar import not_after, resolve
from courtnews.interpret.periods.context import ONE_YEAR, Context, edtf, is_ahead, is_day, year_of
from courtnews.interpret.periods.extents import bounds
from courtnews.interpret.periods.frames import Frame, Told
from courtnews.interpret.periods.names_of_years import has_hardly_begun, spans_of_years
from courtnews.interpret.periods.publication import dateline
from courtnews.interpret.periods.reach import founds, is_labelled, is_one_day, lasts, spans_days
from courtnews.interpret.periods.relative import days_after, first_months
from courtnews.interpret.periods.runs import Runs
from courtnews.interpret.periods.since import is_of_a_beginning
from courtnews.interpret.periods.spans import latest_of
from courtnews.interpret.periods.surroundings import REACH, Surroundings
from courtnews.interpret.periods.years import speaking_year
from courtnews.interpret.structure import Document

# What stands before a word that opens a clause, or is told as an end (截至当日).
_CLAUSE_OPENERS = frozenset(("", *"，。；,;:：\n 　至到"))
# 去年的日子也不轻松。…: a year that what follows is told of.
_SUMS = re.compile("的(?:日子|账单|成绩|战果|数据|数字|执行工作)")
# 四、存在的问题和2021年工作任务
_PLANS = re.compile("(?:的)?(?:主要|重点)?(?:工作)?(?:任务|打算|计划|安排|思路|目标|展望|设想)")
# 近三年执行案件整体执结率
# 距离上一次发放刚过去二十天——2013年12月31日,39名…
_LAST_TIME = "上一次"
_STANDING_RATE = re.compile("(?:来|以来)?的?(?:执行)?(?:案件)?的?(?:整体|总体)(?:执行)?[执结]+案?率")
# 次年 may have passed.
_NEXT_YEAR = "明年"


class Teller:
    """Reads the expressions of one report in order, remembering what they say of its calendar."""

    def __init__(self, document: Document, published: date | None) -> None:
        self.text = document.text
        self.context = Context(now=speaking_year(document, published), published=published)
        self.context.early = has_hardly_begun(document, self.context.now)
        self.context.action.cutoff = self._cutoff(document)
        self.context.spans = spans_of_years(document)
        self.context.dateline = None if published else dateline(document)
        self.runs = Runs()
        self._weight = 0

    def read(
        self, expr: DateExpr, text: str, base: int, *, silent: bool = False, heading: bool = False
    ) -> Told | None:
        """What an expression says of the time of results; None where it says nothing of it. `text` is its
        sentence, which begins at `base`; `silent` tells that no number follows there.
        """
        start, end = expr.start - base, expr.end - base
        around = Surroundings(text[max(0, start - REACH) : start], text[end : end + REACH])
        if self._is_aside(expr, around, silent, heading) or is_comparison(expr, text, base):
            return None
        days = self.context.days
        if (silent or expr.first.year) and self._is_publication(expr) and not around.acts:
            if self.context.published is None:
                self._remember_parts(expr)
            return None
        days.alone = not days.here and around.before[-1:] in _CLAUSE_OPENERS
        period = self._period(expr, around)
        self._remember_parts(expr)
        if expr.edge == "until" and expr.first.day and days.last is None and period is not None:
            days.last = period.rpartition("/")[2]  # 截至6月19日…。就在这一天
        if period is None or self._is_to_come(period) or _NEXT_YEAR in self._words(expr):
            return None
        joined = self.runs.add(expr, period, text, base)
        if silent and ((self._is_event(expr) and around.only_met) or _only_follows(expr, around)):
            return None
        told = self._weigh(expr, around, period, joined, silent and not heading)
        if told is None or (silent and founds(expr, around.behind) and told.frame.period == period):
            return None
        told = told._replace(declared=True, event=False) if is_labelled(around.before) else told
        # 2023年春季行动: the action of a heading.
        return told._replace(acts=True) if heading and around.opens_action else told

    def _is_aside(self, expr: DateExpr, around: Surroundings, silent: bool, heading: bool) -> bool:
        """Whether a time is one of no results, or is only called something (今年是收官之年)."""
        if around.is_aside(expr, heading=heading) and not is_labelled(around.before):
            return True
        # 今年是收官之年, in a report that tells what came of 2016年至2018年.
        spanned = expr.first.year_shift == 0 and bool(self.context.spans)
        return silent and (spanned or self.context.days.last is not None) and around.only_calls(expr)

    def _weigh(
        self, expr: DateExpr, around: Surroundings, period: str, joined: str, silent: bool
    ) -> Told | None:
        """What a resolved expression sets in force, and how firmly; `joined`: with those of one breath."""
        single = is_one_day(expr)
        if self.context.action.lasted is None and lasts(expr) and "X" not in period.replace("XXXX", ""):
            self.context.action.lasted = period
        if single and is_day(period) and around.ends_action:
            self.context.action.closed = period
        met = around.only_met if single or spans_days(expr) else self._is_event(expr) and around.soon_met
        if single:
            self._remember_day(period, met=met)
        dated = expr.first.month is not None or expr.first.month_shift is not None
        begins = bool(dated and expr.last is None and not met and around.begins)
        if (begins or expr.edge == "since") and ("-" in period or around.names_action):
            lasting = expr.edge == "since" and not self._is_event(expr)
            self._begin(period.split("/")[0], 2 * around.opens_action + lasting)
        if joined != period and not expr.edge:
            period, single = joined, False
        if begins and (action := self._action(around, period, single=single, silent=silent)):
            return Told(Frame(action, self._words(expr)), True, False)
        if met:
            return None
        works = around.acts_near or around.counts_work or period.endswith(f"/{self.context.action.closed}")
        event = silent and not (works or single) and (begins or self._is_event(expr))
        # 2019年初,第三方验收: no time that a report of 2016 to 2018 goes on with.
        moment = around.behind.startswith("初") and self.context.report is not None
        frame = Frame(period, self._words(expr), moment or is_day(period))
        standing = bool(expr.years and _STANDING_RATE.match(around.behind)) or _LAST_TIME in around.before
        told = Told(frame, around.acts_near, event, stock=expr.edge == "until", standing=standing)
        return told._replace(declared=True) if silent and not frame.day and around.declares else told

    def _action(self, around: Surroundings, period: str, *, single: bool, silent: bool) -> str | None:
        """The days of what began then, where the text says how many, else from then on where it tells of
        them; None where only the beginning is told, or results of that month itself (6月,行动开局,执结86件).
        """
        if single and is_day(period) and (days := around.lasting):
            period = f"{period}/{days_after(period, days - 1)}"
            self.context.action.lasted = self.context.action.lasted or period
            return period
        if "/" not in period and (
            around.opens or (around.acts_near and not single and (silent or around.launches))
        ):
            closed = self.context.action.closed
            return f"{period}/{closed}" if closed is not None and period < closed else f"{period}/.."
        return None

    def _remember_day(self, day: str, *, met: bool) -> None:
        self.context.days.last, self.context.days.here = day, True
        self.runs.add_day(day)
        if not met and self.context.action.first_day is None:
            self.context.action.first_day = day

    def _words(self, expr: DateExpr) -> str:
        return self.text[expr.start : expr.end]

    def _is_event(self, expr: DateExpr) -> bool:
        """Whether a time told without results is only that of an event: a month, or a start (6月起)."""
        if expr.edge == "since":
            return self.text[expr.end - 1] in "起始"
        return bool(expr.first.month and not expr.first.day and not expr.last and not expr.edge)

    def _period(self, expr: DateExpr, around: Surroundings) -> str | None:
        first, context = expr.first, self.context
        if around.closes and is_ahead(first, context.published):
            return None  # 活动7月31日结束, in a report of 3 July
        if expr.last is None and (around.closes or (expr.edge == "until" and around.of_action)):
            until = edtf(year_of(first, context), first.month or context.month, first.day)
            start = context.action.start or (context.days.last if around.closes else None)
            if start and start < until:
                context.action.cutoff = context.action.cutoff or until
                return f"{start}/{until}"
        if expr.first.span and (days := self.runs.counted(expr.days)):
            return days
        plain = first.year_shift == 0 and not (first.month or first.months or expr.last or expr.edge)
        if plain and (part := first_months(context)) is not None:
            return part
        summed = self._summed_up(expr, around) if expr.edge == "until" else None
        if expr.edge == "since" and (closed := context.action.closed) is not None:
            begun = (resolve(expr, context) or "").removesuffix("/..")
            if begun and begun[:ONE_YEAR] <= closed[:ONE_YEAR] and begun < closed:
                return f"{begun}/{closed}"  # 收官于8月13日, 从5月6日启动那天起
        return summed or not_after(resolve(expr, context), expr, context)

    def _summed_up(self, expr: DateExpr, around: Surroundings) -> str | None:
        """The time up to a day to which something is counted, where the words around it say since when."""
        first, context = expr.first, self.context
        if around.from_the_start and context.action.began and first.month:
            return f"{context.action.began}/{edtf(year_of(first, context), first.month, first.day)}"
        counts = around.counts_up or is_of_a_beginning(self.text, expr.start)
        sums_up = first.day_shift is None and counts
        if sums_up and not (context.period or "").endswith("/.."):
            return f"../{edtf(year_of(first, context), first.month, first.day)}"
        day = edtf(year_of(first, context), first.month or context.month, first.day)
        if first.day and around.by_clock:
            report = context.report or ""
            begun = (
                report if len(report) == len(day) else latest_of(context.action.first_day, context.days.last)
            )
            # 1月8日,我院干警分头下乡,到10日晚收队。
            return f"{begun}/{day}" if begun and begun[:7] == day[:7] and begun < day else day
        event = context.days.last or ""
        told = first.day and around.plainly_until and is_day(event)
        if told and event < day and event[:ONE_YEAR] == day[:ONE_YEAR]:
            return f"{event}/{day}"
        return None

    def _remember_parts(self, expr: DateExpr) -> None:
        first, context = expr.first, self.context
        if first.day and first.month and not expr.last:
            context.days.named[first.day] = first.month, year_of(first, context)
        if first.year is not None or first.year_shift is not None:
            context.year = year_of(expr.last or first, context) or year_of(first, context)
            context.year_said = True
        if expr.edge != "since" or first.day:
            # 今年7月签订纪要以来 says nothing of the month of a 12日.
            context.month = (expr.last.month if expr.last else None) or first.month or context.month
        if first.month and not first.day and not expr.last:
            context.action.told_month = edtf(year_of(first, context), first.month)

    def _begin(self, start: str, weight: int) -> None:
        """What the report tells of began then; 以来 says so more firmly than a verb, a verb beside an action
        more firmly than one alone.
        """
        if self.context.action.began is None or weight > self._weight:
            self.context.action.began, self._weight = start, weight
        self.context.action.began_here = start

    def _is_publication(self, expr: DateExpr) -> bool:
        first, day = expr.first, self.context.published or self.context.dateline
        if day is None or expr.last is not None or expr.edge or first.year not in (None, day.year):
            return False
        return (first.month, first.day) == (day.month, day.day)

    def _is_to_come(self, period: str) -> bool:
        """Whether a time begins after the report: 要求2018年初基本解决执行难."""
        day, begins = self.context.published, bounds(period)[0]
        return day is not None and begins[:1].isdigit() and begins > day.isoformat()

    def _cutoff(self, document: Document) -> str | None:
        """The last day the text counts to (截至7月31日), for actions whose end is not said otherwise."""
        points = [e.first for e in document.dates if e.edge == "until" and e.first.month and e.first.day]
        found = [edtf(year_of(p, self.context), p.month, p.day) for p in points]
        return max(found) if found and not found[0].startswith("X") else None


def _only_follows(expr: DateExpr, around: Surroundings) -> bool:
    """Whether a time without results is only that of a word (去年的收获,今年的打算) or the day after one told
    (次日一早,他打来电话), on which nothing is told of the court's action.
    """
    first = expr.first
    if _PLANS.match(around.behind):
        return True
    if (first.year_shift is not None or first.months) and not (first.month or expr.edge):
        return around.behind.startswith("的") and _SUMS.match(around.behind) is None
    return first.of_event and first.day_shift != 0 and not expr.last and not around.acts_near
