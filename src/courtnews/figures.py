"""From readings to records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from courtnews.interpret.labels import label
from courtnews.interpret.reading import Reading
from courtnews.lexicon import RulePack
from courtnews.records import KIND_CLASSES, Figure
from courtnews.text.normalize import NormalizedText

# What makes a record of each kind: cheaper by a fourth than the union, which looks for the kind again.
_MAKERS: dict[str, Callable[[dict[str, object]], Figure]] = {
    kind: made.__pydantic_validator__.validate_python for kind, made in KIND_CLASSES.items()
}


def figures_of(readings: Sequence[Reading], text: NormalizedText, rules: RulePack) -> tuple[Figure, ...]:
    """The figures of all readings that were not refused or stand beside damage, in the order of the text,
    numbered f1, f2 …
    """
    kept = [
        r for r in readings if r.kind and (not r.refused or _damage(text, r.quantity.start, r.quantity.end))
    ]
    names = {id(reading): f"f{number}" for number, reading in enumerate(kept, 1)}
    return tuple(_figure(reading, names, text, rules) for reading in kept)


def _damage(text: NormalizedText, start: int, end: int) -> str | None:
    """The reason of damage that touches a stretch of working text; damage is sorted."""
    if not text.damage:
        return None
    index = bisect_left(text.damage, start, key=lambda d: d.end)
    if index < len(text.damage) and text.damage[index].start <= end:
        return text.damage[index].reason
    return None


def _figure(reading: Reading, names: dict[int, str], text: NormalizedText, rules: RulePack) -> Figure:
    q = reading.quantity
    start, end = text.alignment.to_raw(q.start, q.end)
    damage = _damage(text, q.start, q.end)
    fields: dict[str, object] = {
        "id": names[id(reading)],
        "text": text.raw[start:end],
        "start": start,
        "end": end,
        "kind": reading.kind,
        "metric": reading.code,
        "value": reading.sign * reading.value if reading.is_change else reading.value,
        "unit": reading.unit,
        "bound": reading.bound,
        "role": reading.role or "statistic",
        "tags": reading.tags,
    }
    _add_what_is_said(fields, reading, names)
    if damage is not None:
        # What is read beside lost bytes may be anything: the figure keeps place and meaning, and no value.
        fields["damaged"], fields["damage"] = True, damage
        fields["value"] = fields["value_max"] = None
    if reading.metric is None and reading.role == "statistic":
        fields["label"] = label(reading, rules)
    return _MAKERS[reading.kind](fields)


def _add_what_is_said(fields: dict[str, object], reading: Reading, names: dict[int, str]) -> None:
    """The fields that a figure has only where the text says something."""
    if reading.value_max is not None:
        fields["value_max"] = reading.value_max
    for name in ("period", "court", "scope"):
        if (value := getattr(reading, name)) is not None:
            fields[name] = value
    if reading.is_change:
        fields["basis"] = reading.basis
        fields["of"] = names.get(id(reading.of)) if reading.of is not None else None
