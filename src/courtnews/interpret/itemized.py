"""Lists of parts that only name them: one a line (各家银行分布如下: 甲银行86件, 乙银行66件), kinds of cases
in a row (民事61件、执行53件).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from courtnews.interpret.breakdowns import as_total, is_total
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

# All that a line says before its number: 中原银行, ▲涉民生案件:
_NAME = re.compile(
    r"\s*(?P<bullet>[▶►▪●○■□◆◇▲△★☆·•*]\s*)?(?P<name>[一-鿿“”、（）()]{2,16}?)\s*(?P<colon>[:：]?)\s*"
)
_REST = re.compile(r"[;；。]?\s*")
_LINE = "line"
_JOINTS = frozenset("、和及")
_CLASSES = frozenset(("case", "person", "money"))
# Lines, blank ones among them, between a total and the first of its parts, and between two parts.
_NEAR_BY, _NEXT = 4, 3


def continue_lines(sentence: Sentence, readings: Sequence[Reading], before: Sequence[Reading]) -> None:
    """Give the number of a line that only names a part the metric of the total above the list; `before` holds
    the readings of the sentences before.
    """
    first = readings[0]
    if first.metric is not None or first.refused or first.quantity.unit_class not in _CLASSES or not before:
        return
    if not _is_line(sentence, first):
        return
    total = _above(sentence, first, before)
    if total is not None:
        as_total(first, total)
        first.rule, first.again = _LINE, total.again or total


def name_kinds(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """刑事8件、民事61件、执行53件: 执行 in a list of kinds of cases only names one of them."""
    for before, reading in pairwise(readings):
        cue = reading.cue
        if cue is None or cue.word.text != "执行" or cue.end != reading.quantity.start:
            continue
        alike = before.metric is not None and before.quantity.unit_class == reading.quantity.unit_class
        gap = sentence.text[before.quantity.end - sentence.start : cue.start - sentence.start]
        if alike and gap in _JOINTS and before.cue is not None and before.cue.end < before.quantity.start:
            as_total(reading, before)


def _is_line(sentence: Sentence, reading: Reading) -> bool:
    """Whether a line holds nothing but a name and a number, or opens with a bullet and a name before a
    colon.
    """
    text, base = sentence.text, sentence.start
    said = _NAME.fullmatch(text, 0, reading.quantity.start - base)
    if said is None:
        return False
    marked = said["bullet"] and said["colon"]
    return bool(marked) or _REST.fullmatch(text, reading.quantity.end - base) is not None


def _above(sentence: Sentence, reading: Reading, before: Sequence[Reading]) -> Reading | None:
    """The part told in the line above, else the total told last above the list."""
    sort = reading.quantity.unit_class
    alike = [r for r in before[-_NEAR_BY * 2 :] if r.quantity.unit_class == sort and not r.refused]
    if not alike:
        return None
    last = alike[-1]
    apart = sentence.paragraph - last.sentence.paragraph
    if last.rule == _LINE and 0 < apart <= _NEXT:
        return last
    fits = is_total(last) and last.value >= reading.value
    return last if fits and 0 < apart <= _NEAR_BY else None
