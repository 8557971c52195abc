"""The level that a change reached: 同比下降4.3%,降至12.6亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from courtnews.interpret.pairs import gap_between
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import accepts

_LEVEL = re.compile(
    r"[,，、]?(?:总数|总量|金额|额)?(?:降|升|增|减|下降|上升|增长|提高|增加|减少|回落)?(?:至|到|达到?|为)(?:了|近|约|超)?$"
)


def levels_reached(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give the level behind a change the metric that changed: 同比下降4.3%,降至12.6亿元."""
    for before, reading in pairwise(readings):
        if not before.is_change or reading.is_change or reading.rule == "rank":
            continue
        if reading.metric is not None and reading.metric is not before.metric:
            continue
        gap = gap_between(sentence, before.quantity, reading.quantity)
        metric = before.metric
        if metric is None or not _LEVEL.match(gap):
            continue
        if accepts(metric, reading.quantity.unit_class, reading.quantity.unit):
            reading.metric, reading.kind, reading.role = metric, metric.kind, before.role
            reading.rule, reading.refused = "level", ""
            before.of = before.of or reading
            reading.why.append(f"metric {metric.code}: the level reached by the change before")
