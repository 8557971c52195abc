"""Lines of a table, and the cells that signs or runs of blanks part them into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Cells set apart by runs of blanks, as pages flattened to text have them; a head may leave its first empty.
_BLANK_LINE = re.compile(r"[ \u3000]*+[^\s|｜]++(?:(?:[ \u3000]{2,}+|\u3000)[^\s|｜]++){2,}+[ \u3000]*+")
HEAD_LINE = re.compile(r"[ \u3000]{3,}+[^\s|｜]++(?:[ \u3000]{2,}+[^\s|｜]++)++[ \u3000]*+")
_WORD = re.compile(r"\S+")
# 年  度: a heading of two characters set wide.
_SPREAD = re.compile(r"^([ \u3000]*[一-鿿])[ \u3000]+([一-鿿])(?=[ \u3000]{2,})")
# 本 期: the same in any column behind the first, parted by a single blank.
_CLOSE = re.compile(r"(?<=[ \u3000]{2}[一-鿿])[ \u3000](?=[一-鿿](?:[ \u3000]{2}|$))")
_JOINT = "\ufffc"
_BARS = re.compile(r"[|｜]")


class Cell(NamedTuple):
    """One cell, without the blanks around it: where it stands (half-open, code points) and its words."""

    start: int
    end: int
    text: str


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines stand that signs or runs of blanks part into cells."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        signs = "\t" in line or "|" in line or "｜" in line
        blanks = " " in line or "\u3000" in line
        line = _CLOSE.sub(_JOINT, line) if blanks else line
        if signs or (blanks and (_BLANK_LINE.fullmatch(line) or HEAD_LINE.fullmatch(line))):
            yield start, end
        start = end + 1


def cells_of(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line; bars at its ends only frame it."""
    line = text[start:end]
    if "\t" not in line and not _BARS.search(line):
        return _spaced(line, start)
    bars = "\t" not in line
    pieces = _BARS.split(line) if bars else line.split("\t")
    cells = []
    for piece in pieces:
        stripped = piece.strip()
        begin = start + len(piece) - len(piece.lstrip()) if stripped else start
        cells.append(Cell(begin, begin + len(stripped), stripped))
        start += len(piece) + 1
    if bars and not cells[0].text:
        del cells[0]
    if bars and cells and not cells[-1].text:
        del cells[-1]
    return cells


def _spaced(line: str, start: int) -> list[Cell]:
    """The cells of a line in which runs of blanks part them."""
    spread = _SPREAD.match(line)
    cells, position = [], 0
    if spread:
        cells.append(Cell(start + spread.start(1), start + spread.end(), spread[1].strip() + spread[2]))
        position = spread.end()
    for piece in _WORD.finditer(_CLOSE.sub(_JOINT, line), position):
        words = piece.group().replace(_JOINT, "")
        cells.append(Cell(start + piece.start(), start + piece.end(), words))
    return cells
