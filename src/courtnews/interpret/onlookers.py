"""People and bodies who only took part, looked on or are studied: 3名人大代表, 44个部门, 8件指导性案例."""

from __future__ import annotations

import re
from bisect import bisect_left

from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG
from courtnews.quantities import Quantity

_COURTS = ("有法院", "辖法院", "基层法院", "人民法庭", "派出法庭", "中心法庭")
_BREAKS = frozenset(",，;；:：、")
# 8件执行专题指导性案例
_CASE_STUDIES = re.compile("[^,，。;；、0-9]{0,10}案例")
# How far from a number such a word lies at most.
_BACK, _AHEAD = 8, 8
_REACHING = frozenset(("高达", "多达", "达到", "超过", "人数达", "人数高达", "人次达", "人数"))


def are_onlookers(sentence: Sentence, q: Quantity) -> bool:
    """3名人大代表, 媒体10余家, 44个部门, 3万粉丝: nobody on whom or by whom anything was enforced."""
    sort, some = q.unit_class, q.unit in ("家", "个")
    if not (some or sort in ("person", "case") or q.unit == "次") and (
        sort != "money" or sentence.text.endswith("元", 0, q.end - sentence.start)
    ):
        return False
    if some and sentence.text.endswith(_COURTS, 0, q.start - sentence.start):
        return True
    starts, tokens = sentence.token_starts, sentence.tokens
    place, end = bisect_left(starts, q.end), q.end - sentence.start
    if sort == "case" and _CASE_STUDIES.match(sentence.text, end):
        return True
    reach = q.end + (sentence.text[end : end + 1] not in _BREAKS)
    near = [t for t in tokens[place : place + 2] if t.start <= reach and t.end <= q.end + _AHEAD]
    if some and any("institution" in t.word.classes for t in near):
        return not _dealt_with(sentence, q)
    if sort != "case":
        place = bisect_left(starts, q.start, 0, place)
        before = tokens[max(0, place - 2) : place]
        near += [t for t in before if _is_beside(sentence, t.end, q.start) and q.start - _BACK <= t.start]
    return True in ["vacuous" in t.word.classes for t in near]


def _is_beside(sentence: Sentence, end: int, start: int) -> bool:
    """Whether hardly anything stands between a word and a number: 围观人数高达12万人."""
    gap = sentence.text[end - sentence.start : start - sentence.start] if end <= start else "-"
    return len(gap) <= 1 or gap in _REACHING


def _dealt_with(sentence: Sentence, q: Quantity) -> bool:
    """Whether something was done to those who are counted: 对3家单位罚款30万元."""
    if not sentence.text.endswith(("对", "将", "把", "给"), 0, q.start - sentence.start):
        return False
    behind = sentence.tokens_between(q.end, sentence.clause_end(q.end))
    return any(o.strength == STRONG for t in behind for o in t.word.offers_for(q.unit_class, q.unit))
