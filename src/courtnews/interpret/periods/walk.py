"""One sentence after the other: the times that it tells, and which of them holds for each of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.dates import DateExpr
from courtnews.interpret.periods.apart import said_apart
from courtnews.interpret.periods.calendar import resolve
from courtnews.interpret.periods.extents import within
from courtnews.interpret.periods.frames import Frame, Frames, Told
from courtnews.interpret.periods.headlines import is_heading
from courtnews.interpret.periods.series import (
    as_told_before,
    back_to,
    comes_back,
    goes_on_till_now,
    heard,
    is_part_of,
    is_spoken,
    lies_in,
    sets_against,
    year_of_turn,
)
from courtnews.interpret.periods.told import Teller
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_SEVERAL = 3
# 从2021年的338件降到2023年的241件
_STEP = re.compile("[从由]((?:19|20)[0-9]{2})年的?[^。;；]{0,24}[到至为]((?:19|20)[0-9]{2})年的?")
# 自2016年起推行网拍。本次拍卖会中,成交12件
_OF_NOW = re.compile("[本此这]次[^,，。;；0-9]{0,8}(?:会|日|活动|拍卖|发放)")
_THEN = re.compile("(?:随后|现场|当场|仪式上|发放现场|活动现场|发放仪式上)")
_SINCE_YEAR = re.compile("[0-9]{4}/\\.\\.")


class Walk:
    """Goes through sentences in the order of the text and gives their readings periods."""

    def __init__(self, document: Document, teller: Teller, frames: Frames) -> None:
        self._document = document
        self.teller, self.frames, self.context = teller, frames, teller.context
        self._paragraph = -1
        self._heading: bool | None = None
        self._latest: str | None = None
        #: Whether no result of the paragraph stands before this place.
        self.opening = True
        #: Whether the sentence before told several times, of which none holds on.
        self.in_series = False

    def enter(self, paragraph: int) -> None:
        """A new paragraph begins."""
        self._paragraph, self._heading, self.opening, self.in_series = paragraph, None, True, False

    def carry_on(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Give the readings of a sentence that tells no time the period in force."""
        local, runs = self.frames.current, self.teller.runs
        if self.frames.acted is not None and local is self.frames.report and _THEN.match(sentence.text):
            # 2023年,受理3000件。随后,当场发放120万元: back to the day of the action.
            local = self.frames.acted
        if local is not None and _OF_NOW.match(sentence.text) and self._is_bygone(local.period):
            return
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

    def _is_bygone(self, period: str) -> bool:
        """Whether a time goes on since a year before this one: what is done now is no result of it."""
        since = _SINCE_YEAR.fullmatch(period) is not None
        published = self.context.published
        return since and (published is None or int(period[:4]) < published.year - 1)

    def through(self, sentence: Sentence, readings: Sequence[Reading], *, silent: bool) -> list[Told]:
        """Give the readings of a sentence their periods; returns the times it tells, in order. `silent`
        tells that none of them is a result.
        """
        dates = [d for d in sentence.dates if not d.clock]
        told: list[Told] = []
        index, shared, local = 0, None, self.frames.current
        for reading in readings:
            while index < len(dates) and dates[index].start < reading.quantity.start:
                expr, before = dates[index], dates[index - 1] if index else None
                index += 1
                if expr.first.vague:
                    local = None
                elif not _points_to(expr, before, told, sentence):
                    said = self.take(expr, sentence.text, sentence.start, local, silent=silent)
                    shared = shared if said is None else expr
                    unknown = said is None and (expr.days > 1 or (expr.years and not expr.loose))
                    # 80天里, 近两年 of a time that nobody names: nothing known holds.
                    local = None if unknown else heard(said, told, local)
            local = local if told else as_told_before(reading, local)
            if len(told) > 1 and told[0].used and comes_back(sentence, dates[index - 1], reading):
                local = back_to(told, local, self.frames.current)
            dealt = year_of_turn(told, readings, reading) if reading.distributed >= 0 else None
            apart = said_apart(sentence, reading, dates, shared)
            self._place(sentence, readings, reading, dates, dealt or local, apart)
            if told and reading.period == f"{told[-1].frame.period}/..":
                # 9月1日首批上屏,至今共曝光178人: what follows is told up to now as well.
                local = Frame(reading.period, told[-1].frame.words)
                told[-1] = told[-1]._replace(frame=local)
            if reading.role == "statistic" and (told or local is not None):
                self._use(told)
        rest = (self.take(expr, sentence.text, sentence.start, local, silent=True) for expr in dates[index:])
        return [*told, *(said for said in rest if said is not None)]

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
        elif expr is not None and expr.first.same and expr.first.year_shift:
            reading.why.append("no period: the year before one that nobody tells")
        elif local is not None and goes_on_till_now(sentence, reading, dates, local.period):
            reading.period = f"{local.period}/.."
            reading.why.append(f"period {reading.period}: {local.words}, 目前")
        elif local is not None:
            self._carry(sentence, readings, reading, local)

    def _carry(self, sentence: Sentence, readings: Sequence[Reading], reading: Reading, local: Frame) -> None:
        """Give a reading the period in force."""
        period = reading.period = self.teller.runs.spread(sentence, readings, reading, local.period)
        reading.why.append(f"period {period}: {local.words}")

    def take(
        self, expr: DateExpr, text: str, base: int, local: Frame | None, *, silent: bool = False
    ) -> Told | None:
        """What an expression tells while `local` is in force."""
        if is_spoken(expr, text, base):
            return None
        self._set_in_force(local)
        if step := _STEP.search(text, 0, max(0, expr.start - base)):
            # 从2021年的38%提高到2023年的52%,同期到位23.6亿元
            self.context.latest = "/".join(step.groups())
        heading = silent and self.in_heading()
        return self.teller.read(expr, text, base, silent=silent, heading=heading)

    def _set_in_force(self, local: Frame | None) -> None:
        """Tell the calendar what holds at this place."""
        context, report = self.context, self.frames.report
        context.period = local.period if local is not None else None
        context.report = report.period if report is not None else None
        carried = local is report or (self.in_series and local is self.frames.current)
        context.latest = self._latest if carried else None
        context.action.day = self.frames.action_day

    def _use(self, told: list[Told]) -> None:
        """A result fell in the time told last, or in that in force where the sentence tells none."""
        if told:
            if not told[-1].used:
                told[-1] = told[-1]._replace(used=True)
        else:
            self.frames.confirm()
            self.opening = False

    def end_results(self) -> None:
        """A sentence with results ends: the days told before it are dealt out, its paragraph has begun."""
        self.teller.runs.days, self.opening = [], False

    def remember(self, sentence: Sentence, told: Sequence[Told]) -> None:
        """Keep the time of the last results for a 同期 that opens a paragraph: no single day, nor the
        day up to which something was counted, nor an earlier time that is only looked back to. Behind a year
        to which something rose or fell it is all the years of the step.
        """
        used = [t for t in told if t.used]
        if used and (step := _STEP.search(sentence.text)):
            self._latest = "/".join(step.groups())
            return
        if not used or any(t.stock or t.frame.day for t in used):
            return
        if len(used) > 1 or not self.frames.looks_back(used[0].frame):
            self._latest = self._spanned(used) or used[-1].frame.period

    def _spanned(self, used: Sequence[Told]) -> str | None:
        """The time of the report, where several years of it were told one by one, or its first and its last:
        同期 behind them is all.
        """
        report = self.frames.report
        periods = {t.frame.period for t in used}
        if report is None or report.period in periods:
            return None
        if len(periods) < _SEVERAL and periods != set(report.period.split("/")):
            return None
        return report.period if all(within(period, report.period) for period in periods) else None

    def in_heading(self) -> bool:
        """Whether the paragraph is a heading."""
        if self._heading is None:
            self._heading = is_heading(self._document, self._paragraph)
        return self._heading


def _points_to(expr: DateExpr, before: DateExpr | None, told: Sequence[Told], sentence: Sentence) -> bool:
    """Whether an expression only points to a time told before it in its sentence."""
    if (told and lies_in(expr, told[-1])) or sets_against(expr, before):
        return True
    end = before.end if before is not None else expr.start
    return is_part_of(expr, before, sentence.text[end - sentence.start : expr.start - sentence.start])
