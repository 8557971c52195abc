"""Find expressions of time: what they say, not yet which year they mean.

Dates are read before quantities, so that 2021年 or 5月16日 never count as numbers. An expression keeps what
the text says (year, month, day, last year, first half ...); the interpreter resolves it by its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter, itemgetter

from courtnews.dates.listed import Placed, bare_list, bare_ranges, bare_years, listed_months, listed_quarters
from courtnews.dates.patterns import (
    AHEAD,
    BACK,
    BARE_SIGN,
    BEGIN,
    CLAUSE,
    CLOCK,
    CLOCK_SIGNS,
    END_VERB,
    HOLIDAY,
    JOIN,
    JOIN_STARTS,
    LATER,
    MONTHS_SIGN,
    PARTED,
    PARTED_AT_MOST,
    PARTED_TO,
    QUARTERS_SIGN,
    SIGN,
    SINCE,
    SINCE_ANY,
    SINCE_LATER,
    SINCE_STARTS,
    SINCE_YEAR,
    SPAN,
    SPAN_AT_MOST,
    SPAN_ENDS,
    SPAN_SIGN,
    SPAN_YEARS,
    START_VERB,
    UNTIL_BEFORE,
    UNTIL_ENDS,
    VAGUE,
)
from courtnews.dates.points import DateExpr, Point
from courtnews.dates.reading import Origin, read_point
from courtnews.dates.words import number_of


def find_dates(text: str) -> list[DateExpr]:
    """Expressions of time in the order of the text, never overlapping.

    >>> [(e.start, e.end, e.first.year, e.first.month) for e in find_dates("2021年5月16日,共执结3件")]
    [(0, 10, 2021, 5)]
    """
    found = _joined(text, _points(text))
    count = len(found)
    found += _spans_of_years(text, found)
    found += _spans(text, found)
    found += _clocks(text, found)
    found += _vague(text, found)
    if len(found) > count:
        found.sort(key=attrgetter("start"))
    return found


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text around the signs of time; the first, at its beginning, may be empty."""
    windows: list[tuple[int, int]] = []
    low = high = 0
    for match in SIGN.finditer(text):
        start, end = match.span()
        if start > high + BACK:
            windows.append((low, high))
            low = start - BACK
        high = end + AHEAD
    windows.append((low, high))
    return windows


def _points(text: str) -> list[Placed]:
    points: list[Placed] = []
    windows = _windows(text)
    origin = Origin(text)
    for low, high in windows:
        while (begin := BEGIN.search(text, low, high)) is not None:
            low = begin.start()
            found = read_point(text, low, high, origin)
            if found is None:
                low += 1
                continue
            end, point = found
            if point is not None:
                points.append((low, low + len(text[low:end].rstrip("的, \n")), point))
            low = end
    count = len(points)
    if BARE_SIGN.search(text):
        points += bare_years(text, windows)
    points += bare_ranges(text)
    points += bare_list(text)
    if MONTHS_SIGN.search(text):
        points += listed_months(text, windows)
    if QUARTERS_SIGN.search(text):
        points += listed_quarters(text)
    if len(points) > count:
        points.sort(key=itemgetter(0))
    return points


def _joined(text: str, points: list[Placed]) -> list[DateExpr]:
    """Single points and ranges, with 截至 before and 以来 behind."""
    found: list[DateExpr] = []
    index, count = 0, len(points)
    while index < count:
        expr = DateExpr(*points[index])
        found.append(expr)
        index += 1
        end = expr.end
        since = SINCE.match(text, end) if text[end : end + 1] in SINCE_STARTS else None
        if index < count and _goes_on(text, expr, since, *points[index][:2]):
            _, expr.end, expr.last = points[index]
            index += 1
        else:
            _read_edge(text, expr, since)
            # In 3月开通以来 the last words open the span: they tell no time of their own.
            opens = index < count and expr.edge == "since" and points[index][2].campaign
            if opens and CLAUSE.fullmatch(text, expr.end, points[index][0]):
                index += 1
    return found


def _goes_on(text: str, expr: DateExpr, since: re.Match[str] | None, start: int, end: int) -> bool:
    """Whether the point from `start` to `end` is the end of a range that `expr` begins."""
    after = text[expr.end : expr.end + 1]
    join = JOIN.match(text, expr.end) if after in JOIN_STARTS or after.isspace() else None
    if join is None and since is not None:
        join = JOIN.match(text, since.end())
    if join is not None:
        return join.end() == start
    return _parted(text, expr, start, end)


