"""Find expressions of time: what they say, not yet which year they mean.

Dates are read before quantities, so that 2021年 or 5月16日 never count as numbers. An expression keeps what
the text says (year, month, day, last year, first half ...); the interpreter resolves it by its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator

from courtnews.dates.patterns import (
    AHEAD,
    BACK,
    BARE,
    BEGIN,
    CLOCK,
    CLOCK_SIGN,
    JOIN,
    LATER,
    MONTHS,
    NUMBER,
    END_VERB,
    PARTED,
    PARTED_AT_MOST,
    PARTED_TO,
    POINT,
    SIGN,
    SINCE,
    SINCE_ANY,
    SINCE_LATER,
    START_VERB,
    SPAN,
    SPAN_YEARS,
    UNTIL_BEFORE,
    UNTIL_ENDS,
)
from courtnews.dates.points import DateExpr, Point
from courtnews.dates.words import MONTH_OF_WORD, RELATIVE_DAYS, RELATIVE_YEARS, number_of


def find_dates(text: str) -> list[DateExpr]:
    """Expressions of time in the order of the text, never overlapping.

    >>> [(e.start, e.end, e.first.year, e.first.month) for e in find_dates("2021年5月16日,共执结3件")]
    [(0, 10, 2021, 5)]
    """
    points = _points(text)
    found = _joined(text, points)
    found += _spans_of_years(text, found)
    found += _spans(text, found)
    found += _clocks(text, found)
    found.sort(key=lambda e: e.start)
    return found


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text around the signs of time."""
    windows: list[tuple[int, int]] = []
    for match in SIGN.finditer(text):
        low, high = max(0, match.start() - BACK), match.end() + AHEAD
        if windows and windows[-1][1] >= low:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return windows


def _points(text: str) -> list[tuple[int, int, Point]]:
    points = []
    for low, high in _windows(text):
        for match in _matches(text, low, high):
            point = _read(match)
            if point is not None:
                points.append((match.start(), match.start() + len(match.group().rstrip("的, \n")), point))
        for match in BARE.finditer(text, low, high):
            points.append((match.start(), match.end(), Point(year=int(match.group()))))
        for match in MONTHS.finditer(text, low, high):
            numbers = NUMBER.finditer(text, match.start(), match.end(1))
            points += [(n.start(), n.end(), Point(month=int(n.group()))) for n in numbers]
    points.sort(key=lambda p: p[0])
    return points


