"""Where a text has the words that court names end with, and the signs that the rules about courts go by: all
found in one pass, where each rule looking for its own would read the whole text again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from courtnews.interpret.courts.words import AREAS, OWN, SUFFIXES, TOP

# No sign overlaps another one or an ending, so that none hides what another rule asks for.
SIGNS = {
    # Courts told of in turn: 分别执结, 依次为.
    "turn": ("分别", "分列", "分居", "依次"),
    # 以2411件居首
    "with": tuple(f"以{digit}" for digit in range(10)),
    # 居前三的是
    "foremost": tuple(side + number for side in "前后" for number in "二两三四五六七八九十"),
    # A sentence that is set somewhere: 。在云溪,
    "scene": tuple(f"{mark}在" for mark in "。；;!?！？\n　 "),
    # 仅石桥法院就拘留15人
    "only": ("仅", "光是", "单是"),
}
_ENDINGS = (*SUFFIXES, *TOP, *OWN)
_AREAS = tuple(AREAS)
_WORDS = (*_ENDINGS, *_AREAS, *(word for words in SIGNS.values() for word in words))
_KINDS = ("ending",) * len(_ENDINGS) + ("area",) * len(_AREAS)
_KINDS += tuple(kind for kind, words in SIGNS.items() for _ in words)
_AREA_HEAD = re.compile(r"[^一-鿿]|[年月日来前间期底末下中]")
_SEEN = ("看", "来看", "范围看")
# What makes others than the courts of it: 全市公安机关, 全省第一, 全区上下.
_NO_AREA = re.compile(
    r"第|首|前|排|最|平均|唯一|领先|率先|上下|范围|公安|检察|政法|司法|人大|政协|人民|党|经济|财政|总人口|总面积|人口|各界|先进"
    r"|(?:[^,，。;；]{0,3})(?:法院|中院|高院)"
)
# What makes other words of these: 法院网, 法院门口; 本院长, 全院内.
_NO_COURT = ("网", "报", "门口", "之窗", "文化")
# ... unless 网 opens a word of its own: 云溪法院网络司法拍卖.
_ON_THE_NET = ("网络", "网上", "网拍")
_NO_OWN = ("长", "务", "线", "内")
_NO_COURT_BEGINS = frozenset(word[0] for word in _NO_COURT + _NO_OWN)


class Cues:
    """The words and signs of one text, in the order of the text."""

    def __init__(self, text: str) -> None:
        #: Words that end a court's name, with 最高法, 我院 and 全市: where they stand, and which.
        self.endings: list[tuple[int, int, str]] = []
        self._signs: dict[str, list[int]] = {}
        for index, start, end in _automaton().find_matches_as_indexes(text):
            kind = _KINDS[index]
            if kind == "ending":
                word = _WORDS[index]
                if text[end : end + 1] not in _NO_COURT_BEGINS or _ends_a_name(text, end, word):
                    self.endings.append((start, end, word))
            else:
                self._signs.setdefault(kind, []).append(start)
                if kind == "area" and _stands_for_courts(text, start, end):
                    self.endings.append((start, end, _WORDS[index]))

    def of(self, kind: str) -> Sequence[int]:
        """Where the signs of a kind begin; those of the kind `area` are 全市 and its like."""
        return self._signs.get(kind, ())


def _ends_a_name(text: str, end: int, word: str) -> bool:
    """Whether a word is no part of another with what stands behind it."""
    return (
        not text.startswith(_NO_OWN if word in OWN else _NO_COURT, end)
        or word in TOP
        or text.startswith(_ON_THE_NET, end)
    )


def _stands_for_courts(text: str, start: int, end: int) -> bool:
    """Whether an area is told of at the head of a clause or behind a time, and no others than its courts."""
    opens = not start or _AREA_HEAD.match(text, start - 1) or text.startswith(_SEEN, end)
    return bool(opens) and not _NO_AREA.match(text, end)


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(_WORDS, matchkind=MatchKind.LeftmostLongest)
