"""Changes whose figure stands far off: the one they name, told some sentences before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.lexicon import Token

# How far back the figure may stand that a change names, and the rules that make a figure part of another.
_FAR = 60
_PARTS = frozenset(("part", "line"))
_NO_CLASS = re.compile("(?:其中|而|但|且|全[省市院国]|共|总)?")
_COUNT_OF = re.compile(
    "(?:各类)?(?:执行)?案件?(?:总数|数量|数|量)?(?:同比|环比)?|(?:总?金?额|总?数)(?:同比|环比)?|(?:同比|环比)?"
)


def can_change(reading: Reading) -> bool:
    """Whether a reading is a figure that a change may be of."""
    return (
        not reading.is_change
        and not reading.refused
        and reading.kind not in ("", "rank")
        and reading.role == "statistic"
    )


def named_far_back(reading: Reading, before: Sequence[Reading]) -> Reading | None:
    """The figure of the metric and time of a change that names all that changed, told last, however far back:
    执结案件5000件。…与去年同期相比,执结案件增长37.8%.
    """
    if reading.metric is None or reading.period is None or reading.cue is None:
        return None
    if not _names_all(reading, reading.cue):
        return None
    told = (r for r in reversed(before[-_FAR:]) if r.metric is reading.metric and can_change(r))
    return next((r for r in told if r.rule not in _PARTS and r.period == reading.period), None)


def _names_all(reading: Reading, cue: Token) -> bool:
    """Whether a change names all of what changed, not one class of it: 执结案件增长37.8%, but not
    民间借贷案件收案上升23.3%.
    """
    sentence, trend = reading.sentence, reading.trend
    if trend is None:
        return False
    start, base = sentence.clause_start(cue.start), sentence.start
    before, behind = (
        sentence.text[start - base : cue.start - base],
        sentence.text[cue.end - base : trend.start - base],
    )
    return _NO_CLASS.fullmatch(before) is not None and _COUNT_OF.fullmatch(behind) is not None


def untie_other_courts(readings: Sequence[Reading]) -> None:
    """Undo links between sentences to the figure of another court."""
    for reading in readings:
        base = reading.of
        if base is not None and base.sentence is not reading.sentence and base.court != reading.court:
            reading.of = None
            reading.why.append(f"no link: the figure is that of {base.court}")
