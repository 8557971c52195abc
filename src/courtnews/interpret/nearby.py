"""Places that settle a number before the others are asked: a predicate that says 全部 behind it, a list of
unlike things under one verb, what is left of a count, and verbs of one character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.claims import predicate
from courtnews.interpret.clauses import after
from courtnews.interpret.lookup import Place
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG, WEAK, Matcher, Token
from courtnews.quantities import Quantity

_WHOLE = re.compile("[,，](?:现已|已经?|目前)?(?:全部|悉数|一律|一并|全数|统统|均已?|都已?)")
_MEMBER = re.compile("、[^,，。;；、0-9]{1,6}$")
_ALL = ("全部", "均", "都", "悉数", "均已", "都已", "全部已")
# Between a verb and the number whose cases it describes: 排查|出的.
_DESCRIBED = 2
_LEFT = re.compile("(?:只|仅|还|尚)(?:剩|余)下?(?:了|有)?$")
# 84件旧案执结79件; 重点案件19件,执结17件: between the cases and what became of some of them.
_CASES = re.compile("(?:[^,，。;；、0-9]{0,10}案件?|[,，])(?:现|均?也?已经?|中|里|当中|共)*")
_OUTCOMES = (
    *("cases_closed", "cases_enforced", "cases_adjudicated"),
    *("cases_fully_performed", "cases_settled", "cases_petition_resolved"),
)
# 15件执行案件的20名当事人领到448万元
_OF_CASES = re.compile("(?:执行)?(?:案件|案)?的")
_SUMS = ("共", "共计", "合计", "总计", "一共", "总共")
_SUM_LONGEST = max(map(len, _SUMS))
# The last of these is the end of the text.
_CLOSING = (*",，。;；、)）\n", "")
_THINGS = ("item", "vehicle", "area")
# 2013年收171件、结132件: where nothing but a date, a break or a number stands before the verb.
_TERSE = re.compile("(?:^|[,，、;；:：年月度期季件余类院庭])(收|结|执|审)(?:了|到)?$")
_TERSE_ENDS = ("收", "结", "执", "审", "了", "到")
_MEANS = {"收": "cases_received", "结": "cases_closed", "执": "cases_enforced", "审": "cases_adjudicated"}


def nearby(sentence: Sentence, readings: Sequence[Reading], index: int) -> list[Place]:
    """The places for one number that come before all others; few numbers have any."""
    found = []
    reading, q, text = readings[index], readings[index].quantity, sentence.text
    start, end = q.start - sentence.start, q.end - sentence.start
    if text[end : end + 1] in (",", "，") and _WHOLE.match(text, end):
        relative = text.endswith("的", 0, start)
        if relative or not _said(reading):
            found.append(Place("clause after", after(sentence, readings, index, q.end), rightward=True))
    if q.unit_class == "case" and _is_described(sentence, reading):
        whole = [t for t in predicate(sentence, readings, index) if _is_of_all(sentence, t)]
        found.append(Place("behind", whole, STRONG, rightward=True))
    if q.start - reading.clause <= _SUM_LONGEST and text[reading.clause - sentence.start : start] in _SUMS:
        found += _summed_up(sentence, readings, index)
    if not index:
        return found
    before = readings[index - 1]
    told = before.quantity
    listed = told.unit_class in _THINGS and _lists(before, q)
    if listed and _MEMBER.match(text, told.end - sentence.start, start):
        found.append(Place("list", sentence.tokens_between(sentence.clause_start(told.start), told.start)))
    if not sentence.dates or told.unit_class != q.unit_class or before.cue is None or before.is_change:
        return found
    dated = any(told.end <= d.start < q.start for d in sentence.dates)
    if dated and _LEFT.search(text, told.end - sentence.start, start):
        found.append(Place("carried", [before.cue], WEAK))
    return found


def _is_described(sentence: Sentence, reading: Reading) -> bool:
    """Whether a verb before the number only says which cases are meant: 排查出的1400余件积案全部执结."""
    end = reading.quantity.start - sentence.start
    if not reading.ahead or not sentence.text.endswith("的", 0, end):
        return False
    last = reading.ahead[-1]
    return last.end >= reading.quantity.start - _DESCRIBED and bool(last.word.offers)


def _is_of_all(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is said to be of all cases before it: 全部执结, 均已办结, 指令到邻县执行."""
    return sentence.text.endswith(_ALL, 0, token.start - sentence.start) or token.word.text.startswith("指令")


