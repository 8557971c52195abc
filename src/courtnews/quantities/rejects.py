"""What is no quantity: dates, times, names and numbers of things, set phrases.

Each refusal has a short code, which `explain` shows. Two principles carry most of it: a Chinese numeral counts only before a
measure word, and an Arabic one only where no neighbour makes it part of a longer code.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from courtnews.quantities.numerals import Numeral

_MASK: Final = "×✕✖＊*"
SUSPECT_AFTER: Final = frozenset("-–—－~～/:：∶.·+xX执民刑行破赔" + _MASK) | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz"
)
SUSPECT_BEFORE: Final = frozenset("-–—/.·+_#xX" + _MASK) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz")
_FORMS: Final = re.compile(
    r"(?P<date>(?:19|20)[0-9]{2}([-/.])(?:0?[1-9]|1[0-2])(?:\2[0-9]{1,2})?(?![0-9件人万亿%])"
    r"|(?:19|20)[0-9]{2}[-–—－~～至/](?:(?:19|20)[0-9]{2}(?![0-9]))(?![件人万亿%])"
    r"|(?:0?[1-9]|[12][0-9]|3[01])[-–—－~～]{1,2}(?:0?[1-9]|[12][0-9]|3[01])(?=[月日号])(?!月内))"
    r"|(?P<time>(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.])(?:[-–—~～至](?:[01]?[0-9]|2[0-4])[:：][0-5][0-9])?)"
    r"|(?P<phone>0[0-9]{2,3}[-–—－][0-9]{7,8}(?![0-9])|400-?[0-9]{3,4}-?[0-9]{3,4}|1[3-9][0-9]-[0-9]{4}-[0-9]{4})"
    r"|(?P<section>[0-9]+(?:\.[0-9]+){2,})"
    r"|(?P<formula>[0-9]+(?:[+][0-9NnXx]+)+)"
    r"|(?P<name>[0-9]{1,2}·[0-9]{1,3}(?![0-9.]))"
    rf"|(?P<masked>[0-9]+[{_MASK}]+[0-9{_MASK}]*|[0-9]+[xX]{{2,}}[0-9xX]*)"
    r"|(?P<case_number>[0-9]+(?:执|民|刑|行|破|赔)[保恢异复监他初终再申辖协诉字之外]{0,3}第?[0-9×*xX]+(?:[-、之][0-9]+)*号)"
    r"|(?P<alphanumeric>[0-9]+(?:\.[0-9]+)?[A-Za-z][A-Za-z0-9]*)"
)
_METRIC: Final = re.compile(r"(?:km|kg|m²|m2|[xX](?![A-Za-z]))")
_YEAR: Final = re.compile(r"(?:19[4-9]|20[0-4])[0-9]")
_NUMBERED_THING: Final = re.compile(r"\s*(?:热线|专线|电话|平台|诉讼服务|短信)")
_NUMBERED_BEFORE: Final = re.compile(r"(?:拨打|热线|专线|电话|账号|卡号|号码|编号|证号|尾号|邮编|微信|代码|QQ)[:：为是]?\s*$")
_OPENING: Final = frozenset("“‘『「《\"")
_CLAUSE_MARKS: Final = frozenset("，。；：、,;:!?！？\n")


def find_form(text: str, start: int, end: int) -> tuple[int, str] | None:
    """(end, reason) of the longer code that the Arabic number at `start` begins or goes on, None if it stands alone."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in SUSPECT_AFTER:
        match = _FORMS.match(text, start)
        if match is not None and not (match.lastgroup == "alphanumeric" and _METRIC.match(text, end)):
            return match.end(), str(match.lastgroup)
    if before in SUSPECT_BEFORE:
        earlier = text[start - 2 : start - 1]
        if before in _MASK:
            return end, "masked"
        if before in "+#_" or (before in "./·" and "0" <= earlier <= "9" and before != "/"):
            return end, "formula" if before == "+" else "section"
        if before.isalpha() and before.isascii() and not text[end : end + 1].isspace():
            return (end, "alphanumeric") if not (earlier.isascii() and earlier.isalpha() and len(earlier)) else None
    return None


