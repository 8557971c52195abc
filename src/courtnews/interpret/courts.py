"""Whose result it is: court names, collectives that stand for a court named elsewhere, sections by court."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Document, Sentence

_SUFFIX = (
    r"(?:高级人民法院|中级人民法院|人民法院|两级人民法院|两级法院|高级法院|中级法院|互联网法院|海事法院|金融法院|知识产权法院"
    r"|铁路运输法院|铁路运输中级法院|林区法院|林区基层法院|全市法院|全省法院|全区法院|全县法院|各级法院|各地法院|三级法院|法院|中院|高院|最高法(?!院)|行政执行署|执行署|分署)"
)
_ANCHOR = re.compile(rf"(?P<suffix>{_SUFFIX})(?!网|报|门口|工作人员|之窗)")
_PLACE = re.compile(r"[一-鿿]{1,12}$")
# Words that end where a court's name begins.
_CUT = re.compile(
    r"(?:.*(?:[的在由对向到从和与及、是了将把让被为于给经据受至或等日月年时上下中近各该某并即按随同当以使因这那令会讯电路者长]|推进|打造|召开|通报|报告|介绍|认为|表示|走进|来自|关于|举行|其中|最高|服务|依托|推动|全面|联合|指导|成为|记者|日前|今年|去年|部署|会议|指出|建成|期间|作为|这是|来到|进一步|支持|加强|协助|直接|评为|获评|荣获|探访|聚焦|见证|督促|配合|请求|申请|起诉))"
)
_LEVEL = re.compile(r"(?:高级|中级|两级|三级|各级|各地|全市|全省|全区|全县|人民|基层|法院|中院|高院)")
_COLLECTIVE = re.compile(
    r"^(?:全国(?:各级)?|全省|全市|全区|全县|全州|全盟|全院|两级|三级|各级|各地|辖区|基层|中基层|省市县三级|省|市|县|区|州|我省|我市|我区|我县|省级|市县两级|全省各级|全市两级|全市基层|全省三级|所属|各|全省各地|我省各地|省市区|全自治区|地方各级|人民)?$"
)
_OWN = re.compile(r"该院|本院|我院|全院|该分署|本分署|本署|该署|该局")
# The court named is one of a comparison, not whose number it is: 居全市法院第一, 占全国法院的.
_COMPARING = re.compile(r"(?:居|列|排名|位居|位列|名列|占|约占|高于|低于|优于|超过|比|较|在|为|等|获|被|向|交|由|与|和|请|从|报|评为|入选)$")
_HEADER = re.compile(r"^[\s●■◆▲★○◎·【\[〔]*(?P<name>[一-鿿]{2,14}?)\s*[】\]〕:：]")
_PROVINCE_HINT = re.compile(r"全省|全区|我省|省高院|省法院|自治区")


@dataclass(slots=True, frozen=True)
class Mention:
    """A court as the text names it: its place (丹凤), its full written name, and whether it is a collective."""

    start: int
    end: int
    name: str
    place: str
    suffix: str

    @property
    def collective(self) -> bool:
        return not self.place


def find_mentions(text: str) -> list[Mention]:
    """Court names in the order of the text."""
    raw = []
    for match in _ANCHOR.finditer(text):
        start = match.start()
        if match["suffix"] == "最高法":
            raw.append((match.start(), match.end(), "最高人民", "最高法"))
            continue
        before = _PLACE.search(text, max(0, start - 14), start)
        raw.append((start, match.end(), before.group() if before else "", match["suffix"]))
    return _named(text, raw)


def _named(text: str, raw: list[tuple[int, int, str, str]]) -> list[Mention]:
    """Trim what stands before a name: 推进丹凤 is 丹凤 where the text also has 丹凤 alone."""
    trimmed = [_trim(before) for _, _, before, _ in raw]
    known = Counter(place for place in trimmed if 2 <= len(place) <= 9)
    mentions = []
    for (start, end, _, suffix), place in zip(raw, trimmed, strict=True):
        shorter = [k for k in known if place.endswith(k) and k != place and known[k] >= known[place]]
        if shorter and not re.search(r"[省市县区州旗盟]", place):
            place = max(shorter, key=lambda k: (known[k], len(k)))
        begin = start - len(place)
        if _COLLECTIVE.match(place):
            mentions.append(Mention(begin, end, place + suffix, "", suffix))
        elif len(place) >= 2 or place in ("京", "沪"):
            mentions.append(Mention(begin, end, place + suffix, place, suffix))
    return mentions


def _trim(before: str) -> str:
    if before.endswith("最高"):
        return "最高"
    cut = _CUT.match(before)
    place = before[cut.end() :] if cut else before
    for collective in ("全国", "全省", "全市", "全区", "全县", "我省", "我市", "两级"):
        if place.endswith(collective) and len(place) > len(collective) and collective[0] == "全":
            place = place[: -len(collective)]
    return place.removesuffix("两").removesuffix("各级") if len(place) > 2 else place


def main_court(document: Document, mentions: Sequence[Mention]) -> str | None:
    """The court that the report is about: the place named most, early mentions weighing more; None where none is named."""
    weights: Counter[str] = Counter()
    names: dict[str, Mention] = {}
    length = max(1, len(document.text))
    for mention in mentions:
        place = _key(mention.place)
        if not place or place == "最高" and len(mentions) > 3:
            continue
        weight = 3.0 if mention.start < 60 else 2.0 if mention.start < 200 else 1.0
        if mention.suffix in ("法院", "两级法院", "全省法院", "全市法院"):
            weight += 0.2
        weights[place] += weight * (1.2 - mention.start / length)
        names.setdefault(place, mention)
    if not weights:
        national = [m for m in mentions if m.name.startswith("全国")]
        return "全国法院" if national else None
    best = max(weights, key=lambda place: weights[place])
    national = sum(m.name.startswith(("全国", "最高")) for m in mentions)
    if national > weights[best]:
        return "全国法院"
    return full_name(names[best])


def _key(place: str) -> str:
    """A place without its level, so that full and short names of one court are one: 云南省宣威市 is 宣威."""
    parts = [p for p in re.split(r"(?<=[一-鿿]{2})[省市县区州旗盟]|自治", place) if p]
    return parts[-1] if parts else place


def full_name(mention: Mention) -> str:
    """The name of a court as the text has it, simplified."""
    return mention.name


class CourtMap:
    """Gives readings their court, walking the report in order."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.mentions = mentions
        self.main = main_court(document, mentions)
        self._starts = [m.start for m in mentions]
        self._sections = _sections(document, mentions)
        self._last: tuple[int, str | None] = (-1, None)

    def assign(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Set the court of each reading of a sentence."""
        section = self._section(sentence.start)
        current = self._last[1] if self._last[0] == sentence.paragraph else None
        current = self._earlier(sentence, current, section)
        for reading in readings:
            reading.court = self._in_force(sentence, reading, current, section)
            if reading.court:
                reading.why.append(f"court {reading.court}")
        if readings and readings[-1].role == "statistic":
            self._last = (sentence.paragraph, readings[-1].court)

    def _section(self, position: int) -> str | None:
        index = bisect_left(self._sections, position + 1, key=lambda s: s[0]) - 1
        return self._sections[index][1] if index >= 0 else None

    def _earlier(self, sentence: Sentence, current: str | None, section: str | None) -> str | None:
        """The court that the paragraph named last before this sentence."""
        start = self.document.paragraph_span(sentence.paragraph)[0]
        for mention in reversed(self._between(start, sentence.start)):
            if not self._compares(mention) and not mention.collective:
                return full_name(mention)
            if mention.collective and not self._compares(mention):
                return section or self.main
        return current

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _compares(self, mention: Mention) -> bool:
        text = self.document.text
        return bool(_COMPARING.search(text, max(0, mention.start - 4), mention.start))

    def _in_force(self, sentence: Sentence, reading: Reading, current: str | None, section: str | None) -> str | None:
        for mention in reversed(self._between(sentence.start, reading.quantity.start)):
            if self._compares(mention):
                continue
            if not mention.collective:
                return full_name(mention)
            return self._collective(mention, section)
        return current or section or self.main

    def _collective(self, mention: Mention, section: str | None) -> str | None:
        if mention.name.startswith("全国"):
            return "全国法院"
        if mention.suffix in ("中级法院", "中院", "高院", "高级法院", "中级人民法院", "高级人民法院") and self.main:
            return _key_name(section or self.main) + mention.suffix
        return section or self.main or mention.name


def _key_name(name: str) -> str:
    return _LEVEL.sub("", name)


def _sections(document: Document, mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Headings that give the following paragraphs to one court: 【福建】, ●松滋法院:, 潢川:凌晨的队列."""
    places = {_key(m.place) for m in mentions if m.place}
    found = []
    for paragraph in range(len(document.paragraph_starts)):
        start, end = document.paragraph_span(paragraph)
        line = document.text[start:end]
        if not 2 <= len(line.strip()) <= 40:
            continue
        match = _HEADER.match(line.strip())
        if not match or line.rstrip().endswith(("。", "?", "!")):
            continue
        name = match["name"]
        place = _key(_LEVEL.sub("", name))
        if place == "最高" or name == "最高法":
            found.append((start, "最高人民法院"))
        elif place in places or name.endswith(("法院", "中院", "高院")):
            found.append((start, name if name.endswith(("院",)) else name + "法院"))
    return found if len(found) > 1 else []
