"""Headlines: short lines whose numbers come again, with their time, in the body."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.periods.context import is_day
from courtnews.interpret.periods.frames import Frame
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document

_LONGEST, _LONGEST_SPAN = 45, 60
_BULLETS = frozenset("▶►▪●○■□◆◇★☆·•-—–*✔✓👉📌①②③④⑤⑥⑦⑧⑨123456789")


def share_periods(readings: Sequence[Reading], document: Document, first: Frame | None) -> None:
    """A headline that gives a number without a time has the time of the same number in the body, else the
    time of which the body speaks first.
    """
    headings = {p for p in {r.sentence.paragraph for r in readings} if is_heading(document, p)}
    if not headings:
        return
    body = next((r for r in readings if _tells(r) and r.sentence.paragraph not in headings), None)
    if body is not None and body.period is None:
        first = None  # nobody knows when what the body begins with was
    later: dict[tuple[str, Decimal], str] = {}
    for reading in reversed(readings):
        key = (reading.code, reading.quantity.value)
        told = reading.sentence.dates and reading.period
        if told and _is_finer(later.get(key), told) and f"{told}年" not in reading.sentence.text:
            told = None  # the year of a name
        if told or reading.sentence.paragraph not in headings:
            if reading.period:
                later[key] = reading.period
        elif reading.metric is not None and key in later:
            reading.period = later[key]
            reading.why.append("period: as the same number in the body of the report")
        elif reading.period is None and first is not None and not _is_item(document, reading):
            reading.period = first.period
            reading.why.append(f"period {first.period}: {first.words}, of which the report speaks")


def _tells(reading: Reading) -> bool:
    return reading.role == "statistic" and not reading.refused


def _is_finer(period: str | None, told: str) -> bool:
    """Whether the body tells a day where a headline has the year of a name: 飓风2022,首日出动3720人次."""
    return period is not None and is_day(period) and period.startswith(told + "-")


def _is_item(document: Document, reading: Reading) -> bool:
    """Whether a number stands in a line of a list rather than in a headline."""
    start, _ = document.paragraph_span(reading.sentence.paragraph)
    return document.text[start : start + _LONGEST].lstrip()[:1] in _BULLETS


def leads_in(document: Document, paragraph: int) -> bool:
    """Whether a paragraph ends with a colon and a list follows it: 截至9月底:."""
    start, end = document.paragraph_span(paragraph)
    if not document.text[max(start, end - _LONGEST) : end].rstrip().endswith((":", "：")):
        return False
    return document.text[end : end + _LONGEST].lstrip()[:1] in _BULLETS


def is_heading(document: Document, paragraph: int) -> bool:
    """Whether a paragraph is a short line without a full stop."""
    start, end = document.paragraph_span(paragraph)
    if end - start > _LONGEST_SPAN:
        return False
    line = document.text[start:end].strip()
    return len(line) <= _LONGEST and not line.endswith(("。", ";", "；", ":", "："))
