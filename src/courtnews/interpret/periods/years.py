"""In which year a report speaks, and which years it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.periods.events import is_of_a_session
from courtnews.interpret.periods.named import is_aside, is_base, is_deadline, years_of
from courtnews.interpret.periods.names_of_years import NAMED_YEAR
from courtnews.interpret.periods.passed import (
    HEAD,
    LAST_YEAR,
    THIS_YEAR,
    has_turned,
    is_over,
    looks_back,
    passes_to_last_year,
    year_compared,
)
from courtnews.interpret.periods.since import is_unclear, last_since
from courtnews.interpret.structure import Document

# 进入2024年,势头没有减: a year that has just begun.
# 2020年首次集中执行 is told in that year.
_FIRST = ("首次", "首场", "首轮", "第一次", "第一轮", "第一季度行动")
_ENTERED = ("进入", "步入", "跨入", "迈入")


def speaking_year(document: Document, published: date | None) -> int | None:
    """The year that 今年 means: that of publication; else the latest year the text dates anything in, or the
    one after it where the text looks back (去年, or a whole year that is over); else a year in a name
    (利剑·2024).
    """
    if published is not None:
        return published.year
    text = document.text
    dated_in = [(e, named) for e in document.dates if (named := years_of(e))]
    told = [
        (e, named)
        for e, named in dated_in
        if e.edge != "since" and not (is_aside(text, e) or is_deadline(text, e))
    ]
    open_ended = [_to_some_year(text, e) for e, _ in dated_in if not is_aside(text, e)]
    if open_ended and all(open_ended):
        return None
    dated = [y for e, named in told for y in named if e.first.month or e.first.months or e.last]
    dated += [e.first.year for e, _ in dated_in if e.edge == "since" and e.first.year and e.first.day]
    head = max(HEAD, len(text) // 3)
    early = [y for e, named in told for y in named if e.start < head]
    if not (dated or early):
        return _year_beside(document, [y for _, named in told for y in named])
    # A year told late counts where an early one does: only a text without any is read by other signs.
    latest = max([*dated, *early, *(y for _, named in told for y in named)])
    if is_unclear(document, max(y for _, named in dated_in for y in named)):
        return None
    latest = last_since(document, latest) or latest
    if has_begun(document, latest):
        return latest
    if passes_to_last_year(document, latest):
        return latest + 2
    later = looks_back(document, latest) or has_turned(document, latest) or is_over(document, latest)
    return latest + 1 if later else latest


def _to_some_year(text: str, expr: DateExpr) -> bool:
    """Whether something goes on from a year named to 今年, which is any after it: 自2021年11月15日起,
    累计至今年10月底.
    """
    goes_on = expr.last is not None and expr.last.year_shift == 0
    return goes_on and (expr.first.month is None or "起" in text[expr.start : expr.end])


def _year_beside(document: Document, told: Sequence[int]) -> int | None:
    """The year of a text that dates nothing: by what it compares with or tells of late (`told`), or by a
    name.
    """
    text = document.text
    bases = [y for e in document.dates for y in years_of(e) if is_base(text, e)]
    if bases:
        said = LAST_YEAR.search(text)
        compared = said is not None and year_compared(document, said.start()) == max(bases)
        return max(bases) + 1 + compared
    since = [y for e in document.dates for y in years_of(e) if e.edge == "since" and e.start < HEAD]
    if since:
        if THIS_YEAR.search(text):
            return None  # 自2017年启用,…。今年上半年: some year since then
        latest = max(since)
        if (passed := last_since(document, latest)) is not None:
            return passed + 1 if looks_back(document, passed) else passed
        return latest + 1 if has_turned(document, latest) else latest
    late = max(told, default=None)
    if late is not None and looks_back(document, late):
        return late + 1
    named = [int(match[0]) for match in NAMED_YEAR.finditer(text)]
    return max(named, default=None)


def has_begun(document: Document, year: int) -> bool:
    """Whether a text says that it has come into a year: 进入2024年,势头没有减; 2025年全国两会."""
    text = document.text
    named = [e for e in document.dates if year in years_of(e)]
    return any(
        text.endswith(_ENTERED, 0, e.start) or is_of_a_session(text, e.end) or text.startswith(_FIRST, e.end)
        for e in named
    )
