"""Tie every change to the figure that changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.changed import is_bracketed, last_told, shared_by_all, told_before
from courtnews.interpret.compared import bases_from_years
from courtnews.interpret.distant import can_change, named_far_back
from courtnews.interpret.measured import names_the_whole, of_measures
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.interpret.unmeasured import NOT_CUES, is_unmeasured
from courtnews.lexicon import NOUN, STRONG, Metric, Token

_FORMER = re.compile("([前后])者[^,，。;；0-9]{0,8}$")
_PAIR = 2
_RATES = ("率", "比例", "比率", "占比")
_MARKS = "、,，和及与(（: ：也"
_SAME = frozenset(("", "同比", "即", "相当于", "环比", "换算", "折合", "也就是"))


def link_changes(
    sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading], before: Sequence[Reading]
) -> None:
    """Give each change of a sentence its metric and, where the text has it, the figure that changed;
    `earlier` are the readings of the sentence before, `before` those of all.

    分别 over n changes takes the last n figures before them, in order; a change with a cue of its own looks
    for a figure of that metric; any other belongs to the figure right before it. With no such figure there
    is no link.
    """
    index = 0
    while index < len(readings):
        if not readings[index].is_change or readings[index].rule == "rank":
            index += 1
            continue
        stop = index + 1
        while stop < len(readings) and readings[stop].is_change and _follows(sentence, readings, index, stop):
            stop += 1
        _link_group(sentence, readings, index, stop, earlier)
        for reading in readings[index:stop]:
            if reading.of is None and (base := named_far_back(reading, before)) is not None:
                _tie(reading, base, base.metric, "the figure of that metric told last")
        index = stop
    bases_from_years(readings)


def _follows(sentence: Sentence, readings: Sequence[Reading], first: int, index: int) -> bool:
    """Whether a change only carries on the list of the change before it; 增加310件,增长12.4% are two of one
    figure.
    """
    gap = sentence.text[
        readings[index - 1].quantity.end - sentence.start : readings[index].quantity.start - sentence.start
    ]
    trend = readings[index].trend
    if trend is not None and trend.word.text in gap:
        # 分别多了127件、115件,增幅39.94%和41.67%: a list of its own.
        again = index - first > 1 and readings[index].unit != readings[index - 1].unit and gap[:1] in "，,"
        if again or not _dealt(sentence, readings[first]):
            return False
    return not gap.replace(trend.word.text if trend else "", "").strip("、,，和及与以 超近约逾")


def _dealt(sentence: Sentence, reading: Reading) -> bool:
    start = sentence.clause_start(reading.quantity.start)
    tokens = sentence.tokens_between(start, reading.quantity.start)
    return any("distribute" in t.word.classes for t in tokens)


def _link_group(
    sentence: Sentence, readings: Sequence[Reading], first: int, stop: int, earlier: Sequence[Reading]
) -> None:
    group = readings[first:stop]
    if is_unmeasured(sentence, group[0]):
        for reading in group:
            _tie(reading, None, None, "what changed is none of the measures")
        return
    cues = _cues(sentence, readings, first, len(group))
    if first and not cues and _says_again(sentence, readings[first - 1], group[0]):
        _tie_again(group, readings[:first])
        return
    bases = told_before(sentence, readings[:first], group[0], earlier)
    if _former_or_latter(sentence, group[0], bases):
        return
    if measured := of_measures(sentence, group, bases):
        _tie_by_order(group, measured, readings, first)
        return
    if len(group) == 1 and names_the_whole(sentence, group[0], bases):
        _tie(group[0], None, None, "a whole that is not told beside it")
        return
    if cues and not _names_nothing_of_it(sentence, cues, group):
        told = [r for r in earlier if can_change(r) and r.period == group[0].period]
        _tie_by_cues(group, cues, bases, told)
        return
    shared = shared_by_all(sentence, group[0], bases) if len(group) == 1 else None
    _tie_by_order(group, shared or last_told(group, bases), readings, first)


def _tie_again(group: Sequence[Reading], told: Sequence[Reading]) -> None:
    """Tie changes to what those before them are of, which they say in another unit."""
    before = told[-len(group) :]
    if len(before) < len(group) or len(group) == 1 or not all(r.is_change for r in before):
        # Between the two may stand how far it is from an average: 高出全省平均增幅19.81%,净增12077件.
        known = (r for r in reversed(told) if r.is_change and r.metric is not None)
        before = [next(known, told[-1])] * len(group)
    for reading, said in zip(group, before, strict=True):
        reading.basis = reading.basis or said.basis
        _tie(reading, said.of, said.metric, "the change before, said again")


def _names_nothing_of_it(
    sentence: Sentence, cues: Sequence[tuple[Token, list[Metric]]], group: Sequence[Reading]
) -> bool:
    """Whether the words before a change of points name no rate at all:
    溢价率14%,比去年委托拍卖时高出9.7个百分点.
    """
    if group[0].quantity.unit_class != "points":
        return False
    fits = any(_fitting(metrics, reading) for _, metrics in cues for reading in group)
    return not fits and not any(
        sentence.text.startswith(_RATES, token.end - sentence.start) for token, _ in cues
    )


def _tie_by_order(
    group: Sequence[Reading], chosen: Sequence[Reading], readings: Sequence[Reading], first: int
) -> None:
    """Tie changes to the figures before them, in order; with none, to what the change before them is of."""
    if not chosen and first:
        before = next(
            (r for r in reversed(readings[:first]) if r.is_change and r.unit == group[0].unit), None
        )
        for reading in group if before is not None else ():
            _tie(reading, None, before.metric if before else None, "as the change before")
    for reading, base in zip(group, chosen, strict=False):
        _tie(reading, base, base.metric, "the figure before" if len(group) == 1 else "分别")
        if len(group) > 1 and _is_of_before(base, reading):
            reading.of = None
            reading.why.append("no link: the figure is that of an earlier year")


def _is_of_before(base: Reading, reading: Reading) -> bool:
    """Whether a figure is one of an earlier year than the change: 去年同期新收318件,今年多了127件."""
    told, own = (base.period or "")[:4], (reading.period or "")[:4]
    return told.isdigit() and told < own and (base.period or "").replace(told, own) == reading.period


def _former_or_latter(sentence: Sentence, reading: Reading, bases: Sequence[Reading]) -> bool:
    """Tie a change of 前者 or 后者 to the one of the two figures before that it is of."""
    named = _FORMER.search(sentence.text, 0, reading.quantity.start - sentence.start)
    if named is None or len(bases) < _PAIR:
        return False
    base = bases[-_PAIR if named[1] == "前" else -1]
    _tie(reading, base, base.metric, named[0])
    return True


def _tie_by_cues(
    group: Sequence[Reading],
    cues: Sequence[tuple[Token, list[Metric]]],
    bases: Sequence[Reading],
    told: Sequence[Reading],
) -> None:
    """Tie each change to the last figure of the metric that its own cue names, if there is one, in its
    sentence or among those `told` before; of several that share a cue only the metric is known.
    """
    if len(cues) >= len(group):
        # A heading or the line of another matter may stand between paragraphs.
        near = [r for r in told if r.sentence.paragraph == group[0].sentence.paragraph]
        bases = [*near, *bases]
    if len(cues) < len(group):
        cues = [cues[-1]] * len(group)
    for reading, (token, metrics) in zip(group, cues[-len(group) :], strict=True):
        metrics = _fitting(metrics, reading)
        named = [b for b in bases if b.metric in metrics]
        named = [b for b in named if b.period == reading.period] or named
        if _names_the_whole(reading, token):
            # 收案1168件,其中新收1113件,收案总数同比上升19%: of no part.
            named = [max(named, key=lambda b: b.value)] if named else []
        base = named[-1] if named else None
        other = (b.metric for b in told if b.metric in metrics)
        metric = base.metric if base else next(other, metrics[0] if metrics else None)
        _tie(reading, base, metric, f"cue {token.word.text}")
        reading.cue = token


def _names_the_whole(reading: Reading, token: Token) -> bool:
    """Whether a cue of a change is that of a whole: 收案总数, 结案总量."""
    return reading.sentence.text.startswith(("总数", "总量", "总额"), token.end - reading.sentence.start)


def _says_again(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Whether a change only says the one before it in another unit: 减少40件,降幅7.9%."""
    if not before.is_change or reading.trend is None or before.unit == reading.unit:
        return False
    gap = sentence.text[before.quantity.end - sentence.start : reading.trend.start - sentence.start]
    return gap.strip(_MARKS) in _SAME


