"""Expressions of time, found in working text."""

from courtnews.dates.scan import DateExpr, Point, find_dates

__all__ = ["DateExpr", "Point", "find_dates"]
