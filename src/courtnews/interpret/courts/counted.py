"""Courts that are named together and counted: 云溪、北川两地法院, 三市法院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.courts.words import COLLECTIVE, LONGEST_BARE, NO_NAME, USUAL_BARE, after_stops

# 云溪、北川两地法院, 三市法院.
SEVERAL = re.compile(r"(?:等?(?<![二三四五六七八九十])[两二三四五六七八九十][地省市县区家]|等[地省市县区]?)$")
# 当阳、宜都两院, 平谷、三河、遵化五家: what is listed and counted is a row of places.
_COUNT = re.compile(r"(?<=[一-鿿])等?[两二三四五六七八九十](?:[地家院]|个?[县市区](?=法院))")
_ROW = re.compile(r"[一-鿿、]{5,}$")
_LISTED = re.compile(r"(?P<first>[一-鿿]{2,16})、(?:[一-鿿]{2,5}、){0,8}$")


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


def row_before(text: str, start: int) -> list[str]:
    """The places listed before a court, which share its ending: 云溪, 石桥 of 云溪、石桥、丰岭法院."""
    listed = _LISTED.search(text, max(0, start - 40), start) if text.startswith("、", start - 1) else None
    return [after_stops(name) for name in listed.group().split("、")[:-1]] if listed else []


def declared(text: str) -> Iterator[str]:
    """The names that a text lists and counts: 当阳、宜都两院."""
    for count in _COUNT.finditer(text):
        row = _ROW.search(text, max(0, count.start() - 40), count.start())
        if row is not None and "、" in row.group():
            first, *others = row.group().split("、")
            names = (after_stops(first), *others)
            yield from (n for n in names if 1 < len(n) <= LONGEST_BARE and not NO_NAME.search(n))
