"""Single spaces inside words, as text taken from PDF files has them: 执行案 件."""

from __future__ import annotations

import re

from courtnews.text.alignment import Edit
from courtnews.text.repair.base import Fixer

# The space comes first so that the search runs from space to space.
_GAP = re.compile(r" (?<=[\u4e00-\u9fff] )(?<![讯訊电電者员員] )(?=[\u4e00-\u9fff])")
_BRACKET = re.compile(r"[(（【〔][^()（）【】〔〕]*\Z")
_STOP = re.compile(r"[，。；、,;]")
# Gaps lie at least so many characters apart on average; a dateline in brackets is no longer than so many.
_SPARSE, _NEAR = 12, 40
_COLUMNS = re.compile(r"(?<=\S)(?:\s{2,}|\t)(?=\S)")
# Twenty-five ideographs anywhere in the line.
_LONG = re.compile(r"(?:[^\u4e00-\u9fff]*+[\u4e00-\u9fff]){25}")


def close_gaps(text: str) -> list[Edit]:
    """Delete a single space between two ideographs inside a long line of prose.

    Not for short lines, where a space parts the halves of a headline; not for lines without punctuation or
    with columns, where it parts names or cells; not in brackets and after 讯 and 电, where it parts the
    dateline.

    >>> line = "今年上半年，全省法院办结执行案 件42.6万件，比去年同期增加18%，执行工作跑出了加速度。"
    >>> [(e.start, e.end) for e in close_gaps(line)]
    [(15, 16)]
    >>> close_gaps("一站式 小窗口带来大服务")
    []
    """
    edits, line_start, line_end, keep = [], 0, -1, False
    for match in _GAP.finditer(text):
        if match.start() > line_end:
            line_start, line_end = text.rfind("\n", 0, match.start()) + 1, _end_of_line(text, match.end())
            keep = not _is_prose(text[line_start:line_end])
        if not keep and not _BRACKET.search(text, max(line_start, match.start() - _NEAR), match.start()):
            edits.append(Edit(match.start(), match.end(), "", "gaps"))
    return edits


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _is_prose(line: str) -> bool:
    if not _LONG.match(line) or not _STOP.search(line) or _COLUMNS.search(line):
        return False
    return _SPARSE * len(_GAP.findall(line)) <= len(line)


GAPS = Fixer("gaps", _GAP.search, close_gaps)
