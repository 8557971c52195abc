"""Where a reader looks for the cue of a number, nearest place first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from courtnews.interpret.pairs import PART, gap_between, is_joined, is_part, without_dates
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Token
from courtnews.quantities import Quantity

_FOR = re.compile(r"(?:为|对|将|把|给|向|让|帮助?|使|替)[^,，。;；]{0,8}$")
_STEP = (
    r"(?:降|升|增|减|提高|提升|提速|缩短|下降|上升|增加|减少|压缩|变|增长|优化|"
    r"缩|压|砍|涨|跌|压降|提|拉|冲|爬|攀升|跃升|抬升|滑|回落|拉高)(?:至|到|为|成)了?$"
)
_STEPPED = re.compile(_STEP)
# A step (降至), or a further class of cases or people.
_CONTINUES = re.compile(
    _STEP + r"|(?:大关|关口)[,，]?(?:达到?|为|至|增至|升至)?$"
    r"|[,，、](?:已|均|其中)?(?:获准|获批|经?核准|裁准|准许|获裁定准许)(?:的|了|者)?(?:有)?$"
    r"|(?:案件|案|纠纷|罪|审|院|署|庭|人员|人|者|的)(?:更是|则|也|只有|仅有?|高达|为)?(?:共|计|达|约|近|超)*\s*$"
    r"|获准$"
)
# Averages told one after the other: 试点前为90天,现为71天; 简易案件由40天减至30天.
_FROM = re.compile(r"[,，](?:现|如今|目前|眼下)在?(?:为|是|只需|仅|只用)?$|[,，;；的]则?[由从自](?:原来的)?$")
# A further member of a list: 、其他15件, 、借贷52天.
_AMONG = re.compile("(?:案件?|[收结]案)(?:之?中|里|当中)[,，]$")
_MEMBER = re.compile(r"、[^,，。;；0-9]{0,14}$|[,，;；](?:其中)?(?:企业|单位|法人|公司|自然人|个人)$")
_SHARES = re.compile(r"[^,，。;；、0-9]{0,10}(?:[、和及与]|案件?的|的)$")
_ACROSS, _FAR, _PART_FAR, _SHORT = 30, 60, 120, 6
# No match of these patterns is longer.
_FOR_LONGEST, _STEP_LONGEST = 12, 6


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
    q = readings[index].quantity
    previous_end = readings[index - 1].quantity.end if index else sentence.start
    next_start = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    clause_start = max(previous_end, sentence.clause_start(q.start))
    own = visible(sentence, _own(sentence, readings[index], clause_start), q.start)
    if own:
        yield Place("before", own)
    if not _anything_said(sentence, readings, index):
        return
    clause_end = sentence.clause_end(q.end)
    right = sentence.tokens_between(q.end, min(next_start, clause_end))
    yield Place("behind", behind := _unclaimed(sentence, readings, index, right), rightward=True)
    yield Place("joined", _joined(sentence, readings, index), WEAK)
    yield from _beyond(sentence, readings, index, own, behind)


def _beyond(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    own: Sequence[Token],
    behind: Sequence[Token],
) -> Iterator[Place]:
    """The places that are not right beside the number, `own` and `behind` once more for nouns."""
    q = readings[index].quantity
    previous_end = readings[index - 1].quantity.end if index else sentence.start
    clause_start = max(previous_end, sentence.clause_start(q.start))
    clause_end = sentence.clause_end(q.end)
    following = after(sentence, readings, index, clause_end)
    part = is_part(sentence, readings, index)
    if part and q.unit_class == "person":
        yield Place("clause after", following, rightward=True)
    goes_on = index > 0 and readings[index - 1].rule == "for" and clause_start == previous_end
    if goes_on or _is_for(sentence, clause_start, q.start):
        yield Place("for", sentence.tokens_between(q.end, clause_end), rightward=True)
    carried = _carried(sentence, readings, index)
    short = _is_short(sentence, clause_start, q.start)
    if part:
        if short:
            yield Place("clause before", _clause_before(sentence, previous_end, clause_start))
        yield Place("carried", carried)
    yield Place("before", own, NOUN)
    yield Place("behind", behind, NOUN, rightward=True)
    if index + 1 < len(readings) and _shares(sentence, q, readings[index + 1].quantity):
        shared = sentence.tokens_between(readings[index + 1].quantity.end, clause_end)
        yield Place("shared", _unclaimed(sentence, readings, index + 1, shared), rightward=True)
    yield from _across(sentence, short, previous_end, clause_start)
    stepped = carried and _stepped(sentence, q)
    yield Place("carried", carried, WEAK if stepped else STRONG)
    yield Place("clause after", following, rightward=True)


def _anything_said(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether any word of the sentence, or what governs a number before, is said of such numbers at all."""
    q = readings[index].quantity
    unit_class, unit = q.unit_class, q.unit
    cues = [reading.cue for reading in readings[:index] if reading.cue is not None]
    return any(token.word.offers_for(unit_class, unit) for token in chain(sentence.tokens, cues))


