"""Whose result it is.

A number belongs to the court named last before it in its paragraph; else to the court that its section is
about; else to that of the report. What is named aside (a rival, a superior, the scene of a meeting) owns
nothing. A collective (全市法院) or a level (市中院) stands for the innermost court in force that reaches
as far.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter

from courtnews.interpret.courts.asides import is_aside
from courtnews.interpret.courts.collectives import Collectives, measured_by
from courtnews.interpret.courts.dealing import MEMORY, Dealing, Said
from courtnews.interpret.courts.items import Items
from courtnews.interpret.courts.levels import CITY, UNKNOWN, key_of, level_of, levels
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.names import find_mentions
from courtnews.interpret.courts.owner import NATIONAL, Owner, as_the_highest
from courtnews.interpret.courts.questions import Questions
from courtnews.interpret.courts.report import report_court
from courtnews.interpret.courts.sections import Section, find_sections
from courtnews.interpret.courts.speakers import Speakers
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.standing import Standing
from courtnews.interpret.courts.words import GATHERED, OF_NO_PLACE, SPOKEN
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_start_of = attrgetter("start")
_SAME = ("该院", "全院", "该法院", "这家法院", "该署")
# These mean the court told of last, wherever that was.
_THIS = ("该法院", "这家法院")
_ITS_OWN = ("自己", "自身", "本级", "本部")
_TALLIED = re.compile("[0-9][个家]")


class CourtMap:
    """Gives readings their court, walking the report in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        spots = Spots(document.text)
        self.mentions = find_mentions(document.text, spots)
        self._starts = [m.start for m in self.mentions]
        self._speakers = Speakers(document.text, self.mentions, self._starts)
        self._questions = Questions(document, self.mentions, self._starts)
        # The paragraph and the court of the number told last.
        self._owned: tuple[int, str | None] = (-1, None)
        self._items = Items()
        self._standing = Standing(document.text, self.mentions)
        self._aside = {m.start for m in self.mentions if is_aside(document.text, m)}
        self._dealing = Dealing(document.text, self.mentions, self._starts, self._aside)
        self._levels = levels(self.mentions, document.text)
        self._report = report_court(spots, self.mentions, self._aside, self._levels)
        if self.main == NATIONAL:
            self.mentions[:] = map(as_the_highest, self.mentions)
        self._sections = find_sections(document, self.mentions, spots)
        # A report whose own court has a section stands beside the other sections, not above them.
        self._above = self._report is not None and all(
            key_of(section.court) != self._report.key for section in self._sections
        )
        self._collectives = Collectives(
            document,
            self.mentions,
            self._starts,
            self._report,
            outer=self._report if self._above else None,
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
        if not readings:
            return
        self._items.enter(sentence)
        section = self._section(sentence.start) if self._sections else None
        rest: Said = (section.name, "its section") if section else self._usual
        asked = self._questions.asked(sentence.paragraph)
        if asked is not None and asked[0]:
            section, rest = self._owner(asked[0]), asked
        dealt = self._dealing.among(sentence, readings)
        known, text = -1, self.document.text
        for reading in readings:
            start, end = reading.quantity.start, reading.quantity.end
            last = bisect_left(self._starts, start)
            # The court stands right behind its number: 76件由市中院执结.
            if text[end : end + 1] == "由" and self._starts[last : last + 1] == [end + 1]:
                last += 1
            last = self._standing.last(last, start)
            # Numbers that no court parts have the same.
            if last != known:
                known, named = last, self._named(sentence, last, section)
            said = dealt.get(id(reading), named) if dealt else named
            if (area := measured_by(text, reading)) is not None:
                said = self._collectives.court(area, section), area.name
            reading.court, words = self._standing.of_changed(reading, sentence) or (said if said[0] else rest)
            self._owned = sentence.paragraph, reading.court
            if reading.court:
                reading.why.append(f"court {reading.court}: {words}")

    @cached_property
    def _usual(self) -> Said:
        """Whose a number is that no court is named for: the courts that the court of the report speaks for,
        where it tells of them (全市法院 in a report of a 中级法院), else its own.
        """
        return self._collectives.spoken_for() or self.main, "the report's"

    def _section(self, position: int) -> Owner | None:
        index = bisect_right(self._sections, position, key=lambda s: s.start) - 1
        if index < 0 or position >= self._sections[index].end:
            return None
        return self._owner(self._sections[index].court)

    def _owner(self, name: str) -> Owner:
        key = key_of(name)
        return Owner(name, self._levels.get(key, UNKNOWN), key)

    def _end_of(self, section: Section) -> int:
        """Where a section ends: before the paragraph that turns back to the report's own court."""
        if self._report is None or not self._above or self._report.level == UNKNOWN:
            return section.end
        if self._levels.get(key_of(section.court), UNKNOWN) == self._report.level:
            return section.end
        first = self.document.paragraph_of(section.start) + 1
        index = bisect_left(self._turns, first)
        if index == len(self._turns):
            return section.end
        return min(section.end, self.document.paragraph_starts[self._turns[index]])

    @cached_property
    def _turns(self) -> list[int]:
        """The paragraphs that name the report's own court, or its level, for what it did itself."""
        report = self._report
        return [
            self.document.paragraph_of(m.start)
            for m in self.mentions
            if report is not None
            and level_of(m) == report.level
            and m.start not in self._aside
            and (m.collective or key_of(m.place) == report.key)
        ]

    def _named(self, sentence: Sentence, last: int, section: Owner | None) -> Said:
        """The court named last in the paragraph of a sentence, of those before the one of this number.

        A level named in passing (基层法院…, 最高法院…) does not outlast its sentence; a collective or a named
        court does, and the highest court that a number was of. 该院 and 三地法院 mean what is named before
        them.
        """
        single = same = meant = False
        paragraph = self.document.paragraph_starts[sentence.paragraph]
        for mention in self._backwards(sentence, last):
            if mention.name in SPOKEN:
                if self._speakers.is_spoken(mention, paragraph):
                    continue  # 云溪法院院长说:“我院执结2415件”
                own = self.main if section is None and self.main != NATIONAL else None
                return own, mention.name
            if mention.collective and _TALLIED.match(
                self.document.text, max(0, mention.start - 2), mention.start
            ):
                # 9个县区法院 are those of the place named before.
                continue
            before = mention.start < sentence.start
            if mention.name in _SAME and (source := self._speakers.source(mention, sentence.start)):
                return source.name, source.name
            if mention.name in _SAME or mention.counts:
                single, same = True, same or mention.name in _THIS
                meant = meant or mention.name in _SAME
            elif not mention.collective:
                if before and mention.place == "最高" and not self._goes_on(mention, sentence):
                    continue
                return mention.name, mention.name
            elif not single and (mention.name[0] in GATHERED or not before):
                if before and self._is_above(mention):
                    continue
                return self._collectives.court(mention, section), mention.name
        said = self._before(sentence) if same and section is None else (None, "")
        return self._below(last) if meant and said[0] is None and self.main == NATIONAL else said

    def _is_above(self, mention: Mention) -> bool:
        """Whether a report that says 我院 only measures its own court by a wider group: 全省法院为93.61%."""
        report = self._report
        return (
            report is not None
            and not report.group
            and level_of(mention) > max(report.level, CITY * report.name.endswith(OF_NO_PLACE))
            and any(m.name in SPOKEN for m in self.mentions)
        )

    def _goes_on(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether the highest court is spoken of for its own cases: a number of the paragraph was its own, or
        the text says so (最高法院自己的案子也在涨。).
        """
        own = self.document.text.startswith(_ITS_OWN, mention.end)
        return own or self._owned == (sentence.paragraph, mention.name)

    def _before(self, sentence: Sentence) -> Said:
        """The court that the paragraph before speaks of last, where 该院 has none in its own; none above the
        report's.
        """
        index = bisect_left(self._owners, sentence.start, key=_start_of) - 1
        if index < 0 or self._owners[index].start < self._questions.start_before(sentence.paragraph):
            return None, ""
        mention = self._owners[index]
        own = self._report.level if self._report else UNKNOWN
        known = self._levels.get(key_of(mention.place), UNKNOWN)
        return (None, "") if UNKNOWN < own < known else (mention.name, mention.name)

    def _below(self, last: int) -> Said:
        """The level told of last (市人民法院) that 该院 means in a report of all courts."""
        for mention in reversed(self.mentions[max(0, last - MEMORY) : last]):
            level = mention.collective and level_of(mention) and mention.name[0] not in GATHERED
            told = self.document.text.endswith("从", 0, mention.start)
            if level and (told or mention.start not in self._aside):
                return self._collectives.court(mention, None), mention.name
        return None, ""

    @cached_property
    def _owners(self) -> list[Mention]:
        """The courts that may own a number, collectives apart."""
        return [m for m in self.mentions if not m.collective and m.start not in self._aside]

    def _backwards(self, sentence: Sentence, last: int) -> Iterator[Mention]:
        """The last courts of the paragraph before a position that may own a number, the nearest first."""
        start = min(sentence.start, self.document.paragraph_starts[sentence.paragraph])
        for index in range(last - 1, max(-1, last - 1 - MEMORY), -1):
            mention = self.mentions[index]
            if mention.start < start:
                return
            if mention.start not in self._aside and not self._items.have_passed(mention, sentence):
                yield mention
