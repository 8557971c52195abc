"""The stock of cases that two flows make: those received and those carried over are those accepted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.interpret.sums import SUMMED
from courtnews.lexicon import STOCK, Matcher, Token

_NEAR, _MEMORY = 14, 8
_FLOWS = {"cases_received", "cases_carried_over"}
_STOCKS = {"cases_received", "cases_pending"}
_OUTCOMES = frozenset(
    ("cases_enforced", "cases_closed", "cases_adjudicated", "cases_terminated", "cases_fully_performed")
)
# 加上旧存共办理2233件: what was carried over is in the number.
_ADDED = ("加上", "连同", "算上", "加")
_ALTOGETHER = re.compile(r"(?:案件|的)*[,，]?(?:全年|全院)?(?:总共|一共|共计?|合计|总计)[^,，。;；0-9]{0,8}")
_INCLUDING = re.compile(r"[(（](?:其中)?(?:含|内含|包括|包含)[^()（）0-9]{0,4}")
_CLOSED = re.compile(r"(?:案件|的)*[)）](?:共计?|合计|总计|为|达|约|有)*")


def balance(
    sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading], matcher: Matcher
) -> None:
    """Cases received and carried over make up the cases accepted: 新收30件,旧存5件,合计35件; `earlier` holds
    the readings of the sentence before.
    """
    accepted = matcher.metrics.get("cases_accepted")
    if accepted is None:
        return
    cases = [r for r in readings if r.quantity.unit_class == "case" and not r.is_change and not r.refused]
    if not cases:
        return
    told = STOCK in sentence.said
    stock = [t for t in sentence.tokens if STOCK in t.word.marks] if told else []
    if not told and _FLOWS.isdisjoint([r.code for r in cases]):
        return
    for index, reading in enumerate(cases):
        if reading.code != "cases_accepted" and (
            _sums_flows(sentence, cases, index, earlier) or _includes_stock(sentence, cases, index, stock)
        ):
            reading.metric, reading.kind = accepted, accepted.kind
            reading.why.append("metric cases_accepted: cases received and carried over together")


def _sums_flows(sentence: Sentence, cases: Sequence[Reading], index: int, earlier: Sequence[Reading]) -> bool:
    reading = cases[index]
    behind = cases[index + 1 : index + 3]
    if reading.code in ("", "other", "cases_acted_on") and {r.code for r in behind} in (_FLOWS, _STOCKS):
        return sum((r.value for r in behind), Decimal(0)) == reading.value
    flows = [r for r in cases[:index] if r.code in _FLOWS]
    told = [*(r for r in earlier[-_MEMORY:] if r.code in _FLOWS and not r.is_change), *flows[-_MEMORY:]]
    if reading.code in _OUTCOMES or reading.kind not in ("", "case_count"):
        return False  # 新收1200件。旧存300件,执结1500件,未结0件
    if flows and any(_make(a, b, reading) for a, b in combinations(told, 2)):
        return True
    flows = flows[-2:]
    joined = bool(flows) and reading.rule == "joined" and reading.code == "cases_carried_over"
    if {r.code for r in flows} != _FLOWS and not joined:
        return False
    end = reading.quantity.start - sentence.start
    if reading.metric is not None and reading.rule != "joined":
        return False
    return SUMMED.search(sentence.text, max(0, end - 16), end) is not None


def _make(one: Reading, other: Reading, whole: Reading) -> bool:
    """Whether those received and those carried over come to a number."""
    return one.code != other.code and one.value + other.value == whole.value


def _taken_in(sentence: Sentence, token: Token, gap: str) -> bool:
    """Whether a word of what was carried over only says that it is in the number behind `gap`."""
    if _CLOSED.fullmatch(gap):
        return True
    added = sentence.text.endswith(_ADDED, 0, token.start - sentence.start)
    return (added or token.word.text.startswith(_ADDED)) and _ALTOGETHER.fullmatch(gap) is not None


def _includes_stock(sentence: Sentence, cases: Sequence[Reading], index: int, stock: Sequence[Token]) -> bool:
    """Whether a word of what was carried over says that this is in the number: 收案90件(含旧存8件)."""
    reading, q = cases[index], cases[index].quantity
    if reading.code not in ("cases_received", "cases_acted_on", "other", "cases_carried_over"):
        return False
    text, base = sentence.text, sentence.start
    for token in stock:
        if token.start < q.start - _NEAR or token.end > q.end + _NEAR:
            continue
        if token.start >= q.end:
            if _INCLUDING.fullmatch(text[q.end - base : token.start - base] + token.word.text[:1]):
                return True
        elif token.end <= q.start and _taken_in(sentence, token, text[token.end - base : q.start - base]):
            return True
    return False
