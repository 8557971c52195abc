"""Courts that are named together and counted: 云溪、北川两地法院, 三市法院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.no_names import names_none
from courtnews.interpret.courts.words import AREAS, COLLECTIVE, LONGEST_BARE, USUAL_BARE, after_stops

# 云溪、北川两地法院, 三市法院.
_TALLY = re.compile(r"(?:等?(?<![二三四五六七八九十])[两二三四五六七八九十][地省市县区家]|等[地省市县区]?)$")
# What a tally ends with, a sign of places, and what stands before that.
COUNT_ENDS = frozenset("等地省市县区家")
_ET_CETERA, _TALLIES = "等", frozenset("两二三四五六七八九十等")
# 当阳、宜都两院, 平谷、三河、遵化五家: what is listed and counted is a row of places.
_COUNT = re.compile(r"[两二三四五六七八九十](?:[地家院]|个?[县市区](?=法院))")
_ROW = re.compile(r"[一-鿿、]{5,}$")
_LISTED = re.compile(r"(?P<first>[一-鿿]{2,16})、(?:[一-鿿]{2,5}、){0,8}$")

# 云溪、石桥、丰岭法院.
_SHARED = re.compile(r"(?:[一-鿿]{2,6}、){1,12}[一-鿿]{2,3}(?=[县市区]?(?:人民)?$)")


def count_of(words: str) -> re.Match[str] | None:
    """The count of places that words end with: 两地, 等三县."""
    likely = words[-2:-1] in _TALLIES or words[-1:] == _ET_CETERA
    return _TALLY.search(words) if likely else None


def several(text: str, begin: int, start: int, end: int, last: str) -> Mention | None:
    """Courts of several places that are named together; several that are only counted mean those named
    before.
    """
    if not last:
        return Mention(begin, end, text[begin:end], "", "法院", True)
    listed = _LISTED.search(text, max(0, begin - 40), begin)
    if listed is None:
        name = after_stops(last)
        if not name or COLLECTIVE.search(name):
            return Mention(begin + len(last), end, text[begin + len(last) : end], "", "法院", True)
        begin += len(last) - len(name)
        return Mention(begin, end, text[begin:end], name, "法院", False) if len(name) in USUAL_BARE else None
    if len(last) > LONGEST_BARE:
        return None
    begin = listed.end("first") - len(after_stops(listed["first"]))
    return Mention(begin, end, text[begin:end], text[begin:start], "法院", False)


_LIST_MARK = re.compile("[、和与及]")
# Two patterns that begin with one sign each are found faster than one of both.
_TURNS = (re.compile("分[别列居]"), re.compile("依次"))
# 云溪、石桥两县分别执结, 云溪、石桥、丰岭法院依次为.
_DEALT = re.compile(
    r"(?P<row>[一-鿿]{2,9}(?:、[一-鿿]{2,4})*?[、和与][一-鿿]{2,4}?)"
    r"(?:[两二三四五六七八九十](?:个?(?P<sign>[县市区旗])(?:法院)?|(?:[家地]法院|院)[^0-9。;；:：]{0,14}?)|(?P<own>[县市区旗]?)(?:人民)?(?P<kind>法院|中院|分署)[^0-9。;；:：]{0,14}?)"
    r"(?:分[别列居]|依次)$"
)


def dealt(text: str) -> Iterator[Mention]:
    """Each of the courts that a text names together and tells of in turn."""
    for turns in _TURNS:
        for turn in turns.finditer(text):
            row = _DEALT.search(text, max(0, turn.start() - 40), turn.end())
            if row is not None and not _tells_measures(row, text[row.end("row") : turn.start()]):
                yield from _each(row)


def _tells_measures(row: re.Match[str], behind: str) -> bool:
    """Whether what is told in turn of courts that are counted are measures: 两家法院收案、结案数分别为."""
    return row["kind"] is None and _LIST_MARK.search(behind) is not None


def _each(row: re.Match[str]) -> list[Mention]:
    """The courts of a row of places; none where one of them is no place."""
    found: list[Mention] = []
    end = row.start("row") - 1
    for name in re.split("[、和与]", row["row"]):
        if name.endswith("等") or _TALLY.search(name):
            return []  # 新疆、甘肃等十家, 江西、福建两省三地
        end += 1 + len(name)
        place = name if found else after_stops(name)
        if not 1 < len(place) <= LONGEST_BARE or names_none(place) or place.endswith("院"):
            return []
        if place in AREAS:
            # 全国、全省法院分别: groups that a court is measured by
            found.append(Mention(end - len(place), end, f"{place}法院", "", "法院", True))
            continue
        sign = "" if place[-1] in "县市区旗" else row["sign"] or row["own"] or ""
        kind = "分署" if row["kind"] == "分署" else "法院"
        found.append(Mention(end - len(place), end, f"{place}{sign}{kind}", place + sign, kind, False))
    return found


def _members(row: re.Match[str]) -> list[str]:
    """The names of a row, the first without the words that lead up to it."""
    first, *others = row.group().split("、")
    return [after_stops(first), *others]


def rows(text: str) -> Iterator[str]:
    """The places that a text lists before one 法院: 云溪、石桥、丰岭法院."""
    end = text.find("法院")
    while end >= 0:
        row = _SHARED.search(text, max(0, end - 60), end) if "、" in text[max(0, end - 6) : end] else None
        if row is not None:
            yield from _members(row)
        end = text.find("法院", end + 1)


def declared(text: str) -> Iterator[str]:
    """The names that a text lists and counts: 当阳、宜都两院."""
    for count in _COUNT.finditer(text):
        end = count.start() - text.startswith("等", count.start() - 1)
        row = _ROW.search(text, max(0, end - 40), end) if "、" in text[max(0, end - 6) : end] else None
        if row is not None:
            yield from (n for n in _members(row) if 1 < len(n) <= LONGEST_BARE and not names_none(n))
