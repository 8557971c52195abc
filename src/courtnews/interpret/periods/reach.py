"""How far an expression of time reaches: one day, from day to day, from one month to another."""

from __future__ import annotations

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
