"""The two bytes of a character in GBK, user-defined ones included, and the character of two bytes."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=32768)
def bytes_of(char: str) -> tuple[int, ...]:
    """One byte for ASCII, two for a character of GBK, none for any other.

    >>> [hex(byte) for byte in bytes_of("總")]
    ['0xbf', '0x82']
    """
    code = tuple(char.encode("gb18030", "ignore"))
    return code if len(code) <= 2 else ()


@lru_cache(maxsize=32768)
def character(code: tuple[int, ...]) -> str:
    """The character of two bytes, or an empty string.

    >>> character((0xC8, 0xCB)), character((0xC8, 0x28))
    ('人', '')
    """
    char = bytes(code).decode("gbk", "ignore")
    return char if len(char) == 1 and char >= "\x80" else ""
