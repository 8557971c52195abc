"""Find expressions of time: what they say, not yet which year they mean.

Dates are read before quantities, so that 2021年 or 5月16日 never count as numbers. An expression keeps what the text says
(year, month, day, last year, this month, first half ...); the interpreter resolves it against its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from courtnews.dates.words import (
    CHINESE_DIGITS,
    MONTH_OF_WORD,
    RELATIVE_DAYS,
    RELATIVE_YEARS,
    number_of,
)

Edge = Literal["", "until", "since"]


@dataclass(slots=True)
class Point:
    """A point of the calendar as written: the parts that are said, and how far the year is from the report's."""

    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    day_shift: int | None = None
    same: bool = False
    whole_year: bool = False
    month_shift: int | None = None
    campaign: bool = False

    @property
    def empty(self) -> bool:
        return self == _NOTHING


_NOTHING = Point()


@dataclass(slots=True)
class DateExpr:
    """One expression of time in working text (half-open, code points)."""

    start: int
    end: int
    first: Point
    last: Point | None = None
    edge: Edge = ""
    years: int | None = None
    clock: bool = False


_D = "[0-9]"
_C = f"[{CHINESE_DIGITS}]"
_YEAR = (
    rf"(?P<roc>民国\s?(?:{_D}{{2,3}}|[{CHINESE_DIGITS}百]{{2,4}})年)"
    rf"|(?P<year>(?<!{_D})(?:19|20){_D}{{2}}\s?年(?!期|以上|以下)度?)"
    rf"|(?P<cyear>(?:二[〇○零O0]|一九){_C}{{2}}年)"
    rf"|(?P<rocyear>(?<!{_C})(?:一[〇○零一二]{_C}|[八九]{_C})年(?!来|以|间))"
    rf"|(?P<reyear>(?:{'|'.join(RELATIVE_YEARS)})(?!旧存|结转|末))"
)
_M = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY = rf"(?:3[01]|[12]{_D}|0?[1-9]|三十一?|卅一?|廿{_C}?|二十{_C}?|十{_C}?|{_C})"
_SPAN = (
    rf"(?P<half>(?:上|下)半年)"
    rf"|(?P<quarter>(?:前[一二三1-3]|第?[一二三四1-4])(?:个)?季度)"
    rf"|(?P<front>(?:前|头)(?:{_M})个?月)"
    rf"|(?P<mrange>(?<![0-9.])(?P<m1>{_M})(?:月份?)?(?:-|—|–|~|至|到)(?P<m2>{_M})月(?:份|底|末|间)?(?!{_D}|[一二三四五六七八九十]+日))"
    rf"|(?:(?<![0-9.])(?P<month>{_M})\s?月份?(?P<part>底|末|初|中旬|上旬|下旬)?(?:(?P<day>{_DAY})(?:\s?[日号]|(?=\s?(?:至|-|—|~)\s?{_DAY}日)))?)"
    rf"|(?P<yearend>年底|年末|年初|岁末)"
)
_REL = rf"(?P<relday>{'|'.join(RELATIVE_DAYS)})|(?P<relmonth>本月|当月|上月|上个月|这个月)|(?P<same>同期)|(?P<whole>全年|这一年|一年来)|(?P<campaign>(?:行动|活动|会战|攻坚|战役)期间|(?:行动|活动|会战)中(?=[,，共])|(?:开展|启动|打响|部署|实施|成立|运行|开通|建成|上线|推行|启用)以来)|(?P<days>首日|这一天|同日|当晚)|(?P<onlyday>(?<!拘留)(?<!管收)(?<!为期)(?<!限期)(?<!拘役)(?<![0-9月第-]){_DAY}日(?!内|以|之内|的|均|常))"
_ISO = rf"(?P<iso>(?<!{_D})(?:19|20){_D}{{2}}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]{_D}|0?[1-9])(?!{_D}))"
# One scan over all forms; the look-ahead keeps it from trying them at every character of prose.
_POINT = re.compile(
    rf"(?=[0-9{CHINESE_DIGITS}元廿卅民今去本上前明当昨下年岁头第同这全行活会攻战首开启打部实成运建上推])"
    rf"(?:{_ISO}|(?:(?:{_YEAR})[的,]?\s?)?(?:{_SPAN}|{_REL})?)"
)
# Where such a form may begin: every form above has to pass here. The class of first characters stands in front
# so that the search skips by a table.
_BEGIN = re.compile(
    rf"[0-9{CHINESE_DIGITS}元廿卅今去本明昨当全同首这年岁民上下前头第行活会攻战专截开启打部实成运建推]"
    r"(?:(?<=[0-9])(?:[0-9]{0,3}\s?(?:[年月季日—–~至到-]|个季)|[0-9]{3}[/.]|[0-9]?\.[0-9]{1,2}\.)"
    rf"|(?<=[{CHINESE_DIGITS}元廿卅])[{CHINESE_DIGITS}廿卅O0]{{0,3}}\s?(?:[年月季日—–~至到-]|个季)"
    r"|(?<=[今去本明昨当全同首这年岁民上前])[年月日天晚期个一底末初国]|(?<=[上下])半"
    rf"|(?<=[前头第])[0-9{CHINESE_DIGITS}元]|(?<=[行活会攻战专])[动战坚役项][期中至迄到以]|(?<=截)至"
    r"|(?<=[开启打部实成运建上推])[展动响署施立行通成线用]以)"
)
_BARE = re.compile(
    rf"[12](?<!{_D}.)(?:(?<=1)9|(?<=2)0){_D}{{2}}(?=\s?(?:-|—|–|~|至|到)\s?(?:19|20){_D}{{2}}年)", re.S
)
_JOIN = re.compile(r"\s?(?:-|—|——|–|~|至|到|起至|起到|开始至)\s?")
_PARTED = re.compile(r"[^。;；0-9]{0,14}(?:至|到|截至)$")
_SINCE_ANY = re.compile(r"[^,，。;；:：0-9]{1,20}?(?:以来|至今)")
# 2、3、4月: the month word stands once.
_MONTHS = re.compile(
    r"[1-9](?<![0-9.].)((?:(?<=1)[0-2])?、(?:(?:1[0-2]|[1-9])、)*)(?:1[0-2]|[1-9])月", re.S
)
_NUMBER = re.compile("[0-9]+")
_SINCE = re.compile(r"(?:份|伊始)?(?:以来|(?<=年)来(?![自源到])|开始以来|起至今|至今|起|开始)(?!诉|草|立)")
# 上升到2023年的51% is a step, no end of a period.
_UNTIL_BEFORE = re.compile(r"(?:截至|截止到?|截止至|直到|(?<![升降提增减高加少缩长跌])(?:到|至))(?:目前|今年)?$")
_UNTIL_ENDS = frozenset("至止到前年\n")
_CLOCK = re.compile(
    rf"(?<!分之)(?:凌晨|清晨|早上?|早晨|上午|中午|下午|晚上?|傍晚|夜里|深夜|当晚|许)?(?:{_D}{{1,2}}|[一二三四五六七八九十两]{{1,3}})(?:[:：]{_D}{{2}}(?::{_D}{{2}})?|(?:时|点)(?!点|间|候|评|名|要|意|办|执|发|限|效|子|火|燃|击|赞|对|多)(?:{_D}{{1,2}}分|[一二三四五]?十[一二三四五六七八九]?分|半|许|整|钟|左右)?)"
)
_SPAN_YEARS = re.compile(
    rf"(?<![0-9])(?:(?P<n>{_C}|十|[0-9]{{1,2}})(?:余|多)?年(?:来|以来|间|期间)|(?:近|这|过去)(?P<n2>[一二三四五六七八九十两]|[0-9]{{1,2}})年(?!级|前))"
    r"(?!的?(?:首次|首度|最|新高|新低|第一|未|中|里|间))"
)
_CLOCK_SIGN = re.compile("[0-9一二三四五六七八九十两](?:时|点|:[0-9])")
# 5月16日该院打响“夏季雷霆”以来: the word that opens the span stands some way behind the day.
_SINCE_LATER = re.compile(r"[^,，。;；:：0-9]{1,24}?(?:打响|启动|开展|部署|成立|运行|开通|实施)[^,，。;；:：0-9]{0,14}?以来")

