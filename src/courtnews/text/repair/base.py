"""What a fixer is: a named function from a text to the edits it wants, with a cheap guard in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from courtnews.text.alignment import Edit

#: Stands for what is lost: one of these in a working text is one damaged place.
LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Fixer:
    """`fix` returns sorted, non-overlapping edits of its input; it is called only when `guard` finds
    something to do.

    `signs` is the inside of a character class without any of which there is nothing to do: the signs of all
    fixers are looked for in one pass, and a clean text pays for that pass alone. Without signs the guard
    must be cheap itself.
    """

    name: str
    guard: Callable[[str], object]
    fix: Callable[[str], Sequence[Edit]]
    signs: str = ""

    @property
    def about(self) -> str:
        """What is repaired: the first paragraph of the docstring of `fix`, on one line."""
        return " ".join((self.fix.__doc__ or "").partition("\n\n")[0].split())
