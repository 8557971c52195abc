"""Tables in a text: each number read by the headings of its row and column.

Where the headings do not say what a number is, there is no figure. The lines of a table are not read as prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from courtnews.dates import find_dates
from courtnews.interpret.calendar import Context, resolve, year_of
from courtnews.interpret.cells import Number, is_number, read_cell, read_place
from courtnews.interpret.grid import Cell, Plan, Table, find_tables, plan
from courtnews.interpret.headings import Heading, Namer, Unit, heading_of, units_in
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence
from courtnews.lexicon import Matcher, Metric, accepts
from courtnews.quantities import Quantity

__all__ = ["Table", "find_tables", "read_tables"]

_UNSAID = "the headings of its table do not say what it is"
_COURT_COLUMN = re.compile(r"法院|院别")
_NO_COURT = re.compile(r"(?:法院|中院|高院|庭|局|处|科|室|组|团队|其他|其它)$")
_PLACE = re.compile(r"[一-鿿]{2,10}")
# Kinds of cases whose names are also those of a measure: in a row they only say which cases.
_KIND = re.compile(r"(?:案件|案|类|实施|审查|异议|首次执行|恢复执行|首执|执恢|恢执|执行|保全)$")
_COUNTS = frozenset(("case", "person", "vehicle"))
_CHANGES = frozenset(("percent", "points", "times", "case", "person", "money", "item", "vehicle", "duration", "area"))
# Rates that may exceed a hundred percent; any other that does is damaged or no such rate.
_UNBOUNDED = frozenset(("rate_clearance", "rate_auction_premium", "rate_recovered"))


def read_tables(
    tables: Sequence[Table],
    document: Document,
    matcher: Matcher,
    *,
    court: str | None = None,
    now: int | None = None,
    published: date | None = None,
) -> list[Reading]:
    """The readings of all tables, in the order of the text; numbers that the headings do not explain are refused.

    `court` is that of the report, `now` the year in which it speaks, `published` its day.
    """
    namer = Namer(matcher)
    readings: list[Reading] = []
    for table in tables:
        made = plan(table)
        if made is not None:
            reader = _Reader(table, made, namer, matcher, court)
            reader.settle(Context(now=now, published=published, year=now))
            readings += reader.read(document)
    return readings


class _Reader:
    """Reads one table: first what its lines say, then its cells."""

    def __init__(self, table: Table, made: Plan, namer: Namer, matcher: Matcher, court: str | None) -> None:
        self.table, self.plan, self.namer, self.main = table, made, namer, court
        self.rank = matcher.metrics.get("rank")
        self.columns = [heading_of(text) for text in made.columns]
        self.rows = [heading_of(text) for text in made.rows]
        self.units = [unit for line in table.caption for unit in units_in(line)]
        self.caption = heading_of(" ".join(table.caption))
        self.values = [c for c in range(len(self.columns)) if c not in made.labels]
        self._courts()
        self.by_column = self._share(self._value_columns()) >= self._share(self.rows) > -1
        self.context = Context()
        self.period: str | None = None
        self.made: dict[tuple[int, int], Reading] = {}

    def _value_columns(self) -> list[Heading]:
        return [self.columns[c] for c in self.values]

    def _courts(self) -> None:
        """Rows under the heading 法院 are courts, whether they say so or not: 甲县 is 甲县法院."""
        named = any(_COURT_COLUMN.search(self.plan.columns[c]) for c in self.plan.labels)
        for row in self.rows if named else ():
            place = row.court is None and not row.total and _PLACE.fullmatch(row.name)
            if place and not _NO_COURT.search(row.name):
                row.court, row.name = row.name + "法院", ""

    def _share(self, headings: Sequence[Heading]) -> float:
        """How many of the headings that could name a measure do."""
        plain = [h for h in headings if not (h.change or h.rank or h.refused or h.total)]
        named = sum(bool(h.name) and self.namer.names(h.name) for h in plain)
        return named / len(plain) if named else 0.0

    def settle(self, context: Context) -> None:
        """Fix the time of the table from its captions, and which line each change belongs to."""
        for line in self.table.caption:
            for expr in find_dates(line):
                period = None if expr.clock else resolve(expr, context)
                if period is not None:
                    context.period = period
                    context.year = year_of(expr.last or expr.first, context) or context.year
        self.context, self.period = context, context.period
        self.column_bases = self._bases(self.columns)
        self.row_bases = self._bases(self.rows)

    def _bases(self, headings: Sequence[Heading]) -> list[int]:
        """For each change the line before it with the same measure, of several the latest in time; -1 where there is none."""
        best: dict[tuple[str, str | None], tuple[str, int]] = {}
        last: tuple[str, str | None] | None = None
        bases = []
        for index, heading in enumerate(headings):
            base = -1
            if heading.change or heading.rank:
                key = heading.key if heading.name else last
                base = best[key][1] if key in best else -1
            elif not heading.refused and (heading.name or heading.date or heading.unit or heading.court or heading.total):
                last = heading.key
                period = self._resolve(heading) or ""
                if last not in best or period >= best[last][0]:
                    best[last] = (period, index)
            bases.append(base)
        return bases

    def _resolve(self, heading: Heading) -> str | None:
        return resolve(heading.date, self.context) if heading.date is not None else None

    def read(self, document: Document) -> list[Reading]:
        """All numbers of the table."""
        readings = []
        for index, cells in enumerate(self.table.rows[self.plan.body :]):
            start, end = cells[0].start, cells[-1].end
            line = document.text[start:end]
            paragraph = document.paragraph_of(start)
            sentence = Sentence(start, end, paragraph, [], [], [], [], line)
            for column in self.values:
                if is_number(cells[column].text):
                    readings.append(self._cell(index, column, cells[column], sentence))
        return readings

    def _cell(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading:
        reading = self._attempt(row, column, cell, sentence)
        if reading is None:
            nothing = Quantity(cell.start, cell.end, Decimal(0), None, "", "none", "exact", False, False, cell.end)
            return Reading(nothing, sentence, refused=_UNSAID)
        self.made[row, column] = reading
        return reading

    def _attempt(self, row: int, column: int, cell: Cell, sentence: Sentence) -> Reading | None:
        across, down = self.columns[column], self.rows[row]
        if across.refused or down.refused or (across.change and down.change) or (down.rank and across.rank):
            return None
        if across.rank or down.rank:
            reading = self._place(cell, sentence)
        elif across.change or down.change:
            reading = self._change(row, column, cell, sentence)
        else:
            reading = self._value(row, column, cell, sentence)
        if reading is None or not self._place_in_time(reading, row, column):
            return None
        self._whose(reading, across, down)
        return reading
