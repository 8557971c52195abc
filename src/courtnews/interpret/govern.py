"""Which cue governs which quantity.

The press puts the word before the number (执结案件96件), behind it (12名被执行人主动履行), or once for a
whole list (拘传33人、拘留26人; 为99个案件的102名群众发放案款). Cues are looked for where a reader looks,
nearest first; what the best of them says is then narrowed by the other words of the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from courtnews.interpret.cues import names_a_rate, pick, settle
from courtnews.interpret.following import follow
from courtnews.interpret.lookup import Place, places
from courtnews.interpret.nearby import nearby, paid_before, stock_before, terse
from courtnews.interpret.pairs import gap_between, is_part
from courtnews.interpret.qualify import barred_by, narrow, phrase, qualifier_alone
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NARROWS, STRONG, Matcher, Offer, Token
from courtnews.quantities import Quantity

_RIGHT_BEHIND = 2
# What names another class of cases or people than the number before counts.
_A_CLASS = re.compile("[案罪类件人者]|纠纷|其中")
_BECAUSE = ("因", "因为", "由于", "害怕", "担心", "迫于", "慑于")
_OF_THEM = re.compile("(?:了|完)?的(?:失信)?(?:被执行人|当事人|债务人|企业|公司|老赖|“老赖|人)")
_AFTERWARDS = ("后", "之后", "以后")
_OFFENCE = re.compile("罪(?:等罪?)?的?$")
# 执行干警向7位申请人发放, 对藐视法律的2人: those on whom officers act.
_OBJECT_AT_MOST, _OFFICERS = 14, frozenset(("persons_deployed",))
_OBJECT = re.compile(
    "(?:向|为|对|给|让|使|帮助?|通知|[敦督]促|促使|要求|传唤)"
    "(?:(?!干警|警力|法警|法官|人员|出动|投入|抽调|派出|调集|组织)[^,，。;；0-9]){0,8}$"
)
# 干警共查到被执行人下落8名
_SOUGHT = re.compile("(?:干警|法官|法警|人员)[^,，。;；0-9]{0,8}(?:被执行人|失信|老赖)[^,，。;；0-9]{0,4}$")
# No match of it is longer.
_SOUGHT_AT_MOST = 18
_SENT = re.compile("(?:干警|警力|法警|法官|人员|力量)(?:共|约|近|达|为|计|合计|共计|各|、)*$")
_OTHERS = re.compile(
    "[^,，。;；0-9]{0,4}(?:农民工|申请人|申请执行人|当事人|被执行人|工人|职工|村民|群众|债权人|老赖|失信|受害人|业主)"
)
# 办理案件4914件,审结4420件: what became of those that were handled is told behind.
_HANDLED = "办理"
_PAID_OUT = re.compile(
    "(?:发放|发还)[^,，。;；0-9]{0,10}到位的[^,，。;；0-9]{0,16}(?:案款|执行款|款项)(?:共|共计|合计|达|约|近|超)*$"
)
# What is known of cases that somebody dealt with.
_UNTOLD = ("other", "cases_acted_on")


def govern(
    sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading], matcher: Matcher
) -> None:
    """Give each reading that has none yet the metric that the words around it name."""
    used: dict[int, str] = {}
    narrowing = [t for t in sentence.tokens if NARROWS in t.word.marks] if NARROWS in sentence.said else []
    for index, reading in enumerate(readings):
        if reading.metric is None and not reading.refused and reading.kind not in ("change", "rank"):
            near = phrase(sentence, readings, index, narrowing) if narrowing else narrowing
            if reading.quantity.unit_class == "case" and terse(sentence, reading, matcher):
                narrow(sentence, readings, index, narrowing, near)
            else:
                _govern_one(sentence, readings, index, used, narrowing, near)
            if _is_paid_out(sentence, reading) and (paid := matcher.metrics.get("amount_distributed")):
                reading.metric = paid
                reading.why.append(f"metric {paid.code}: what was recovered is paid out")
            if reading.metric is None:
                follow(sentence, readings, index, earlier, matcher)
        if index:
            before = readings[index - 1]
            verb = before.cue.word.text if before.cue is not None else ""
            if before.metric is None or (before.code == "cases_closed" and verb == _HANDLED):
                stock_before(sentence, before, reading, matcher)
            if before.code in _UNTOLD:
                paid_before(sentence, before, reading, matcher)
        if reading.cue is not None and reading.cue.start >= reading.quantity.end:
            used[reading.cue.start] = reading.quantity.unit_class


def _govern_one(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    used: dict[int, str],
    narrowing: Sequence[Token],
    near: Sequence[Token],
) -> None:
    """Look for the cue of one number; `narrowing` are the words of the sentence that narrow or bar, `near`
    those of the number's phrase.
    """
    reading = readings[index]
    q = reading.quantity
    last = readings[index - 1].quantity.end + _RIGHT_BEHIND if index else sentence.start
    barred = _barred(sentence, readings, index, near)
    own_only = q.unit_class == "percent" and names_a_rate(sentence, q)
    first, others = nearby(sentence, readings, index), places(sentence, readings, index)
    for place in chain(first, others) if first else others:
        if not place.tokens or (own_only and place.name != "before"):
            continue
        free = _free(place, used, q.unit_class, last) if used else place.tokens
        free = _without_reasons(sentence, free) if place.rightward else free
        bars = barred | barred_by(free) if narrowing and place.name == "clause after" else barred
        found = _cue_in(sentence, reading, place, free, bars)
        if found is None:
            continue
        _decide(sentence, readings, index, place.name, found)
        goes_on = place.name == "carried" and _goes_on(sentence, readings[:index], reading)
        if not goes_on and (narrowing or found[0].word.after):
            narrow(sentence, readings, index, narrowing, near)
        return
    if near:
        qualifier_alone(sentence, readings, index, near)


def _decide(
    sentence: Sentence, readings: Sequence[Reading], index: int, place: str, found: tuple[Token, Offer]
) -> None:
    """Write down what was found at a place; what is carried over to a part makes it one."""
    part = place == "among" or (place == "carried" and is_part(sentence, readings, index))
    settle(readings[index], found[0], found[1], "part" if part else place)


def _goes_on(sentence: Sentence, told: Sequence[Reading], reading: Reading) -> bool:
    """Give a number that only goes on with one told before what words around that made of it:
    受理的拒执罪案件60件,今年增加到432件.
    """
    sort = reading.quantity.unit_class
    before = next((r for r in reversed(told) if r.quantity.unit_class == sort and not r.is_change), None)
    if before is None or before.cue is not reading.cue or before.metric in (None, reading.metric):
        return False
    if _A_CLASS.search(gap_between(sentence, before.quantity, reading.quantity)):
        return False
    reading.metric, reading.kind = before.metric, before.kind
    reading.why.append(f"metric {reading.code}: as the number before")
    return True


def _cue_in(
    sentence: Sentence, reading: Reading, place: Place, free: Sequence[Token], bars: AbstractSet[str]
) -> tuple[Token, Offer] | None:
    """The cue among the free words of a place, if there is one that is no part of a crime's name."""
    q = reading.quantity
    found = pick(free, q, sentence, floor=place.floor, rightward=place.rightward, barred=bars)
    if found is None or found[1].metric.kind != "item_count":
        return found
    return None if _in_an_offence(sentence, found[0], reading) else found


