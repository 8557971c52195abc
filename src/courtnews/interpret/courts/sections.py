"""Parts of a report that headings give to one court: 【福建】, ●松滋法院:, and lists of courts, one a line:
兴庆区法院:执结10件.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from courtnews.interpret.courts.counted import rows
from courtnews.interpret.courts.levels import key_of
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.structure import Document

# 【福建】, 石桥: or, behind a bullet, only a blank: ■石桥　执结100件.
# What opens a line is taken whole, and so is the name: no part of either can be what follows.
_HEADER = re.compile(
    r"(?P<style>\s*+(?P<bullet>[●■◆▲★○◎□])?+[\s●■◆▲★○◎□·]*+[【\[〔]?+)\s*+(?P<name>[一-鿿][一-鿿·、]{1,13}+)"
    r"\s*(?P<close>[】\]〕:：]|(?(bullet)(?=[　 ][一-鿿])|(?!)))"
)
# ●石桥法院, 一、云溪区人民法院: a line that holds nothing but a court.
_ALONE_ENDS = ("法院", "中院", "高院", "分署")
_ALONE = re.compile(
    r"(?P<style>\s*+(?:[●■◆▲★○◎□·\s]++|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十][）)]|[0-9]{1,2}[.、．])?)"
    rf"(?P<name>[一-鿿]{{2,16}}(?:{'|'.join(_ALONE_ENDS)}))\s*$",
    re.MULTILINE,
)
_LONGEST, _LONGEST_ITEM = 40, 120
# Behind the name of a place a bulletin tells what was done and how often.
_TELLS = re.compile("^[^:：]{2,5}[:：][^0-9,，]{2,12}[0-9]")
# What leads up to such lines: 各县(市、区)法院战果如下.
_LEADS = re.compile("各[县市区州地基院法]|县市区|分署|两级|多地|[0-9一二三四五六七八九十]地")
_LEAD = 60
_HIGHER = ("中级人民法院", "高级人民法院", "中院", "高院")
# What stands behind a name that is that of a place.
_SIGNS = ("法院", "县", "市", "区", "两级")
_LINES, _LONGEST_NAME = 3, 3
_BLANK = re.compile(r"\s*")
_COURT = ("法院", "中院", "高院")
# What other headings of a report are about; none of them is a place.
_TOPICS = (
    "导语 背景 时间 地点 人物 现场 案例 数据 战果 成效 成果 结语 尾声 声音 反响 链接 提醒 "
    "说法 点评 编辑 记者 来源 行动 启动 部署 目标 做法 问题 困难 原因 建议 对策 经过 亮点 "
    "特点 措施 进展 展望 回顾 总结 通知 评论 "
    "拘留 拘传 罚款 执结 结案 收案 新收 受理 审结 "
    "搜查 扣押 查封 冻结 划拨 扣划 腾退 腾房 拍卖 网拍 "
    "限高 失信 曝光 和解 到位 执行 移送 判刑 判处 终本 信访 保全 救助 发放 "
    "传唤 约谈 调解 立案 追责 惩戒 民事 刑事 行政 审判 "
    "周一 周二 周三 周四 周五 周六 周日 首日 次日 上午 下午 凌晨 第一 第二 第三 其中 合计 总计 共计 累计 "
)


class Section(NamedTuple):
    """A stretch of the text and the court that it is about."""

    start: int
    end: int
    court: str


class _Heading(NamedTuple):
    start: int
    end: int
    style: str
    name: str
    short: bool


def find_sections(document: Document, mentions: Sequence[Mention], spots: Spots) -> list[Section]:
    """The sections of a report, in order. Each ends where the next heading of its style begins, whatever that
    is about; in a list of courts each ends with its line. A single heading makes no section.
    """
    found: list[Section] = []
    styles: dict[str, list[_Heading]] = {}
    for heading in _headings(document):
        styles.setdefault(heading.style, []).append(heading)
    several = [series for series in styles.values() if len(series) > 1]
    if not several:
        return found
    places = {key_of(m.place) for m in mentions if m.place}
    places.update(map(key_of, rows(document.text)))
    told = _Told(spots)
    for series in several:
        found += _of_style(series, _named(series, places, mentions, told), document.text)
    return sorted(found)


def _of_style(series: Sequence[_Heading], named: dict[int, str], text: str) -> list[Section]:
    """The sections that the headings of one style open."""
    # Whether each is the next line after the one before, but for blank ones.
    pairs = [_BLANK.fullmatch(text, series[a].end, series[b].start) is not None for a, b in pairwise(named)]
    if pairs and 2 * sum(pairs) > len(pairs):
        return [Section(series[i].start, series[i].end, court) for i, court in named.items()]
    opened = [(h.start, named.get(i)) for i, h in enumerate(series) if h.short]
    bounds = [*(start for start, _ in opened), len(text)]
    found = [
        Section(start, end, court) for (start, court), end in zip(opened, bounds[1:], strict=True) if court
    ]
    return found if len(found) > 1 else []


def _named(
    series: Sequence[_Heading], places: set[str], mentions: Sequence[Mention], told: _Told
) -> dict[int, str]:
    """Which headings of one style name a court, and which. One that no name of the text supports does so
    only among others that are supported, where something speaks for it or for most of them, and no longer
    than they are.
    """
    courts = {i: _court(h, mentions) for i, h in enumerate(series) if h.name.endswith(_COURT)}
    known = {i for i, h in enumerate(series) if courts.get(i) or key_of(h.name) in places}
    if not known:
        return _bulletin(series, told.spots)
    longest = max((len(series[i].name) for i in known if i not in courts), default=0)
    last, bounds = max(known), [*(h.start for h in series[1:]), len(told.text)]
    likely = {i for i, h in enumerate(series) if i <= last or told.of(h, bounds[i])}
    most = 2 * len(likely) > len(series)
    named = {}
    for index, heading in enumerate(series):
        name = heading.name
        if name.startswith("最高"):
            named[index] = "最高人民法院"
        elif index in courts:
            if court := courts[index]:
                named[index] = court
        elif index in known or ((most or index in likely) and _a_place(name, longest)):
            named[index] = name.replace("·", "、") + "法院"
    return named


def _bulletin(series: Sequence[_Heading], spots: Spots) -> dict[int, str]:
    """The courts of the places that open the lines of a bulletin (云溪:拘传6人,结案4件;), where at least
    three lines are of that form, and courts or places are spoken of.
    """
    if len(series) < _LINES or not all(_a_place(h.name, _LONGEST_NAME) for h in series):
        return {}
    text = spots.text
    lines = [text[h.start : h.end].strip() for h in series]
    told = all(_TELLS.search(line) is not None for line in lines)
    near = all(_BLANK.fullmatch(text, a.end, b.start) for a, b in pairwise(series))
    if not (told and near and _of_places(series, spots)):
        return {}
    return {i: f"{h.name}法院" for i, h in enumerate(series)}


def _of_places(series: Sequence[_Heading], spots: Spots) -> bool:
    """Whether the lines of a bulletin are of places: as what leads up to them says, or because one of them is
    named elsewhere, or because a higher court sends them out.
    """
    text, start = spots.text, series[0].start
    if _LEADS.search(text, max(0, start - _LEAD), start) is not None:
        return True
    return any(word in text for word in _HIGHER) or any(spots.goes_on(h.name, _SIGNS) for h in series)


class _Told:
    """Tells whether a text speaks of the place of a heading."""

    def __init__(self, spots: Spots) -> None:
        self.text = spots.text
        self.spots = spots

    @cached_property
    def _this_court(self) -> list[int]:
        return [match.start() for match in re.finditer("该院", self.text)]

    def of(self, heading: _Heading, end: int) -> bool:
        """Whether the text names a heading again, or tells of 该院 under it, up to `end`."""
        if self.spots.twice(heading.name):
            return True
        places = self._this_court
        return bisect_left(places, end - 1) > bisect_left(places, heading.start)


def _a_place(name: str, longest: int) -> bool:
    """Whether a heading may be a place, or several: none of its names is longer than those that are."""
    return name not in _topics() and all(1 < len(part) <= longest for part in re.split("[·、]", name))


@cache
def _topics() -> frozenset[str]:
    return frozenset(_TOPICS.split())


def _court(heading: _Heading, mentions: Sequence[Mention]) -> str | None:
    """The court that a heading names in full, None where it names a level or a group."""
    index = bisect_left(mentions, heading.start, key=lambda m: m.start)
    mention = mentions[index] if index < len(mentions) else None
    if mention is None or mention.start >= heading.end:
        return heading.name
    return None if mention.collective else mention.name


def _headings(document: Document) -> list[_Heading]:
    """Lines that open with a name in brackets or before a colon, each with the form it has."""
    text, starts = document.text, document.paragraph_starts
    headings = []
    for start, behind in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        line = text[start:behind].strip()
        if not line or len(line) > _LONGEST_ITEM:
            continue
        end = behind - 1
        # What opens a heading may stand on a line before it, and what looks like that may go on without end.
        match = _HEADER.match(text, start, end + _LONGEST)
        if match is None and line.endswith(_ALONE_ENDS):
            match = _ALONE.match(text, start, end)
        if match is not None:
            close = match.groupdict().get("close", "alone")
            style = "" if close == "alone" else match["style"].strip()
            style += close
            short = len(line) <= _LONGEST and line[-1] not in "。?!;；"
            headings.append(_Heading(start, end, style, match["name"], short))
    return headings
