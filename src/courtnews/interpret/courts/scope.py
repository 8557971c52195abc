"""Whose result it is.

A number belongs to the court named last before it in its paragraph; else to the court that its section is
about; else to that of the report. What is named aside (a rival, a superior, the scene of a meeting) owns
nothing. A collective (全市法院) or a level (市中院) stands for the innermost court in force that reaches
as far.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from courtnews.interpret.courts.asides import is_aside
from courtnews.interpret.courts.levels import (
    CITY,
    COUNTY,
    NATION,
    PROVINCE,
    UNKNOWN,
    key_of,
    level_of,
    levels,
)
from courtnews.interpret.courts.names import Mention, find_mentions
from courtnews.interpret.courts.report import NATIONAL, Owner, report_court
from courtnews.interpret.courts.sections import Section, find_sections
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_PAIR = 2
# How many courts a reader keeps in mind.
_MEMORY = 12
_OWN, _SAME = ("我院", "本院"), ("该院", "全院")
_NUMBERS = frozenset("两二三四五六七八九十")
# What a collective begins with; 省高院, 县法院 and 基层法院 are levels.
_GATHERED = frozenset("全我两三各")
_SHORT = ("中院", "高院")
_HIGH = {PROVINCE: ("高院", "高级"), CITY: ("中院", "中级")}
# A court, if any, and the words that named it.
Said = tuple[str | None, str]


class CourtMap:
    """Gives readings their court, walking the report in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mentions = find_mentions(document.text)
        self._starts = [m.start for m in self.mentions]
        self._aside = {m.start for m in self.mentions if is_aside(document.text, m)}
        self._levels = levels(self.mentions)
        self._report = report_court(document.text, self.mentions, self._aside, self._levels)
        self._full = self._full_names()
        self._firsts = self._first_of_levels()
        self._sections = find_sections(document, self.mentions)
        # A report whose own court has a section stands beside the other sections, not above them.
        self._above = self._report is not None and all(
            key_of(section.court) != self._report.key for section in self._sections
        )
        self._sections = [section._replace(end=self._end_of(section)) for section in self._sections]

    @property
    def main(self) -> str | None:
        """The court that the report is about."""
        return self._report.name if self._report else None

    @property
    def section_starts(self) -> list[int]:
        """Where the sections by court begin."""
        return [section.start for section in self._sections]

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the court of each reading of a sentence."""
        section = self._section(sentence.start)
        rest: Said = (section.name, "its section") if section else (self.main, "the report's")
        dealt = self._dealt(sentence, readings)
        for reading in readings:
            said = dealt.get(id(reading)) or self._named(sentence, reading, section)
            reading.court, words = said if said[0] else rest
            if reading.court:
                reading.why.append(f"court {reading.court}: {words}")

    def _full_names(self) -> dict[tuple[str, int], str]:
        """The fullest name that the text has for the high court or 中级法院 of a place."""
        found: dict[tuple[str, int], str] = {}
        for mention in self.mentions:
            for level, words in _HIGH.items():
                if mention.place and mention.suffix.startswith(words):
                    key = (key_of(mention.place), level)
                    found[key] = max(found.get(key, ""), mention.name, key=len)
        return found

    def _first_of_levels(self) -> list[Mention]:
        """The first court named of each level."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            if not mention.collective:
                found.setdefault(level_of(mention), mention)
        return list(found.values())

    def _dealt(self, sentence: Sentence, readings: Sequence[Reading]) -> dict[int, Said]:
        """A list of courts and as many numbers dealt out among them:
        甲、乙、丙法院分别执结10件、12件、9件.
        """
        listed = [r for r in readings if r.distributed >= 0]
        if len(listed) < _PAIR:
            return {}
        mentions = [m for m in self._between(sentence.start, listed[0].quantity.start) if not m.collective]
        mentions = mentions[-len(listed) :]
        text = self.document.text
        joined = all(not text[a.end : b.start].strip("、和及与") for a, b in pairwise(mentions))
        if len(mentions) != len(listed) or not joined:
            return {}
        return {id(r): (m.name, m.name) for r, m in zip(listed, mentions, strict=True)}

    def _section(self, position: int) -> Owner | None:
        index = bisect_right(self._sections, position, key=lambda s: s.start) - 1
        if index < 0 or position >= self._sections[index].end:
            return None
        name = self._sections[index].court
        key = key_of(name)
        return Owner(name, self._levels.get(key, UNKNOWN), key)

    def _end_of(self, section: Section) -> int:
        """Where a section ends: before the paragraph that turns back to the report's own court."""
        if self._report is None or not self._above or self._report.level == UNKNOWN:
            return section.end
        own = self._levels.get(key_of(section.court), UNKNOWN)
        for mention in self._between(section.start, section.end):
            if own != self._report.level == level_of(mention) and mention.start not in self._aside:
                same = mention.collective or key_of(mention.place) == self._report.key
                start = self.document.paragraph_span(self.document.paragraph_of(mention.start))[0]
                if same and start > section.start:
                    return start
        return section.end

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _named(self, sentence: Sentence, reading: Reading, section: Owner | None) -> Said:
        """The court named last before a number in its paragraph.

        A level named in passing (基层法院…, 最高法院…) does not outlast its sentence; a collective or a named
        court does. 该院 and 三地法院 mean what is named before them.
        """
        single = False
        for mention in self._backwards(sentence, reading.quantity.start):
            if mention.name in _OWN:
                break
            before = mention.start < sentence.start
            if mention.name in _SAME or _counts(mention):
                single = True
            elif not mention.collective:
                if before and mention.place == "最高":
                    continue
                return mention.name, mention.name
            elif not single and (mention.name[0] in _GATHERED or not before):
                return self._stands_for(mention, section), mention.name
        return None, ""

    def _backwards(self, sentence: Sentence, position: int) -> Iterator[Mention]:
        """The last courts of the paragraph before a position that may own a number, the nearest first."""
        start = min(sentence.start, self.document.paragraph_span(sentence.paragraph)[0])
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, position)
        nearest = (self.mentions[i] for i in range(high - 1, low - 1, -1))
        return (m for m in islice(nearest, _MEMORY) if m.start not in self._aside)

    def _stands_for(self, mention: Mention, section: Owner | None) -> str:
        """The court that a collective or a level stands for, given whose section and report it is."""
        level = level_of(mention)
        if level == NATION:
            return NATIONAL
        above = self._report if section is None or self._above else None
        owners = [owner for owner in (section, above) if owner is not None]
        fitting = next((o for o in owners if o.level == level or _of_a_city(mention, o)), None)
        if fitting is None:
            fitting = next((o for o in owners if UNKNOWN in (o.level, level) and o.level != NATION), None)
        if fitting is None:
            return self._elsewhere(mention, level)
        if mention.name[0] in _GATHERED or level == UNKNOWN:
            return _whole(fitting, mention)
        return self._at_level(fitting, mention, level)

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
        index = bisect_left(self._starts, mention.start)
        nearest = self.mentions[max(0, index - _MEMORY) : index][::-1]
        for other in (*nearest, *self._firsts):
            if not other.collective and level_of(other) == level:
                key = key_of(other.place)
                if mention.name[0] in _GATHERED:
                    return key + mention.name
                return self._at_level(Owner(other.name, level, key), mention, level)
        return mention.name


def _counts(mention: Mention) -> bool:
    """Whether a collective only counts courts that were named before: 三地法院."""
    return mention.collective and mention.name[0] in _NUMBERS and mention.name[1] != "级"


def _of_a_city(mention: Mention, owner: Owner) -> bool:
    """Whether 全市法院 or 市高院 means the courts of a city that has the rank of a province."""
    return owner.level == PROVINCE and "市" in mention.name[:2] and f"{owner.key}市" in owner.name


def _whole(owner: Owner, mention: Mention) -> str:
    """All courts of a place, where the owner is named by its highest."""
    if owner.group:
        return owner.name if mention.name[0] in _GATHERED else mention.name
    high = any(word in owner.name for words in _HIGH.values() for word in words)
    return owner.key + "法院" if high else owner.name
