"""The way from offsets of a changed text back to offsets of the text it was made of.

All offsets are code points, all spans half-open. A step that changes the length of a text says so with
`Edit`s; an `Alignment` is the chain of such steps. Nothing is ever found again by searching or diffing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple


class Edit(NamedTuple):
    """One replacement in the input text of a step: ``input[start:end]`` becomes `replacement`; `fixer`
    names the rule."""

    start: int
    end: int
    replacement: str
    fixer: str


@dataclass(frozen=True, slots=True)
class _Step:
    """The sorted edits of one step; `made` is where each replacement begins in the output."""

    edits: Sequence[Edit]
    made: list[int]

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> _Step:
        made, shift = [], 0
        for start, end, replacement, _ in edits:
            made.append(start + shift)
            shift += len(replacement) + start - end
        return cls(edits, made)

    def char(self, position: int) -> tuple[int, int]:
        """The input span that the output character at `position` was made of."""
        index = bisect_right(self.made, position) - 1
        if index < 0:
            return position, position + 1
        start, end, replacement, _ = self.edits[index]
        beyond = position - self.made[index] - len(replacement)
        return (start, end) if beyond < 0 else (end + beyond, end + beyond + 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        first = self.char(start)[0]
        return first, max(first, self.char(end - 1)[1] if end > start else first)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Maps offsets of a working text to offsets of the raw text; without steps it is the identity."""

    steps: tuple[_Step, ...] = field(default=())

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that the working text ``[start:end]`` was made of; a gloss belongs to the character
        before it.

        An empty span gives an empty span, unless it lies inside a replacement. Linear in the number of
        steps, not of edits.

        >>> alignment = Alignment().compose([Edit(4, 10, "萬", "glosses")])      # 共273萬(wàn)元 -> 共273萬元
        >>> alignment.to_raw(1, 5)
        (1, 10)
        """
        for step in reversed(self.steps):
            start, end = step.span(start, end)
        return start, end

    def compose(self, edits: Sequence[Edit]) -> Alignment:
        """The alignment after one more step with these edits, which are sorted and do not overlap."""
        return Alignment((*self.steps, _Step.of(edits))) if edits else self


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the sorted, non-overlapping edits of one step made.

    >>> apply_edits("執(zhí)行", [Edit(0, 6, "執", "glosses")])
    '執行'
    """
    pieces: list[str] = []
    position = 0
    for start, end, replacement, _ in edits:
        pieces.append(text[position:start])
        pieces.append(replacement)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def replay(raw: str, edits: Iterable[Edit]) -> str:
    """Make the edits of several steps again; neighbours with the same `fixer` are one step, as every
    fixer runs once."""
    for _, step in groupby(edits, attrgetter("fixer")):
        raw = apply_edits(raw, step)
    return raw
