"""What an expression of time says of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from functools import cached_property
from typing import Final

from courtnews.dates.patterns import (
    FORM_IN_NUMERALS,
    FORM_IN_WORDS,
    NUMERALS,
    YEAR_IN_DIGITS,
    YEAR_IN_WORDS,
    YEAR_STARTS,
)
from courtnews.dates.points import Point
from courtnews.dates.words import MONTH_OF_WORD, RELATIVE_DAYS, RELATIVE_YEARS, number_of

_Match = re.Match[str]
_NUMBERS_APART: Final = re.compile(r"[-/.]")
_WEEK: Final = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
# Forms that no other sign tells from a length of time or from a year of the last century.
_OF_THE_REPUBLIC: Final = frozenset(("arabicroc", "rocyear"))
# One that only a text tells apart which counts other years so in full: 民国99年,…比98年增加.
_SHORT: Final = "shortroc"
_YEAR_ENDS: Final = frozenset(("年底", "岁末"))
_AGENCIES: Final = ("行政执行署", "行政执行处", "行政执行分署")
_OF_A_MONTH: Final = re.compile("(?<![0-9])1[0-9]{2}年[0-9]{1,2}月")
_TAIWAN: Final = ("分署", "行政执行", "民国", "义务人", "征起", "台湾", "新台币")


class Origin:
    """Where a text is from; few texts have a year that asks for it, so none is searched before."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def republic(self) -> bool:
        """Whether it may count years from 1912: one of Taiwan, or of which nothing says where it is from."""
        return "法院" not in self._text or any(sign in self._text for sign in _TAIWAN)

    @cached_property
    def counts_so(self) -> bool:
        """Whether it names the era by which it counts years, or an agency of there tells a year of it."""
        agency = any(sign in self._text for sign in _AGENCIES)
        return "民国" in self._text or (agency and _OF_A_MONTH.search(self._text) is not None)


def read_point(text: str, start: int, end: int, origin: Origin) -> tuple[int, Point | None] | None:
    """Where the expression of time at `start` ends, and the point it names; the text is read up to `end`,
    years of the Republic of China (110年) only where it is of there.

    None where there is no such expression; no point for a day that no calendar has, and for 年末 alone.
    """
    year, position = None, start
    if "0" <= text[start] <= "9":
        year = YEAR_IN_DIGITS.match(text, start, end)
    elif text[start] in YEAR_STARTS:
        year = YEAR_IN_WORDS.match(text, start, end)
    if year is not None and year.lastgroup in _OF_THE_REPUBLIC and not origin.republic:
        year = None
    if year is not None and year.lastgroup == _SHORT and not origin.counts_so:
        year = None
    if year is not None:
        position = year.end()
        if year.lastgroup in _WHOLE:
            return position, _existing(_WHOLE[year.lastgroup](year))
    form = _form_at(text, position, end)
    if form is None:
        return None if year is None else (position, _with_year(Point(), year))
    kind = str(form.lastgroup)
    point = _FORMS[kind](form)
    if year is not None and kind not in _WITHOUT_YEAR:
        point = _with_year(point, year)
    return form.end(), None if year is None and kind == "yearend" else _existing(point)


def _form_at(text: str, position: int, end: int) -> _Match | None:
    form = FORM_IN_NUMERALS if text[position : position + 1] in NUMERALS else FORM_IN_WORDS
    return form.match(text, position, end)


def _existing(point: Point) -> Point | None:
    """The point, if its day is in the calendar."""
    return point if point.day is None or _exists(point, point.day) else None


def _exists(point: Point, day: int) -> bool:
    """Whether the calendar has such a day: there is no 30th of February."""
    if point.month is None:
        return 1 <= day <= 31
    # A leap year where none is said: 2月29日 may be one.
    return 1 <= day <= 28 or 28 < day <= monthrange(point.year or 2000, point.month)[1]


def _with_year(point: Point, match: _Match) -> Point:
    """The point with what the year before it says."""
    form = match.lastgroup or ""
    word = match[form]
    if form == "year":
        point.year = int(word[:4])
    elif form == "cyear":
        point.year = number_of(word[:-1])
    elif form == "reyear":
        point.year_shift, point.whole_year = RELATIVE_YEARS[word]
        point.before = word[0] in "上次同"
    elif form == "saidroc":
        point.year = 1911 + int(word[2:5])
    else:  # of the republic: 民国110年, 110年, 一一○年
        point.year = 1911 + number_of(word.removeprefix("民国").rstrip("度")[:-1].strip())
    return point


