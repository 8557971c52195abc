"""Whose result it is: the court named last before a number, else that of its section, else that of the
report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise

from courtnews.interpret.court_names import Mention, find_mentions
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_NATIONAL = "全国法院"
# The court named is one of a comparison or a place, not whose number it is: 居全市法院第一, 占全国法院的,
# 在福州中院.
_BESIDE = re.compile(
    r"(?:居|列|排名|占|约占|高于|低于|优于|超过|比|较|设在|为|获|被|向|交|由|与|和|请|从|报|评为|入选|到|经|送|距|至)$"
)
# A court in which others only met.
_VENUE = re.compile(r"(?:召开|举行|开幕)")
_RANKED = re.compile(
    r"(?:首位|榜首|第[一二三四五六七八九十0-9]|前列|前[一二三四五六七八九十0-9]|平均|绩效|考核|系统|协助|配合)"
)
_LEAD, _PAIR = 60, 2
_HEADER = re.compile(r"^[\s●■◆▲★○◎·]*(?P<open>[【\[〔])?\s*(?P<name>[一-鿿]{2,14}?)\s*[】\]〕:：]")
_LEVELS = re.compile(r"(?:高级|中级|两级|三级|各级|全市|全省|全区|全县|人民|基层|法院|中院|高院)")
_DISTRICTS = re.compile(r"(?:维吾尔|壮族|回族)?自治[区州县旗]|特别行政区|[省市县区州旗盟]")
# A court, if any, and the words that named it.
Said = tuple[str | None, str]
_OWN_LEVEL = ("中级法院", "中院", "高院", "高级法院", "中级人民法院", "高级人民法院")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The place of a name without levels and districts, so that full and short names are one:
    云南省宣威市人民法院 is 宣威.

    >>> key_of("云南省宣威市人民法院"), key_of("宣威法院")
    ('宣威', '宣威')
    """
    parts = [p for p in _DISTRICTS.split(_LEVELS.sub("", name)) if p]
    return parts[-1] if parts else name


class CourtMap:
    """Gives readings their court, walking the report in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mentions = find_mentions(document.text)
        self._groups = {m.name for m in self.mentions if m.collective}
        self._starts = [m.start for m in self.mentions]
        self._aside = {m.start for m in self.mentions if _is_beside(document.text, m)}
        self.main = main_court(document, self.mentions, self._aside)
        self._sections = _sections(document, self.mentions)

    @property
    def section_starts(self) -> list[int]:
        """Where the sections by court begin."""
        return [start for start, _ in self._sections]

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the court of each reading of a sentence."""
        section = self._section(sentence.start)
        current = self._earlier(sentence, section)
        if current[0] is None:
            current = (section, "its section") if section else (self.main, "the report's")
        dealt = self._dealt(sentence, readings)
        for reading in readings:
            said = dealt.get(id(reading)) or self._named(sentence, reading, section)
            reading.court, words = said if said[0] else current
            if reading.court:
                reading.why.append(f"court {reading.court}: {words}")

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

    def _section(self, position: int) -> str | None:
        index = bisect_left(self._sections, position + 1, key=lambda s: s[0]) - 1
        return self._sections[index][1] if index >= 0 else None

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _earlier(self, sentence: Sentence, section: str | None) -> Said:
        """The court that the paragraph named last before this sentence."""
        start = self.document.paragraph_span(sentence.paragraph)[0]
        # A level named in passing (基层法院…, 高级法院…) does not outlast its sentence; a group or a named
        # court does.
        lasting = [
            m for m in self._between(start, sentence.start) if not m.collective or m.name[0] in "全两各三我本"
        ]
        return self._last_of(lasting, section)

    def _named(self, sentence: Sentence, reading: Reading, section: str | None) -> Said:
        """The court named last in the sentence before the number."""
        return self._last_of(self._between(sentence.start, reading.quantity.start), section)

    def _last_of(self, mentions: Sequence[Mention], section: str | None) -> Said:
        for mention in reversed(mentions):
            if mention.start not in self._aside:
                return (
                    self._collective(mention, section) if mention.collective else mention.name
                ), mention.name
        return None, ""

    def _collective(self, mention: Mention, section: str | None) -> str | None:
        """The court that a collective or a level stands for, given whose report or section it is."""
        if mention.name.startswith("全国"):
            return _NATIONAL
        main = section or self.main
        if main is None or main == _NATIONAL or main in self._groups:
            as_main = mention.suffix == "院" or (main in self._groups and mention.name[0] in "全两三各")
            return main if as_main else mention.name
        if mention.suffix == "院":
            return main
        if section is None and _reaches(mention, main):
            return self._wider(mention) or mention.name
        if mention.suffix in _OWN_LEVEL:
            return (
                key_of(main) + mention.suffix
                if mention.name[0] in "省市" or mention.suffix in ("中院", "高院")
                else mention.name
            )
        return key_of(main) + "法院" if re.search("中级|中院|高级|高院", main) else main

    def _wider(self, mention: Mention) -> str | None:
        """The court that a collective above the report's own court belongs to: 全省法院 to the 高院 named,
        全市法院 to the 中院.
        """
        marks = ("高院", "高级", "省") if "省" in mention.name[:2] else ("中院", "中级", "市")
        for other in self.mentions:
            if not other.collective and other.place != "最高" and any(mark in other.name for mark in marks):
                return other.name
        return None


