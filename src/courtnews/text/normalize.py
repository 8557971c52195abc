"""The raw text of a report made into the working text that all later stages read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from courtnews.errors import NotTextError
from courtnews.text.alignment import Alignment, Edit, Step, apply_edits
from courtnews.text.damage import PRIVATE, Damage, find_damage
from courtnews.text.pinyin import TONED
from courtnews.text.repair import FIXERS, Fixer
from courtnews.text.script import BY_WORD, DASHES, FORMS, fold, fold_commas, signs

# Beyond the basic plane all but ideographs, their compatibility forms and private characters; and the plane
# of ideographs that are no sign of either script.
_OTHER_PLANES = "\U00010000-\U0001ffff\U00040000-\U000effff\U0010fffe\U0010ffff"
_THIRD_PLANE = "\U0002fa20-\U0003ffff"


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """The raw text, its working text, the way back from the one to the other, and the damage left."""

    raw: str
    text: str
    alignment: Alignment
    damage: tuple[Damage, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits made, step by step; the offsets of each are those of the text it was made in."""
        return tuple(chain.from_iterable(self.alignment.steps))


def normalize(raw: str) -> NormalizedText:
    """Repair a text and bring it into one script and width; every string is taken, none is refused.

    >>> result = normalize("共執(zhí)結(jié)１２件")
    >>> result.text, result.alignment.to_raw(3, 6)
    ('共执结12件', (13, 16))
    """
    if not isinstance(raw, str):
        raise NotTextError.of(raw)
    text, alignment = raw, Alignment()
    rare = _rare().search(raw) is not None
    odd = _odd(raw) if rare else ""
    for fixer, sign in _fixers():
        if (sign is None or (odd and sign.search(odd))) and fixer.guard(text) and (edits := fixer.fix(text)):
            step = Step.of(edits)
            text, alignment = apply_edits(text, edits), alignment.compose(step)
            if added := "".join(step.replacements or ()):
                rare, odd = True, odd + _odd(added)
    text = fold(text, odd=odd) if rare else fold_commas(text)
    private = bool(odd) and _private().search(odd) is not None
    return NormalizedText(raw, text, alignment, find_damage(text, private=private))


def _odd(text: str) -> str:
    """Every character, once, that has no place in a clean text of either script or needs OpenCC there; all of
    `TONED` where one of them occurs, since a text with pinyin has hundreds."""
    odd = "".join(set(_broken().findall(text)))
    return odd + TONED if _toned().search(text) else odd


@cache
def _fixers() -> list[tuple[Fixer, re.Pattern[str] | None]]:
    return [(fixer, re.compile(f"[{fixer.signs}]") if fixer.signs else None) for fixer in FIXERS]


@cache
def _rare() -> re.Pattern[str]:
    """Anything that has no place in a clean simplified text, which pays one pass for all of it."""
    return _any_of(
        f"{signs()}{PRIVATE}{''.join(fixer.signs for fixer in FIXERS)}", others=_OTHER_PLANES + _THIRD_PLANE
    )


@cache
def _broken() -> re.Pattern[str]:
    """Anything but `TONED` that has no place in a clean text of either script, or needs OpenCC there."""
    return _any_of(f"{FORMS}{DASHES}{BY_WORD}{PRIVATE}{''.join(fixer.signs for fixer in FIXERS)}", but=TONED)


@cache
def _toned() -> re.Pattern[str]:
    return re.compile(f"[{TONED}]")


@cache
def _private() -> re.Pattern[str]:
    return re.compile(f"[{PRIVATE}]")


def _any_of(inside: str, *, but: str = "", others: str = _OTHER_PLANES) -> re.Pattern[str]:
    """The character class by what is not in it, `others` beyond the basic plane: the engine then decides by
    its table of the basic plane, not by the list of ranges behind it."""
    unwanted = f"[^{inside}]|[{but}]" if but else f"[^{inside}]"
    runs = re.findall(f"(?:{unwanted})+", "".join(map(chr, range(0x10000))))
    listed = "".join(f"{re.escape(run[0])}-{re.escape(run[-1])}" for run in runs)
    return re.compile(f"[^{listed}{others}]")
