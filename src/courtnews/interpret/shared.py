"""Units that a number shares with the one behind it: 4.19和2.45个百分点."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.pairs import JOINS, gap_between
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

# 执行到位金额、结案数分别达32.5亿、1.2万件
_MONEY = re.compile("[金款资额罚价值元]|标的|冻结|扣划|到位|追回|成交")
# 分别下降3个、上升2个百分点
_TURNS = re.compile("[、,，和及与]{0,2}(?:[提上]升|提高|上涨|增[长加]|下降|降低|回落|下滑|减少)了?")


def share_units(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """A bare number before 、 or 和 has the unit of the number behind: 4.19和2.45个百分点."""
    for index in range(len(readings) - 2, -1, -1):
        q = readings[index].quantity
        left_out = q.unit == "元" and _is_count(sentence, readings[index])
        if q.unit_class != "none" and q.unit != "个" and not left_out:
            continue
        behind = readings[index + 1].quantity
        bare = left_out or (q.unit_class == "none" and not q.unit)
        bare = bare and behind.unit_class not in ("none", "rank", "percent", "points", "times")
        if not bare and not (q.unit == "个" and behind.unit_class == "points"):
            continue
        gap = gap_between(sentence, q, behind)
        if (gap.strip() and JOINS.match(gap)) or (q.unit == "个" and _TURNS.fullmatch(gap)):
            q.unit_class, q.unit = behind.unit_class, behind.unit
            readings[index].unit = behind.unit


def _is_count(sentence: Sentence, reading: Reading) -> bool:
    """Whether 万 with no unit is no money, though nothing else follows it: 分别为34.8万、45.9万和16万人次."""
    said = sentence.text[reading.clause - sentence.start : reading.quantity.end - sentence.start]
    return said.endswith(("万", "亿")) and "分别" in said and _MONEY.search(said) is None
