"""Characters that should not be in a text: invisible ones, line ends of other systems, halves of
surrogate pairs."""

from __future__ import annotations

import re

from courtnews.text.alignment import Edit
from courtnews.text.repair.base import LOST, Fixer

_HIDDEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\r\\x00-\\x08\\x0e-\\x1f\x7f"
_HALVES = "\ud800-\udfff"
_INVISIBLE = re.compile(f"[{_HIDDEN}]+")
_SURROGATE = re.compile(f"[{_HALVES}]")
_DOUBLED = re.compile(r"([，。])\1+")
# To look for one character and then at the next is thrice as fast as to look for two.
_COMMAS, _STOPS = re.compile("，(?=，)"), re.compile("。(?=。)")


def delete_invisible(text: str) -> list[Edit]:
    """Delete zero-width characters, soft hyphens, control characters and the \\r of \\r\\n; a lone \\r
    becomes \\n.

    Not for spaces of any width, which may part two numbers.

    >>> [(e.start, e.end, e.replacement) for e in delete_invisible("执结12\\u200b3件\\r\\n")]
    [(4, 5, ''), (7, 8, '')]
    """
    return [Edit(m.start(), m.end(), _line_end(m, text), "invisible") for m in _INVISIBLE.finditer(text)]


def _line_end(hidden: re.Match[str], text: str) -> str:
    """The line end that a run of hidden characters with a \\r in it stands for, unless one follows anyway."""
    return "\n" if "\r" in hidden[0] and text[hidden.end() : hidden.end() + 1] != "\n" else ""


def mark_surrogates(text: str) -> list[Edit]:
    """Put the mark of a lost character for half of a surrogate pair, which no encoding can hold.

    Not for characters outside the basic plane, which are whole in a `str`.

    >>> [(e.start, e.end) for e in mark_surrogates("法\\ud842院")]
    [(1, 2)]
    """
    return [Edit(m.start(), m.end(), LOST, "surrogates") for m in _SURROGATE.finditer(text)]


def undouble_punctuation(text: str) -> list[Edit]:
    """Make one mark of a doubled one: ，， is a slip of the keyboard or what a deleted link leaves.

    Not for ！！ and ？？, which are meant, nor for ASCII marks, which may belong to numbers (12..5 is
    damage).

    >>> [(e.start, e.end, e.replacement) for e in undouble_punctuation("执结89件，，到位121万元。")]
    [(5, 7, '，')]
    """
    return [Edit(m.start(), m.end(), m[1], "doubled") for m in _DOUBLED.finditer(text)]


def _is_doubled(text: str) -> bool:
    return _COMMAS.search(text) is not None or _STOPS.search(text) is not None


INVISIBLE = Fixer("invisible", _INVISIBLE.search, delete_invisible, _HIDDEN)
SURROGATES = Fixer("surrogates", _SURROGATE.search, mark_surrogates, _HALVES)
DOUBLED = Fixer("doubled", _is_doubled, undouble_punctuation)
