"""When each result fell: dates resolved against the report, carried on until the text says another time.

What a sentence says holds for its own numbers; what outlasts it is decided by `Frames`. A day on which people
only met, spoke or published is the day of no result; a day inside one debtor's story counts for nothing
outside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from courtnews.dates import DateExpr
from courtnews.interpret.parties import parties
from courtnews.interpret.periods.apart import is_comparison, period_apart
from courtnews.interpret.periods.calendar import Context, edtf, not_after, resolve, year_of
from courtnews.interpret.periods.frames import Frame, Frames, within
from courtnews.interpret.periods.headlines import is_heading
from courtnews.interpret.periods.publication import spans_of_years, speaking_year, year_of_title
from courtnews.interpret.periods.runs import Runs
from courtnews.interpret.periods.surroundings import (
    REACH,
    Surroundings,
    tells_a_meeting,
    tells_an_old_story,
)
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence


class _Told(NamedTuple):
    """A time that a sentence tells, whether an action is told beside it, whether nothing but an event is,
    and whether a result of the sentence fell in it.
    """

    frame: Frame
    acts: bool
    event: bool
    used: bool = False


class Timeline:
    """Walks the report once and gives every reading its period."""

    def __init__(self, document: Document, published: date | None, sections: Sequence[int] = ()) -> None:
        self.document = document
        self.context = Context(now=speaking_year(document, published), published=published)
        self.context.cutoff = self._cutoff()
        self.context.ranges = spans_of_years(document)
        titled = year_of_title(document, self.context.now)
        self.frames = Frames(Frame(titled, titled) if titled else None)
        self._runs = Runs()
        self._sections = {document.paragraph_of(start) for start in sections}
        self._common: list[Frame | None] = []
        self._cursor = 0
        self._paragraph = -1
        self._opening = self._headed = True
        self._firm = False

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the period of each reading of a sentence; sentences must come in the order of the text."""
        self._pass_over(sentence.start)
        self._enter(sentence.paragraph)
        results = any(r.role == "statistic" for r in readings)
        story = bool(readings) and not results and bool(parties(sentence.text))
        year, event = self.context.year, self.context.event
        told = self._walk(sentence, readings)
        if story:
            self.context.year, self.context.event = year, event
        else:
            self._outlast(told)
        if results:
            self._runs.days, self._opening = [], False
        self._cursor = bisect_left(self.document.dates, sentence.end, key=lambda d: d.start)

    def _walk(self, sentence: Sentence, readings: Sequence[Reading]) -> list[_Told]:
        """Give the readings of a sentence their periods; returns the times it tells, in order."""
        dates = [d for d in sentence.dates if not d.clock]
        told: list[_Told] = []
        local = self.frames.current
        index = 0
        for reading in readings:
            while index < len(dates) and dates[index].start < reading.quantity.start:
                said = self._take(dates[index], sentence.text, sentence.start, local)
                index += 1
                if said is not None and not _only_widens(said, told):
                    told.append(said)
                    local = said.frame
            self._place(sentence, readings, reading, dates, local)
            if reading.role == "statistic":
                told[-1:] = [t._replace(used=True) for t in told[-1:]]
                if not told:
                    self.frames.confirm()
        for expr in dates[index:]:
            said = self._take(expr, sentence.text, sentence.start, local, silent=True)
            told += [said] if said is not None else []
        return told

    def _place(
        self,
        sentence: Sentence,
        readings: Sequence[Reading],
        reading: Reading,
        dates: Sequence[DateExpr],
        local: Frame | None,
    ) -> None:
        """Set the period of one reading: its own, else the one in force."""
        self._set_in_force(local)
        reading.period = period_apart(sentence, reading, dates, self.context) if dates else None
        if reading.period:
            reading.why.append(f"period {reading.period}: said with it")
        elif local is not None:
            reading.period = self._runs.spread(sentence, readings, reading, local.period)
            reading.why.append(f"period {reading.period}: {local.words}")

    def _set_in_force(self, local: Frame | None) -> None:
        """Tell the calendar what holds at this place."""
        self.context.period = local.period if local else None
        self.context.report = self.frames.report.period if self.frames.report else None

    def _outlast(self, told: Sequence[_Told]) -> None:
        """Let the time of a sentence hold for the next ones; of a series of times (2019年926件,2020年788件)
        none does where the report has a time of its own.
        """
        used = [t for t in told if t.used]
        if len({t.frame.period for t in used}) > 1 and self.frames.current is not None:
            return
        for said in used[-1:] or told[-1:]:
            heads = is_heading(self.document, self._paragraph)
            if not said.event and not (heads and self._headed):
                self.frames.put(
                    said.frame, opens=self._opening, acts=said.acts, used=said.used, heads=heads
                )
                self._headed = True

    def _cutoff(self) -> str | None:
        """The last day the text counts to (截至7月31日), for actions whose end is not said otherwise."""
        points = [e.first for e in self.document.dates if e.edge == "until" and e.first.month and e.first.day]
        found = [edtf(year_of(p, self.context), p.month, p.day) for p in points]
        return max(found) if found and not found[0].startswith("X") else None

    def _enter(self, paragraph: int) -> None:
        """A new paragraph begins with the period, and so the year, of the report."""
        if paragraph == self._paragraph:
            return
        for passed in range(self._paragraph + 1, paragraph + 1):
            if passed in self._sections:
                self._section()
        self._paragraph, self._opening, self._headed = paragraph, True, False
        self.context.begun_here, self.context.year_said = None, False
        self.frames.enter_paragraph()
        report = self.frames.report
        years = [y for part in (report.period.split("/") if report else ()) if (y := part[:4]).isdigit()]
        if years:
            self.context.year = int(years[-1])
        elif self.context.year is not None and self.context.year < (self.context.now or 0) - 1:
            self.context.year = None

    def _section(self) -> None:
        """A section of another court begins with the period that stood before the first of them."""
        self._common = self._common or [self.frames.report]
        self.frames.report = self._common[0]

    def _pass_over(self, position: int) -> None:
        """Take in the dates of the sentences without numbers in between."""
        document = self.document
        while self._cursor < len(document.dates) and document.dates[self._cursor].start < position:
            expr = document.dates[self._cursor]
            self._cursor += 1
            if expr.clock:
                continue
            self._enter(document.paragraph_of(expr.start))
            text, start = self._sentence_around(expr)
            if expr.edge or tells_a_meeting(text) or not (parties(text) or tells_an_old_story(text)):
                said = self._take(expr, text, start, self.frames.current, silent=True)
                self._outlast([said] if said is not None else [])
            elif day := resolve(expr, self.context):
                self.context.event = day if "/" not in day else self.context.event

    def _sentence_around(self, expr: DateExpr) -> tuple[str, int]:
        """The sentence of an expression, as far as it can matter, and where it begins."""
        ends = self.document.sentence_ends
        place = bisect_right(ends, expr.start)
        start = max(ends[place - 1] if place else 0, expr.start - REACH)
        end = min(ends[min(place, len(ends) - 1)], expr.end + REACH)
        return self.document.text[start:end], start

    def _take(
        self, expr: DateExpr, text: str, base: int, local: Frame | None, *, silent: bool = False
    ) -> _Told | None:
        """What an expression says of the time of results; None where it says nothing of it. `silent` tells
        that no number follows in its sentence.
        """
        around = Surroundings.of(expr, text, base)
        heading = silent and is_heading(self.document, self._paragraph)
        if around.is_aside(expr, heading=heading) or is_comparison(expr, text, base):
            return None
        if silent and self._is_publication(expr) and not around.acts:
            return None
        self._set_in_force(local)
        period = self._period(expr, around)
        self._remember_parts(expr)
        if period is None:
            return None
        return self._weigh(expr, around, period, self._runs.add(expr, period, text, base), silent)

    def _weigh(
        self, expr: DateExpr, around: Surroundings, period: str, joined: str, silent: bool
    ) -> _Told | None:
        """What a resolved expression sets in force, and how firmly; `joined` is the period of it and those
        told in one breath with it.
        """
        dated = expr.first.day or expr.first.day_shift is not None
        single = bool(dated and not expr.last and not expr.edge)
        if single:
            self.context.event = period
            self._runs.add_day(period)
        begins = bool(expr.first.month and expr.last is None and around.begins)
        if begins or expr.edge == "since":
            self._begin(period.split("/")[0], firm=expr.edge == "since")
        if begins and "/" not in period and (around.opens or (around.acts_near and not single)):
            return _Told(Frame(f"{period}/..", self._words(expr)), True, False)
        if single and around.only_met:
            return None
        event = silent and not around.acts_near and (begins or self._is_event(expr)) and not single
        if joined != period and not expr.edge:
            period, single = joined, False
        return _Told(Frame(period, self._words(expr), single), around.acts_near, event)

    def _words(self, expr: DateExpr) -> str:
        return self.document.text[expr.start : expr.end]

    def _is_event(self, expr: DateExpr) -> bool:
        """Whether a time told without results is only that of an event: a month, or a start (6月起)."""
        if expr.edge == "since":
            return self.document.text[expr.end - 1] in "起始"
        return bool(expr.first.month and not expr.first.day and not expr.last and not expr.edge)

    def _period(self, expr: DateExpr, around: Surroundings) -> str | None:
        first, context = expr.first, self.context
        if expr.edge == "until" and around.counts_up and not (context.period or "").endswith("/.."):
            return f"../{edtf(year_of(first, context), first.month, first.day)}"
        if expr.edge == "until" and first.day and around.by_clock:
            return edtf(year_of(first, context), first.month or context.month, first.day)
        return not_after(resolve(expr, context), expr, context)

    def _remember_parts(self, expr: DateExpr) -> None:
        first, context = expr.first, self.context
        if first.year is not None or first.year_shift is not None:
            context.year = year_of(expr.last or first, context) or year_of(first, context)
            context.year_said = True
        context.month = (expr.last or first).month or context.month

    def _begin(self, start: str, *, firm: bool) -> None:
        """What the report tells of began then; 以来 says so more firmly than a verb."""
        if firm or not self._firm:
            self.context.campaign, self._firm = start, firm
        self.context.begun_here = start

    def _is_publication(self, expr: DateExpr) -> bool:
        first, day = expr.first, self.context.published
        if day is None or expr.last is not None or expr.edge or first.year not in (None, day.year):
            return False
        return (first.month, first.day) == (day.month, day.day)


def _only_widens(said: _Told, told: Sequence[_Told]) -> bool:
    """Whether a year only repeats that of the time told right before it: 截至8月31日,今年全院受理…."""
    before = told[-1] if told else None
    year = len(said.frame.period) == len("2021")
    return before is not None and year and not before.used and within(before.frame.period, said.frame.period)
