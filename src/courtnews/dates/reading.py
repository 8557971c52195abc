"""What one match of the pattern of dates says of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Final

from courtnews.dates.points import Point
from courtnews.dates.words import MONTH_OF_WORD, RELATIVE_DAYS, RELATIVE_YEARS, number_of

_Match = re.Match[str]
_NUMBERS_APART: Final = re.compile(r"[-/.]")
_YEAR_ENDS: Final = frozenset(("年底", "岁末"))


def read_point(match: _Match) -> Point | None:
    """The point that a match of `POINT` names; None for a day that no calendar has, and for 年末 alone.

    The group of the pattern that closed last tells the form; a year may stand before most of them.
    """
    form = match.lastgroup
    read = _FORMS.get(form)
    point = Point() if read is None else read(match)
    if form not in _WITHOUT_YEAR and not _read_year(match, point) and form == "yearend":
        return None
    return point if point.day is None or _exists(point, point.day) else None


def _exists(point: Point, day: int) -> bool:
    """Whether the calendar has such a day: there is no 30th of February."""
    if point.month is None:
        return 1 <= day <= 31
    # A leap year where none is said: 2月29日 may be one.
    return 1 <= day <= 28 or 28 < day <= monthrange(point.year or 2000, point.month)[1]


def _read_year(match: _Match, point: Point) -> bool:
    """Set what the year at the beginning says; False if there is none."""
    word = match["anyyear"]
    if word is None:
        return False
    if match["year"]:
        point.year = int(word[:4])
    elif match["cyear"]:
        point.year = number_of(word[:-1])
    elif match["reyear"]:
        point.year_shift, point.whole_year = RELATIVE_YEARS[word]
        point.before = word[0] == "上"
    elif match["saidroc"]:
        point.year = 1911 + int(word[2:5])
    else:  # of the republic: 民国110年, 110年, 一一○年
        point.year = 1911 + number_of(word.removeprefix("民国").rstrip("度")[:-1].strip())
    return True


def _month(word: str) -> int:
    return MONTH_OF_WORD.get(word) or number_of(word)


def _read_iso(match: _Match) -> Point:
    year, month, day = _NUMBERS_APART.split(match["iso"])
    return Point(year=int(year), month=int(month), day=int(day))


def _read_relative_month(match: _Match) -> Point:
    day = match["relmonthday"]
    return Point(month_shift=-1 if match["relmonth"][0] == "上" else 0, day=number_of(day) if day else None)


def _read_this_month(match: _Match) -> Point:
    day = match["d3"]
    return Point(month=_month(match["m3"]), day=number_of(day) if day else None)


def _read_roc_iso(match: _Match) -> Point:
    year, month, day = _NUMBERS_APART.split(match["rociso"])
    return Point(year=1911 + int(year), month=int(month), day=int(day))


def _read_relative_day(match: _Match) -> Point:
    word = match["relday"]
    # 昨（2）日 is 昨日.
    shift = RELATIVE_DAYS.get(word) or RELATIVE_DAYS.get(f"{word[0]}日", 0)
    return Point(day_shift=shift, of_event=word[0] not in "今昨前")


def _read_dmy(match: _Match) -> Point:
    day, month, year = match["dmy"].split(".")
    return Point(year=int(year), month=int(month), day=int(day))


def _read_month(match: _Match) -> Point:
    return Point(month=_month(match["month"]))


def _read_day(match: _Match) -> Point:
    return Point(month=_month(match["month"]), day=number_of(match["day"]))


def _read_quarter(match: _Match) -> Point:
    word = match["quarter"]
    number = number_of(word.replace("季度", "").strip("前头首第个季") or "一")
    return Point(months=(1 if word[0] in "前头首" else 3 * number - 2, 3 * number))


def _read_front(match: _Match) -> Point:
    return Point(months=(1, _month(match["front"].strip("前头首").removesuffix("月").removesuffix("个"))))


_FORMS: Final[dict[str | None, Callable[[_Match], Point]]] = {
    "iso": _read_iso,
    "dmy": _read_dmy,
    "onlyday": lambda match: Point(day=number_of(match["onlyday"][:-1])),
    "relday": _read_relative_day,
    "rociso": _read_roc_iso,
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
    "days": lambda match: Point(day_shift=0, of_event=True),
    "whole": lambda match: Point(whole_year=True),
    "same": lambda match: Point(same=True),
    "campaign": lambda match: Point(campaign=True),
}
"""How to read each form, by the name of its group; a year alone is not among them."""
_WITHOUT_YEAR: Final = frozenset(("iso", "rociso", "dmy", "onlyday", "relday"))
"""Forms that hold their year or are too near to need one: a year before them counts for nothing."""
