"""That the work grows no faster than the length of a text, whatever it holds: texts may be hostile.

Counted are lines of the package that are run, loops inside one line included, so that the outcome is the same
on every machine. What C code does between two lines is not seen.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from itertools import count, cycle
from pathlib import Path
from types import FrameType

import pytest

import courtnews
from courtnews import extract

CASES = tomllib.loads(Path(__file__).with_name("linear.toml").read_text("utf-8"))
PACKAGE = str(Path(courtnews.__file__).parent)
SHORT, TIMES = 700, 4
# Four times the text is four times the work, and a little for what a short text is spared.
MOST = 4.6


def repeated(fragment: str, length: int) -> str:
    """So many characters of a fragment, each time with another {name} and another {number}."""
    signs = [chr(code) for code in range(0x5C71, 0x5C71 + 60)]
    names = cycle(a + b for a in signs for b in signs)
    pieces: list[str] = []
    numbers = count(1)
    while length > 0:
        pieces.append(fragment.format(name=next(names), number=next(numbers)))
        length -= len(pieces[-1])
    return "".join(pieces)


def lines_run(text: str) -> int:
    """How many lines of the package `extract` runs for a text."""
    lines = 0

    def run(frame: FrameType, event: str, arg: object) -> Callable[..., object]:
        nonlocal lines
        lines += 1
        return run

    def enter(frame: FrameType, event: str, arg: object) -> Callable[..., object] | None:
        return run if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        extract(text)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("fragment", CASES["fragments"])
def test_work_is_in_proportion_to_length(fragment: str) -> None:
    short, long = (repeated(fragment, length) + CASES["tail"] for length in (SHORT, TIMES * SHORT))
    # What is remembered from one text to the next is remembered by both.
    extract(short), extract(long)
    assert lines_run(long) <= MOST * lines_run(short)
