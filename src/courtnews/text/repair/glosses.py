"""Pinyin written into the text after a character: 執(zhí)行."""

from __future__ import annotations

import re

from courtnews.text.alignment import Edit
from courtnews.text.pinyin import NEUTRAL, TONED, is_toned
from courtnews.text.repair.base import Fixer

_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# The bracket comes first in the pattern so that the search runs from bracket to bracket.
_GLOSS = re.compile(f"[(（](?<=[{_IDEOGRAPH}].)([a-zɡ{TONED}]{{1,7}})[)）]")


def delete_glosses(text: str) -> list[Edit]:
    """Delete the pinyin after a character, in either width of brackets.

    A syllable with a tone mark or ü is always a gloss. One without is deleted only if its reading is a
    neutral tone and the text shows toned glosses too. Not for brackets that hold anything else: numbering,
    names, letters, English words. The gloss belongs to its character, so the span of 項(xiàng) is that of
    項.

    >>> text = "提出10項(xiàng)辦法，干警們(men)（二）表示"
    >>> [(e.start, e.end, e.replacement) for e in delete_glosses(text)]
    [(4, 12, '項'), (17, 23, '們')]
    """
    pieces = _GLOSS.split(text)
    between, syllables = pieces[::2], pieces[1::2]
    real = {syllable for syllable in set(syllables) if syllable in NEUTRAL or is_toned(syllable)}
    if real <= NEUTRAL:
        return []
    edits, position, make = [], 0, tuple.__new__
    for before, syllable in zip(between, syllables, strict=False):
        position += len(before)
        end = position + len(syllable) + 2
        if syllable in real:
            edits.append(make(Edit, (position - 1, end, before[-1], "glosses")))
        position = end
    return edits


GLOSSES = Fixer("glosses", re.compile(f"[{TONED}]").search, delete_glosses, TONED)
