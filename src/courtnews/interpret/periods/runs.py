"""Dates told in one breath or one after the other, which numbers share or divide among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from courtnews.dates import DateExpr
from courtnews.interpret.lists import chains
from courtnews.interpret.periods.context import ONE_DAY, ONE_MONTH, ONE_YEAR, TWO_MONTHS, is_day
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_NEAR_DAYS = 3
_FORMS = {ONE_YEAR: "year", ONE_MONTH: "month", ONE_DAY: "day"}
# How far apart the dates of one run lie at most.
_MOST = {"year": 1, "month": 11, "day": _NEAR_DAYS}
_JOINING = "、和及与以,， "


class _Member(NamedTuple):
    """A date of a run: where it ends, its period, and what the run up to it is, kept so that a long run is
    not gone through again at each of its dates.
    """

    end: int
    period: str
    form: str
    follows: bool


class Runs:
    """The dates that follow each other closely, as they are read."""

    def __init__(self) -> None:
        #: The days of one action, in order.
        self.days: list[str] = []
        # The same, whether results were told of them or not.
        self._all_days: list[str] = []
        self._run: list[_Member] = []

    def add(self, expr: DateExpr, period: str, text: str, base: int) -> str:
        """Keep dates named in one breath (2016年、2017年和2018年) together; returns the period, that of all
        of them where they follow on each other (5、6月份).
        """
        run = self._run
        if run and (run[-1].end < base or text[run[-1].end - base : expr.start - base].strip(_JOINING)):
            run.clear()
        if run and run[-1].end == expr.start:
            run.pop()
        member = _Member(expr.end, period, *_going_on(run[-1] if run else None, period))
        run.append(member)
        return _joined(run[0].period, member) if len(run) > 1 else period

    def add_day(self, day: str) -> None:
        """Remember a day; days that follow each other closely make up the days of one action. One of no
        known month (5日) follows none.
        """
        if is_day(day) and "X" not in day[ONE_YEAR:]:
            self.days, self._all_days = _gone_on(self.days, day), _gone_on(self._all_days, day)

    def counted(self, days: int) -> str | None:
        """The days told one by one (5日…,6日…,7日…), where a span counts as many of them: 三天里."""
        told = self._all_days
        return f"{told[0]}/{told[-1]}" if days > 1 and len(told) == days else None

    def divide(self, sentence: Sentence) -> bool:
        """Whether dates told before may divide the numbers of a sentence among them."""
        if self._run and self._run[-1].end <= sentence.start:
            # Dates of a sentence before divide nothing here.
            self._run = []
        return len(self._run) > 1 or len(self.days) > 1

    def spread(self, sentence: Sentence, readings: Sequence[Reading], reading: Reading, period: str) -> str:
        """The period in force for one number: dealt out where a list has as many numbers as dates or years,
        joined where several days or months make it up.
        """
        several = self.divide(sentence)
        changes = reading.trend is not None and (len(self._run) > 1 or "/" in period)
        if not (several or changes) and reading.distributed < 0:
            return period
        if changes:
            # 2023年、2024年分别下降0.6%和2.3%: the members of a list of changes have one trend word.
            listed = [r for r in readings if r.trend is reading.trend]
            own = self._dealt(period, listed.index(reading), len(listed), months=False)
            if own is not None and not _of_several(readings, listed):
                return own
        if len(self._run) > 1 and not reading.is_change and reading.distributed < 0:
            listed = next((c for c in chains(sentence, readings) if reading in c), [])
            if len(listed) == len(self._run):
                return self._run[listed.index(reading)].period
        if reading.distributed >= 0 and len(period) == ONE_YEAR and "四个季度" in sentence.text:
            first = 3 * reading.distributed + 1
            return f"{period}-{first:02d}/{period}-{first + 2:02d}" if first < 12 else period
        if reading.distributed >= 0:
            dealt = sum(r.distributed >= 0 and r.metric is reading.metric for r in readings)
            if _among_classes(sentence, readings, dealt):
                return period
            if (own := self._dealt(period, reading.distributed, dealt)) is not None:
                return own
        if len(self.days) > 1 and period in self.days and not any(d.first.day for d in sentence.dates):
            return f"{self.days[0]}/{self.days[-1]}"
        return period

    def _dealt(self, period: str, place: int, count: int, *, months: bool = True) -> str | None:
        """The date at one place of a list of dates or of the years of a range (2018年到2022年…依次为…)."""
        if place >= count:
            return None  # numbered among other measures than its own
        if len(self._run) > 1 and count == len(self._run):
            return self._run[place].period
        if months and len(period) == TWO_MONTHS and "-" in period[:ONE_MONTH]:
            # 2021年5月至7月,三个月分别发放1.78亿元、2.31亿元、2.52亿元.
            first, last = int(period[5:7]), int(period[-2:])
            same_year = period[:ONE_YEAR] == period[ONE_MONTH + 1 :][:ONE_YEAR]
            return f"{period[:5]}{first + place:02d}" if same_year and count == last - first + 1 else None
        years = [int(y) for y in period.split("/") if len(y) == ONE_YEAR and y.isdigit()]
        if len(years) > 1 and count == years[1] - years[0] + 1:
            return str(years[0] + place)
        return None


def _among_classes(sentence: Sentence, readings: Sequence[Reading], count: int) -> bool:
    """Whether as many things as numbers are listed in the clause of the first of those that are dealt out:
    探望权、抚养权、侵权案件分别占13%、1%、0.5% are three shares of one time.
    """
    first = next(r for r in readings if r.distributed >= 0)
    said = sentence.text[first.clause - sentence.start : first.quantity.start - sentence.start]
    before = re.split("分别|依次|各", said)[0]
    return len(re.split("、|和(?!解)|与|及(?!时)", before)) == count and not any(
        first.clause <= d.start < first.quantity.start for d in sentence.dates
    )


def _of_several(readings: Sequence[Reading], changes: Sequence[Reading]) -> bool:
    """Whether as many results as changes stand before them and are not of one metric: each change is that of
    another result, not of another year (2016年到2018年受理…件,执结…件,分别增长…).
    """
    results = [r for r in readings[: readings.index(changes[0])] if not r.is_change and r.metric is not None]
    last = results[-len(changes) :]
    return len(last) == len(changes) and len({r.code for r in last}) > 1


def _going_on(before: _Member | None, period: str) -> tuple[str, bool]:
    """The form of a run of dates that a period goes on with, and whether each of them follows on the one
    before it.
    """
    form = _form(period)
    if before is None:
        return form, True
    if form != before.form or form not in _MOST:
        return form if form == before.form else "", False
    near = 0 < int(period[-2:]) - int(before.period[-2:]) <= _MOST[form]
    return form, before.follows and near and before.period < period


def _form(period: str) -> str:
    """What a period of a run names: quarters (two months), a year, a month or a day; empty for any other."""
    if len(period) == TWO_MONTHS:
        return "quarter" if "-" in period[:ONE_MONTH] else ""
    return "" if "/" in period or "X" in period[-2:] else _FORMS.get(len(period), "")


def _joined(first: str, last: _Member) -> str:
    """The period of dates named in one breath, that of the last where they do not follow on each other."""
    if last.form == "quarter":
        # 二、三季度
        return f"{first[:ONE_MONTH]}/{last.period[-ONE_MONTH:]}"
    return f"{first}/{last.period}" if last.form and last.follows else last.period


def _gone_on(days: list[str], day: str) -> list[str]:
    """The days of an action with one more, or that one alone where it does not follow them closely."""
    last = days[-1] if days else ""
    if last[:ONE_MONTH] != day[:ONE_MONTH] or not 0 <= int(day[8:10]) - int(last[8:10]) <= _NEAR_DAYS:
        return [day]
    return days if day in days else [*days, day]
