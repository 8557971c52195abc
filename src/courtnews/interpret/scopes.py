"""The words that narrow a number to a class of cases, and the tags of the classes that readers ask for."""

from __future__ import annotations

import re
from typing import get_args

from courtnews.fields import Tag
from courtnews.interpret.reading import Reading
from courtnews.lexicon import NOUN

TAGS = get_args(Tag)
_CASES = re.compile(r"(?:案件|案款|积案|纠纷|财产|案)$")
_GENERIC = re.compile(
    r"^(?:各类|各种|此类|这类|类|首次|的|了|执行|类型|所有|全部|相关|有关|多起|历年)*(?:执行)?(?:案件|案)?$"
)


def scope(reading: Reading) -> None:
    """Set scope and tags of a reading from the phrase between its cue and the number, else from a tag word
    of the clause.
    """
    said: dict[str, str] = {}
    for token in reading.ahead:
        for tag in TAGS:
            if tag in token.word.inner:
                said.setdefault(tag, token.word.text)
    reading.tags = tuple(said)
    reading.why += [f"tag {tag}: {words}" for tag, words in said.items()]
    phrase = _phrase(reading, reading.clause)
    if phrase:
        reading.scope = phrase
        reading.why.append(f"scope {phrase}")


def _phrase(reading: Reading, clause: int) -> str | None:
    cue, sentence, q = reading.cue, reading.sentence, reading.quantity
    if cue is None or cue.end > q.start or cue.start < clause:
        return None
    text = sentence.text[cue.end - sentence.start : q.start - sentence.start]
    text = re.sub(r"(?:共计?|达到?|约|近|超过?|逾|合计|累计|有|为|[:： ])+$", "", text).strip("的了,， ")
    if reading.cue_strength <= NOUN or len(text) < 3 or len(text) > 40 or "," in text or "，" in text:
        return None
    if _GENERIC.match(text) or not _CASES.search(text):
        return None
    return re.sub(r"^(?:了|各类|各种|一批)+", "", text)
