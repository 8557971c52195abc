"""How periods in EDTF lie to each other: within, earlier, overlapping."""

from __future__ import annotations

from functools import lru_cache

from courtnews.interpret.periods.context import ONE_YEAR

# The end of time, behind years that are unknown as well.
_FIRST, _LAST = "0000", "XXXX-99"


@lru_cache(maxsize=1024)
def bounds(period: str) -> tuple[str, str]:
    """First and last day of a period, comparable as text; an open end reaches to the end of time.

    >>> bounds("2021"), bounds("2021-06/..")
    (('2021-01-01', '2021-12-31'), ('2021-06-01', 'XXXX-99'))
    """
    start, _, end = period.partition("/")
    end = end or start
    first = _FIRST if start == ".." else start + "-01-01"[len(start) - 4 :]
    last = _LAST if end == ".." else end + "-12-31"[len(end) - 4 :]
    return first, last


def within(inner: str, outer: str) -> bool:
    """Whether a period lies in another, or is the same.

    >>> within("2021-06-17", "2021"), within("2021/2022", "2021"), within("2021-06", "2021/..")
    (True, False, True)
    """
    (first, last), (low, high) = bounds(inner), bounds(outer)
    return low <= first and last <= high


def earlier(period: str, other: str) -> bool:
    """Whether a period has ended when another begins.

    >>> earlier("2019", "2021-01/2021-06"), earlier("2021", "2021-06")
    (True, False)
    """
    return bounds(period)[1] < bounds(other)[0]


@lru_cache(maxsize=1024)
def last_year(period: str) -> int | None:
    """The last year that a period names.

    >>> last_year("2021-06/2022-01"), last_year("2021/.."), last_year("XXXX-06")
    (2022, 2021, None)
    """
    years = [year for part in period.split("/") if (year := part[:4]).isdigit()]
    return int(years[-1]) if years else None


def overlaps(period: str, other: str) -> bool:
    """Whether a period begins in a longer one and outlasts it.

    >>> overlaps("2014-07-15/2015-07-15", "2013-01/2015-06"), overlaps("2021/2022", "2021")
    (True, False)
    """
    (first, last), (low, high) = bounds(period), bounds(other)
    if "X" in first + last + low + high or _LAST in (last, high) or not low < first <= high < last:
        return False
    return low != _FIRST and _days(first, last) < _days(low, high)


def of_an_action(period: str, year: str) -> bool:
    """Whether a time lasts from a later month of a year to another: 2月至4月 under 2023年春季行动."""
    begun, _, end = period.partition("/")
    later = len(year) == ONE_YEAR and begun[ONE_YEAR:][:3] not in ("", "-01")
    return later and end != ".." and end[:ONE_YEAR] == begun[:ONE_YEAR] == year


def _days(first: str, last: str) -> int:
    """About how many days lie between two days."""
    (y, m, d), (y2, m2, d2) = (map(int, day.split("-")) for day in (first, last))
    return 365 * (y2 - y) + 30 * (m2 - m) + d2 - d
