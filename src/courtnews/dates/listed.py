"""Years, months and quarters that share what stands behind the last of them: 2020-2021年, 2、3、4月."""

from __future__ import annotations

from collections.abc import Iterator

from courtnews.dates.patterns import BARE, BARE_DASHES, BARE_LIST, MONTHS, NUMBER, QUARTERS
from courtnews.dates.points import Point
from courtnews.dates.words import number_of

Placed = tuple[int, int, Point]
"""Where a point of the calendar stands (start, end), and the point."""


def bare_years(text: str, windows: list[tuple[int, int]]) -> Iterator[Placed]:
    """2020-2021年: the first year of a range."""
    for low, high in windows:
        for match in BARE.finditer(text, low, high):
            yield match.start(), match.end(), Point(year=int(match[0]))


def bare_ranges(text: str) -> Iterator[Placed]:
    """2013—2015: both years of a range without 年."""
    for dash, pattern in BARE_DASHES:
        for match in pattern.finditer(text) if dash in text else ():
            for start in (match.start() - 4, match.end()):
                yield start, start + 4, Point(year=int(text[start : start + 4]))


def listed_months(text: str, windows: list[tuple[int, int]]) -> Iterator[Placed]:
    """2、3、4月: every month but the last."""
    for low, high in windows:
        for match in MONTHS.finditer(text, low, high):
            for number in NUMBER.finditer(text, match.start(), match.end(1)):
                yield number.start(), number.end(), Point(month=int(number[0]))


def listed_quarters(text: str) -> Iterator[Placed]:
    """二、三季度: every quarter but the last."""
    for match in QUARTERS.finditer(text):
        for start in range(match.start(), match.end(), 2):
            last = 3 * number_of(text[start])
            yield start, start + 1, Point(months=(last - 2, last))


def bare_list(text: str) -> Iterator[Placed]:
    """2013、2014年: every year but the last."""
    for sign in BARE_LIST.finditer(text):
        start, end = sign.start() - 4, sign.start()
        yield start, end, Point(year=int(text[start:end]))
