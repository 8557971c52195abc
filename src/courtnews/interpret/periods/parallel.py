"""Numbers that rose or fell over the time told just before: 由2017年的457万元升至2021年的3931万元;
同期到位金额由216万元升至2188万元.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from courtnews.dates import DateExpr
from courtnews.interpret.pairs import gap_between
from courtnews.interpret.periods.context import ONE_YEAR
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_PAIR = 2
_FROM = ("由", "从", "由当年的", "从当年的")
_ROSE = re.compile("(?:[上提]?[升高]|增加?|增长|扩充|攀升|涨|下?降|减少?|缩短|压缩|回落|降低)(?:到|至|为)了?")


def tell_parallel(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give the numbers of a step behind 同期 the years of the step told before it in the sentence: in which
    it began, and in which it ended.
    """
    same = next((d for d in sentence.dates if _is_same_time(d)), None)
    if same is None:
        return
    years = list(
        dict.fromkeys(r.period for r in readings if r.quantity.start < same.start and _is_year(r.period))
    )
    if len(years) < _PAIR or not (years[-2] or "") < (years[-1] or ""):
        return
    limit = next((d.start for d in sentence.dates if d.start > same.end), sentence.end)
    behind = [r for r in readings if same.end <= r.quantity.start < limit]
    for first, last in pairwise(behind):
        if _rose(sentence, first, last):
            first.period, last.period = years[-2:]
            moved = [r for r in behind if r.quantity.start > last.quantity.start and r.is_change][:1]
            for reading in (first, last, *moved):
                reading.period = first.period if reading is first else last.period
                reading.why.append(f"period {reading.period}: 同期, as the step before")


def _is_same_time(expr: DateExpr) -> bool:
    return expr.first.same and expr.first.year_shift is None and expr.first.year is None


def _is_year(period: str | None) -> bool:
    return period is not None and len(period) == ONE_YEAR and period.isdigit()


def _rose(sentence: Sentence, first: Reading, last: Reading) -> bool:
    """Whether two numbers of one sort are the beginning and the end of a step."""
    q = first.quantity
    if q.unit_class != last.quantity.unit_class or first.is_change or last.is_change:
        return False
    return (
        sentence.text.endswith(_FROM, 0, q.start - sentence.start)
        and _ROSE.fullmatch(gap_between(sentence, q, last.quantity)) is not None
    )
