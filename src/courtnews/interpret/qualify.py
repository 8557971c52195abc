"""Words of a phrase that narrow what its cue says: 拒执, 信访, 法定期限内, and the figure right before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.cues import settle
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import WEAK, Matcher, Offer, Token, accepts

_NEAR = 6
# Money of other cases than those told before: 未结案件执行标的, 总执行标的.
_OF_OTHERS = ("未", "尚", "总", "待")
_PER_JUDGE = "closed_per_judge"
# Between the numbers of a list of averages, with nothing but the next verb.
_VERB = len(",结案")
# Judges, of whom each closes so many, and no day or chamber.
_JUDGES_EACH = re.compile(
    "(?:法官|员额|人均|办案人员|干警)(?![^。;；]*(?:每[天日周月]|[月日周]均|法庭|团队|队伍))"
)
# More cases than any judge closes.
_MOST_A_JUDGE = 10_000


def phrase(
    sentence: Sentence, readings: Sequence[Reading], index: int, narrowing: Sequence[Token]
) -> list[Token]:
    """Those of the words that narrow which stand in the phrase of a number."""
    q = readings[index].quantity
    low = readings[index - 1].quantity.end if index else sentence.start
    high = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    near = [t for t in narrowing if low <= t.start and t.end <= high]
    if near:
        start, end = _reach(sentence, readings, index)
        near = [t for t in near if start <= t.start < q.start or (q.end <= t.start and t.end <= end)]
    return near


def _reach(sentence: Sentence, readings: Sequence[Reading], index: int) -> tuple[int, int]:
    """Where the phrase that a number stands in begins and ends: from the number or clause before it to the
    next break or number.
    """
    start = readings[index - 1].quantity.end if index else sentence.start
    clause = readings[index].clause
    if clause > start:
        # 在交叉执行带动下,受理…: what something was done under does not narrow it.
        under = sentence.text.endswith("下", 0, clause - sentence.start - 1)
        start = clause if under else max(start, sentence.clause_start(max(sentence.start, clause - 1)))
    end = sentence.clause_end(readings[index].quantity.end)
    if index + 1 < len(readings):
        end = min(end, readings[index + 1].quantity.start)
    return start, end


def barred_by(tokens: Sequence[Token]) -> set[str]:
    """The metrics that words of a phrase bar."""
    barring = [token.word.vetoes for token in tokens if token.word.vetoes]
    return set().union(*barring) if barring else set()


def narrow(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    narrowing: Sequence[Token],
    near: Sequence[Token],
) -> None:
    """Let the figure before, then the qualifiers of the phrase, then those of the sentence narrow a metric;
    `narrowing` are the words of the sentence that do so, `near` those of the phrase.
    """
    reading = readings[index]
    if reading.cue is not None and reading.cue.word.after:
        _by_figure_before(sentence, readings, index, reading.cue)
    if not narrowing:
        return
    if not _by_phrase(reading, [*near, *_listed_under(sentence, readings, index)]):
        _by_stage(reading, narrowing)
    _averaged(reading, narrowing)


def as_averages(sentence: Sentence, readings: Sequence[Reading], matcher: Matcher) -> None:
    """No court closes half a case: a broken number of cases is what each judge closed, where judges are
    spoken of before it, and else an average of nothing that is said.
    """
    metric = matcher.metrics.get(_PER_JUDGE)
    for reading in readings:
        counts = reading.metric is not None and reading.metric.kind == "case_count" and not reading.is_change
        if not counts or reading.value == reading.value.to_integral_value() or reading.code == _PER_JUDGE:
            continue
        before = sentence.text[: reading.quantity.start - sentence.start]
        each = metric is not None and reading.code in metric.over and _JUDGES_EACH.search(before) is not None
        reading.metric = metric if each else None
        reading.why.append(f"metric {reading.code}: no whole number of cases")


def _by_figure_before(sentence: Sentence, readings: Sequence[Reading], index: int, token: Token) -> None:
    """标的额 behind 执结案件39万件 is the sum of the concluded cases; 未结案件执行标的 is not."""
    reading, cue = readings[index], token.word
    said = sentence.text[reading.clause - sentence.start : token.start - sentence.start]
    if any(sign in said for sign in _OF_OTHERS):
        return
    # 执结3188件,占38.01%,标的25.84亿元: a share between them says nothing of it.
    told = (r for r in reversed(readings[:index]) if not r.is_change and r.code != "rate_share")
    before = next((r for r in told if r.metric), None)
    for metric in cue.after if before is not None else ():
        if before is not None and metric.after and before.code in metric.after.metrics:
            reading.metric = metric
            reading.why.append(f"metric {metric.code}: {cue.text} behind {before.code}")
            return


def _listed_under(sentence: Sentence, readings: Sequence[Reading], index: int) -> list[Token]:
    """Words of an average before the first number of a list: 法官人均新收90件、结案85件."""
    before, q = readings[index - 1] if index else None, readings[index].quantity
    if before is None or before.quantity.unit_class != q.unit_class:
        return []
    if "average" not in (before.rule, "average" if before.code == _PER_JUDGE else ""):
        return []
    gap = sentence.text[before.quantity.end - sentence.start : q.start - sentence.start]
    # 法官人均收案352件,结案240件: nothing but the next verb.
    alike = len(gap) <= _VERB and readings[index].value <= 2 * before.value
    if not gap.startswith(("、", "和", ",", "，") if alike else ("、", "和")):
        return []
    tokens = sentence.tokens_between(sentence.clause_start(before.quantity.start), before.quantity.start)
    return [t for t in tokens if any(m.code == _PER_JUDGE for m in t.word.qualifies)]


def _by_phrase(reading: Reading, tokens: Sequence[Token]) -> bool:
    """拒执 in its phrase makes any count of cases one of 拒执 cases."""
    q, metric = reading.quantity, reading.metric
    for token in tokens:
        for narrower in token.word.qualifies:
            if metric is None or narrower is metric or not accepts(narrower, q.unit_class, q.unit):
                continue
            if narrower.code == _PER_JUDGE and reading.value > _MOST_A_JUDGE:
                continue
            if metric.code in narrower.over or metric.kind in narrower.over:
                reading.metric, reading.kind = narrower, narrower.kind
                reading.why.append(f"metric {narrower.code}: qualified by {token.word.text}")
                return True
    return False


def _by_stage(reading: Reading, narrowing: Sequence[Token]) -> None:
    """移送拒执案件9件,立案8件,判决3件: stages of what the sentence speaks of."""
    q, metric = reading.quantity, reading.metric
    if metric is None:
        return
    for token in narrowing:
        if token.end > q.start:
            return
        for narrower in token.word.qualifies:
            if metric.code in narrower.stages and accepts(narrower, q.unit_class, q.unit):
                reading.metric = narrower
                reading.why.append(f"metric {narrower.code}: a stage of what {token.word.text} opens")
                return


def _averaged(reading: Reading, narrowing: Sequence[Token]) -> None:
    """人均新收99件, 年均执结2400件: an average is not the total it is made of."""
    if reading.kind not in ("case_count", "amount") or reading.code == _PER_JUDGE:
        return
    q = reading.quantity
    edge = reading.cue.start if reading.cue is not None and reading.cue.end <= q.start else q.start
    for token in narrowing:
        if edge - _NEAR <= token.start and token.end <= edge and "average" in token.word.inner:
            reading.metric, reading.rule = None, "average"
            reading.why.append("other: an average, not a total")
            return


def qualifier_alone(
    sentence: Sentence, readings: Sequence[Reading], index: int, near: Sequence[Token]
) -> None:
    """A qualifier with no cue beside it names its metric alone: 拒执线索1259件."""
    qualifiers = [t for t in near if t.word.qualifies]
    if not qualifiers:
        return
    reading, q = readings[index], readings[index].quantity
    start, end = _reach(sentence, readings, index)
    around = sentence.tokens_between(start, q.start) + sentence.tokens_between(q.end, end)
    said = {token.word.text for token in around}
    for token in qualifiers:
        for metric in token.word.qualifies:
            named = metric.kind in metric.over or not said.isdisjoint(metric.over)
            if named and accepts(metric, q.unit_class, q.unit):
                settle(reading, token, Offer(metric, WEAK), "qualifier")
                return
