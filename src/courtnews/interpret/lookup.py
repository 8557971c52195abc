"""Where a reader looks for the cue of a number, nearest place first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from courtnews.interpret.carried import carried, stepped
from courtnews.interpret.claims import is_its_own, predicate, unclaimed
from courtnews.interpret.pairs import gap_between, is_at_another_time, is_joined, is_part, without_dates
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Token
from courtnews.quantities import Quantity

_FOR = re.compile(r"(?:为|对|将|把|给|向|让|帮助?|使|替)[^,，。;；]{0,8}$")
_AMONG = re.compile("(?:案件?|[收结]案)(?:之?中|里|当中)[,，]$")
_SHARES = re.compile(r"[^,，。;；、0-9]{0,10}(?:[、和及与]|案件?的|的)$")
_ACROSS, _SHORT = 30, 6
_DEALT = ("分别是", "分别为", "分别有", "依次是", "依次为", "依次有")
# No match of the pattern is longer.
_FOR_LONGEST = 12
# 民事案件为121.5天; 公告期为60天 is none of it.
_CLASS_IS, _CLASS_LONGEST = (
    re.compile("(?:案件?|纠纷|类|[民商刑]事|行政|执行|[一二再]审)(?:则|分别)?[为是]$"),
    8,
)


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
    if _goes_on(readings, index, clause_start) or _is_for(sentence, clause_start, q.start):
        yield Place("for", sentence.tokens_between(q.end, clause_end), rightward=True)
    held = carried(sentence, readings, index)
    told = (
        _clause_before(sentence, previous_end, clause_start)
        if _is_short(sentence, clause_start, q.start)
        else ()
    )
    if part:
        yield Place("clause before", told)
    yield from _as_part_or_next(sentence, readings, index, held, part=part)
    yield Place("before", own, NOUN)
    yield Place("behind", behind, NOUN, rightward=True)
    yield from _shared(sentence, readings, index, clause_end)
    yield from _across(sentence, told, previous_end, clause_start)
    yield from _of_a_series(sentence, readings, index, told)
    yield Place("carried", held, WEAK if held and stepped(sentence, q) else STRONG)
    yield from _in_the_sentence(sentence, q)
    yield Place("clause after", following, rightward=True)


def _as_part_or_next(
    sentence: Sentence, readings: Sequence[Reading], index: int, held: Sequence[Token], *, part: bool
) -> Iterator[Place]:
    """What governs the number before, of which this one is a part, or the same at another time."""
    if part:
        yield Place("carried", held)
    if held and is_at_another_time(sentence, readings[index - 1].quantity, readings[index].quantity):
        yield Place("carried", held, WEAK)


def _in_the_sentence(sentence: Sentence, q: Quantity) -> Iterator[Place]:
    """All that a sentence says before a length of time: 平均审理周期,民事案件为121.5天,行政案件为130.7天."""
    if q.unit_class == "duration" and _CLASS_IS.search(
        sentence.text, max(0, q.start - sentence.start - _CLASS_LONGEST), q.start - sentence.start
    ):
        yield Place("sentence", sentence.tokens_between(sentence.start, q.start))


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


def _is_for(sentence: Sentence, clause_start: int, position: int) -> bool:
    """Whether the clause says up to a position for whom something is done: 为102名."""
    start = max(clause_start, position - _FOR_LONGEST) - sentence.start
    return _FOR.search(sentence.text, start, position - sentence.start) is not None


def _is_short(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause has no room for a word of its own, dates apart: 今年前10个月仅为43.7%."""
    if end - start <= _SHORT:
        return True
    if not sentence.dates:
        return False
    text = sentence.text[start - sentence.start : end - sentence.start]
    return len(without_dates(sentence, start, text)) <= _SHORT


def _across(
    sentence: Sentence, told: Sequence[Token], previous_end: int, clause_start: int
) -> Iterator[Place]:
    """The clause before, where it says among what is counted; else `told`, what it says of a number that
    opens its own.
    """
    if _among(sentence, clause_start):
        yield Place("among", _clause_before(sentence, previous_end, clause_start))
    elif told:
        yield Place("clause before", told)


def _of_a_series(
    sentence: Sentence, readings: Sequence[Reading], index: int, told: Sequence[Token]
) -> Iterator[Place]:
    """The clause before a row of numbers, one for each year, where it only names what they are of:
    恢复执行案件一路走高,2020年202件,2021年234件.
    """
    if told and _begins_series(sentence, readings, index):
        yield Place("clause before", told, WEAK)


def _begins_series(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether a number is the first of a row of its sort, one for each of some times or things."""
    q = readings[index].quantity
    if index + 1 >= len(readings):
        return False
    behind = readings[index + 1].quantity
    if behind.unit_class != q.unit_class:
        return False
    dealt = sentence.text.endswith(_DEALT, 0, q.start - sentence.start)
    return is_at_another_time(sentence, q, behind) or (dealt and gap_between(sentence, q, behind) == "、")


def _among(sentence: Sentence, clause_start: int) -> bool:
    """Whether the clause before says among what is counted: 新收案件中,家事纠纷102件."""
    end = clause_start - sentence.start
    return _AMONG.search(sentence.text, max(0, end - 6), end) is not None


def after(sentence: Sentence, readings: Sequence[Reading], index: int, clause_end: int) -> Sequence[Token]:
    """Tokens of the clause behind a comma, up to the next number, that no other number claims."""
    next_start = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    position = clause_end - sentence.start
    if next_start < clause_end or sentence.text[position : position + 1] not in (",", "，"):
        return ()
    after = sentence.tokens_between(clause_end, min(sentence.clause_end(clause_end + 1), next_start))
    return unclaimed(sentence, readings, index, after)


def visible(sentence: Sentence, tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Tokens left of a position, less those in brackets that are closed before it."""
    text, base = sentence.text, sentence.start
    if not tokens or (")" not in text and "）" not in text):
        return tokens
    first, end = tokens[0].start - base, position - base
    close = max(text.rfind(")", first, end), text.rfind("）", first, end))
    if close < 0:
        return tokens
    opening = max(text.rfind("(", 0, close), text.rfind("（", 0, close))
    return [t for t in tokens if not base + opening < t.start < base + close]


def _shared(sentence: Sentence, readings: Sequence[Reading], index: int, clause_end: int) -> Iterator[Place]:
    """The predicate behind the next number, where the two share it."""
    if index + 1 < len(readings) and _shares(
        sentence, readings[index].quantity, readings[index + 1].quantity
    ):
        tokens = sentence.tokens_between(readings[index + 1].quantity.end, clause_end)
        yield Place("shared", unclaimed(sentence, readings, index + 1, tokens), rightward=True)


def _shares(sentence: Sentence, q: Quantity, behind: Quantity) -> bool:
    """Whether two numbers share the predicate behind the second: 6家公司、33名个人被限制高消费;
    15件案件的20名申请人领取案款.
    """
    return _SHARES.match(gap_between(sentence, q, behind)) is not None


def _clause_before(sentence: Sentence, previous_end: int, clause_start: int) -> Sequence[Token]:
    """Tokens of the clause before, where no number and no semicolon lies between."""
    start = max(previous_end, clause_start - _ACROSS)
    for position in reversed(sentence.breaks):
        if start <= position < clause_start and sentence.text[position - sentence.start] in STRONG_BREAKS:
            start = position + 1
            break
    return visible(sentence, sentence.tokens_between(start, clause_start), clause_start)


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
