"""Numbers that are set aside before any cue is asked: limits, lengths of time, and a or one as an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from courtnews.interpret.fallback import average_of
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG
from courtnews.quantities import Quantity

# No word of a limit before a number (`_LIMIT_BEFORE`, `_CEILING`) is longer.
_LONGEST = 8
# 10万元以下小标的, 30日内, 5万元以上100万元以下罚款: a boundary of a class or rule.
_LIMIT_BEHIND = re.compile(
    r"(?:\(含\))?(?:以下|以内|之内|内(?!部|容|地)|以上(?=的|者|罚款|有期|小标|未|长期|不|[0-9一二三四五六七八九十])|上限|封顶|的?期限|的?时限|的?审限)"
)
# What each of these patterns, of those for classes and laws below, and of those before a number begins or
# ends with; of `_CEILING` only where 可 does not stand before.
_BEHIND_STARTS = frozenset("(以之内上封的期时审")
_BEFORE_ENDS = frozenset("过超满逾每高可处达长有为是")
_CEILING_ENDS = frozenset("限额为是币处罚款奖判励到达高多出")
_LIMIT_BEFORE = re.compile(
    r"(?:超过|超|满|逾|每|最高可?(?:处|达)?|最长(?:只有)?|不得超过|期限(?:一般|通常)?[为是]|可(?:再|以)?延长|上限为)$"
)
_CEILING = re.compile(
    r"(?:(?:上限|限额|最高额)(?:为|是)?(?:人民币)?|(?:一律|按次|每次|再|可|得)加?(?:处|罚|处罚|罚款|裁罚|开罚)|加罚|更?要[处罚]|可以?(?:达到?|到|处|罚)|最[高多](?:可[^,，。;；0-9]{0,5}|[处罚奖判]|罚款|奖励)|者[,，]?可?[处罚]|[件个条名人次者]重?奖励?|(?:罚款|罚锾|罚金|处罚)最[高多])$"
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
_LEGAL_BEHIND = re.compile(r"(?:以下|以上)的?(?:罚款|有期徒刑|拘役|的罚金)")


def set_aside(sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading]) -> None:
    """Give thresholds their role, and refuse durations and articles that no cue claims."""
    text, base = sentence.text, sentence.start
    if _LINK.match(text) is not None:
        for reading in readings:
            reading.refused = "a link to another page"
        return
    noted = not _NOTED.isdisjoint(sentence.said)
    for reading in readings:
        q = reading.quantity
        end = q.end - base
        limited = text[end : end + 1] in _BEHIND_STARTS
        if limited and _bounds_a_class(sentence, reading):
            reading.refused = "a boundary inside a class of cases"
        elif (limited or q.unit_class in _BOUNDED) and _threshold(sentence, reading, limited=limited):
            reading.role, reading.kind = "threshold", _KINDS.get(q.unit_class, "item_count")
        elif q.unit_class == "duration" and _only_lasts(sentence, readings, reading, earlier):
            reading.refused = "a length of time"
        elif q.chinese and (why := _in_words(sentence, readings, reading)):
            reading.refused = why
        elif noted and _onlookers(sentence, q):
            reading.refused = "people who only looked on"


def _bounds_a_class(sentence: Sentence, reading: Reading) -> bool:
    """Whether a number only bounds a class of cases: 10万元以下小标的案件, 标的额超过1亿元的大案."""
    end = reading.quantity.end - sentence.start
    if _SCOPE_BEHIND.match(sentence.text, end):
        return True
    over = reading.bound == "over" and reading.quantity.unit_class == "money"
    return over and _CLASS_BEHIND.match(sentence.text, end) is not None


_LINK = re.compile(r"[ \t\r\n\u3000]*(?:[上下]一[篇条]|相关阅读|相关链接|推荐阅读|延伸阅读)")
_AUTHORITIES = ("公检法", "公检法司", "公安", "检察院", "检察机关", "公安机关", "部门", "单位")
_COURTS = ("有法院", "辖法院", "基层法院", "人民法庭", "派出法庭", "中心法庭")
_BREAKS = frozenset(",，;；:：、")
_NOTED = frozenset(("institution", "vacuous"))
# How far from a number such a word lies at most.
_BACK, _AHEAD = 6, 8
# What a limit may be said of by words before the number alone.
_BOUNDED = ("duration", "money")
# What may stand between a cue and its numeral: 执结案件四起.
_NOUNS = ("", "案件", "车辆", "人员", "了", "共")
_KINDS = {
    "money": "amount",
    "duration": "duration",
    "case": "case_count",
    "percent": "rate",
    "person": "person_count",
}


def _only_lasts(
    sentence: Sentence, readings: Sequence[Reading], reading: Reading, earlier: Sequence[Reading]
) -> bool:
    """Whether a length of time is no result: no average, nor one of a list that follows an average."""
    if _each(sentence, reading.quantity):
        return True
    listed = (
        sum(r.quantity.unit_class == "duration" for r in readings) > 1 and average_of(earlier) is not None
    )
    return not (listed or _averaged(sentence, reading))


def _in_words(sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> str:
    """Why a number that is written in words counts nothing, if so."""
    if _parted_in(sentence, reading.quantity):
        return "institutions that took part"
    if _article(sentence, reading) or _one_by_one(readings, reading):
        return "a numeral used as an article"
    return ""


def _each(sentence: Sentence, q: Quantity) -> bool:
    """Whether a time is only that in which each has so much to do: 平均每人一年要办6100件."""
    return sentence.text.endswith(("每人", "人均", "每人每"), 0, q.start - sentence.start)


def _averaged(sentence: Sentence, reading: Reading) -> bool:
    """Whether an average or a trend is spoken of before the duration."""
    q = reading.quantity
    for token in sentence.tokens_between(sentence.start, q.start):
        if any(o.strength == STRONG for o in token.word.offers_for("duration", q.unit)):
            return True
    return False


def _parted_in(sentence: Sentence, q: Quantity) -> bool:
    """Whether the institutions are counted that are named right before: 公检法三家."""
    return q.unit == "家" and sentence.text.endswith(_AUTHORITIES, 0, q.start - sentence.start)


def _onlookers(sentence: Sentence, q: Quantity) -> bool:
    """3名人大代表, 媒体10余家, 44个部门, 3万粉丝: nobody on whom or by whom anything was enforced."""
    sort, some = q.unit_class, q.unit in ("家", "个")
    if not (some or sort in ("person", "case") or q.unit == "次") and (
        sort != "money" or sentence.text.endswith("元", 0, q.end - sentence.start)
    ):
        return False
    if some and sentence.text.endswith(_COURTS, 0, q.start - sentence.start):
        return True
    starts, tokens = sentence.token_starts, sentence.tokens
    place = bisect_left(starts, q.end)
    end = q.end - sentence.start
    reach = q.end + (sentence.text[end : end + 1] not in _BREAKS)
    near = [t for t in tokens[place : place + 2] if t.start <= reach and t.end <= q.end + _AHEAD]
    if some and any("institution" in t.word.classes for t in near):
        return not _dealt_with(sentence, q)
    if sort != "case":
        place = bisect_left(starts, q.start, 0, place)
        before = tokens[max(0, place - 2) : place]
        near += [t for t in before if q.start - 1 <= t.end <= q.start and q.start - _BACK <= t.start]
    return True in ["vacuous" in t.word.classes for t in near]


def _dealt_with(sentence: Sentence, q: Quantity) -> bool:
    """Whether something was done to those who are counted: 对3家单位罚款30万元."""
    if not sentence.text.endswith(("对", "将", "把", "给"), 0, q.start - sentence.start):
        return False
    behind = sentence.tokens_between(q.end, sentence.clause_end(q.end))
    return any(o.strength == STRONG for t in behind for o in t.word.offers_for(q.unit_class, q.unit))


def _one_by_one(readings: Sequence[Reading], reading: Reading) -> bool:
    """办结一件、销号一件: each as it comes, no count."""
    q = reading.quantity
    if q.value != 1 or q.unit_class == "rank":
        return False
    twins = [
        r for r in readings if r.quantity.chinese and r.quantity.value == 1 and r.quantity.unit == q.unit
    ]
    return len(twins) > 1


# No sum told in characters is smaller.
_SMALL_CHANGE = 100
# 受理一件罚锾案件
_A_CASE = re.compile("[一-鿿]{2,20}案")
# 扣押一艘越南籍货轮时
_WHEN = re.compile("[^,，。;；、0-9]{2,12}时[,，]")


def _article(sentence: Sentence, reading: Reading) -> bool:
    """一家企业, 两个方面: a small numeral in characters counts something only right behind its cue
    (拘留一人).
    """
    q = reading.quantity
    if q.value == 1 and q.unit == "次":
        return True
    if q.unit_class == "money" and q.chinese and q.value < _SMALL_CHANGE:
        return True  # 每开出十块钱的罚单,九块钱还挂在账上
    if q.value > 10 or q.unit_class not in ("case", "person", "item", "vehicle", "area"):
        return False
    if sentence.text.startswith("一个人", q.start - sentence.start):
        return True
    if q.value == 1 and _WHEN.match(sentence.text, q.end - sentence.start):
        return True
    if q.value == 1 and q.unit_class == "case" and _A_CASE.match(sentence.text, q.end - sentence.start):
        return True
    if q.value > 2 and (q.unit_class == "person" or q.unit in ("家", "户")):
        return False
    near = sentence.tokens_between(max(sentence.start, q.start - 12), q.start)[-1:]
    if near and sentence.text[near[0].end - sentence.start : q.start - sentence.start] not in _NOUNS:
        near = []
    if q.unit_class == "vehicle" and q.value > 1:
        behind = sentence.tokens_between(q.end, min(sentence.end, q.end + 8))
        near += [t for t in behind[:1] if t.start == q.end]
    return not any(o.strength == STRONG for t in near for o in t.word.offers_for(q.unit_class, q.unit))


def _threshold(sentence: Sentence, reading: Reading, *, limited: bool) -> bool:
    """Whether a limit is said beside a number; `limited` is whether one may be said behind it."""
    q, text = reading.quantity, sentence.text
    start, end = q.start - sentence.start, q.end - sentence.start
    said = _limit_behind(text, q, start, end) if limited else None
    if said is None and q.unit_class in _BOUNDED:
        low, last = max(0, start - _LONGEST), text[start - 1 : start]
        if q.unit_class == "duration":
            said = _LIMIT_BEFORE.search(text, low, start) if last in _BEFORE_ENDS else None
        elif last in _CEILING_ENDS or "可" in text[low:start]:
            said = _CEILING.search(text, low, start)
    if said is not None:
        reading.why.append(f"threshold: a limit is said beside the number: {said[0]}")
    return said is not None


def _limit_behind(text: str, q: Quantity, start: int, end: int) -> re.Match[str] | None:
    if q.unit_class == "percent":
        measured = _MEASURED.match(text, end)
        return measured and _MEASURED_BY.search(text, max(0, start - _LONGEST), start)
    if q.unit_class == "duration":
        return _LIMIT_BEHIND.match(text, end)
    said = _LEGAL_BEHIND.match(text, end) or _GROUP_BEHIND.match(text, end)
    return said or (_LIMIT_BEHIND.match(text, end) if q.unit_class == "money" else None)
