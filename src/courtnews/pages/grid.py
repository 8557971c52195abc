"""The data tables of an HTML tree as text: one row a line, cells parted by tabs, spans repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"\s+")
_INNER = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_DIGIT = re.compile("[0-9０-９]")
_SILENT = frozenset(("script", "style", "noscript", "template"))
# A table wider or larger than this, its spans spelled out, is no table of results.
_MOST_COLUMNS, _MOST_CELLS = 200, 20_000
# A table of data has that many cells at least, and hardly any longer than a heading.
_FEWEST_CELLS, _LONG, _LONG_SHARE = 4, 60, 0.1


def data_tables(tree: _Element) -> Iterator[tuple[_Element, str]]:
    """The innermost tables that hold data, in the order of the page, each with its text.

    Tables that only place prose on the page are passed over: few cells, long ones, or none with a digit.
    """
    for table in list(tree.iter("table")):
        if table.find(".//table") is None and table.get("role") not in ("presentation", "none"):
            rows = _expand(table)
            if rows is not None and _is_data(rows):
                caption = [line for e in table.iter("caption") if (line := cell_text(e))]
                yield table, "\n".join([*caption, *("\t".join(row) for row in rows)])


def cell_text(cell: _Element) -> str:
    """The words of a cell on one line; blanks between ideographs, which only space them out, are dropped."""
    pieces: list[str] = []
    for event in cell.iter():
        if event.tag == "br":
            pieces.append(" ")
        if event.tag not in _SILENT and isinstance(event.tag, str):
            pieces.append(event.text or "")
        if event is not cell:
            pieces.append(event.tail or "")
    return _INNER.sub("", _SPACE.sub(" ", "".join(pieces)).strip())


def _expand(table: _Element) -> list[list[str]] | None:
    """The rows, all as long, a cell repeated over what it spans; None where that is too much."""
    rows: list[list[str]] = []
    running: dict[int, tuple[int, str]] = {}
    total = 0
    for tr in table.iter("tr"):
        row: list[str] = []
        for cell in tr.iterchildren("td", "th"):
            _take_running(row, running)
            text = cell_text(cell)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if len(row) + across > _MOST_COLUMNS:
                return None
            for _ in range(across):
                if down > 1:
                    running[len(row)] = (down - 1, text)
                row.append(text)
        _take_running(row, running)
        total += len(row)
        if total > _MOST_CELLS:
            return None
        if any(row):
            rows.append(row)
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST_CELLS:
        return None
    return [row + [""] * (width - len(row)) for row in rows]


def _take_running(row: list[str], running: dict[int, tuple[int, str]]) -> None:
    """Go on with the cells that reach down from the rows above."""
    while (column := len(row)) in running:
        left, text = running.pop(column)
        if left > 1:
            running[column] = (left - 1, text)
        row.append(text)


def _span(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_data(rows: list[list[str]]) -> bool:
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or len(rows[0]) < 2 or len(cells) < _FEWEST_CELLS:
        return False
    long = sum(len(cell) > _LONG for cell in cells)
    return long <= _LONG_SHARE * len(cells) and any(_DIGIT.search(cell) for cell in cells)
