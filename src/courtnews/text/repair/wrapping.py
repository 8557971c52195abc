"""Prose broken into lines of fixed width, as text taken from PDF files and plain mails has it."""

from __future__ import annotations

import re
from collections.abc import Callable

from courtnews.text.alignment import Edit
from courtnews.text.repair.base import Fixer

_WIDE = re.compile(r"[^\x00-\xff]")
_SENTENCE = re.compile(r"[，、,；;。]")
_QUOTES, _ENDS = "'\"”’」』）) ", frozenset("。！？!?：:；;…")
_CHINESE = "[一二三四五六七八九十]+"
_STARTS = re.compile(
    rf"\s|[（(]?{_CHINESE}[、.）)]|第{_CHINESE}[、章节条]|[（(]?[0-9]{{1,2}}[、）)]|[0-9]{{1,2}}\.(?![0-9])|[-—·●•★■◆△①-⑳]"
)
_COLUMNS = re.compile(r"\t|\s{2,}\S")
# In columns or characters: what a full line has at least, and how much shorter than the longest it may be.
_NARROWEST, _RAGGED = 28, 3
# The end of a line that may go on: a clean text has hardly any.
_OPEN = re.compile(rf"\n(?<![{''.join(_ENDS)}]\n)(?<=[^\n]{{{_NARROWEST}}}\n)(?=[^\n])")
# Where a text is wrapped, a line this much shorter than the widest may still go on: pages that were wrapped
# once and had their numbers written anew have such lines.
_UNEVEN = 0.6


def join_lines(text: str) -> list[Edit]:
    """Join the lines of hard-wrapped prose again.

    A text is wrapped when at least two lines break inside a sentence at nearly the same, largest width, in
    columns or in characters; then every line that ends so and is not far shorter is joined with the next. Not
    before an indented line, a heading number or a list mark, and not for tables, lists or verse, whose lines
    are short, end alike, have columns or no punctuation.

    >>> lines = ["今年以来，某市两级法院把兑现胜诉权益摆在突出的位置上，边查",
    ...          "边控、边执边宣，办结执行案件2310件，发放案款1.2亿元，",
    ...          "执结率比上年同期提高了5.2个百分点，群众反映良好。"]
    >>> [(e.start, e.end) for e in join_lines("\\n".join(lines))]
    [(29, 30), (60, 61)]
    """
    lines = text.split("\n")
    open_lines = [i for i, line in enumerate(lines[:-1]) if _may_continue(line, lines[i + 1])]
    if len(open_lines) < 2:
        return []
    full = max((_full(lines, open_lines, size) for size in (_width, len)), key=len)
    if len(full) < 2 or not any(_SENTENCE.search(lines[i]) for i in full) or _is_list(lines, full):
        return []
    ends, position = [], -1
    for line in lines:
        position += len(line) + 1
        ends.append(position)
    least = _UNEVEN * max(_width(lines[i]) for i in full)
    return [Edit(ends[i], ends[i] + 1, "", "wrapped") for i in open_lines if _width(lines[i]) >= least]


def _may_continue(line: str, following: str) -> bool:
    if len(line) < _NARROWEST or not following or line.rstrip(_QUOTES)[-1:] in _ENDS:
        return False
    return not _STARTS.match(following) and not _COLUMNS.search(line.strip())


def _is_list(lines: list[str], full: list[int]) -> bool:
    """Whether most lines end alike, as items of a list do (…到位3.2亿元) and lines broken by width do not."""
    endings = [lines[i][-1] for i in full]
    return 2 * max(map(endings.count, set(endings))) > len(endings)


def _full(lines: list[str], candidates: list[int], size: Callable[[str], int]) -> list[int]:
    sizes = {i: size(lines[i]) for i in candidates}
    widest = max(sizes.values())
    return [i for i in candidates if sizes[i] >= widest - _RAGGED]


def _width(line: str) -> int:
    """Columns on a terminal: ideographs and full-width marks take two."""
    return len(line) + len(_WIDE.findall(line))


WRAPPED = Fixer("wrapped", lambda text: len(_OPEN.findall(text)) > 1, join_lines)