def _own(sentence: Sentence, reading: Reading, clause_start: int) -> Sequence[Token]:
    """The words before a number, from its clause or the number before it on."""
    if clause_start == reading.clause and reading.ahead:
        return reading.ahead
    return sentence.tokens_between(clause_start, reading.quantity.start)


def _is_for(sentence: Sentence, clause_start: int, position: int) -> bool:
    """Whether the clause says up to a position for whom something is done: 为102名."""
    start = max(clause_start, position - _FOR_LONGEST) - sentence.start
    return _FOR.search(sentence.text, start, position - sentence.start) is not None


def _stepped(sentence: Sentence, q: Quantity) -> bool:
    end = q.start - sentence.start
    return _STEPPED.search(sentence.text, max(0, end - _STEP_LONGEST), end) is not None


def _is_short(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause has no room for a word of its own, dates apart: 今年前10个月仅为43.7%."""
    if end - start <= _SHORT:
        return True
    if not sentence.dates:
        return False
    text = sentence.text[start - sentence.start : end - sentence.start]
    return len(without_dates(sentence, start, text)) <= _SHORT


def _across(sentence: Sentence, short: bool, previous_end: int, clause_start: int) -> Iterator[Place]:
    """The clause before, where it says among what is counted or the number opens its own."""
    among = _among(sentence, clause_start)
    if among or short:
        name = "among" if among else "clause before"
        yield Place(name, _clause_before(sentence, previous_end, clause_start))


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
    return _unclaimed(sentence, readings, index, after)


def visible(sentence: Sentence, tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Tokens left of a position, less those in brackets that are closed before it."""
    if not tokens:
        return tokens
    text, base = sentence.text, sentence.start
    first, end = tokens[0].start - base, position - base
    close = max(text.rfind(")", first, end), text.rfind("）", first, end))
    if close < 0:
        return tokens
    opening = max(text.rfind("(", 0, close), text.rfind("（", 0, close))
    return [t for t in tokens if not base + opening < t.start < base + close]


def _shares(sentence: Sentence, q: Quantity, behind: Quantity) -> bool:
    """Whether two numbers share the predicate behind the second: 6家公司、33名个人被限制高消费;
    15件案件的20名申请人领取案款.
    """
    return _SHARES.match(gap_between(sentence, q, behind)) is not None


def _unclaimed(
    sentence: Sentence, readings: Sequence[Reading], index: int, tokens: Sequence[Token]
) -> Sequence[Token]:
    """Tokens behind a number, less those before another of its sort in their clause: 司法拘留 in 拘留5人."""
    if not tokens:
        return tokens
    q, sort = readings[index].quantity, _sort(readings[index].quantity)
    later = [r.quantity for r in readings[index + 1 :]]
    if not later:
        return tokens
    likely = ("person", sort) if q.unit == "次" else (sort,)
    behind = [other for other in later if other.unit_class == q.unit_class or _sort(other) in likely]
    return [t for t in tokens if not any(_claims(sentence, t, other) for other in behind)]


def _sort(q: Quantity) -> str:
    """What sort of thing is counted: firms and households are debtors as people are."""
    return "person" if q.unit in ("家", "户") else q.unit_class


def _claims(sentence: Sentence, token: Token, q: Quantity) -> bool:
    among = sentence.text.startswith(("中", "里"), token.end - sentence.start)
    in_clause = token.end <= q.start < sentence.clause_end(token.end) and not among
    return in_clause and bool(token.word.offers_for(q.unit_class, q.unit))


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
    return [*tokens, cue] if cue is not None and cue not in tokens else tokens


def _carried(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The cue of the nearest number of the same sort, where this one continues it.

    Only a date stands between (2018年…件,2019年…件), or a step (从94天降至83天), or the number is a part
    (其中涉民生案件…件), or a further kind of case is counted (审结商标案件…件,涉外案件…件).
    """
    q = readings[index].quantity
    sort = _sort(q)
    for number in range(index - 1, -1, -1):
        before = readings[number]
        same = before.quantity.unit_class == q.unit_class
        if before.kind == "change" or not (same or _sort(before.quantity) == sort):
            continue
        gap = gap_between(sentence, before.quantity, q)
        in_list = _MEMBER.search(gap) or PART.search(gap)
        # Firms and persons go on with each other only in one list: 罚款企业8家、个人21人.
        if not same and in_list is None:
            continue
        if before.cue is None or len(gap) > (_PART_FAR if PART.search(gap) else _FAR):
            return ()
        has_date = any(before.quantity.end <= d.start < q.start for d in sentence.dates)
        # What was done to them is said anew: 拘留9人,被罚款的6人.
        anew = q.unit_class == "person" and "被" in gap.replace("被执行", "") and not PART.search(gap)
        listed = (not anew and _CONTINUES.search(gap)) or in_list
        if q.unit_class == "duration":
            listed = listed or _FROM.search(gap)
        return [before.cue] if has_date or listed or before.rule == "part" else ()
    return ()