def _fitting(metrics: list[Metric], reading: Reading) -> list[Metric]:
    """Points change rates; percent changes counts and sums where the cue names one; a number of cases or
    people changes what is counted in them.
    """
    counted = reading.quantity.unit_class
    if counted in ("case", "person", "duration", "money"):
        metrics = [m for m in metrics if counted in m.units]
    rates = [m for m in metrics if m.kind == "rate"]
    others = [m for m in metrics if m.kind != "rate"]
    return rates if reading.quantity.unit_class == "points" else (others or rates)


def _cues(
    sentence: Sentence, readings: Sequence[Reading], first: int, count: int
) -> list[tuple[Token, list[Metric]]]:
    """Cues of the change itself, between the figure before and the trend word: 执结案件同比上升105.93%."""
    reading = readings[first]
    trend = reading.trend.start if reading.trend else reading.quantity.start
    start = sentence.clause_end(readings[first - 1].quantity.end) if first else sentence.start
    if first and start > trend:
        start = readings[first - 1].quantity.end
    strong: list[tuple[Token, list[Metric]]] = []
    weak: list[tuple[Token, list[Metric]]] = []
    for token in sentence.tokens_between(start, max(trend, reading.quantity.start)):
        if (token.word.classes.isdisjoint(NOT_CUES) or token.word.parts) and not is_bracketed(
            sentence, token.start, reading
        ):
            # 多执结 says what became more.
            offers = token.word.offers or [o for part in token.word.parts for o in part.offers]
            metrics = [o.metric for o in offers if o.metric.kind != "rank"]
            strength = max((o.strength for o in offers), default=NOUN)
            if metrics and strength > NOUN:
                (strong if strength == STRONG else weak).append((token, metrics))
    clause = sentence.clause_start(trend)
    near = [c for c in strong if c[0].start >= clause]
    if near and len(near) >= min(count, len(strong)):
        return near
    return strong if len(strong) >= count else near or strong or weak


def _tie(reading: Reading, base: Reading | None, metric: Metric | None, why: str) -> None:
    reading.metric = metric
    reading.of = base
    if base is not None and reading.role != "target":
        reading.role = base.role
    if base is not None:
        q, said = base.quantity, base.sentence
        why += f", {said.text[q.start - said.start : q.end - said.start]}"
    reading.why.append(f"change of {reading.code}: {why}")
