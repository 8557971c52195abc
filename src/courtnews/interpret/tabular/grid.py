"""Where tables stand in working text, and how they are built: captions, headings, rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from courtnews.interpret.tabular.cells import is_number, is_year
from courtnews.interpret.tabular.headings import RANKED
from courtnews.interpret.tabular.lines import HEAD_LINE, Cell, cells_of, lines

_BLANKS, _WIDE = re.compile(" (?= )"), re.compile("\u3000(?=\u3000)")
_RULE = re.compile(r"[\s|｜:：\-—=+]+")
_PROSE = re.compile(r"[。！？]")
_LONGEST_CELL, _LONGEST_CAPTION, _CAPTION_LINES = 60, 60, 3
_TIMES = re.compile("(?:本期|当期|本年|今年|去年|上年|同期|去年同期|上年同期|同比|环比|增减)+")
_SERIAL = re.compile(r"序号|编号|序|号|项次|行次|栏次|No\.?", re.I)


@dataclass(slots=True)
class Table:
    """A block of lines with the same number of cells: its span, its rows, and the lines that head it."""

    start: int
    end: int
    rows: list[list[Cell]]
    caption: list[str]


@dataclass(slots=True)
class Plan:
    """How a table is read: its first row of numbers, the columns that hold labels, the words over each
    column, the words of each row of the body, and the heading of the section a row stands in."""

    body: int
    labels: list[int]
    columns: list[str]
    rows: list[str]
    sections: list[str]


def find_tables(text: str) -> list[Table]:
    """The tables of a text, in order.

    >>> [len(t.rows) for t in find_tables("法院\\t收案(件)\\n甲县法院\\t12\\n乙县法院\\t15\\n")]
    [3]
    """
    if not ("\t" in text or "|" in text or "｜" in text or _BLANKS.search(text) or _WIDE.search(text)):
        return []
    return [table for block in _blocks(text) if (table := _table(text, block)) is not None]


def _blocks(text: str) -> Iterator[list[list[Cell]]]:
    block: list[list[Cell]] = []
    last = -2
    for start, end in lines(text):
        adjacent = start == last + 1
        if adjacent and block and _RULE.fullmatch(text, start, end):
            last = end
            continue
        cells = cells_of(text, start, end)
        if adjacent and len(block) == 1 and len(cells) == len(block[0]) + 1:
            head = block[0]
            if HEAD_LINE.fullmatch(text, text.rfind("\n", 0, head[0].start) + 1, last):
                head.insert(0, Cell(head[0].start, head[0].start, ""))
        if not adjacent or not block or len(block[0]) != len(cells):
            if len(block) > 1:
                yield block
            block = []
        block.append(cells)
        last = end
    if len(block) > 1:
        yield block


def _table(text: str, rows: list[list[Cell]]) -> Table | None:
    """The table of a block; None for what only looks like one: indented paragraphs, lists, prose."""
    if not rows[0]:
        return None
    start, end = text.rfind("\n", 0, rows[0][0].start) + 1, rows[-1][-1].end
    if not any(row[0].text for row in rows):
        rows = [row[1:] for row in rows]
    if len(rows[0]) < 2:
        return None
    prose = sum(any(len(c.text) > _LONGEST_CELL or _PROSE.search(c.text) for c in row) for row in rows)
    filled = sum(any(is_number(c.text) for c in row[1:]) for row in rows)
    if prose * 5 > len(rows) or filled * 4 < len(rows):
        return None
    return Table(start, end, rows, _captions(text, start))


def _captions(text: str, start: int) -> list[str]:
    """The short lines right above a table, the nearest last."""
    lines: list[str] = []
    while start > 0 and len(lines) < _CAPTION_LINES:
        begin = text.rfind("\n", max(0, start - 2 - _LONGEST_CAPTION), start - 1) + 1
        line = text[begin : start - 1].strip()
        if (begin == 0 and start - 1 > _LONGEST_CAPTION) or _PROSE.search(line) or "\t" in line:
            break
        if line:
            lines.insert(0, line)
        start = begin
    return lines


def plan(table: Table) -> Plan | None:
    """How to read a table; None where it has no column of numbers. Title rows join its captions."""
    rows = [[c.text for c in row] for row in table.rows]
    body = _first_body_row(rows)
    for row in rows[:body]:
        if len(set(row)) == 1:
            table.caption.append(row[0])
    heads = [_moved(row) for row in rows[:body] if len(set(row)) > 1]
    filled = [_fill_right(row, heads[i + 1 :]) for i, row in enumerate(heads)]
    width = len(rows[0])
    columns = [_join(row[c] for row in filled) for c in range(width)]
    labels = _label_columns(rows[body:], columns)
    if labels is None:
        return None
    words, sections = _row_words(rows, body, labels)
    return Plan(body, labels, columns, words, sections)


def _moved(row: Sequence[str]) -> Sequence[str]:
    """A row of headings with the empty cell before it that a joined heading above took away:
    部门|结案率 over 本期|去年同期|同比.
    """
    return ["", *row[:-1]] if not row[-1] and _TIMES.fullmatch(row[0]) else row


def _first_body_row(rows: Sequence[Sequence[str]]) -> int:
    for index, row in enumerate(rows):
        numbers = [cell for cell in row[1:] if is_number(cell)]
        if numbers and not _all_years(numbers, row) and not _counts_columns(numbers):
            return index
    return len(rows)


def _all_years(numbers: Sequence[str], row: Sequence[str]) -> bool:
    """Bare years that follow each other, in a row of headings: 2020 2021 2022."""
    if not all(map(is_year, numbers)) or len(numbers) < 2:
        return False
    steps = {int(b) - int(a) for a, b in pairwise(numbers)}
    return steps in ({1}, {-1})


def _counts_columns(numbers: Sequence[str]) -> bool:
    """The row that numbers the columns: 甲 1 2 3."""
    return len(numbers) > 2 and list(numbers) == [str(n) for n in range(1, len(numbers) + 1)]


def _fill_right(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """A row of headings, its empty cells filled from the left where a row below parts what it joins."""
    filled = list(row)
    for index in range(1, len(filled)):
        if not filled[index] and any(lower[index] for lower in below) and index > 1:
            filled[index] = filled[index - 1]
    return filled


def _label_columns(body: Sequence[Sequence[str]], columns: Sequence[str]) -> list[int] | None:
    """The columns of words left of the numbers; serial numbers and places in between are neither."""
    labels: list[int] = []
    for column in range(len(columns)):
        cells = [row[column] for row in body if row[column]]
        years = bool(cells) and all(map(is_year, cells)) and (not columns[column] or "年" in columns[column])
        if not years and any(map(is_number, cells)):
            counted = cells == [str(n) for n in range(1, len(cells) + 1)] and len(cells) > 1 and column == 0
            if counted or _SERIAL.fullmatch(columns[column]) or RANKED.search(columns[column]):
                continue
            return labels
        labels.append(column)
    return None


def _row_words(
    rows: Sequence[Sequence[str]], body: int, labels: Sequence[int]
) -> tuple[list[str], list[str]]:
    """The words of each row of the body, and of its section; an empty label is that of the row above."""
    words: list[str] = []
    sections: list[str] = []
    above: list[str] = [""] * len(labels)
    section = ""
    for row in rows[body:]:
        if len(set(row)) == 1 and row[0] and not is_number(row[0]):
            section = row[0]
        here = [row[c] for c in labels]
        if len(here) > 1:
            here = [cell or (above[i] if i < len(here) - 1 else "") for i, cell in enumerate(here)]
        above = here
        words.append(_join(here))
        sections.append(section)
    return words, sections


def _join(cells: Iterable[str]) -> str:
    """The words of several cells in one, each once; a bare year is written as one."""
    return "".join(cell + "年" if is_year(cell) else cell for cell in dict.fromkeys(cells))
