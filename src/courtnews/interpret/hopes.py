"""Numbers that are only hoped for (有4件案件有望达成和解), and those that go on with an aim."""

from __future__ import annotations

import re

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

# 有4件案件有望近期达成和解
_HOPED = re.compile(
    "[^,，。;；、0-9已使]{0,6}(?:有望|可望|即将|正准备|拟于|将于近)"
    "[^,，。;；、0-9已的]{0,8}(?:执结|结案|办结|达成|和解|到位|履行|兑现|发放|完毕|追回|收回)(?!的|率)"
)
_GOES_ON = re.compile(
    "(?:以上|以下|以内)?[,，、](?!目前|截至|实际|现|如今)[^,，。;；0-9已]{2,16}"
    "(?:(?:提|压|降|升|稳定|控制|保持|缩短|提高|提升)(?:到|至|在)|再[压减降提升])"
)
# 力争执结案件500件,执行到位3000万元: nothing tells that the next was reached.
_ITEM = re.compile(
    "(?:以上|左右)?[,，、](?!目前|截[至止]|实际|现|如今|同比|较|比|今年|全年|累计|共|最终|成功|当场|首日|首批|行动|其中|结果|到案|抓获|实到|实现|完成)[^,，。;；0-9已共了]{2,10}"
)
_HOPES = ("力争", "确保", "争取", "力求")
# 原计划拘传20人,抓获8人 was done; 下半年计划… is not.
_PLANS = re.compile("将|下半年|下一步|下一阶段|明年|年内|年底|接下来")
_ON = "target: it goes on with one that is aimed at"


def aims_on(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Whether a number goes on with one that is aimed at: 力争把到位率提到60%,终本占比压到25%以下;
    力争执结500件,拘留50人.
    """
    if before.role != "target":
        return False
    gap = sentence.text[before.quantity.end - sentence.start : reading.quantity.start - sentence.start]
    if before.kind == reading.kind == "rate" and _GOES_ON.fullmatch(gap) is not None:
        pass
    elif not (_ITEM.fullmatch(gap) and _is_hope(sentence, before)):
        return False
    reading.why.append(_ON)
    return True


def _is_hope(sentence: Sentence, reading: Reading) -> bool:
    """Whether what is aimed at is the first of things that are all still to be done."""
    start, acted = reading.clause - sentence.start, reading.code == "cases_acted_on"
    said = sentence.text[start : reading.quantity.start - sentence.start]
    if reading.why and reading.why[-1].startswith(_ON):
        return True
    if acted or "已" in sentence.text[:start]:
        return False
    plans = ("计划" in said or "打算" in said) and _PLANS.search(sentence.text) is not None
    return plans or any(word in said for word in _HOPES)


def is_hoped_for(sentence: Sentence, reading: Reading) -> bool:
    """Whether the words behind a number only hope for what it counts: 有4件案件有望近期达成和解."""
    said = _HOPED.match(sentence.text, reading.quantity.end - sentence.start)
    if said is not None:
        reading.why.append(f"target: it is hoped for: {said[0]}")
    return said is not None
