"""Direct speech: whether a number stands in what somebody says."""

from __future__ import annotations

import re

from courtnews.interpret.structure import Sentence

_QUOTE = re.compile(r"[“「『\"][^”」』\"]{0,400}$")
_QUOTE_LONGEST = 401


def in_quotes(sentence: Sentence, position: int, latest: int) -> bool:
    """Whether direct speech opened before a position, behind the latest sum, and did not close."""
    if not speech_open(sentence, position):
        return False
    text, end = sentence.text, position - sentence.start
    opened = max(text.rfind("“", 0, end), text.rfind("「", 0, end), text.rfind("『", 0, end))
    return (
        sentence.start + opened > latest
        and _QUOTE.search(text, max(0, end - _QUOTE_LONGEST), end) is not None
    )


def speech_open(sentence: Sentence, position: int) -> bool:
    """Whether more quotations open than close before a position."""
    text, end = sentence.text, position - sentence.start
    return text.count("“", 0, end) > text.count("”", 0, end)
