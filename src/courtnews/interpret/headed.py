"""Numbers that only a heading names: 二、收案 over 民商事案件5623件,同比上升5.02%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.breakdowns import is_vague
from courtnews.interpret.cues import settle
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import STRONG, WEAK, Matcher, Metric, Offer, Token

# A numbered line with hardly more than the name of a measure.
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,2}[)）]、?|[0-9]{1,2}[、.．])\s*"
    r"(?P<name>[^,，。;；:：、0-9\n]{2,10})\s*"
)
_DRESSING = re.compile("(?:各类|全院|全市)?(?:案件|案|件)?(?:总体|基本)?(?:情况|方面|数|数量)?")
_LONGEST, _TITLE = 24, 60
# How many paragraphs, blank ones among them, a heading may stand above.
_REACH = 16
# 民商事, 刑事案件, 合同纠纷: what became of cases may stand there as well (交办).
_CLASS_OF_CASES = re.compile(
    "[一-鿿、（）()“”]{0,14}(?:案件?|案由|纠纷|[民商刑]事|行政|赔偿|执行|保全|审查|破产|[一二再]审|类)[）)”]?"
    "(?:由?去年同期的?|共|计|有)*"
)


class Headings:
    """Finds the metric of the heading that a paragraph stands under, asking each heading once."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._document, self._matcher = document, matcher
        #: The first line of the report.
        self.title = document.text[:_TITLE].lstrip().partition("\n")[0]
        self._known: dict[int, tuple[Token, Metric] | None] = {}

    def name(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Give counts of cases of which only the class is told the metric of their heading."""
        start = sentence.start
        for reading in readings:
            bare = _is_bare(sentence, reading, max(start, reading.clause))
            start = reading.quantity.end
            if bare and (found := self._above(sentence.paragraph)) is not None:
                settle(reading, found[0], Offer(found[1], WEAK), "heading")

    def _above(self, paragraph: int) -> tuple[Token, Metric] | None:
        if paragraph not in self._known:
            self._known[paragraph] = self._search(paragraph)
        return self._known[paragraph]

    def _search(self, paragraph: int) -> tuple[Token, Metric] | None:
        text = self._document.text
        for above in range(paragraph - 1, max(-1, paragraph - 1 - _REACH), -1):
            start, end = self._document.paragraph_span(above)
            if end - start <= _LONGEST and (heading := _HEADING.fullmatch(text, start, end)):
                return self._measure(heading["name"], heading.start("name"))
        return None

    def _measure(self, name: str, start: int) -> tuple[Token, Metric] | None:
        """The one measure of cases that a heading names, with nothing more."""
        tokens = self._matcher.find_with_breaks(name, start)[0]
        named = [
            (t, o.metric) for t in tokens for o in t.word.offers_for("case", "件") if o.strength == STRONG
        ]
        if not named or len({token for token, _ in named}) != 1:
            return None
        token, metric = named[0]
        rest = name[: token.start - start] + name[token.end - start :]
        return (token, metric) if _DRESSING.fullmatch(rest) else None


def _is_bare(sentence: Sentence, reading: Reading, start: int) -> bool:
    """Whether a count of cases has a class of cases before it, from `start` on, and no word that says what
    became of them.
    """
    q = reading.quantity
    if q.unit_class != "case" or reading.refused or reading.is_change:
        return False
    if not is_vague(reading):
        return False
    said = sentence.text[start - sentence.start : q.start - sentence.start].strip("、和及 　\n\t")
    return _CLASS_OF_CASES.fullmatch(said) is not None
