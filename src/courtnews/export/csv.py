"""CSV: one figure a row, of every role, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from typing import TextIO

from courtnews.fields import without_surrogates
from courtnews.records import FigureBase, Report

COLUMNS = (
    *("source", "id", "kind", "metric", "label", "value", "value_max", "unit", "bound", "period", "court"),
    *("scope", "tags", "basis", "of", "role", "damaged", "start", "end", "text"),
)

# What a spreadsheet takes for a formula, full-width forms included, and what it skips to find one.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula.

    The rule is OWASP's for CSV injection.

    >>> defuse("=HYPERLINK(1)"), defuse("丹凤法院")
    ("'=HYPERLINK(1)", '丹凤法院')
    """
    return "'" + text if text.startswith(_FORMULA) else text


# Numbers stay numbers: a falling rate begins with a minus and is no formula.
_NUMBERS = {"value", "value_max", "start", "end"}


def _cell(column: str, value: object) -> object:
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    return value if column in _NUMBERS else defuse(str(value))


def _row(source: str | None, figure: FigureBase) -> list[object]:
    values = figure.model_dump(mode="json")
    values["source"] = None if source is None else without_surrogates(source)
    values["tags"] = ";".join(figure.tags)
    return [_cell(column, values.get(column)) for column in COLUMNS]


class CsvWriter:
    """Writes each figure as one row in RFC 4180 CSV, the names of the columns before the first report."""

    def __init__(self) -> None:
        self._started = False

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the figures of one report, of every role; none where there are none."""
        # CR LF, because the csv module of Python 3.11 quotes a lone CR in a cell only then.
        rows = csv.writer(stream, lineterminator="\r\n")
        if not self._started:
            rows.writerow(COLUMNS)
            self._started = True
        rows.writerows(_row(report.source, figure) for figure in report.all_figures)
