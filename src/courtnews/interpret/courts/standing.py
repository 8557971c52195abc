"""Which of the courts named before a number still stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_ONLY = ("仅", "光是", "单是", "仅仅")
# The last signs of these.
_ONLY_ENDS = frozenset("仅是")
# How far back a list of parts may have begun.
_LIST = 60
_SINGLE = ("一地", "一省", "一市", "一县", "一区")
_MEASURED = frozenset("与比较、")
_start_of = attrgetter("start")
_SENTENCE_ENDS = re.compile("。")
_PART_ENDS, _CLAUSE_ENDS = re.compile("[;；]"), re.compile("[,，;；。]")


class Standing:
    """Follows the courts of a text that are named for one clause or one part of a sentence only:
    仅石桥法院就拘留15人;罚款27人; 其中石桥法院742人次;另限制1023人次. Numbers must be asked for in the
    order of the text.
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text, self._mentions = text, mentions
        # The courts that still stand, by their number, and how many were taken in.
        self._left: list[int] = []
        self._taken = 0

    def last(self, count: int, position: int) -> int:
        """How many of the first `count` courts there are up to the last that stands at a position."""
        left = self._left
        while left and left[-1] >= count:
            left.pop()
        left += range(self._taken, count)
        self._taken = count
        while left and self._is_over(self._mentions[left[-1]], position):
            left.pop()
        return left[-1] + 1 if left else 0

    def of_changed(self, reading: Reading, sentence: Sentence) -> tuple[str, str] | None:
        """The court of the figure that a change of its sentence is of; a change from the figure of a court
        that another is measured by is that other's.
        """
        base = reading.of
        if base is None or not base.court or base.sentence is not sentence:
            return None
        return None if self._is_measure(base.quantity.start) else (base.court, "that of what changed")

    def _is_measure(self, position: int) -> bool:
        """Whether a number is that of a court that another is measured by: 比全省法院的|85%高5个百分点."""
        index = bisect_left(self._mentions, position, key=_start_of) - 1
        mention = self._mentions[index] if index >= 0 else None
        return mention is not None and mention.end == position - 1 and self._is_measured_by(mention)

    def _is_measured_by(self, mention: Mention) -> bool:
        """Whether another court is measured by the number right behind this one: 与全国法院的30%相比."""
        before = self._text[mention.start - 1 : mention.start]
        return before in _MEASURED and self._text.startswith("的", mention.end)

    def _is_over(self, mention: Mention, position: int) -> bool:
        """Whether a court is named for one clause only, which ends before a position."""
        if self._ended(self._part_ends, mention.end, position) and self._is_part(mention.start):
            return True
        if self._text.startswith("一家", mention.end) or self._text.endswith(_SINGLE, 0, mention.end):
            # 昆明中院一家就占了四分之一。仅佛山一地就曝光5200余人,有1146人还钱。
            return self._ended(self._sentence_ends, mention.end, position)
        last = self._text[mention.start - 1 : mention.start]
        if self._is_measured_by(mention):
            # 与全国法院的30%、全省法院的24%相比: that number, and no other.
            return position > mention.end + 1
        if last not in _ONLY_ENDS or not self._text.endswith(_ONLY, 0, mention.start):
            return False
        return self._ended(self._clause_ends, mention.end, position)

    def _is_part(self, start: int) -> bool:
        """Whether a court stands in a list that 其中 opens: 其中石桥法院742人次,丰岭法院516人次."""
        opened = self._text.rfind("其中", max(0, start - _LIST), start)
        return opened >= 0 and not any(sign in self._text[opened:start] for sign in "。;；\n")

    @staticmethod
    def _ended(ends: Sequence[int], start: int, end: int) -> bool:
        """Whether one of some ends lies in a half-open stretch."""
        return bisect_left(ends, end) > bisect_left(ends, start)

    @cached_property
    def _part_ends(self) -> list[int]:
        return [sign.start() for sign in _PART_ENDS.finditer(self._text)]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sign.start() for sign in _SENTENCE_ENDS.finditer(self._text)]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [sign.start() for sign in _CLAUSE_ENDS.finditer(self._text)]