def refuse_plain(text: str, start: int, end: int, value: Decimal) -> str | None:
    """Why an Arabic number without a unit is none: a year, an identifier, a heading's number; None if it may stand."""
    digits = text[start:end]
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    if digits.isdigit():
        if _YEAR.fullmatch(digits):
            return "year"
        if len(digits) >= 7 or (len(digits) > 1 and digits[0] == "0") or digits in ("12368", "12345", "12309", "12348"):
            return "identifier"
        if before in "([（〔【［" and after in ")]）〕】］":
            return "numbering"
        if value < 100 and after in ".．、)）" and (before in "\n。；;:：　" or (before == " " and _at_line_start(text, start))):
            return "numbering"
    if _NUMBERED_THING.match(text, end) or _NUMBERED_BEFORE.search(text, max(0, start - 8), start):
        return "identifier"
    return None


def _at_line_start(text: str, start: int) -> bool:
    while start and text[start - 1] in " \t\u3000":
        start -= 1
    return start == 0 or text[start - 1] == "\n"


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether the quotation that opens right before `start` is a name rather than speech: short and without a clause mark."""
    if text[start - 1 : start] not in _OPENING or not start:
        return False
    rest = text[end : end + 16]
    for index, char in enumerate(rest):
        if char in "”’』」》\"":
            return index > 0
        if char in "，。；,;!?！？\n":
            return False
    return False


_INDEFINITE: Final = frozenset("批 种 片 点 声 把 口 手 道 路 头 心 步 时 层 级 度 番 回 个点 期间 场空 遍 顿 分 本 字 位数 面 组".split())
_BEFORE_ONE: Final = frozenset("统唯同任单逐专划如某另每这那哪下上前后再又初第")
_PHRASES: Final[dict[str, frozenset[str]]] = {}
_PHRASE_WORDS: Final = """
一家人 一条龙 一条心 一件事 一把手 一案 一人一 一户一 一家之 一次性 一次又 一天天 一年一度 一年四季 一月一 一周年 一场空 一口气 一笔勾销 一个劲 一点
一张网 一站 一双 一份子 一言 一条鞭 一本正 一页页 一亩三分 一分为 一处处 一项项
两个维护 两个确立 两个一百年 两个一站 两个大局 两个毫不 三个代表 三个规定 四个意识 四个自信 四个全面 四个伟大 四个服从 五个一 八项规定
三项规定 六个一律 三天两头 三番五次 五大 两面派 两面三刀 两手 三家村 十天半 三年五载 两个基本 三个统一 三个有利 三人成 两口子 四家班子 九个一
""".split()
for _word in _PHRASE_WORDS:
    _PHRASES[_word[0]] = _PHRASES.get(_word[0], frozenset()) | {_word}


def refuse_chinese(text: str, start: int, number: Numeral, end: int) -> str | None:
    """Why a Chinese numeral with a measure word at start:end is none: an idiom, an indefinite one, a slogan, a place's name."""
    word = text[number.end : end]
    if any(text.startswith(phrase, start) for phrase in _PHRASES.get(text[start], ())):
        return "set_phrase"
    if number.low == 1 and number.end - start == 1:
        if word in _INDEFINITE:
            return "indefinite"
        if text[start - 1 : start] in _BEFORE_ONE:
            return "demonstrative"
        if text.startswith(word, end) or text[end : end + 1] == "一" or text[max(0, start - 2) : start - 1] == "一":
            return "repeated"
    if number.low == 0:
        return "set_phrase"
    if text[end : end + 1].isdigit() and word == "个":
        return "slogan"
    if start and number.low <= 12 and is_slogan(text, start, end):
        return "slogan"
    if word in "台元家口层面" and text[end : end + 1] in "区县市旗镇乡山河渠" and text[end + 1 : end + 2] not in "级直内外属里中法":
        return "place_name"
    return None


Check = Callable[[str, int, int, int, Numeral], str | None]
"""(text, start of the numeral, start of the unit, end of the unit, numeral) -> reason, "" for "no unit here", None to accept."""

_EVENT: Final = re.compile(r"[^，。；、,;\n]{0,12}?(?:案|纠纷|官司|事件|事故|执行|诉讼)")


