"""Characters put together of the halves of others, and which of several is meant."""

from __future__ import annotations

from functools import lru_cache
from sys import byteorder

from courtnews.text.plausibility import rarity
from courtnews.text.repair.base import LOST
from courtnews.text.repair.gbk import character

# What a loss costs on the scale of `rarity`, and a pair of bytes that is no character; and how much rarer a
# reading must be to be set aside.
LOSS, NO_CODE = 3.0, 8.0
_CLEARLY = 0.8


@lru_cache(maxsize=32768)
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


class _Pairs(dict[int, tuple[str, float]]):
    """The character that two bytes make, both in one number as the machine has them, and its cost; each is
    worked out once."""

    def __missing__(self, code: int) -> tuple[str, float]:
        first, second = code.to_bytes(2, byteorder)
        self[code] = pair = complete((first,), second)
        return pair


class _Costs(dict[int, float]):
    """The cost alone, which is asked of every pair, where the character is of few."""

    def __missing__(self, code: int) -> float:
        self[code] = cost = PAIRS[code][1]
        return cost


#: Looked up without a call of Python; there are no more than 65,536.
PAIRS, COSTS = _Pairs(), _Costs()
