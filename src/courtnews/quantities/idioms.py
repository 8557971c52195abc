"""What is no quantity among Chinese numerals with a measure word: set phrases, articles, slogans, names.

That the numeral is followed by a measure word has been seen already, which alone refuses most words that
hold a numeral (统一, 十分, 万元户, 三农).
"""

from __future__ import annotations

import re
from typing import Final

from courtnews.quantities.numerals import DIGIT_OF, POWER_OF, Numeral

# 一 with one of these is an article or an adverb rather than a count: 一批, 一片, 一把, 一道命令.
_INDEFINITE: Final = frozenset("批种片把口手道心步层遍本字组块回")
# Behind these 一 is part of a word or points at one thing: 统一, 每一件, 这一天, 另一笔, 又一次.
_POINTING: Final = frozenset("统唯同任单逐专划如某另每这那哪前后再又初")
_LAST_OR_NEXT: Final = frozenset("年次轮批个期步周届级阶任页代场")
_PHRASES: Final = """
一条心 一件事 一案 一人一 一户一 一家之 一年一度 一年四季 一年到头 一场空 一笔勾销
一个劲 一份子 一双 一亩三分 一本正 一张白纸 两个维护 两个确立 两个一百年 两个一站 两个大局 两个毫不
三个代表 三个规定 四个意识 四个自信 四个全面 四个伟大 四个服从 八项规定 三项规定 三天两头 三番五次 两面派
两面三刀 三年五载 三人成 五个一 九个一 百日 千人千 万人空 一把钥匙 十天半 一天到晚
"""


def _by_first(phrases: list[str]) -> dict[str, tuple[str, ...]]:
    return {first: tuple(p for p in phrases if p[0] == first) for first in {p[0] for p in phrases}}


_BY_FIRST: Final = _by_first(_PHRASES.split())
_QUOTES: Final = frozenset('“‘「『《"')
_OPENED: Final = re.compile(
    r"[“‘「『《\"](?=[一二两三四五六七八九十])[^“”‘’「」『』《》\"，。；,;!?！？\n]*$"
)
_CLOSED: Final = re.compile(r"[^“‘「『《，。；,;!?！？\n”’」』》\"]{0,16}[”’」』》\"]")
_MEETING: Final = re.compile(r"(?:全体)?(?:会议|全会)")
_CONGRESS: Final = re.compile(r"(?:届|人大|大会|政协)[^，。；、,;!?！？\n]{0,4}$")
_TURNS: Final = ("接一", "接着", "又一", "挨一", "挨着")


def refuse_article(text: str, start: int) -> str | None:
    """Why 一 at `start` is an article or points at one thing, seen from its neighbours; None if it may count.

    >>> refuse_article("打出一批", 2)
    'indefinite'
    """
    after = text[start + 1 : start + 2]
    if after in _INDEFINITE:
        return "indefinite"
    before = text[start - 1 : start]
    if not after:
        return None
    counts = after != "一" and (after in POWER_OF or after in DIGIT_OF)
    if (before in _POINTING and not counts) or (
        before in ("上", "下") and after in _LAST_OR_NEXT and text[max(0, start - 2)] != "以"
    ):
        return "demonstrative"
    return None


def refuse_chinese(text: str, start: int, number: Numeral, end: int) -> str | None:
    """Why the Chinese numeral at `start` with the measure word up to `end` is no quantity; None if it is one.

    >>> from decimal import Decimal
    >>> refuse_chinese("案子一件一件办", 2, Numeral(3, Decimal(1), chinese=True), 4)
    'repeated'
    """
    if text.startswith(_BY_FIRST.get(text[start], ()), start) or not number.low:
        return "set_phrase"
    unit = text[number.end : end]
    if number.low == 1 and number.end - start == 1:
        reason = _refuse_one(text, start, unit, end)
        if reason is not None:
            return reason
    if unit == "个" and "0" <= text[end : end + 1] <= "9":
        return "slogan"
    if number.low <= 12 and _is_slogan(text, start, end):
        return "slogan"
    if unit in ("台", "元", "家", "口", "层") and _names_place(text, end, unit):
        return "place_name"
    return None


def _refuse_one(text: str, start: int, unit: str, end: int) -> str | None:
    if text.startswith(unit, end) or text.startswith("一", end) or text.startswith(_TURNS, end):
        return "repeated"
    # 一个案子一个案子, 一个指标一个指标, and the second half of 一件一件 and 一个接一个
    phrase = text[start : end + 2]
    if phrase.isalpha() and (
        text.startswith(text[start:end], end + 2) or text[max(0, start - len(phrase)) : start] == phrase
    ):
        return "repeated"
    back = text[max(0, start - len(unit) - 4) : start]
    return "repeated" if back.endswith((f"一{unit}", f"一{unit}接", f"一{unit}接着", f"一{unit}又")) else None


def _is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a numeral stands in a short quotation that begins with one and holds no clause.

    “六难三案” and “三个加大、三个规范” are names; “三天之内，线索不断，人不收队。” is speech.
    """
    left = text[max(0, start - 14) : start]
    if _QUOTES.isdisjoint(left):
        return False
    closed = _CLOSED.match(text, end)
    if closed is None:
        return False
    return closed.end() > end + 1 if left[-1] in _QUOTES else _OPENED.search(left) is not None


def _names_place(text: str, end: int, unit: str) -> bool:
    """Whether a place's last character follows (三元区, 七台河), but for 家 before 县级, 区直 and 市法院."""
    if text[end : end + 1] not in tuple("区县市旗镇乡山河渠"):
        return False
    return unit != "家" or text[end + 1 : end + 2] not in tuple("级直内外属里中法")


def refuse_session(text: str, start: int, end: int) -> bool:
    """Whether 一次 at start:end numbers a session (十六届人大一次会议) rather than counts."""
    if _MEETING.match(text, end) is None:
        return False
    return _CONGRESS.search(text[max(0, start - 6) : start]) is not None
