"""Tables in a text: each number read by the headings of its row and column.

Where the headings do not say what a number is, there is no figure; a table is not read as prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from courtnews.dates import DateExpr
from courtnews.interpret.impossible import is_impossible
from courtnews.interpret.periods.context import Context
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence
from courtnews.interpret.tabular.axes import Axes
from courtnews.interpret.tabular.cells import Number, is_number, read_cell, read_place
from courtnews.interpret.tabular.grid import Plan, Table, find_tables, plan
from courtnews.interpret.tabular.headings import Heading, Namer, Unit
from courtnews.interpret.tabular.lines import Cell
from courtnews.lexicon import Matcher, Metric
from courtnews.quantities import Quantity

__all__ = ["Table", "dates_outside", "find_tables", "read_tables"]

_UNSAID = "the headings of its table do not say what it is"
# Kinds of cases whose names are also those of a measure: crossed with a measure they only say which cases.
_KIND = re.compile(r"(?:案件|案|类|实施|审查|异议|首次执行|恢复执行|首执|执恢|恢执|执行|保全)$")
_WHOLE = frozenset(("case", "person", "vehicle"))
_CHANGING = frozenset(("percent", "points", "times", "money", "item", "duration", "area")) | _WHOLE


def read_tables(
    tables: Sequence[Table],
    document: Document,
    matcher: Matcher,
    *,
    court: str | None = None,
    now: int | None = None,
    published: date | None = None,
    period: str | None = None,
) -> list[Reading]:
    """The readings of all tables, in the order of the text; what the headings do not explain is refused.

    `court` and `period` are those of the report, `now` the year in which it speaks, `published` its day. A
    reading's quantity spans the numeral in its cell, with its unit where the cell has one.
    """
    if not tables:
        return []
    namer = Namer(matcher)
    context = Context(now=now, published=published, year=now, period=period)
    readings: list[Reading] = []
    for table in tables:
        made = plan(table)
        if made is not None:
            axes = Axes(made, table.caption, namer, court, context)
            readings += _Reader(table, made, axes, namer, matcher.metrics.get("rank")).read(document)
    return readings


def dates_outside(tables: Sequence[Table], dates: Sequence[DateExpr]) -> list[DateExpr]:
    """The dates that stand in no table: one over a column says nothing of the prose below."""
    if not tables:
        return list(dates)
    ends = [table.end for table in tables]
    return [
        d for d in dates if (i := bisect_right(ends, d.start)) == len(tables) or d.start < tables[i].start
    ]


class _Reader:
    """Reads the cells of one table, row by row, so that a change finds the number that changed."""

    def __init__(self, table: Table, made: Plan, axes: Axes, namer: Namer, rank: Metric | None) -> None:
        self._body = table.rows[made.body :]
        self._axes, self._namer, self._rank = axes, namer, rank
        self._read: dict[tuple[int, int], Reading] = {}

    def read(self, document: Document) -> list[Reading]:
        """A reading for every number of the table."""
        readings = []
        for row, cells in enumerate(self._body):
            start, end = cells[0].start, cells[-1].end
            paragraph, line = document.paragraph_of(start), document.text[start:end]
            sentence = Sentence(start, end, paragraph, [], [], [], [], line)
            for column in self._axes.values:
                if is_number(cells[column].text):
                    readings.append(self._cell(row, column, cells[column], sentence))
        return readings

    def _cell(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading:
        reading = self._attempt(row, column, cell, sentence)
        clear, period = self._axes.period(row, column)
        if reading is None or not clear:
            q = Quantity(cell.start, cell.end, Decimal(0), None, "", "none", "exact", False, False, cell.end)
            return Reading(q, sentence, refused=_UNSAID)
        own = self._axes.columns[column].date or self._axes.rows[row].date
        reading.period = reading.of.period if reading.of is not None and not own else period
        reading.court = self._axes.court(row, column)
        reading.role, reading.rule = "statistic", "table"
        self._why(reading, row, column)
        self._read[row, column] = reading
        return reading

    def _why(self, reading: Reading, row: int, column: int) -> None:
        words = [h.text for h in (self._axes.columns[column], self._axes.rows[row]) if h.text]
        reading.why.append(f"{reading.kind} {reading.code}: table headings {' / '.join(words)}")
        for name in ("period", "court", "scope"):
            if value := getattr(reading, name):
                reading.why.append(f"{name} {value}")

    def _attempt(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading | None:
        across, down = self._axes.columns[column], self._axes.rows[row]
        if across.refused or down.refused or (across.change and down.change):
            return None
        if across.rank or down.rank:
            reading = self._place(cell, sentence)
        elif across.change or down.change:
            reading = self._change(row, column, cell, sentence)
        else:
            reading = self._value(row, column, cell, sentence)
        if reading is not None:
            reading.scope = self._scope(row, column)
        return reading

    def _scope(self, row: int, column: int) -> str | None:
        """The words of the heading that names no measure: they say what the number is narrowed to."""
        other = self._axes.rows[row] if self._axes.by_column else self._axes.columns[column]
        if other.change or other.rank:
            return None
        return other.name or (self._axes.scopes[row] if not other.total else "") or None

    def _place(self, cell: Cell, sentence: Sentence) -> Reading | None:
        place = read_place(cell.text, cell.start)
        if place is None or self._rank is None:
            return None
        return Reading(place, sentence, metric=self._rank, kind="rank", value=place.value, unit=place.unit)

    def _value(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading | None:
        across, down = self._axes.columns[column], self._axes.rows[row]
        measure, other = (across, down) if self._axes.by_column else (down, across)
        number = self._number(cell, measure, other)
        if number is None or number.sign or not measure.name:
            return None
        q = number.quantity
        metric = self._metric(measure, other, self._axes.scopes[row], q)
        if metric is None or not _sound(metric, q):
            return None
        persons = metric.kind in ("person_count", "detention") and q.unit == "个"
        unit = "人" if persons else "ratio" if q.unit_class == "none" else q.unit
        return _reading(q, sentence, metric, metric.kind, unit)

    def _number(self, cell: Cell, measure: Heading, other: Heading) -> Number | None:
        """The number in a cell; its unit is that of the cell, the headings, the caption, or the measure."""
        unit = measure.unit or other.unit
        number = read_cell(cell.text, cell.start, unit)
        if number is not None or unit is not None:
            return number
        fitting = [u for u in self._axes.units if self._namer.metric(measure.name, u.name, u.cls) is not None]
        if len(fitting) > 1:
            return None
        return read_cell(cell.text, cell.start, fitting[0] if fitting else self._namer.implied(measure.name))

    def _metric(self, measure: Heading, other: Heading, section: str, q: Quantity) -> Metric | None:
        """The metric of a measure; None where the crossing heading names another one."""
        narrowing = section + other.name
        metric = self._namer.metric(measure.name, q.unit, q.unit_class, narrowing)
        if metric is not None and other.name and not _KIND.search(other.name):
            rival = self._namer.metric(other.name, q.unit, q.unit_class)
            if rival is not None and rival is not metric:
                return None
        return metric

    def _change(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading | None:
        across, down = self._axes.columns[column], self._axes.rows[row]
        change, crossing = (across, down) if across.change else (down, across)
        number = read_cell(cell.text, cell.start, change.unit)
        if number is None or number.quantity.unit_class not in _CHANGING or (change.sign and number.sign):
            return None
        index = self._axes.column_bases[column] if across.change else self._axes.row_bases[row]
        base = self._read.get((row, index) if across.change else (index, column))
        lines = self._axes.columns if across.change else self._axes.rows
        line = lines[index] if index >= 0 else None
        metric = base.metric if base is not None else self._changed(change, line, crossing)
        if metric is None:
            return None
        q = number.quantity
        reading = _reading(q, sentence, metric, "change", q.unit)
        reading.sign = -1 if change.sign < 0 or number.sign < 0 else 1
        reading.basis, reading.of = change.basis, base
        return reading

    def _changed(self, change: Heading, base: Heading | None, crossing: Heading) -> Metric | None:
        """The metric of a change where the number that changed is not in the table or not read."""
        named = next((h for h in (change, base, crossing) if h is not None and h.name), None)
        if named is None:
            return None
        unit: Unit | None = None if named is change else named.unit
        if unit is not None:
            return self._namer.metric(named.name, unit.name, unit.cls)
        return self._namer.only(named.name)


def _reading(q: Quantity, sentence: Sentence, metric: Metric, kind: str, unit: str) -> Reading:
    return Reading(
        q, sentence, metric=metric, kind=kind, value=q.value, value_max=q.value_max, unit=unit, bound=q.bound
    )


def _sound(metric: Metric, q: Quantity) -> bool:
    """Whether the number can be what its headings say: cases are whole, rates are parts of a whole."""
    if q.unit_class in _WHOLE and q.value != q.value.to_integral_value():
        return False
    return not is_impossible(metric, q.unit, q.value)
