"""How far a court reaches: a county, a city, a province or the nation, as its name and its place say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from courtnews.interpret.courts.mention import Mention

UNKNOWN, COUNTY, CITY, PROVINCE, NATION = range(5)
_LEVELS = re.compile(r"(?:高级|中级|两级|三级|各级|全市|全省|全区|全县|人民|基层|法院|中院|高院)")
_DISTRICTS = re.compile(r"(?:维吾尔|壮族|回族)?自治[区州县旗]|特别行政区|[省市县区州旗盟]")
_SIGNS = {"国": NATION, "省": PROVINCE, "市": CITY, "州": CITY, "盟": CITY, "县": COUNTY, "旗": COUNTY}
# 市 may be that of a county's rank, and 区 that of a region.
_TELLING = (
    *((re.compile(sign), PROVINCE) for sign in ("省", "自治区")),
    *((re.compile(sign), COUNTY) for sign in "县区旗"),
)
# A collective opens with whom it gathers (全市, 我省), and a level with its district (省高院, 区法院).
# 全区 may be that of a district or of an autonomous region.
_WHOLE = frozenset("全我")
# Tribunals that are a part of a 中级法院.
_OF_A_CITY = ("破产法庭", "知识产权法庭")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The place of a name without levels and districts, so that full and short names are one.

    >>> key_of("云南省宣威市人民法院"), key_of("宣威法院"), key_of("郑州中院")
    ('宣威', '宣威', '郑州')
    """
    parts = _parts(_LEVELS.sub("", name))
    return parts[-1][0] if parts else name


def _parts(place: str) -> list[tuple[str, str]]:
    """The places of a chain, each with its district: 云南省宣威市 is 云南 省, 宣威 市. The 州 of 郑州 is
    none.
    """
    parts, begin = [], 0
    for district in _DISTRICTS.finditer(place):
        if district.start() - begin > 1:
            parts.append((place[begin : district.start()], district.group()))
            begin = district.end()
    if begin < len(place):
        parts.append((place[begin:], ""))
    return parts


def level_of(mention: Mention) -> int:
    """How far the court or group of a mention reaches, UNKNOWN where its name does not say."""
    return _level_of(mention.name, mention.place, mention.suffix, mention.collective)


@lru_cache(maxsize=4096)
def _level_of(name: str, place: str, suffix: str, collective: bool) -> int:
    if place == "最高":
        return NATION
    if collective and name[0] in _WHOLE:
        return _SIGNS.get(name[1], UNKNOWN)
    if "高级" in name or "高院" in name or "高法院" in name or "三级" in name or "全省" in name:
        return PROVINCE
    if "中级" in name or "中院" in name or "两级" in name or "全市" in name or name.endswith(_OF_A_CITY):
        return CITY
    if collective:
        sign = name.removeprefix("自治")[0]
        return COUNTY if sign == "区" else _SIGNS.get(sign, UNKNOWN)
    return _district_level(place, suffix.endswith("人民法院"))


@lru_cache(maxsize=4096)
def _district_level(place: str, of_the_people: bool) -> int:
    """What the last district of a place says: 宣威市人民法院 is that of a city within another, for such a
    one has no 中级 in its name.
    """
    parts = _parts(place)
    district = parts[-1][1] if parts else ""
    if district.endswith("区") or "自治县" in district or "自治旗" in district:
        return PROVINCE if district.endswith("自治区") or len(district) > 2 else COUNTY
    if district == "市":
        basic = of_the_people or any(d in ("市", "州") for _, d in parts[:-1])
        return COUNTY if basic else UNKNOWN
    return _SIGNS.get(district[-1:], UNKNOWN)


def levels(mentions: Iterable[Mention], text: str) -> dict[str, int]:
    """The level of each named place: the widest that its names say, for 云溪法院 may be 云溪中院; where they
    say nothing, the district that the text gives the place elsewhere: 云溪县, 北川省.
    """
    found: dict[str, int] = {}
    # One mention of each name.
    for mention in {m[2:]: m for m in mentions if not m.collective}.values():
        key = key_of(mention.place)
        found[key] = max(found.get(key, UNKNOWN), level_of(mention))
    unknown = {key for key, level in found.items() if level == UNKNOWN}
    if unknown:
        found.update(_told_elsewhere(unknown, text))
    return found


def _told_elsewhere(keys: Set[str], text: str) -> dict[str, int]:
    """The levels that the text gives places by the districts behind them, looked for from the districts on,
    so that many places take no longer than few.
    """
    lengths = {len(key) for key in keys}
    found: dict[str, int] = {}
    # What tells most comes last and is kept.
    for sign, level in reversed(_TELLING):
        for place in sign.finditer(text):
            end = place.start()
            for length in lengths:
                if length <= end and text[end - length : end] in keys:
                    found[text[end - length : end]] = level
    return found


def tells_of_a_city(mentions: Iterable[Mention]) -> bool:
    """Whether the text tells of the courts that a city has: 市中院, 两级法院, a court of a county."""
    return any(_of_a_seat(mention) for mention in mentions)


def _of_a_seat(mention: Mention) -> bool:
    level = level_of(mention)
    return level == CITY and mention.name[0] not in "全我" if mention.collective else level == COUNTY
