"""When a report was published, and in which year it speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.structure import Document

_HEAD = 240
_ANY_YEAR = 2001
_SEVERAL = 3
_MONTHS_APART = 6
_TITLE, _TITLE_LINES = 45, 3
_LINE = 200
_DATELINE = re.compile(r"\s?(?:电|讯|报道|报导|消息)")
_LABEL = re.compile(r"(?:时间|日期|发布|发表|来源|发布于)[:：]?\s*$")
_SCENE = re.compile(r"\s*(?:上午|下午|,|，|早|晚|凌晨|清晨|至|-|—)")
# 某法院 2020-01-03 18:26: a date in figures, or one with a time of day, as pages are stamped.
_STAMPED = re.compile(
    r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9年月]{6,10}日\s?[0-9]{1,2}[:：][0-9]{2}"
)
# …不少于150名。（2006年4月28日）
_LAST_WORDS = re.compile(r"[^()（）\n]{0,8}[)）]\s*")
_CLOCK = re.compile(r"\s*[0-9]{1,2}[:：][0-9]{2}")
_CLAUSES = re.compile("[,，。;；]")
# 今年的打算 is what a report of the year before ends with.
_THIS_YEAR = re.compile(
    "今年(?!的?(?:打算|计划|目标|任务|工作安排|工作思路|怎么|拟|继续)|[^,，。;；]{0,16}(?:将|要|会|力争|计划|打算))"
)
_NOW = ("本月", "去年同期")
# 比去年缩短 is said in any year. What stands before is asked behind the word, which is found fast.
_LAST_YEAR = re.compile("去年(?<![比较于与同超由从]去年)(?!同期|的?同一)")
# 执剑2025, 数说法院2024: a year that is part of a name.
_NAMED_YEAR = re.compile(r"20(?<![0-9.年月日-]20)[0-2][0-9](?![0-9.年%％件人万亿元名次-])")
# 封面新闻 2020年7月17日 成都; 星期四 小雨
_PLACE = re.compile(r"(?:\s+[一-鿿]{2,6}){1,2}\s*")
_DRESSING = re.compile(r"[\s(（【\[□■·|—-]")


def publication(document: Document, published: date | None) -> date | None:
    """The day of publication: as given, else from a line of the head or foot that holds nothing but a date
    and its label, else from a dateline whose year the text settles; None where nothing says it.
    """
    if published is not None:
        return published
    whole = [
        e for e in document.dates if e.first.year and e.first.month and e.first.day and not (e.last or e.edge)
    ]
    stamps = [e for e in whole if _stands_alone(document, e)]
    stamps += [e for e in whole[-1:] if _LAST_WORDS.fullmatch(document.text, e.end)]
    if stamps:
        first = stamps[0].first
        return _date(first.year, first.month, first.day)
    told = _told_in_dateline(document)
    if told is None:
        return None
    year, month, day = told
    return _date(year or _dateline_year(document, month), month, day)


def dateline(document: Document) -> date | None:
    """The day of a dateline whose year nothing tells (三亚4月17日电), in a year that stands for any."""
    told = _told_in_dateline(document)
    return _date(_ANY_YEAR, *told[1:]) if told is not None else None


def _told_in_dateline(document: Document) -> tuple[int | None, int, int] | None:
    """The year, if any, the month and the day of the first dateline at the head of a text: 三亚4月17日电."""
    for expr in document.dates:
        first = expr.first
        if expr.start > _HEAD:
            break
        if first.month and first.day and not expr.last and _DATELINE.match(document.text, expr.end):
            return first.year, first.month, first.day
    return None


def speaking_year(document: Document, published: date | None) -> int | None:
    """The year that 今年 means: that of publication; else the latest year the text dates anything in, or the
    one after it where the text looks back; else a year in a name (利剑·2024).
    """
    if published is not None:
        return published.year
    text = document.text
    dated_in = [e for e in document.dates if _years(e)]
    told = [e for e in dated_in if e.edge != "since" and not _base(text, e) and not _due(text, e)]
    dated = [y for e in told for y in _years(e) if e.first.month or e.first.months or e.last]
    dated += [e.first.year for e in dated_in if e.edge == "since" and e.first.year and e.first.day]
    early = [y for e in told for y in _years(e) if e.start < max(_HEAD, len(text) // 3)]
    if not (dated or early):
        return _year_beside(document, told)
    latest = max(dated + early)
    return latest + 1 if _looks_back(document, latest) or _turned(document, latest) else latest


def _year_beside(document: Document, told: Sequence[DateExpr]) -> int | None:
    """The year of a text that dates nothing: by what it compares with or tells of late, or by a name."""
    text = document.text
    bases = [y for e in document.dates for y in _years(e) if _base(text, e)]
    if bases:
        return max(bases) + 1
    since = [y for e in document.dates for y in _years(e) if e.edge == "since" and e.start < _HEAD]
    if since:
        latest = max(since)
        return latest + 1 if _turned(document, latest) else latest
    late = max((y for e in told for y in _years(e)), default=None)
    if late is not None and _looks_back(document, late):
        return late + 1
    named = [int(match[0]) for match in _NAMED_YEAR.finditer(text)]
    return max(named, default=None)


def _looks_back(document: Document, latest: int) -> bool:
    """Whether a text speaks from the year after the latest that it tells of: it says 去年 but never 今年, and
    dates no single day in that year; or it says 去年 in its title, or plans for the year after.
    """
    text = document.text
    if _LAST_YEAR.search(text) is None:
        return False
    if any(e.first.year == latest + 1 for e in document.dates):
        return True
    if any(e.first.year == latest and e.first.months and e.start < _HEAD for e in document.dates):
        # 2021年上半年工作报告: a part of a year is told while it lasts.
        return False
    if any(e.first.year == latest and e.first.day for e in document.dates):
        return False
    title = text.lstrip().partition("\n")[0]
    if _LAST_YEAR.search(title, 0, _TITLE) is not None:
        return True
    return _THIS_YEAR.search(text) is None and not any(word in text for word in _NOW)


def _turned(document: Document, latest: int) -> bool:
    """Whether what began late in a year went on past its end: 2016年12月5日起…,到1月20日; or the day on which
    a report opens (1月16日) would be before one that it looks back on (2013年12月23日).
    """
    if _opens_after(document, latest):
        return True
    begun = [e for e in document.dates if e.edge == "since" and e.first.year == latest and e.first.month]
    if not begun:
        return False
    start, month = begun[-1].start, begun[-1].first.month or 0
    ends = (e.first for e in document.dates if e.start > start and e.edge == "until" and not _years(e))
    return any(p.month and p.month < month and p.year_shift is None for p in ends)


def _opens_after(document: Document, latest: int) -> bool:
    """Whether the first day of the head of a report has no year and, in the latest year told, would be months
    before the last day told of it.
    """
    days = [e.first for e in document.dates if e.first.year == latest and e.first.month and e.first.day]
    bare = (e for e in document.dates if e.start < _HEAD and e.first.month and e.first.day)
    opening = next(bare, None)
    if opening is None or opening.first.year or opening.first.year_shift is not None or not days:
        return False
    return max(p.month or 0 for p in days) - (opening.first.month or 0) > _MONTHS_APART


def _due(text: str, expr: DateExpr) -> bool:
    """Whether a date is that of a duty or bounds a class of cases: 须于2009年6月底前."""
    return text.startswith(("前", "底前", "以前", "之前", "末前"), expr.end)


def _base(text: str, expr: DateExpr) -> bool:
    """Whether a year is what the present one is compared with: 比2015年同期."""
    return text[expr.start - 1 : expr.start] in ("比", "较", "与") if expr.start else False


def _years(expr: DateExpr) -> list[int]:
    first, last = expr.first.year, expr.last.year if expr.last is not None else None
    if last is None:
        return [first] if first is not None else []
    return [first, last] if first is not None else [last]


def _stands_alone(document: Document, expr: DateExpr) -> bool:
    """Whether a line holds the date and hardly more: 2018-06-08 21:29:50 来源:…, (2022年9月21日),
    某报·2025-07-25.
    """
    text = document.text
    before, behind = _line_around(document, expr)
    clean = len(behind.strip()) <= 40 and not _CLAUSES.search(behind)
    plain = clean and not _CLAUSES.search(before)
    if _LABEL.search(before):
        return True
    if len(before) <= 30 and (stamp := _STAMPED.match(text, expr.start)):
        timed = stamp[0].endswith("日") or _CLOCK.match(text, stamp.end()) is not None
        if plain or (timed and not _CLAUSES.search(before)):
            return True
    if before.strip().startswith("—") and "会议" in behind:
        return True
    if plain and before[-1:].isspace() and (not behind.strip() or _PLACE.fullmatch(behind)):
        return True
    if not clean or _SCENE.match(behind):
        return False
    # The first line of a text may be its title.
    titled = len(before) == expr.start
    return not _DRESSING.sub("", before) or (not titled and len(before) <= 24 and "·" in before)


def _line_around(document: Document, expr: DateExpr) -> tuple[str, str]:
    """What stands before and behind a date in its line. What is too far off to matter is no more than a
    comma there: a line of nothing but dates would be read once for each of them.
    """
    text = document.text
    start = document.paragraph_span(document.paragraph_of(expr.start))[0]
    end = document.paragraph_span(document.paragraph_of(expr.end))[1]
    before = (
        text[start : expr.start]
        if expr.start - start <= _LINE
        else "," + text[expr.start - _LINE : expr.start]
    )
    behind = text[expr.end : end] if end - expr.end <= _LINE else text[expr.end : expr.end + _LINE] + ","
    return before, behind


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


def _dateline_year(document: Document, month: int) -> int | None:
    """The year of a dateline that names none: that of the latest year spoken of, or the one after it for
    the first months, in which reports speak of the year that has ended.
    """
    exprs = [e for e in document.dates if e.edge != "until"]
    years = [y for e in exprs for y in _years(e)]
    if not years:
        return None
    latest = max(years)
    if _looks_back(document, latest):
        return latest + 1
    later = any(
        latest in _years(e) and (e.last or e.first).month and (e.last or e.first).month > month for e in exprs
    )
    if later:
        return latest + 1
    within = any(latest in _years(e) and (e.last or e.first).month for e in exprs)
    return latest + 1 if month <= 3 and not within else latest


def spans_of_years(document: Document) -> dict[int, str]:
    """The first span of so many whole years that a report names (2018年至2022年), else tells year by year, by
    how many they are.
    """
    found = []
    for expr in document.dates:
        first, last = expr.first, expr.last
        if last is not None and first.year and last.year and first.year < last.year:
            found.append((first.year, last.year))
    told = sorted({y for e in document.dates for y in _years(e) if not e.first.month})
    runs = [[year] for year in told[:1]]
    for year in told[1:]:
        if year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    # 2016年…,2017年…,2018年…,三年合计…
    found += [(run[0], run[-1]) for run in runs if len(run) >= _SEVERAL]
    return {last - first + 1: f"{first}/{last}" for first, last in reversed(found)}


def year_of_title(document: Document, now: int | None) -> str | None:
    """The year that a headline names without saying 年 (法院2024), where the report is of it or the next."""
    head = document.text[: document.text.find("\n", _TITLE) if len(document.text) > _TITLE else None]
    for line in head.split("\n")[:_TITLE_LINES]:
        match = _NAMED_YEAR.search(line)
        if match and now in (int(match[0]), int(match[0]) + 1) and len(line) <= _TITLE:
            return match[0]
    return None
