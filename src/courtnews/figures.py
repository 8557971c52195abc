"""From readings to records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from courtnews.interpret.impossible import is_impossible
from courtnews.interpret.labels import label
from courtnews.interpret.reading import Reading
from courtnews.lexicon import RulePack
from courtnews.records import KIND_CLASSES, Figure, unchecked
from courtnews.text.normalize import NormalizedText

# The class of each kind, and the fields that its records have where nothing is said, in their order.
_KINDS = {
    str(kind): (made, {name: field.default for name, field in made.model_fields.items()})
    for kind, made in KIND_CLASSES.items()
}
# The fields that are set whatever a text says.
_ALWAYS = frozenset(
    ("id", "text", "start", "end", "kind", "metric", "value", "unit", "bound", "role", "tags")
)


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
    made, blank = _KINDS[reading.kind]
    fields, said = blank.copy(), set(_ALWAYS)
    start, end = text.alignment.to_raw(q.start, q.end)
    fields["id"], fields["text"] = names[id(reading)], text.raw[start:end]
    fields["start"], fields["end"] = start, end
    fields["metric"], fields["value"], fields["unit"] = reading.code, reading.value, reading.unit
    fields["bound"], fields["role"], fields["tags"] = reading.bound, reading.role or "statistic", reading.tags
    _add_what_is_said(fields, said, reading, names)
    damage = _damage(text, q.start, q.end) if text.damage else None
    if (
        damage is None
        and not reading.is_change
        and is_impossible(reading.metric, reading.unit, reading.value)
    ):
        damage = "impossible"
    if damage is not None:
        # What is read beside lost bytes may be anything: the figure keeps place and meaning, and no value.
        fields["damaged"], fields["damage"] = True, damage
        fields["value"] = fields["value_max"] = None
        said.update(("damaged", "damage", "value_max"))
    if reading.metric is None and reading.role == "statistic":
        fields["label"] = label(reading, rules)
        said.add("label")
    return cast("Figure", unchecked(made, fields, said))


def _add_what_is_said(
    fields: dict[str, object], said: set[str], reading: Reading, names: dict[int, str]
) -> None:
    """The fields that a figure has only where the text says something."""
    if reading.value_max is not None:
        fields["value_max"] = reading.value_max
        said.add("value_max")
    if reading.period is not None:
        fields["period"] = reading.period
        said.add("period")
    if reading.court is not None:
        fields["court"] = reading.court
        said.add("court")
    if reading.scope is not None:
        fields["scope"] = reading.scope
        said.add("scope")
    if reading.is_change:
        fields["value"] = reading.sign * reading.value
        fields["basis"] = reading.basis
        fields["of"] = names.get(id(reading.of)) if reading.of is not None else None
        said.update(("basis", "of"))