def _matches(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """What `POINT` finds in a window, but for matches of nothing."""
    while (begin := BEGIN.search(text, low, high)) is not None:
        low = begin.start()
        match = POINT.match(text, low, high)
        if match is None or match.end() == low:
            low += 1
        else:
            low = match.end()
            yield match


def _joined(text: str, points: list[tuple[int, int, Point]]) -> list[DateExpr]:
    """Single points and ranges, with 截至 before and 以来 behind."""
    found: list[DateExpr] = []
    index = 0
    while index < len(points):
        start, end, first = points[index]
        expr = DateExpr(start, end, first)
        index += 1
        if index < len(points):
            join = JOIN.match(text, end)
            gap_end = join.end() if join else -1
            since = SINCE.match(text, end)
            if since is not None and join is None:
                after = JOIN.match(text, since.end())
                gap_end = after.end() if after else -1
            if gap_end < 0 and _parted(text, expr, points[index][0]):
                ended = END_VERB.match(text, points[index][1]) is not None
                gap_end = points[index][0] if ended or PARTED_TO.search(text, end, points[index][0]) else -1
            if gap_end == points[index][0]:
                expr.last, expr.end = points[index][2], points[index][1]
                index += 1
        _edges(text, expr)
        found.append(expr)
    return found


def _parted(text: str, expr: DateExpr, start: int) -> bool:
    """从2月8日启动,至3月10日收官; 始于7月1日,9月30日结束: a range whose ends are parted by a verb."""
    if start - expr.end > PARTED_AT_MOST:
        return False
    gap = text[expr.end : start]
    begun = text.endswith(("从", "自", "始于"), 0, expr.start) or START_VERB.search(gap) is not None
    return begun and PARTED.match(gap) is not None


def _edges(text: str, expr: DateExpr) -> None:
    if text[expr.start : expr.end].endswith(("初以来", "初至今")):
        expr.edge = "since"
    elif expr.last is None:
        since = SINCE.match(text, expr.end)
        later = None
        if since is None and text.find("以来", expr.end, expr.end + LATER) >= 0:
            later = SINCE_LATER.match(text, expr.end)
        if since is None and later is None and text.endswith(("自", "从"), 0, expr.start):
            later = SINCE_ANY.match(text, expr.end)
        if since or later:
            expr.edge, expr.end = "since", since.end() if since else expr.end
            return
    if expr.last is None and text[expr.start - 1 : expr.start] in UNTIL_ENDS:
        before = UNTIL_BEFORE.search(text, max(0, expr.start - 6), expr.start)
        expr.edge = "until" if before else ""


def _spans_of_years(text: str, found: list[DateExpr]) -> list[DateExpr]:
    spans = []
    starts = [e.start for e in found]
    position = text.find("年")
    while position >= 0:
        match = SPAN_YEARS.search(text, max(0, position - 5), position + 8)
        if match and match.start() <= position < match.end() and not _taken(found, starts, match):
            years = number_of(match["n"] or match["n2"] or match["n3"])
            loose = match["n3"] is not None or match["more"] is not None
            spans.append(DateExpr(match.start(), match.end(), Point(), years=years, loose=loose))
        position = text.find("年", position + 1)
    return spans


def _spans(text: str, found: list[DateExpr]) -> list[DateExpr]:
    """Lengths of time that stand for the time reported on: 三个月来, 期间."""
    starts = [e.start for e in found]
    matches = (m for m in SPAN.finditer(text) if not _taken(found, starts, m))
    return [DateExpr(m.start(), m.end(), Point(span=True)) for m in matches]


def _clocks(text: str, found: list[DateExpr]) -> list[DateExpr]:
    starts = [e.start for e in found]
    clocks: list[DateExpr] = []
    for sign in CLOCK_SIGN.finditer(text):
        match = CLOCK.search(text, max(0, sign.start() - 6), sign.end() + 10)
        if match is None or not match.start() <= sign.start() < match.end() or _taken(found, starts, match):
            continue
        if not clocks or clocks[-1].end <= match.start():
            clocks.append(DateExpr(match.start(), match.end(), Point(), clock=True))
    return clocks


def _taken(found: list[DateExpr], starts: list[int], match: re.Match[str]) -> bool:
    index = bisect_right(starts, match.end() - 1) - 1
    return index >= 0 and found[index].end > match.start()


def _read(match: re.Match[str]) -> Point | None:
    point = _said(match.groupdict())
    return point if point is not None and _exists(point) else None


def _exists(point: Point) -> bool:
    """Whether the calendar has such a day: there is no 30th of February."""
    if point.day is None or point.month is None:
        return True
    # A leap year where none is said: 2月29日 may be one.
    return 1 <= point.day <= monthrange(point.year or 2000, point.month)[1]


def _said(groups: dict[str, str | None]) -> Point | None:
    point = Point()
    if groups["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", groups["iso"]))
        return Point(year=year, month=month, day=day)
    if groups["dmy"]:
        day, month, year = (int(part) for part in groups["dmy"].split("."))
        return Point(year=year, month=month, day=day)
    if groups["onlyday"]:
        point.day = number_of(groups["onlyday"][:-1])
        return point if point.day and point.day <= 31 else None
    if groups["relday"]:
        point.day_shift = RELATIVE_DAYS[groups["relday"]]
        return point
    point.same, point.campaign = bool(groups["same"]), bool(groups["campaign"])
    if groups["days"]:
        point.day_shift = 0
    if groups["whole"]:
        point.whole_year = True
    if groups["relmonth"]:
        point.month_shift = -1 if groups["relmonth"].startswith("上") else 0
    _read_year(groups, point)
    _read_span(groups, point)
    return None if point.empty else point


def _read_year(groups: dict[str, str | None], point: Point) -> None:
    if groups["year"]:
        point.year = int(groups["year"][:4])
    elif groups["cyear"]:
        point.year = number_of(groups["cyear"][:-1])
    elif groups["roc"]:
        point.year = 1911 + number_of(groups["roc"][2:-1].strip())
    elif groups["rocyear"]:
        point.year = 1911 + number_of(groups["rocyear"][:-1])
    elif groups["arabicroc"]:
        point.year = 1911 + int(groups["arabicroc"][:-1])
    elif groups["reyear"]:
        shift, whole = RELATIVE_YEARS[groups["reyear"]]
        point.year_shift, point.whole_year = shift, whole


def _read_span(groups: dict[str, str | None], point: Point) -> None:
    if half := groups["half"]:
        point.months = (1, 6) if half[0] == "上" else (7, 12)
    elif quarter := groups["quarter"]:
        number = number_of(quarter.replace("季度", "").strip("前第个"))
        point.months = (1, 3 * number) if quarter[0] == "前" else (3 * number - 2, 3 * number)
    elif front := groups["front"]:
        point.months = (1, _month(front.strip("前头").removesuffix("月").removesuffix("个")))
    elif groups["mrange"]:
        point.months = (_month(groups["m1"] or ""), _month(groups["m2"] or ""))
    elif groups["month"]:
        point.month = _month(groups["month"])
        if groups["day"]:
            point.day = number_of(groups["day"])
    elif groups["yearend"] in ("年底", "岁末") and not point.empty:
        point.month = 12


def _month(text: str) -> int:
    return MONTH_OF_WORD.get(text) or number_of(text)
