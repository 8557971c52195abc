"""Dates that are the other side of a comparison, or where a step starts: 比2010年, 由上年的第4位升至."""

from __future__ import annotations

import re

from courtnews.dates import DateExpr

_COMPARED = re.compile(
    r"(?:比|较|比起|相比于?|较之|对照|对比|超过|超越|相当于|高于|低于|好于|优于|差于|逊于|强于|胜于|快于|慢于|短于|高出|多出|盖过|高过|胜过|追平|接近|不及|多于|少于)(?:[^,，。;；:：0-9]{1,6}的)?\s?$"
)
_ITS_NUMBER = re.compile("的?[0-9]")
#: A comparison ends with one of these or with a blank.
COMPARED_ENDS = frozenset("比较起之过越于出近及平的")
# How far back the words reach that say so.
_BACK = 12


def is_compared(text: str, start: int) -> bool:
    """Whether what stands before a date that begins at `start` makes it the other side of a comparison:
    比2010年.
    """
    last = text[start - 1 : start]
    if last not in COMPARED_ENDS and not last.isspace():
        return False
    return _COMPARED.search(text, max(0, start - _BACK), start) is not None


def is_start(text: str, start: int, expr: DateExpr, behind: str = "") -> bool:
    """Whether an earlier year, or a month with a number right behind it, is only where a step starts:
    由上年的第4位升至, 由2016年的51%升到, 由4月底的9.4%升至; `behind` is what follows the expression.
    """
    if text[start - 1 : start] not in ("从", "由"):
        return False
    first = expr.first
    if first.month and not first.day and _ITS_NUMBER.match(behind):
        return expr.last is None and not expr.edge
    earlier = first.year_shift is not None and first.year_shift < 0
    plain = first.year is not None and first.month is None
    return (earlier or plain) and not (expr.last or expr.edge)
