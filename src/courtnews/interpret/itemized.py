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
    r"\s*(?P<bullet>(?:[▶►▪●○■□◆◇▲△★☆·•*]|[—–-]{1,2})\s*)?(?P<name>[一-鿿“”、（）()]{2,16}?)\s*(?P<colon>[:：]?)\s*"
)
_BULLET = re.compile(r"\s*(?:[▶►▪●○■□◆◇▲△★☆·•*]|[—–-]{1,2})")
_REST = re.compile(r"[;；。]?\s*")
_JOINED = re.compile("[,，、;；/ ]{1,2}(?:共|计|合计)?")
_LINE, _PAIR = "line", 2
_JOINTS = frozenset("、和及")
_CLASSES = frozenset(("case", "person", "money"))
# Lines, blank ones among them, between a total and the first of its parts, and between two parts.
_NEAR_BY, _NEXT = 4, 3
_LOOK_BACK = 8


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
        _beside(sentence, readings, first.again, before)


def _beside(
    sentence: Sentence, readings: Sequence[Reading], whole: Reading, before: Sequence[Reading]
) -> None:
    """Give the sum behind the number of a line the metric of that which its total was told with:
    执结9万件,到位40亿元 above ▲追索劳动报酬:5.39万件,16.59亿元.
    """
    if len(readings) < _PAIR or readings[1].metric is not None or readings[1].refused:
        return
    first, second = readings[0].quantity, readings[1].quantity
    if not _JOINED.fullmatch(sentence.text, first.end - sentence.start, second.start - sentence.start):
        return
    told = [
        r
        for r in before
        if r.sentence is whole.sentence and r.quantity.unit_class == second.unit_class and is_total(r)
    ]
    if told and told[-1].value >= readings[1].value:
        as_total(readings[1], told[-1])


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
    alike = [r for r in before[-_LOOK_BACK:] if r.quantity.unit_class == sort and not r.refused]
    # A line of the list with a word of its own (——撤诉39件) is no total.
    alike = [r for r in alike if r.rule == _LINE or not _BULLET.match(r.sentence.text)]
    if not alike:
        return None
    last = alike[-1]
    if last.rule == _LINE and 0 < sentence.paragraph - last.sentence.paragraph <= _NEXT:
        return last
    # 两项合计9万件 has no name of its own.
    last = next((r for r in reversed(alike) if r.metric is not None), last)
    fits = is_total(last) and last.value >= reading.value
    return last if fits and 0 < sentence.paragraph - last.sentence.paragraph <= _NEAR_BY else None
