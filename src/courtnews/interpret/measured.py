"""Changes that name what changed by its measure alone, or two measures in one word: 罚款213人次、金额187万元,
人次下降5.8%,金额上升31.6%; 收结案分别上升7%和8%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_MEASURES = (
    (re.compile("人次|人数"), "person"),
    (re.compile("(?:案件?|宗|件)数"), "case"),
    (re.compile("总?金额|数额|款额"), "money"),
)
_WHOLE = re.compile("(?:案件)?总[量数]|案件量")
_COMPARED = re.compile(
    "(?:也|则|却|还)?(?:同比|环比|比上年|较上年|比去年|较去年|同期|[比较](?:前|上一?个?)[三五两四]年)?(?:同期)?(?:也|则|却)?"
)
_BOTH = re.compile(
    "(?:全[院市省区县])?收(?:案|、)?和?(?:审执)?结案(?:件|总)?(?:数量?)?(?:同比|较上年|比上年|环比)?(?:分别)?(?:同比)?$"
)
_TAKEN = ("cases_received", "cases_accepted")
_CLOSED = ("cases_closed", "cases_enforced", "cases_adjudicated")
_PAIR = 2


def of_measures(sentence: Sentence, group: Sequence[Reading], bases: Sequence[Reading]) -> list[Reading]:
    """The figures that a group of changes names by their measure, in order; none where it names none so."""
    if len(group) == 1:
        base = _by_measure(sentence, group[0], bases)
        return [base] if base is not None else []
    return _of_both(sentence, group, bases)


def _by_measure(sentence: Sentence, change: Reading, bases: Sequence[Reading]) -> Reading | None:
    """The one figure of the measure that a change names and nothing else: 人次同比下降5.8%."""
    if change.trend is None:
        return None
    start = sentence.clause_start(change.trend.start) - sentence.start
    end = change.trend.start - sentence.start
    named = _WHOLE.match(sentence.text, start, end)
    if named is not None and _COMPARED.fullmatch(sentence.text, named.end(), end):
        return _whole_of(bases)
    for pattern, unit_class in _MEASURES:
        named = pattern.match(sentence.text, start, end)
        if named is not None and _COMPARED.fullmatch(sentence.text, named.end(), end) is not None:
            alike = [b for b in bases if b.quantity.unit_class == unit_class]
            # 2017年151件166人,今年212件231人,件数同比上升96%: of several years the last.
            last = len({b.code for b in alike}) == 1 and alike[-1] in bases[-_PAIR:]
            return alike[-1] if last or len(alike) == 1 else None
    return None


def names_the_whole(sentence: Sentence, change: Reading, bases: Sequence[Reading]) -> bool:
    """Whether a change is that of a whole of which only parts are told right before it:
    其中首次执行2876件,恢复执行641件。总数比2018年多出452件.
    """
    if change.trend is None or not bases:
        return False
    last = bases[-1]
    if last.rule != "part" and (
        last.sentence is sentence or not last.sentence.text.lstrip().startswith("其中")
    ):
        return False
    start = sentence.clause_start(change.trend.start) - sentence.start
    return _WHOLE.match(sentence.text, start, change.trend.start - sentence.start) is not None


def _whole_of(bases: Sequence[Reading]) -> Reading | None:
    """The cases of which the last told are only a part: 受理3063件,里头有405件是旧存,总量同比上升19.87%."""
    if len(bases) < _PAIR:
        return None
    whole, part = bases[-2:]
    parted = part.rule == "part" or part.code == "cases_carried_over"
    alike = whole.quantity.unit_class == part.quantity.unit_class == "case"
    return whole if parted and alike and whole.value >= part.value else None


def _of_both(sentence: Sentence, group: Sequence[Reading], bases: Sequence[Reading]) -> list[Reading]:
    """What was taken and what was closed, where two changes are those of 收结案; else nothing."""
    trend = group[0].trend
    if len(group) != _PAIR or trend is None or "收" not in sentence.text:
        return []
    start = sentence.clause_start(trend.start) - sentence.start
    closed = {b.code for b in bases} & set(_CLOSED[1:])
    if len(closed) > 1 or _BOTH.match(sentence.text, start, trend.start - sentence.start) is None:
        return []
    totals = [b for b in reversed(bases) if b.rule != "average"]
    taken = next((b for b in totals if b.code in _TAKEN), None)
    concluded = next((b for b in totals if b.code in _CLOSED), None)
    return [taken, concluded] if taken is not None and concluded is not None else []
