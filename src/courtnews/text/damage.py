"""Where a working text cannot be trusted, because bytes of it were lost before anybody could repair it.

Only what the text itself shows is found. A span covers the mark of the loss and whatever numeral touches
it, directly or through multiplier and unit characters, since its first or last digits may be what was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from courtnews.text.pinyin import TONED
from courtnews.text.repair.base import LOST

#: The reason codes, with their meaning.
REASONS = {
    "lost_bytes": "a mark stands where characters were lost",
    "shifted": "a stretch that is read one byte off and could not be put right",
    "private_use": "a private character, whose meaning only its author's font knew",
    "no_digits": "a percent sign with no digits before it",
    "broken_decimal": "a decimal point with digits missing on one of its sides",
    "impossible": "a rate above a hundred percent that can be none, as where its point is lost",
    "run_together": "digits of several numbers in a row, or grouping that no number has",
}

PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_COUNTERS = "件人次元名起宗案位辆台个户家条份处套间期天年月日"
_FIGURES = "0-9.,％%〇零○一二三四五六七八九十百千万亿两余多几"
_BEFORE = re.compile(rf"[{_FIGURES}]{{1,40}}+[{_COUNTERS}]{{0,2}}\Z")
_AFTER = re.compile(rf"[{_FIGURES}]{{0,40}}+[{_COUNTERS}]?")
_REACH = 42

# Written so that the engine searches for the first character, which it does not for one with a `+`.
_MARK = re.compile(f"{LOST}{LOST}*+")
# Bullets of Word's symbol fonts at the head of a line lose nothing.
_BULLETS = frozenset("\uf06c\uf06e\uf075\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
_PRIVATE = re.compile(f"[{PRIVATE}]+")
_CAST = re.compile(rf"\?[(（]?[a-zɡ{TONED}]{{1,6}}[)）]")
_SHIFTED_BEFORE = re.compile(r"[^\x00-\x3f]{0,40}\Z")
_SHIFTED_AFTER = re.compile(r"[^\x00-\x3f]*+")
_QUERY = re.compile(r"\?(?:(?<=[0-9.%]\?)|(?<=[0-9][十百千万亿余多]\?)|(?=[0-9%]|[.,][0-9]|[十百千万亿]))")
_INSIDE = re.compile(r"\?(?<=[\u4e00-\u9fff]\?)(?=[\u4e00-\u9fff])")
_ASKING = re.compile(r"吗|呢|么|多少|几|何|谁|怎|哪|是否|能否|难道|[多有没]不|岂")
_CLAUSE_END = re.compile(r"[。！!;；\n]")
_NO_DIGITS = re.compile(
    rf"%(?<![{_FIGURES}成半]%)(?<![{_FIGURES}成半]\s%)(?<![{_FIGURES}成半]\s\s%)(?<![{_FIGURES}成半]\s\s\s%)(?<![(（±/]%)(?![0-9A-F]{{2}})"
)
_POINT = re.compile(
    r"\.(?:(?<![0-9A-Za-z.)）\s]\.)(?=[0-9])|(?<=[0-9]\.)(?=[万亿%％]|\.+[0-9]|\s[0-9]+[.%万亿])|(?<=[0-9]\s\.)(?=[0-9]))"
)
# Both begin at the first mark inside the number, which a search finds without looking at every digit.
_DOTTED = re.compile(r"\.(?<=[0-9]\.)[0-9]+(?:\.[0-9]+)+")
_GROUPED = re.compile(r",(?<=[0-9],)[0-9]+(?:,[0-9]+)+")
_DIGITS = re.compile(r"[0-9]{1,20}\Z")
_DATE = re.compile(r"(?:19|20)[0-9]{2}\.[01]?[0-9]\.[0-3]?[0-9]")


@dataclass(frozen=True, slots=True)
class Damage:
    """A span of the working text that cannot be trusted; `reason` is a key of `REASONS`."""

    start: int
    end: int
    reason: str


def find_damage(text: str, *, private: bool = True) -> tuple[Damage, ...]:
    """The damaged spans of a working text, sorted, none within another; they may overlap.

    `private=False` says that the text is known to hold no private characters, and spares the search for them.

    >>> find_damage("总人\\ufffd15余万名，同比下降%")
    (Damage(start=2, end=8, reason='lost_bytes'), Damage(start=13, end=14, reason='no_digits'))
    >>> find_damage("共有多少案件?2022年为12345件")
    ()
    """
    found = [*_lost(text), *(_private(text) if private else ()), *_queries(text), *_numbers(text)]
    return tuple(_outermost(found)) if found else ()


def _outermost(found: list[Damage]) -> Iterator[Damage]:
    reach = -1
    for damage in sorted(found, key=lambda damage: (damage.start, -damage.end)):
        if damage.end > reach:
            reach = damage.end
            yield damage


def _lost(text: str) -> Iterator[Damage]:
    if LOST in text:
        for match in _MARK.finditer(text):
            yield _with_number(text, match.start(), match.end(), "lost_bytes")


def _private(text: str) -> Iterator[Damage]:
    for match in _PRIVATE.finditer(text):
        if match[0] not in _BULLETS or text[match.start() - 1 : match.start()] not in ("", "\n"):
            yield _with_number(text, match.start(), match.end(), "private_use")


def _queries(text: str) -> Iterator[Damage]:
    """Question marks that replaced bytes: those that touch a number, or stand inside a word of a text
    broken elsewhere too."""
    if "?" not in text:
        return
    broken = LOST in text
    for match in _CAST.finditer(text):
        broken = True
        before = _SHIFTED_BEFORE.search(text, max(0, match.start() - 40), match.start())
        after = _SHIFTED_AFTER.match(text, match.end())
        start = before.start() if before else match.start()
        yield _with_number(text, start, after.end() if after else match.end(), "shifted")
    for match in _QUERY.finditer(text):
        if broken or not _asks(text, match.start()):
            yield _with_number(text, match.start(), match.end(), "lost_bytes")
    for match in _INSIDE.finditer(text) if broken else ():
        if not _asks(text, match.start()):
            yield _with_number(text, match.start(), match.end(), "lost_bytes")


def _asks(text: str, position: int) -> bool:
    """Whether the words before a question mark ask something, so that it may well be one."""
    clause = _CLAUSE_END.split(text[max(0, position - _REACH) : position])[-1]
    return bool(_ASKING.search(clause))


def _numbers(text: str) -> Iterator[Damage]:
    for match in _NO_DIGITS.finditer(text):
        yield Damage(match.start(), match.end(), "no_digits")
    for match in _POINT.finditer(text):
        yield _with_number(text, match.start(), match.end(), "broken_decimal")
    for match in _DOTTED.finditer(text):
        start = _first_digit(text, match.start())
        if not _DATE.fullmatch(text, start, match.end()):
            yield Damage(start, match.end(), "run_together")
    for match in _GROUPED.finditer(text):
        sizes = {len(group) for group in match[0].split(",")[1:]}
        if 3 in sizes and sizes != {3}:
            yield Damage(_first_digit(text, match.start()), match.end(), "run_together")


def _first_digit(text: str, end: int) -> int:
    digits = _DIGITS.search(text, max(0, end - 20), end)
    return digits.start() if digits else end


def _with_number(text: str, start: int, end: int, reason: str) -> Damage:
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end)
    return Damage(before.start() if before else start, after.end() if after else end, reason)
