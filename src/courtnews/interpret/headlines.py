"""Headlines: short lines whose numbers come again, with their time, in the body."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document

_LONGEST, _LONGEST_SPAN = 45, 60


def share_periods(readings: Sequence[Reading], document: Document) -> None:
    """A headline that gives a number without a time has the time of the same number in the body."""
    later: dict[tuple[str, Decimal], str] = {}
    for reading in reversed(readings):
        if reading.metric is None:
            continue
        key = (reading.metric.code, reading.quantity.value)
        if not _is_heading(document, reading):
            if reading.period:
                later[key] = reading.period
        elif key in later:
            reading.period = later[key]
            reading.why.append("period: as the same number in the body of the report")


def _is_heading(document: Document, reading: Reading) -> bool:
    """A short line without a full stop and without a date of its own."""
    start, end = document.paragraph_span(reading.sentence.paragraph)
    if end - start > _LONGEST_SPAN:
        return False
    line = document.text[start:end].strip()
    return (
        len(line) <= _LONGEST
        and not line.endswith(("。", ";", "；", ":", "："))
        and not reading.sentence.dates
    )