def check_event(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """一起 is together unless a case follows; other numbers of 起 are cases."""
    if number.low == 1 and number.chinese and _EVENT.match(text, end) is None:
        return "set_phrase"
    return None


_DAY_AFTER: Final = re.compile(r"(?:以内|之内|内|以上|以下|以后|后|未|届满|期满|期限|的?司法拘留|的拘留|拘留期|有余|左右|不等|[,，、。；;)）])")
_DAY_BEFORE: Final = re.compile(r"(?:拘留?|期限|超过?|逾|满|足|到|仅|为期?|有|历时|长达|提前|缩短|少于|至少|最长|最短|每|[了计各])(?:期限?)?为?了?\s*$")


def check_day(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """日 is a day of the month unless custody or a time limit is spoken of (拘留15日, 30日内)."""
    if number.low > 31:
        return None
    if text[start - 1 : start] in "月年" and start:
        return "date"
    before = _DAY_BEFORE.search(text, max(0, start - 6), start)
    if before is not None and (_DAY_AFTER.match(text, end) or before.group()[0] in "拘期超逾满历长缩" or end >= len(text)):
        return None
    return None if re.match(r"以内|之内|内|以上|以下|届满|期满|的拘留", text[end : end + 3]) else "date"


def check_month(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """月 without 个 is a month of the year."""
    return "date"


_ERA: Final = re.compile(r"[0-9一二三四五六七八九十]{1,3}月")


def check_year(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """年 is a calendar year when written digit by digit, with four digits, or in the eighties and above (113年)."""
    digits = text[start:unit].strip()
    if number.serial or text.startswith("民国", start - 2):
        return "date"
    if digits.isdigit() and digits.isascii() and (len(digits) == 4 or digits[0] == "0" or 80 <= number.low <= 150):
        return "date"
    if number.low > 12 and _ERA.match(text, end):
        return "date"
    return None


_POINTS: Final = ("要求", "意见", "建议", "做法", "体会", "启示", "经验", "原因", "思考", "看法", "希望", "感受", "不足")


def check_clock(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """点 is an o'clock unless points of a speech follow (三点要求)."""
    return None if text.startswith(_POINTS, end) else "time"


def check_flag(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """面 counts flags and banners; 一面, 两面 before anything else is sides."""
    if not number.chinese or re.match(r"[^，。、,]{0,6}(?:旗|墙|镜|牌匾|匾)", text[end : end + 8]) or number.low > 2:
        return None
    return "indefinite"


def check_head(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """头 counts animals; after Chinese digits they must be named (两头 are both ends)."""
    return None if not number.chinese or text[end : end + 1] in "猪牛羊驴骡生奶母肉" else "set_phrase"


def check_route(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """路 counts columns (兵分两路); after Chinese digits it is else a street's name."""
    return None if not number.chinese or (start and text[start - 1] in "分成为、，,") else "place_name"


def check_score(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """分 is a mark only in Arabic digits, not behind an hour, and where nothing is counted by it."""
    if number.chinese or text[start - 1 : start] in "时点":
        return "time" if text[start - 1 : start] in "时点" and start else ""
    return None if text[end : end + 1] in "，。；、,;)）的以\n " or end >= len(text) else ""


def check_piece(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """块 is money at the end of a phrase (500块), else a piece of something; pieces are not counted here."""
    return None if end >= len(text) or text[end : end + 1] in "，。；、,;)）的\n” " else "indefinite"


def check_individual(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """个人 are people unless 人 begins a longer word."""
    return "" if text[end : end + 1] in "才民大事口工格" and end < len(text) else None


def check_vehicle(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """台 and 部 are vehicles if 车 stands within six characters of the same clause, else items as written."""
    left = re.split(r"[，。；、,;\n]", text[max(0, start - 6) : start])[-1]
    right = re.split(r"[，。；、,;\n]", text[end : end + 6])[0]
    return None if "车" in left or "车" in right else "item"


def check_times(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """度 after two and more Chinese digits is times (七度迁移); in Arabic digits it is degrees."""
    return "item" if not number.chinese else None if number.low > 1 else "indefinite"


def check_tenths(text: str, start: int, unit: int, end: int, number: Numeral) -> str | None:
    """成 is tenths after a number up to ten and where it begins no other word (三成立)."""
    if number.low > 10 or (text[end : end + 1] in "立功员为果长年本都交熟绩分就人品才型色员套交" and end < len(text)):
        return ""
    return "set_phrase" if text.startswith("一成不变", start) else None


CHECKS: Final[dict[str, Check]] = {
    "event": check_event, "day": check_day, "month": check_month, "year": check_year, "clock": check_clock, "flag": check_flag,
    "head": check_head, "route": check_route, "score": check_score, "piece": check_piece, "individual": check_individual,
    "vehicle": check_vehicle, "times": check_times, "tenths": check_tenths,
}
