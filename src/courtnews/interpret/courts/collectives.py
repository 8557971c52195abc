"""What a collective (全市法院) or a level (市中院) stands for: the innermost court in force that reaches as
far.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from courtnews.interpret.courts.levels import (
    CITY,
    COUNTY,
    NATION,
    PROVINCE,
    UNKNOWN,
    key_of,
    level_of,
    tells_of_a_city,
)
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.owner import NATIONAL, Owner
from courtnews.interpret.courts.words import GATHERED, OF_NO_PLACE, SPOKEN
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document

# How many courts a reader keeps in mind.
_MEMORY = 12
_TITLE = 60
# 全国分署 are those of one agency.
AGENCY_OF_ALL, _BRANCHES = "行政执行署", ("分署", "执行处")
_SHORT = ("中院", "高院", "高法院")
_ROW = "、"
_LED = ("指导", "督促", "推动", "带领", "组织", "部署", "要求", "监督", "对", "促")
_RESULTS = re.compile("[^。;；\n]{0,40}[0-9]")
_HIGH = {PROVINCE: ("高院", "高级", "高法院"), CITY: ("中院", "中级")}


class Collectives:
    """Tells what the collectives and levels of one report stand for; `outer` is the court that stands above
    the sections.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        starts: Sequence[int],
        report: Owner | None,
        outer: Owner | None,
    ) -> None:
        self._document = document
        self._mentions = mentions
        self._starts = starts
        self._report = report
        self._outer = outer

    def _back(self, start: int, end: int) -> Sequence[Mention]:
        """The last courts named in a stretch, the nearest first."""
        high = bisect_left(self._starts, end)
        return self._mentions[max(bisect_left(self._starts, start), high - _MEMORY) : high][::-1]

    @cached_property
    def _title(self) -> str:
        """The first line of the report."""
        return self._document.title[:_TITLE]

    @cached_property
    def _city(self) -> bool:
        """Whether the text tells of the courts that a city has."""
        return tells_of_a_city(self._mentions)

    @cached_property
    def _full(self) -> dict[tuple[str, int], str]:
        """The fullest name that the text has for the high court or 中级法院 of a place."""
        found: dict[tuple[str, int], str] = {}
        for mention in self._mentions:
            for level, words in _HIGH.items():
                if mention.place and any(word in mention.suffix for word in words):
                    key = (key_of(mention.place), level)
                    found[key] = max(found.get(key, ""), mention.name, key=len)
        return found

    @cached_property
    def _firsts(self) -> list[Mention]:
        """The first court named of each level."""
        found: dict[int, Mention] = {}
        for mention in self._mentions:
            if not mention.collective:
                found.setdefault(level_of(mention), mention)
        return list(found.values())

    def court(self, mention: Mention, section: Owner | None) -> str:
        """The court that a collective or a level stands for, given whose section and report it is."""
        level = level_of(mention)
        if level == NATION:
            return AGENCY_OF_ALL if mention.suffix in _BRANCHES else NATIONAL
        if (leading := self._leading(mention, level)) is not None:
            return self._owned(leading, mention, level)
        above = self._report if section is None else self._outer
        owners = [owner for owner in (section, above) if owner is not None]
        fitting = None
        for owner in owners:
            if owner.level == level or _of_a_city(mention, owner):
                fitting = owner
                break
        if fitting is None and level != UNKNOWN:
            start = self._document.paragraph_span(self._document.paragraph_of(mention.start))[0]
            fitting = self._of_level(level, self._back(start, mention.start))
        if fitting is None:
            fitting = next((o for o in owners if self._may_be(o, level)), None)
        if fitting is None:
            return self._elsewhere(mention, level)
        return self._owned(fitting, mention, level)

    def _leading(self, mention: Mention, level: int) -> Owner | None:
        """The high court or 中级法院 of another place that opens the sentence in which all courts of a place
        are named: 云溪高院工作报告显示,全省法院受理50万件.
        """
        if level not in _HIGH or mention.name[0] not in GATHERED or self._report is None:
            return None
        text = self._document.text
        start = max(text.rfind(sign, 0, mention.start) for sign in "。；;\n") + 1
        first = next(iter(self._back(start, mention.start)[::-1]), None)
        if first is None or first.collective or level_of(first) != level or text[start : first.start].strip():
            return None
        key = key_of(first.place)
        return Owner(first.name, level, key) if key != self._report.key else None

    def spoken_for(self) -> str | None:
        """All courts of the place, where the report is of its highest, tells of them, and never says 我院."""
        report = self._report
        if report is None or report.level not in _HIGH or report.group:
            return None
        if not any(word in report.name for word in _HIGH[report.level]):
            return None
        told = [m for m in self._mentions if m.collective]
        if any(m.name in SPOKEN and not self._is_part(m) for m in told):
            return None
        own = (
            m
            for m in told
            if level_of(m) == report.level and m.name[0] in GATHERED and self._has_results(m, report)
        )
        return _whole(report, first) if (first := next(own, None)) is not None else None

    def _is_part(self, mention: Mention) -> bool:
        """Whether a court is told of as one of all: 全市法院受理2万件。其中,我院受理3000件."""
        before = self._document.text[max(0, mention.start - 3) : mention.start]
        return before.rstrip(",，").endswith("其中")

    def _has_results(self, mention: Mention, report: Owner) -> bool:
        """Whether results of courts taken together are told, or a title names them: 指导全市法院加强执行 and
        全市法院工作会议 are none. A 第五中院 does not speak for those of its city.
        """
        text = self._document.text
        if report.key[-1:] in _ORDINALS or text.endswith(_LED, 0, mention.start):
            return False
        return mention.start < _TITLE or _RESULTS.match(text, mention.end) is not None

    def _may_be(self, owner: Owner, level: int) -> bool:
        """Whether a court may reach so far where a name does not say how far. A bare name is that of a city
        only where the text tells of the courts that a city has.
        """
        if owner.name.endswith(OF_NO_PLACE):
            return False  # 全省法院 in a report of 武汉海事法院
        if owner.level == UNKNOWN:
            if level == PROVINCE and owner is self._report and not owner.group:
                # 鼓楼法院 may be that of a district, unless the report is headed by it.
                return owner.key in self._title
            return level != CITY or self._city or owner.group
        return level == UNKNOWN and owner.level != NATION

    def _owned(self, owner: Owner, mention: Mention, level: int) -> str:
        """All courts of the owner where they are gathered, else its one court of that level."""
        if mention.name[0] in GATHERED or level == UNKNOWN:
            return _whole(owner, mention)
        return self._at_level(owner, mention, level)

    def _at_level(self, owner: Owner, mention: Mention, level: int) -> str:
        """The one court of a place that a level names, by its full name where the text has one: 市中院 of
        云溪 is 云溪市中级人民法院.
        """
        if owner.group:
            return mention.name
        if level == COUNTY:
            return owner.name
        if name := self._full.get((owner.key, level)):
            return name
        return owner.key + (mention.suffix if mention.suffix.endswith(_SHORT) else mention.name)

    def _elsewhere(self, mention: Mention, level: int) -> str:
        """The court of a level that is neither the section's nor the report's: that of the place named last
        with this level, else the first named at all, else what the level is called.
        """
        if level == UNKNOWN:
            return NATIONAL if self._report is not None and mention.name[0] == "各" else mention.name
        owner = self._of_level(level, (*self._back(0, mention.start), *self._firsts))
        return mention.name if owner is None else self._owned(owner, mention, level)

    @staticmethod
    def _of_level(level: int, mentions: Iterable[Mention]) -> Owner | None:
        """The first named court of a level; several that are named together are none."""
        found = (
            Owner(m.name, level, key_of(m.place))
            for m in mentions
            if not m.collective and _ROW not in m.place and level_of(m) == level
        )
        return next(found, None)