_LATER = 44
"""At least as many characters as the longest match of it."""


def find_dates(text: str) -> list[DateExpr]:
    """Expressions of time in the order of the text, never overlapping.

    >>> [text for text in (e.start and "" or "2021年5月16日"[e.start:e.end] for e in find_dates("2021年5月16日"))]
    ['2021年5月16日']
    """
    points = _points(text)
    found = _joined(text, points)
    found += _spans_of_years(text, found)
    found += _clocks(text, found)
    found.sort(key=lambda e: e.start)
    return found


# Every expression of time holds one of these characters; the rest of a text is never looked at.
_COUNTED = f"0123456789{CHINESE_DIGITS}元两廿卅今去本上当前明全半个每同 \xa0下首昨"
# What a sign must follow, unless 间 stands behind it. The class of first characters stands in front so that the
# search skips by a table.
_SIGN = re.compile(
    rf"[年月日号季期来天晚中0-9](?:(?<=[年月日号])(?:(?<=[{_COUNTED}].)|(?<!..)|(?=间))"
    r"|(?<=季)|(?<=来)(?:(?<=[以年].)|(?<!..)|(?=间))|(?<=天)(?:(?<=[今昨当前一].)|(?<!..)|(?=间))"
    r"|(?<=晚)(?:(?<=当.)|(?<!..)|(?=间))|(?<=期)(?:(?<=[同动会攻战].)|(?<!..)|(?=间))"
    r"|(?<=[0-9])[0-9]{3}[-/.][0-9]|(?<=中)[,，共])",
    re.S,
)
_BACK, _AHEAD = 14, 14


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text around the signs of time."""
    windows: list[tuple[int, int]] = []
    for match in _SIGN.finditer(text):
        low, high = max(0, match.start() - _BACK), match.end() + _AHEAD
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
                points.append((match.start(), match.start() + len(match.group().rstrip("的, ")), point))
        for match in _BARE.finditer(text, low, high):
            points.append((match.start(), match.end(), Point(year=int(match.group()))))
        for match in _MONTHS.finditer(text, low, high):
            numbers = _NUMBER.finditer(text, match.start(), match.end(1))
            points += [(n.start(), n.end(), Point(month=int(n.group()))) for n in numbers]
    points.sort(key=lambda p: p[0])
    return points


def _matches(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """What `_POINT` finds in a window, but for matches of nothing."""
    while (begin := _BEGIN.search(text, low, high)) is not None:
        low = begin.start()
        match = _POINT.match(text, low, high)
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
            join = _JOIN.match(text, end)
            gap_end = join.end() if join else -1
            since = _SINCE.match(text, end)
            if since is not None and join is None:
                after = _JOIN.match(text, since.end())
                gap_end = after.end() if after else -1
            if gap_end < 0 and _parted(text, expr, points[index][0]):
                gap_end = points[index][0]
            if gap_end == points[index][0]:
                expr.last, expr.end = points[index][2], points[index][1]
                index += 1
        _edges(text, expr)
        found.append(expr)
    return found


def _parted(text: str, expr: DateExpr, start: int) -> bool:
    """从2月8日启动,至3月10日收官: a range whose ends are parted by a verb."""
    if not text.endswith(("从", "自"), 0, expr.start):
        return False
    return start - expr.end <= 16 and _PARTED.match(text[expr.end : start]) is not None


def _edges(text: str, expr: DateExpr) -> None:
    if expr.last is None:
        since = _SINCE.match(text, expr.end)
        later = None
        if since is None and text.find("以来", expr.end, expr.end + _LATER) >= 0:
            later = _SINCE_LATER.match(text, expr.end)
        if since is None and later is None and text.endswith(("自", "从"), 0, expr.start):
            later = _SINCE_ANY.match(text, expr.end)
        if since or later:
            expr.edge, expr.end = "since", since.end() if since else expr.end
            return
    if expr.last is None and text[expr.start - 1 : expr.start] in _UNTIL_ENDS:
        before = _UNTIL_BEFORE.search(text, max(0, expr.start - 6), expr.start)
        expr.edge = "until" if before else ""


def _spans_of_years(text: str, found: list[DateExpr]) -> list[DateExpr]:
    spans = []
    starts = [e.start for e in found]
    position = text.find("年")
    while position >= 0:
        match = _SPAN_YEARS.search(text, max(0, position - 5), position + 8)
        if match and match.start() <= position < match.end() and not _taken(found, starts, match):
            years = number_of(match["n"] or match["n2"])
            spans.append(DateExpr(match.start(), match.end(), Point(), years=years))
        position = text.find("年", position + 1)
    return spans


def _clocks(text: str, found: list[DateExpr]) -> list[DateExpr]:
    starts = [e.start for e in found]
    clocks: list[DateExpr] = []
    for sign in _CLOCK_SIGN.finditer(text):
        match = _CLOCK.search(text, max(0, sign.start() - 6), sign.end() + 10)
        if match and match.start() <= sign.start() < match.end() and not _taken(found, starts, match):
            if not clocks or clocks[-1].end <= match.start():
                clocks.append(DateExpr(match.start(), match.end(), Point(), clock=True))
    return clocks


def _taken(found: list[DateExpr], starts: list[int], match: re.Match[str]) -> bool:
    index = bisect_right(starts, match.end() - 1) - 1
    return index >= 0 and found[index].end > match.start()


def _read(match: re.Match[str]) -> Point | None:
    groups = match.groupdict()
    point = Point()
    if groups["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", groups["iso"]))
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
