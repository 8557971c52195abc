"""Where a reader looks for the cue of a number, nearest place first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from courtnews.interpret.carried import carried, stepped
from courtnews.interpret.claims import is_its_own, predicate, unclaimed
from courtnews.interpret.clauses import (
    after,
    begins_series,
    clause_before,
    is_among,
    is_for,
    is_short,
    shares_predicate,
    visible,
)
from courtnews.interpret.pairs import is_at_another_time, is_joined, is_part
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Token
from courtnews.quantities import Quantity

# 民事案件为121.5天; 公告期为60天 is none of it.
_CLASS_IS, _CLASS_LONGEST = (
    re.compile("(?:案件?|纠纷|类|[民商刑]事|行政|执行|[一二再]审)(?:则|分别)?[为是]$"),
    8,
)

_NAMED = re.compile("[一-鿿]{2}")


class Place(NamedTuple):
    """A place to look: its name, its tokens, the least strength that counts there, and the reading
    direction.
    """

    name: str
    tokens: Sequence[Token]
    floor: int = STRONG
    rightward: bool = False


def places(sentence: Sentence, readings: Sequence[Reading], index: int) -> Iterator[Place]:
    """The places for one number, worked out as they are asked for."""
    reading, q = readings[index], readings[index].quantity
    previous_end = readings[index - 1].quantity.end if index else sentence.start
    clause_start = max(previous_end, reading.clause)
    own: Sequence[Token] = reading.ahead
    if clause_start > reading.clause or not own:
        own = sentence.tokens_between(clause_start, q.start)
    if own and index:
        own = [t for t in own if not is_its_own(sentence, readings[index - 1].quantity, t, q)]
    if own:
        own = visible(sentence, own, q.start)
        yield Place("before", own)
    if not _anything_said(sentence, readings, index):
        return
    clause_end = sentence.clause_end(q.end)
    yield Place("behind", behind := predicate(sentence, readings, index), rightward=True)
    yield Place("joined", _joined(sentence, readings, index), WEAK)
    yield from _beyond(sentence, readings, index, (clause_start, clause_end), own, behind)


def _beyond(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    clause: tuple[int, int],
    own: Sequence[Token],
    behind: Sequence[Token],
) -> Iterator[Place]:
    """The places not right beside the number; `clause` is what lies in it behind the number before."""
    q = readings[index].quantity
    previous_end = readings[index - 1].quantity.end if index else sentence.start
    clause_start, clause_end = clause
    following = after(sentence, readings, index, clause_end)
    part = is_part(sentence, readings, index)
    if part and q.unit_class == "person":
        yield Place("clause after", following, rightward=True)
    if _goes_on(readings, index, clause_start) or is_for(sentence, clause_start, q.start):
        yield Place("for", sentence.tokens_between(q.end, clause_end), rightward=True)
        yield Place("clause after", following if q.unit_class == "person" else (), rightward=True)
    held = carried(sentence, readings, index)
    short = is_short(sentence, clause_start, q.start)
    told = clause_before(sentence, previous_end, clause_start) if short else ()
    yield from _as_part_or_next(sentence, readings, index, held, told if part else None)
    yield Place("before", own, NOUN)
    yield Place("behind", behind, NOUN, rightward=True)
    yield from _shared(sentence, readings, index, clause_end)
    yield from _across(sentence, told, previous_end, clause_start)
    yield from _of_a_series(sentence, readings, index, told)
    yield Place("carried", held, WEAK if held and stepped(sentence, q) else STRONG)
    yield from _in_the_sentence(sentence, q)
    yield Place("clause after", () if _times_of_another(sentence, q) else following, rightward=True)


def _as_part_or_next(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    held: Sequence[Token],
    told: Sequence[Token] | None,
) -> Iterator[Place]:
    """What governs the number before, of which this one is a part, or the same at another time; of a part
    `told` is what the clause before says.
    """
    if told is not None:
        yield Place("clause before", told)
        yield Place("carried", held)
    if held and _is_only_later(sentence, readings[index - 1].quantity, readings[index].quantity):
        yield Place("carried", held, WEAK)


def _is_only_later(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """Whether a number is the same at another time, of which nothing else is told: no 17日有32人履行."""
    if not is_at_another_time(sentence, before, q):
        return False
    told = sentence.tokens_between(q.end, sentence.clause_end(q.end))
    return not any(t.word.by_unit[q.unit_class, q.unit] for t in told)


def _in_the_sentence(sentence: Sentence, q: Quantity) -> Iterator[Place]:
    """All that a sentence says before a length of time: 平均审理周期,民事案件为121.5天,行政案件为130.7天."""
    if q.unit_class == "duration" and _CLASS_IS.search(
        sentence.text, max(0, q.start - sentence.start - _CLASS_LONGEST), q.start - sentence.start
    ):
        yield Place("sentence", sentence.tokens_between(sentence.start, q.start))


def _times_of_another(sentence: Sentence, q: Quantity) -> bool:
    """Whether times are those of a thing named right behind, not of what a later clause says:
    买了14次机票,被拘留.
    """
    return q.unit == "次" and _NAMED.match(sentence.text, q.end - sentence.start) is not None


def _goes_on(readings: Sequence[Reading], index: int, clause_start: int) -> bool:
    """Whether the number before, in the same clause, is one for whom something is done."""
    before = readings[index - 1] if index else None
    return before is not None and before.rule == "for" and clause_start == before.quantity.end


def _anything_said(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether any word of the sentence, or what governs a number before, is said of such numbers at all."""
    q = readings[index].quantity
    unit = q.unit_class, q.unit
    for token in sentence.tokens:
        if token.word.by_unit[unit]:
            return True
    cues = [reading.cue for reading in readings[:index] if reading.cue is not None]
    return any(cue.word.by_unit[unit] for cue in cues)


def _across(
    sentence: Sentence, told: Sequence[Token], previous_end: int, clause_start: int
) -> Iterator[Place]:
    """The clause before, where it says among what is counted; else `told`, what it says of a number that
    opens its own.
    """
    if is_among(sentence, clause_start):
        yield Place("among", clause_before(sentence, previous_end, clause_start))
    elif told:
        yield Place("clause before", told)


def _of_a_series(
    sentence: Sentence, readings: Sequence[Reading], index: int, told: Sequence[Token]
) -> Iterator[Place]:
    """The clause before a row of numbers, one for each year, where it only names what they are of:
    恢复执行案件一路走高,2020年202件,2021年234件.
    """
    if told and begins_series(sentence, readings, index):
        yield Place("clause before", told, WEAK)


def _shared(sentence: Sentence, readings: Sequence[Reading], index: int, clause_end: int) -> Iterator[Place]:
    """The predicate behind the next number, where the two share it."""
    if index + 1 < len(readings) and shares_predicate(
        sentence, readings[index].quantity, readings[index + 1].quantity
    ):
        tokens = sentence.tokens_between(readings[index + 1].quantity.end, clause_end)
        yield Place("shared", unclaimed(sentence, readings, index + 1, tokens), rightward=True)


def _joined(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The cues of the number before, where this one is joined to it."""
    first = index
    while first and is_joined(sentence, readings[first - 1].quantity, readings[first].quantity):
        first -= 1
    if first == index:
        return ()
    head = readings[first].quantity
    start = readings[first - 1].quantity.end if first else sentence.start
    tokens = sentence.tokens_between(max(start, sentence.clause_start(head.start)), head.start)
    cue = readings[index - 1].cue
    # 移送公安追究拒执罪6件7人: the people of the cases, as the cases were named.
    return [*(t for t in tokens if t is not cue), cue] if cue is not None else tokens
