"""Bytes read in the wrong encoding: 法院 as 娉曢櫌 (UTF-8 read as GBK), as æ³•é™¢ (read as Latin-1), as
·¨Ôº (GBK so read)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from courtnews.text.alignment import Edit
from courtnews.text.plausibility import mean_rarity
from courtnews.text.repair.base import LOST, Fixer

# One character of each encoding, ASCII included. A stray byte is one lost character, and so is the
# beginning of a character with what a decoder left of the rest: nothing, a `?`, or the mark of loss, which
# is the byte FF here.
_UNITS = {
    "utf-8": re.compile(
        rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
        rb"|[\xe0-\xef][\x80-\xbf]?[?\xff]?|.",
        re.S,
    ),
    "gb18030": re.compile(rb"[\x00-\x7f]|[\x81-\xfe](?:[0-9][\x81-\xfe][0-9]|[\x40-\x7e\x80-\xfe])|.", re.S),
    "big5hkscs": re.compile(rb"[\x00-\x7f]|[\x81-\xfe][\x40-\x7e\xa1-\xfe]|.", re.S),
}
# What Windows-1252 has in the place of the control characters of Latin-1.
_WINDOWS = (
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_HIGH = re.compile("[\xa1-\xb6\xb8-\xd6\xd8-\xff]")
_WESTERN_LINE = re.compile(rf"^[\x00-\x09\x0b-\xff{_WINDOWS}{LOST}]++$", re.M)
# What such a line follows that is not all ASCII.
_BEFORE_WESTERN = re.compile(
    rf"\n(?=[\x00-\x09\x0b-\x7f]*+[^\x00-\x7f])(?=[\x00-\x09\x0b-\xff{_WINDOWS}{LOST}]++$)", re.M
)
_UTF8_MARKS = "锛銆鈥鐨勬锟"
_MARKED_LINE = re.compile(f"^.*[{_UTF8_MARKS}].*$", re.M)
_LINE = re.compile(r"^.*[^\x00-\x7f\n].*$", re.M)
_REPLACED = re.compile("(?:锟斤拷)+")
# On the scale of `mean_rarity`: a new reading is taken when it is Chinese by itself and clearly more so
# than the old one; once it is taken, a single line need not be so clear.
_CHINESE, _CLEARLY, _HARDLY, _LOST_SHARE = 2.2, 1.5, 0.8, 0.35


@dataclass(frozen=True, slots=True)
class _Reading:
    """The characters that the bytes of a line give, with the number of bytes of each."""

    characters: list[str]
    sizes: list[int]

    @classmethod
    def of(cls, data: bytes, encoding: str) -> _Reading:
        units = [match[0] for match in _UNITS[encoding].finditer(data)]
        return cls([_decode(unit, encoding) for unit in units], [len(unit) for unit in units])

    @property
    def cost(self) -> float:
        """Its mean rarity; beyond every limit when much of it is lost."""
        high = [char for char in self.characters if char >= "\x80"]
        if not high or high.count(LOST) > _LOST_SHARE * len(high):
            return float("inf")
        return mean_rarity("".join(char for char in high if char != LOST))


def reread_gbk_as_utf8(text: str) -> list[Edit]:
    """Read lines of UTF-8 again that were taken for GBK.

    Only where lines have one of the characters that ，。、“ and 的 turn into, and become clearly better
    Chinese. Not for single odd characters in a good line.

    >>> text = "娉曢櫌缁撴��1.15涓囦欢锛屽埌浣�12浜垮厓"
    >>> [(text[e.start:e.end], e.replacement) for e in reread_gbk_as_utf8(text)][:3]
    [('娉曢櫌', '法院'), ('缁撴�', '结�'), ('涓囦欢', '万件')]
    """
    if not _choose(_MARKED_LINE.findall(text), ["utf-8"], _gbk_bytes):
        return []
    return _reread(text, _LINE, "utf-8", _gbk_bytes, "utf8_as_gbk")


def reread_western(text: str) -> list[Edit]:
    """Read lines again that were taken for Latin-1 or Windows-1252 and are UTF-8, GBK or Big5.

    Only for lines of nothing but Western characters that become clearly better Chinese. Not for names with
    accents, pinyin or any line with an ideograph in it.

    >>> "".join(edit.replacement for edit in reread_western("·¨ÔºÖ´½á2385¼þ"))
    '法院执结件'
    """
    # Asking line by line is faster than a pattern that looks for a beginning at every character.
    lines = [line for line in text.split("\n") if _WESTERN_LINE.fullmatch(line)]
    encoding = _choose(lines, list(_UNITS), _western_bytes)
    return _reread(text, _WESTERN_LINE, encoding, _western_bytes, "western") if encoding else []


def mark_replaced(text: str) -> list[Edit]:
    """Put the mark of loss for 锟斤拷, two such marks of UTF-8 read as GBK.

    Not for the characters by themselves: 锟 is in a place name, 斤 and 拷 are words.

    >>> [(e.start, e.end, e.replacement) for e in mark_replaced("执结锟斤拷12件")]
    [(2, 5, '\ufffd')]
    """
    return [Edit(match.start(), match.end(), LOST, "replaced") for match in _REPLACED.finditer(text)]


def _choose(lines: list[str], encodings: list[str], encode: Callable[[str], bytes]) -> str:
    """The encoding in which the lines together are clearly better Chinese than they stand, or an empty
    string."""
    data = b"".join(encode(char) for line in lines for char in line + "\n")
    costs = {encoding: _Reading.of(data, encoding).cost for encoding in encodings}
    best = min(encodings, key=costs.__getitem__)
    return best if costs[best] < min(_CHINESE, mean_rarity("\n".join(lines)) - _CLEARLY) else ""


def _reread(
    text: str, pattern: re.Pattern[str], encoding: str, encode: Callable[[str], bytes], fixer: str
) -> list[Edit]:
    edits: list[Edit] = []
    for line in pattern.finditer(text):
        sources = [encode(char) for char in line[0]]
        reading = _Reading.of(b"".join(sources), encoding)
        if reading.cost < mean_rarity(line[0]) - _HARDLY:
            edits += _edits(line.start(), line[0], sources, reading, fixer)
    return edits


def _decode(unit: bytes, encoding: str) -> str:
    try:
        return unit.decode(encoding)
    except UnicodeDecodeError:
        return LOST


def _gbk_bytes(char: str) -> bytes:
    """Windows reads the byte 80 as € where GBK has nothing."""
    return {"€": b"\x80", LOST: b"\xff"}.get(char) or char.encode("gb18030", "replace")


def _western_bytes(char: str) -> bytes:
    return b"\xff" if char == LOST else char.encode("cp1252", "ignore") or char.encode("latin-1", "replace")


def _edits(offset: int, line: str, sources: list[bytes], reading: _Reading, fixer: str) -> Iterator[Edit]:
    """Edits between the places where characters of the old and of the new reading begin at the same byte."""
    start = source = taken = read = 0
    pending: list[str] = []
    for char, size in zip(reading.characters, reading.sizes, strict=True):
        pending.append(char)
        read += size
        while taken < read and source < len(sources):
            taken += len(sources[source])
            source += 1
        if taken == read:
            new = "".join(pending)
            if new != line[start:source]:
                yield Edit(offset + start, offset + source, new, fixer)
            start, pending = source, []


def _is_western(text: str) -> bool:
    """Whether a line is of nothing but Western characters and not all ASCII; pinyin in a text has high
    characters, and no such line.
    """
    if not _HIGH.search(text):
        return False
    first = _WESTERN_LINE.match(text)
    return (first is not None and not first[0].isascii()) or _BEFORE_WESTERN.search(text) is not None


UTF8_AS_GBK = Fixer("utf8_as_gbk", re.compile(f"[{_UTF8_MARKS}]").search, reread_gbk_as_utf8, _UTF8_MARKS)
WESTERN = Fixer("western", _is_western, reread_western, "\x80-\x9f\xa1-\xb6\xb8-\xd6\xd8-\xff")
REPLACED = Fixer("replaced", lambda text: "锟斤拷" in text, mark_replaced, "锟")
