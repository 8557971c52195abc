"""What a text tells of a name by naming it again: how often, before which words, and what it opens."""

from __future__ import annotations

import re

from courtnews.interpret.courts.words import AROUND

_LENGTHS = range(2, 6)
# What stands before a name that opens a line or a sentence.
_OPENERS = frozenset("\n。:：“】 　\t")
_CLAUSE_OPENERS = _OPENERS | frozenset(",，")
_GOES_ON = re.compile("法院|中院|两级|[省市县区州]")


class Support:
    """Weighs names by where one text has them, remembering what it has looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}
        self._supported: dict[str, str] = {}
        self._opening: dict[str, set[str]] = {}
        self._again: dict[str, bool] = {}

    def opens(self, name: str, *, clause: bool) -> bool:
        """Whether a name of two characters that goes on as places and courts do opens a sentence, a line or,
        if that will do, a `clause`.
        """
        found = self._opening.get(name)
        if found is None:
            text = self._text
            ends = [end for end in self._ends(name) if _GOES_ON.match(text, end)]
            # The text opens with its first line.
            found = self._opening[name] = {text[end - 3] if end > 2 else "\n" for end in ends}
        return not found.isdisjoint(_CLAUSE_OPENERS if clause else _OPENERS)

    def _ends(self, name: str) -> list[int]:
        """Where a name of two characters ends."""
        found = self._places.get(name)
        if found is None:
            found = self._places[name] = []
            # Looked for from the end on, which Python does twice as fast.
            rfind, length = self._text.rfind, len(name)
            position = rfind(name)
            while position >= 0:
                found.append(position + length)
                position = rfind(name, 0, position + length - 1)
            found.reverse()
        return found

    def _around(self, ends: list[int]) -> int:
        """Behind how many of these places a word of courts or districts stands."""
        text = self._text
        return len([1 for end in ends if text[end : end + 1] in AROUND or text[end : end + 2] in AROUND])

    def again(self, name: str) -> bool:
        """Whether a name of two characters stands more than once before a word of courts or districts."""
        if name not in self._again:
            self._again[name] = self._around(self._ends(name)) > 1
        return self._again[name]

    def leads(self, words: str) -> bool:
        """Whether a line or a sentence opens with these words."""
        text = self._text
        start = text.find(words)
        while start > 0 and text[start - 1] not in _OPENERS:
            start = text.find(words, start + 1)
        return start >= 0

    def longest(self, words: str) -> str:
        """The longest ending of 2 to 5 characters that the text has most often before a word of courts or
        districts; empty where it has none twice.
        """
        key = words[-_LENGTHS[-1] :]
        best = self._supported.get(key)
        if best is None:
            best = self._supported[key] = self._longest(key)
        return best

    def _longest(self, key: str) -> str:
        best, most = "", 1
        ends = self._ends(key[-2:])
        for length in _LENGTHS[: len(key) - 1]:
            # A longer name stands only where the shorter one does.
            if length > _LENGTHS[0]:
                sign = key[-length]
                ends = [end for end in ends if end >= length and self._text[end - length] == sign]
            if len(ends) < 2:
                break
            count = self._around(ends)
            if count > most or (best and count == most):
                best, most = key[-length:], count
        return best
