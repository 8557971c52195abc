"""The way from offsets of a changed text back to offsets of the text it was made of.

All offsets are code points, all spans half-open. A step that changes the length of a text says so with
`Edit`s; an `Alignment` is the chain of such steps. Nothing is ever found again by searching or diffing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import attrgetter, sub
from typing import NamedTuple, overload


class Edit(NamedTuple):
    """One replacement in the input text of a step: ``input[start:end]`` becomes `replacement`; `fixer`
    names the rule."""

    start: int
    end: int
    replacement: str
    fixer: str


@dataclass(frozen=True, slots=True)
class Step(Sequence[Edit]):
    """The sorted edits of one step, in columns: where each replacement is `done` in the output, and how far
    the input is `ahead` of the output before the first edit, which is nothing, and behind each of them.

    A glossed text has hundreds of edits, of which hardly anything is read but the offsets: so an `Edit` is
    made only for those who ask for one. Without `replacements` every edit keeps one character and deletes
    what follows it; the `output` is known then.
    """

    fixer: str
    done: Sequence[int]
    ahead: Sequence[int]
    replacements: Sequence[str] | None = None
    output: str = ""

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Step:
        """The step that makes these edits, of which there is at least one, all of one fixer."""
        if isinstance(edits, Step):
            return edits
        starts, ends, replacements, fixers = zip(*edits, strict=True)
        gains = map(sub, map(sub, ends, starts), map(len, replacements))
        ahead = list(accumulate(gains, initial=0))
        return cls(fixers[0], list(map(sub, ends, ahead[1:])), ahead, replacements)

    def __len__(self) -> int:
        return len(self.done)

    def __iter__(self) -> Iterator[Edit]:
        return map(self._edit, range(len(self.done)))

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Edit]: ...
    def __getitem__(self, index: int | slice) -> Edit | list[Edit]:
        return list(self)[index]

    def _edit(self, index: int) -> Edit:
        done = self.done[index]
        made = self.output[done - 1 : done] if self.replacements is None else self.replacements[index]
        return Edit(*self._replaced(index), made, self.fixer)

    def _begun(self, index: int) -> int:
        """Where a replacement begins in the output."""
        return self.done[index] - (1 if self.replacements is None else len(self.replacements[index]))

    def _replaced(self, index: int) -> tuple[int, int]:
        """The input span of an edit."""
        return self._begun(index) + self.ahead[index], self.done[index] + self.ahead[index + 1]

    def char(self, position: int) -> tuple[int, int]:
        """The input span that the output character at `position` was made of."""
        index = bisect_right(self.done, position)
        if index < len(self.done) and position >= self._begun(index):
            return self._replaced(index)
        source = position + self.ahead[index]
        return source, source + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The input span that ``[start:end]`` of the output was made of."""
        index = bisect_right(self.done, start)
        if index == len(self.done) or end <= self._begun(index):
            # No edit made any of it: it is only moved.
            return start + self.ahead[index], end + self.ahead[index]
        first = self.char(start)[0]
        return first, max(first, self.char(end - 1)[1] if end > start else first)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Maps offsets of a working text to offsets of the raw text; without steps it is the identity."""

    steps: tuple[Step, ...] = field(default=())

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
        return Alignment((*self.steps, Step.of(edits))) if edits else self


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the sorted, non-overlapping edits of one step made.

    >>> apply_edits("執(zhí)行", [Edit(0, 6, "執", "glosses")])
    '執行'
    """
    if isinstance(edits, Step) and edits.replacements is None:
        return edits.output
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
