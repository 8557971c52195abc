"""Whether the day that a page states of itself can be the day its report appeared."""

from __future__ import annotations

from datetime import date

from courtnews.interpret.structure import Document


def plausible_day(document: Document, stated: date | None) -> date | None:
    """The stated day, unless the text speaks against it; for reports that name no day themselves.

    Pages are moved and reprinted: a day before one the text tells of, or years after all of them, is that of
    the page, not of the report.
    """
    if stated is None:
        return None
    points = [p for e in document.dates for p in (e.first, e.last) if p is not None and p.year is not None]
    years = [p.year for p in points if p.year is not None]
    if years and not max(years) <= stated.year <= max(years) + 1:
        return None
    days = [(p.year, p.month, p.day) for p in points if p.year is not None and p.month and p.day]
    later = any((y, m or 0, d or 0) > (stated.year, stated.month, stated.day) for y, m, d in days)
    return None if later else stated
