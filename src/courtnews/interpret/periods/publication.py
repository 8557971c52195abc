"""When a report was published."""

from __future__ import annotations

import re
from datetime import date

from courtnews.dates import DateExpr
from courtnews.interpret.periods.context import EARLY
from courtnews.interpret.periods.named import is_aside, years_of
from courtnews.interpret.periods.passed import HEAD, is_over, looks_back
from courtnews.interpret.periods.since import is_unclear, last_since
from courtnews.interpret.periods.years import has_begun
from courtnews.interpret.structure import Document

_ANY_YEAR = 2001
_LINE = 200
_DATELINE = re.compile(r"\s?(?:电|讯|报道|报导|消息)")
# 云溪讯(记者 某某 2018年6月13日)
_IN_BRACKETS = re.compile(r"[讯电]\s?[(（][^()（）\n。]{0,30}$|讯\s{0,2}$")
_BYLINE = 36
_OPENS = re.compile(r"\s{0,2}[(（]")
_LABEL = re.compile(
    r"(?:(?:发布|发表|更新|刊登|刊发|发稿|上传|录入|编辑|创建|出版|(?<![一-鿿]))(?:时间|日期)|发布|发表|来源|发布于)[:：]?\s*$"
)
_SCENE = re.compile(r"\s*(?:上午|下午|,|，|早|晚|凌晨|清晨|至|-|—)")
# 某法院 2020-01-03 18:26: a date in figures, or one with a time of day, as pages are stamped.
_STAMPED = re.compile(
    r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9年月]{6,10}日\s?[0-9]{1,2}[:：][0-9]{2}"
)
# …不少于150名。（2006年4月28日）
_LAST_WORDS = re.compile(r"[^()（）\n]{0,8}[)）]\s*")
# 2017年春节一天天近了, 到2019年初: the first months of a year, spoken of shortly before and after.
_FIRST_MONTHS = re.compile("的?(?:春节|元旦|新春|元宵|初(?!次|步|审|期|衷))")
_LATE = 11
_CLOCK = re.compile(r"\s*[0-9]{1,2}[:：][0-9]{2}")
_CLAUSES = re.compile("[,，。;；]")
# 封面新闻 2020年7月17日 成都; 星期四 小雨
_PLACE = re.compile(r"(?:\s+[一-鿿]{2,6}){1,2}\s*")
# 本报记者  顾某(2019年6月14日)
_REPORTER = re.compile(
    r"[\s(（【]*(?:本报|本网|本台|本刊)?[一-鿿]{0,4}(?:记者|通讯员)[^,，。;；0-9]{1,24}[\s(（]"
)
# 某报  2024年09月18日  第07版:法治
_PAGE = re.compile(r"\s*(?:星期.\s*)?(?:第?\s?[A-Z]?[0-9]{1,3}\s?版|版次)")
# 云溪法院办公室编          6月24日
_ISSUED = re.compile(r"(?:^|\n)[^,，。;；:：0-9\n]{2,40}(?:编印?|印发?|办公室|主办|执行局|法院)\s{1,40}$")
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
        if expr.start > HEAD:
            break
        if not (first.month and first.day) or expr.last:
            continue
        text, start = document.text, max(0, expr.start - _BYLINE)
        if _DATELINE.match(text, expr.end) or _byline(text, start, expr) or _issued(text, expr):
            return first.year, first.month, first.day
    return None


def _byline(text: str, start: int, expr: DateExpr) -> bool:
    """Whether a day stands in the brackets of a byline, or between 讯 and those."""
    said = _IN_BRACKETS.search(text, start, expr.start)
    return said is not None and (
        "(" in said[0] or "（" in said[0] or _OPENS.match(text, expr.end) is not None
    )


def _issued(text: str, expr: DateExpr) -> bool:
    """Whether a day ends a line that only says who issued the report."""
    ends = text[expr.end : expr.end + 2].strip(" 　")
    return (ends == "" or ends[0] == "\n") and _ISSUED.search(text, 0, expr.start) is not None


def _dateline_year(document: Document, month: int) -> int | None:
    """The year of a dateline that names none: that of the latest year spoken of, or the one after it for
    the first months, in which reports speak of the year that has ended.
    """
    exprs = [e for e in document.dates if e.edge != "until" and not is_aside(document.text, e)]
    years = [y for e in exprs for y in years_of(e)]
    if not years:
        # 凡截至2011年12月31日 says so much at least.
        exprs = [e for e in document.dates if e.edge == "until" and e.first.day]
        years = [y for e in exprs for y in years_of(e)]
    if not years:
        return None
    latest = max(years)
    if is_unclear(document, latest):
        return None
    if (passed := last_since(document, latest)) is not None:
        return passed + 1 if month <= EARLY else passed
    if has_begun(document, latest):
        return latest
    if looks_back(document, latest) or is_over(document, latest):
        return latest + 1
    later = any(
        latest in years_of(e) and (e.last or e.first).month and (e.last or e.first).month > month
        for e in exprs
    )
    if later:
        return latest + 1
    named = [e for e in exprs if latest in years_of(e)]
    opening = [e for e in named if _FIRST_MONTHS.match(document.text, e.end)]
    if month >= _LATE and len(opening) == len(named):
        return latest - 1
    within = opening or any((e.last or e.first).month for e in named)
    return latest + 1 if month <= EARLY and not within else latest


def _stands_alone(document: Document, expr: DateExpr) -> bool:
    """Whether a line holds the date and hardly more: 2018-06-08 21:29:50 来源:…, (2022年9月21日),
    某报·2025-07-25.
    """
    text = document.text
    before, behind = _line_around(document, expr)
    before = before.rstrip("[【〔")  # 日期:[2019年04月16日]
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
    if _PAGE.match(behind) and not _CLAUSES.search(before):
        return True
    if not clean or _SCENE.match(behind):
        return False
    if plain and _REPORTER.fullmatch(before) and not behind.strip(" 　)）】\n"):
        return True
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
