"""Damage done on purpose, as pages do it: pinyin after characters, or after bytes wherever they fall."""

from __future__ import annotations

from functools import cache

import opencc

_GLOSSED = (
    "執zhí 結jié 發fā 標biāo 當dāng 數shù 實shí 項xiàng 機jī 動dòng 個gè 萬wàn 億yì 達dá 們men 處chù "
    "請qǐng 總zǒng 長zhǎng 內nèi 側cè 據jù 圖tú 務wù 場chǎng 報bào 會huì 說shuō 線xiàn 導dǎo 對duì 進jìn "
    "監jiān 準zhǔn 檢jiǎn 幫bāng 財cái 員yuán"
)


@cache
def glosses() -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in _GLOSSED.split()}


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def traditional(text: str) -> str:
    return str(_traditional().convert(text))


def gloss(text: str) -> str:
    """Every known character followed by its pinyin."""
    return "".join(f"{char}({glosses()[char]})" if char in glosses() else char for char in text)


def shift(text: str) -> str:
    """The same on the bytes of GBK, not looking where characters begin, then read two bytes at a time."""
    codes = {char.encode("gbk"): f"({pinyin})".encode("gbk") for char, pinyin in glosses().items()}
    data, made, position = text.encode("gbk", "replace"), bytearray(), 0
    while position < len(data):
        pair = data[position : position + 2]
        step = 2 if pair in codes else 1
        made += pair[:step] + codes.get(pair, b"")
        position += step
    return _read(bytes(made))


def _read(data: bytes) -> str:
    chars, position = [], 0
    while position < len(data):
        size = 1 if data[position] < 0x80 else 2
        try:
            chars.append(data[position : position + size].decode("gbk"))
        except UnicodeDecodeError:
            chars.append("?")
        position += size
    return "".join(chars)
