"""Totals known by arithmetic: what adds up to a number, what is left of one, a share that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

#: Words that say that a number is a sum.
SUMMED = re.compile(r"(?:合计|累计|总计|共计|总共|一共|共|总数|总量)(?:为|达到?|有|是|约|近|超|逾|[:： ])*$")
# What names a member of a whole; and right behind the number of a whole.
_CLASS = re.compile("案|纠纷|类|^以")
_WHOLE = re.compile("(?:各类|执行)*(?:案件|案)(?:当|之)?[中里][,，]")
_ROUNDING = Decimal("0.06")
_HUNDRED = Decimal(100)
_LIST, _SUM_LONGEST = 2, 14


def summed(sentence: Sentence, member: Reading, inside: Sequence[Reading]) -> Reading | None:
    """One of the figures of which the number is the sum: 首批发放8万元,次批发放7万元,累计15万元."""
    end = member.quantity.start - sentence.start
    if len(inside) < _LIST or not SUMMED.search(sentence.text, max(0, end - _SUM_LONGEST), end):
        return None
    alike = [r for r in inside if r.metric is inside[-1].metric]
    return inside[-1] if sum((r.value for r in alike), Decimal(0)) == member.value else None


def whole_of(sentence: Sentence, member: Reading, inside: Sequence[Reading]) -> Reading | None:
    """The whole that the sentence names as such: 执结的900件案件中,诉讼类执行案件600件."""
    for total in inside[::-1]:
        if total.value > member.value and _WHOLE.match(sentence.text, total.quantity.end - sentence.start):
            said = sentence.text[member.clause - sentence.start : member.quantity.start - sentence.start]
            return total if _CLASS.search(said) else None
    return None


def by_arithmetic(
    readings: Sequence[Reading], member: Reading, members: Sequence[Reading], totals: Sequence[Reading]
) -> Reading | None:
    """The total that the members add up to, or of which the share said behind the member is its share."""
    added = sum((r.value for r in members), Decimal(0))
    index = readings.index(member) + 1
    share = readings[index] if index < len(readings) and readings[index].kind == "rate" else None
    for total in totals:
        if (len(members) > 1 and added == total.value) or _is_the_rest(readings, member, total):
            return total
        if share is not None and _is_share(member, total, share):
            return total
    return None


def _is_the_rest(readings: Sequence[Reading], member: Reading, total: Reading) -> bool:
    """Whether a number and one that counts what the total does add up to that: 旧存303件(审判191件、
    执行112件).
    """
    rest = total.value - member.value
    return rest > 0 and any(
        r.value == rest and r.metric is total.metric and not r.is_change for r in readings
    )


def _is_share(member: Reading, total: Reading, share: Reading) -> bool:
    if share.code != "rate_share" or total.value <= member.value:
        return False
    return abs(member.value / total.value * _HUNDRED - share.value) < _ROUNDING
