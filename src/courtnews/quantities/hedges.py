"""Hedges: what the words around a number say of its exactness.

A bound is `over` (余, 多, 超, 逾, 突破, 以上), `under` (近, 不到, 不足, 以内), `about` (约, 左右, 大约,
上下) or `exact`. 以下 is no hedge: it draws the line of a rule (10万元以下), which is for the reader of the
sentence to say.
"""

from __future__ import annotations

import re
from typing import Final

from courtnews.quantities.numerals import Bound

_WORDS: Final[dict[Bound, str]] = {
    "under": "近 将近 接近 不到 不足 未到 未满 不满 不超过 未超过 没超过 至多 最多 低于 少于 不高于 不多于",
    "over": "超 超过 超出 逾 突破 首破 已破 至少 不少于 不低于 不下于 高于 多于 大于 起码",
    "about": "约 大约 大概 约为 约合 约有 约达 估计 差不多",
}
_BEFORE: Final[dict[str, Bound]] = {word: bound for bound, words in _WORDS.items() for word in words.split()}
_AFTER: Final[dict[str, Bound]] = {
    **dict.fromkeys(("以上", "开外", "有余", "大关", "出头"), "over"),
    **dict.fromkeys(("左右", "上下"), "about"),
    "以内": "under",
}
# 上 and 过 hedge only a multiplier that stands alone (上百人, 过亿元), 过 also a number with one (过10万人).
_LOOSE: Final = {"上": 1, "过": 2}
_BY_LAST: Final = {
    last: tuple(sorted((word for word in (*_BEFORE, *_LOOSE) if word[-1] == last), key=len, reverse=True))
    for last in {word[-1] for word in (*_BEFORE, *_LOOSE)}
}
"""The words by their last character, longest first."""
_LAST: Final = frozenset(_BY_LAST)
_FILLERS: Final = frozenset("了到达有为至")
BLANKS: Final = frozenset(" \t\r\n\u3000\xa0")
# The character before that turns a hedge into part of an ordinary word: 节约, 最近, 找不到, 通过.
_SPOILERS: Final[dict[str, frozenset[str]]] = {
    "近": frozenset("附最临就邻靠远亲贴逼走切"),
    "约": frozenset("节预违合制邀签公履契解失特爽守条纽简集订立"),
    "超": frozenset("反赶高"),
    "不到": frozenset("找得拿收见想看听等做办遇碰查"),
    "最多": frozenset("数量"),
    "过": frozenset("经通不路越难度绕跳走见去做办审来立超接领收付还交拿"),
    "上": frozenset("网线以会路手身之早晚街车场马台"),
}
SIGNS_BEFORE: Final = _LAST | _FILLERS | BLANKS
"""Every character that can stand right before a hedged number: a quick test that spares most the rest."""
SIGNS_AFTER: Final = frozenset(word[0] for word in _AFTER)
_NONE: Final[frozenset[str]] = frozenset()
_DISTANT: Final = re.compile(r"(约占|超过|不到|不足|将近|接近)[^，。；、,;!?！？\n]{1,12}的$")


def find_bound_before(text: str, start: int, *, loose: int = 0) -> Bound:
    """What the words right before `start` say of the number there.

    `loose` is 1 for a multiplier alone, which 上 and 过 may hedge, 2 for a number with 万 or 亿, which 过
    may. Between hedge and number 了, 到, 达 or 有 and up to three blanks may stand (超过了10万).

    >>> find_bound_before("执行到位金额超过了10万元", 9)
    'over'
    >>> find_bound_before("节约10万元", 2)
    'exact'
    """
    last = text[start - 1 : start]
    if last in BLANKS:
        start = _skip_blanks(text, start)
        last = text[start - 1 : start]
    if last in _LAST:
        bound = _hedge_ending(text, start, loose)
        if bound != "exact":
            return bound
    if last in _FILLERS:
        start -= 1
        if text[start - 1 : start] in BLANKS:
            start = _skip_blanks(text, start)
        return _hedge_ending(text, start, loose)
    return "exact"


def find_bound_after(text: str, end: int) -> Bound:
    """What 左右, 上下, 以内 or 以上 right after `end` says of the number that ends there.

    >>> find_bound_after("98%以上", 3)
    'over'
    """
    return _AFTER.get(text[end : end + 2], "exact")


def find_bound_of_share(text: str, start: int) -> Bound:
    """What a hedge says that a phrase with 的 parts from its number: 约占全国法院的88.5%, 超过上年的3倍.

    >>> find_bound_of_share("约占全国法院的88.5%", 7)
    'about'
    """
    match = _DISTANT.search(text[max(0, start - 17) : start])
    return "exact" if match is None else _BEFORE.get(match[1], "about")


def _skip_blanks(text: str, start: int) -> int:
    limit = max(0, start - 3)
    while start > limit and text[start - 1] in BLANKS:
        start -= 1
    return start


def _hedge_ending(text: str, end: int, loose: int) -> Bound:
    for word in _BY_LAST.get(text[end - 1 : end], ()):
        if text.endswith(word, 0, end) and (word not in _LOOSE or 0 < loose <= _LOOSE[word]):
            before = end - len(word)
            spoiled = before > 0 and text[before - 1] in _SPOILERS.get(word, _NONE)
            return "exact" if spoiled else _BEFORE.get(word, "over")
    return "exact"
