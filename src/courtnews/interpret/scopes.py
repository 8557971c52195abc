"""The words that narrow a number to a class of cases, and the tags of the classes that readers ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from courtnews.fields import Tag
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN

TAGS = get_args(Tag)
_TAGS = frozenset(TAGS)
_CASES = re.compile(r"(?:案件|案款|积案|纠纷|财产|案)$")
_VERB = re.compile(r"(?:共计?|达到?|约|近|超过?|逾|合计|累计|有|为|[:： ])+$")
_ARTICLE = re.compile(r"^(?:了|出|各类|各种|一批|其中)+")
_SHORTEST, _LONGEST = 3, 40
# The words around a phrase that are no part of it do not make it longer than this.
_FAR = 160
_GENERIC = re.compile(
    r"^(?:各类|各种|此类|这类|类|首次|的|了|执行|类型|所有|全部|相关|有关|多起|历年)*(?:执行)?(?:案件|案)?$"
)


def scope(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Set scope and tags of the readings of a sentence from the phrase between cue and number, else from a
    tag word of the clause.
    """
    tagged = not _TAGS.isdisjoint(sentence.said)
    told = sentence.start
    for reading in readings:
        behind, told = told, reading.quantity.end
        if tagged:
            _tag(reading)
        cue = reading.cue
        if cue is None or reading.cue_strength <= NOUN or cue.start < reading.clause:
            continue
        start = max(cue.end, behind)
        if _SHORTEST <= reading.quantity.start - start <= _FAR and (phrase := _phrase(reading, start)):
            reading.scope = phrase
            reading.why.append(f"scope {phrase}")


def _tag(reading: Reading) -> None:
    said: dict[str, str] = {}
    for token in reading.ahead:
        if not _TAGS.isdisjoint(token.word.inner):
            for tag in TAGS:
                if tag in token.word.inner:
                    said.setdefault(tag, token.word.text)
    reading.tags = tuple(said)
    reading.why += [f"tag {tag}: {words}" for tag, words in said.items()]


def _phrase(reading: Reading, start: int) -> str | None:
    """What stands between a cue, or the number before, and a number, where that names a class of cases."""
    sentence, q = reading.sentence, reading.quantity
    text = sentence.text[start - sentence.start : q.start - sentence.start]
    if "案" not in text and "纠纷" not in text and "财产" not in text:
        return None
    text = _VERB.sub("", text).strip("的了、,， ")
    if not _SHORTEST <= len(text) <= _LONGEST or _CASES.search(text, len(text) - 2) is None:
        return None
    if "," in text or "，" in text or _GENERIC.match(text):
        return None
    return _ARTICLE.sub("", text)
