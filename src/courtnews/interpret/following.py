"""The metric of a number that no cue governs: that of one told before, of which it is a part, the next or the
sum, or what is said behind that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.cues import settle
from courtnews.interpret.pairs import gap_between, is_joined, opens_with_part, speaks_of_part
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG, WEAK, Matcher, Offer, accepts

_AREA = re.compile("[,，、(（]?(?:总?面积|建筑面积|共计?|合计|累计|总计|约|近|超过?|达|为|计)*")
_NEXT = re.compile("(?:的[^,，。;；0-9]{1,6})?(?:紧随|紧跟|次之|居次|[排位列居]|分[列居])")
_BY_THE_YEAR = re.compile("年均(?:约|近|达到?|为|有|超过?|逾)*")


def follow(
    sentence: Sentence,
    readings: Sequence[Reading],
    index: int,
    earlier: Sequence[Reading],
    matcher: Matcher,
) -> None:
    """Give a number that no cue governs the metric of one told before, or what is said behind that."""
    reading = readings[index]
    _as_part(sentence, readings, index, earlier)
    if reading.metric is None and index:
        _by_the_year(sentence, readings[index - 1], reading)
    if reading.metric is None:
        _as_next(sentence, reading, [*earlier, *readings[:index]])
    if reading.metric is None and index:
        _named_after(readings[index - 1], reading)
    if reading.metric is None and index:
        _as_sum(sentence, readings[index - 1], reading, matcher)


def _as_part(sentence: Sentence, readings: Sequence[Reading], index: int, earlier: Sequence[Reading]) -> None:
    """其中 before the first number of a sentence: parts of the last total of the sentence before."""
    reading = readings[index]
    if not (opens_with_part(sentence) or (not index and speaks_of_part(sentence, reading.quantity))):
        return
    for before in reversed(earlier):
        same = before.quantity.unit_class == reading.quantity.unit_class and not before.is_change
        if same and reading.value <= before.value and before.cue is not None and before.metric is not None:
            settle(reading, before.cue, Offer(before.metric, WEAK), "part")
            return


def _by_the_year(sentence: Sentence, before: Reading, reading: Reading) -> None:
    """What a total comes to in a year on average measures the same: 受理4677起,年均935起."""
    q, start = reading.quantity, reading.clause - sentence.start
    same = before.quantity.unit_class == q.unit_class and not before.is_change
    if not (same and reading.value < before.value):
        return
    said = _BY_THE_YEAR.fullmatch(sentence.text, start, q.start - sentence.start)
    if said and before.metric is not None and before.cue is not None:
        settle(reading, before.cue, Offer(before.metric, WEAK), "by the year")


def _named_after(before: Reading, reading: Reading) -> None:
    """A word that says something only behind a certain figure: 诉前调解600件,成功率71%."""
    for token in reversed(reading.ahead):
        for metric in token.word.after:
            fits = metric.after is not None and before.code in metric.after.metrics
            if fits and accepts(metric, reading.quantity.unit_class, reading.quantity.unit):
                settle(reading, token, Offer(metric, STRONG), "after")
                return


def _as_next(sentence: Sentence, reading: Reading, told: Sequence[Reading]) -> None:
    """The number with which a court comes next: 甲法院调撤率79.8%;乙法院以79.1%紧随其后."""
    q = reading.quantity
    end = q.end - sentence.start
    if not (sentence.text.endswith("以", 0, q.start - sentence.start) and _NEXT.match(sentence.text, end)):
        return
    for before in reversed(told):
        same = before.quantity.unit_class == q.unit_class and not before.is_change
        if same and before.cue is not None and before.metric is not None:
            settle(reading, before.cue, Offer(before.metric, WEAK), "next")
            return


def _as_sum(sentence: Sentence, before: Reading, reading: Reading, matcher: Matcher) -> None:
    """Money joined to a count is the sum of those cases: 执结118件3289万元; an area is that of the premises:
    腾退房屋37处,面积1.8万平方米.
    """
    if reading.quantity.unit_class == "area" and before.metric is not None and before.cue is not None:
        gap = gap_between(sentence, before.quantity, reading.quantity)
        if accepts(before.metric, "area", "") and _AREA.fullmatch(gap):
            settle(reading, before.cue, Offer(before.metric, STRONG), "joined")
        return
    if reading.quantity.unit_class != "money" or before.metric is None:
        return
    if not is_joined(sentence, before.quantity, reading.quantity):
        return
    for metric in matcher.sums:
        if (
            metric.kind == "amount"
            and metric.after is not None
            and before.code in metric.after.metrics
            and before.cue is not None
        ):
            settle(reading, before.cue, Offer(metric, WEAK), "joined")
            return
