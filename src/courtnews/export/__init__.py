"""Ways out for reports: one module per destination, each importing what it needs when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from courtnews.export.writer import Writer

__all__ = ["Destination", "Writer", "make_writer"]


class Destination(StrEnum):
    """The destinations a report can be written to."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


def make_writer(destination: Destination, *, labels: Mapping[str, str] | None = None) -> Writer:
    """A fresh writer for one output; `labels` are the readable names of metrics by code, for the table.

    >>> make_writer(Destination.csv).__class__.__name__
    'CsvWriter'
    """
    if destination is Destination.jsonl:
        from courtnews.export.jsonl import JsonLinesWriter

        return JsonLinesWriter()
    if destination is Destination.csv:
        from courtnews.export.csv import CsvWriter

        return CsvWriter()
    from courtnews.export.table import TableWriter

    return TableWriter(labels or {})
