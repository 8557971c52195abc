"""Small named fixers, each returning the edits it wants; `FIXERS` is their order."""

from __future__ import annotations

from courtnews.text.repair.base import LOST, Fixer
from courtnews.text.repair.characters import DOUBLED, INVISIBLE, SURROGATES
from courtnews.text.repair.entities import ENTITIES
from courtnews.text.repair.glosses import GLOSSES
from courtnews.text.repair.mojibake import REPLACED, UTF8_AS_GBK, WESTERN
from courtnews.text.repair.shifted import SHIFTED
from courtnews.text.repair.spacing import GAPS
from courtnews.text.repair.wrapping import WRAPPED

__all__ = ["FIXERS", "LOST", "Fixer"]

FIXERS: tuple[Fixer, ...] = (
    SURROGATES,
    ENTITIES,
    WESTERN,
    UTF8_AS_GBK,
    REPLACED,
    INVISIBLE,
    SHIFTED,
    GLOSSES,
    DOUBLED,
    WRAPPED,
    GAPS,
)
