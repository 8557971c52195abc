"""When each result fell: dates resolved against the report, carried on until the text says another time.

What a sentence says holds for its own numbers; what outlasts it is decided by `Frames`. A day on which people
only met, spoke or published is the day of no result; a day inside one debtor's story counts for nothing
outside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.parties import parties
from courtnews.interpret.periods.apart import is_of_before
from courtnews.interpret.periods.calendar import resolve
from courtnews.interpret.periods.context import is_day
from courtnews.interpret.periods.events import tells_a_meeting
from courtnews.interpret.periods.extents import last_year
from courtnews.interpret.periods.frames import Frame, Frames, Told
from courtnews.interpret.periods.headlines import is_heading, leads_in
from courtnews.interpret.periods.names_of_years import told_in_head, year_of_title
from courtnews.interpret.periods.parallel import tell_parallel
from courtnews.interpret.periods.series import bygone, leading
from courtnews.interpret.periods.surroundings import REACH
from courtnews.interpret.periods.tales import Tales, tells_an_old_story
from courtnews.interpret.periods.told import Teller
from courtnews.interpret.periods.walk import Walk
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence, opens_item

# How far the mark that ends a paragraph may stand before blanks.
_END = 4


class Timeline:
    """Walks the report once and gives every reading its period."""

    def __init__(self, document: Document, published: date | None, sections: Sequence[int] = ()) -> None:
        self.document = document
        teller = Teller(document, published)
        self.context = teller.context
        self._tales = Tales(self.context)
        titled = year_of_title(document, self.context.now)
        self.frames = Frames(Frame(titled, titled) if titled else None)
        self._walk = Walk(document, teller, self.frames)
        self._sections = {document.paragraph_of(start) for start in sections}
        self._common: list[Frame | None] = []
        self._cursor = 0
        self._date_starts = [date.start for date in document.dates]
        self._paragraph = -1
        self._told_until = 0
        self._headed = True
        # The paragraph that lists items, and what was in force before the first of them.
        self._items: tuple[int, Frame | None] = (-1, None)
        # The day that the heading of a section names: 二、各乡镇案件进度(9月28日).
        self._headed_day: Frame | None = None

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the period of each reading of a sentence; sentences must come in the order of the text."""
        starts, cursor = self._date_starts, self._cursor
        if cursor < len(starts) and starts[cursor] < sentence.start:
            self._pass_over(sentence.start)
        if sentence.paragraph == self._paragraph:
            self._recall_year()
        else:
            self._enter(sentence.paragraph)
        self._part_items(sentence)
        roles = [r.role for r in readings]
        results = "statistic" in roles
        if sentence.dates:
            self._tell(sentence, readings, roles, results=results)
            tell_parallel(sentence, readings)
        else:
            self._tales.forget()
            self._walk.carry_on(sentence, readings)
        for reading in readings:
            if reading.period is not None and is_of_before(sentence, reading):
                reading.period = None
                reading.why.append("no period: an event alone tells when")
        if results:
            self._walk.end_results()
        self._cursor = bisect_left(starts, sentence.end, self._cursor)

    def _part_items(self, sentence: Sentence) -> None:
        """One item of a list says nothing of when the next one was: 一场是…,2009年…。一场是…."""
        if opens_item(sentence.text) is None:
            return
        if self._items[0] == sentence.paragraph:
            self.frames.paragraph = self._items[1]
        else:
            self._items = sentence.paragraph, self.frames.paragraph

    def _tell(
        self, sentence: Sentence, readings: Sequence[Reading], roles: Sequence[str], *, results: bool
    ) -> None:
        """Take in a sentence that tells a time; `results` tells whether any of its numbers is a result."""
        of_one = "case_detail" in roles or (bool(readings) and bool(parties(sentence.text)))
        story = not results and (of_one or tells_an_old_story(sentence.text))
        self._tales.begin(sentence)
        told = self._walk.through(sentence, readings, silent=bool(readings) and not results)
        if results:
            self._walk.remember(sentence, told)
        if story:
            self._tales.end(sentence)
        elif told:
            now = self.context.now
            self._outlast(told if results or not readings else [t for t in told if not bygone(t, now)])

    def _outlast(self, told: Sequence[Told]) -> None:
        """Let the time of a sentence hold for the next ones; of a series of times (2019年926件,2020年788件)
        none does where the report has a time of its own.
        """
        told = [t for t in told if not t.standing]
        if not told:
            return
        used = leading([t for t in told if t.used]) if len(told) > 1 else told
        turns = len(used) > 1 and len({t.frame.period for t in used}) > 1
        if turns and self.frames.report is None:
            whole = told_in_head(self.document, (t.frame.period for t in used))
            if whole is not None:
                frame = Frame(whole, used[-1].frame.words)
                self.frames.put(frame, opens=self._walk.opening, acts=False, used=True)
                return
        self._walk.in_series = turns and (self.frames.report is not None or not self.frames.of_a_day)
        if self._walk.in_series:
            return
        said = used[-1] if used else told[-1]
        leads = not said.used and (said.declared or leads_in(self.document, self._paragraph))
        heads = leads or (not said.used and self._walk.in_heading())
        event = said.event and (self.frames.current is not None or not said.frame.period.endswith("/.."))
        if not event and (leads or not (heads and self._headed)):
            self.frames.put(said.frame, opens=self._walk.opening, acts=said.acts, used=said.used, heads=heads)
            if heads and said.frame.day and self.frames.report is not None and self._walk.in_heading():
                self._headed_day = said.frame
            self._headed = True

    def _enter(self, paragraph: int) -> None:
        """A new paragraph begins with the period, and so the year, of the report."""
        if paragraph == self._paragraph:
            return
        if self._sections:
            for passed in range(self._paragraph + 1, paragraph + 1):
                if passed in self._sections:
                    self._section()
        if self._headed_day is not None and self._is_headed_anew(paragraph):
            self._headed_day = None
        self._paragraph, self._headed = paragraph, False
        self._walk.enter(paragraph)
        context = self.context
        context.action.began_here, context.year_said, context.action.told_month = None, False, None
        context.days.here = False
        self.frames.enter_paragraph(listed=self._goes_on(paragraph))
        if self._headed_day is not None:
            self.frames.paragraph = self._headed_day
        self._recall_year()

    def _goes_on(self, paragraph: int) -> bool:
        """Whether the paragraph before ends in the midst of a list: ——截至10月底,发还7.91万笔;"""
        start, end = self.document.paragraph_span(paragraph - 1) if paragraph else (0, 0)
        return self.document.text[max(start, end - _END) : end].rstrip().endswith((";", "；"))

    def _is_headed_anew(self, paragraph: int) -> bool:
        """Whether a heading stands among the paragraphs up to one that is entered."""
        return any(is_heading(self.document, p) for p in range(self._paragraph + 1, paragraph + 1))

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
            text, start = _sentence_around(document, expr)
            if start >= self._told_until:
                self._recall_year()
            self._told_until = start + len(text)
            if expr.edge or not (parties(text) or tells_an_old_story(text)) or tells_a_meeting(text):
                said = self._walk.take(expr, text, start, self.frames.current, silent=True)
                self._outlast([said] if said is not None else [])
            elif not expr.first.of_event and (day := resolve(expr, self.context)):
                self.context.days.last = day if is_day(day) else self.context.days.last


def _sentence_around(document: Document, expr: DateExpr) -> tuple[str, int]:
    """The sentence of an expression, as far as it can matter, and where it begins."""
    ends = document.sentence_ends
    place = bisect_right(ends, expr.start)
    start = max(ends[place - 1] if place else 0, expr.start - REACH)
    end = min(ends[min(place, len(ends) - 1)], expr.end + REACH)
    return document.text[start:end], start
