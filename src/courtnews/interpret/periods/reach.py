"""How far an expression of time reaches: one day, from day to day, from one month to another."""

from __future__ import annotations

import re

from courtnews.dates import DateExpr


def is_one_day(expr: DateExpr) -> bool:
    told = expr.first.day or expr.first.day_shift is not None
    return bool(told and not expr.last and not expr.edge)


def spans_days(expr: DateExpr) -> bool:
    """Whether a time is told from one day to another: 7月16日至17日,召开…会议."""
    return expr.first.day is not None and expr.last is not None and not expr.edge


def lasts(expr: DateExpr) -> bool:
    """Whether a time is told from one day or month to another; from January on, it is that of no action."""
    if expr.first.months:
        return expr.first.months[0] > 1
    return expr.last is not None and (expr.last.month or expr.last.day) is not None


# (统计时段:5月1日至5月31日)
_LABELLED = re.compile("(?:统计|通报|数据)(?:时段|期间|区间|时间|周期|日期)[:：]\\s*$")
# 2020年5月,该院组建快速行动中队
_FOUNDS = re.compile(
    "[,，]?[^,，。;；0-9]{0,8}(?:组建|挂牌成立|成立|设立|揭牌|建成)(?![^,，。;；]{0,16}(?:以来|至今|后))"
)


def is_labelled(before: str) -> bool:
    """Whether the words before a date say that all numbers are of it."""
    return _LABELLED.search(before) is not None


def founds(expr: DateExpr, behind: str) -> bool:
    """Whether something was only founded in a month, in which no results told later fell."""
    return bool(expr.first.month) and not expr.edge and _FOUNDS.match(behind) is not None
