"""Periods in force: that of the report, that of a paragraph, and which of them a new one replaces.

A report has one period that it speaks of unless it says otherwise (the year under review, the days of an
action). A shorter time within it, or an earlier one, holds for the paragraph that opens with it or for the
sentence that names it; any other time is what the report speaks of from then on.
"""

from __future__ import annotations

from typing import NamedTuple

from courtnews.interpret.periods.context import ONE_MONTH, ONE_YEAR
from courtnews.interpret.periods.extents import bounds, earlier, last_year, of_an_action, overlaps, within

# 五年审结…,2017年审结…。民事方面,全年审结…: a year that the paragraph goes on with.
_WHOLE_YEAR = "全年"
_LONG_AGO = 3


class Frame(NamedTuple):
    """A period with the words that set it and whether it is a single day."""

    period: str
    words: str
    day: bool = False


class Told(NamedTuple):
    """A time that a sentence tells, whether an action is told beside it, whether nothing but an event is,
    whether a result of the sentence fell in it, whether it only ends then (截至10月底), whether the
    report says that it is of it (现将1-2月份指标通报如下), and whether it belongs to the name of a rate
    (近三年整体执结率).
    """

    frame: Frame
    acts: bool
    event: bool
    used: bool = False
    stock: bool = False
    declared: bool = False
    standing: bool = False


def _only_holds(frame: Frame, day: Frame) -> bool:
    """Whether a time is a longer one that a day lies in."""
    return within(day.period, frame.period) and not frame.period.startswith(day.period)


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
        #: The day that the report began with and went on from to a longer time.
        self.acted: Frame | None = None
        # Whether only a heading named the report's period so far: a title may name another year.
        self._titled = False
        self._told = False
        # Whether that heading names an action.
        self._acted = False

    @property
    def current(self) -> Frame | None:
        """What holds where a sentence names no time of its own."""
        return self.paragraph or self.report or self._named

    def enter_paragraph(self, *, listed: bool = False) -> None:
        """A new paragraph begins with the period of the report; where it has none, the day told last goes
        on, but in a list (`listed`) the day up to which its items are counted.
        """
        counted = listed and self.paragraph is not None and self.paragraph.period.startswith("..")
        if counted and self.report is None:
            return
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
            self.acted = self.report if self.report is not None and self.report.day else self.acted
            self.report, self.paragraph = frame, None
            self._titled, self._told = heads and not used and not again, used or again
            self._acted = heads and acts
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

    def _long_past(self, period: str) -> bool:
        """Whether the report's own time is a year long before one with results: 2012年不过二百万件…。
        2024年….
        """
        report = self.report.period if self.report is not None else ""
        year = last_year(period)
        return (
            len(report) == ONE_YEAR
            and report.isdigit()
            and year is not None
            and year - int(report) > _LONG_AGO
        )

    def _ends_alike(self, period: str) -> bool:
        """Whether a time of the same year holds the month of the report and ends with it:
        10月新收31件;1至10月累计收案153件.
        """
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
        action = opens and self._titled and self._acted and of_an_action(frame.period, self.report.period)
        if used and (action or self._long_past(frame.period) or self._ends_alike(frame.period)):
            return True
        if within(frame.period, self.report.period):
            # 2018年以来 in the opening words, 2018年至2022年 or 今年1至5月 with the first results.
            return used and self.report.period.endswith("/..") and not self._told
        if self._told and bounds(frame.period)[0][:4] < bounds(self.report.period)[0][:4]:
            # 去年10月以来 among the results of this year looks back for a moment.
            return False
        if self._told and overlaps(frame.period, self.report.period):
            # The year of an action in a report of two years and a half.
            return False
        return (opens or not self._told) and (used or earlier(self.report.period, frame.period))
