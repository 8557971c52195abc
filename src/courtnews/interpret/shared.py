"""Units that a number shares with the one behind it: 4.19和2.45个百分点."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.pairs import gap_between
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_TIGHT = re.compile(r"(?:[、和及与/\s]|以及)*$")


def share_units(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """A bare number before 、 or 和 has the unit of the number behind: 4.19和2.45个百分点."""
    for index in range(len(readings) - 2, -1, -1):
        q = readings[index].quantity
        # 34.8万、45.9万和16万人次: no money, though nothing else follows 万.
        end, clause = q.end - sentence.start, readings[index].clause - sentence.start
        left_out = (
            q.unit == "元"
            and sentence.text[end - 1 : end] in ("万", "亿")
            and "分别" in sentence.text[clause:end]
        )
        if q.unit_class != "none" and q.unit != "个" and not left_out:
            continue
        behind = readings[index + 1].quantity
        bare = left_out or (q.unit_class == "none" and not q.unit)
        bare = bare and behind.unit_class not in ("none", "rank", "percent", "points", "times")
        if not bare and not (q.unit == "个" and behind.unit_class == "points"):
            continue
        gap = gap_between(sentence, q, behind)
        if gap.strip() and _TIGHT.match(gap):
            q.unit_class, q.unit = behind.unit_class, behind.unit
            readings[index].unit = behind.unit
