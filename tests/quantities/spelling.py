"""Spell integers as the press does, in Arabic, mixed and Chinese digits: the inverse of the scanner."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
SERIAL = str.maketrans("0123456789", "○一二三四五六七八九")


def spell_section(number: int) -> str:
    """A number from 1 to 9999, without 零 at its front."""
    result, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            result += ("零" if gap and result else "") + DIGITS[digit] + unit
        gap = not digit
    return result


def spell_chinese(number: int) -> str:
    """The standard Chinese spelling of a number from 1 to 10**12 - 1: 一亿零三万零五."""
    result = ""
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // power % 10**4
        if section:
            result += ("零" if result and section < 1000 else "") + spell_section(section) + unit
    return result


def spell_financial(number: int) -> str:
    """The forgery-proof spelling: 壹佰零叁."""
    return spell_chinese(number).translate(FINANCIAL)


def spell_serial(number: int) -> str:
    """Digit by digit, as Taiwan papers print, with 万 and 亿 between: 一○九, 六○八○亿六○四五万."""
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    return "".join(str(group).translate(SERIAL) + unit for group, unit in groups if group)


def spell_separated(number: int) -> str:
    """With thousands separators: 1,842."""
    return f"{number:,}"


def spell_scaled(number: int, power: int, unit: str) -> str:
    """As a decimal of 万 or 亿, with as many places as it needs: 1.2万."""
    whole, rest = divmod(number, 10**power)
    decimals = str(rest).zfill(power).rstrip("0")
    return f"{whole}.{decimals}{unit}" if decimals else f"{whole}{unit}"


def spell_mixed(number: int) -> str:
    """Arabic digits with 亿 and 万 between: 3亿4518万2000. The last group must be 0 or at least 100."""
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    return "".join(f"{group}{unit}" for group, unit in groups if group)