def _parted(text: str, expr: DateExpr, start: int, end: int) -> bool:
    """从2月8日启动,至3月10日收官; 始于7月1日,9月30日结束: a range whose ends are parted by a verb."""
    if start - expr.end > PARTED_AT_MOST:
        return False
    gap = text[expr.end : start]
    begun = text.endswith(("从", "自", "始于"), 0, expr.start) or START_VERB.search(gap) is not None
    ended = PARTED_TO.search(gap) or END_VERB.match(text, end)
    return begun and ended is not None and PARTED.match(gap) is not None


def _read_edge(text: str, expr: DateExpr, since: re.Match[str] | None) -> None:
    """Set whether a time lasts from then on or up to then, as the words around it say."""
    start, end = expr.start, expr.end
    before = text[start - 1 : start]
    if text.endswith(("初以来", "初至今"), start, end):
        expr.edge = "since"
    elif since is not None:
        expr.edge, expr.end = "since", since.end()
    elif (
        any(text.find(word, end, end + LATER) >= 0 for word in ("以来", "至今", "到现在", "到目前"))
        and SINCE_LATER.match(text, end) is not None
    ) or (before in ("自", "从") and SINCE_ANY.match(text, end) is not None):
        expr.edge = "since"
    elif before in UNTIL_ENDS and UNTIL_BEFORE.search(text, max(0, start - 6), start) is not None:
        expr.edge = "until"


# 近五年来 are the last ones, whatever began before.
_BACK = ("近", "最近", "过去", "这")


def _spans_of_years(text: str, found: list[DateExpr]) -> list[DateExpr]:
    spans = []
    for sign in SPAN_SIGN.finditer(text):
        position = sign.start()
        match = SPAN_YEARS.search(text, max(0, position - 5), position + 8)
        if match and match.start() <= position < match.end() and not _taken(found, match):
            years = number_of(match["n"] or match["n2"] or match["n3"])
            loose = (match["n3"] is not None and match["sums"] is None) or match["more"] is not None
            since = SINCE_YEAR.search(text, max(0, match.start() - BACK), match.start())
            first = Point(year=int(since[1]) if since else None)
            back = text.startswith(_BACK, match.start()) or text.endswith(_BACK, 0, match.start())
            spans.append(DateExpr(match.start(), match.end(), first, years=years, loose=loose, back=back))
    return spans


def _spans(text: str, found: list[DateExpr]) -> list[DateExpr]:
    """Lengths of time that stand for the time reported on: 三个月来, 期间."""
    spans: list[DateExpr] = []
    for end in SPAN_ENDS.finditer(text):
        low = spans[-1].end if spans else 0
        match = SPAN.search(text, max(low, end.start() - SPAN_AT_MOST), end.end() + 1)
        if match and match.start() < end.end() and not _taken(found, match):
            days = number_of(match["days"]) if match["days"] else 0
            months = number_of(match["months"]) if match["months"] else 0
            spans.append(DateExpr(match.start(), match.end(), Point(span=True), days=days, months=months))
    return spans


def _vague(text: str, found: list[DateExpr]) -> list[DateExpr]:
    """Years that nobody counts (近年来), and holidays, whose days the text does not tell (五一假期)."""
    matches = [m for m in VAGUE.finditer(text) if not _taken(found, m)]
    if "假" in text:
        matches += HOLIDAY.finditer(text)
    return [DateExpr(m.start(), m.end(), Point(vague=True)) for m in matches]


def _clocks(text: str, found: list[DateExpr]) -> list[DateExpr]:
    clocks: list[DateExpr] = []
    signs = sorted((match.start() - 1, match.end()) for sign in CLOCK_SIGNS for match in sign.finditer(text))
    seen = 0
    for start, end in signs:
        if start < seen:  # in 1:2:30 the sign 1:2 leaves none at 2:3
            continue
        seen = end
        match = CLOCK.search(text, max(0, start - 6), end + 10)
        if match is None or not match.start() <= start < match.end() or _taken(found, match):
            continue
        if not clocks or clocks[-1].end <= match.start():
            clocks.append(DateExpr(match.start(), match.end(), Point(), clock=True))
    return clocks


def _taken(found: list[DateExpr], match: re.Match[str]) -> bool:
    """Whether the last of the expressions found that begins before the end of the match overlaps it."""
    index = bisect_right(found, match.end() - 1, key=attrgetter("start")) - 1
    return index >= 0 and found[index].end > match.start()
