"""What a text tells of a name by naming it again: how often, before which words, and what it opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_LENGTHS = range(2, 6)
# What stands before a name that opens a line or a sentence.
_OPENERS = frozenset("\n。:：“】 　\t")
_OPENING = re.compile("[\n。:：“】 　\t]")
_HEAD = 3
_CLAUSE_OPENERS = _OPENERS | frozenset(",，")
# Where a word of courts or districts begins, and where what places and courts go on with does. The class of
# first characters stands in front so that the search skips by a table.
_AROUND = re.compile(
    "[市县区省州讯电】:：法中高人两全]"
    # 全 leaves the 市 behind it to be found as well.
    "(?:(?<=[市县区省州讯电】:：])|(?<=[法中高])院|(?<=[两中])级|(?<=人)民|(?<=全)(?=[市省]))"
)
_GOES_ON = re.compile("[法中两省市县区州](?:(?<=[省市县区州])|(?<=[法中])院|(?<=两)级)")


class Support:
    """Weighs names by where one text has them. The text is read once, when the first name is asked for: many
    names take hardly longer than few.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _opening(self) -> dict[str, set[str]]:
        """What stands before each two characters that go on as places and courts do."""
        found: dict[str, set[str]] = {}
        text = self._text
        for word in _GOES_ON.finditer(text):
            end = word.start()
            # The text opens with its first line.
            found.setdefault(text[end - 2 : end], set()).add(text[end - 3] if end > 2 else "\n")
        return found

    @cached_property
    def _pairs(self) -> Counter[str]:
        """How often each two characters stand before a word of courts or districts."""
        return self._counted(self._ends, _LENGTHS[0])

    @cached_property
    def _longer(self) -> list[Counter[str]]:
        """The same for longer names, of those whose last two characters stand there more than once."""
        text, pairs = self._text, self._pairs
        ends = [end for end in self._ends if pairs[text[end - 2 : end]] > 1]
        return [self._counted(ends, length) for length in _LENGTHS[1:]]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.start() for word in _AROUND.finditer(self._text)]

    def _counted(self, ends: Iterable[int], length: int) -> Counter[str]:
        text = self._text
        return Counter([text[end - length : end] for end in ends if end >= length])

    def opens(self, name: str, *, clause: bool) -> bool:
        """Whether a name of two characters that goes on as places and courts do opens a sentence, a line or,
        if that will do, a `clause`.
        """
        found = self._opening.get(name)
        return found is not None and not found.isdisjoint(_CLAUSE_OPENERS if clause else _OPENERS)

    def again(self, name: str) -> bool:
        """Whether a name of two characters stands more than once before a word of courts or districts."""
        return self._pairs[name] > 1

    def leads(self, words: str) -> bool:
        """Whether a line or a sentence opens with these words, which are three characters."""
        return words in self._heads

    @cached_property
    def _heads(self) -> frozenset[str]:
        """What lines and sentences open with."""
        text = self._text
        return frozenset([text[:_HEAD], *(text[o.end() : o.end() + _HEAD] for o in _OPENING.finditer(text))])

    def longest(self, words: str) -> str:
        """The longest ending of 2 to 5 characters that the text has most often before a word of courts or
        districts; empty where it has none twice.
        """
        most = self._pairs[words[-2:]]
        if most < 2:
            return ""
        best = words[-2:]
        for length, counts in zip(_LENGTHS[1:], self._longer, strict=True):
            if length > len(words) or counts[words[-length:]] < most:
                break
            best = words[-length:]
        return best
