"""Limits: boundaries of classes of cases and of rules, which count nothing: 10万元以下小标的, 30日内."""

from __future__ import annotations

import re

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.quantities import Quantity

# No word of a limit before a number (`_LIMIT_BEFORE`, `_CEILING`) is longer.
_LONGEST = 8
# 10万元以下小标的, 30日内, 5万元以上100万元以下罚款: a boundary of a class or rule.
_LIMIT_BEHIND = re.compile(
    r"(?:\(含\))?(?:以下|以内|之内|内(?!部|容|地)|以上(?=[的之者就即便]|[^,，。;；0-9]{1,12}者|罚款|有期|小标|未|长期|不|[0-9一二三四五六七八九十])|上限|封顶|的?期限|的?时限|的?审限)"
)
# What each of these patterns, of those for classes and laws below, and of those before a number begins or
# ends with; of `_CEILING` only where 可 does not stand before.
BEHIND_STARTS = frozenset("(以之内上封的期时审者")
_BEFORE_ENDS = frozenset("过超满逾每高可处达长有为是")
_CEILING_ENDS = frozenset("限额为是币处罚款奖判励到达高多出过")
_LIMIT_BEFORE = re.compile(
    r"(?:超过|超|满|逾|每|最高可?(?:处|达)?|最长(?:只有)?|不得超过|期限(?:一般|通常)?[为是]|可(?:再|以)?延长|上限为)$"
)
_CEILING = re.compile(
    r"(?:(?:上限|限额|最高额)(?:为|是)?(?:人民币)?|(?:一律|按次|每次|再|可|得)加?(?:处|罚|处罚|罚款|裁罚|开罚)|加罚|更?要[处罚]|可以?(?:达到?|到|处|罚)|最[高多](?:可[^,，。;；0-9]{0,5}|[处罚奖判]|罚款|奖励)|者[,，]?可?[处罚]|每[案件次人]最[高多]|[件个条名人次者]重?奖励?|对(?:个人|单位|自然人|法人)(?:的罚款)?最[高多]|(?:罚款|罚锾|罚金|处罚)(?:最[高多]|(?:不得?|不能)超过))$"
)
# 10万元以下小标的案件: the boundary belongs to the name of the class.
_SCOPE_BEHIND = re.compile(r"(?:\(含\))?(?:以下|以上|以内)的?[^,，。;；、0-9]{0,12}案")
_CLASS_BEHIND = re.compile(r"的[^,，。;；、0-9]{0,8}案")
# 结案500件以上的1人: the limit of a group that is counted.
_GROUP_BEHIND = re.compile(r"(?:以下|以上|以内)的(?:有|共|仅|达)?[0-9一二三四五六七八九十]+[人名家户位]")
# 对到位率低于30%的法院约谈院长: the limit below which somebody is dealt with.
_MEASURED_BY = re.compile("率(?:低于|高于|超过|不足|不到|未达到?|达不到)$")
_MEASURED = re.compile(
    "(?:以下|以上)?的[,，]|(?:以下|以上)?的[^,，。;；、0-9]{0,6}(?:法院|法庭|部门|单位|庭室|团队|法官|干警|地区|县区)"
)
# 滞欠未达十万元者, 欠款不满1万元的
_SHORT_OF = re.compile("(?:未达到?|不满|未满|不足)$")
_SHORT_OF_BEHIND = re.compile("者|的[,，]")
# 单月立案超过500件的,须报市中院
_RULED = re.compile("(?:超过|达到?|满|逾|不足|不满|低于|高于)$")
_RULED_BEHIND = re.compile(
    "(?:以上|以下)?的[,，](?:须|应|一律|必须|由[^,，。;；]{1,8}(?:审批|约谈|督办)|要(?:报|由|向)|及时报)"
)
# 凡…的,
_WHOEVER, _FROM_ON = (
    re.compile("(?:^|(?<=[,，。;；:：、“]))凡(?:(?!一律|全年|累计|的[,，]|已)[^。;；])*$"),
    re.compile("[^。;；]{0,16}的[,，]"),
)
_RULE = 40
_LEGAL_BEHIND = re.compile(r"(?:以下|以上)的?(?:罚款|有期徒刑|拘役|的罚金)")
# What a limit may be said of by words before the number alone.
BOUNDED = ("duration", "money")
KINDS = {
    "money": "amount",
    "duration": "duration",
    "case": "case_count",
    "percent": "rate",
    "person": "person_count",
}


def bounds_a_class(sentence: Sentence, reading: Reading) -> bool:
    """Whether a number only bounds a class of cases: 10万元以下小标的案件, 标的额超过1亿元的大案."""
    end = reading.quantity.end - sentence.start
    if _SCOPE_BEHIND.match(sentence.text, end):
        return True
    over = reading.bound == "over" and reading.quantity.unit_class == "money"
    return over and _CLASS_BEHIND.match(sentence.text, end) is not None


def is_limit(sentence: Sentence, reading: Reading, *, limited: bool) -> bool:
    """Whether a limit is said beside a number; `limited` is whether one may be said behind it."""
    q, text = reading.quantity, sentence.text
    start, end = q.start - sentence.start, q.end - sentence.start
    said = _limit_behind(text, q, start, end) if limited else None
    if said is None and q.unit_class in BOUNDED:
        low, last = max(0, start - _LONGEST), text[start - 1 : start]
        if q.unit_class == "duration":
            said = _LIMIT_BEFORE.search(text, low, start) if last in _BEFORE_ENDS else None
        elif last in _CEILING_ENDS or "可" in text[low:start]:
            said = _CEILING.search(text, low, start)
    if said is None and "凡" in text and q.unit_class in KINDS:
        said = _whoever(text, start, end)
    if said is not None:
        reading.why.append(f"threshold: a limit is said beside the number: {said[0]}")
    return said is not None


def _whoever(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that make a number the limit from which a rule holds: 凡涉案超过10件或者欠款满500万元的,
    一律….
    """
    if _FROM_ON.match(text, end) is None:
        return None
    return _WHOEVER.search(text, max(0, start - _RULE), start)


def _limit_behind(text: str, q: Quantity, start: int, end: int) -> re.Match[str] | None:
    if q.unit_class in KINDS and _RULED_BEHIND.match(text, end):
        return _RULED.search(text, max(0, start - _LONGEST), start)
    if q.unit_class == "percent":
        measured = _MEASURED.match(text, end)
        return measured and _MEASURED_BY.search(text, max(0, start - _LONGEST), start)
    if q.unit_class == "duration":
        return _LIMIT_BEHIND.match(text, end)
    if q.unit_class == "money" and _SHORT_OF_BEHIND.match(text, end):
        return _SHORT_OF.search(text, max(0, start - _LONGEST), start)
    said = _LEGAL_BEHIND.match(text, end) or _GROUP_BEHIND.match(text, end)
    return said or (_LIMIT_BEHIND.match(text, end) if q.unit_class == "money" else None)
