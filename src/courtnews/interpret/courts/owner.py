"""A court that results may belong to."""

from __future__ import annotations

from typing import NamedTuple

from courtnews.interpret.courts.levels import NATION
from courtnews.interpret.courts.mention import Mention

NATIONAL = "全国法院"
_GATHERED = ("全国", "各级", "各地")


class Owner(NamedTuple):
    """A court with how far it reaches; `group` where it is only a collective that names no place."""

    name: str
    level: int
    key: str
    group: bool = False


def as_the_highest(mention: Mention) -> Mention:
    """A court as a report of all courts means it: 本院 is the highest."""
    if mention.name != "本院":
        return mention
    return mention._replace(name="最高人民法院", place="最高", suffix="人民法院", collective=False)


def of_the_nation(text: str) -> Owner:
    """The owner of a report that 最高人民法院 is named in most: all courts, for which it speaks, where the
    text tells of them; else it alone.
    """
    gathered = any(word in text for word in _GATHERED)
    return Owner(NATIONAL if gathered else "最高人民法院", NATION, NATIONAL)
