"""When each result fell: dates resolved against the report, carried on until the text says another time.

What a sentence says holds for its own numbers; what outlasts it is decided by `Frames`. A day on which people
only met, spoke or published is the day of no result; a day inside one debtor's story counts for nothing
outside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.parties import parties
from courtnews.interpret.periods.apart import said_apart
from courtnews.interpret.periods.calendar import resolve
from courtnews.interpret.periods.context import is_day
from courtnews.interpret.periods.events import tells_a_meeting
from courtnews.interpret.periods.frames import Frame, Frames, last_year
from courtnews.interpret.periods.headlines import is_heading, leads_in
from courtnews.interpret.periods.series import (
    as_told_before,
    back_to,
    bygone,
    comes_back,
    goes_on_till_now,
    heard,
    is_part_of,
    is_spoken,
    leading,
    lies_in,
    sets_against,
    year_of_turn,
)
from courtnews.interpret.periods.surroundings import sentence_around
from courtnews.interpret.periods.tales import Tales, tells_an_old_story
from courtnews.interpret.periods.told import Teller, Told
from courtnews.interpret.periods.years import year_of_title
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence


class Timeline:
    """Walks the report once and gives every reading its period."""

    def __init__(self, document: Document, published: date | None, sections: Sequence[int] = ()) -> None:
        self.document = document
        self._teller = Teller(document, published)
        self.context = self._teller.context
        self._tales = Tales(self.context)
        titled = year_of_title(document, self.context.now)
        self.frames = Frames(Frame(titled, titled) if titled else None)
        self._sections = {document.paragraph_of(start) for start in sections}
        self._common: list[Frame | None] = []
        self._cursor = 0
        self._date_starts = [date.start for date in document.dates]
        self._paragraph = -1
        self._heading: bool | None = None
        self._told_until = 0
        self._latest: str | None = None
        self._opening = self._headed = True
        # Whether the sentence before told several times, of which none holds on.
        self._in_series = False

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the period of each reading of a sentence; sentences must come in the order of the text."""
        starts, cursor = self._date_starts, self._cursor
        if cursor < len(starts) and starts[cursor] < sentence.start:
            self._pass_over(sentence.start)
        if sentence.paragraph == self._paragraph:
            self._recall_year()
        else:
            self._enter(sentence.paragraph)
        roles = [r.role for r in readings]
        results = "statistic" in roles
        if sentence.dates:
            self._tell(sentence, readings, roles, results=results)
        else:
            self._tales.forget()
            self._carry_on(sentence, readings)
        if results:
            self._teller.runs.days, self._opening = [], False
        self._cursor = bisect_left(starts, sentence.end, self._cursor)

    def _tell(
        self, sentence: Sentence, readings: Sequence[Reading], roles: Sequence[str], *, results: bool
    ) -> None:
        """Take in a sentence that tells a time; `results` tells whether any of its numbers is a result."""
        story = not results and ("case_detail" in roles or (bool(readings) and bool(parties(sentence.text))))
        self._tales.begin(sentence)
        told = self._walk(sentence, readings, silent=bool(readings) and not results)
        if results:
            self._remember(told)
        if story:
            self._tales.end(sentence)
        elif told:
            now = self.context.now
            self._outlast(told if results or not readings else [t for t in told if not bygone(t, now)])

    def _carry_on(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Give the readings of a sentence that tells no time the period in force."""
        local, runs = self.frames.current, self._teller.runs
        several = runs.divide(sentence)
        for reading in readings:
            if reading.again is not None:
                local = as_told_before(reading, local)
            if reading is readings[-1]:
                self._set_in_force(local)
            if local is None:
                continue
            if several or reading.distributed >= 0 or reading.trend is not None:
                self._carry(sentence, readings, reading, local)
            else:
                reading.period = local.period
                reading.why.append(f"period {local.period}: {local.words}")
            if reading.role == "statistic":
                self._use([])

    def _walk(self, sentence: Sentence, readings: Sequence[Reading], *, silent: bool) -> list[Told]:
        """Give the readings of a sentence their periods; returns the times it tells, in order. `silent`
        tells that none of them is a result.
        """
        dates = [d for d in sentence.dates if not d.clock]
        told: list[Told] = []
        local = self.frames.current
        index, shared = 0, None
        for reading in readings:
            while index < len(dates) and dates[index].start < reading.quantity.start:
                expr, before = dates[index], dates[index - 1] if index else None
                index += 1
                if expr.first.vague:
                    local = None
                elif not (
                    (told and lies_in(expr, told[-1]))
                    or sets_against(expr, before)
                    or is_part_of(expr, before)
                ):
                    said = self._take(expr, sentence.text, sentence.start, local, silent=silent)
                    shared = shared if said is None else expr
                    # 80天里 of a time that nobody names: nothing known holds.
                    local = None if said is None and expr.days > 1 else heard(said, told, local)
            local = local if told else as_told_before(reading, local)
            if len(told) > 1 and told[0].used and comes_back(sentence, dates[index - 1], reading):
                local = back_to(told, local, self.frames.current)
            dealt = year_of_turn(told, readings, reading) if reading.distributed >= 0 else None
            apart = said_apart(sentence, reading, dates, shared)
            self._place(sentence, readings, reading, dates, dealt or local, apart)
            if reading.role == "statistic" and (told or local is not None):
                self._use(told)
        for expr in dates[index:]:
            said = self._take(expr, sentence.text, sentence.start, local, silent=True)
            told += [said] if said is not None else []
        return told

    def _use(self, told: list[Told]) -> None:
        """A result fell in the time told last, or in that in force where the sentence tells none."""
        if told:
            if not told[-1].used:
                told[-1] = told[-1]._replace(used=True)
        else:
            self.frames.confirm()
            self._opening = False

    def _place(
        self,
        sentence: Sentence,
        readings: Sequence[Reading],
        reading: Reading,
        dates: Sequence[DateExpr],
        local: Frame | None,
        expr: DateExpr | None,
    ) -> None:
        """Set the period of one reading of a sentence that tells a time: what `expr` says of it alone, else
        the one in force.
        """
        if expr is not None or reading is readings[-1]:
            # What holds for the last number is what the calendar goes on with.
            self._set_in_force(local)
        period = resolve(expr, self.context) if expr is not None else None
        if expr is not None and period is not None:
            reading.period = period
            words = sentence.text[expr.start - sentence.start : expr.end - sentence.start]
            reading.why.append(f"period {period}: {words}")
        elif local is not None and goes_on_till_now(sentence, reading, dates, local.period):
            reading.period = f"{local.period}/.."
            reading.why.append(f"period {reading.period}: {local.words}, 目前")
        elif local is not None:
            self._carry(sentence, readings, reading, local)

    def _carry(self, sentence: Sentence, readings: Sequence[Reading], reading: Reading, local: Frame) -> None:
        """Give a reading the period in force."""
        period = reading.period = self._teller.runs.spread(sentence, readings, reading, local.period)
        reading.why.append(f"period {period}: {local.words}")

    def _remember(self, told: Sequence[Told]) -> None:
        """Keep the time of the last results for a 同期 that opens a paragraph: no single day, nor the
        day up to which something was counted, nor an earlier time that is only looked back to.
        """
        used = [t for t in told if t.used]
        if not used or any(t.stock or t.frame.day for t in used):
            return
        if len(used) > 1 or not self.frames.looks_back(used[0].frame):
            self._latest = used[-1].frame.period

    def _set_in_force(self, local: Frame | None) -> None:
        """Tell the calendar what holds at this place."""
        context, report = self.context, self.frames.report
        context.period = local.period if local is not None else None
        carried = local is report or (self._in_series and local is self.frames.current)
        context.latest = self._latest if carried else None
        context.report = report.period if report is not None else None
        context.action.day = self.frames.action_day

    def _outlast(self, told: Sequence[Told]) -> None:
        """Let the time of a sentence hold for the next ones; of a series of times (2019年926件,2020年788件)
        none does where the report has a time of its own.
        """
        if not told:
            return
        used = leading([t for t in told if t.used])
        turns = len({t.frame.period for t in used}) > 1
        self._in_series = turns and (self.frames.report is not None or not self.frames.of_a_day)
        if self._in_series:
            return
        for said in used[-1:] or told[-1:]:
            leads = not said.used and leads_in(self.document, self._paragraph)
            heads = leads or (not said.used and self._in_heading())
            event = said.event and (self.frames.current is not None or not said.frame.period.endswith("/.."))
            if not event and (leads or not (heads and self._headed)):
                self.frames.put(said.frame, opens=self._opening, acts=said.acts, used=said.used, heads=heads)
                self._headed = True

    def _enter(self, paragraph: int) -> None:
        """A new paragraph begins with the period, and so the year, of the report."""
        if paragraph == self._paragraph:
            return
        if self._sections:
            for passed in range(self._paragraph + 1, paragraph + 1):
                if passed in self._sections:
                    self._section()
        self._paragraph, self._opening, self._headed = paragraph, True, False
        self._in_series, self._heading = False, None
        context = self.context
        context.action.began_here, context.year_said, context.action.told_month = None, False, None
        context.days.here = False
        self.frames.enter_paragraph()
        self._recall_year()

    def _recall_year(self) -> None:
        """A sentence begins with the year of the time in force."""
        current, context = self.frames.current, self.context
        year = last_year(current.period) if current is not None else None
        if year is not None:
            context.year = year
        elif context.year is not None and context.year < (context.now or 0) - 1:
            context.year = None

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
            text, start = sentence_around(document, expr)
            if start >= self._told_until:
                self._recall_year()
            self._told_until = start + len(text)
            if expr.edge or not (parties(text) or tells_an_old_story(text)) or tells_a_meeting(text):
                said = self._take(expr, text, start, self.frames.current, silent=True)
                self._outlast([said] if said is not None else [])
            elif not expr.first.of_event and (day := resolve(expr, self.context)):
                self.context.days.last = day if is_day(day) else self.context.days.last

    def _take(
        self, expr: DateExpr, text: str, base: int, local: Frame | None, *, silent: bool = False
    ) -> Told | None:
        """What an expression tells while `local` is in force."""
        if is_spoken(expr, text, base):
            return None
        self._set_in_force(local)
        heading = silent and self._in_heading()
        return self._teller.read(expr, text, base, silent=silent, heading=heading)

    def _in_heading(self) -> bool:
        """Whether the paragraph is a heading."""
        if self._heading is None:
            self._heading = is_heading(self.document, self._paragraph)
        return self._heading
