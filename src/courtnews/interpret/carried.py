"""The cue a number takes over from a number before it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.pairs import PART, gap_between, without_dates
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Token
from courtnews.quantities import Quantity

_STEP = (
    r"(?:降|升|增|减|提高|提升|提速|缩短|下降|上升|增加|减少|压缩|变|增长|优化|"
    r"缩|压|砍|涨|跌|压降|提|拉|冲|爬|攀升|跃升|抬升|滑|回落|拉高)(?:至|到|为|成)了?(?:不足|不到|仅)?$"
)
_STEPPED = re.compile(_STEP)
# A step (降至), or a further class of cases or people.
_CONTINUES = re.compile(
    _STEP + r"|(?:大关|关口)[,，]?(?:达到?|为|至|增至|升至)?$"
    r"|[,，、](?:已|均|其中)?(?:获准|获批|经?核准|裁准|准许|获裁定准许)(?:的|了|者)?(?:有)?$"
    r"|(?:案件|案|纠纷|罪|审|院|署|庭|人员|人|者|的)(?:更是|则|也|只有|仅有?|高达|为)?(?:共|计|达|约|近|超)*\s*$"
    r"|获准$|[;；][^,，。;；0-9]{2,14}(?:土地|建物|房屋|不动产|动产|车辆)$"
)
# Averages told one after the other: 试点前为90天,现为71天; 简易案件由40天减至30天.
_FROM = re.compile(
    r"[,，](?:现|如今|目前|眼下)在?(?:为|是|[只仅]?[需用要]|仅|只)?$|[,，]而?在?[^,，0-9]{1,10}(?:之前|以前)(?:是|为|要)?$|[,，;；的](?:[^,，。;；0-9]{2,10}(?:案件|案))?则?[由从自](?:原来的)?$"
)
# A further member of a list: 、其他15件, 、借贷52天.
_MEMBER = re.compile(
    r"、[^,，。;；0-9]{0,14}$|[,，;；](?:其中|当中)?(?:企业|单位|法人|公司(?:及其他组织)?|组织|自然人|个人)(?:占|有|为|达|共)?$"
)
# What was done to them, or what they did, is said anew: 拘留9人,被罚款的6人.
_ANEW = re.compile("被(?!执行)|连同|自己|主动|上门")
_FAR, _PART_FAR = 60, 120
# A subject of its own is longer.
_SUBJECT = 8
# No match of a step is longer.
_STEP_LONGEST = 8


def carried(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The cue of the nearest number of the same sort, where this one continues it.

    Only a date stands between (2018年…件,2019年…件), or a step (从94天降至83天), or the number is a part
    (其中涉民生案件…件), or a further kind of case is counted (审结商标案件…件,涉外案件…件).
    """
    q = readings[index].quantity
    sort = sort_of(q)
    for number in range(index - 1, -1, -1):
        before = readings[number]
        same = before.quantity.unit_class == q.unit_class
        if before.kind == "change" or not (same or _sort(before) == sort):
            continue
        gap = gap_between(sentence, before.quantity, q)
        in_list = _MEMBER.search(gap) or PART.search(gap)
        # Firms and persons go on with each other only in one list: 罚款企业8家、个人21人.
        if not same and in_list is None:
            continue
        if before.cue is None or _names_another(sentence, readings[index]):
            return ()
        if any("result" in t.word.classes and t.start >= before.quantity.end for t in readings[index].ahead):
            return ()  # 限制购买车票441万人次,限制担任企业负责人28万人次
        if len(gap) > (_PART_FAR if PART.search(gap) else _FAR):
            return ()
        has_date = any(before.quantity.end <= d.start < q.start for d in sentence.dates)
        if has_date and before.rule != "part" and _tells_anew(sentence, before.quantity.end, gap):
            return ()
        anew = q.unit_class == "person" and _ANEW.search(gap) is not None and not PART.search(gap)
        listed = (not anew and _CONTINUES.search(gap)) or in_list
        if q.unit_class == "duration":
            listed = listed or _FROM.search(gap)
        return [before.cue] if has_date or listed or before.rule == "part" else ()
    return ()


def _tells_anew(sentence: Sentence, start: int, gap: str) -> bool:
    """Whether a new subject stands between a semicolon and a number, besides its date: 按期履行的81件;
    同一纠纷重复申请执行的,从2023年的41件降到17件.
    """
    mark = max(gap.rfind(";"), gap.rfind("；"))
    if mark < 0:
        return False
    return len(without_dates(sentence, start + mark + 1, gap[mark + 1 :])) > _SUBJECT


def _names_another(sentence: Sentence, reading: Reading) -> bool:
    """Whether cases are named right before their number by what was done to people in them:
    司法拘留案件13件.
    """
    if reading.quantity.unit_class != "case" or not reading.ahead:
        return False
    token, end = reading.ahead[-1], reading.quantity.start - sentence.start
    offers = token.word.offers
    custody = bool(offers) and all(o.metric.kind in ("detention", "person_count") for o in offers)
    return custody and sentence.text[token.end - sentence.start : end] in ("案件", "案")


def stepped(sentence: Sentence, q: Quantity) -> bool:
    end = q.start - sentence.start
    return _STEPPED.search(sentence.text, max(0, end - _STEP_LONGEST), end) is not None


def _sort(reading: Reading) -> str:
    """The sort of what a number counts, once its metric is known: 失信被执行人信息64128例 are people."""
    return "person" if reading.kind in ("person_count", "detention") else sort_of(reading.quantity)


def sort_of(q: Quantity) -> str:
    """What sort of thing is counted: firms and households are debtors as people are."""
    return "person" if q.unit in ("家", "户") else q.unit_class
