"""Which of the courts named before a number still stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from courtnews.interpret.courts.mention import Mention

_PART = re.compile("其中")
_ALONE = ("仅", "光是", "单是")
# How far back a list of parts may have begun, and what ends it.
_LIST = 60
_LIST_ENDS = re.compile("[。;；\n]")
_PART_ENDS, _CLAUSE_ENDS = re.compile("[;；]"), re.compile("[,，;；。]")


class Standing:
    """Follows the courts of a text that are named for one clause or one part of a sentence only:
    仅石桥法院就拘留15人;罚款27人; 其中石桥法院742人次;另限制1023人次. Numbers must be asked for in the
    order of the text.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], starts: Sequence[int]) -> None:
        self._text, self._mentions = text, mentions
        # The courts named so, by their number: looked for from such words on, for most texts have none.
        self._parts = frozenset(_parts(text, starts))
        self._alone = frozenset(_alone(text, starts))
        # The courts that still stand, by their number, and how many were taken in.
        self._left: list[int] = []
        self._taken = 0

    def last(self, count: int, position: int) -> int:
        """How many of the first `count` courts there are up to the last that stands at a position."""
        if not self._parts and not self._alone:
            return count
        left = self._left
        while left and left[-1] >= count:
            left.pop()
        left += range(self._taken, count)
        self._taken = count
        while left and self._is_over(left[-1], position):
            left.pop()
        return left[-1] + 1 if left else 0

    def _is_over(self, number: int, position: int) -> bool:
        """Whether a court is named for one clause only, which ends before a position."""
        end = self._mentions[number].end
        if number in self._parts and self._ended(self._part_ends, end, position):
            return True
        return number in self._alone and self._ended(self._clause_ends, end, position)

    @staticmethod
    def _ended(ends: Sequence[int], start: int, end: int) -> bool:
        """Whether one of some ends lies in a half-open stretch."""
        return bisect_left(ends, end) > bisect_left(ends, start)

    @cached_property
    def _part_ends(self) -> list[int]:
        return [sign.start() for sign in _PART_ENDS.finditer(self._text)]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [sign.start() for sign in _CLAUSE_ENDS.finditer(self._text)]


def _parts(text: str, starts: Sequence[int]) -> Iterator[int]:
    """The courts that stand in a list that 其中 opens: 其中石桥法院742人次,丰岭法院516人次."""
    for part in _PART.finditer(text):
        farthest = part.start() + _LIST
        ended = _LIST_ENDS.search(text, part.end(), farthest)
        low = bisect_left(starts, part.end())
        yield from range(low, bisect_right(starts, ended.start() if ended else farthest))


def _alone(text: str, starts: Sequence[int]) -> Iterator[int]:
    """The courts that 仅 stands right before."""
    for word in _ALONE:
        # One sign is found many times as fast as two.
        start = text.find(word) if word[0] in text else -1
        while start >= 0:
            end = start + len(word)
            yield from range(bisect_left(starts, end), bisect_right(starts, end))
            start = text.find(word, end)
