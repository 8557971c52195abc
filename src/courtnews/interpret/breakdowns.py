"""Totals and their parts: what the members of a list count.

按案由分,民间借贷88件,买卖合同66件: members with no word of their own count what the total before them
counts. That a number is such a member is shown by a frame (按…分), by the form of a list, or by
arithmetic: the members add up, or the share said behind a member is its share of the total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.again import is_again, of_a_year
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.interpret.sums import by_arithmetic, summed, whole_of
from courtnews.lexicon import STRONG, WEAK

_FRAME = re.compile(
    r"(?:按|从|以)[^,，。;；:：0-9]{1,12}(?:来?分|划分|排|来?看|统计|区分)(?:[,，:：类]|$)"
    r"|分(?:开|类|项|月|年|案由|地区)[说看来,，:：]|分(?:成|为)[一-鿿]{0,2}类|逐[年月]|具体(?:来)?[说看]|构成|分布"
)
_OF_THEM = ("中", "里", "当中", "之中")
_CLASSES = frozenset(("case", "person", "money"))
# 向社会救助机关通报57件: what was done with cases names no class of them.
_TO_WHOM = ("向", "将", "把", "由", "经")
_FIRMS = ("家", "户")
_TOTALS = frozenset(("case_count", "person_count", "detention", "item_count", "amount"))
_LOOK_BACK, _LIST, _LONGEST_PHRASE = 24, 2, 24
_SHARE_OF = re.compile("[,，]占(?:全部|全院|总)?(?:收案|结案|受案|受理)")
# What is left of a whole.
_LEFT = frozenset(("剩下", "剩余", "其余", "余下", "剩下的"))
_MOST, _NEARLY_ALL = Decimal("0.5"), Decimal("0.9")
_NAME = re.compile("[一-鿿]{2,4}(?:以|为|是|约|近|超)?")
# Paragraphs, blank lines among them, that a heading may put between a total and its parts.
_NEAR_BY = 4
_PART_OF, _PART_LONGEST = (
    re.compile("(?<!未履行)(?<!未到位)(?<!其余)(?<!剩余)(?<!其他)部分(?:[为约有达共计]|超过|将近|则为)?$"),
    5,
)
_AVERAGES = ("年均", "月均", "日均", "人均", "件均", "户均", "平均")


def continue_totals(sentence: Sentence, readings: Sequence[Reading], before: Sequence[Reading]) -> None:
    """Give members of a breakdown the metric of their total; `before` holds the readings of the sentences
    before.
    """
    for reading in readings:
        if _is_the_left(reading):
            reading.metric = None
            reading.why.append("metric other: only the rest of those told before")
    vague = [r for r in readings if r.cue_strength < STRONG or r.metric is None]
    if not vague:
        return
    _name_again(sentence, vague, before)
    members = [r for r in vague if is_vague(r) and _open(sentence, r)]
    earlier = [r for r in before[-_LOOK_BACK:] if is_total(r)] if members else []
    for unit_class in dict.fromkeys(r.quantity.unit_class for r in members):
        same = [r for r in members if r.quantity.unit_class == unit_class]
        if _make_up_unknown(same, before[-_LOOK_BACK:]):
            continue
        _continue(sentence, readings, same, [r for r in earlier if r.quantity.unit_class == unit_class])


def _continue(
    sentence: Sentence, readings: Sequence[Reading], members: list[Reading], earlier: list[Reading]
) -> None:
    framed = _FRAME.search(sentence.text, 0, members[-1].quantity.start - sentence.start)
    near = [r for r in earlier if sentence.paragraph - r.sentence.paragraph <= _NEAR_BY]
    for member in members:
        inside = _totals_before(readings, member)
        total = summed(sentence, member, inside)
        total = total or by_arithmetic(readings, member, members, inside[::-1] + earlier[::-1])
        total = total or whole_of(sentence, member, inside)
        if total is None and member.metric is None:
            total = _by_frame(sentence, framed, member, inside, near) if framed else None
            dated = any(member.clause <= d.start < member.quantity.start for d in sentence.dates)
            listed = _listed(members, inside) and (dated or any(r.value >= member.value for r in inside))
            named = is_again(sentence, member) or _is_a_part(sentence, member, inside)
            if total is None and inside and (listed or named or _terse(sentence, members)):
                total = inside[-1]
            if total is None and not inside:
                total = _of_sentence_before(readings, members, near) or of_a_year(sentence, member, near)
        if total is not None:
            as_total(member, total)


def _make_up_unknown(members: Sequence[Reading], told: Sequence[Reading]) -> bool:
    """Whether a list adds up to a count told before of which nothing says what it measures."""
    added = sum((r.value for r in members), Decimal(0))
    unit_class = members[0].quantity.unit_class
    return len(members) >= _LIST and any(
        r.metric is None and not r.refused and r.value == added and r.quantity.unit_class == unit_class
        for r in told
    )


def _of_sentence_before(
    readings: Sequence[Reading], members: Sequence[Reading], near: Sequence[Reading]
) -> Reading | None:
    """The cases that the paragraph counted last, where the members make up most of those, or nearly all
    where its sentence counts others too: 共收金融案件350件。甲银行86件,乙银行次之,66件.
    """
    counted = [r for r in readings if r.quantity.unit_class == "case" and not (r.refused or r.is_change)]
    if len(members) < _LIST or not near:
        return None
    total, added = near[-1], sum((r.value for r in members), Decimal(0))
    same = total.sentence.paragraph == members[0].sentence.paragraph
    least = total.value * (_MOST if counted == list(members) else _NEARLY_ALL)
    return total if same and least <= added <= total.value else None


def _name_again(sentence: Sentence, readings: Sequence[Reading], before: Sequence[Reading]) -> None:
    """A number told once more to speak of its parts is what it was: 审结拒执案件187件; 187件中有自诉23件."""
    for reading in readings:
        end = reading.quantity.end - sentence.start
        if reading.metric is None and not reading.refused and sentence.text.startswith(_OF_THEM, end):
            told = next(
                (r for r in reversed(before[-_LOOK_BACK:]) if is_total(r) and _alike(r, reading)), None
            )
            if told is not None:
                as_total(reading, told)
                reading.again = told


def _alike(told: Reading, reading: Reading) -> bool:
    same = told.quantity.unit_class == reading.quantity.unit_class
    return same and told.value == reading.value and told.metric is not None


def _by_frame(
    sentence: Sentence,
    frame: re.Match[str],
    member: Reading,
    inside: Sequence[Reading],
    near: Sequence[Reading],
) -> Reading | None:
    """The total whose parts a frame opens: the last before it, which may be one that the frame names
    (从结案方式看); a measure told inside the list is none (和解97件,其他51件).
    """
    q, start = member.quantity, sentence.start + frame.start()
    inside = [r for r in inside if r.value >= member.value]
    near = [r for r in near if r.value >= member.value]
    before = [r for r in inside if r.quantity.end <= start or r.rule == "part"]
    # Money of a sentence before may have been counted for something else by now.
    if before or q.unit_class == "money":
        return _last(before or inside)
    # 从案由看,劳动合同纠纷1901件,占收案数的79%;追索劳动报酬128件: of the whole that the share names.
    shared = next(
        (r for r in inside if _SHARE_OF.match(sentence.text, r.quantity.end - sentence.start)), None
    )
    if shared is not None:
        return shared
    said = sentence.tokens_between(start, sentence.start + frame.end())
    named = {o.metric.code for t in said for o in t.word.offers_for(q.unit_class, q.unit)}
    return _last([r for r in near if r.code in named] or near)


def _last(readings: Sequence[Reading]) -> Reading | None:
    return readings[-1] if readings else None


def _is_a_part(sentence: Sentence, member: Reading, inside: Sequence[Reading]) -> bool:
    """Whether a number is named a part of what was told before it: 征起52亿元,健保部分8亿元."""
    end = member.quantity.start - sentence.start
    named = _PART_OF.search(sentence.text, max(0, end - _PART_LONGEST), end) is not None
    whole = next((r for r in reversed(inside) if r.rule != "part"), None)
    return named and whole is not None and whole.value >= member.value


def _totals_before(readings: Sequence[Reading], member: Reading) -> list[Reading]:
    q = member.quantity
    return [
        r
        for r in readings
        if is_total(r) and r.quantity.end <= q.start and r.quantity.unit_class == q.unit_class
    ]


def _listed(members: Sequence[Reading], inside: Sequence[Reading]) -> bool:
    """Whether counts of cases form a list, or end one that is known to be a breakdown; people counted in a
    row may each be something else.
    """
    several = len(members) >= _LIST or any(r.rule == "part" for r in inside)
    return several and members[0].quantity.unit_class == "case"


def _terse(sentence: Sentence, members: Sequence[Reading]) -> bool:
    """Whether each of several clauses names no more than whose number it is: 甲市3.4亿元;乙市以2.8亿元."""
    return len(members) >= _LIST and all(
        _NAME.fullmatch(
            sentence.text,
            sentence.clause_start(r.quantity.start) - sentence.start,
            r.quantity.start - sentence.start,
        )
        and not any(t.word.offers for t in r.ahead)
        for r in members
    )


def as_total(member: Reading, total: Reading) -> None:
    """Give a member the metric of the total that it is a part of."""
    member.metric, member.kind, member.rule = total.metric, total.kind, "part"
    member.cue, member.cue_strength = total.cue, WEAK
    member.why.append(f"metric {total.code}: a part of {total.quantity.value:f}")


def is_total(reading: Reading) -> bool:
    """Whether a reading is a count or sum of something known, which parts may make up."""
    return reading.metric is not None and not reading.refused and reading.kind in _TOTALS


def _is_the_left(reading: Reading) -> bool:
    """Whether a number is only the rest of those told before, whatever became of them: 剩下的33宗是设备."""
    if reading.cue is None or reading.cue.word.text not in _LEFT:
        return False
    end = reading.quantity.end - reading.sentence.start
    text = reading.sentence.text
    # 剩余300件为长期未结案件 are pending all the same.
    return text.startswith(("是", "为", "则是", "系", "都是"), end) and "未结" not in text[end : end + 8]


def is_vague(reading: Reading) -> bool:
    """Whether no word says what is counted; 涉及 says no more than that, and the total may say the rest."""
    metric = reading.metric
    return metric is None or (reading.cue_strength < STRONG and metric.code == "cases_acted_on")


def _open(sentence: Sentence, reading: Reading) -> bool:
    """Whether a vague count has a short phrase that names its class, or its year, and no more."""
    q = reading.quantity
    if reading.refused or reading.kind in ("change", "rank"):
        return False
    if q.unit_class not in _CLASSES and q.unit not in _FIRMS:
        return False
    if reading.metric is None and reading.rule in ("average", "as before"):
        return False
    if sentence.text.endswith(_AVERAGES, 0, q.start - sentence.start):
        return False
    start = reading.clause
    if sentence.text.startswith(_TO_WHOM, start - sentence.start):
        return False
    listed = sentence.text.rfind("、", start - sentence.start, q.start - sentence.start)
    return q.start - max(start, sentence.start + listed) <= _LONGEST_PHRASE
