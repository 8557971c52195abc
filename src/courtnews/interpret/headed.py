"""Numbers that only a heading names: 二、收案 over 民商事案件5623件, 五、平均用时 over 诉讼案件31.6天."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.breakdowns import is_vague
from courtnews.interpret.cues import settle
from courtnews.interpret.reading import Reading
from courtnews.interpret.set_aside import ONLY_LASTS
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import STRONG, WEAK, Matcher, Metric, Offer, Token

# A numbered line with hardly more than the name of a measure, and what is seen of it: 二、收案:民商事居多.
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,2}[)）]、?|[0-9]{1,2}[、.．])\s*"
    r"(?P<name>[^,，。;；:：、0-9\n]{2,10})(?:[:：][^。;；0-9\n]{2,30})?\s*"
)
_DRESSING = re.compile(
    "(?:各类|全院|全市)?(?:案件|案|件)?(?:总体|基本)?(?:情况|方面|数|数量|用时|时间|天数|时长|周期|类型|结构|分布|构成)?"
)
_MOVED = re.compile("(?:多|少|快|慢|缩短|减少|增加|延长)了?$")
_LONGEST, _TITLE, _NEAR = 48, 60, 4
# The sorts of numbers that a heading may name, with a unit of each.
_UNITS = {"case": "件", "percent": "%", "duration": "天"}
# How many paragraphs, blank ones among them, a heading may stand above.
_REACH = 16
_NUMBERED = re.compile("^[0-9]{1,2}[.、．]")
# 民商事, 刑事案件, 合同纠纷: what became of cases may stand there as well (交办).
_CLASS_OF_CASES = re.compile(
    "[一-鿿、（）()“”]{0,14}(?:案件?|案由|纠纷|[民商刑]事|行政|诉讼|非诉审查|赔偿|执行|保全|审查|破产|[一二再]审|类)[）)”]?"
    "(?:由?去年同期的?|共|计|有|为|均为?)*"
)


class Headings:
    """Finds the metric of the heading that a paragraph stands under, asking each heading once."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._document, self._matcher = document, matcher
        #: The first line of the report.
        self.title = document.text[:_TITLE].lstrip().partition("\n")[0]
        # The sentence that a heading named something of last.
        self._named: Sentence | None = None
        self._known: dict[tuple[int, str], tuple[Token, Metric] | None] = {}

    def name(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Give counts and rates of which only the class of cases is told the metric of their heading; of
        lengths of time, asked before all others, those that count for nothing otherwise.
        """
        start = sentence.start
        for reading in readings:
            bare = _is_bare(sentence, reading, max(start, reading.clause))
            start = reading.quantity.end
            if reading.refused and self._named is sentence and _has_moved(sentence, reading):
                reading.refused = ""
            if bare and (found := self._above(sentence.paragraph, reading.quantity.unit_class)) is not None:
                reading.refused, self._named = "", sentence
                settle(reading, found[0], Offer(found[1], WEAK), "heading")

    def _above(self, paragraph: int, sort: str) -> tuple[Token, Metric] | None:
        if (paragraph, sort) not in self._known:
            self._known[paragraph, sort] = self._search(paragraph, sort)
        return self._known[paragraph, sort]

    def _search(self, paragraph: int, sort: str) -> tuple[Token, Metric] | None:
        text = self._document.text
        for above in range(paragraph - 1, max(-1, paragraph - 1 - _REACH), -1):
            start, end = self._document.paragraph_span(above)
            if end - start <= _LONGEST and (heading := _HEADING.fullmatch(text, start, end)):
                return self._measure(heading["name"], heading.start("name"), sort)
        return None

    def _measure(self, name: str, start: int, sort: str) -> tuple[Token, Metric] | None:
        """The one measure of a sort that a heading names, with nothing more."""
        tokens = self._matcher.find_with_breaks(name, start)[0]
        named = [
            (t, o.metric)
            for t in tokens
            for o in t.word.offers_for(sort, _UNITS[sort])
            if o.strength == STRONG
        ]
        if not named or len({token for token, _ in named}) != 1:
            return None
        token, metric = named[0]
        rest = name[: token.start - start] + name[token.end - start :]
        return (token, metric) if _DRESSING.fullmatch(rest) else None


def _has_moved(sentence: Sentence, reading: Reading) -> bool:
    """Whether a length of time is said to be a change: 比去年同期多6.5天."""
    end = reading.quantity.start - sentence.start
    return _MOVED.search(sentence.text, max(0, end - _NEAR), end) is not None


def _is_bare(sentence: Sentence, reading: Reading, start: int) -> bool:
    """Whether a number has a class of cases before it, from `start` on, and no word that says what
    became of them.
    """
    q = reading.quantity
    if q.unit_class not in _UNITS or reading.is_change or not is_vague(reading):
        return False
    if reading.refused and not (q.unit_class == "duration" and reading.refused == ONLY_LASTS):
        return False
    said = sentence.text[start - sentence.start : q.start - sentence.start].strip("、和及 　\n\t")
    return _CLASS_OF_CASES.fullmatch(_NUMBERED.sub("", said)) is not None
