"""When each result fell: dates resolved against the report, carried on until the text says another time.

A period stays in force until another is named. A single day gives way at the end of its paragraph to the
longer period it stands in; a day on which people only met, spoke or published is the day of no result; a day
inside one debtor's story counts for nothing outside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.calendar import Context, edtf, not_after, resolve, year_of
from courtnews.interpret.parties import parties
from courtnews.interpret.publication import speaking_year
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence
from courtnews.interpret.surroundings import (
    REACH,
    Surroundings,
    is_compared,
    is_start,
    tells_a_meeting,
    tells_an_old_story,
)

_NEAR_DAYS = 3


class Timeline:
    """Walks the report once and gives every reading its period."""

    def __init__(self, document: Document, published: date | None, sections: Sequence[int] = ()) -> None:
        self.document = document
        self._sections = {document.paragraph_of(start) for start in sections}
        self._common: tuple[str | None, str | None] | None = None
        self.context = Context(now=speaking_year(document, published), published=published)
        self._cursor = 0
        self._paragraph = -1
        self._lasting: str | None = None
        self._days: list[str] = []
        self._firm = False
        self._words: dict[str, str] = {}
        self._run: list[tuple[int, str]] = []
        self.context.cutoff = self._cutoff()

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the period of each reading of a sentence; sentences must come in the order of the text."""
        self._pass_over(sentence.start)
        self._enter(sentence.paragraph)
        story = bool(readings) and all(r.role != "statistic" for r in readings) and parties(sentence.text)
        saved = self._state() if story else None
        dates = [d for d in sentence.dates if not d.clock]
        index = 0
        for reading in readings:
            while index < len(dates) and dates[index].start < reading.quantity.start:
                self._take(dates[index], sentence.text, sentence.start)
                index += 1
            said = self._bracketed(sentence, reading, dates) or self._passing(sentence, reading, dates)
            reading.period = said or self._spread(sentence, readings, reading)
            if reading.period:
                words = "said with it" if said else self._words[self.context.period or ""]
                reading.why.append(f"period {reading.period}: {words}")
        for expr in dates[index:]:
            self._take(expr, sentence.text, sentence.start, silent=True)
        if saved is not None:
            self.context.period, self.context.year, self.context.event, self._lasting, self._days = saved
        elif any(r.role == "statistic" for r in readings):
            self._days = []
        self._cursor = bisect_left(self.document.dates, sentence.end, key=lambda d: d.start)

    def _state(self) -> tuple[str | None, int | None, str | None, str | None, list[str]]:
        context = self.context
        return context.period, context.year, context.event, self._lasting, list(self._days)

    def _cutoff(self) -> str | None:
        """The last day the text counts to (截至7月31日), for actions whose end is not said otherwise."""
        points = [e.first for e in self.document.dates if e.edge == "until" and e.first.month and e.first.day]
        found = [edtf(year_of(p, self.context), p.month, p.day) for p in points]
        return max(found) if found and not found[0].startswith("X") else None

    def _enter(self, paragraph: int) -> None:
        """A new paragraph: a single day gives way to the longer period it stood in."""
        if paragraph != self._paragraph:
            for passed in range(self._paragraph + 1, paragraph + 1):
                if passed in self._sections:
                    self._section()
            self._paragraph = paragraph
            self.context.begun_here = None
            year = self.context.year
            old = year is not None and self.context.now is not None and year < self.context.now - 1
            if old and str(year) not in (self._lasting or ""):
                self.context.year = None
            if self._lasting is not None:
                self.context.period = self._lasting

    def _section(self) -> None:
        """A section of another court begins with the period that stood before the first of them."""
        if self._common is None:
            self._common = (self.context.period, self._lasting)
        self.context.period, self._lasting = self._common

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
                self._take(expr, text, start, silent=True)
            elif day := resolve(expr, self.context):
                self.context.event = day if "/" not in day else self.context.event

    def _sentence_around(self, expr: DateExpr) -> tuple[str, int]:
        """The sentence of an expression, as far as it can matter, and where it begins."""
        ends = self.document.sentence_ends
        place = bisect_right(ends, expr.start)
        start = max(ends[place - 1] if place else 0, expr.start - REACH)
        end = min(ends[min(place, len(ends) - 1)], expr.end + REACH)
        return self.document.text[start:end], start

    def _take(self, expr: DateExpr, text: str, base: int, *, silent: bool = False) -> None:
        """Let an expression change what is in force."""
        around = Surroundings.of(expr, text, base)
        if around.is_aside(expr) or (silent and self._is_publication(expr) and not around.acts):
            return
        period = self._period(expr, around)
        self._remember_parts(expr)
        if period is None:
            return
        self._continue_run(expr, period, text, base)
        dated = expr.first.day or expr.first.day_shift is not None
        single = bool(dated and not expr.last and not expr.edge)
        if single:
            self._day(period)
        begins = bool(expr.first.month and expr.last is None and around.begins)
        if begins or expr.edge == "since":
            self._begin(period.split("/")[0], firm=expr.edge == "since")
        if single and around.only_met:
            return
        if begins and not single and not expr.edge:
            if silent and not around.acts_near:
                return
            period += "/.." if around.acts_near else ""
        self._put_in_force(period, expr, lasts=not single or (around.acts_near and self._lasting is None))

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
        context.month = (expr.last or first).month or context.month

    def _continue_run(self, expr: DateExpr, period: str, text: str, base: int) -> None:
        """Dates named in one breath (2016年、2017年和2018年) are kept together, to be dealt out."""
        run = self._run
        if run and (run[-1][0] < base or text[run[-1][0] - base : expr.start - base].strip("、和及与以,， ")):
            run = []
        if run and run[-1][0] == expr.start:
            run = run[:-1]
        self._run = [*run, (expr.end, period)]

    def _begin(self, start: str, *, firm: bool) -> None:
        """What the report tells of began then; 以来 says so more firmly than a verb."""
        if firm or not self._firm:
            self.context.campaign, self._firm = start, firm
        self.context.begun_here = start

    def _put_in_force(self, period: str, expr: DateExpr, *, lasts: bool) -> None:
        self.context.period = period
        self._words[period] = self.document.text[expr.start : expr.end]
        if lasts:
            self._lasting = period

    def _is_publication(self, expr: DateExpr) -> bool:
        first, day = expr.first, self.context.published
        if day is None or expr.last is not None or expr.edge or first.year not in (None, day.year):
            return False
        return (first.month, first.day) == (day.month, day.day)

    def _day(self, day: str) -> None:
        """Remember a day; days that follow each other closely make up the days of one action."""
        self.context.event = day
        last = self._days[-1] if self._days else ""
        if last[:7] != day[:7] or not 0 <= int(day[8:10]) - int(last[8:10]) <= _NEAR_DAYS:
            self._days = []
        if day not in self._days:
            self._days.append(day)

    def _bracketed(self, sentence: Sentence, reading: Reading, dates: Sequence[DateExpr]) -> str | None:
        """The period said inside the brackets a number stands in: (去年同期1860件)."""
        text, position = sentence.text, reading.quantity.start - sentence.start
        opening = max(text.rfind("(", 0, position), text.rfind("（", 0, position))
        compared = next((d for d in dates if d.end == sentence.start + opening), None)
        alone = compared is not None and opening + 1 == position
        if compared is not None and alone and is_compared(text[: compared.start - sentence.start]):
            return resolve(compared, self.context)
        if opening < 0 or max(text.rfind(")", opening, position), text.rfind("）", opening, position)) > 0:
            return None
        for expr in reversed(dates):
            if sentence.start + opening < expr.start < reading.quantity.start and not expr.clock:
                return resolve(expr, self.context)
        return None

    def _passing(self, sentence: Sentence, reading: Reading, dates: Sequence[DateExpr]) -> str | None:
        """The earlier year a step starts from, said for one number only: 从去年的94天降至83天."""
        for expr in reversed(dates):
            if expr.end <= reading.quantity.start:
                gap = sentence.text[expr.end - sentence.start : reading.quantity.start - sentence.start]
                starts = is_start(sentence.text[: expr.start - sentence.start], expr)
                return resolve(expr, self.context) if starts and len(gap) <= 4 else None
        return None

    def _spread(self, sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> str | None:
        """The period in force: dealt out where a list has as many numbers as dates or years, else joined."""
        period = self.context.period
        if period is None:
            return None
        if reading.distributed >= 0:
            dealt = sum(r.distributed >= 0 and r.metric is reading.metric for r in readings)
            if (own := self._dealt(period, reading.distributed, dealt)) is not None:
                return own
        months = [told for _, told in self._run]
        if len(months) > 1 and months[-1] == period and all(len(told) == len("2021-06") for told in months):
            return f"{months[0]}/{months[-1]}"
        if len(self._days) > 1 and period in self._days and not any(d.first.day for d in sentence.dates):
            return f"{self._days[0]}/{self._days[-1]}"
        return period

    def _dealt(self, period: str, place: int, count: int) -> str | None:
        """The date at one place of a list of dates or of the years of a range (2018年到2022年…依次为…)."""
        if len(self._run) > 1 and count == len(self._run):
            return self._run[place][1]
        years = [int(y) for y in period.split("/") if len(y) == len("2021") and y.isdigit()]
        if len(years) > 1 and count == years[1] - years[0] + 1:
            return str(years[0] + place)
        return None
