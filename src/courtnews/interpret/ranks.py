"""Places reached: 居全省第二, 排名从104名提升到12名."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Metric

_PLACE = re.compile(
    r"(?:从|由|自|至|到|为|第|前移|上升|跃居|跃升至?|升至|提升到|提升至|提高到|全[国省市区县州]|名列|列|居|排|排名|位次|名次|在)$"
)


def find_ranks(sentence: Sentence, readings: Sequence[Reading], rank: Metric | None) -> None:
    """Mark ranks; an ordinal with no word of ranking before it in its clause is refused."""
    if rank is None:
        return
    for index, reading in enumerate(readings):
        q = reading.quantity
        if q.unit_class == "rank":
            if _ranked(sentence, readings, index):
                _mark(reading, rank)
            else:
                reading.refused = "an ordinal with no word of ranking before it"
        elif q.unit_class in ("person", "none") and _ranked(sentence, readings, index):
            text = sentence.text[q.start - sentence.start : q.end - sentence.start]
            place = _PLACE.search(sentence.text, 0, q.start - sentence.start)
            if text.endswith(("名", "位")) and not q.chinese and place and _ranking_noun(sentence, reading):
                _mark(reading, rank)


def _mark(reading: Reading, rank: Metric) -> None:
    reading.metric, reading.kind, reading.unit, reading.rule = rank, "rank", "名", "rank"
    reading.why.append("rank: a word of ranking stands before it")


def _ranked(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    q = readings[index].quantity
    start = sentence.clause_start(q.start)
    tokens = sentence.tokens_between(start, q.start)
    if any(o.metric.code == "rank" for t in tokens for o in t.word.offers):
        return True
    if re.search("(?:全[国省市区县州]|同级)[^,，。]{0,8}$", sentence.text[: q.start - sentence.start]):
        return True
    return (
        index > 0 and readings[index - 1].kind == "rank" and q.start - readings[index - 1].quantity.end <= 6
    )


def _ranking_noun(sentence: Sentence, reading: Reading) -> bool:
    before = sentence.text[
        max(0, reading.quantity.start - sentence.start - 16) : reading.quantity.start - sentence.start
    ]
    return any(word in before for word in ("排名", "名次", "位次", "排位", "名列", "位居", "位列"))
