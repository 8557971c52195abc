"""Numbers that no metric claims: which of them are results all the same, to come out as `other`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from courtnews.interpret.cues import names_a_rate
from courtnews.interpret.pairs import PART, gap_between, is_at_another_time, speaks_of_part
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG, Metric

KIND_OF_UNIT = {
    "case": "case_count",
    "money": "amount",
    "percent": "rate",
    "person": "person_count",
    "vehicle": "item_count",
    "item": "item_count",
    "area": "item_count",
    "duration": "duration",
    "rank": "rank",
    "ratio": "rate",
    "points": "change",
    "times": "change",
    "none": "item_count",
}
_SEVERAL = 2
_STEP = re.compile(
    r"[,，]?(?:逐步)?(?:上升|升|涨|增|提高|提升|下降|降|爬升|爬|回落|减少|增长|压|压降|压减|提|拉)(?:到|至|为)了?[^,，。;；0-9]{0,3}(?:[0-9]{1,4}年)?(?:[0-9]{1,2}月)?的?$"
)
# What a share is of: 全部案件的六成二, 收到通知的被执行人中有三成.
_OF_ALL = re.compile(
    r"达(?:到|成)?[^,，。;；]{0,12}(?:目标|任务|计划)[^,，。;；]{0,10}[的之]|"
    r"(?:(?<=[^价格])[的者](?:将近|约|不足|不到|只有|仅有|仅占)|(?:案件|总数|总量|总额|人数|件数|收案|结案|全部|所有)的|[人案件者][中里][,，]?有?)(?:将?近|大?约|超过?|逾|不到|不足|差不多)?$"
)
# In tenths a part of what is named before 的, added up, or named behind: 肯还钱的不到四成, 两成左右的案件.
_TENTHS_OF = re.compile(
    r"(?:(?<!价)的|其中|合起来|加起来|合计|两者|二者|[0-9][^,，。;；0-9]{1,2}[,，])(?:占到?|有)?(?:将?近|大?约|超过?|逾|不到|不足|达到?)*$"
)
_TENTHS_BEHIND = re.compile(
    "(?:左右|以上|多|余)?(?:的?(?:案件|是(?!因)|人|失信者|“?老赖|被执行人|当事人|债务人|纠纷|涉案|(?:基层)?法院|执行案)|属于|是因|用|通过|靠|经)"
)
# 8%左右的案件卡在人难找: the part of what is named right behind.
_PART_OF = re.compile(
    "(?:左右|以上|多|余)?的[^,，。;；、0-9]{0,6}(?:案件|案子|法院|被执行人|当事人|申请执行人|债务人|老赖)"
)
_LIST_MARKS = frozenset(("、", "和", "及", "与"))
_FRAME = re.compile(
    r"(?:^|[,，。;；:：])\s*(?:若|如)?(?:按|从)[^,，。;；0-9]{1,10}(?:来?分|划分|看|统计|区分)[,，:：]"
)
NO_CUE = "no cue governs it"
# A share is hedged at its verb: 约占…的88.5%.
_HEDGED = {"约": "about", "近": "under", "超": "over", "逾": "over"}
# The last of these is the end of the text.
_CLOSING = (*",，、。;；)）和及\n", "")
_SUM_NOUN = re.compile(
    r"(?:加起来|合起来|加在一起)(?:有|是|达到?|约|近|超过?|逾)*$"
    r"|总(?:金额|额|数|价值|评估价|起拍价)(?:高?达到?|为|是|[:： ]|约|近|超过?|逾)*$"
)


def unnamed(sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading]) -> None:
    """Give readings without a metric their kind; refuse those that nothing marks as a result."""
    for reading in readings:
        if reading.metric is not None or reading.refused:
            continue
        q = reading.quantity
        if reading.kind == "change":
            continue
        if _ends(sentence, reading) and (average := average_of(earlier)) is not None:
            reading.metric, reading.kind, reading.rule = average.metric, average.kind, "as before"
            reading.why.append(f"metric {reading.code}: an average told in the sentence before")
            continue
        averaged = reading.rule == "average"
        reading.kind = reading.kind if averaged else KIND_OF_UNIT[q.unit_class]
        reading.rule = reading.rule if averaged else "other"
        if not averaged and not _counts(sentence, readings, reading, earlier):
            reading.refused = NO_CUE
        elif not averaged:
            reading.why.append("other: told as a result, of no known metric")


def _ends(sentence: Sentence, reading: Reading) -> bool:
    """Whether a length of time closes its clause: 三个月内审结90件 only names a class."""
    end = reading.quantity.end - sentence.start
    return reading.quantity.unit_class == "duration" and sentence.text[end : end + 1] in _CLOSING


def average_of(readings: Sequence[Reading]) -> Reading | None:
    """The average length of time among readings, if one is."""
    return next((r for r in readings if r.kind == "duration" and r.metric is not None), None)


def _counts(
    sentence: Sentence, readings: Sequence[Reading], reading: Reading, earlier: Sequence[Reading]
) -> bool:
    """Whether a number with no metric is a result: a named rate, a total, a count of cases or people in a
    total.
    """
    q = reading.quantity
    before = sentence.text[: q.start - sentence.start]
    if q.unit_class == "percent":
        return names_a_rate(sentence, q) or _goes_on(sentence, readings, reading)
    if q.unit_class == "money":
        worked = any("result" in t.word.inner for t in reading.ahead)
        # 2.76亿元上缴国库: what became of it may stand right behind as well.
        behind = sentence.tokens_between(q.end, sentence.end)[:1]
        worked = worked or any("result" in t.word.inner and t.start == q.end for t in behind)
        if worked or _SUM_NOUN.search(before[-20:]) or _sums_up(reading):
            return True
        return _makes_up(readings, earlier)
    if q.unit_class in ("case", "person") or q.unit in ("家", "户"):
        return any(
            not t.word.classes.isdisjoint(("aggregate", "aggregate_weak", "result")) for t in sentence.tokens
        ) or any(r.metric is not None or r.is_change for r in (*readings, *_like(readings, reading, earlier)))
    if q.unit_class in ("item", "area", "vehicle"):
        worked = any("result" in t.word.inner for t in reading.ahead)
        return (
            worked
            or _sums_up(reading)
            or _is_part(sentence, readings, reading)
            or (q.unit == "条" and ("线索" in sentence.text or "举报" in sentence.text))
        )
    return False


def _is_part(sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> bool:
    """Whether a number is told as a part of the one before it: 直播庭审6.9万场,其中去年5.1万场."""
    index = readings.index(reading)
    before = readings[index - 1] if index else None
    if before is None or before.refused or before.unit != reading.unit or before.value < reading.value:
        return False
    return PART.search(gap_between(sentence, before.quantity, reading.quantity)) is not None


def _makes_up(readings: Sequence[Reading], earlier: Sequence[Reading]) -> bool:
    """Whether sums that nothing names make up one of the sentence before that was a result:
    共处置债权1800亿元。2021年680亿元,….
    """
    bare = [r for r in readings if r.quantity.unit_class == "money" and r.metric is None and not r.is_change]
    added = sum((r.value for r in bare), Decimal(0))
    return len(bare) >= _SEVERAL and any(
        r.kind == "amount" and r.value == added and not r.refused for r in earlier
    )


def _like(readings: Sequence[Reading], reading: Reading, earlier: Sequence[Reading]) -> Sequence[Reading]:
    """The counts of the sentence before, where this one lists more of their sort:
    转交外地的31件,撤回的22件.
    """
    sort = reading.quantity.unit_class
    if sum(r.quantity.unit_class == sort for r in readings) < _SEVERAL:
        return ()
    return [r for r in earlier if r.quantity.unit_class == sort and not r.refused]


def _goes_on(sentence: Sentence, readings: Sequence[Reading], reading: Reading) -> bool:
    """Whether a percentage is what a rate without a metric reaches, or the next of a list of such:
    网拍率由41%增至63%, 清理率分别为96%和91%.
    """
    index = readings.index(reading)
    if not index or readings[index - 1].kind != "rate" or readings[index - 1].refused:
        return False
    last = readings[index - 1].quantity
    gap = gap_between(sentence, last, reading.quantity)
    if gap in _LIST_MARKS and readings[index - 1].metric is None:
        return True
    return _STEP.match(gap) is not None or is_at_another_time(sentence, last, reading.quantity)


def shares(sentence: Sentence, readings: Sequence[Reading], share: Metric | None) -> None:
    """按区域分,东片55%,西片45%: bare percentages in a breakdown are shares."""
    if share is None:
        return
    framed: bool | None = None
    for reading in readings:
        if reading.quantity.unit_class != "percent" or reading.is_change:
            continue
        part = reading.rule == "part" and speaks_of_part(sentence, reading.quantity)
        loose = reading.cue_strength < STRONG and _PART_OF.match(
            sentence.text, reading.quantity.end - sentence.start
        )
        if reading.metric is not None and not (part or loose):
            continue
        if framed is None:
            framed = _FRAME.search(sentence.text) is not None
        end = reading.quantity.start - sentence.start
        named = names_a_rate(sentence, reading.quantity)
        of_all = (
            _OF_ALL.search(sentence.text, max(0, end - 12), end)
            or _in_tenths(sentence, reading)
            or _PART_OF.match(sentence.text, reading.quantity.end - sentence.start)
        )
        if not named and (framed or of_all or part):
            reading.metric, reading.kind, reading.rule = share, share.kind, "breakdown"
            reading.why.append(f"metric {share.code}: a breakdown")


def _in_tenths(sentence: Sentence, reading: Reading) -> bool:
    """Whether a number of 成 is the part of a whole that is named beside it."""
    start, end = reading.quantity.start - sentence.start, reading.quantity.end - sentence.start
    if "成" not in sentence.text[start:end]:
        return False
    before = _TENTHS_OF.search(sentence.text, max(0, start - 10), start)
    return before is not None or _TENTHS_BEHIND.match(sentence.text, end) is not None


def _sums_up(reading: Reading) -> bool:
    return any(t.word.text in ("共", "累计", "合计", "总计", "共计") for t in reading.ahead)


def fit_units(readings: Sequence[Reading]) -> None:
    """Bring units in line with what is counted: 15个“老赖” are 人, a bare 结收比 is a ratio."""
    for reading in readings:
        if reading.unit == "个" and reading.kind in ("person_count", "detention"):
            reading.unit = "人"
        elif reading.kind == "rate" and reading.quantity.unit_class == "none":
            reading.unit = "ratio"
        if reading.metric is not None and reading.metric.code == "rate_share" and reading.bound == "exact":
            reading.bound = _hedge(reading)


def _hedge(reading: Reading) -> str:
    """How a share is hedged at its verb."""
    if reading.cue is None:
        return "exact"
    start = reading.cue.start - reading.sentence.start
    near = reading.sentence.text[max(0, start - 1) : start] + reading.cue.word.text
    return next((bound for sign, bound in _HEDGED.items() if sign in near), "exact")


def in_taiwan_dollars(readings: Sequence[Reading]) -> None:
    """Give money without a named currency that of the agency."""
    for reading in readings:
        if reading.unit == "元":
            reading.unit = "新台币元"