def _reaches(mention: Mention, main: str) -> bool:
    """Whether a collective or level is wider than the report's own court: 全省法院 in the report of a
    county's court.
    """
    county = re.search("[县区旗](?:人民)?法院$", main) is not None
    if mention.name.startswith(("全省", "我省", "省")):
        return county or (re.search("市(?:两级|中级)?(?:人民)?法院$|中院$|中级人民法院$", main) is not None)
    return county and mention.name.startswith(("全市", "我市", "两级", "市"))


def _is_beside(text: str, mention: Mention) -> bool:
    """Whether a court is only the place of a meeting, a rival, a partner or a source: not whose number it
    is.
    """
    if text[mention.start - 1 : mention.start] in ("在", "于") and _VENUE.match(text, mention.end):
        return True
    if _RANKED.match(text, mention.end):
        return True
    return bool(_BESIDE.search(text, max(0, mention.start - 4), mention.start))


def main_court(document: Document, mentions: Sequence[Mention], aside: Container[int]) -> str | None:
    """The court that the report is about: the place named most, early mentions weighing more, those aside
    (by where they begin) hardly at all; None where none is named.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    first: dict[str, Mention] = {}
    length = max(1, len(document.text))
    for mention in mentions:
        weight = (3.0 if mention.start < 60 else 2.0 if mention.start < 200 else 1.0) * (
            1.2 - mention.start / length
        )
        if mention.start > _LEAD and mention.start in aside:
            continue
        if mention.collective:
            if mention.name.startswith("全国"):
                weights[_NATIONAL] += weight
            continue
        key = _NATIONAL if mention.place == "最高" else key_of(mention.place)
        weights[key] += weight * (0.5 if mention.place == "最高" else 1.0)
        first.setdefault(key, mention)
    if not weights:
        for first_sign in "全两三各":
            groups = Counter(
                m.name for m in mentions if m.collective and m.suffix != "院" and m.name[0] == first_sign
            )
            if groups:
                return groups.most_common(1)[0][0]
        return None
    best = max(weights, key=lambda key: weights[key])
    return _NATIONAL if best == _NATIONAL else first[best].name


def _sections(document: Document, mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Headings that give the following paragraphs to one court: 【福建】, ●松滋法院:, 潢川:凌晨的队列."""
    places = {key_of(m.place) for m in mentions if m.place}
    headings = []
    starts = document.paragraph_starts
    for start, end in zip(starts, [*starts[1:], len(document.text)], strict=True):
        line = document.text[start:end].strip()
        match = _HEADER.match(line) if 2 <= len(line) <= 40 and line[-1] not in "。?!" else None
        if match:
            headings.append((start, match["name"], bool(match["open"])))
    bracketed = any(brackets and key_of(name) in places for _, name, brackets in headings)
    confirmed = any(key_of(name) in places for _, name, _ in headings)
    found = []
    for start, name, brackets in headings:
        if name.startswith("最高"):
            found.append((start, "最高人民法院"))
        elif name.endswith(("法院", "中院", "高院")):
            found.append((start, name))
        elif key_of(name) in places or (
            len(name) <= 4 and (bracketed if brackets else confirmed and document.text.count(name) > 1)
        ):
            found.append((start, name + "法院"))
    return found if len(found) > 1 else []