def _is_paid_out(sentence: Sentence, reading: Reading) -> bool:
    """Whether money that was recovered is told of as paid out: 发放近期执行到位的涉农民工案件案款3.5亿元."""
    if (
        reading.code != "amount_recovered"
        or reading.cue is None
        or reading.cue.start > reading.quantity.start
    ):
        return False
    said = sentence.text[reading.clause - sentence.start : reading.quantity.start - sentence.start]
    return _PAID_OUT.search(said) is not None


def _barred(
    sentence: Sentence, readings: Sequence[Reading], index: int, near: Sequence[Token]
) -> AbstractSet[str]:
    """What the words before a number bar in its clause, where they name what it is, else in its phrase."""
    q, start = readings[index].quantity, readings[index].clause
    officers = _OFFICERS if q.unit_class == "person" and _is_acted_on(sentence, q) else frozenset()
    bars = barred_by(near) if near else frozenset()
    if not bars:
        return officers
    own = sentence.tokens_between(max(start, readings[index - 1].quantity.end) if index else start, q.start)
    named = any(o.strength == STRONG for t in own for o in t.word.offers_for(q.unit_class, q.unit))
    return officers | (barred_by(own) if named else bars)


def _is_acted_on(sentence: Sentence, q: Quantity) -> bool:
    """Whether those counted are no officers, but people for or to whom these do something."""
    start, end = q.start - sentence.start, q.end - sentence.start
    if _SENT.search(sentence.text, max(0, start - _OBJECT_AT_MOST), start):
        return False
    if (
        _OTHERS.match(sentence.text, end) is not None
        or _SOUGHT.search(sentence.text, max(0, start - _SOUGHT_AT_MOST), start) is not None
    ):
        return True
    return _OBJECT.search(sentence.text, max(0, start - _OBJECT_AT_MOST), start) is not None


def _without_reasons(sentence: Sentence, tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens less one that only gives the reason or what came first: 12人因限制出境主动履行,
    34名被执行人履行义务后被移出名单, or only tells who they are: 为86名履行义务的被执行人修复信用.
    """
    if len(tokens) < 2:
        return tokens
    text, base = sentence.text, sentence.start
    return [
        t
        for t in tokens[:-1]
        if not (
            text.endswith(_BECAUSE, 0, t.start - base)
            or text.startswith(_AFTERWARDS, t.end - base)
            or _OF_THEM.match(text, t.end - base)
        )
    ] + [tokens[-1]]


def _in_an_offence(sentence: Sentence, token: Token, reading: Reading) -> bool:
    """Whether a word of seizure only belongs to the name of a crime: 非法处置查封财产罪4条."""
    gap = sentence.text[token.end - sentence.start : reading.quantity.start - sentence.start]
    return _OFFENCE.search(gap) is not None


def _free(place: Place, used: dict[int, str], unit_class: str, last: int) -> Sequence[Token]:
    """Tokens that no earlier number of the same sort has taken from behind itself."""
    if place.name == "carried":
        return place.tokens
    own = place.name == "before"
    return [t for t in place.tokens if used.get(t.start) != unit_class or (own and t.start > last)]
