"""JSON Lines: one report a line, with its figures of every role."""

from __future__ import annotations

import json
from typing import TextIO

from pydantic import BaseModel, ConfigDict

from courtnews.fields import without_surrogates
from courtnews.records import Figure, FigureBase, Report


class JsonLine(BaseModel):
    """One line of JSON output. A field that is absent from a figure has nothing to say."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="courtnews report")

    source: str | None
    court: str | None
    published: str | None
    figures: tuple[Figure, ...]


def json_line_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a line of JSON output.

    >>> sorted(json_line_schema()["required"])
    ['court', 'figures', 'published', 'source']
    """
    return JsonLine.model_json_schema()


_FIELDS = (
    *("id", "kind", "metric", "label", "value", "value_max", "unit", "bound", "period", "court", "scope"),
    *("tags", "basis", "of", "role", "damaged", "damage", "start", "end", "text"),
)


def as_json_line(report: Report) -> dict[str, object]:
    """The report as one line of JSON output: its figures of every role, absent fields left out.

    Numbers are plain strings, so that no reader turns them into floats.

    >>> from decimal import Decimal
    >>> from courtnews.records import Amount
    >>> amount = Amount(id="f1", text="1.2亿元", start=3, end=8, metric="amount_enforced",
    ...                 value=Decimal("1.2E+8"), unit="元")
    >>> as_json_line(Report(text="共执结1.2亿元", all_figures=(amount,)))["figures"]
    [{'id': 'f1', 'kind': 'amount', 'metric': 'amount_enforced', 'value': '120000000', 'unit': '元',
      'bound': 'exact', 'role': 'statistic', 'start': 3, 'end': 8, 'text': '1.2亿元'}]
    """
    return {
        "source": None if report.source is None else without_surrogates(report.source),
        "court": report.court,
        "published": report.published,
        "figures": [_present_fields(figure) for figure in report.all_figures],
    }


def _present_fields(figure: FigureBase) -> dict[str, object]:
    fields = figure.model_dump(mode="json")
    values = ((name, fields.get(name)) for name in _FIELDS)
    # Not by truth: a figure may start at 0.
    return {name: value for name, value in values if value is not None and value is not False and value != []}


class JsonLinesWriter:
    """Writes each report as one line of JSON."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write one line, ended by a line feed whatever the platform."""
        stream.write(json.dumps(as_json_line(report), ensure_ascii=False) + "\n")
