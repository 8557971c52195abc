"""Characters put together of the halves of others, and which of several is meant."""

from __future__ import annotations

from functools import lru_cache

from courtnews.text.plausibility import rarity
from courtnews.text.repair.base import LOST
from courtnews.text.repair.gbk import bytes_of, character

# What a loss costs on the scale of `rarity`, and a pair of bytes that is no character; and how much rarer a
# reading must be to be set aside.
LOSS, NO_CODE = 3.0, 8.0
_CLEARLY = 0.8


@lru_cache(maxsize=32768)
def halves(codes: tuple[int, ...], char: str) -> tuple[str, float, tuple[int, ...]] | None:
    """The character of a waiting byte and the first of this character, its cost, and what waits now."""
    code = bytes_of(char)
    return (*complete(codes, code[0]), code[1:]) if len(code) == 2 else None


def complete(codes: tuple[int, ...], second: int) -> tuple[str, float]:
    """The character that a waiting first byte makes with this second one, and its cost."""
    if not codes:
        return LOST, LOSS
    return choose([character((first, second)) for first in codes])


def choose(readings: list[str]) -> tuple[str, float]:
    """The cheapest of several readings if it is so clearly, else `LOST`."""
    ranked = sorted((rarity(char), char) for char in set(readings) if char)
    if not ranked:
        return LOST, NO_CODE
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEARLY:
        return LOST, LOSS
    return ranked[0][1], ranked[0][0]
