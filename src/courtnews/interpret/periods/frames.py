"""Periods in force: that of the report, that of a paragraph, and which of them a new one replaces.

A report has one period that it speaks of unless it says otherwise (the year under review, the days of an
action). A shorter time within it, or an earlier one, holds for the paragraph that opens with it or for the
sentence that names it; any other time is what the report speaks of from then on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from courtnews.interpret.periods.context import ONE_MONTH, ONE_YEAR

# 五年审结…,2017年审结…。民事方面,全年审结…: a year that the paragraph goes on with.
_WHOLE_YEAR = "全年"
# The end of time, behind years that are unknown as well.
_FIRST, _LAST = "0000", "XXXX-99"


class Frame(NamedTuple):
    """A period with the words that set it and whether it is a single day."""

    period: str
    words: str
    day: bool = False


@lru_cache(maxsize=1024)
def bounds(period: str) -> tuple[str, str]:
    """First and last day of a period, comparable as text; an open end reaches to the end of time.

    >>> bounds("2021"), bounds("2021-06/..")
    (('2021-01-01', '2021-12-31'), ('2021-06-01', 'XXXX-99'))
    """
    start, _, end = period.partition("/")
    end = end or start
    first = _FIRST if start == ".." else start + "-01-01"[len(start) - 4 :]
    last = _LAST if end == ".." else end + "-12-31"[len(end) - 4 :]
    return first, last


def within(inner: str, outer: str) -> bool:
    """Whether a period lies in another, or is the same.

    >>> within("2021-06-17", "2021"), within("2021/2022", "2021"), within("2021-06", "2021/..")
    (True, False, True)
    """
    (first, last), (low, high) = bounds(inner), bounds(outer)
    return low <= first and last <= high


def earlier(period: str, other: str) -> bool:
    """Whether a period has ended when another begins.

    >>> earlier("2019", "2021-01/2021-06"), earlier("2021", "2021-06")
    (True, False)
    """
    return bounds(period)[1] < bounds(other)[0]


@lru_cache(maxsize=1024)
def last_year(period: str) -> int | None:
    """The last year that a period names.

    >>> last_year("2021-06/2022-01"), last_year("2021/.."), last_year("XXXX-06")
    (2022, 2021, None)
    """
    years = [year for part in period.split("/") if (year := part[:4]).isdigit()]
    return int(years[-1]) if years else None


def _overlaps(period: str, other: str) -> bool:
    """Whether a period begins in a longer one and outlasts it.

    >>> _overlaps("2014-07-15/2015-07-15", "2013-01/2015-06"), _overlaps("2021/2022", "2021")
    (True, False)
    """
    (first, last), (low, high) = bounds(period), bounds(other)
    if "X" in first + last + low + high or _LAST in (last, high) or not low < first <= high < last:
        return False
    return low != _FIRST and _days(first, last) < _days(low, high)


def _only_holds(frame: Frame, day: Frame) -> bool:
    """Whether a time is a longer one that a day lies in."""
    return within(day.period, frame.period) and not frame.period.startswith(day.period)


def _of_an_action(period: str, year: str) -> bool:
    """Whether a time lasts from a later month of a year to another: 2月至4月 under 2023年春季行动."""
    begun, _, end = period.partition("/")
    later = len(year) == ONE_YEAR and begun[ONE_YEAR:][:3] not in ("", "-01")
    return later and end != ".." and end[:ONE_YEAR] == begun[:ONE_YEAR] == year


def _days(first: str, last: str) -> int:
    """About how many days lie between two days."""
    (y, m, d), (y2, m2, d2) = (map(int, day.split("-")) for day in (first, last))
    return 365 * (y2 - y) + 30 * (m2 - m) + d2 - d


class Frames:
    """The periods in force while a report is read."""

    def __init__(self, named: Frame | None = None) -> None:
        #: The year in a name, which gives way to any time that the report tells.
        self._named = named
        self.report: Frame | None = None
        self.paragraph: Frame | None = None
        #: The first period that the report spoke of, for its headline.
        self.first: Frame | None = None
        # The day of the action reported on, while the report has no other time.
        self._day: Frame | None = None
        # The day of which a result was told.
        self._counted: Frame | None = None
        # Whether only a heading named the report's period so far: a title may name another year.
        self._titled = False
        self._told = False

    @property
    def current(self) -> Frame | None:
        """What holds where a sentence names no time of its own."""
        return self.paragraph or self.report or self._named

    def enter_paragraph(self) -> None:
        """A new paragraph begins with the period of the report; where it has none, the day told last goes
        on.
        """
        if self.report is not None:
            self.paragraph = None
        elif self._day is not None:
            self.paragraph = self._day

    def confirm(self) -> None:
        """A result was given the period in force."""
        if self.paragraph is not None:
            self._day = self.paragraph if self.paragraph.day and self.report is None else self._day
            self._counted = self.paragraph if self.paragraph.day else self._counted
        else:
            self.report = self.report or self._named
            self._titled, self._told = False, True

    def put(self, frame: Frame, *, opens: bool, acts: bool, used: bool = False, heads: bool = False) -> None:
        """Let a sentence's period outlast it: `opens` where no result of its paragraph stands before it,
        `acts` where an action of the court is told beside it, `used` where a result was told of it, `heads`
        where it stands in a heading, which speaks for all that follows.
        """
        if used and self.report is not None and frame.period == self.report.period:
            self._titled, self._told = False, True
            self.paragraph = None
        day = self.paragraph if self.paragraph is not None and self.paragraph.day else None
        self._counted = frame if frame.day and used else self._counted
        kept = not opens or (not used and day == self._counted)
        if self.report is None and day is not None and kept and _only_holds(frame, day):
            # The day of an action stays that of its report, whatever longer time is named in passing.
            return
        before = day is not None and earlier(frame.period, day.period)
        if before and not (used or heads or len(frame.period) > ONE_YEAR):
            # 去年 in the story of one debtor, within the day of an action.
            return
        if before and self.report is None and day == self._day:
            # 头一回在去年9月,拘留14人: what came before the action, told in passing.
            self.paragraph = frame
        elif frame.day and (self.report is not None or not acts):
            self.paragraph = frame
            self.first = self.first or (frame if used else None)
            self._day = frame if used or acts or heads else self._day
        elif heads or self._replaces(frame, used, opens):
            again = self.report is not None and self.report.period == frame.period and self._told
            self.report, self.paragraph = frame, None
            self._titled, self._told = heads and not used and not again, used or again
            self.first = self.first or frame
        elif opens or (used and (frame.words == _WHOLE_YEAR or not self._bygone(frame))):
            self.paragraph = frame

    @property
    def only(self) -> str | None:
        """The one period that the report speaks of from its first results to its end."""
        alike = self.report is not None and self.report == self.first
        return self.report.period if alike and self.report is not None else None

    @property
    def of_a_day(self) -> bool:
        """Whether nothing is in force, or nothing but a day."""
        return self.current is None or self.current.day

    @property
    def action_day(self) -> str | None:
        """The day of the action that the report is of, where it is of one."""
        frame = self.report if self.report is not None and self.report.day else self._day
        return frame.period if frame is not None else None

    def looks_back(self, frame: Frame) -> bool:
        """Whether a time has ended when that of the report begins."""
        return self.report is not None and earlier(frame.period, self.report.period)

    def _ends_alike(self, period: str) -> bool:
        """Whether a time of the same year holds the month of the report and ends with it."""
        report = self.report.period if self.report is not None else ""
        if len(report) != ONE_MONTH or "/" in report or not within(report, period):
            return False
        return period[:ONE_YEAR] == report[:ONE_YEAR] and bounds(period)[1] == bounds(report)[1]

    def _bygone(self, frame: Frame) -> bool:
        """Whether a time lies in that of the report or before it."""
        report = self.report
        return report is not None and (
            within(frame.period, report.period) or earlier(frame.period, report.period)
        )

    def _replaces(self, frame: Frame, used: bool, opens: bool) -> bool:
        """Whether the report speaks of this time from here on: it is later than what it spoke of, or wider
        and told with results.
        """
        if frame.period.startswith(".."):
            # A sum since nobody says when is told in passing.
            return False
        if self.report is None:
            return True
        if self.report.day and not self._told and not frame.day and within(self.report.period, frame.period):
            # 5月10日一声令下,…。50天来(5月10日至6月29日)
            return True
        if earlier(frame.period, self.report.period):
            return used and self._titled
        start, _, end = frame.period.partition("/")
        if end == ".." and not self.report.period.endswith("/..") and within(start, self.report.period):
            # 2月以来 in a report of the first half of the year.
            return False
        if used and opens and self._titled and _of_an_action(frame.period, self.report.period):
            return True
        if within(frame.period, self.report.period):
            # 2018年以来 in the opening words, 2018年至2022年 or 今年1至5月 with the first results.
            return used and self.report.period.endswith("/..") and not self._told
        if used and self._ends_alike(frame.period):
            # 10月新收31件;1至10月累计收案153件
            return True
        if self._told and bounds(frame.period)[0][:4] < bounds(self.report.period)[0][:4]:
            # 去年10月以来 among the results of this year looks back for a moment.
            return False
        if self._told and _overlaps(frame.period, self.report.period):
            # The year of an action in a report of two years and a half.
            return False
        return (opens or not self._told) and (used or earlier(self.report.period, frame.period))
