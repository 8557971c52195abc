"""Court names in working text: where one begins is worked out from the text itself, for no list of places
is kept.

A name with its district (静宁县法院, 洛阳市中级人民法院) begins where its chain of districts begins. A bare
one (丹凤法院) is as long as the text supports: the same place before 法院, 市, 县 or 区 elsewhere.
全市法院, 两级法院 and their like are collectives: they name no place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "[一-鿿]"
_SUFFIXES = (
    *(
        "高级人民法院",
        "中级人民法院",
        "人民法院",
        "高级法院",
        "中级法院",
        "互联网法院",
        "海事法院",
        "金融法院",
        "知识产权法院",
    ),
    *(
        "铁路运输中级法院",
        "铁路运输法院",
        "林区中级法院",
        "林区基层法院",
        "法院",
        "中院",
        "高院",
        "行政执行署",
        "执行署",
        "分署",
    ),
)
# The look-ahead lets the engine skip characters that begin no suffix.
_ANCHOR = re.compile(
    rf"(?=[法中高人互海金知铁林行执分最我本全该])(?:(?P<suffix>{'|'.join(_SUFFIXES)})(?!网|报|门口|之窗|文化)|(?P<top>最高法院?)|(?P<own>[我本全该]院)(?![长务线内]))"
)
_COLLECTIVE = re.compile(
    r"(?:全国|全省|全市|全区|全县|全州|全盟|全旗|我省|我市|我县|我区|两级|三级|四级|各级|各地|各个?|各家|辖区|所属|下辖|基层|中基层|中、基层|地方|全部|全体|市县|省级|^[省市县区州旗盟])+$"
)
_DISTRICTS = "省市县区州旗盟"
_GROUP_ENDS = frozenset("国省市区县州盟旗级地个家属辖层方部体") | {""}
# Characters that never belong to a name, and words that stand before one; characters that some places have
# in their names
# (中, 和, 家, 日, 都) are left to the evidence of the text.
_STOP = re.compile(
    r"(?:推进|打造|召开|通报|报告|介绍|认为|表示|走进|来自|关于|举行|服务|依托|推动|指导|成为|记者|日前|今年|去年|部署|指出|建成|期间|作为|来到"
    r"|支持|加强|协助|直接|荣获|探访|聚焦|见证|督促|配合|申请|起诉|诉至|起诉至|组织|带领|目前|截至|近日|自此|此前|以来|法务部|行政执行署|超过|高于"
    r"|低于|优于|占比|约占|执行|判决|行动中|活动中|会战中|当日|今日|昨日|上午|下午|其中|例如|按照|根据|依照|感谢|移送|除|各地|负责|从(?!化)|和(?=[一-鿿]{1,8}[省市县区])|大会作|会作|代表"
    r"|(?<![省市县区州旗盟])[的在由对向与及、是将把让被为于给经据受或其即则且而但也还就又])"
)
# What stands before 法院 in words that name none: 智慧法院, 示范法院, 外地法院.
_NO_NAME = re.compile(
    r"(?:智慧|数字|示范|优秀|先进|外地|当地|异地|兄弟|上级|下级|受托|委托|阳光|文明|平安|掌上|网上|移动微|一审|二审|原审|生效|有关|相关|涉案|终审|再审|外省|本地|多地|其他|其它|家|法治|模范|样板|标杆|本|我|全|他|些|最高|高级|中级|专门|人民|位居|居|名列|位列|列|占|两地|三地|五地|多地)$"
)
_ORDINAL = re.compile("第[一二三四五六]$")
_SPECIAL = frozenset(s for s in _SUFFIXES if len(s) > 4 and s.endswith("法院") and "人民" not in s)
_OPENING = 80
_LONGEST_BARE = 4
# A court named once, as the place of what is told: 在黄埔法院现场.
_AT = re.compile("现场|会场|执行局|执行指挥|直播|发放|大厅|门前|门口|诉讼服务")
# What a sentence about a court's results goes on with behind its name.
_GOES_ON = frozenset("共在通对执立出组开集召全拘发前自以")
_AROUND = frozenset(
    (
        "法院",
        "中院",
        "市",
        "县",
        "区",
        "省",
        "州",
        "人民",
        "两级",
        "全市",
        "全省",
        "中级",
        "高院",
        "讯",
        "电",
        "】",
        ":",
        "：",
    )
)


@dataclass(slots=True, frozen=True)
class Mention:
    """A court as the text names it: the whole name, and the place in it; a collective has no place."""

    start: int
    end: int
    name: str
    place: str
    suffix: str
    collective: bool


def find_mentions(text: str) -> list[Mention]:
    """Court names in the order of the text.

    >>> [(m.name, m.place) for m in find_mentions("静宁县法院昨日出动干警,全市法院同步行动")]
    [('静宁县法院', '静宁县'), ('全市法院', '')]
    """
    names = _Names(text)
    return [m for match in _ANCHOR.finditer(text) if (m := names.mention(match)) is not None]


class _Names:
    """Reads the names of one text, remembering what it has weighed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[tuple[str, bool, bool], str] = {}
        self._supported: dict[str, str] = {}

    def mention(self, match: re.Match[str]) -> Mention | None:
        """The court that ends with the suffix found; None where no court is meant."""
        suffix = match["suffix"] or "法院"
        named = self._named_alike(match, suffix)
        if named is not None:
            return named
        text, (start, end) = self.text, match.span()
        before = _run(text, start)
        if ordinal := _ORDINAL.search(before):
            before, suffix = before[: ordinal.start()], ordinal.group() + suffix
            start -= len(ordinal.group())
        sign = text[start - len(before) - 1 : start - len(before)]
        if sign.isdigit() and before[:1] in ("年", "月", "日"):
            before = before[1:]
        if sign == "“" and text[end : end + 1] == "”":
            return None
        group = _COLLECTIVE.search(before) if before[-1:] in _GROUP_ENDS else None
        head = before[: group.start()] if group else before
        begin = start - len(before)
        place = self._place(head, group is not None, self._opens(begin, start, end, before))
        if place:
            begin += len(head) - len(place)
            return Mention(begin, end, text[begin:end], place, suffix, False)
        if group is None:
            return _level(text, start, end, before, suffix)
        begin += group.start()
        return Mention(begin, end, text[begin:end], "", suffix, True)

    def _named_alike(self, match: re.Match[str], suffix: str) -> Mention | None:
        """Courts that are named the same wherever they stand: 我院, 最高人民法院, 行政执行署."""
        start, end = match.span()
        if match["own"]:
            return Mention(start, end, match["own"], "", "院", True)
        if match["top"] or (suffix == "人民法院" and self.text.endswith("最高", 0, start)):
            begin = start if match["top"] else start - len("最高")
            return Mention(begin, end, "最高人民法院", "最高", "人民法院", False)
        if suffix in ("行政执行署", "执行署"):
            return Mention(start, end, "行政执行署", "行政执行署", suffix, False)
        return None

    def _opens(self, begin: int, start: int, end: int, before: str) -> bool:
        """Whether a bare name may be believed: at the head of a line or sentence, or as a scene of events."""
        line = self.text.rfind("\n", 0, start) + 1
        ahead = self.text[max(line, begin - 4) : begin].strip()
        if start < _OPENING or not ahead or (ahead[-1] in "。;；" and self.text[end : end + 1] in _GOES_ON):
            return True
        return _AT.match(self.text, end) is not None and ("在" in before or "到" in before)

    def _place(self, head: str, attached: bool, opens_line: bool) -> str:
        rest = _after_stops(head)
        key = (rest, attached, opens_line)
        if key not in self._places:
            self._places[key] = self._weigh(rest, attached, opens_line)
        return self._places[key]

    def _weigh(self, rest: str, attached: bool, opens_line: bool) -> str:
        """The place that ends the characters before a suffix; empty where they name none.

        A bare name that nothing else in the text supports is believed only at the head of a text or line.
        """
        rest = rest.lstrip("个名家元人")
        if len(rest) < 2 or _NO_NAME.search(rest):
            return ""
        if rest[-1] in _DISTRICTS and len(rest) > 2:
            return self._district(rest)
        best = self._support(rest)
        if best or len(rest) > _LONGEST_BARE:
            return best
        return rest if opens_line else ""

    def _district(self, rest: str) -> str:
        """The chain of districts that ends the characters: 西安市阎良区, less a verb that the text does not
        repeat with it.
        """
        stem = self._support(rest[:-1])
        if stem and len(stem) + 1 < len(rest) and not re.search("[省市县区旗盟]", rest[:-1]):
            return stem + rest[-1]
        if rest[-2] in "和要各本我该请到向":
            return ""
        if not stem and re.search(rf"(?<!{_HAN}){rest[-1]}(?:人民|中级|高级)*(?:法院|中院|高院)", self.text):
            return ""
        return rest if len(rest) > 2 else ""

    def _occurrences(self, name: str) -> tuple[int, int]:
        """How often a name stands in the text, and how often before a word of courts or districts."""
        text, length = self.text, len(name)
        occurrences = count = 0
        position = text.find(name)
        while position >= 0:
            end = position + length
            occurrences += 1
            count += text[end : end + 1] in _AROUND or text[end : end + 2] in _AROUND
            position = text.find(name, position + 1)
        return occurrences, count

    def _support(self, rest: str) -> str:
        """The longest ending of 2 to 5 characters that the text has most often before a word of courts or
        districts.
        """
        key = rest[-5:]
        if key not in self._supported:
            best, most = "", 1
            for length in range(2, len(key) + 1):
                name = key[-length:]
                occurrences, count = self._occurrences(name)
                if occurrences <= 1:
                    break
                if count > most or (best and count == most):
                    best, most = name, count
            self._supported[key] = best
        return self._supported[key]


def _after_stops(head: str) -> str:
    """What stands behind the last word that ends where a name begins."""
    end = 0
    for stop in _STOP.finditer(head):
        end = stop.end()
    return head[end:]


def _level(text: str, start: int, end: int, before: str, suffix: str) -> Mention | None:
    """A court named by its level or sort alone: 市中级法院, 县法院, 中院, 海事法院."""
    if suffix in _SPECIAL and not before:
        return Mention(start, end, suffix, suffix, suffix, False)
    if before and before[-1] in _DISTRICTS and len(before) > 1 and _after_stops(before) == before[-1]:
        return Mention(start - 1, end, text[start - 1 : end], "", suffix, True)
    if suffix in ("高院", "中院", "高级法院", "中级法院") and not before:
        return Mention(start, end, text[start:end], "", suffix, True)
    return None


def _run(text: str, start: int) -> str:
    """Up to 16 Chinese characters right before the suffix."""
    low = max(0, start - 16)
    position = start
    while position > low and "一" <= text[position - 1] <= "鿿":
        position -= 1
    return text[position:start]
