"""The years that a report names: one in a title, spans of them, and how far its own has come."""

from __future__ import annotations

import re
from collections.abc import Iterable

from courtnews.dates import Point
from courtnews.interpret.periods.context import EARLY, TITLE, edtf
from courtnews.interpret.periods.named import is_aside, years_of
from courtnews.interpret.structure import Document

_SEVERAL, _DECEMBER = 3, 12
_TITLE_LINES = 3
_HEAD = 240
#: 执剑2025, 数说法院2024: a year that is part of a name.
NAMED_YEAR = re.compile(
    r"20(?<![0-9.年月日/-]20)[0-2][0-9](?![0-9./年%％件人万亿元名次余多公平里辆家个户位台套处笔条份批亩吨米天小、至—–~-])"
)


def has_hardly_begun(document: Document, now: int | None) -> bool:
    """Whether the months that a text names of the year in which it speaks are the first ones alone, or
    that year is not named at all.
    """
    told = [y for e in document.dates if not is_aside(document.text, e) for y in years_of(e)]
    if now is not None and told and max(told) < now:
        return True
    months = [e.first.month for e in document.dates if e.first.year == now and e.first.month]
    return now is not None and bool(months) and max(m for m in months if m) <= EARLY + 1


def spans_of_years(document: Document) -> dict[int, str]:
    """The first span of so many whole years that a report names (2018年至2022年), else tells year by year, by
    how many they are.
    """
    found: list[tuple[int, str]] = []
    plain: set[int] = set()
    for expr in document.dates:
        first, last = expr.first, expr.last
        if last is not None and first.year and last.year and first.year < last.year:
            found.append(_span(first, last))
        if not first.month and (named := years_of(expr)) and not is_aside(document.text, expr):
            plain.update(named)
    told = sorted(plain)
    runs = [[year] for year in told[:1]]
    for year in told[1:]:
        if year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    # 2016年…,2017年…,2018年…,三年合计…
    found += [(len(run), f"{run[0]}/{run[-1]}") for run in runs if len(run) >= _SEVERAL]
    return dict(reversed(found))


def told_in_head(document: Document, told: Iterable[str]) -> str | None:
    """The span of years that the head of a report names (白皮书(2021—2023年)), where a sentence tells just
    those one by one; `told` are the periods that it tells.
    """
    periods = sorted(set(told))
    for expr in document.dates:
        if expr.start > _HEAD:
            break
        first, last = expr.first.year, expr.last.year if expr.last is not None else None
        if first and last and periods == [str(year) for year in range(first, last + 1)]:
            return f"{first}/{last}"
    return None


def _span(first: Point, last: Point) -> tuple[int, str]:
    """How many years a time has from one to another, and the time; the last may be in progress:
    2016年至2018年8月.
    """
    years = (last.year or 0) - (first.year or 0) + 1
    if first.month is None and first.day is None and last.month not in (None, _DECEMBER):
        return years, f"{edtf(first.year)}/{edtf(last.year, last.month, last.day)}"
    return years, f"{edtf(first.year)}/{edtf(last.year)}"


def year_of_title(document: Document, now: int | None) -> str | None:
    """The year that a headline names without saying 年 (法院2024), where the report is of it or the next."""
    head = document.text[: document.text.find("\n", TITLE) if len(document.text) > TITLE else None]
    for line in head.split("\n")[:_TITLE_LINES]:
        match = NAMED_YEAR.search(line)
        if match and now in (int(match[0]), int(match[0]) + 1) and len(line) <= TITLE:
            return match[0]
    return None
