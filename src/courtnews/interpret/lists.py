"""Numbers in one list that share a word or divide several words among them.

执行完毕率、实际执结率依次为33.29%、51.55%: as many cues as numbers, each to its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle, pairwise

from courtnews.interpret.cues import settle
from courtnews.interpret.pairs import JOINS, gap_between
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN, STRONG, WEAK, Offer, Token, accepts
from courtnews.quantities import Quantity

_BETWEEN = re.compile(r"(?:[、,，和及与/\s]|以及|超|近|约|逾)*$")
_SEVERAL = 2
_COMMA, _JOINED = re.compile("[,，]"), re.compile("[、和及与]")
UNCLEAR = "a list of several measures in no clear order"


def chains(sentence: Sentence, readings: Sequence[Reading]) -> list[list[Reading]]:
    """Runs of quantities with nothing but list marks between them."""
    runs: list[list[Reading]] = []
    for reading in readings:
        if runs:
            last = runs[-1][-1]
            end, start = last.quantity.end - sentence.start, reading.quantity.start - sentence.start
            if end < start and _BETWEEN.match(sentence.text, end, start):
                runs[-1].append(reading)
                continue
        runs.append([reading])
    return runs


def distribute(sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading]) -> bool:
    """Deal the cues of a list out to its numbers; returns whether any is dealt as those before it were.
    `earlier` holds the readings of the sentence before.
    """
    again = False
    for run in chains(sentence, readings):
        if len(run) < _SEVERAL or any(r.is_change or r.kind == "rank" for r in run):
            continue
        first = run[0].quantity
        index = readings.index(run[0])
        start = readings[index - 1].quantity.end if index else sentence.start
        tokens = sentence.tokens_between(start, first.start)
        dealt = any("distribute" in t.word.classes for t in tokens)
        cues = _cues(sentence, tokens, run, dealt)
        group = _grouped(sentence, run) if dealt and not cues else 0
        if dealt and not cues and _is_unclear(sentence, tokens, run, group):
            for reading in run:
                reading.refused = UNCLEAR
        elif group:
            _deal(run, _cues(sentence, tokens, run[:group], dealt), group)
        elif cues:
            _deal(run, cues)
        elif dealt and not _has_its_own(sentence, tokens, first):
            told = _as_before(run, readings[:index]) or _as_named(run, earlier) or _as_before(run, earlier)
            again = again or told
            if not told:
                _count(run)
        elif dealt:
            _count(run)
    return again


def _is_unclear(sentence: Sentence, tokens: Sequence[Token], run: Sequence[Reading], group: int) -> bool:
    """Whether several measures share a list in which nothing tells whose number is whose, be it in clear
    groups of as many as `group`: 三年收案、结案分别为3075件、2823件、3813件、3513件、4908件、4669件.
    """
    unit, clause = (run[0].quantity.unit_class, run[0].quantity.unit), sentence.clause_start(tokens[-1].start)
    double = any(_is_one_of_two(sentence, t, clause) and _offer(t, unit) for t in tokens if t.start >= clause)
    if double and _times(sentence, run[0].quantity.start) != len(run):
        return True
    named = ((t, _offer(t, unit)) for t in tokens if t.start >= clause)
    offers = [(t, o) for t, o in named if o is not None and o.strength == STRONG]
    count = len({o.metric.code for _, o in offers})
    if count < _SEVERAL or len(run) <= count or group == count:
        return False
    if len(run) % count and not _COMMA.search(gap_between(sentence, run[0].quantity, run[-1].quantity)):
        return False
    # 收、结案: the mark belongs to the first word.
    between = sentence.text[offers[0][0].start - sentence.start : offers[-1][0].start - sentence.start]
    return _JOINED.search(between) is not None


def _is_one_of_two(sentence: Sentence, token: Token, clause: int) -> bool:
    """Whether a cue is two measures in one, with no courts or years before it that would share their sum:
    审结、执结案件分别为4000件、1200件.
    """
    before = sentence.text[clause - sentence.start : token.start - sentence.start]
    return "、" in token.word.text and (before.endswith("、") or _JOINED.search(before) is None)


def _grouped(sentence: Sentence, run: Sequence[Reading]) -> int:
    """How many numbers stand in each group of a list of equal groups, else 0:
    两年收、结案分别为3075件、2823件,3813件、3513件.
    """
    gaps = [gap_between(sentence, a.quantity, b.quantity) for a, b in pairwise(run)]
    ends = [number for number, gap in enumerate(gaps, 1) if _COMMA.search(gap)]
    size = ends[0] if ends else 0
    equal = size >= _SEVERAL and ends == list(range(size, len(run), size)) and not len(run) % size
    if not equal:
        return 0
    units = [r.quantity.unit_class for r in run]
    if len(set(units[:size])) == size and units == units[:size] * (len(run) // size):
        return size  # 3200件、3亿元,3500件、4亿元
    # As many groups as times, and not as measures: else nothing tells what they are groups of.
    return size if len(run) // size == _times(sentence, run[0].quantity.start) != size else 0


def _times(sentence: Sentence, position: int) -> int:
    """How many times, one by one or as years of a span, a sentence tells before a position."""
    dates = [d for d in sentence.dates if d.end <= position and not d.clock]
    if len(dates) == 1 and dates[0].last is not None:
        first, last = dates[0].first.year, dates[0].last.year
        return last - first + 1 if first is not None and last is not None else 0
    return len(dates)


def _deal(run: Sequence[Reading], cues: Sequence[tuple[Token, Offer]], group: int = 1) -> None:
    """Give the members of a list its cues in turn, and a number each, or each group of them."""
    for number, (reading, (token, offer)) in enumerate(zip(run, cycle(cues), strict=False)):
        settle(reading, token, offer, "dealt out")
        reading.distributed = number // group


def _has_its_own(sentence: Sentence, tokens: Sequence[Token], first: Quantity) -> bool:
    """Whether the clause of a list, or the one before for numbers of its sort, says what it counts:
    恢复执行案件一路走高,四年分别是202件、234件.
    """
    clause, unit = sentence.clause_start(first.start), (first.unit_class, first.unit)
    before = sentence.clause_start(clause - 1)
    return any(
        t.word.offers if t.start >= clause else t.start >= before and _offer(t, unit) is not None
        for t in tokens
    )


def _count(run: Sequence[Reading]) -> None:
    """Number the members of a list that is dealt out: among courts or years, where not among cues."""
    for number, reading in enumerate(run):
        reading.distributed = number


def repeat(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give a list that repeats one before it in its sentence (2009年依次为8件、5件) that list's metrics,
    which are known only now.
    """
    for run in chains(sentence, readings):
        if all(r.rule == "as before" and r.metric is None for r in run):
            _as_before(run, readings[: readings.index(run[0])])


