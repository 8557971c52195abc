"""How a number goes on with the one before it: as one of its parts, or joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.quantities import Quantity

# Between two quantities of which the second carries on what the first began: 470案483名, 977件/979人,
# 13422次计2374万元.
_JUXTAPOSED = re.compile(
    r"[\s、/／,，和及与]*(?:共计?|合计|累计|总计|计|涉及|涉|牵涉|共涉及|被执行人|共涉)?[\s:：]*[((（]?(?:共|含|约|近|超|逾)?$"
)
# 拍出4栋建物,计1923万元.
_IN_ALL = re.compile(r"[一-鿿]{1,6}[,，](?:共计?|合计|计|总计)(?:约|近|超|逾)?")
#: What opens the parts of a total.
PART = re.compile("其中|(?<=[,，。;；])当中|里头|里面|这当中|包括|分别是|分别为|具体为|分为|[(（,，]内?含")
# 2016年终本率是51%,2017年48%,今年前11个月已降到39%: the same at another time.
_NEXT_TIME = re.compile(
    r"[,，、;；]?(?:则|已|又|再|更|便|就)?(?:[升降涨增减]|提高|下降|上升|增加|减少)?(?:到|至|为|是|高?达到?|有)?了?"
)
#: What joins the members of a list, up to its end.
JOINS = re.compile(r"(?:[、和及与/\s]|以及)*$")
_GAP = 12


def is_part(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether a number is a member of a breakdown (其中民生案件5件、金融案件3件), whose further members go
    on like it.
    """
    if not index:
        return False
    if readings[index - 1].rule == "part":
        return True
    gap = gap_between(sentence, readings[index - 1].quantity, readings[index].quantity)
    return PART.search(gap) is not None


def opens_with_part(sentence: Sentence) -> bool:
    """Whether 其中 or its like opens a sentence: its numbers are parts of the total before."""
    return PART.match(sentence.text.lstrip()) is not None


def speaks_of_part(sentence: Sentence, q: Quantity) -> bool:
    """Whether 其中 stands right before a number: 最难的是其中39件."""
    return sentence.text.endswith(("其中", "其中的", "其中有"), 0, q.start - sentence.start)


def is_joined(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """Whether a number goes on with what the one before it counts: 33件490人, 977件/979人."""
    if q.start - before.end > _GAP:
        return False
    gap = gap_between(sentence, before, q)
    if q.unit_class == "money" and before.unit_class != "money" and _IN_ALL.fullmatch(gap):
        return True
    if before.unit_class == q.unit_class and ("," in gap or "，" in gap):
        return False
    return _JUXTAPOSED.match(without_dates(sentence, before.end, gap)) is not None


def is_at_another_time(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """Whether nothing but a date, and how it moved, stands between two numbers: 2020年202件,2021年234件."""
    gap = gap_between(sentence, before, q)
    undated = without_dates(sentence, before.end, gap)
    return undated != gap and _NEXT_TIME.fullmatch(undated) is not None


def gap_between(sentence: Sentence, before: Quantity, q: Quantity) -> str:
    """The text between two numbers."""
    return sentence.text[before.end - sentence.start : q.start - sentence.start]


def without_dates(sentence: Sentence, start: int, gap: str) -> str:
    """A stretch of text without its dates."""
    kept, position = [], start
    for date in sentence.dates:
        if start <= date.start < start + len(gap):
            kept.append(gap[position - start : date.start - start])
            position = date.end
    return "".join([*kept, gap[position - start :]]) if kept else gap
