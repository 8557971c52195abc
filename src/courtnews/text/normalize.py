"""The raw text of a report made into the working text that all later stages read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from courtnews.errors import NotTextError
from courtnews.text.alignment import Alignment, Edit, apply_edits
from courtnews.text.damage import PRIVATE, Damage, find_damage
from courtnews.text.repair import FIXERS
from courtnews.text.script import fold, fold_commas, signs


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """The raw text, its working text, the way back from the one to the other, the edits made and the
    damage left."""

    raw: str
    text: str
    alignment: Alignment
    edits: tuple[Edit, ...]
    damage: tuple[Damage, ...]


def normalize(raw: str) -> NormalizedText:
    """Repair a text and bring it into one script and width; every string is taken, none is refused.

    >>> result = normalize("共執(zhí)結(jié)１２件")
    >>> result.text, result.alignment.to_raw(3, 6)
    ('共执结12件', (13, 16))
    """
    if not isinstance(raw, str):
        raise NotTextError.of(raw)
    text, alignment = raw, Alignment()
    made: list[Edit] = []
    rare = bool(_rare().search(raw))
    broken = rare and bool(_broken().search(raw))
    for fixer in FIXERS:
        if (broken or not fixer.signs) and fixer.guard(text) and (edits := fixer.fix(text)):
            text, alignment = apply_edits(text, edits), alignment.compose(edits)
            broken = broken or any(edit.replacement for edit in edits)
            rare = rare or broken
            made += edits
    text = fold(text) if rare else fold_commas(text)
    return NormalizedText(raw, text, alignment, tuple(made), find_damage(text, private=rare))


@cache
def _rare() -> re.Pattern[str]:
    """Anything that has no place in a clean simplified text, which pays one pass for all of it."""
    return re.compile(f"[{signs()}{PRIVATE}{''.join(fixer.signs for fixer in FIXERS)}]")


@cache
def _broken() -> re.Pattern[str]:
    """Anything that has no place in a clean text of either script."""
    return re.compile(f"[{''.join(fixer.signs for fixer in FIXERS)}]")
