"""When each result fell: dates resolved against the report, carried on until the text says another time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.calendar import Context, edtf, resolve, year_of
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

# A day on which people only met, spoke or published is not the day of a result.
_MEETING = re.compile(r"召开|举行|会议|发布会|座谈|电(?=[ (（　])|讯|报道|消息|通报会|走进|采访|获悉|了解到|开幕|审议|转入")
_ACTION = re.compile(r"行动|集中执行|打响|启动|出动|集结|出发|展开|开展|发放|兑现|执行")
_COMPARED = re.compile(r"(?:比|较|与|同|和)$")
_PUBLISHED = re.compile(r"(?:发布|发表|来源|更新)?(?:时间|日期)?[:：]?\s*$")
_DATELINE = re.compile(r"(?:日)?\s?(?:电|讯|报道|消息)")
_HEAD = 200


def publication(document: Document, published: date | None) -> date | None:
    """The day of publication: as given, else from a line of the head or foot that holds nothing but a date and its label,
    else from a dateline whose year the text settles; None where nothing says it."""
    if published is not None:
        return published
    text = document.text
    for expr in document.dates:
        first = expr.first
        if expr.last or expr.edge or not (first.year and first.month and first.day):
            continue
        if _stands_alone(text, expr):
            return _date(first.year, first.month, first.day)
    for expr in document.dates:
        first = expr.first
        if expr.start > _HEAD:
            break
        if first.month and first.day and not expr.last and _DATELINE.match(text, expr.end):
            year = first.year or _dateline_year(document, first.month)
            return _date(year, first.month, first.day) if year else None
    return None


def _stands_alone(text: str, expr: DateExpr) -> bool:
    start = text.rfind("\n", 0, expr.start) + 1
    end = text.find("\n", expr.end)
    end = len(text) if end < 0 else end
    before, behind = text[start : expr.start], text[expr.end : end]
    clean = not re.search(r"[,，。;；]", behind)
    labelled = bool(re.search(r"(?:时间|日期|发布|发表|来源)[:：]?\s*$", before))
    bare = not re.sub(r"[\s(（【\[□■·|—-]", "", before) and len(behind.strip()) <= 40 and clean
    in_session = before.strip().startswith(("——", "—")) and "会议" in behind
    bare = bare and not re.match(r"\s*(?:上午|下午|,|，|早|晚|凌晨|至|-)", behind)
    tail = start > 0 and len(before) <= 24 and "·" in before and clean
    return bare or labelled or in_session or tail


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dateline_year(document: Document, month: int) -> int | None:
    """The year of a dateline that names none: that of the latest year spoken of, or the one after it for the early months,
    when reports speak of the year that has ended."""
    years = [e.first.year for e in document.dates if e.first.year and e.edge != "until"]
    if not years:
        return None
    latest = max(years)
    own = [e for e in document.dates if e.first.year == latest and e.first.month and e.first.month <= month]
    return latest + 1 if month <= 3 and not own else latest


def _now(document: Document, published: date | None) -> int | None:
    """The year the report speaks in: of its publication, else the latest year it gives a day or month of, else the latest."""
    if published is not None:
        return published.year
    dated = [e.first.year for e in document.dates if e.first.year and (e.first.month or e.first.months)]
    years = dated or [e.first.year for e in document.dates if e.first.year]
    return max(years) if years else None


class Timeline:
    """Walks the report once and gives every reading its period."""

    def __init__(self, document: Document, published: date | None) -> None:
        self.document = document
        self.context = Context(now=_now(document, published), published=published)
        self._cursor = 0
        self._story = False

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the period of each reading of a sentence; sentences must come in the order of the text."""
        self._pass_over(sentence.start)
        told = [r for r in readings if r.role == "statistic" and not r.refused]
        saved = None if told else (self.context.period, self.context.year, self.context.event)
        dates = [d for d in sentence.dates if not d.clock]
        index = 0
        for reading in readings:
            while index < len(dates) and dates[index].start < reading.quantity.start:
                self._take(dates[index], sentence.text, sentence.start)
                index += 1
            reading.period = self.context.period
            if reading.period:
                reading.why.append(f"period {reading.period}")
        if saved is not None:
            self.context.period, self.context.year, self.context.event = saved
        self._cursor = bisect_left(self.document.dates, sentence.end, key=lambda d: d.start)

    def _pass_over(self, position: int) -> None:
        """Take in the dates of the sentences without numbers in between."""
        dates = self.document.dates
        while self._cursor < len(dates) and dates[self._cursor].start < position:
            expr = dates[self._cursor]
            self._cursor += 1
            if expr.clock:
                continue
            ends = self.document.sentence_ends
            place = bisect_left(ends, expr.end)
            start, end = (ends[place - 1] if place else 0), ends[min(place, len(ends) - 1)]
            self._take(expr, self.document.text[start:end], start, silent=True)

    def _take(self, expr: DateExpr, text: str, base: int, *, silent: bool = False) -> None:
        """Let an expression change what is in force."""
        context = self.context
        before, behind = text[: expr.start - base], text[expr.end - base :]
        if _COMPARED.search(before):
            return
        period = resolve(expr, context)
        first = expr.first
        if first.year is not None or first.year_shift is not None:
            context.year = year_of(expr.last or first, context) or year_of(first, context)
        if period is None:
            return
        single = bool(first.day and expr.last is None and not expr.edge)
        if single:
            context.event = period
        meeting = _MEETING.search(behind[:40])
        if single and meeting and not _ACTION.search(behind[: meeting.start()]):
            return
        if silent and single and not _ACTION.search(behind[:40] + before[-20:]) and context.period:
            return
        if expr.edge == "since" or (single and re.search(r"打响|启动|拉开|部署|开展", behind[:24])):
            context.campaign = period.split("/")[0]
        context.period = period


def share_periods(readings: Sequence[Reading]) -> None:
    """A headline that gives a number without a time has the time of the same number in the body."""
    for reading in readings:
        if reading.period is None and reading.metric is not None:
            for other in readings:
                same = other.metric is reading.metric and other.quantity.value == reading.quantity.value
                if same and other.period and other is not reading:
                    reading.period = other.period
                    reading.why.append("period: as the same number elsewhere in the report")
                    break


def iso(day: date | None) -> str | None:
    """The day as EDTF, or None."""
    return edtf(day.year, day.month, day.day) if day else None
