"""Packs made up for a test: a metric that the default pack does not know, and changes to it."""

from __future__ import annotations

from collections.abc import Iterable

GOOD = {
    "code": '"cases_sealed"',
    "kind": '"case_count"',
    "label_zh": '"封存案件数"',
    "label_en": '"cases sealed"',
    "definition": '"Cases whose records were sealed."',
    "units": '["case"]',
    "cues": '["封存"]',
    "examples": '["全年封存案件⟦31件⟧。"]',
    "rejects": '["全年执结案件31件。"]',
}


def pack(drop: Iterable[str] = (), add: Iterable[str] = (), **changed: str) -> str:
    """The text of a pack with that one metric, some keys left out, replaced or written by hand."""
    keys = {key: value for key, value in (GOOD | changed).items() if key not in set(drop)}
    lines = [f"{key} = {value}" for key, value in keys.items()]
    return "\n".join(["[[metric]]", *lines, *add]) + "\n"