def _month(word: str) -> int:
    return MONTH_OF_WORD.get(word) or number_of(word)


def _read_iso(match: _Match) -> Point:
    year, month, day = _NUMBERS_APART.split(match["iso"])
    return Point(year=int(year), month=int(month), day=int(day))


def _read_relative_month(match: _Match) -> Point:
    day = match["relmonthday"]
    return Point(month_shift=-1 if match["relmonth"][0] == "上" else 0, day=number_of(day) if day else None)


def _read_weekday(match: _Match) -> Point:
    word = match["weekday"]
    return Point(weekday=(-1 if word[0] == "上" else 0, _WEEK[word[-1]]))


def _read_this_month(match: _Match) -> Point:
    day = match["d3"]
    return Point(month=_month(match["m3"]), day=number_of(day) if day else None)


def _read_roc_iso(match: _Match) -> Point:
    year, month, day = _NUMBERS_APART.split(match["rociso"])
    return Point(year=1911 + int(year), month=int(month), day=int(day))


# Days told from the day of the report; the others are from one told before.
_OF_REPORT: Final = frozenset(("今天", "今日", "昨天", "昨日", "前天"))


def _read_relative_day(match: _Match) -> Point:
    word = match["relday"]
    # 昨（2）日 is 昨日.
    shift = RELATIVE_DAYS.get(word) or RELATIVE_DAYS.get(f"{word[0]}日", 0)
    return Point(day_shift=shift, of_event=word not in _OF_REPORT and f"{word[0]}日" not in _OF_REPORT)


def _read_dmy(match: _Match) -> Point:
    day, month, year = match["dmy"].split(".")
    return Point(year=int(year), month=int(month), day=int(day))


def _read_month(match: _Match) -> Point:
    return Point(month=_month(match["month"]))


def _read_day(match: _Match) -> Point:
    # 6月1 5日: a day torn apart.
    return Point(month=_month(match["month"]), day=number_of(match["day"].replace(" ", "")))


def _read_quarter(match: _Match) -> Point:
    word = match["quarter"]
    number = number_of(word.replace("季度", "").strip("前头首第个季") or "一")
    return Point(months=(1 if word[0] in "前头首" else 3 * number - 2, 3 * number))


def _read_front(match: _Match) -> Point:
    return Point(months=(1, _month(match["front"].strip("前头首").removesuffix("月").removesuffix("个"))))


_WHOLE: Final[dict[str | None, Callable[[_Match], Point]]] = {
    "iso": _read_iso,
    "rociso": _read_roc_iso,
    "dmy": _read_dmy,
}
"""How to read each form that holds its year."""
_FORMS: Final[dict[str, Callable[[_Match], Point]]] = {
    "onlyday": lambda match: Point(day=number_of(match["onlyday"][:-1])),
    "relday": _read_relative_day,
    "newyear": lambda match: Point(month=1, day=1),
    "month": _read_month,
    "part": _read_month,
    "day": _read_day,
    "half": lambda match: Point(months=(1, 6) if match["half"][0] == "上" else (7, 12)),
    "quarter": _read_quarter,
    "front": _read_front,
    "thatmonth": lambda match: Point(same_month=True),
    "l2": lambda match: Point(months=(_month(match["l1"]), _month(match["l2"]))),
    "mlist": lambda match: Point(months=(_month(match["l1"]), _month(match["l2"]))),
    "mrange": lambda match: Point(months=(_month(match["m1"]), _month(match["m2"]))),
    "yearend": lambda match: Point(month=12 if match["yearend"] in _YEAR_ENDS else None),
    "thismonth": _read_this_month,
    "m3": _read_this_month,
    "d3": _read_this_month,
    "relmonth": _read_relative_month,
    "relmonthday": _read_relative_month,
    "weekday": _read_weekday,
    "days": lambda match: Point(day_shift=0, of_event=True, opens=match["days"] == "首日"),
    "whole": lambda match: Point(whole_year=True),
    "same": lambda match: Point(same=True),
    "campaign": lambda match: Point(campaign=True),
    "sofar": lambda match: Point(so_far=True),
}
"""How to read each form that may stand behind a year, by the name of its group."""
_WITHOUT_YEAR: Final = frozenset(("onlyday", "relday"))
"""Forms that are too near to need a year: one before them counts for nothing."""
