"""How the times of one sentence stand to each other: one lies in another, several are told in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.dates import DateExpr
from courtnews.interpret.periods.context import ONE_DAY, ONE_MONTH, ONE_YEAR, TWO_DAYS
from courtnews.interpret.periods.extents import earlier, within
from courtnews.interpret.periods.frames import Frame, Told
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence

_TILL_NOW = re.compile("目前已?|(?:至今|迄今|截至目前|到目前为止)已?")
_TO_THIS_DAY = re.compile("[,，](?:[至迄]今(?![^,，]{0,6}[未没仍])|截至目前)[^;；]*$")
_THAT_DAY = ("当天", "当日", "当晚")
# 今天才晓得; 昨天又拘留9人 tells of results.
_ONLY_SAID = re.compile("(?:才|又|终于|就|还)[^0-9,，。;；一二两三四五六七八九十]*(?:[,，。;；]|$)")
_ACTION_OF_A_YEAR, _PLAIN = 16, re.compile("[^,，。;；0-9]*")
# Nobody says more at a time.
_SPEECH = 400


def is_spoken(expr: DateExpr, text: str, base: int) -> bool:
    """Whether somebody only says 今天 (“今天不讲情面。”, 今天才晓得): that dates nothing."""
    if expr.first.day_shift is None or expr.first.of_event:
        return False
    start = expr.start - base
    low = max(0, start - _SPEECH)
    quoted = text.rfind("“", low, start) > text.rfind("”", low, start)
    return quoted or _ONLY_SAID.match(text, expr.end - base) is not None


def goes_on_till_now(sentence: Sentence, reading: Reading, dates: Sequence[DateExpr], period: str) -> bool:
    """Whether something is counted from a month told before on: 3月签订备忘录,目前已对5865人限制消费; from a
    day on only where it is said so: 9月1日首批上屏,至今共曝光178人.
    """
    if "/" in period or not dates or dates[0].start >= reading.quantity.start:
        return False
    till = _TILL_NOW if len(period) == ONE_MONTH else _TO_THIS_DAY if len(period) == ONE_DAY else None
    if till is None:
        return False
    start, end = dates[0].end - sentence.start, reading.quantity.start - sentence.start
    said = till.search(sentence.text, start, end)
    return said is not None and not any(word in said.group() for word in _THAT_DAY)


def lies_in(expr: DateExpr, last: Told) -> bool:
    """Whether an expression only points to the time just told: 去年12月的行动,当天执结23件;
    从3月20日到11月20日,八个月里….
    """
    if expr.first.span and expr.days > 1 and last.frame.day:
        # 9月12日打响,到采访结束的17日,6天里拘留18人
        return False
    if expr.first.span:
        # 2月到4月清案,翻出118件,期间清结92件.
        return not last.used or expr.end - expr.start == len("期间")
    if expr.first.whole_year and expr.first.year is None and expr.first.year_shift is None:
        # 2019年、2020年全市法院全年分别执结…; 截至7月底,全年累计结案….
        return not last.used and (last.stock or "-" not in last.frame.period)
    if expr.first.campaign and (last.stock or (not last.used and len(last.frame.period) == TWO_DAYS)):
        return True
    return expr.first.day_shift == 0 and not last.frame.day


def is_part_of(expr: DateExpr, before: DateExpr | None, gap: str) -> bool:
    """Whether an action is only said to be that of the day or the year right before it: 当天的行动中,
    2009年开展的清理积案活动中; `gap` is what stands between.
    """
    if before is None or not expr.first.campaign:
        return False
    if before.first.year is not None and not (before.first.month or before.last or before.edge):
        return len(gap) <= _ACTION_OF_A_YEAR and _PLAIN.fullmatch(gap) is not None
    return before.first.day_shift == 0 and len(gap) <= len("的")


def sets_against(expr: DateExpr, before: DateExpr | None) -> bool:
    """Whether 今年 is only said against 去年同期: 去年同期结案60件,今年增加15%."""
    this_year = expr.first.year_shift == 0 and not (expr.first.month or expr.first.months or expr.edge)
    return this_year and before is not None and before.first.same and before.first.year_shift == -1


def bygone(told: Told, now: int | None) -> bool:
    """Whether a time is a year long past that only a story speaks of: 前年他赊下1.3万元."""
    year = told.frame.period
    return now is not None and len(year) == ONE_YEAR and year < str(now - 1)


def holds_all(told: Sequence[Told]) -> bool:
    """Whether the first time told holds the others: 2018年至今年6月…,其中2018年…,2019年…."""
    return all(within(t.frame.period, told[0].frame.period) for t in told)


def leading(used: list[Told]) -> list[Told]:
    """The times of results, or the first alone, where it holds the others or they look back:
    2018年…,而2016年、2017年两年合计….
    """
    if len({t.frame.period for t in used}) <= 1:
        return used
    backwards = earlier(used[-1].frame.period, used[0].frame.period)
    return used[:1] if backwards or holds_all(used) else used


def back_to(told: Sequence[Told], local: Frame | None, current: Frame | None) -> Frame | None:
    """What holds behind a semicolon: the time told first, where it holds the others or they look back; what
    one court did on some day says nothing of the next court of a list, for which `current` holds.
    """
    if holds_all(told):
        return told[0].frame
    if told[-1].frame.day:
        return current
    return told[0].frame if earlier(told[-1].frame.period, told[0].frame.period) else local


def year_of_turn(told: Sequence[Told], readings: Sequence[Reading], reading: Reading) -> Frame | None:
    """The year of a list dealt out among as many years as its sentence told before, one by one:
    2007年新收8件,2008年9件;执结数分别为7件、8件.
    """
    dealt = [r for r in readings if r.distributed >= 0 and r.metric is reading.metric]
    years = [t.frame for t in told if t.used and len(t.frame.period) == ONE_YEAR]
    alike = len(dealt) == len(years) > 1 and len(years) == len(told)
    return years[reading.distributed] if alike and reading.distributed < len(years) else None


def comes_back(sentence: Sentence, last: DateExpr, reading: Reading) -> bool:
    """Whether a semicolon parts a number from the time told last."""
    gap = sentence.text[last.end - sentence.start : reading.quantity.start - sentence.start]
    return not STRONG_BREAKS.isdisjoint(gap)


def from_new_year(said: Told, before: Told) -> Told | None:
    """What the year said behind the day up to which something is counted makes of that: 截至6月10日,今年受理
    counts from January on, whenever the action of the report began.
    """
    end, year = before.frame.period.partition("/")[2], said.frame.period
    if not before.stock or before.used or len(year) != ONE_YEAR or end[:ONE_YEAR] != year:
        return None
    return before._replace(frame=before.frame._replace(period=f"{year}-01/{end}"))


def only_widens(said: Told, told: Sequence[Told]) -> bool:
    """Whether a year or month only repeats that of the time told right before it: 截至8月31日,今年全院受理…;
    昨(3)日举行9月份拍卖会.
    """
    before = told[-1] if told else None
    single = "/" not in said.frame.period and not said.frame.day
    return (
        before is not None
        and single
        and not before.used
        and (before.stock or len(said.frame.period) > ONE_YEAR)
        and within(before.frame.period, said.frame.period)
    )


def heard(said: Told | None, told: list[Told], local: Frame | None) -> Frame | None:
    """Add what an expression tells to the times of its sentence; returns what holds then."""
    if said is None:
        return local
    if told and (whole := from_new_year(said, told[-1]) or from_new_year(told[-1], said)):
        told[-1] = whole
        return whole.frame
    if only_widens(said, told):
        return local
    told.append(said)
    return said.frame


def as_told_before(reading: Reading, local: Frame | None) -> Frame | None:
    """The time of a number that is told again, with what is told of its parts: 移送71件。…71件里头,有29件."""
    told = reading.again
    return Frame(told.period, "as told before") if told is not None and told.period else local
