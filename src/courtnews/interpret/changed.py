"""The figures that a change may be of: those told before it, in its sentence or the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.compared import now_of
from courtnews.interpret.distant import can_change
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_SUBJECTLESS = 6
_COUNTED = frozenset(("case", "money", "person", "duration", "vehicle", "item", "area"))
_RATES = frozenset(("percent", "ratio"))
_PAIR = 2
# 三项指标同比分别下降4.80%、50.00%和8.22个百分点
_INDICATORS = re.compile("(?:以上|上述|这)?[两三四五六]项(?:核心|主要)?(?:指标|数据)")


def told_before(
    sentence: Sentence, before: Sequence[Reading], change: Reading, earlier: Sequence[Reading]
) -> list[Reading]:
    """The figures that a change may be of: those before it, else those of the sentence before."""
    told = [r for r in before if can_change(r) and not is_bracketed(sentence, r.quantity.start, change)]
    bases = [now_of(sentence, r, told) for r in told]
    same = bool(earlier) and earlier[-1].sentence.paragraph == sentence.paragraph
    if not bases and same and _bare(sentence, change):
        bases = [r for r in earlier if can_change(r) and r.period == change.period]
    return bases


def is_bracketed(sentence: Sentence, position: int, change: Reading) -> bool:
    """Whether a figure or a word stands in brackets that close before the change:
    受理1200件(含旧存90件,不含执恢案件),较上年增加31%.
    """
    text, position = sentence.text, position - sentence.start
    opening = max(text.rfind("(", 0, position), text.rfind("（", 0, position))
    closing = max(text.rfind(")", 0, position), text.rfind("）", 0, position))
    if opening <= closing:
        return False
    end = max(text.find(")", position), text.find("）", position))
    return 0 <= end < change.quantity.start - sentence.start


def _bare(sentence: Sentence, reading: Reading) -> bool:
    """Whether a change opens its sentence with no subject of its own: 同比分别上升10%和6%."""
    trend = reading.trend.start if reading.trend else reading.quantity.start
    start = sentence.clause_start(trend)
    named = _INDICATORS.match(sentence.text, start - sentence.start)
    start += len(named[0]) if named is not None else 0
    said = sum(d.end - d.start for d in sentence.dates if start <= d.start < trend)
    return trend - start - said <= _SUBJECTLESS


def shared_by_all(sentence: Sentence, change: Reading, bases: Sequence[Reading]) -> list[Reading]:
    """The first of the counts that changed alike, as the contract has it: 新收160件,执结130件,均上升三成."""
    end = change.quantity.start - sentence.start
    start = sentence.clause_start(change.quantity.start) - sentence.start
    part = sentence.text.rfind(";", 0, end) + sentence.start
    bases = [b for b in bases if b.quantity.start > part or b.sentence is not sentence]
    if len(bases) < _PAIR or not any(word in sentence.text[start:end] for word in ("均", "双双", "都")):
        return []
    return [next(b for b in bases if b.quantity.unit_class == bases[-1].quantity.unit_class)]


def last_told(group: Sequence[Reading], bases: Sequence[Reading]) -> list[Reading]:
    """The figures that a group of changes refers to, in order."""
    if len(group) == 1 and group[0].quantity.unit_class in _COUNTED:
        bases = [b for b in bases if b.quantity.unit_class == group[0].quantity.unit_class]
    if len(group) == 1 and bases:
        if group[0].quantity.unit_class == "points":
            return [b for b in bases if b.quantity.unit_class in _RATES][-1:]
        return [bases[-1]]
    if group[0].quantity.unit_class == "percent":
        # 受理100件,占30%;办结90件,占28%;分别上升8%和10%: of the counts, of which the shares only speak.
        counts = [b for b in bases if b.code != "rate_share"]
        bases = counts if len(counts) >= len(group) else bases
        # 受理9000件,审结8300件,结案率92.2%,分别上升1.6%和1.8%: a rate rises by points.
        counts = [b for b in bases if b.kind != "rate"]
        few = len(bases) - len(counts) < len(group)
        bases = counts if few and len(counts) == len(group) else bases
    return list(bases[-len(group) :]) if len(bases) >= len(group) else []