_AREA_OF = re.compile(
    "(?:[低高优好]于|超过|超出|落后于|不及|和|与|、)(全[国省市区])(?:法院)?(?:平均)?(?:水平|值)?的$"
)
_NEAR = 16


def measured_by(text: str, reading: Reading) -> Mention | None:
    """The courts of the country or a place whose rate another is measured by: 低于全国的30%和全省的24.8%."""
    start = reading.quantity.start
    if reading.kind != "rate":
        return None
    area = _AREA_OF.search(text, max(0, start - _NEAR), start)
    return area and Mention(area.start(1), area.end(1), area[1] + "法院", "", "法院", True)


_ORDINALS, _HIGHER = "一二三四五六", ("中院", "中级人民法院", "中级法院")


def _of_a_city(mention: Mention, owner: Owner) -> bool:
    """Whether 全市法院 or 市高院 means the courts of a city that has the rank of a province."""
    return owner.level == PROVINCE and "市" in mention.name[:2] and f"{owner.key}市" in owner.name


def _whole(owner: Owner, mention: Mention) -> str:
    """All courts of a place, where the owner is named by its highest or by a tribunal of that."""
    if owner.group:
        return owner.name if mention.name[0] in GATHERED else mention.name
    if owner.key[-1:] in _ORDINALS and owner.name.endswith(_HIGHER):
        # 重庆五中院: its courts are not those of a place.
        return f"{owner.key}中院辖区法院"
    if any(word in owner.name for words in (*_HIGH.values(), ("法庭",)) for word in words):
        return owner.key + "法院"
    return owner.name
