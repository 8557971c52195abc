"""The court that a report is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from courtnews.interpret.courts.asides import is_excepted, is_guest, is_source
from courtnews.interpret.courts.counted import count_of
from courtnews.interpret.courts.groups import any_group, group_of, stays
from courtnews.interpret.courts.levels import (
    CITY,
    NATION,
    PROVINCE,
    UNKNOWN,
    key_of,
    level_of,
    tells_of_a_city,
)
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.owner import NATIONAL, Owner, of_the_nation
from courtnews.interpret.courts.places import title_place
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.words import AGENCY, GATHERED, OF_NO_PLACE, SPOKEN

_TITLE, _HEAD = 60, 200
# A place leads a title that has it among its first characters.
_LEADS = 6
# What a named court that nothing else supports, one named aside and one named as the source weigh.
_LONE, _ASIDE, _SOURCE, _HEADLINE, _NAMED_THERE = 0.4, 0.1, 0.3, 1.5, 0.8
# What the source of a report that says 我院 weighs, and a place that only speaks for its courts.
_SPEAKER, _AREA = 1.5, 0.5
# What a row of courts weighs: 呼和浩特、包头等地法院.
_ROW = 0.1
# What several courts named together weigh, and collectives where one court speaks.
_OTHERS = 0.4
# 全国法院开展发放日活动,云溪中院在市里设立分会场: what all courts do, without a number of theirs.
_FRAME, _TOLD = 0.3, re.compile("[^。;；\\n]{0,60}[0-9一二三四五六七八九十]")
_PART = "其中"
# No bare name of a province is longer.
_LONGEST_PROVINCE = 3
# The endings of 我院, and of places that stand for their courts in a ranking.
_NO_NAMES = frozenset(("院", ""))
_OWN = frozenset((*SPOKEN, "全院"))


class _Sort(NamedTuple):
    """What the weight of a mention owes to its name: how far the court reaches, its place, and what is left
    of the weight for what supports the name, for the kind of name it is, and for who else speaks.
    """

    level: int
    key: str
    support: float
    kind: float
    beside: float


def report_court(
    spots: Spots, mentions: Sequence[Mention], asides: Container[int], levels: Mapping[str, int]
) -> Owner | None:
    """The court that the report is about: the place named most, early mentions weighing more, those aside
    (by where they begin) hardly at all, with the collectives of its level; None where none is named.
    """
    weighed = _Weighed(spots, mentions, asides, levels)
    totals = {key: weighed.total(key) for key in weighed.places}
    best = max(totals, key=lambda key: totals[key], default=None)
    level = max(weighed.levels, key=lambda level: weighed.levels[level], default=UNKNOWN)
    if best is None and weighed.spoken and not (level and stays(weighed.groups[level])):
        return None  # 我院…; 市中院执行局来电: a superior is no owner.
    row = best is not None and "、" in best and any(m.collective for m in mentions)
    if best is None or row or weighed.levels[level] > totals[best]:
        return group_of(spots, level, weighed.groups[level]) if level else any_group(spots.text, mentions)
    if best == NATIONAL:
        return of_the_nation(spots.text)
    known = levels.get(best, UNKNOWN) or weighed.taken_for(best)
    if known == CITY and not levels.get(best) and not tells_of_a_city(mentions):
        known = UNKNOWN
    return Owner(weighed.first[best].name, known, best)


class _Weighed:
    """How often, and how early, each place and each level of courts is named."""

    def __init__(
        self, spots: Spots, mentions: Sequence[Mention], asides: Container[int], known: Mapping[str, int]
    ) -> None:
        text = spots.text
        self.places: defaultdict[str, float] = defaultdict(float)
        self.levels: defaultdict[int, float] = defaultdict(float)
        self.groups: defaultdict[int, dict[str, int]] = defaultdict(dict)
        self.first: dict[str, Mention] = {}
        self._text, self._spots = text, spots
        self._known = known
        self._first_group = len(text)
        line, rest, _ = text.lstrip()[: _TITLE + 1].partition("\n")
        self._title = line if rest else ""
        # Whose 我院 a report tells of is the court that it comes from.
        own = _OWN.intersection([mention.name for mention in mentions])
        self.spoken, speaker = not own.isdisjoint(SPOKEN), bool(own)
        self._weigh(self._with_title(mentions), asides, speaker)

    def _weigh(self, mentions: Sequence[Mention], asides: Container[int], speaker: bool) -> None:
        length = len(self._text)
        sorts: dict[tuple[int, tuple[str, str, str, bool]], _Sort] = {}
        branches = {m.start for m in mentions if m.suffix == "分署"}
        for mention in mentions:
            start, end, _, _, suffix, _ = mention
            if suffix in _NO_NAMES or (suffix in AGENCY and end in branches):
                continue  # 法务部行政执行署花莲分署
            # An area is shorter than the name of its courts.
            key = (end - start, mention[2:])
            sort = sorts.get(key)
            if sort is None:
                sort = sorts[key] = self._sort(mention, speaker)
            level, place, support, kind, beside = sort
            early = 3.0 if start < _TITLE else 2.0 if start < _HEAD else 1.0
            weight = early * (1.2 - start / length) * support
            if start in asides:
                if is_excepted(self._text, mention) or is_guest(self._text, mention):
                    continue
                if mention.collective and self.spoken:
                    continue  # 我院院长在全省法院会议上
                weight *= self._aside(mention, speaker)
            weight = weight * kind * beside
            if level == NATION:
                self.places[NATIONAL] += weight * self._national(mention)
            elif mention.collective:
                self._add_group(mention, level, weight)
            else:
                self._add(mention, place, weight)

    def _national(self, mention: Mention) -> float:
        """What is left of the weight of all courts, or the highest, where nothing is counted of them."""
        told = mention.start < len(self._title) or _TOLD.match(self._text, mention.end) is not None
        return (1.0 if mention.collective else 0.5) * (1.0 if told else _FRAME)

    def _sort(self, mention: Mention, speaker: bool) -> _Sort:
        """What all mentions of one name have in common."""
        level, support = level_of(mention), self._support(mention) if mention.place else 1.0
        if mention.collective:
            area, beside = _AREA if mention.area else 1.0, _OTHERS if speaker else 1.0
            return _Sort(level, "", support, area, beside)
        several = _ROW if "、" in mention.place else _OTHERS if count_of(mention.place) else 1.0
        return _Sort(level, key_of(mention.place), support, several, 1.0)

    def _aside(self, mention: Mention, speaker: bool) -> float:
        """What is left of the weight of a court that is named aside."""
        if is_source(self._text, mention):
            return _SPEAKER if speaker else _SOURCE
        return _ASIDE if mention.start > _TITLE or mention.place == "最高" else 1.0

    def _with_title(self, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """The courts named, and before them that of the place that opens the title where they are groups."""
        place = title_place(self._text) if any(m.collective and level_of(m) for m in mentions) else None
        if place is None:
            return mentions
        start, name = place
        return [Mention(start, start + len(name) + 2, name + "法院", name, "法院", False), *mentions]

    def _add(self, mention: Mention, key: str, weight: float) -> None:
        if key not in self.first:
            self.first[key] = mention
            weight += self._titled(key)
        self.places[key] += weight

    def _add_group(self, mention: Mention, level: int, weight: float) -> None:
        self.levels[level] += weight if level else 0.0
        group, name = self.groups[level], mention.name
        if level >= CITY and name[0] not in GATHERED and self._text.endswith(_PART, 0, mention.start):
            # 其中市中院受理115件: one of the courts that the report is of.
            name = f"全{name.removeprefix('自治')[0]}法院"
        group[name] = group.get(name, 0) + 1
        self._first_group = min(self._first_group, mention.start)

    def _titled(self, key: str) -> float:
        """What a place weighs more for standing in the title, or for opening the text."""
        told = self._title.find(key)
        if 0 <= told < _LEADS or self._text.lstrip().startswith(key):
            return _HEADLINE
        return _NAMED_THERE if told >= 0 else 0.0

    def _support(self, mention: Mention) -> float:
        """Less for a bare name that stands nowhere else: it may be no name."""
        place = mention.place
        if mention.name != place + "法院" or key_of(place) != place:
            return 1.0
        first, last = self._spots.ends_of(place)
        return _LONE if first == last else 1.0

    def total(self, key: str) -> float:
        """The weight of a place with that of the collectives that mean its courts. A court whose level
        nothing tells is taken for that of the collectives where it comes before them and no court of their
        level is named.
        """
        level = NATION if key == NATIONAL else self._known.get(key, UNKNOWN)
        weight = self.places[key]
        if level:
            return weight + self.levels.get(level, 0.0)
        return weight + self.levels.get(self.taken_for(key), 0.0)

    def taken_for(self, key: str) -> int:
        """The level that a court is taken for of which nothing tells it."""
        if "、" in key:
            return UNKNOWN
        if key in self.first and self.first[key].name.endswith(OF_NO_PLACE):
            return UNKNOWN
        leads = key in self.first and self.first[key].start < max(self._first_group, _HEAD)
        small = self._free == PROVINCE and not self._may_be_a_province(key)
        return self._free if leads and not small else UNKNOWN

    def _may_be_a_province(self, key: str) -> bool:
        """Whether a bare name can be that of a province: it opens the text, or comes again and before all
        others.
        """
        first = self.first.get(key)
        if first is None or len(key) > _LONGEST_PROVINCE:
            return False
        if key in self._title or first.start < _LEADS:
            return True
        return self._support(first) > _LONE and all(m.start >= first.start for m in self.first.values())

    @cached_property
    def _free(self) -> int:
        """The level whose collectives weigh most of those of which no court is named."""
        claimed = {self._known.get(place, UNKNOWN) for place in self.places}
        free = [level for level in self.levels if level not in claimed]
        return max(free, key=lambda level: self.levels[level], default=UNKNOWN)
