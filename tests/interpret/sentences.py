"""Sentence-level cases, as cases/*.toml states them: a text and every figure of it, in order.

A figure names its text, value, unit and metric (a list: any of these is right), and what else the
case is about; role, bound, basis and `of` (the place of the changed figure among them, from 0) are
always checked.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from courtnews import Figure, extract
from courtnews.records import Change

# What a figure has where a case says nothing of it; period, court, scope and tags go unchecked then.
DEFAULTS = {"role": "statistic", "bound": "exact", "value_max": "", "basis": "", "of": ""}


@dataclass(frozen=True)
class Sentence:
    """A text, the day it appeared, its figures field by field, and why it is read wrongly where it is."""

    text: str
    figures: tuple[dict[str, object], ...]
    published: str | None = None
    reason: str = ""

    @property
    def expected(self) -> list[dict[str, object]]:
        """Every figure that the case wants; one that is no result may be missing where the case says so."""
        given = {figure.text for figure in self._figures}
        wanted = [f for f in self.figures if not f.get("may_be_absent") or f["text"] in given]
        return [DEFAULTS | {key: f[key] for key in f if key != "may_be_absent"} for f in wanted]

    @property
    def found(self) -> list[dict[str, object]]:
        """The figures as read, by the fields that the case names; all fields of those it does not expect."""
        order = {figure.id: number for number, figure in enumerate(self._figures)}
        fields = [_fields(figure, order) for figure in self._figures]
        named = [*self.expected, *({} for _ in fields)]
        return [
            {key: _chosen(found[key], wanted.get(key)) for key in found if key in wanted or not wanted}
            for found, wanted in zip(fields, named, strict=False)
        ]

    @property
    def _figures(self) -> tuple[Figure, ...]:
        return extract(self.text, published=self.published).all_figures


def _fields(figure: Figure, order: dict[str, int]) -> dict[str, object]:
    is_change = isinstance(figure, Change)
    of = figure.of if isinstance(figure, Change) else None
    return {
        "text": figure.text,
        "kind": figure.kind,
        "metric": figure.metric,
        "value": str(figure.value),
        "value_max": "" if figure.value_max is None else str(figure.value_max),
        "unit": figure.unit,
        "bound": figure.bound,
        "role": figure.role,
        "period": figure.period or "",
        "court": figure.court or "",
        "scope": figure.scope or "",
        "label": figure.label or "",
        "tags": list(figure.tags),
        "basis": (figure.basis or "") if is_change else "",
        "of": "" if of is None else order[of],
    }


def _chosen(value: object, wanted: object) -> object:
    """A list of metrics names readings that are all right: any one of them is as good as the list."""
    return wanted if isinstance(wanted, list) and value in wanted else value


def read_sentences(path: Path) -> list[Sentence]:
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("case", [])
    return [Sentence(t["text"], tuple(t["figures"]), t.get("published"), t.get("reason", "")) for t in tables]
