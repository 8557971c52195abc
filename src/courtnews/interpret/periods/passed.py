"""Whether a report speaks from after the latest year that it names."""

from __future__ import annotations

import re

from courtnews.interpret.periods.context import EARLY, TITLE
from courtnews.interpret.periods.events import is_of_a_speech
from courtnews.interpret.periods.headlines import is_heading
from courtnews.interpret.periods.named import is_aside, is_base, is_deadline, years_of
from courtnews.interpret.periods.whole import SENTENCE, is_part, is_whole
from courtnews.interpret.structure import Document

#: How far the head of a report reaches, in which its dateline stands.
HEAD = 240
_MONTHS_APART, _DECEMBER = 2, 12
_LATE = 11
# 今年的打算 is what a report of the year before ends with.
THIS_YEAR = re.compile(
    "今年(?!的?(?:打算|计划|目标|任务|工作安排|工作思路|怎么|拟|继续)|[^,，。;；]{0,16}(?:将|要|会|力争|计划|打算))"
)
# 2017年,云溪法院通报:去年…
_REPORTS = re.compile(
    "[,，]?[^,，。;；:：0-9]{2,12}(?:通报|介绍|透露|公布|晒出)[^,，。;；:：0-9]{0,4}[:：,，]"
)
_NOW = ("本月", "去年同期")
_COUNTED = re.compile(
    "[,，]?(?!的|[^,，。;；0-9]{0,14}已)[^,，。;；0-9]{1,24}[0-9][0-9.,]{0,12}[万亿]?余?(?:件|人|名|元|起|宗)"
)
# 2012年11人,去年…
_LISTED = re.compile("[^,，。;；0-9]{0,12}[0-9][0-9.]*[万亿]?余?[^,，。;；0-9]{1,8}[,，、](?:而|但)?")
_PAST = ("此前的", "之前的", "刚过去的")
# 比去年缩短 is said in any year. What stands before is asked behind the word, which is found fast.
LAST_YEAR = re.compile("去年(?<![比较于与同超由从]去年)(?!同期|的?同一)")


def passes_to_last_year(document: Document, latest: int) -> bool:
    """Whether a list of years goes on to 去年, which is the one after the last that it names:
    2011年39人,2012年11人,去年没有一人.
    """
    text = document.text
    for first, before, expr in zip(document.dates, document.dates[1:], document.dates[2:], strict=False):
        if before.first.year != latest or expr.first.year_shift != -1 or expr.first.same or before.last:
            continue
        listed = first.first.year == latest - 1 and _LISTED.fullmatch(text, first.end, before.start)
        if listed and _LISTED.fullmatch(text, before.end, expr.start):
            return True
    return False


def looks_back(document: Document, latest: int) -> bool:
    """Whether a text speaks from the year after the latest that it tells of: it says 去年 but never 今年, and
    dates no single day in that year; or it says 去年 in its title, or plans for the year after.
    """
    text = document.text
    if _this_year_against(document, latest):
        return True
    said = LAST_YEAR.search(text)
    if said is None:
        return False
    if year_compared(document, said.start()) == latest - 1:
        # 去年受理9316件,比2010年增加418件, in a report of 2012.
        return True
    if any(e.first.year == latest + 1 for e in document.dates):
        return True
    named = (e for e in document.dates if e.first.year == latest and e.first.month)
    if any(
        _REPORTS.match(text, e.end) for e in document.dates if e.first.year == latest and not e.first.month
    ):
        return False
    if any(is_of_a_speech(text[e.end : e.end + SENTENCE]) for e in named):
        return False
    if _is_going_on(document, latest):
        return False
    if any(e.first.year == latest and e.first.day for e in document.dates):
        return False
    if LAST_YEAR.search(document.title, 0, TITLE) is not None:
        return True
    return THIS_YEAR.search(text) is None and not any(word in text for word in _NOW)


def _is_going_on(document: Document, latest: int) -> bool:
    """Whether a title tells of a part of a year (2021年上半年工作报告), or a text of nothing more of it than
    its first months (2018年前8个月): that is told while the year lasts.
    """
    named = [e for e in document.dates if e.first.year == latest]
    if any(e.first.months and e.start < TITLE for e in named):
        return True
    begun = any(e.first.months and e.first.months[0] == 1 < e.first.months[1] < _DECEMBER for e in named)
    return begun and not any(is_whole(document.text, e) for e in named)


