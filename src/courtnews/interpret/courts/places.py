"""Places that a report names without a court: in its title, by an institution, by its newspaper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from courtnews.interpret.courts.counted import rows
from courtnews.interpret.courts.heads import run
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.no_names import names_no_place
from courtnews.interpret.courts.spots import Spots
from courtnews.interpret.courts.words import COLLECTIVE, DISTRICTS, USUAL_BARE, after_stops

# A place that an institution follows: 云溪区人大, 北川省十一届.
_INSTITUTION = re.compile(
    r"(?<![一-鿿])(?P<name>[一-鿿]{2,8}?)(?P<sign>[省市县区旗州盟])(?=[0-9]{4}年|融媒体|人大|人民|委|政府|政法|公安|检察|司法|第?[一二三四五六七八九十]+届)"
)
# A place that opens a title: 云溪:百日会战告捷.
_TITLE = re.compile(r"^[ \t　【]*(?P<name>[一-鿿]{2,3})[】:：](?=[^\n。:：]{8,60}$)", re.MULTILINE)
_INSTITUTION_CUES = tuple(
    re.compile(f"{sign}(?=[0-9融人委政公检司第一二三四五六七八九十])") for sign in "省市县区旗州盟"
)
# A newspaper of the place: 来源:云溪日报, 云溪日报讯.
_PAPERS = "年鉴|日报|晚报|晨报|新闻|电视台|广播|法院网|政法网|人大网|普法|发布"
_LOOSE = ("新闻", "广播", "发布", "普法")
_PAPER = re.compile(rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,4}}?)(?:{_PAPERS})(?![一-鿿]{{0,2}}会)")
# Each word is found fast by itself, as is each sign above.
_PAPER_CUES = tuple(re.compile(word) for word in _PAPERS.split("|"))
# A dateline: 本报云溪1月9日电.
_DATELINE = re.compile(r"(?:本报|[社网])(?P<name>[一-鿿]{2,3}?)[0-9]{1,2}月[0-9]{1,2}日[电讯]")
_DATELINE_END = re.compile("日[电讯]")
# A tribunal that a text opens with: 石桥人民法庭工作汇报.
_TRIBUNAL = re.compile(r"(?<![一-鿿])[一-鿿]{2,4}?(?:人民)?法庭")
# A place that a sentence is set in, with its courts told of behind it: 在云溪,全市移送案件.
# The sign that opens the pattern is found fast, what stands before it is asked then.
_SCENE = re.compile("在(?<![^。；;!?！？\n　 ]在)([一-鿿]{2,3})[,，]")
# 放眼云溪全市, found by its end.
_WHOLE_END = re.compile("全[省市区县州盟][,，]")
_WHOLE = re.compile("(?<![^。；;!?！？\n　 ])(?:放眼|纵观|综观|环顾)([一-鿿]{2,3})全..")
_WHOLE_LONGEST = 5
# 其中深圳一地就拘留1406人, 广东一省到位143亿元
_ALONE = re.compile(
    "(?:[,，;；。](?:其中|仅|光|单是)?|其中|仅|光|单是)([一-鿿]{2,3})一(?:地|省|市|县|区)(?![一二两三四五六七八九十几])(?=[就便]|[一-鿿]{0,8}[0-9])"
)
_SCENES = {"全市": "两级法院", "全省": "三级法院", "全州": "两级法院", "全县": "县法院", "全区": "区法院"}
_LEVELS = re.compile("(?<![一-鿿])([县区旗])(?:人民)?法院")
# What ends words for when and where within a place: 在会上, 在现场, 在途中.
_NO_SCENE = frozenset("上中下里内前后场厅时间地处面方此院庭局室口家期天日初末底国部门度")
# 海珠新收借款合同纠纷2万件
_SUBJECT = re.compile(
    "(?<=[,，。;；:：\n])([一-鿿]{2,3})(?=仅?[^,，。;；0-9]{0,2}(?:新收|收案|受理(?![举报投申])|执结|办结|审结|结案|拘留[0-9]|执行到位|[0-9](?![0-9]*[名人])))"
)
_SEVERAL = 3
_HEAD = 300
_LONGEST = 5


def title_place(text: str) -> tuple[int, str] | None:
    """Where and what place opens a title before a colon; None where none does."""
    start = 0
    # 【收案】…【利剑】…: what labels several paragraphs is no place.
    labels = text.count("\n【") > 1
    while start < _HEAD:
        end = text.find("\n", start)
        match = (
            None
            if labels and text.startswith("【", start)
            else _TITLE.match(text, start, end if end >= 0 else len(text))
        )
        start = end + 1 or _HEAD
        name = match["name"] if match else ""
        if match and not names_no_place(name) and not COLLECTIVE.search(name):
            return match.start("name"), name
    return None


def scenes(text: str, courts_named: Iterable[Mention]) -> Iterator[Mention]:
    """The courts of the places that sentences are set in: of those that are known for courts, or that the
    paragraph goes on to tell of as a whole.
    """
    matches = [*_SCENE.finditer(text), *_wholes(text)]
    if not matches:
        return
    known, wholes = {mention.place for mention in courts_named}, _Wholes(text)
    for match in matches:
        (start, end), name = match.span(1), match[1]
        courts = wholes.behind(end)
        place = name[-1] not in _NO_SCENE and not names_no_place(name)
        if name in known or (courts and place):
            sign = courts[0] if courts.startswith(tuple(DISTRICTS)) else ""
            yield Mention(start, end, name + (courts or "法院"), name + sign, "法院", False)


def subjects(text: str, courts_named: Iterable[Mention]) -> Iterator[Mention]:
    """The courts that clauses open with by their places alone, where a text lists several before 法院:
    海珠、白云、越秀法院收案增长,海珠新收….
    """
    listed = {name for name in rows(text) if len(name) > 1 and not names_no_place(name)}
    if len(listed) < _SEVERAL:
        return
    known = listed | {mention.place.rstrip("市县区") for mention in courts_named}
    for match in _SUBJECT.finditer(text):
        if (name := match[1]) in known:
            yield Mention(match.start(1), match.end(1), f"{name}法院", name, "法院", False)


def alone(text: str) -> Iterator[Mention]:
    """The courts of places that are told of alone: 其中深圳一地就拘留1406人."""
    if "一地" in text or "一省" in text or "一市" in text:
        for match in _ALONE.finditer(text):
            name = match[1]
            if not names_no_place(name):
                yield Mention(match.start(1), match.end(), name + "法院", name, "法院", False)


class _Wholes:
    """Tells how a paragraph goes on to speak of a place as a whole, of one text that was read once for it."""

    def __init__(self, text: str) -> None:
        self._lines = [*_places("\n", text), len(text)]
        self._areas = [(_places(area, text), courts) for area, courts in _SCENES.items()]
        self._levels = [(level.start(), level[1] + "法院") for level in _LEVELS.finditer(text)]

    def behind(self, position: int) -> str:
        """The courts of a place that the rest of a paragraph tells of; empty where it tells of none."""
        end = self._lines[bisect_left(self._lines, position)]
        for places, courts in self._areas:
            if bisect_left(places, end) > bisect_left(places, position):
                return courts
        index = bisect_left(self._levels, (position, ""))
        return self._levels[index][1] if index < len(self._levels) and self._levels[index][0] < end else ""


def _places(word: str, text: str) -> list[int]:
    """Where a word stands."""
    return [match.start() for match in re.finditer(word, text)]


def _wholes(text: str) -> Iterator[re.Match[str]]:
    """The places that sentences speak of as a whole: 放眼云溪全市."""
    for behind in _WHOLE_END.finditer(text):
        whole = _WHOLE.search(text, max(0, behind.start() - _WHOLE_LONGEST), behind.end())
        if whole is not None:
            yield whole


def tribunal_of(text: str) -> str | None:
    """The tribunal whose own words a text is: it names one at its head, and says 我庭."""
    match = _TRIBUNAL.search(text, 0, _HEAD) if "我庭" in text or "本庭" in text else None
    return match.group() if match else None


def places_of(spots: Spots, signs: str, *, seat: bool) -> Counter[str]:
    """The places that the text names with one of these districts or with none, each with the weight of the
    evidence; `seat` where its datelines may be of the place itself and not of the seat of its government.
    """
    found: Counter[str] = Counter()
    text = spots.text
    for match in _openings(text, _INSTITUTION, _INSTITUTION_CUES):
        name = after_stops(match["name"])
        phrase = name[:1] in DISTRICTS or (len(name) > USUAL_BARE[0] and name[-1] in "和与及")
        if match["sign"] in signs and 1 < len(name) <= _LONGEST and not phrase:
            found[name + match["sign"]] += 2
    if title := title_place(text):
        found[title[1]] += 5
    for match in _papers(text, seat):
        name = after_stops(match["name"])
        if len(name) in USUAL_BARE and not names_no_place(name):
            twice = spots.twice(name)
            # 重要发布, 今日新闻: words that a place seldom stands before say nothing by themselves.
            if twice or not text.startswith(_LOOSE, match.end("name")):
                found[name] += 2 if twice else 1
    return found


def _openings(
    text: str, pattern: re.Pattern[str], cues: Sequence[re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    """What matches where a run of Chinese characters begins, looked for only in runs that hold a cue."""
    found = [match.start() for cue in cues for match in cue.finditer(text)]
    for begin in sorted({start - len(run(text, start)) for start in found}):
        match = pattern.match(text, begin)
        if match is not None:
            yield match


def _papers(text: str, seat: bool) -> Iterator[re.Match[str]]:
    yield from _openings(text, _PAPER, _PAPER_CUES)
    if seat and _DATELINE_END.search(text) is not None:
        yield from _DATELINE.finditer(text)
