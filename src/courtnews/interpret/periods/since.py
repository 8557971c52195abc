"""The years that a text counts since something began."""

from __future__ import annotations

from courtnews.interpret.periods.named import years_of
from courtnews.interpret.structure import Document

# 近五年来 may reach back before the year named.
_BACK_FROM_NOW = ("近", "最近", "过去", "这")


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
    text = document.text
    for expr in document.dates:
        back = text.startswith(_BACK_FROM_NOW, expr.start) or text.endswith(_BACK_FROM_NOW, 0, expr.start)
        if expr.years and expr.first.year is None and not back:
            return expr.years
    return 0


def is_unclear(document: Document, latest: int) -> bool:
    """Whether the years that a text counts may have begun in one of two: 2012年7月9日首拍。五年来…。
    2014年下半年起….
    """
    count = _years_counted(document) if last_since(document, latest) is not None else 0
    return any(latest - count < year < latest for e in document.dates for year in years_of(e))
