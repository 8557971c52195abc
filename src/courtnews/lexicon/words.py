"""A word of the lexicon and what it may say of a number beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from courtnews.lexicon.schema import Metric

STRONG, WEAK, NOUN = 2, 1, 0
#: Marks of words that may narrow or bar what another says, that may say that something rose or fell, that
#: say one thing or another by what the passage is about, and that tell of what was carried over.
NARROWS, MOVES, PLAIN, STOCK = "narrows", "moves", "plain", "stock"


class Offer(NamedTuple):
    """What a word can mean for a number of some unit: a metric, and how strongly the word says so."""

    metric: Metric
    strength: int


@dataclass(slots=True, eq=False)
class Word:
    """One word of the lexicon with everything it may say.

    `codes` are those of the metrics it offers. `marks` are its classes, those of the words inside it, and
    what else some rule asks for: most words have few, and sentences without such words are soon done with.
    """

    text: str
    classes: frozenset[str] = frozenset()
    offers: tuple[Offer, ...] = ()
    qualifies: tuple[Metric, ...] = ()
    after: tuple[Metric, ...] = ()
    vetoes: frozenset[str] = frozenset()
    parts: tuple[Word, ...] = ()
    inner: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    #: The offers whose metric takes numbers of a unit, given as its class and itself: the best first.
    by_unit: _ByUnit = field(init=False)

    def __post_init__(self) -> None:
        self.by_unit = _ByUnit(self)

    def offers_for(self, unit_class: str, unit: str) -> tuple[Offer, ...]:
        """The offers whose metric takes such a unit, the best first."""
        return self.by_unit[unit_class, unit]


class _ByUnit(dict[tuple[str, str], tuple[Offer, ...]]):
    """What a word offers numbers of some unit, worked out when first asked for."""

    __slots__ = ("_word",)

    def __init__(self, word: Word) -> None:
        self._word = word

    def __missing__(self, unit: tuple[str, str]) -> tuple[Offer, ...]:
        """The offers whose metric takes such a unit (ranks have a rule of their own); a compound that has
        none gives those of its parts.
        """
        word = self._word
        found = tuple(o for o in word.offers if o.metric.kind != "rank" and accepts(o.metric, *unit))
        for part in word.parts:
            found = found or part.by_unit[unit]
        self[unit] = found
        return found


class Token(NamedTuple):
    """A word where it stands in working text (half-open, code points)."""

    start: int
    end: int
    word: Word


def accepts(metric: Metric, unit_class: str, unit: str) -> bool:
    """Whether numbers of that unit can be this metric."""
    return unit_class in metric.units or unit in metric.units
