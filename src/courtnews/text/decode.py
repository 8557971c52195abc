"""Bytes into text: which encoding, on what evidence, and whether anything was lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from courtnews.errors import NotTextError, UndecodableError
from courtnews.text.plausibility import mean_rarity

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Pages say gb2312 and mean whatever Windows calls so; the larger encodings contain the smaller ones.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "cp950"}
_LARGER |= {"ascii": "utf-8", "utf_8_sig": "utf-8"}
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9._:-]{2,40})", re.I)
_HEAD = 2048
_CHINESE = ("utf-8", "gb18030", "cp950", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
_WESTERN = ("cp1250", "cp1252", "cp1254", "latin_1", "iso8859_15", "mac_roman", "cp437", "cp850")
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LATIN = re.compile(r"[\sA-Za-z0-9.,;:!?'\"()%/&\u2018-\u201d\u2013\u2014\u00c0-\u024f\u20ac£-]")
# Limits on the scale of `mean_rarity`: Chinese by itself; so much better than another reading that a
# declaration is overruled.
_PLAUSIBLE, _CLEARLY = 2.8, 0.4
# Of the characters, how many may be lost or be control characters.
_LOST_SHARE, _CONTROL_SHARE = 0.01, 0.002
# The shortest text, in characters, in which a loss is taken for an accident or Western words are believed.
_LEAST = 8


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the encoding they were read in, why it was chosen, and whether U+FFFD
    stands for lost bytes."""

    text: str
    encoding: str
    evidence: tuple[str, ...]
    lossy: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    encoding: str
    lost: int
    cost: float


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of a file or page; `declared` is the charset its sender named, such as that of an HTTP header.

    A byte order mark decides. Otherwise valid UTF-8 does, then a charset declared outside or inside the
    text, if the text is good Chinese in it or in no other, then the more plausible of UTF-16, GB 18030 and
    Big5. A few broken bytes in an otherwise clear text become U+FFFD and make it lossy. Last, if it is
    installed, charset-normalizer is asked for texts in Western or other scripts.

    Raises `UndecodableError` for anything else, and `NotTextError` for a value that is not bytes.

    >>> decode("本报讯 执结案件89件".encode("gb18030")).encoding
    'gb18030'
    >>> decode("法院".encode()).evidence
    ('valid UTF-8',)
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise NotTextError.of(data, "bytes")
    data = bytes(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if simple := _simple(data):
        return simple
    named, notes = _named(data, declared)
    if chosen := _choose(sorted(_readings(data), key=lambda reading: reading.cost), named):
        reading, reason = chosen
        return _decoded(reading, (*notes, reason))
    return _advised(data, notes)


def _simple(data: bytes) -> Decoded | None:
    """ASCII, and UTF-8 that no other encoding gives by chance because two ideographs stand together in it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not (text.isascii() or _IDEOGRAPHS.search(text)) or _is_binary(text):
        return None
    return Decoded(text, "utf-8", ("ASCII only" if text.isascii() else "valid UTF-8",), False)


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text)


def _marked(data: bytes, encoding: str) -> Decoded:
    reading = _read(data, encoding)
    if reading is None:
        raise UndecodableError(f"the byte order mark says {encoding}, the bytes after it do not")
    return _decoded(reading, ("byte order mark",))


def _decoded(reading: _Reading, evidence: tuple[str, ...]) -> Decoded:
    if reading.lost:
        evidence = (*evidence, f"{reading.lost} undecodable places")
    return Decoded(reading.text, reading.encoding, evidence, bool(reading.lost))


def _readings(data: bytes) -> Iterator[_Reading]:
    """Every Chinese encoding the bytes may be in, with how plausible the text is."""
    for encoding in _CHINESE:
        if reading := _read(data, encoding):
            yield reading
    for encoding in _WIDE if len(data) > 1 else ():
        # Bytes of other encodings make rare ideographs when taken two by two; only good Chinese counts.
        if (reading := _read(data, encoding)) and reading.cost <= _PLAUSIBLE:
            yield reading


def _read(data: bytes, encoding: str) -> _Reading | None:
    try:
        text, lost = data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if len(text) < _LEAST or lost > max(1, _LOST_SHARE * len(text)):
            return None
    if _is_binary(text):
        return None
    cost = mean_rarity(text.replace("\ufffd", "")) + (_CLEARLY if lost else 0)
    return _Reading(text, encoding, lost, cost)


def _named(data: bytes, declared: str | None) -> tuple[list[str], tuple[str, ...]]:
    """The encodings declared outside and inside the text that this Python knows, and notes on those it
    does not."""
    inside = _DECLARED.search(data, 0, _HEAD)
    names = [declared] if declared else []
    names += [inside[1].decode("ascii")] if inside else []
    known, notes = [], []
    for name in names:
        try:
            label = codecs.lookup(name.strip()).name.replace("-", "_")
        except (LookupError, ValueError):
            notes.append(f"declared charset {name!r} is unknown")
            continue
        known.append(_LARGER.get(label, label.replace("_", "-") if label.startswith("utf") else label))
    return known, tuple(notes)


def _choose(readings: list[_Reading], named: list[str]) -> tuple[_Reading, str] | None:
    """The reading to take, with the reason, among those sorted by plausibility."""
    for reading in readings:
        if reading.encoding == "utf-8" and not reading.lost and not _is_chance(reading, readings):
            return reading, "valid UTF-8"
    good = [reading for reading in readings if reading.cost <= _PLAUSIBLE]
    if not good:
        clean = [reading for reading in readings if reading.encoding in named and not reading.lost]
        return (clean[0], f"declared {clean[0].encoding}, and clean in it") if clean else None
    for reading in good:
        if reading.encoding in named and reading.cost <= good[0].cost + _CLEARLY:
            return reading, f"declared {reading.encoding}, and good Chinese in it"
    costs = ", against ".join(f"{reading.encoding} {reading.cost:.1f}" for reading in readings)
    return good[0], f"plausible Chinese: {costs}"


def _is_chance(reading: _Reading, readings: list[_Reading]) -> bool:
    """Whether valid UTF-8 may be so by chance, as the GBK of 联通 once was: no ideograph in it, and good
    Chinese otherwise."""
    return reading.cost > _PLAUSIBLE and any(other.cost < reading.cost - 2 for other in readings)


def _advised(data: bytes, notes: tuple[str, ...]) -> Decoded:
    """What charset-normalizer makes of bytes that are not Chinese, if it makes Western words of them."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise UndecodableError(_describe(data)) from None
    best = from_bytes(data).best()
    text = str(best) if best else ""
    western = best is not None and best.encoding in _WESTERN and len(text) >= _LEAST
    if not best or not western or len(_LATIN.findall(text)) < 0.9 * len(text):
        raise UndecodableError(_describe(data))
    return Decoded(text, best.encoding, (*notes, "advice of charset-normalizer"), False)


def _describe(data: bytes) -> str:
    kind = "binary data, with NUL bytes" if b"\0" in data else "no Chinese in UTF-8, UTF-16, GB 18030 or Big5"
    return f"{kind}: {len(data)} bytes, beginning with {data[:16].hex(' ')}"
