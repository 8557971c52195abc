"""Whether a number is a result of courts' work, or one person's story, a limit, an aim, or a fact about the
place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from courtnews.interpret.aims import (
    AIM_BEHIND_STARTS,
    AIM_ENDS,
    aim_beside,
    aims,
    is_bounded,
    is_to_reach,
)
from courtnews.interpret.background import bounds_each, is_allotted, is_background, is_honoured, is_staff
from courtnews.interpret.evidence import is_extreme, is_of_one, is_one_price
from courtnews.interpret.hopes import aims_on, is_hoped_for
from courtnews.interpret.reading import Reading
from courtnews.interpret.stories import DETAIL, Storyteller
from courtnews.interpret.structure import Document, Sentence
from courtnews.interpret.unobtained import is_unobtained
from courtnews.lexicon import Matcher

STATISTIC, TARGET, BACKGROUND = "statistic", "target", "background"
_HEAD = 16
_BESIDE = 6
_AT_PRESENT = ("现在的", "目前的", "眼下的", "当前的")
_SO_FAR = ("已有", "已经有", "手头", "目前", "现有", "尚有", "还有")
_TROUBLES = ("问题", "困难", "不足", "短板", "挑战")
_AIMS = frozenset(("plan", "target", "target_near"))


class RoleJudge:
    """Judges the readings of one document in the order of the text."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._targets = _target_spans(document, matcher.words_of("target_section"))
        self._text = document.text
        self._stories = Storyteller(document, matcher)

    def judge(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the role of every reading of a sentence that has none."""
        stories = self._stories
        stories.open(sentence, readings)
        demands = "要" in sentence.text or "前" in sentence.text
        for index, reading in enumerate(readings):
            if reading.role or reading.refused:
                continue
            if self._is_target(sentence, reading, demands) or (
                index and aims_on(sentence, readings[index - 1], reading)
            ):
                reading.role = TARGET
            elif _is_background(sentence, reading):
                reading.role = BACKGROUND
            elif (
                is_extreme(sentence, reading)
                or is_one_price(sentence, reading, readings)
                or (index and is_of_one(sentence, readings[index - 1], reading))
            ):
                reading.role = DETAIL
            else:
                reading.role = DETAIL if stories.told and stories.tells(sentence, reading) else STATISTIC
                if reading.role == STATISTIC and is_unobtained(sentence, reading):
                    reading.refused = "a sum that was not obtained"
        stories.close(sentence)

    def _is_target(self, sentence: Sentence, reading: Reading, demands: bool) -> bool:
        """Whether a number is an aim; `demands` tells whether anything may be demanded in its sentence, or be
        due by a day, at all.
        """
        if reading.metric is not None and reading.metric.code == "rate_share":
            return is_bounded(sentence, reading) or is_to_reach(sentence, reading)
        q, text = reading.quantity, sentence.text
        if is_hoped_for(sentence, reading):
            return True
        if self._targets and q.start >= self._targets[0][0] and self._in_plans(sentence, reading):
            return True
        start, end = q.start - sentence.start, q.end - sentence.start
        likely = demands or text[start - 1 : start] in AIM_ENDS or text[end : end + 1] in AIM_BEHIND_STARTS
        if likely and aim_beside(text, start, end):
            beside = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
            reading.why.append(f"target: an aim is named beside the number: {'…'.join(beside)}")
            return True
        if _AIMS.isdisjoint(sentence.said):
            return False
        for token in reversed(sentence.tokens_between(sentence.start, q.start)):
            if "counted" in token.word.classes:
                break
            if aims(token, sentence, reading):
                reading.why.append(f"target: {token.word.text}")
                return True
        return False

    def _in_plans(self, sentence: Sentence, reading: Reading) -> bool:
        """Whether a number stands in a section of plans, and nothing says that it is reached already."""
        start = reading.quantity.start
        index = bisect_right(self._targets, start, key=itemgetter(0)) - 1
        section, end = self._targets[index] if index >= 0 else (0, 0)
        if start >= end or _has_happened(sentence, start):
            return False
        if sentence.text.endswith(_AT_PRESENT, 0, start - sentence.start):
            return False
        said = sentence.text[reading.clause - sentence.start : start - sentence.start]
        if said.startswith(_SO_FAR) or (said.rpartition("已")[1] and "以来" in sentence.text):
            return False
        heading = self._text[section : section + _HEAD].partition("\n")[0]
        reading.why.append(f"target: the section speaks of what is planned: {heading}")
        return True


def _is_background(sentence: Sentence, reading: Reading) -> bool:
    """Whether a number is a fact about the place, its courts or their people."""
    if "background" in sentence.said and is_background(reading):
        return True
    if "法院" in sentence.text and bounds_each(sentence, reading):
        return True
    allotted = "每年" in sentence.text and is_allotted(reading)
    return allotted or is_staff(sentence, reading) or is_honoured(sentence, reading)


def _has_happened(sentence: Sentence, position: int) -> bool:
    """Whether a day is told before a position, even where plans are told: 新的一年… 1月2日拍定14件."""
    return any(d.first.day and d.first.month and d.end <= position for d in sentence.dates)


def _target_spans(document: Document, plans: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraphs that open with a word of planning, in order and disjoint; a heading of that sort gives all
    that follows to plans.
    """
    spans: list[tuple[int, int]] = []
    for paragraph, word_start in _planned(document, tuple(plans)):
        start, end = document.paragraph_span(paragraph)
        if word_start >= end:  # in the next paragraph
            continue
        head = document.text[start : min(end, start + _HEAD)]
        line = document.text[start:end].strip()
        if line.endswith(("”", "」")):
            continue
        if line.endswith(("?", "？")):
            spans += _answers(document, paragraph)
            continue
        # 四、困难和打算: what stands under it tells of both.
        if any(word in head for word in _TROUBLES):
            continue
        heading = len(line) <= 30 and not line.endswith(("。", ";", "；"))
        if heading and start > len(document.text) // 2:
            spans.append((start, len(document.text)))
            break
        # What stands before such a word in its paragraph is not planned yet.
        spans.append((document.text.rfind("。", start, word_start) + 1 or start, end))
    return sorted(spans)


def _planned(document: Document, plans: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Paragraphs with one of some words within their first characters, and where the first such word is."""
    text = document.text + " " * _HEAD
    # One search over all beginnings is many times as fast as one for each.
    heads = "\n".join([text[start : start + _HEAD] for start in document.paragraph_starts])
    last = -1
    for word in _any_of(plans).finditer(heads):
        paragraph, offset = divmod(word.start(), _HEAD + 1)
        if paragraph != last:
            yield paragraph, document.paragraph_starts[paragraph] + offset
        last = paragraph


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words; nothing where there are none."""
    return re.compile("|".join(map(re.escape, words)) if words else "(?!)")


def _answers(document: Document, question: int) -> list[tuple[int, int]]:
    """The paragraph that answers a question about plans, blank lines apart."""
    for paragraph in range(question + 1, min(question + 4, len(document.paragraph_starts))):
        start, end = document.paragraph_span(paragraph)
        if line := document.text[start:end].strip():
            return [(start, end)] if line.startswith("答") else []
    return []