def _cues(
    sentence: Sentence, tokens: Sequence[Token], run: Sequence[Reading], dealt: bool
) -> list[tuple[Token, Offer]]:
    """As many cues as numbers, in order, each of which fits its number; else none."""
    units = {(r.quantity.unit_class, r.quantity.unit) for r in run}
    first_unit = run[0].quantity.unit_class
    cues = [t for t in tokens if any(_offer(t, u) for u in units)]
    strong = [t for t in cues if any((o := _offer(t, u)) and o.strength == STRONG for u in units)]
    # Shares are dealt only among rates that are named in full: 收结案分别占全部案件的7%和8% are two shares.
    for candidates in (strong,) if strong and first_unit == "percent" else (strong, cues):
        if len(candidates) < len(run):
            continue
        chosen = candidates[-len(run) :]
        offers = [
            _offer(t, (r.quantity.unit_class, r.quantity.unit)) for t, r in zip(chosen, run, strict=True)
        ]
        together = _in_one_clause(sentence, chosen) if dealt else _coordinated(sentence, chosen)
        if together and all(o is not None for o in offers):
            return [(t, o) for t, o in zip(chosen, offers, strict=True) if o is not None]
    return []


def _offer(token: Token, unit: tuple[str, str]) -> Offer | None:
    offers = token.word.offers_for(*unit)
    if offers and offers[0].strength > NOUN:
        return offers[0]
    for metric in token.word.qualifies:
        if accepts(metric, *unit):
            return Offer(metric, WEAK)
    return None


def _in_one_clause(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether no comma parts the cues, and none is only the average of the next:
    清理积案期间,甲、乙、丙执结积案最多 and 法官人均结案 name one measure each.
    """
    averaged = any("average" in a.word.inner and a.end == b.start for a, b in pairwise(tokens))
    return not averaged and sentence.clause_start(tokens[-1].start) <= tokens[0].start


def _coordinated(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether the cues stand in one list themselves: 收案、结案10件、9件."""
    text, base = sentence.text, sentence.start
    return all(
        JOINS.match(text[a.end - base : b.start - base]) and a.end < b.start for a, b in pairwise(tokens)
    )


def _as_named(run: Sequence[Reading], earlier: Sequence[Reading]) -> bool:
    """这四项依次是…: as many numbers as the sentence before named rates, each in its turn."""
    unit = (run[0].quantity.unit_class, run[0].quantity.unit)
    if not earlier or unit[0] != "percent":
        return False
    offers = [(t, t.word.offers_for(*unit)) for t in earlier[0].sentence.tokens]
    named = [(t, o[0]) for t, o in offers if o and o[0].strength == STRONG]
    if len(named) != len(run):
        return False
    for number, (reading, (token, offer)) in enumerate(zip(run, named, strict=True)):
        settle(reading, token, offer, "as named before")
        reading.distributed = number
    return True


def _as_before(run: Sequence[Reading], earlier: Sequence[Reading]) -> bool:
    """这三项数字分别只有…: as many numbers as the sentence before had, of the same units, mean the same."""
    bases = [r for r in earlier if not r.is_change and not r.refused]
    if len(sorts := {r.quantity.unit_class for r in run}) > 1:
        # 上述两个数字分别是16万宗和327亿元: whatever else was told between those two.
        bases = [r for r in bases if r.quantity.unit_class in sorts]
    if len(bases) < len(run):
        return False
    bases = bases[-len(run) :]
    same = all(a.quantity.unit_class == b.quantity.unit_class for a, b in zip(bases, run, strict=True))
    if not same:
        return False
    deal_as(bases, run)
    for base, reading in zip(bases, run, strict=True):
        reading.role = base.role
    return True


def deal_as(bases: Sequence[Reading], run: Sequence[Reading]) -> None:
    """Give the members of a list what those of another mean, in order."""
    for number, (base, reading) in enumerate(zip(bases, run, strict=True)):
        reading.metric, reading.cue, reading.cue_strength = base.metric, base.cue, base.cue_strength
        reading.kind, reading.rule, reading.distributed = base.kind, "as before", number
        reading.why.append(f"metric {reading.code}: as the list before, in order")
