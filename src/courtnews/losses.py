"""Damaged text on its way through the stages: what was lost must neither end a sentence nor vanish."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from courtnews.quantities import Quantity
from courtnews.text.normalize import NormalizedText
from courtnews.text.repair.base import LOST


def masked(text: NormalizedText) -> str:
    """The working text with U+FFFD for every `?` that stands for lost bytes, so that no sentence ends there.

    >>> from courtnews.text.normalize import normalize
    >>> masked(normalize("执结?12件"))
    '执结�12件'
    """
    if not text.damage:
        return text.text
    pieces: list[str] = []
    position = 0
    for damage in text.damage:
        # Spans of damage may overlap.
        start, end = max(position, damage.start), max(position, damage.end)
        pieces += (text.text[position:start], text.text[start:end].replace("?", LOST))
        position = end
    pieces.append(text.text[position:])
    return "".join(pieces)


def with_lost(quantities: Sequence[Quantity], text: NormalizedText) -> list[Quantity]:
    """The quantities, and one for every percent sign whose digits are gone: its words still say what was
    told.
    """
    lost = [
        Quantity(d.start, d.end, Decimal(0), None, "%", "percent", "exact", False, False, d.start)
        for d in text.damage
        if d.reason == "no_digits"
    ]
    if not lost:
        return list(quantities)
    return sorted([*quantities, *lost], key=lambda q: q.start)
