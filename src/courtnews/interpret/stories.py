"""Whether a number belongs to the story of one case or to a summary of many, by the evidence before it.

Nameless parties, kin, debts and judgments speak for a story; sums, courts taken together and measures that
no single case has (921件, 执结率) for a summary. What stands nearest the number counts for most.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from courtnews.interpret.evidence import (
    FEW,
    PARTY,
    WEIGHTS,
    are_many,
    beyond_one_case,
    marks_of,
    segment_start,
    speaks_from,
    stands_alone,
    sums_up,
    telling,
)
from courtnews.interpret.parties import names_any, parties
from courtnews.interpret.reading import Reading
from courtnews.interpret.speech import in_quotes, speech_open
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import Matcher, Token

DETAIL = "case_detail"
_ENOUGH = 2
_TELLING = frozenset(WEIGHTS)
_SUMS = frozenset(("aggregate", "aggregate_weak"))
_PARTY_SHOWN = 3
# 有位偷伐林木的农民,被判补种180亩杉树: what one person or thing is told of in.
_OF_ONE = frozenset(("money", "area", "item"))
# How many cases it takes where a story is told.
_MORE = 20
# 一名主播…被罚款5万元, 有一栋写字楼…拍出3.26亿元: money of one person or thing.
# ... 有位申请人为3800元案款, 首笔1.5万元.
_ONE = re.compile(
    "有[位名](?=[一-鿿]{0,6}(?:申请人|被执行人|当事人|债务人|义务人|老人|农民工?|老板))|首笔$"
    "|(?<!其)[他她](?!们)[^,，。;；:：0-9]{0,8}$"
    "|(?<![头第每逐任哪唯另十百])一[名位家栋幢](?![一-鿿]{0,6}(?:法院|分署|干警|法官|法警))"
)
# 累计22万元未缴, 共滞欠29万元: what one debtor owes in all.
_OWED = re.compile("(?:滞欠|积欠|欠|背负)|[0-9][0-9,.]{0,9}[万亿]?[余多]?元(?:未缴|未还|欠款|罚单)")
# 拘传吴某等13人 counts the action, though it names one of them.
_AND_OTHERS = re.compile("[某×]等(?:被执行人|失信被执行人|人)?$")
_OWES = re.compile("滞欠|积欠|欠缴|滞纳|拖欠|欠下|欠了|欠薪")
_OTHERS_LONGEST = 8
_TOTALS = ("合计", "共计", "总计")
_BARE_SUMS = (*_TOTALS, "共", "累计")


class Storyteller:
    """Reads the stories of one document in the order of the text, remembering which paragraph tells one."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self.document, self._matcher = document, matcher
        self._paragraph = -1
        self._read = 0
        self._marks: list[tuple[int, int]] = []
        self._sums: list[int] = []
        self._quoted = False
        #: Whether anything in a sentence or before it may tell a story.
        self.told = False

    def open(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Take in the evidence of a sentence, and of what was told in its paragraph since the last one."""
        start = max(self._read, self.document.paragraph_starts[sentence.paragraph])
        if start < sentence.start and self._leads_in(self.document.text[start : sentence.start]):
            self._paragraph = sentence.paragraph
        self._read = sentence.end
        tokens = () if _TELLING.isdisjoint(sentence.said) else telling(sentence, readings)
        self._marks = marks_of(tokens, sentence.text, sentence.start)
        self._quoted = "“" in sentence.text and any(speech_open(sentence, r.quantity.start) for r in readings)
        self.told = (
            bool(self._marks or self._quoted)
            or "story_near" in sentence.said
            or self._paragraph == sentence.paragraph
        )
        # What sums up speaks against a story alone.
        self._sums = sorted(self._sums_of(sentence, readings)) if self.told else []

    def _leads_in(self, text: str) -> bool:
        """Whether text without numbers has begun a story: a party is named, or more than a debt is told."""
        if not (names_any(text) or self._matcher.mentions(text, _TELLING)):
            return False
        tokens = self._matcher.find(text)
        latest = max((t.start for t in tokens if "aggregate" in t.word.classes), default=0)
        if parties(text[latest:] if latest else text):
            return True
        return sum(weight for p, weight in marks_of(tokens, "", 0) if p >= latest) > _ENOUGH

    def close(self, sentence: Sentence) -> None:
        """Remember whether the paragraph goes on with a story."""
        if self._sums:
            self._paragraph = -1
        elif self._marks and any(weight == PARTY for _, weight in self._marks):
            self._paragraph = sentence.paragraph

    def tells(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether a number belongs to the story of one case, in a sentence that may tell one."""
        q = reading.quantity
        passed = bisect_right(self._sums, q.start)
        latest = self._sums[passed - 1] if passed else -1
        if q.chinese and q.value == 1 and q.unit_class == "case" and self._named_at(sentence, q.start):
            return _because(reading, "it is the one case told of")
        quoted = self._quoted and not (reading.kind == "rate" and beyond_one_case(reading))
        if quoted and in_quotes(sentence, q.start, latest):
            return _because(reading, "inside direct speech")
        if reading.code == "rate_share" or are_many(reading):
            return False
        end = q.start - sentence.start
        if reading.kind == "detention" and _AND_OTHERS.search(
            sentence.text, max(0, end - _OTHERS_LONGEST), end
        ):
            return False
        if self._weight(sentence, reading, latest) >= _ENOUGH:
            return _because(
                reading, f"a word of one case's story is nearest: {self._nearest(sentence, q.start)}"
            )
        in_story = self._paragraph == sentence.paragraph or any(
            latest < p < q.start for p, weight in self._marks if weight == PARTY
        )
        if latest >= 0 or not in_story:
            return False
        return _because(reading, "the paragraph tells one case")

    @staticmethod
    def _named_at(sentence: Sentence, position: int) -> bool:
        """Whether a case is told of right there: 办结|一起建设工程合同纠纷案."""
        return position - sentence.start in parties(sentence.text)

    def _nearest(self, sentence: Sentence, position: int) -> str:
        """The words of the mark of a story nearest before a number, else of the first behind it."""
        before = [p for p, _ in self._marks if p < position]
        near = max(before) if before else min((p for p, _ in self._marks), default=position)
        said = next((t.word.text for t in sentence.tokens if t.start == near), None)
        return said or sentence.text[near - sentence.start :][:_PARTY_SHOWN]

    def _weight(self, sentence: Sentence, reading: Reading, latest: int) -> int:
        """How much speaks for a story since the last sign of a summary."""
        if not self._marks and "story_near" not in sentence.said:
            return 0
        q = reading.quantity
        since = max(latest, segment_start(sentence, q.start))
        # Behind a count of many in its own clause a word of kin only describes them.
        least = PARTY if latest >= reading.clause else 0
        weight = sum(w for p, w in self._marks if since <= p < q.start and w >= least)
        if not least:
            weight += any("story_near" in t.word.classes and t.start >= since for t in reading.ahead)
        if weight < _ENOUGH and q.unit_class in _OF_ONE:
            base = sentence.start
            one = _ONE.search(sentence.text, max(since, sentence.start) - base, q.start - base)
            weight = PARTY if one is not None else weight
        if weight < _ENOUGH:
            behind = sentence.clause_end(q.end)
            weight = max(weight, *(w for p, w in self._marks if q.end <= p < behind), 0)
        return weight

    def _sums_of(self, sentence: Sentence, readings: Sequence[Reading]) -> list[int]:
        parties_named = sorted(p for p, weight in self._marks if weight == PARTY)
        # 18名工人的18起案件 of one debtor: in a story it takes more of them.
        least = _MORE if self._paragraph == sentence.paragraph else FEW
        sums = [r for r in readings if not r.refused and beyond_one_case(r, least)]
        if not parties_named:
            places = [reading.quantity.start for reading in sums]
        else:
            places = [
                speaks_from(reading, parties_named)
                for reading in sums
                if stands_alone(reading, parties_named)
            ]
        if not _SUMS.isdisjoint(sentence.said):
            places += self._sums_said(sentence, parties_named)
        if sentence.dates and sums_up(sentence, sentence.dates[0]):
            places.append(sentence.dates[0].start)
        return places

    def _sums_said(self, sentence: Sentence, parties_named: list[int]) -> Iterator[int]:
        """Where words of a sentence sum up many cases."""
        in_story = self._paragraph == sentence.paragraph
        marked = sorted(p for p, _ in self._marks)
        for token in sentence.tokens:
            if "aggregate" in token.word.inner:
                clause = sentence.clause_start(token.start)
                # 执行某公司欠税案,查封的黄金共90件: of that one case as well.
                total = token.word.text in _TOTALS or _is_owed(sentence, token)
                total = total or (_says_only_so_many(sentence, token) and token.start > clause)
                if total and (
                    _any_between(parties_named, sentence.start, token.start)
                    or (in_story and _is_owed(sentence, token))
                ):
                    # 一名潘姓男子…,前后两张罚单合计16万元.
                    continue
                if token.word.text in _BARE_SUMS and token.start == clause:
                    # 一人欠下三笔钱,合计9万元 sums up what the clause before tells.
                    clause = sentence.clause_start(max(sentence.start, clause - 1))
                    parties_named = marked
                if not _any_between(parties_named, clause, token.start):
                    yield token.start
            elif (
                "aggregate_weak" in token.word.classes
                and not (in_story or parties_named)
                # “今年12.8万元一分不少拿到了。”
                and not (self._quoted and speech_open(sentence, token.start))
            ):
                yield token.start


def _is_owed(sentence: Sentence, token: Token) -> bool:
    """Whether a word of sums adds up debts: 滞欠税款及保费共312万元."""
    if _OWED.match(sentence.text, token.end - sentence.start):
        return True
    start = sentence.clause_start(token.start)
    if start == token.start:
        # 拖欠42名工人半年的工资,合计64万元
        start = sentence.clause_start(max(sentence.start, start - 1))
    return _OWES.search(sentence.text, start - sentence.start, token.start - sentence.start) is not None


def _says_only_so_many(sentence: Sentence, token: Token) -> bool:
    """Whether a word only stands before how many there are: 查封的黄金共90件, not 一共发了30张."""
    start = token.start - sentence.start
    behind = sentence.text[start + 1 : start + 2]
    return token.word.text == "共" and sentence.text[start - 1 : start] != "一" and behind.isdecimal()


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some places, in order, lies in a half-open stretch."""
    return bisect_left(places, end) > bisect_left(places, start)


def _because(reading: Reading, reason: str) -> bool:
    reading.why.append(f"case_detail: {reason}")
    return True
