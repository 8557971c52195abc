"""Numbers that one pattern tells for what they are: the common figure, and numbers that are plainly none.

Most figures of a report are digits, 万 or 亿, 余 or 多, and a measure word: 2888件, 1.2亿元, 20多名; or one
Chinese digit with a measure word (三次). Most other numbers are those of headings (一、 and 1.), years in
names (“雷霆2023”), and 一 as an article (一批, 每一个). The readers of `scan` would say the same of all
of these at many times the cost; they get what is not plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from courtnews.quantities.arithmetic import shift
from courtnews.quantities.checks import CHECKS
from courtnews.quantities.hedges import BLANKS, SIGNS_AFTER
from courtnews.quantities.idioms import ARTICLE, refuse_chinese
from courtnews.quantities.measure import CURRENCY_LAST, SIGNS_AROUND, build, find_bound
from courtnews.quantities.numerals import ONE_DIGIT, POWER_OF, Bound, Numeral
from courtnews.quantities.ranges import CONNECTORS
from courtnews.quantities.records import Quantity, Rejected
from courtnews.quantities.rejects import SUSPECT_AFTER, SUSPECT_BEFORE, YEAR
from courtnews.quantities.units import ARABIC_ONLY, ENTRIES, ENTRY_PATTERN, Unit


def _class(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


_ALONE: Final = rf"(?<!{_class(SUSPECT_BEFORE | set('−第前头'))})"
_CURRENCY: Final = _class(CURRENCY_LAST)
_NO_CURRENCY: Final = rf"(?<!{_CURRENCY})(?<!{_CURRENCY}{_class(BLANKS)})"
# The number of a heading, 1. or 一、, and the year in a name.
_NUMBERING: Final = rf"(?P<numbering>(?<=\n)(?<!{_CURRENCY}\n)[1-9][0-9]?(?=[.．、)）](?![0-9])))"
_GOES_ON: Final = "分之|点[〇○零一二三四五六七八九]"  # 点 in 一点五 and 分 in 三分之一 are no measure words
_UNIT: Final = rf"(?P<unit>(?!{_class(SUSPECT_AFTER)}|{_GOES_ON})(?:{ENTRY_PATTERN}))"
# 2888件, 1.2亿元, 20多名, 3.5万余元, 1,842件; 273万 alone.
_ARABIC: Final = re.compile(
    rf"(?<!第 ){_ALONE}(?:"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,2}+(?![0-9,])(?:\.[0-9]{1,6}+)?+|[0-9]{1,9}+(?:\.[0-9]{1,9}+)?+)"
    rf"(?P<multiplier>[万亿]?+)(?P<more>[余多]?+)(?:{_UNIT}|(?<=[万亿])(?=[，。；、,;]))"
    rf"|(?P<year>{_NO_CURRENCY}{YEAR}(?=[”’」』，。；、])))"
    rf"|{_NUMBERING}"
)
# 三次, 十多家.
_CHINESE: Final = re.compile(
    rf"(?<!第)(?:{ARTICLE})"
    rf"|{_ALONE}(?P<digit>[一二两三四五六七八九十])(?P<more>[余多]?+){_UNIT}"
    rf"|(?P<no_unit>{_NO_CURRENCY}(?<![第前])[一二三四五六七八九十](?=[，。；、,;]))"
)
_MONEY: Final = Unit("元", "money")


def read_at_sight(text: str, start: int) -> Quantity | Rejected | None:
    """What the number at `start` plainly is; None if that has to be looked into.

    >>> read_at_sight("执结案件1.2万余件,", 4).value
    Decimal('12000')
    >>> read_at_sight("打出一批", 2).reason
    'indefinite'
    """
    return _read_arabic(text, start) if text[start] <= "9" else _read_chinese(text, start)


def _read_arabic(text: str, start: int) -> Quantity | Rejected | None:
    match = _ARABIC.match(text, start)
    if match is None:
        return None
    digits, multiplier, more, word, _, _ = match.groups()
    if digits is None:
        return Rejected(start, match.end(), str(match.lastgroup))
    unit = ENTRIES[word] if word else _MONEY
    if isinstance(unit, str):
        return Rejected(start, match.end(), unit) if unit else None
    if "," in digits:
        digits = digits.replace(",", "")
    value = shift(digits, POWER_OF[multiplier]) if multiplier else Decimal(digits)
    bound: Bound = "over" if more else "exact"
    if unit.check or not unit.plain:
        number = Numeral(match.end("multiplier"), value, None, False, bool(multiplier))
        return _read_checked(text, match, unit, number, bound)
    end, unit_start = match.end(), match.end("more")
    quantity = Quantity(start, end, value, None, unit.name, unit.cls, bound, False, False, unit_start)
    return _with_bound(text, quantity, 2 if multiplier else 0)


def _read_chinese(text: str, start: int) -> Quantity | Rejected | None:
    """An article; or a digit with its unit. One before a word that is none (一部分), or no measure word
    behind such a digit (一县), is no quantity.
    """
    match = _CHINESE.match(text, start)
    if match is None:
        return None
    if match.lastgroup != "unit":
        return Rejected(start, match.end(), str(match.lastgroup))
    digit, more, word = match.group("digit", "more", "unit")
    unit = ENTRIES[word]
    if isinstance(unit, str):
        return Rejected(start, match.end() if unit else start + 1, unit or "no_unit")
    if unit.name in ARABIC_ONLY:
        return Rejected(start, start + 1, "no_unit")
    number = Numeral(start + 1, ONE_DIGIT[digit], None, True)
    quantity = _read_checked(text, match, unit, number, "over" if more else "exact")
    if type(quantity) is not Quantity:
        return quantity
    reason = refuse_chinese(text, start, number, quantity.end)
    return quantity if reason is None else Rejected(start, quantity.end, reason)


def _read_checked(
    text: str, match: re.Match[str], unit: Unit, number: Numeral, bound: Bound
) -> Quantity | Rejected | None:
    """The figure, if its unit passes its check; None where a doubt is left (近三年 is a period)."""
    (start, end), unit_start = match.span(), match.end("more")
    verdict = CHECKS[unit.check](text, start, unit_start, end, number) if unit.check else None
    if verdict is not None:
        return Rejected(start, end, verdict) if verdict and isinstance(verdict, str) else None
    if not unit.plain and text[start - 1 : start] == "近":
        return None
    return _with_bound(text, build(text, start, unit_start, end, unit, number, bound), number.loose)


def _with_bound(text: str, quantity: Quantity, loose: int) -> Quantity | None:
    """The figure as its neighbours hedge it; None if it may go on to a range."""
    end = quantity.end
    after = text[end : end + 1]
    if after in CONNECTORS:
        return None
    if quantity.bound == "exact":
        start = quantity.start
        if text[start - 1 : start] in SIGNS_AROUND or after in SIGNS_AFTER:
            quantity.bound = find_bound(text, quantity, loose)
    return quantity
