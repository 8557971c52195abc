"""The numbers in the cells of a table."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from courtnews.interpret.tabular.headings import Unit, only_quantity
from courtnews.quantities import Quantity

_DIGITS = r"(?:[1-9][0-9]{0,2}(?:[,，][0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?"
_CELL = re.compile(
    r"(?P<sign>[+＋\-－−↑↓]|上升|下降|增长|减少|增加|降低|提高|提升)?\s*"
    rf"(?P<number>{_DIGITS})\s*(?P<unit>[^0-9\s.,，]{{0,6}})"
)
_PLACE = re.compile(r"第?(?P<number>[1-9][0-9]{0,3})[名位]?")
# Whatever is written for a number, be it broken; dates and classes of sums (10万元以下) are words.
_LIKE = re.compile(r"[+＋\-－−↑↓]?\s*第?[0-9][0-9.,，%\s]*(?![年月日号季至到])[^0-9\-—~～至]{0,6}")
_CLASS = re.compile(r"以[上下内]|不满|之间")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FALLS = frozenset(("-", "－", "−", "↓", "下降", "减少", "降低"))
_MINUS = frozenset("-－−")


class Number(NamedTuple):
    """A cell's number where it stands in working text, and its sign as written: -1, 1, or 0 where none is."""

    quantity: Quantity
    sign: int


def is_number(text: str) -> bool:
    """Whether a cell is meant as a number rather than as words or a date.

    >>> [is_number(t) for t in ("1,234", "80.2%", "2021年", "10万元以下", "12.345.67", "甲县法院")]
    [True, True, False, False, True, False]
    """
    return _LIKE.fullmatch(text) is not None and _CLASS.search(text) is None


def is_year(text: str) -> bool:
    """Whether a cell is a bare year."""
    return _YEAR.fullmatch(text) is not None


def read_cell(text: str, start: int, unit: Unit | None) -> Number | None:
    """The number of a cell that begins at `start`, exact and in its base unit.

    None where the cell is damaged or nothing says its unit. A unit in the cell outweighs `unit`, that of
    the headings.

    >>> from courtnews.interpret.tabular.headings import unit_of
    >>> number = read_cell("1,560.5", 0, unit_of("万元"))
    >>> number.quantity.value, number.quantity.unit, number.quantity.end
    (Decimal('15605000'), '元', 7)
    """
    match = _CELL.fullmatch(text)
    if match is None:
        return None
    said = match["sign"] or ""
    sign = -1 if said in _FALLS else 1 if said else 0
    outside = unit.text if unit is not None else ""
    tried = dict.fromkeys((match["number"] + match["unit"], match["number"] + match["unit"] + outside))
    for words in tried:
        found = only_quantity(words)
        if found is not None:
            return Number(_placed(found, match, start, said), sign)
    if unit is not None and unit.cls == "none" and not match["unit"]:
        value = Decimal(match["number"].replace(",", "").replace("，", ""))
        bare = Quantity(0, 0, value, None, "", "none", "exact", False, False, 0)
        return Number(_placed(bare, match, start, said), sign)
    return None


def read_place(text: str, start: int) -> Quantity | None:
    """The place in a ranking that a cell holds; None where it holds anything else."""
    match = _PLACE.fullmatch(text)
    if match is None:
        return None
    end = start + len(text)
    return Quantity(start, end, Decimal(match["number"]), None, "名", "rank", "exact", True, False, end)


def _placed(quantity: Quantity, match: re.Match[str], start: int, sign: str) -> Quantity:
    """The quantity where it stands in the text; a minus belongs to the numeral, as in prose."""
    quantity.start = start + (match.start("sign") if sign in _MINUS and sign else match.start("number"))
    quantity.unit_start = start + match.start("unit")
    quantity.end = start + len(match.string)
    return quantity
