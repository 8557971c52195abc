"""The headings of a whole table: which axis names the measures, what changed, when and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from courtnews.dates import DateExpr, find_dates
from courtnews.interpret.periods.calendar import resolve
from courtnews.interpret.periods.context import Context, year_of
from courtnews.interpret.tabular.grid import Plan
from courtnews.interpret.tabular.headings import Heading, Namer, Unit, heading_of, unit_of, units_in

_COURT_COLUMN = re.compile(r"法院|院别")
_NO_COURT = re.compile(r"(?:法院|中院|高院|庭|局|处|科|室|组|团队|其他|其它)$")
# 二、各庭|结案率|排名
_DRESSED = re.compile(
    r"^(?:表[0-9一二三四五六七八九十]{0,2}[:：、. ]*)?"
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,2}[)）]|[0-9]{1,2}[.、])?"
    r"\s*各?(?:业务|基层)?(?:[庭院]室?|法院|部门|团队)?"
    r"|(?:排名|排序|情况|一览|统计|对比)?表?$"
)
# 二、各部门结案率(%)
_UNIT = re.compile(r"[(（](?:单位[:：])?([^()（）]{1,6})[)）]\s*$")
# A table of aims, posts or places in a row counts none of what its line names.
_ELSE = re.compile("目标|任务|预算|编制|得分|不含|注[:：]|、(?!各)|^(?!.*率).*(?:排[名序]|名次)")
_ON_A_DAY = re.compile("[^0-9]{0,16}(?:行动|集中|战果)(?!.*(?:通报|简报))")
_PLACE = re.compile(r"[一-鿿]{2,10}")


class Axes:
    """What the captions and the headings of a table say, asked for by row and column of its body."""

    def __init__(
        self, made: Plan, captions: Sequence[str], namer: Namer, court: str | None, context: Context
    ) -> None:
        self.columns = [heading_of(text) for text in made.columns]
        self.rows = [heading_of(text) for text in made.rows]
        self.values = [c for c in range(len(self.columns)) if c not in made.labels]
        self.scopes = self._sections(made.sections)
        self.units: list[Unit] = [unit for line in captions for unit in units_in(line)]
        self._namer = namer
        self._name_courts(made)
        self._name_above(captions)
        self.by_column = self._share([self.columns[c] for c in self.values]) >= self._share(self.rows)
        self._context = _dated(captions, context)
        titles = [heading_of(line) for line in reversed(captions)]
        self._court = next((t.court for t in titles if t.court and not t.collective), court)
        self.column_bases = self._bases(self.columns)
        self.row_bases = self._bases(self.rows)

    def _sections(self, sections: Sequence[str]) -> list[str]:
        """Let rows have what their section says; gives back the words that are left, which narrow them."""
        names = []
        for row, words in zip(self.rows, sections, strict=True):
            section = heading_of(words)
            if row.court is None:
                row.court, row.collective = section.court, section.collective
            row.date, row.unit = row.date or section.date, row.unit or section.unit
            row.refused = row.refused or (bool(words) and section.refused)
            names.append(section.name)
        return names

    def _name_courts(self, made: Plan) -> None:
        """Rows under the heading 法院 are courts, whether they say so or not: 甲县 is 甲县法院."""
        named = any(_COURT_COLUMN.search(made.columns[c]) for c in made.labels)
        for row in self.rows if named else ():
            if row.court is None and _PLACE.fullmatch(row.name) and not _NO_COURT.search(row.name):
                row.court, row.name = row.name + "法院", ""

    def _name_above(self, captions: Sequence[str]) -> None:
        """Let columns of nothing but times (本期, 去年同期) hold what the line over the table names, where no
        heading names a measure: 各庭结案率排名.
        """
        over = [self.columns[c] for c in self.values]
        said = any(h.name or h.change or h.rank or h.refused or h.court for h in over)
        if said or not captions or any(self._names_a_measure(row) for row in self.rows):
            return
        name = _DRESSED.sub("", _UNIT.sub("", captions[-1]))
        if not _ELSE.search(captions[-1]) and self._namer.names(name):
            said_unit = _UNIT.search(captions[-1])
            for heading in over:
                heading.name = name
                heading.unit = heading.unit or (unit_of(said_unit[1]) if said_unit is not None else None)

    def _names_a_measure(self, row: Heading) -> bool:
        """Whether a row is one of a measure; 执行局 and 立案庭 are rooms of a court."""
        name = row.name.removesuffix("平均")
        return bool(name) and not _NO_COURT.search(name) and self._namer.names(name)

    def _share(self, headings: Sequence[Heading]) -> float:
        """How many of the headings that could name a measure do."""
        plain = [h for h in headings if not (h.change or h.rank or h.refused or h.total)]
        named = sum(bool(h.name) and self._namer.names(h.name) for h in plain)
        return named / len(plain) if named else 0.0

    def _bases(self, headings: Sequence[Heading]) -> list[int]:
        """For each change the line before it with the same measure, the latest in time; else -1."""
        best: dict[tuple[str, str | None], tuple[str, int]] = {}
        last: tuple[str, str | None] | None = None
        bases = []
        for index, heading in enumerate(headings):
            base = -1
            if heading.change:
                key = heading.key if heading.name else last
                if key is not None and heading.court and key[1] != heading.court:
                    key = None
                base = best[key][1] if key in best and key is not None else -1
            elif not heading.refused and not heading.rank and not heading.empty:
                last = heading.key
                period = (self._resolved(heading.date, self._context) if heading.date else None) or ""
                if last not in best or period >= best[last][0]:
                    best[last] = (period, index)
            bases.append(base)
        return bases

    def period(self, row: int, column: int) -> tuple[bool, str | None]:
        """Whether the time of a cell is clear, and the time as EDTF; None where nothing says it."""
        dates = [h.date for h in (self.columns[column], self.rows[row]) if h.date is not None]
        if not dates:
            return True, self._context.period
        if len(dates) == 1:
            period = self._resolved(dates[0], self._context)
            return period is not None, period
        dates.sort(key=lambda d: d.first.year is None and d.first.year_shift is None)
        outer, inner = dates
        year = self._resolved(outer, self._context)
        if inner.first.year is not None or year is None:
            period = self._resolved(inner, self._context)
            return period is not None and period == year, period
        context = replace(self._context, year=year_of(outer.first, self._context), period=year)
        period = self._resolved(inner, context)
        return period is not None, period

    def _resolved(self, expr: DateExpr, context: Context) -> str | None:
        whole = expr.first.whole_year and expr.first.year is None and expr.first.year_shift is None
        return resolve(expr, context) or (context.period if whole else None)

    def court(self, row: int, column: int) -> str | None:
        """Whose number a cell holds: the court of its row or column, of the caption, or of the report."""
        said = [h for h in (self.columns[column], self.rows[row]) if h.court is not None]
        for heading in said:
            if not heading.collective:
                return heading.court
        return self._court or (said[0].court if said else None)


def _dated(captions: Sequence[str], context: Context) -> Context:
    """What is known of time below the captions."""
    context = replace(context)
    for line in captions:
        for expr in find_dates(line):
            period = None if expr.clock else resolve(expr, context)
            # The day of a bulletin, over its first table, is not that of what it counts.
            if period is not None and (period != str(context.published) or _ON_A_DAY.match(line, expr.end)):
                context.period = period
                context.year = year_of(expr.last or expr.first, context) or context.year
                context.year_said = context.year_said or expr.first.year is not None
    context.now = context.now if context.now is not None else context.year
    return context
