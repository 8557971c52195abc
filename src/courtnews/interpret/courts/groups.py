"""Courts that are only gathered or told by level: 全市法院, 区人民法院 of a place that the text gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from courtnews.interpret.courts.levels import CITY, COUNTY, PROVINCE, UNKNOWN, key_of
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.owner import Owner
from courtnews.interpret.courts.places import places_of, tribunal_of
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.words import DISTRICTS, GATHERED


def stays(names: Mapping[str, int]) -> bool:
    """Whether courts taken together are told of (全市法院), or a level more than once."""
    return any(name[0] in GATHERED for name in names) or max(names.values()) > 1


def any_group(text: str, mentions: Sequence[Mention]) -> Owner | None:
    """The collective used most where no place and no level is named: 各级法院; else the tribunal of a
    title.
    """
    groups = Counter(m.name for m in mentions if m.collective and m.suffix != "院" and m.name[0] in GATHERED)
    if groups:
        return Owner(groups.most_common(1)[0][0], UNKNOWN, "", True)
    tribunal = tribunal_of(text)
    return Owner(tribunal, COUNTY, tribunal) if tribunal else None


def group_of(spots: Spots, level: int, names: Mapping[str, int]) -> Owner:
    """A collective or level with the place that the text gives it: 区人民法院 of 云溪区人大."""
    gathered = sorted(names, key=lambda name: (name[0] not in "全我", -names[name]))
    gathered = [name for name in gathered if name[0] in GATHERED]
    name = gathered[0] if gathered else max(names, key=lambda name: names[name])
    sign = name[1] if name[0] in "全我" else name.removeprefix("自治")[0]
    signs = sign if sign in DISTRICTS else {CITY: "市州盟", COUNTY: "县区旗", PROVINCE: "省"}[level]
    places = places_of(spots, signs, seat=level == CITY)
    if not places:
        return Owner(name, level, "", True)
    place = max(places, key=lambda place: places[place])
    if name[0] == place[-1]:
        return Owner(place + name[1:], level, key_of(place))
    return Owner(place + (name if name[0] in signs else "法院"), level, key_of(place))
