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
_NO_ORDINAL: Final = "(?<!第 )"  # of an Arabic number
_ARABIC: Final = (
    rf"{_NO_ORDINAL}(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,2}}+(?![0-9,])(?:\.[0-9]{{1,6}}+)?+"
    r"|[0-9]{1,9}+(?:\.[0-9]{1,9}+)?+)(?P<multiplier>[万亿]?+)"
)
_GOES_ON: Final = "分之|点[〇○零一二三四五六七八九]"  # 点 in 一点五 and 分 in 三分之一 are no measure words
_SIGHT: Final = re.compile(
    rf"(?<!第)(?:{ARTICLE})"
    # 2888件, 1.2亿元, 20多名, 3.5万余元, 1,842件, 三次; 273万 alone.
    rf"|{_ALONE}(?:{_ARABIC}|(?P<chinese>[一二两三四五六七八九十]))(?P<more>[余多]?+)"
    rf"(?:(?P<unit>(?!{_class(SUSPECT_AFTER)}|{_GOES_ON})(?:{ENTRY_PATTERN}))"
    r"|(?P<amount>(?<=[万亿])(?=[，。；、,;])))"
    # The number of a heading, 1. or 一、, and the year in a name.
    rf"|(?P<numbering>(?<=\n)(?<!{_CURRENCY}\n)[1-9][0-9]?(?=[.．、)）](?![0-9])))"
    rf"|(?P<year>{_ALONE}{_NO_ORDINAL}{_NO_CURRENCY}{YEAR}(?=[”’」』，。；、]))"
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
    match = _SIGHT.match(text, start)
    if match is None:
        return None
    form = match.lastgroup
    if form == "amount":
        return _read_arabic(text, match, _MONEY)
    if form != "unit":
        return Rejected(start, match.end(), str(form))
    unit = ENTRIES[match["unit"]]
    if match["digits"] is None:
        return _read_chinese(text, match, unit)
    if isinstance(unit, str):
        return Rejected(start, match.end(), unit) if unit else None
    return _read_arabic(text, match, unit)


def _read_arabic(text: str, match: re.Match[str], unit: Unit) -> Quantity | Rejected | None:
    digits, multiplier, more = match.group("digits", "multiplier", "more")
    if "," in digits:
        digits = digits.replace(",", "")
    value = shift(digits, POWER_OF[multiplier]) if multiplier else Decimal(digits)
    bound: Bound = "over" if more else "exact"
    name, unit_class, check, _, _, plain = unit
    if check or not plain:
        number = Numeral(match.end("multiplier"), value, None, False, bool(multiplier))
        return _read_checked(text, match, unit, number, bound)
    start, end = match.span()
    quantity = Quantity(start, end, value, None, name, unit_class, bound, False, False, match.end("more"))
    return _with_bound(text, quantity, 2 if multiplier else 0)


def _read_chinese(text: str, match: re.Match[str], unit: Unit | str) -> Quantity | Rejected | None:
    """A Chinese digit with its unit; one before a word that is none (一部分), or no measure word behind such
    a digit (一县), is no quantity.
    """
    if isinstance(unit, str):
        start, end = match.span()
        return Rejected(start, end, unit) if unit else Rejected(start, start + 1, "no_unit")
    if unit.name in ARABIC_ONLY:
        return Rejected(match.start(), match.start() + 1, "no_unit")
    digit, more = match.group("chinese", "more")
    number = Numeral(match.end("chinese"), ONE_DIGIT[digit], None, True)
    quantity = _read_checked(text, match, unit, number, "over" if more else "exact")
    if type(quantity) is not Quantity:
        return quantity
    reason = refuse_chinese(text, quantity.start, number, quantity.end)
    return quantity if reason is None else Rejected(quantity.start, quantity.end, reason)


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