def _lists(before: Reading, q: Quantity) -> bool:
    """Whether a number may be a further member of a list of things: things, or the cases of sales."""
    people = before.kind in ("person_count", "detention")  # 发布失信名单12例、限制高消费34例
    return (q.unit_class in _THINGS and not people) or (q.unit_class == "case" and before.code == "auctions")


def _summed_up(sentence: Sentence, readings: Sequence[Reading], index: int) -> list[Place]:
    """The clause before, where its own says nothing but that all are counted: 公布第三批被执行人,共21名."""
    q, start = readings[index].quantity, readings[index].clause
    opening = readings[index - 1].quantity.end if index else sentence.start
    closes = sentence.text[q.end - sentence.start : q.end - sentence.start + 1] in _CLOSING
    comma = sentence.text[start - sentence.start - 1 : start - sentence.start] in (",", "，")
    if not (closes and comma and opening < start):
        return []
    before = sentence.clause_start(start - 1)
    return [Place("clause before", sentence.tokens_between(max(before, opening), start), WEAK)]


def _said(reading: Reading) -> bool:
    q = reading.quantity
    return any(o.strength == STRONG for t in reading.ahead for o in t.word.offers_for(q.unit_class, q.unit))


def terse(sentence: Sentence, reading: Reading, matcher: Matcher) -> bool:
    """Give a count of cases the metric of the bare verb before it, if there is one: 今年收90件、结82件."""
    q = reading.quantity
    end = q.start - sentence.start
    if not sentence.text.endswith(_TERSE_ENDS, 0, end) or any(t.end == q.start for t in reading.ahead):
        return False
    verb = _TERSE.search(sentence.text, max(0, end - 4), end)
    metric = matcher.metrics.get(_MEANS[verb[1]]) if verb else None
    if metric is None:
        return False
    reading.metric, reading.kind, reading.rule, reading.cue_strength = metric, metric.kind, "terse", STRONG
    reading.why.append(f"metric {metric.code}: the verb right before")
    return True


def stock_before(sentence: Sentence, before: Reading, reading: Reading, matcher: Matcher) -> None:
    """Give cases with no metric that of cases acted on, where what became of them is told behind:
    84件旧案执结79件.
    """
    if before.refused or before.is_change or before.rule == "average":
        return
    metric, cue = matcher.metrics.get("cases_acted_on"), reading.cue
    if metric is None or cue is None or reading.code not in _OUTCOMES or before.quantity.unit_class != "case":
        return
    gap = sentence.text[before.quantity.end - sentence.start : cue.start - sentence.start]
    behind = before.quantity.end <= cue.start < reading.quantity.start
    if behind and before.value >= reading.value and _CASES.fullmatch(gap):
        before.metric, before.kind, before.rule = metric, metric.kind, "stock"
        before.why.append("metric cases_acted_on: cases of which the next number says what became")


def paid_before(sentence: Sentence, before: Reading, reading: Reading, matcher: Matcher) -> None:
    """Give cases that of those paid out, where they are the cases of the people paid:
    15件案件的20名当事人领到448万元.
    """
    metric, q = matcher.metrics.get("cases_paid_out"), before.quantity
    if metric is None or reading.code != "persons_paid" or q.unit_class != "case" or before.refused:
        return
    if _OF_CASES.fullmatch(sentence.text, q.end - sentence.start, reading.quantity.start - sentence.start):
        before.metric, before.kind, before.cue_strength = metric, metric.kind, WEAK
        before.why.append(f"metric {metric.code}: the cases of those paid")
