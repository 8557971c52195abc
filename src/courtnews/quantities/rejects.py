"""What is no quantity among Arabic numbers: dates, times, case numbers, formulas, years, headings.

Each refusal has a short code, which an explanation can show. A number is refused here for what it is part
of, never for the words that follow its unit.
"""

from __future__ import annotations

import re
from typing import Final

_MASK: Final = "×✕✖＊*●"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SUSPECT_AFTER: Final = frozenset("-–—－~～/:：∶.·+执民刑行破赔" + _MASK + _LETTERS)
SUSPECT_BEFORE: Final = frozenset("-/.·+_#数" + _MASK + _LETTERS)
_DASH: Final = "[-–—－~～]"
_HOUR: Final = "(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]"
_DATES: Final = (
    r"(?:19|20)[0-9]{2}([-/])(?:0?[1-9]|1[0-2])(?:\2[0-9]{1,2})?(?![0-9件人万亿%元])"
    r"|(?:19|20)[0-9]{2}\.(?:0?[1-9]|1[0-2])\.[0-9]{1,2}(?![0-9])"
    rf"|(?:19|20)[0-9]{{2}}(?:{_DASH}|至|/)(?:19|20)[0-9]{{2}}(?![0-9件人万亿%元,.])"
    rf"|[0-3]?[0-9]{_DASH}{{1,2}}[0-3]?[0-9](?=[月日号])"
)
_FORMS: Final = re.compile(
    rf"(?P<date>{_DATES})"
    rf"|(?P<time>{_HOUR}(?:[:：][0-5][0-9])?(?![0-9.])(?:(?:{_DASH}|至){_HOUR})?)"
    rf"|(?P<phone>0[0-9]{{2,3}}{_DASH}[0-9]{{7,8}}(?![0-9])|[48]00-[0-9]{{3,4}}-?[0-9]{{3,4}}"
    rf"|1[3-9][0-9]-[0-9]{{4}}-[0-9]{{4}})"
    r"|(?P<section>[0-9]+(?:\.[0-9]+){2,})"
    r"|(?P<fraction>[0-9]{1,3}/[0-9]{1,3}(?![0-9]))"
    r"|(?P<formula>[0-9]+(?:[+][0-9NnXx]+)+)"
    r"|(?P<name>[0-9]{1,2}·[0-9]{1,3}(?![0-9.]))"
    rf"|(?P<masked>[0-9]+[{_MASK}]+[0-9{_MASK}]*|[0-9]+[xX]{{2,}}[0-9xX]*)"
    r"|(?P<case_number>[0-9]+[执民刑行破赔][保恢异复监他初终再申辖协诉字之外]{0,3}第?[0-9×*xX]+(?:[-、之][0-9]+)*号)"
    r"|(?P<alphanumeric>[0-9]+(?:\.[0-9]+)?(?!km|kg|m²|m2)[A-Za-z][A-Za-z0-9]*)"
)
YEAR: Final = "(?:19[4-9]|20[0-4])[0-9]"
"""The pattern of a number that is a year where no unit stands behind it."""
_YEAR: Final = re.compile(YEAR)
# 拘传数10名 is some tens, 执结数10件 is ten.
_ROUND: Final = re.compile("10+")
_COUNTED: Final = frozenset("人件户总次名个案车房宗起笔例条卷家指分倍结收理解本判调撤")
_HOTLINES: Final = frozenset(("12368", "12345", "12309", "12348", "12338"))
_SERVICE_AFTER: Final = re.compile(r"\s?[”’\"]?(?:热线|专线|电话|平台|诉讼服务|短信|国道|省道|高速)")
_SERVICE_BEFORE: Final = re.compile(
    r"(?:拨打|热线|专线|电话|账号|卡号|号码|编号|证号|尾号|邮编|微信|代码|QQ)[:：为是]?\s?$"
)
_QUOTED_NAME: Final = re.compile(r"[“‘「『][^“”‘’「」『』，。；：、,;:\n]{0,8}$")
_LINE_STARTS: Final = frozenset("\n。；;:：\u3000")


def find_form(text: str, start: int, end: int) -> tuple[int, str] | None:
    """(end, reason) of the longer code that the number at `start` begins or goes on; None if it stands alone.

    >>> find_form("2016-12-29 08:12", 0, 4)
    (10, 'date')
    """
    if text[end : end + 1] in SUSPECT_AFTER:
        match = _FORMS.match(text, start)
        if match is not None:
            return match.end(), str(match.lastgroup)
    before = text[start - 1] if start else ""
    if before not in SUSPECT_BEFORE:
        return None
    earlier = text[start - 2] if start > 1 else ""
    if before in _MASK:
        return end, "masked"
    if before == "数":
        return (end, "vague") if earlier not in _COUNTED and _ROUND.fullmatch(text, start, end) else None
    if before == "+" and _is_signed(text, start, end, earlier):
        return None
    if before in "+#_":
        return end, "formula"
    if before in ".·":
        return (end, "section") if "0" <= earlier <= "9" else None
    if before == "-":
        return (end, "alphanumeric") if earlier and earlier in _LETTERS else None
    if before != "/" and (not earlier or earlier not in _LETTERS):
        return end, "alphanumeric"
    return None


def _is_signed(text: str, start: int, end: int, earlier: str) -> bool:
    """Whether a plus says that something rose: 同比+12.5%, (+2.45%)."""
    if text.endswith(("同比", "环比"), 0, start - 1):
        return True
    return earlier in ("(", "（") and text[end : end + 1] == "%"


def refuse_plain(text: str, start: int, end: int) -> str | None:
    """Why an Arabic number without a unit is none: a year, an identifier, a heading; None if it may stand.

    >>> refuse_plain("“雷霆2023”行动", 3, 7)
    'year'
    """
    digits = text[start:end]
    if digits.isdigit():
        reason = _refuse_integer(text, start, end, digits)
        if reason is not None:
            return reason
    if _SERVICE_AFTER.match(text, end) or _SERVICE_BEFORE.search(text[max(0, start - 8) : start]):
        return "identifier"
    return None


def _refuse_integer(text: str, start: int, end: int, digits: str) -> str | None:
    before = text[start - 1] if start else "\n"
    after = text[end : end + 1] or "\n"
    if _YEAR.fullmatch(digits):
        return "year"
    if len(digits) >= 7 or (len(digits) > 1 and digits[0] == "0") or digits in _HOTLINES:
        return "identifier"
    if len(digits) < 4 and before in "([（〔【［" and after in ")]）〕】］":
        return "numbering"
    if after in "”’」』" and _QUOTED_NAME.search(text[max(0, start - 9) : start]):
        return "name"
    if len(digits) < 3 and after in ".．、)）" and (before in _LINE_STARTS or _opens_line(text, start)):
        return "numbering"
    return None


def _opens_line(text: str, start: int) -> bool:
    """Whether only blanks stand before `start` on its line, four at most."""
    left = text[max(0, start - 5) : start].rstrip(" \t\u3000")
    return (not left and start <= 4) or left.endswith("\n")
