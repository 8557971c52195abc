"""A table to read: the results of a report, one a line, and what was left out below."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO, get_args

from courtnews.export.printable import printable
from courtnews.fields import plain_number
from courtnews.records import Figure, Report, Role

if TYPE_CHECKING:
    from rich.table import Table

_HEDGES = {"exact": "", "over": ">", "under": "<", "about": "~"}
# Wide enough for any row, so that nothing is folded or cut where no screen sets a limit.
_UNLIMITED = 10_000


class TableWriter:
    """Writes each report as a table of its results; plain text without folding where there is no terminal."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._started = False

    def write(self, report: Report, stream: TextIO) -> None:
        """Write heading, table and a line on what the table leaves out."""
        if self._started:
            stream.write("\n")
        self._started = True
        stream.write(_heading(report) + "\n")
        if report.figures:
            self._write_table(report, stream)
        stream.write(_remainder(report) + "\n")

    def _write_table(self, report: Report, stream: TextIO) -> None:
        from rich.console import Console

        if stream.isatty():
            Console(file=stream, highlight=False).print(self._table(report))
            return
        buffer = io.StringIO()
        console = Console(
            file=buffer, width=_UNLIMITED, highlight=False, color_system=None, force_terminal=False
        )
        console.print(self._table(report))
        stream.writelines(line.rstrip() + "\n" for line in buffer.getvalue().splitlines() if line.strip())

    def _table(self, report: Report) -> Table:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for name in ("metric", "value", "unit", "period", "court", "text"):
            table.add_column(name, justify="right" if name == "value" else "left", overflow="fold")
        for figure in report.figures:
            # Text, not str: what stands in square brackets is a court's word, not markup.
            table.add_row(*(Text(printable(cell)) for cell in self._cells(figure)))
        return table

    def _cells(self, figure: Figure) -> tuple[str, ...]:
        name = self._labels.get(figure.metric, figure.metric)
        if figure.kind == "change":
            name = f"change: {name}"
        if figure.label:
            name = f"{name}: {figure.label}"
        return (name, _value(figure), figure.unit, figure.period or "", figure.court or "", figure.text)


def _value(figure: Figure) -> str:
    """The value to read: hedge, sign of a change, digits in threes, upper end."""
    if figure.value is None:
        return ""
    sign = "+" if figure.kind == "change" and figure.value > 0 else ""
    upper = "" if figure.value_max is None else f"–{_grouped(plain_number(figure.value_max))}"
    return f"{_HEDGES[figure.bound]}{sign}{_grouped(plain_number(figure.value))}{upper}"


def _grouped(number: str) -> str:
    """The number with its whole part in groups of three.

    >>> _grouped("-1632000000.5")
    '-1,632,000,000.5'
    """
    whole, point, decimals = number.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    first = len(digits) % 3 or 3
    groups = [digits[:first], *(digits[i : i + 3] for i in range(first, len(digits), 3))]
    return f"{sign}{','.join(groups)}{point}{decimals}"


def _heading(report: Report) -> str:
    parts = [report.source or "(text)", report.title, report.court, report.published]
    return " · ".join(printable(part) for part in parts if part)


def _remainder(report: Report) -> str:
    """How many results there are, and how many figures of other roles are not among them."""
    count = len(report.figures)
    said = f"{count} {'result' if count == 1 else 'results'}"
    roles = Counter(figure.role for figure in report.all_figures if not figure.damaged)
    rest = [f"{roles[role]} {role}" for role in get_args(Role) if role != "statistic" and roles[role]]
    if report.damaged:
        rest.append(f"{len(report.damaged)} damaged")
    return f"{said}; not shown: {', '.join(rest)}" if rest else said
