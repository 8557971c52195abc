"""Whether an expression of time names a whole year or a part of one."""

from __future__ import annotations

from courtnews.dates import DateExpr

#: How far behind an expression its sentence is looked at.
SENTENCE = 60


def is_part(expr: DateExpr) -> bool:
    """Whether an expression names a part of a year; 1至12月 names all of it."""
    return bool(expr.first.month) or expr.first.months not in (None, (1, 12))


def is_whole(text: str, expr: DateExpr) -> bool:
    """Whether an expression names whole years: 2021年至2023年, 2022年,…全年; 2018年以来 names none."""
    if expr.edge or is_part(expr):
        return False
    if expr.first.months:
        return True
    if expr.last is not None:
        return expr.last.month is None
    if text[expr.end - 1] == "度":
        return True
    return "全年" in text[expr.end : expr.end + SENTENCE].partition("。")[0]