def _this_year_against(document: Document, year: int) -> bool:
    """Whether a sentence compares 今年 with that year (今年新收14万宗,较2015年同期上升40%), or says that it
    is past (此前的2015年).
    """
    for index, expr in enumerate(document.dates):
        if expr.first.year == year and document.text.endswith(_PAST, 0, expr.start):
            return THIS_YEAR.search(document.text) is not None
        if expr.first.year == year and is_base(document.text, expr) and index:
            before = document.dates[index - 1]
            between = document.text[before.end : expr.start]
            if before.first.year_shift == 0 and "。" not in between:
                return True
    return False


def year_compared(document: Document, position: int) -> int | None:
    """The year that the sentence around a position compares its own with."""
    text = document.text
    end = text.find("。", position)
    for expr in document.dates:
        if position < expr.start < (end if end >= 0 else len(text)) and is_base(text, expr):
            return expr.first.year
    return None


def has_turned(document: Document, latest: int) -> bool:
    """Whether what began late in a year went on past its end: 2016年12月5日起…,到1月20日; or the day on which
    a report opens (1月16日) would be before one that it looks back on (2013年12月23日).
    """
    if _opens_after(document, latest):
        return True
    begun = [e for e in document.dates if e.edge == "since" and e.first.year == latest and e.first.month]
    if not begun:
        return False
    start, month = begun[-1].start, begun[-1].first.month or 0
    ends = (e.first for e in document.dates if e.start > start and e.edge == "until" and not years_of(e))
    return any(p.month and p.month < month and p.year_shift is None for p in ends)


def _opens_after(document: Document, latest: int) -> bool:
    """Whether the first day of the head of a report has no year and, in the latest year told, would be months
    before the last day told of it.
    """
    days = [e.first for e in document.dates if e.first.year == latest and e.first.month and e.first.day]
    bare = (e for e in document.dates if e.start < HEAD and e.first.month and e.first.day)
    opening = next(bare, None)
    if opening is None or opening.first.year or opening.first.year_shift is not None:
        return False
    told = [e for e in document.dates if e.start < opening.start and latest in years_of(e)]
    if any(not is_heading(document, document.paragraph_of(e.start)) for e in told):
        return False  # 2021年执结96件。3月5日,…: of the year told before it
    named = (e for e in document.dates if e.first.year == latest and e.first.month)
    text = document.text
    months = [e.first.month or 0 for e in named if not (is_aside(text, e) or is_deadline(text, e))]
    early = (opening.first.month or 0) <= EARLY
    late = max(months, default=0)
    # 3月5日,…。2022年12月,…: at the end of a year the next begins.
    apart = late - (opening.first.month or 0) > _MONTHS_APART and (opening.first.month or 0) < EARLY
    if not days and early and (apart or late >= _LATE):
        return True  # 2月11日,…。2025年9月,部署清仓: of the year after
    if not days:
        # 1月13日,审议工作报告。2018年…,2022年…: so early a year is told of when it has ended.
        parts = any(latest in years_of(e) and is_part(e) for e in document.dates)
        return early and not parts
    return max(p.month or 0 for p in days) - (opening.first.month or 0) > _MONTHS_APART


def is_over(document: Document, latest: int) -> bool:
    """Whether a text tells of the latest year as a whole that is over, and of a part of 今年 besides:
    2021年至2023年,移送110件。今年上半年移送43件.
    """
    text, dates = document.text, document.dates
    if any(e.first.year == latest and e.last is not None and e.last.year_shift == 0 for e in dates):
        return True  # 从2024年1月1日到今年3月31日
    named = any(latest in years_of(e) and text[e.end - 1] == "度" for e in dates)
    part = any(
        e.first.year_shift == 0 and (e.first.months or e.last or (named and e.edge == "since")) for e in dates
    )
    if not part or any(e.first.year == latest and is_part(e) for e in dates):
        return False
    plain = [e for e in dates if not (e.last or e.first.month or e.first.months)]
    bare = {e.first.year for e in plain if _COUNTED.match(text, e.end)}
    # 2016年受理3693件,2017年5386件。…今年8月至10月
    return {latest - 1, latest} <= bare or any(is_whole(text, e) for e in dates if latest in years_of(e))
