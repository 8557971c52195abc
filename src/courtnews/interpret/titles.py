"""Numbers of a headline that only the body says the meaning of: 两天,28件 above 执结案件28件."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.fallback import NO_CUE
from courtnews.interpret.periods.headlines import is_heading
from courtnews.interpret.reading import Reading
from courtnews.interpret.roles import STATISTIC
from courtnews.interpret.stories import DETAIL
from courtnews.interpret.structure import Document

# Small counts are the same by chance.
_LEAST = 10
_Key = tuple[str, Decimal]


def name_from_body(readings: Sequence[Reading], document: Document) -> None:
    """Give a number that a headline leaves unexplained what the same number is in the body, where all that
    the body says of it is one measure.
    """
    _tell_of_one_case(readings, document)
    unnamed = [r for r in readings if r.metric is None and _unexplained(r)]
    unnamed = [r for r in unnamed if is_heading(document, r.sentence.paragraph)]
    if not unnamed:
        return
    # The first reading of the body that has a number, None where the body says several things of it.
    told: dict[_Key, Reading | None] = {}
    headings = set(map(id, unnamed))
    for reading in reversed(readings):
        key = _key(reading)
        if reading.metric is not None and reading.role == STATISTIC and not reading.is_change:
            later = told.get(key, reading)
            told[key] = reading if later is not None and later.code == reading.code else None
        elif id(reading) in headings and (body := told.get(key)) is not None:
            _as_told(reading, body)


def _tell_of_one_case(readings: Sequence[Reading], document: Document) -> None:
    """Money of a headline that the body tells of one case alone is that of the case."""
    money = [
        r for r in readings if r.quantity.unit_class == "money" and r.metric is not None and not r.refused
    ]
    headed = [r for r in money if r.role == STATISTIC and is_heading(document, r.sentence.paragraph)]
    told: defaultdict[Decimal, Counter[str]] = defaultdict(Counter)
    for reading in money:
        told[reading.value][reading.role] += 1
    for reading in headed:
        # Whatever a number is told as beside the headline itself, all of it is one case.
        others = told[reading.value] - Counter((STATISTIC,))
        if others and others.keys() == {DETAIL}:
            reading.role = DETAIL
            reading.why.append("case_detail: as the same number in the body of the report")


def _unexplained(reading: Reading) -> bool:
    nothing_said = reading.refused == NO_CUE or (reading.rule == "other" and not reading.refused)
    return nothing_said and reading.quantity.value >= _LEAST


def _key(reading: Reading) -> _Key:
    return reading.quantity.unit_class, reading.quantity.value


def _as_told(reading: Reading, body: Reading) -> None:
    reading.metric, reading.kind, reading.role, reading.refused = body.metric, body.kind, body.role, ""
    reading.unit, reading.court = body.unit, reading.court or body.court
    reading.period = reading.period or body.period
    reading.why.append(f"metric {reading.code}: as the same number in the body of the report")
