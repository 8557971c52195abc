"""What a text tells of a name by naming it again: how often, before which words, and what it opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

_LENGTHS = range(3, 6)
# What stands before a name that opens a line or a sentence.
_OPENERS = frozenset("\n。:：“】 　\t")
_CLAUSE_OPENERS = _OPENERS | frozenset(",，")
_OPENING = re.compile("[\n。:：“】 　\t]")
_HEAD = 3
# The words of courts and districts, found by their last characters, of which a class in front lets the search
# skip by a table: 法院, 中院, 高院, 人民, 两级, 中级. 市 and 省 may have a 全 before them.
_AROUND = re.compile(
    "[市县区省州讯电】:：院民级](?:(?<=[市县区省州讯电】:：])|(?<=[法中高]院)|(?<=人民)|(?<=[两中]级))"
)
_LAST_OF_TWO = frozenset("院民级")
# The same words, asked of one place.
_SIGNS = frozenset("市县区省州讯电】:：")
_WORDS = frozenset(("法院", "中院", "高院", "人民", "两级", "中级", "全市", "全省"))
# So many names are looked for one by one, which is quicker for few; for more, the words are found first.
_FEW = 48
_GOES_ON = re.compile("法院|中院|两级|[省市县区州]")


class Support:
    """Weighs names by where one text has them. What stands behind any two characters is gone through once,
    and from some number of names on the text is read once for all: many take hardly longer than few.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked: dict[str, Sequence[int]] = {}
        self._openings: dict[str, set[str]] = {}
        self._counts: dict[tuple[str, int], Counter[str]] = {}

    def _ends_of(self, name: str) -> Sequence[int]:
        """Where words of courts or districts begin right behind a name of two characters."""
        found = self._asked.get(name)
        if found is None:
            look = self._look_for if len(self._asked) < _FEW else self._in_all
            found = self._asked[name] = look(name)
        return found

    def _look_for(self, name: str) -> Sequence[int]:
        # One character is found many times as fast as two.
        text, first, second = self._text, name[0], name[1]
        found = []
        place = text.find(first)
        while place >= 0:
            if text[place + 1 : place + 2] == second:
                behind = text[place + 2 : place + 4]
                if behind in _WORDS or behind[:1] in _SIGNS:
                    found.append(place + 2)
            place = text.find(first, place + 1)
        return found

    def _in_all(self, name: str) -> Sequence[int]:
        return self._ends.get(name, ())

    @cached_property
    def _ends(self) -> dict[str, list[int]]:
        """Where words of courts or districts begin, by the two characters before them."""
        found: dict[str, list[int]] = {}
        text = self._text
        for word in _AROUND.finditer(text):
            end = word.start()
            if text[end] in _LAST_OF_TWO:
                end -= 1
            elif text[end] in "市省" and text.endswith("全", 0, end):
                found.setdefault(text[max(0, end - 3) : end - 1], []).append(end - 1)
            found.setdefault(text[max(0, end - 2) : end], []).append(end)
        return found

    def opens(self, name: str, *, clause: bool) -> bool:
        """Whether a name of two characters that goes on as places and courts do opens a sentence, a line or,
        if that will do, a `clause`.
        """
        found = self._openings.get(name)
        if found is None:
            text = self._text
            ends = [end for end in self._ends_of(name) if _GOES_ON.match(text, end)]
            # The text opens with its first line.
            found = self._openings[name] = {text[end - 3] if end > 2 else "\n" for end in ends}
        return not found.isdisjoint(_CLAUSE_OPENERS if clause else _OPENERS)

    def again(self, name: str) -> bool:
        """Whether a name of two characters stands more than once before a word of courts or districts."""
        return len(self._ends_of(name)) > 1

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
        best = words[-2:]
        most = len(self._ends_of(best))
        if most < 2:
            return ""
        for length in _LENGTHS:
            if length > len(words) or self._longer(words[-2:], length)[words[-length:]] < most:
                break
            best = words[-length:]
        return best

    def _longer(self, name: str, length: int) -> Counter[str]:
        """How often each name of a length that ends with two characters stands before such words."""
        counts = self._counts.get((name, length))
        if counts is None:
            text, ends = self._text, self._ends_of(name)
            counts = Counter([text[end - length : end] for end in ends if end >= length])
            self._counts[name, length] = counts
        return counts
