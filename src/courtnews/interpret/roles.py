"""Whether a number is a result of courts' work, or one person's story, a limit, an aim, or a fact about the
place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.parties import parties
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import STRONG, Token

STATISTIC, DETAIL, TARGET, BACKGROUND = "statistic", "case_detail", "target", "background"
_HEAD = 16
_AIM_BEHIND = re.compile("(?:以上)?的(?:目标|底线|要求|任务)")
# 拘传吴某等13人 counts the action, though it names one of them.
_AND_OTHERS = re.compile("[某×]等(?:被执行人|失信被执行人|人)?$")
_QUOTE = re.compile(r"[“「『\"][^”」』\"]{0,400}$")


class RoleJudge:
    """Judges the readings of one document in the order of the text, remembering where a story runs."""

    def __init__(self, document: Document, plans: Sequence[str]) -> None:
        self.document = document
        self._story_paragraph = -1
        self._targets = _target_spans(document, plans)

    def judge(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the role of every reading of a sentence that has none."""
        story = self._story_marks(sentence)
        total = [t for t in sentence.tokens if "aggregate" in t.word.classes]
        if not story and self._story_paragraph != sentence.paragraph:
            total += [t for t in sentence.tokens if "aggregate_weak" in t.word.classes]
        for reading in readings:
            if not reading.role and not reading.refused:
                reading.role = self._role(sentence, reading, story, total)
        self._remember(sentence, story, total)

    def _role(self, sentence: Sentence, reading: Reading, story: list[int], total: list[Token]) -> str:
        for judge in (self._target, _background):
            role = judge(sentence, reading)
            if role:
                return role
        if self._is_story(sentence, reading, story, total):
            return DETAIL
        return STATISTIC

    def _target(self, sentence: Sentence, reading: Reading) -> str:
        q = reading.quantity
        if any(start <= q.start < end for start, end in self._targets):
            reading.why.append("target: the section speaks of what is planned")
            return TARGET
        if _AIM_BEHIND.match(sentence.text, q.end - sentence.start):
            reading.why.append("target: an aim is named right behind the number")
            return TARGET
        start = _segment_start(sentence, q.start)
        for token in sentence.tokens_between(start, q.start):
            classes = token.word.classes
            near = token.start >= reading.clause
            aims = "target" in classes and (near or reading.kind == "rate")
            if aims or ("target_near" in classes and near):
                between = sentence.tokens_between(token.end, q.start)
                if not any("counted" in t.word.classes for t in between):
                    reading.why.append(f"target: {token.word.text}")
                    return TARGET
        return ""

    def _story_marks(self, sentence: Sentence) -> list[int]:
        marks = [t.start for t in sentence.tokens if "story" in t.word.classes]
        marks += [sentence.start + position for position in parties(sentence.text)]
        return sorted(marks)

    def _is_story(self, sentence: Sentence, reading: Reading, story: list[int], total: list[Token]) -> bool:
        q = reading.quantity
        text = sentence.text[: q.start - sentence.start]
        if _QUOTE.search(text) and text.count("“") > text.count("”") and not _reports(sentence, q.start):
            reading.why.append("case_detail: inside direct speech")
            return True
        if reading.kind == "detention" and _AND_OTHERS.search(text):
            return False
        if reading.code == "rate_share":
            return False
        start = _segment_start(sentence, q.start)
        before = [p for p in story if start <= p < q.start]
        before += [t.start for t in reading.ahead if "story_near" in t.word.classes]
        behind = [p for p in story if q.end <= p < sentence.clause_end(q.end)]
        totals = [t.start for t in total if t.start < q.start]
        nearest_story = max(before, default=min(behind, default=-1))
        nearest_total = max(totals, default=-1)
        if nearest_story >= 0 and nearest_story > nearest_total:
            reading.why.append("case_detail: a word of one case's story is nearest")
            return True
        if nearest_total >= 0 or (
            reading.cue_strength == STRONG and self._story_paragraph != sentence.paragraph
        ):
            return False
        if self._story_paragraph == sentence.paragraph:
            reading.why.append("case_detail: the paragraph tells one case")
            return True
        return False

    def _remember(self, sentence: Sentence, story: list[int], total: list[Token]) -> None:
        if story and not total:
            self._story_paragraph = sentence.paragraph
        elif total:
            self._story_paragraph = -1


def _reports(sentence: Sentence, position: int) -> bool:
    """Whether speech reports results: 我院今年以来共执结500件, said by an official."""
    opening = sentence.start + max(
        sentence.text.rfind(mark, 0, position - sentence.start) for mark in "“「『"
    )
    classes = {c for t in sentence.tokens_between(opening, position) for c in t.word.classes}
    return not classes.isdisjoint(("aggregate", "aggregate_weak", "own_court"))


def _segment_start(sentence: Sentence, position: int) -> int:
    """Where the part of the sentence between semicolons begins."""
    for point in reversed(sentence.breaks):
        if point < position and sentence.text[point - sentence.start] in ";；":
            return point + 1
    return sentence.start


def _background(sentence: Sentence, reading: Reading) -> str:
    if any("background" in t.word.classes for t in reading.ahead) and reading.cue_strength < STRONG:
        return BACKGROUND
    return ""


def _target_spans(document: Document, plans: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraphs that open with a word of planning; a heading of that sort gives all that follows to
    plans.
    """
    spans = []
    for paragraph in range(len(document.paragraph_starts)):
        start, end = document.paragraph_span(paragraph)
        head = document.text[start : min(end, start + _HEAD)]
        if not any(word in head for word in plans):
            continue
        line = document.text[start:end].strip()
        if line.endswith(("?", "”", "」")):
            continue
        heading = len(line) <= 30 and not line.endswith(("。", ";", "；"))
        spans.append((start, len(document.text) if heading and start > len(document.text) // 2 else end))
    return spans
