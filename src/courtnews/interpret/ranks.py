"""Places reached: 居全省第二, 排名从104名提升到12名."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.bases import basis_of
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Metric

_PLACE = re.compile(
    r"(?:从|由|自|至|到|为|第|前移|上升|跃居|跃升至?|升至|提升到|提升至|提高到|全[国省市区县州]|名列|列|居|排|排名|位次|名次|在)$"
)

# 由上年的第4位退至第11位: the place left.
_LEFT = re.compile("[由从自](?:[0-9]{4}年)?[^,，。;；0-9]{0,8}$")
_AMONG_ALL = re.compile("(?:全[国省市区县州]|同级)[^,，。]{0,8}$")
# No match of these two is longer.
_ALL_LONGEST = 12
_UP = ("前进", "前进了", "前移", "前移了", "上升", "上升了", "提升", "提升了", "跃升", "跃升了", "提高", "升")
_DOWN = ("下降", "下降了", "下滑", "下滑了", "后退", "后移", "退后", "降")
_MOVES = _UP + _DOWN
_FROM = ("从", "由", "自")
_STEP = re.compile("[^,，。;；0-9]{0,4}(?:到|至|为|居)了?")
_CLASS_PLACE = re.compile("[,，](?:稳|高|位|均)?[居列]")
_LIKE_PLACES, _PLACES = ("person", "none"), ("名", "位")
#: The sorts of numbers that may be ranks.
RANKED = frozenset(("rank", *_LIKE_PLACES))
_IS = ("是", "为")
_RANKINGS = ("排名", "名次", "位次", "排位", "排队", "排行")


def find_ranks(sentence: Sentence, readings: Sequence[Reading], rank: Metric | None) -> None:
    """Mark ranks; an ordinal with no word of ranking before it in its clause is refused."""
    if rank is None:
        return
    text, base = sentence.text, sentence.start
    for index, reading in enumerate(readings):
        q = reading.quantity
        if q.unit_class == "rank":
            if _from_below(sentence, reading):
                reading.refused = "a place counted from the bottom"
            elif index and _of_a_class(sentence, readings[index - 1], q.start):
                reading.refused = "the place of a class of cases among others"
            elif _ranked(sentence, readings, index):
                _mark(reading, rank)
            else:
                reading.refused = "an ordinal with no word of ranking before it"
        elif q.unit_class in _LIKE_PLACES and text.endswith(_PLACES, q.start - base, q.end - base):
            if q.unit_class == "person" and _moved(sentence, readings, index):
                _mark_move(sentence, reading, rank)
            elif not q.chinese and _placed(sentence, readings, index):
                _mark(reading, rank)


def _placed(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether a number that is written as one of people is a place: 提升到12名."""
    if not _ranked(sentence, readings, index):
        return False
    end = readings[index].quantity.start - sentence.start
    return _PLACE.search(sentence.text, 0, end) is not None and _ranking_noun(sentence, readings[index])


def _mark(reading: Reading, rank: Metric) -> None:
    reading.metric, reading.kind, reading.unit, reading.rule = rank, "rank", "名", "rank"
    reading.why.append("rank: a word of ranking stands before it")


def _from_below(sentence: Sentence, reading: Reading) -> bool:
    before = reading.quantity.start - sentence.start
    return sentence.text.endswith("倒数", 0, before)


def _of_a_class(sentence: Sentence, before: Reading, position: int) -> bool:
    """Whether the share of a class of cases stands before: 占全部案件的26.9%,居首位 ranks no court."""
    if before.quantity.unit_class != "percent":
        return False
    gap = sentence.text[before.quantity.end - sentence.start : position - sentence.start]
    start = sentence.clause_start(before.quantity.start)
    tokens = sentence.tokens_between(start, before.quantity.start)
    shared = any("rate_share" in t.word.codes for t in tokens)
    return shared and _CLASS_PLACE.fullmatch(gap) is not None


def _moved(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether a number of 位 says how many places were gained or lost: 排名第三,前进2位."""
    q = readings[index].quantity
    start, end = q.start - sentence.start, q.end - sentence.start
    if sentence.text[end - 1 : end] != "位" or not sentence.text.endswith(_MOVES, 0, start):
        return False
    tokens = sentence.tokens_between(sentence.start, q.start)
    return any(r.kind == "rank" for r in readings[:index]) or any("rank" in t.word.codes for t in tokens)


def _mark_move(sentence: Sentence, reading: Reading, rank: Metric) -> None:
    down = sentence.text.endswith(_DOWN, 0, reading.quantity.start - sentence.start)
    reading.metric, reading.kind, reading.unit, reading.rule = rank, "change", "名", "rank"
    reading.sign = -1 if down else 1
    reading.basis = reading.basis or basis_of(sentence, reading.quantity)
    reading.why.append("change of rank: places gained or lost")


def _ranked(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    q = readings[index].quantity
    start = _phrase_start(sentence, q.start)
    tokens = sentence.tokens_between(start, q.start)
    if any("rank" in t.word.codes for t in tokens):
        return True
    ahead = readings[index + 1].quantity if index + 1 < len(readings) else None
    if (
        ahead is not None
        and ahead.unit_class == "rank"
        and _LEFT.search(
            sentence.text, max(0, q.start - sentence.start - _ALL_LONGEST), q.start - sentence.start
        )
    ):
        return True
    end = q.start - sentence.start
    if _AMONG_ALL.search(sentence.text, max(0, end - _ALL_LONGEST), end):
        return True
    if index and readings[index - 1].kind == "rank" and q.start - readings[index - 1].quantity.end <= 6:
        return True
    return _steps_on(sentence, readings, index) or _places_told(sentence, q.start)


def _phrase_start(sentence: Sentence, position: int) -> int:
    """Where the clause begins, brackets inside it passed over: 排在各县(市、区)第一."""
    start = sentence.clause_start(position)
    closed = start - sentence.start - 1
    if closed < 0 or sentence.text[closed] not in ")）":
        return start
    opened = max(sentence.text.rfind(mark, 0, closed) for mark in "(（")
    return start if opened < 0 else sentence.clause_start(sentence.start + opened)


def _steps_on(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether an ordinal is where a move from one place to another begins: 从第9爬到了第3."""
    if index + 1 == len(readings) or readings[index + 1].quantity.unit_class != "rank":
        return False
    q = readings[index].quantity
    gap = sentence.text[q.end - sentence.start : readings[index + 1].quantity.start - sentence.start]
    return _STEP.fullmatch(gap) is not None and sentence.text.endswith(_FROM, 0, q.start - sentence.start)


def _places_told(sentence: Sentence, position: int) -> bool:
    """Whether a ranking is spoken of, and the ordinal is what a court was or is in it: 排名去年是第9."""
    end = position - sentence.start
    if not sentence.text.endswith(_IS, 0, end):
        return False
    tokens = sentence.tokens_between(sentence.start, position)
    return any(t.word.text in _RANKINGS for t in tokens)


def _ranking_noun(sentence: Sentence, reading: Reading) -> bool:
    before = sentence.text[
        max(0, reading.quantity.start - sentence.start - 16) : reading.quantity.start - sentence.start
    ]
    return any(word in before for word in ("排名", "名次", "位次", "排位", "名列", "位居", "位列"))
