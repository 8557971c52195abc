"""When each result fell: dates resolved against the report, carried on until the text says another time.

A period stays in force until another is named. A single day gives way at the end of its paragraph to the longer period it
stands in; a day on which people only met, spoke or published is the day of no result; a day inside one debtor's story
counts for nothing outside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from courtnews.dates import DateExpr
from courtnews.interpret.calendar import Context, edtf, not_after, resolve, year_of
from courtnews.interpret.parties import parties
from courtnews.interpret.publication import speaking_year
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_MEETING = re.compile(r"召开|举行|会议|发布会|座谈|电(?=[ (（　])|讯|报道|消息|通报会|走进|采访|获悉|了解到|开幕|推进会|现场会|调度会|部署会|动员会|联席会|审议|转入|开播|向省委|走上")
_ACTION = re.compile(r"行动|集中执行|打响|出动|集结|展开|集中发放|突击|亮剑|首日")
# 举行案款集中发放活动: the meeting is the action.
_PAYS = re.compile(r"[^,，。;；]{0,14}(?:发放|兑付|兑现|集中执行|行动|公开宣判)")
_BY_CLOCK = re.compile(r"\s?(?:晚|上午|下午|中午|凌晨|早|[0-9]{1,2}[时点:])")
# 2007年以前的历史积案: the date belongs to the cases, not to what became of them.
_ATTRIBUTE = re.compile(r"[^,，。;；0-9]{0,3}?(?:以前|之前|前)(?:的|形成的|受理的)|的历史积案|的旧案")
_OLD_STORY = re.compile("借款|签订|判决生效|判决书|承建|打工|购买|相识")
_BEGINS = re.compile(r"打响|启动|拉开|部署|开展|建成|成立|运行|开通|上线|推行|成为|列为|确定为|出台|印发|实施|试点")
_COMPARED = re.compile(r"(?:比|较|超过)$")
_BESIDE = re.compile(r"(?:与|同|和)$")
_FRONT = re.compile(r"[^,，]{0,6}(?:相比|比较)")


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
                reading.why.append(f"period {reading.period}")
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
            if year and self.context.now and year < self.context.now - 1 and str(year) not in (self._lasting or ""):
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
            place = bisect_right(document.sentence_ends, expr.start)
            start = document.sentence_ends[place - 1] if place else 0
            text = document.text[start : document.sentence_ends[min(place, len(document.sentence_ends) - 1)]]
            told = expr.edge or _MEETING.search(text) or not (parties(text) or _OLD_STORY.search(text))
            if told:
                self._take(expr, text, start, silent=True)
            elif day := resolve(expr, self.context):
                self.context.event = day if "/" not in day else self.context.event

    def _take(self, expr: DateExpr, text: str, base: int, *, silent: bool = False) -> None:
        """Let an expression change what is in force."""
        context = self.context
        before, behind = text[: expr.start - base], text[expr.end - base :]
        if _ATTRIBUTE.match(behind) or (silent and self._is_publication(expr) and not _ACTION.search(behind[:40])):
            return
        compared = _BESIDE.search(before) and _FRONT.match(behind)
        if compared or _COMPARED.search(before) or _in_brackets(before, behind) or _is_start(before, expr):
            return
        first = expr.first
        period: str | None
        if expr.edge == "until" and "累计" in behind[:30] and not (context.period or "").endswith("/.."):
            period = f"../{edtf(year_of(first, context), first.month, first.day)}"
        elif expr.edge == "until" and first.day and _BY_CLOCK.match(behind):
            period = edtf(year_of(first, context), first.month or context.month, first.day)
        else:
            period = not_after(resolve(expr, context), expr, context)
        if first.year is not None or first.year_shift is not None:
            context.year = year_of(expr.last or first, context) or year_of(first, context)
        context.month = (expr.last or first).month or context.month
        if period is None:
            return
        near = self._run and self._run[-1][0] >= base and not text[self._run[-1][0] - base : expr.start - base].strip("、和及与以,， ")
        earlier = self._run if near else []
        if earlier and earlier[-1][0] == expr.start:
            earlier = earlier[:-1]
        self._run = [*earlier, (expr.end, period)]
        single = bool((first.day or first.day_shift is not None) and expr.last is None and not expr.edge)
        if single:
            self._day(period)
        if expr.edge == "since" or (first.month and expr.last is None and _BEGINS.search(behind[:24])):
            firm = expr.edge == "since"
            if firm or not self._firm:
                context.campaign, self._firm = period.split("/")[0], firm
            context.begun_here = period.split("/")[0]
        meeting = _MEETING.search(behind[:40])
        if meeting and _PAYS.match(behind[meeting.end() :]):
            meeting = None
        if single and meeting and ("就" in behind[: meeting.start()] or not _ACTION.search(behind[: meeting.start()])):
            return
        if first.month and not single and expr.last is None and not expr.edge and _BEGINS.search(behind[:24]):
            if not _ACTION.search(before[-16:] + behind[:40]):
                if silent:
                    return
            else:
                period += "/.."
        context.period = period
        if not single and first.day_shift is None:
            self._lasting = period
        elif _ACTION.search(before[-16:] + behind[:40]) and self._lasting is None:
            self._lasting = period

    def _is_publication(self, expr: DateExpr) -> bool:
        first, day = expr.first, self.context.published
        if day is None or expr.last is not None or expr.edge or first.year not in (None, day.year):
            return False
        return (first.month, first.day) == (day.month, day.day)

    def _day(self, day: str) -> None:
        """Remember a day; days that follow each other closely make up the days of one action."""
        self.context.event = day
        if self._days and not (self._days[-1][:7] == day[:7] and 0 <= int(day[8:10]) - int(self._days[-1][8:10]) <= 3):
            self._days = []
        if day not in self._days:
            self._days.append(day)

    def _bracketed(self, sentence: Sentence, reading: Reading, dates: Sequence[DateExpr]) -> str | None:
        """The period said inside the brackets a number stands in: (去年同期1860件)."""
        text, position = sentence.text, reading.quantity.start - sentence.start
        opening = max(text.rfind("(", 0, position), text.rfind("（", 0, position))
        compared = next((d for d in dates if d.end == sentence.start + opening), None)
        if compared is not None and opening + 1 == position and _COMPARED.search(text[: compared.start - sentence.start]):
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
                starts = _is_start(sentence.text[: expr.start - sentence.start], expr)
                return resolve(expr, self.context) if starts and len(gap) <= 4 else None
        return None

    def _spread(self, sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> str | None:
        """The period in force, dealt out by years where a list has as many numbers as years (2018年到2022年…依次为…)."""
        period = self.context.period
        if period is None:
            return None
        if reading.distributed >= 0:
            years = [int(y) for y in period.split("/") if len(y) == 4 and y.isdigit()]
            dealt = sum(r.distributed >= 0 and r.metric is reading.metric for r in readings)
            if len(self._run) > 1 and dealt == len(self._run):
                return self._run[reading.distributed][1]
            if len(years) == 2 and dealt == years[1] - years[0] + 1:
                return str(years[0] + reading.distributed)
        months = [told for _, told in self._run]
        if len(months) > 1 and months[-1] == period and all(len(told) == len("2021-06") for told in months):
            return f"{months[0]}/{months[-1]}"
        if len(self._days) > 1 and period in self._days and not any(d.first.day for d in sentence.dates):
            return f"{self._days[0]}/{self._days[-1]}"
        return period


def _is_start(before: str, expr: DateExpr) -> bool:
    """Whether an earlier year is only where a step starts: 由上年的第4位升至."""
    shift = expr.first.year_shift
    return shift is not None and shift < 0 and expr.last is None and before.endswith(("从", "由"))


def _in_brackets(before: str, behind: str) -> bool:
    opened = max(before.rfind("("), before.rfind("（"))
    return opened >= 0 and max(before.rfind(")"), before.rfind("）")) < opened and bool(re.search("[)）]", behind[:40]))


def share_periods(readings: Sequence[Reading], document: Document) -> None:
    """A headline that gives a number without a time has the time of the same number in the body."""
    later: dict[tuple[str, Decimal], str] = {}
    for reading in reversed(readings):
        if reading.metric is None or not reading.period and not _is_heading(document, reading):
            continue
        key = (reading.metric.code, reading.quantity.value)
        if _is_heading(document, reading):
            if key in later:
                reading.period = later[key]
                reading.why.append("period: as the same number in the body of the report")
        elif reading.period:
            later[key] = reading.period


def _is_heading(document: Document, reading: Reading) -> bool:
    """A short line without a full stop and without a date of its own."""
    start, end = document.paragraph_span(reading.sentence.paragraph)
    if end - start > 60:
        return False
    line = document.text[start:end].strip()
    return len(line) <= 45 and not line.endswith(("。", ";", "；", ":", "：")) and not reading.sentence.dates
