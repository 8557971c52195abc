"""Expressions of time, found in working text."""

from courtnews.dates.points import DateExpr, Point
from courtnews.dates.scan import find_dates

__all__ = ["DateExpr", "Point", "find_dates"]
