"""The courts that questions are of, whose answers own their numbers: 请问福建法院有哪些硬手?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from courtnews.interpret.courts.dealing import Said
from courtnews.interpret.courts.levels import key_of
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.structure import Document

_SIGNS = ("?", "？")
_TALLIES = "两二三四五六七八九十"


class Questions:
    """Looks at the paragraph before another, blank ones apart."""

    def __init__(self, document: Document, mentions: Sequence[Mention], starts: Sequence[int]) -> None:
        self._document, self._mentions, self._starts = document, mentions, starts
        self._before: dict[int, int] = {}
        self._asked: dict[int, Said | None] = {}

    def asked(self, paragraph: int) -> Said | None:
        """The one court that the question is of which a paragraph answers."""
        if paragraph not in self._asked:
            self._asked[paragraph] = self._owner(paragraph)
        return self._asked[paragraph]

    def _owner(self, paragraph: int) -> Said | None:
        start, end = self.start_before(paragraph), self._document.paragraph_starts[paragraph]
        if not self._document.text[start:end].rstrip().endswith(_SIGNS):
            return None
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        owners = {m.name for m in self._mentions[low:high] if not m.collective and m.place != "最高"}
        if not owners:
            # 江西“法媒银”平台很有名: a place whose courts are told of.
            question = self._document.text[start:end]
            owners = {f"{place}法院" for place in self._places if place in question}
        return (owners.pop(), "that of the question") if len(owners) == 1 else None

    @cached_property
    def _places(self) -> set[str]:
        """The places of the courts that the text names, each of a row for itself."""
        rows = {m.place for m in self._mentions if not m.collective and m.place != "最高"}
        # 福建、江西两省高院
        places = {key_of(place).rstrip(_TALLIES) for row in rows for place in row.split("、")}
        return {place for place in places if len(place) > 1}

    def start_before(self, paragraph: int) -> int:
        """Where the paragraph before another begins, blank ones apart."""
        if paragraph not in self._before:
            starts, text = self._document.paragraph_starts, self._document.text
            before = paragraph - 1
            while before > 0 and not text[starts[before] : starts[before + 1]].strip():
                before -= 1
            self._before[paragraph] = starts[max(before, 0)]
        return self._before[paragraph]
