"""Hedges: what the words around a number say of its exactness.

A bound is `over` (余, 多, 超, 逾, 突破, 以上), `under` (近, 不到, 不足, 以内), `about` (约, 左右, 大约, 上下) or `exact`.
以下 is no hedge: it draws the line of a rule (10万元以下), which is for the reader of the sentence to say.
"""
from __future__ import annotations

from typing import Final

from courtnews.quantities.numerals import Bound

_BEFORE: Final[dict[Bound, str]] = {
    "under": "近 将近 接近 不到 不足 未到 未满 不满 不超过 未超过 没超过 至多 最多 低于 少于 不高于 不多于 不大于 小于",
    "over": "超 超过 超出 逾 突破 至少 不少于 不低于 不下于 高于 多于 大于 起码 最少",
    "about": "约 大约 大概 约为 约合 约有 约达 估计 大致 差不多",
}
BEFORE: Final[dict[str, Bound]] = {word: bound for bound, words in _BEFORE.items() for word in words.split()}
_AFTER: Final[dict[str, Bound]] = {
    "左右": "about", "上下": "about", "以上": "over", "以内": "under", "之多": "exact", "开外": "over", "有余": "over",
}
_LAST: Final = frozenset(word[-1] for word in BEFORE) | frozenset("了到达有为至的过上")
_LENGTHS: Final = (3, 2, 1)
_FILLERS: Final = frozenset("了到达有为至")
_SPACES: Final = " \t\u3000\xa0\n"
# The character before that turns a hedge into part of an ordinary word: 节约, 最近, 找不到, 通过.
_SPOILERS: Final[dict[str, frozenset[str]]] = {
    "近": frozenset("附最临就邻靠远亲贴逼走切"),
    "约": frozenset("节预违合制邀签公履契解失特爽守条纽简和集订立大"),
    "超": frozenset("反赶高"),
    "不到": frozenset("找得拿收见想看听等做办达遇碰查"),
    "最多": frozenset("数量"),
    "过": frozenset("经通不路越难度绕跳走见去做办审超来立"),
    "上": frozenset("网线以会路手身之早晚街车场马台"),
}


def find_bound_before(text: str, start: int, *, bare: bool = False) -> Bound:
    """What the words right before `start` say of the number there; `bare` for a multiplier alone, which 上 and 过 may hedge.

    Between hedge and number 了, 到, 达 or 有 and blanks may stand (超过了10万).

    >>> find_bound_before("执行到位金额超过了10万元", 9)
    'over'
    """
    if start and text[start - 1] in _SPACES:
        start = _skip_spaces(text, start)
    if not start or text[start - 1] not in _LAST:
        return "exact"
    bound = _hedge_ending(text, start, bare)
    if bound == "exact" and text[start - 1] in _FILLERS:
        bound = _hedge_ending(text, _skip_spaces(text, start - 1), bare)
    return bound


def find_bound_after(text: str, end: int) -> Bound:
    """What 左右, 上下, 以内 or 以上 right after `end` says of the number that ends there.

    >>> find_bound_after("98%以上", 3)
    'over'
    """
    return _AFTER.get(text[end : end + 2], "exact")


def _skip_spaces(text: str, start: int) -> int:
    while start and text[start - 1] in _SPACES:
        start -= 1
    return start


def _hedge_ending(text: str, end: int, bare: bool) -> Bound:
    for length in _LENGTHS:
        word = text[max(0, end - length) : end]
        bound = BEFORE.get(word)
        if bound is None and word in ("过", "上") and bare:
            bound = "over"
        if bound is not None and text[end - length - 1 : end - length] not in _SPOILERS.get(word, frozenset()):
            return bound
    return "exact"
