"""A court as a text names it."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """A court as the text names it: the whole name, and the place in it; a collective has no place."""

    start: int
    end: int
    name: str
    place: str
    suffix: str
    collective: bool

    @property
    def area(self) -> bool:
        """Whether only the place is named, and its courts are meant: 全市共执结."""
        return self.collective and self.end - self.start == 2 and self.suffix == "法院"

    @property
    def counts(self) -> bool:
        """Whether a collective only counts courts that were named before: 三地法院."""
        return self.collective and self.name[0] in "两二三四五六七八九十0123456789" and self.name[1] != "级"
