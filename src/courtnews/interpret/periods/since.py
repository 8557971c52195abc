"""The years that a text counts since something began."""

from __future__ import annotations

import re

from courtnews.interpret.periods.context import EARLY, ONE_YEAR, Context
from courtnews.interpret.periods.named import years_of
from courtnews.interpret.structure import Document

# 成立至今已20年,截至…; 推行一年半以来成效显著。截至…
_GOES_ON = re.compile(
    "(?:成立|推行|开展|施行|实施|运行|上线|启用|试行|推广)(?:至今|迄今|[^,，。;；]{0,8}[年月][多半]?以?来)[^;；\n]{0,16}$"
)
_LOOK, _SEVERAL = 40, 2


def is_of_a_beginning(text: str, position: int) -> bool:
    """Whether a time up to a day counts from a beginning told right before it, of which nobody says when."""
    return _GOES_ON.search(text, max(0, position - _LOOK), position) is not None


def last_since(document: Document, latest: int) -> int | None:
    """The last of the years that a text counts since the latest it names, where that is only told as their
    beginning: 2018年以来…,三年来 are told in 2020.
    """
    if any(e.edge != "since" for e in document.dates if latest in years_of(e)):
        return None
    count = _years_counted(document)
    return latest + count - 1 if count > 1 else None


def _years_counted(document: Document) -> int:
    """How many years a text counts since something began (三年来), which are not the last ones (近三年);
    0 where it counts none.
    """
    for expr in document.dates:
        if expr.years and expr.first.year is None and not expr.back:
            return expr.years
    return 0


def is_unclear(document: Document, latest: int) -> bool:
    """Whether the years that a text counts may have begun in one of two: 2012年7月9日首拍。五年来…。
    2014年下半年起….
    """
    count = _years_counted(document) if last_since(document, latest) is not None else 0
    return any(latest - count < year < latest for e in document.dates for year in years_of(e))


def begun_otherwise(count: int, context: Context) -> bool:
    """Whether the years since something began are no such number, or end nobody knows when: 2017年以来…,
    两年来 in a report of 2020; 2017年5月提出…。三年来 in one of no known day.
    """
    if count < _SEVERAL:
        return False
    begun, _, end = (context.report or "").partition("/")
    if context.published is None:
        told = context.action.began or context.action.told_month or ""
        return told[:ONE_YEAR] == str(context.now)
    last = context.published.year - (context.published.month <= EARLY + 1)
    return end == ".." and begun.isdigit() and count < last - int(begun) + 1
