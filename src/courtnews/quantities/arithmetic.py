"""Exact decimal arithmetic that neither a float nor the caller's decimal context can touch."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

_EXACT: Final = Context(prec=100)
_TENS: Final = tuple(10**power for power in range(13))


def plain(value: int, places: int) -> Decimal:
    """value / 10**places, without an exponent and without decimals that a multiplier has used up (1.40亿).

    >>> plain(14000, 2), plain(1005, 2)
    (Decimal('140'), Decimal('10.05'))
    """
    while places and value % 10 == 0:
        value //= 10
        places -= 1
    return Decimal(value).scaleb(-places, _EXACT) if places else Decimal(value)


def shift(arabic: str, power: int) -> Decimal:
    """The number written in Arabic digits without grouping, times 10**power, in plain notation.

    >>> shift("1.2", 8)
    Decimal('120000000')
    """
    whole, _, decimals = arabic.partition(".")
    places = len(decimals)
    if places <= power:
        return Decimal(int(whole + decimals) * _TENS[power - places])
    return plain(int(whole + decimals) * _TENS[power], places)


def scale(value: Decimal, power: int) -> Decimal:
    """value * 10**power, in plain notation.

    >>> scale(Decimal("2.36"), -2)
    Decimal('0.0236')
    """
    _, digits, exponent = value.as_tuple()
    coefficient = int("".join(map(str, digits)))
    moved = int(exponent) + power
    return Decimal(coefficient * 10**moved) if moved >= 0 else Decimal(coefficient).scaleb(moved, _EXACT)


def add(value: Decimal, more: Decimal) -> Decimal:
    """value + more."""
    return _EXACT.add(value, more)
