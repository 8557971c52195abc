"""The last character of a word of which one byte is left: 咨 and a first byte D1 before a comma are 咨询."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from courtnews.text.repair.gbk import character
from courtnews.text.script import fold

# How often a word must stand in the word list, and how much more often than any other that fits.
_LEAST, _CLEARLY = 50, 20


@lru_cache(maxsize=4096)
def ending(before: str, first: int) -> str:
    """The character that begins with byte `first` and makes a common word with the one before it; empty
    where none does so far more often than any other.

    >>> ending("咨", 0xD1), ending("咨", 0xD4)
    ('询', '詢')
    """
    candidates = [c for second in range(0x40, 0xFF) if (c := character((first, second)))]
    words = _words().get(fold(before), {})
    # The word list is in simplified characters; folding keeps every character at its place.
    fitting = zip(fold("".join(candidates)), candidates, strict=True)
    ranked = sorted(((words.get(simple, 0), char) for simple, char in fitting), reverse=True)
    if not ranked or ranked[0][0] < _LEAST or ranked[0][0] < _CLEARLY * sum(n for n, _ in ranked[1:2]):
        return ""
    return ranked[0][1]


@cache
def _words() -> dict[str, dict[str, int]]:
    """The words of two characters in jieba's list with their frequency, by their first character.

    Read from the file: damaged text alone needs it, and jieba itself need not be loaded for it.
    """
    spec = find_spec("jieba")
    places = spec.submodule_search_locations if spec is not None else None
    words: dict[str, dict[str, int]] = {}
    for line in (Path(places[0]) / "dict.txt").read_text("utf-8").splitlines() if places else ():
        word, frequency, *_ = line.split(" ")
        if len(word) == len("咨询"):
            words.setdefault(word[0], {})[word[1]] = int(frequency)
    return words
