"""What is no quantity among Chinese numerals with a measure word: set phrases, articles, slogans, names.

That the numeral is followed by a measure word has been seen already, which alone refuses most words that
hold a numeral (统一, 十分, 万元户, 三农).
"""

from __future__ import annotations

import re
from typing import Final

from courtnews.quantities.numerals import DIGIT_OF, POWER_OF, Numeral

_COUNTING: Final = "".join(char for char in (*DIGIT_OF, *POWER_OF) if char != "一")
# 一 with one of the first is an article or an adverb rather than a count: 一批, 一片, 一把, 一道命令. Behind
# one of the second, if it is all of the numeral, it is part of a word or points at one thing: 统一, 每一件,
# 这一天, 另一笔, 又一次; behind 上 and 下 only with one of the last.
ARTICLE: Final = (
    "一(?:(?P<indefinite>[批种片把口手道心步层遍本字组块回])"
    rf"|(?P<demonstrative>(?<=[统唯同任单逐专划如某另每这那哪前后再又初]一)(?s:[^{_COUNTING}])"
    r"|(?<=[上下]一)(?<!(?s:以.一))[年次轮批个期步周届级阶任页代场]))"
)
"""The pattern of 一 as an article or pointing at one thing, with the character behind it."""
_PHRASES: Final = """
一条心 一件事 一案 一人一 一户一 一家之 一年一度 一年四季 一年到头 一场空 一笔勾销
一个劲 一份子 一双 一亩三分 一本正 一张白纸 两个维护 两个确立 两个一百年 两个一站 两个大局 两个毫不
三个代表 三个规定 四个意识 四个自信 四个全面 四个伟大 四个服从 八项规定 三项规定 三天两头 三番五次 两面派
两条腿 两面三刀 三年五载 三人成 五个一 九个一 百日 千人千 万人空 一把钥匙 十天半 一天到晚
"""


def _by_begin(phrases: list[str]) -> dict[str, tuple[str, ...]]:
    return {begin: tuple(p for p in phrases if p[:2] == begin) for begin in {p[:2] for p in phrases}}


_BY_BEGIN: Final = _by_begin(_PHRASES.split())
"""The phrases by their first two characters."""
_QUOTE: Final = re.compile('[“‘「『《"]')
_OPENED: Final = re.compile(
    r"[“‘「『《\"](?=[一二两三四五六七八九十])[^“”‘’「」『』《》\"，。；,;!?！？\n]*$"
)
_CLOSED: Final = re.compile(r"[^“‘「『《，。；,;!?！？\n”’」』》\"]{0,16}[”’」』》\"]")
_MEETING: Final = re.compile(r"(?:全体)?(?:会议|全会)")
_CONGRESS: Final = re.compile(r"(?:届|人大|大会|政协)[^，。；、,;!?！？\n]{0,4}$")
_PLACE_UNITS: Final = frozenset("台元家口层")
_TURNS: Final = ("一", "接一", "接着", "又一", "挨一", "挨着")


def refuse_chinese(text: str, start: int, number: Numeral, end: int) -> str | None:
    """Why the Chinese numeral at `start` with the measure word up to `end` is no quantity; None if it is one.

    >>> from decimal import Decimal
    >>> refuse_chinese("案子一件一件办", 2, Numeral(3, Decimal(1), chinese=True), 4)
    'repeated'
    """
    phrases = _BY_BEGIN.get(text[start : start + 2])
    if (phrases is not None and text.startswith(phrases, start)) or not number.low:
        return "set_phrase"
    if text[start - 1 : start] == "上" and text[max(0, start - 2) : start - 1] in tuple("十百千"):
        return "set_phrase"  # 几十上百件, 成百上千人
    unit = text[number.end : end]
    if text[start] in "一壹" and number.end - start == 1 and _is_repeated(text, start, unit, end):
        return "repeated"
    if unit == "个" and "0" <= text[end : end + 1] <= "9":
        return "slogan"
    if _is_slogan(text, start, end) and number.low <= 12:
        return "slogan"
    if unit in _PLACE_UNITS and _names_place(text, end, unit):
        return "place_name"
    return None


def _is_repeated(text: str, start: int, unit: str, end: int) -> bool:
    """Whether 一 at `start` counts one by one: 一件一件, 一个接一个, 一个案子一个案子."""
    if text.startswith(unit, end) or text.startswith(_TURNS, end):
        return True
    # 一个案子一个案子, 一个指标一个指标, and the second half of 一件一件 and 一个接一个
    phrase = text[start : end + 2]
    again = text.startswith(text[start:end], end + 2) or text.endswith(phrase, 0, start)
    if again and phrase.isalpha():
        return True
    one = text.rfind("一", max(0, start - len(unit) - 3), start)
    if one < 0 or not text.startswith(unit, one + 1):
        return False
    return text[one + 1 + len(unit) : start] in ("", "接", "接着", "又")


def _is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a numeral stands in a short quotation that begins with one and holds no clause.

    “六难三案” and “三个加大、三个规范” are names; “三天之内，线索不断，人不收队。” is speech.
    """
    if _QUOTE.search(text, max(0, start - 14), start) is None:
        return False
    closed = _CLOSED.match(text, end)
    if closed is None:
        return False
    left = text[max(0, start - 14) : start]
    return closed.end() > end + 1 if _QUOTE.match(left[-1]) else _OPENED.search(left) is not None


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
