"""Changes of what no metric measures: 发放效率提升32%, 申请执行率下降7.58%, 比收案多3万件."""

from __future__ import annotations

import re

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG

#: Words of a change that name nothing that changes.
NOT_CUES = frozenset(("trend_up", "trend_down", "basis_yoy", "basis_mom", "basis_other"))
# What no metric measures, wherever it is named.
_UNMEASURED = "效率|增速|力度|上访|信访(?:案件|量)?|投诉|访量"
# What changed is named right before the trend word and is none of the measures: 发放效率提升32%, 增速降至7%.
_ELSE = re.compile(
    rf"(?:{_UNMEASURED}|难度|速度|质效|增幅)[,，]?(?:同比|环比|较上年|比上年|大幅|平均|分别)*$"
)
# 信访量2018年比2015年|下降41%
_YEARS = re.compile("[比较与]?(?:19|20)[0-9]{2}年(?:同期|相比)?")
# 信访量下来了,同比|下降20.47%
_ELSE_BEFORE = re.compile(
    rf"(?:{_UNMEASURED})[^,，。;；0-9]{{0,10}}[,，](?:[^,，。;；0-9]{{0,6}}的地方)?(?:同比|环比|较上年|比上年|大幅)*$"
)
# 同比增幅均是2013年的|2倍多
_GREW_AS = re.compile("(?:增幅|涨幅|增速)[^,，。;；0-9]{0,4}[是为][^,，。;；]{0,12}的$")
_RATE = re.compile("率(?:则|也|均|都|还|却|又)?(?:同比|环比|较上年|比上年|大幅|平均|分别|依次)*$")


def is_unmeasured(sentence: Sentence, reading: Reading) -> bool:
    """Whether the change is of something without a metric, or a difference of two measures
    (比收案多3万件).
    """
    if _GREW_AS.search(sentence.text, 0, reading.quantity.start - sentence.start):
        return True
    if reading.trend is None:
        return False
    start, end = sentence.clause_start(reading.trend.start), reading.trend.start
    subject = sentence.text[start - sentence.start : end - sentence.start]
    if any(t.start == start and t.end == end and t.word.classes & NOT_CUES for t in sentence.tokens):
        subject = sentence.text[: start - sentence.start]
    if _ELSE.search(_YEARS.sub("", subject)) or _unknown_rate(sentence, start, subject):
        return True
    if _ELSE_BEFORE.search(sentence.text, 0, end - sentence.start):
        return True
    compared = [
        t for t in sentence.tokens_between(start, end) if any(o.strength == STRONG for o in t.word.offers)
    ]
    return any(
        sentence.text[t.start - sentence.start - 1 : t.start - sentence.start] in ("比", "较")
        for t in compared
    )


def _unknown_rate(sentence: Sentence, start: int, subject: str) -> bool:
    """Whether a rate that no metric knows is what changed: 申请执行率同比下降7.58%; `subject` is the clause,
    from `start` on, up to the word of the change.
    """
    rate = _RATE.search(subject)
    if rate is None:
        return False
    end = start + rate.start() + 1
    return not any(t.end == end and t.word.offers for t in sentence.tokens)
