"""Pinyin written into the text after a character: 執(zhí)行."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from courtnews.text.alignment import Edit, Step
from courtnews.text.pinyin import NEUTRAL, TONED, is_toned
from courtnews.text.repair.base import Fixer

_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# The bracket comes first in the patterns so that the search runs from bracket to bracket, which is faster for
# one kind of brackets than for two.
_GLOSS, _NARROW = (
    re.compile(f"([{opening}](?<=[{_IDEOGRAPH}].)[a-zɡ{TONED}]{{1,7}}[)）])") for opening in ("(（", "(")
)
_WIDE = re.compile(f"（[a-zɡ{TONED}]")

_TONED, _NEUTRAL, _NONE = range(3)


def delete_glosses(text: str) -> Sequence[Edit]:
    """Delete the pinyin after a character, in either width of brackets.

    A syllable with a tone mark or ü is always a gloss. One without is deleted only if its reading is a
    neutral tone and the text shows toned glosses too. Not for brackets that hold anything else: numbering,
    names, letters, English words. The gloss belongs to its character, so the span of 項(xiàng) is that of
    項.

    >>> text = "提出10項(xiàng)辦法，干警們(men)（二）表示"
    >>> [(e.start, e.end, e.replacement) for e in delete_glosses(text)]
    [(4, 12, '項'), (17, 23, '們')]
    """
    pieces = (_GLOSS if _WIDE.search(text) else _NARROW).split(text)
    glosses = pieces[1::2]
    kinds = set(map(_kind, set(glosses)))
    if _TONED not in kinds:
        return []
    if _NONE in kinds:
        pieces = list(_joined(pieces))
        glosses = pieces[1::2]
    between = pieces[::2]
    # Hundreds of them: column by column, without a line of Python for each.
    done = list(accumulate(map(len, between[:-1])))
    return Step("glosses", done, list(accumulate(map(len, glosses), initial=0)), None, "".join(between))


@lru_cache(maxsize=4096)
def _kind(gloss: str) -> int:
    if gloss[1:-1] in NEUTRAL:
        return _NEUTRAL
    return _TONED if is_toned(gloss[1:-1]) else _NONE


def _joined(pieces: list[str]) -> Iterator[str]:
    """Text and gloss by turns, like the pieces, with all that only looks like a gloss put back into the
    text."""
    kept = pieces[0]
    for gloss, following in zip(pieces[1::2], pieces[2::2], strict=True):
        if _kind(gloss) != _NONE:
            yield kept
            yield gloss
            kept = following
        else:
            kept += gloss + following
    yield kept


GLOSSES = Fixer("glosses", re.compile(f"[{TONED}]").search, delete_glosses, TONED)
