"""The words of the calendar."""

from __future__ import annotations

CHINESE_DIGITS = "〇○零一二三四五六七八九十"
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "元": 1, "两": 2}
MONTH_OF_WORD = {"元": 1}

# Years said relative to the report, longest first: (distance in years, whether the whole year is meant).
RELATIVE_YEARS: dict[str, tuple[int, bool]] = {
    "去年全年": (-1, True),
    "上一年度": (-1, True),
    "年初以来": (0, False),
    "年初至今": (0, False),
    "今年": (0, False),
    "本年度": (0, False),
    "本年": (0, False),
    "去年": (-1, False),
    "上年度": (-1, True),
    "上一年": (-1, True),
    "上年": (-1, False),
    "前年": (-2, False),
    "明年": (1, False),
    "次年": (1, False),
    "同年": (0, False),
}
# Days said relative to the report.
RELATIVE_DAYS: dict[str, int] = {
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "当天": 0,
    "当日": 0,
    "前一天": -1,
    "前一日": -1,
    "前一晚": -1,
    "隔天": 1,
    "隔日": 1,
    "次日": 1,
    "翌日": 1,
    "第二天": 1,
}


def number_of(text: str) -> int:
    """The whole number written in Arabic or Chinese digits, positional (一一○) or by tens (十二, 廿二,
    一百一十三).

    >>> [number_of(t) for t in ("12", "一一○", "十二", "廿二", "三十一", "一百一十三")]
    [12, 110, 12, 22, 31, 113]
    """
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS.get(c, 0)) for c in text) or 0)
    total, digit = 0, None
    for char in text:
        if char == "百":
            total, digit = total + 100 * (1 if digit is None else digit), None
        elif char == "十":
            total, digit = total + 10 * (1 if digit is None else digit), None
        else:
            digit = _DIGITS.get(char, 0)
    return total + (digit or 0)
