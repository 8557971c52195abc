"""Numerals: Arabic, Chinese and mixed, read as exact decimals.

Nothing here knows units. Integers carry every calculation, with the number of decimal places kept beside
them, so neither a float nor the caller's decimal context can touch a value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from courtnews.quantities.arithmetic import plain, shift

Bound = Literal["exact", "over", "under", "about"]

DIGIT_OF: Final[dict[str, int]] = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    **{char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "○": 0,  # Taiwan papers print the circle U+25CB for zero
    "两": 2,
}
POWER_OF: Final[dict[str, int]] = {
    **{"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3},
    **{"万": 4, "亿": 8, "兆": 12},
}
FINANCIAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""The forgery-proof digits. Alone they are ordinary characters (队伍, 大陆, 收拾), so one is no numeral."""
INNER_BOUND: Final[dict[str, Bound]] = {
    "余": "over",
    "多": "over",
    "几": "over",
    "来": "about",
    "许": "about",
}
NUMERAL_CHARS: Final = "0-9〇○零一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
MAX_DIGITS: Final = 20
MAX_LENGTH: Final = 40

_SPACE: Final = r"[ \t\r\n\u3000\xa0]{0,3}"
# Commas part thousands, in yearbooks spaces do, where a unit stands behind all (boundedly many) groups.
_COUNTERS: Final = "件起宗案人名万亿元余多条份辆户次套处间台笔家例批个只栋幢幅艘张部块场篇项封位组支本亩."
_ARABIC: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    rf"|[0-9]{{1,3}}(?:[ \xa0][0-9]{{3}}){{1,4}}(?=[ \xa0]?[{_COUNTERS}])"
    r"|[0-9]+)(?:\.[0-9]+)?"
)
_GROUPING: Final = str.maketrans("", "", ", \xa0")
# A full stop is the point only where the unit shows it: 十．四五％.
_POINT: Final = "(?:点[〇○零一二三四五六七八九]+|[.][〇○零一二三四五六七八九]+(?=[%％倍万亿]|个百分))"
_WIDE_POINT: Final = re.compile("(?<=[〇○零一二三四五六七八九十])[.](?=[〇○零一二三四五六七八九])")
_CHINESE: Final = rf"[〇○零一二两三四五六七八九壹贰叁肆伍陆柒捌玖廿卅]+(?:{_POINT})?"
# 百分点, 千克 and 万分之 begin like multipliers. A line break may part a number from 万 or 亿, not from 十,
# which may head the next line (十、…); there a surname 万 (万某) is no multiplier.
_STEP: Final = (
    r"(?:[余多来几]?(?:[十拾佰仟]|百(?!分[之点])|千(?!分[之点]|[克米瓦升]))"
    rf"|{_SPACE}[余多来几]?{_SPACE}(?:万(?!分之|某)|[亿兆]))"
)
# After 万 an Arabic number goes on only before a further multiplier (3亿4518.5万), as a full remainder
# (3万500, 5万7,890) or as the colloquial digit (6万5): 273万12件 are two numbers.
_REST: Final = (
    rf"(?:[0-9]{{1,3}}(?:[0-9]|,[0-9]{{3}}(?![0-9]))?(?:\.[0-9]+)?(?={_STEP})"
    rf"|[0-9]{{1,3}},[0-9]{{3}}(?![0-9,])|[0-9]{{3,4}}(?![0-9,.%])|[0-9](?![0-9,.%])|{_CHINESE}|{_POINT})"
)
_NUMERAL: Final = re.compile(rf"({_ARABIC})?(?(1)|(?:{_CHINESE})?)((?:{_STEP}(?:{_REST})?){{0,12}})")
# Most numbers are digits that nothing goes on behind, or one Chinese digit, which is quickly seen.
_PLAIN: Final = re.compile(
    r"(?:[0-9]{1,9}+(?:\.[0-9]{1,9}+)?+|[一二两三四五六七八九十])"
    rf"(?![{NUMERAL_CHARS},. \t\r\n\u3000\xa0余多来几点])"
)
ONE_DIGIT: Final = {char: Decimal(DIGIT_OF.get(char, 10)) for char in "一二两三四五六七八九十"}
_RUN_ON: Final = re.compile(rf"[{NUMERAL_CHARS}]*")
_TOKEN: Final = re.compile(rf"{_ARABIC}|{_CHINESE}|{_POINT}|[十百千拾佰仟万亿兆余多来几]")
_SIMPLE_STEPS: Final[dict[str, int]] = {
    **{"万": 4, "亿": 8, "万亿": 12, "百万": 6, "千万": 7},
    **{"十": 1, "百": 2, "千": 3},
}


class Numeral(NamedTuple):
    """A numeral read from a text.

    `end` is where it ends (half-open); `low` its value, `high` the upper value of an approximate pair
    (三四百), else None; `chinese` whether it is written without Arabic digits; `scaled` whether it has 万 or
    more; `bare` whether it is a multiplier with nothing before it (百, 千万); `short` whether its last digit
    is colloquial (6万5); `serial` whether it is written digit by digit (一○九); `bound` what 余, 多, 来 or
    几 inside it says.
    """

    end: int
    low: Decimal
    high: Decimal | None = None
    chinese: bool = False
    scaled: bool = False
    bare: bool = False
    short: bool = False
    serial: bool = False
    bound: Bound = "exact"

    @property
    def loose(self) -> int:
        """How far words may hedge it that hedge no plain number, as `find_bound_before` takes it."""
        return 1 if self.bare else 2 if self.scaled else 0


class Malformed(NamedTuple):
    """Characters that look like a numeral but are none, with a reason: `too_long` or `not_a_number`."""

    end: int
    reason: str


def read_numeral(text: str, start: int) -> Numeral | Malformed | None:
    """Read the longest numeral at `start`; None if there is none.

    >>> read_numeral("六千一百零二万二千五百二十九元", 0).low
    Decimal('61022529')
    >>> read_numeral("3亿4518万元", 0).low
    Decimal('345180000')
    """
    match = _PLAIN.match(text, start)
    if match is not None:
        one = ONE_DIGIT.get(match[0])
        return Numeral(match.end(), one or Decimal(match[0]), None, one is not None)
    if (match := _NUMERAL.match(text, start)) is None:
        return None
    if (end := match.end()) == start:
        return None
    if end - start > MAX_DIGITS and _is_too_long(text, start, end):
        run_on = _RUN_ON.match(text, end)
        return Malformed(run_on.end() if run_on else end, "too_long")
    arabic, steps = match.groups()
    if arabic is not None:
        arabic = arabic.translate(_GROUPING)
        if not steps:
            return Numeral(end, Decimal(arabic))
        if (power := _SIMPLE_STEPS.get(steps)) is not None:
            return Numeral(end, shift(arabic, power), None, False, power > 3)
    run = text[start:end]
    number = _read_run(_WIDE_POINT.sub("点", run) if "." in run else run)
    return Malformed(end, "not_a_number") if number is None else Numeral(end, *number[1:])


def _is_too_long(text: str, start: int, end: int) -> bool:
    digits = sum(char <= "9" or char in DIGIT_OF for char in text[start:end])
    goes_on = text[end : end + 1] in POWER_OF or text[end : end + 1] in DIGIT_OF
    return goes_on or end - start > MAX_LENGTH or digits > MAX_DIGITS


@lru_cache(maxsize=4096)
def _read_run(run: str) -> Numeral | None:
    """The numeral that is the whole of `run`, its `end` meaningless; None if it makes no number."""
    tokens = _TOKEN.findall(run.replace("廿", "二十").replace("卅", "三十"))
    bound: Bound = "exact"
    for token in tokens:
        bound = INNER_BOUND.get(token, bound)
    tokens = [token for token in tokens if token not in INNER_BOUND]
    pair = _find_pair(tokens)
    low = _evaluate(tokens, pair, 0)
    if low is None:
        return None
    single = len(tokens) == 1
    return Numeral(
        end=0,
        low=low,
        high=_evaluate(tokens, pair, 1) if pair is not None else None,
        chinese=not any(token[0] <= "9" for token in tokens),
        scaled=any(char in "万亿兆" for char in run),
        bare=tokens[0] in "百千佰仟万亿兆",
        short=_is_short(tokens),
        serial=single and pair is None and len(tokens[0]) > 1 and "点" not in tokens[0],
        bound=bound,
    )


def _is_short(tokens: list[str]) -> bool:
    """Whether the last digit counts tenths of the multiplier right before it (三百五, 6万5)."""
    return (
        len(tokens) > 2
        and len(tokens[-1]) == 1
        and tokens[-1] not in POWER_OF
        and tokens[-2] in "百千佰仟万亿"
    )


def _find_pair(tokens: list[str]) -> int | None:
    """Index of the token that is an approximate pair of digits (三四百, 五六十, 三五件), if there is one."""
    for index, token in enumerate(tokens):
        if len(token) == 2 and token[0] in DIGIT_OF and token[1] in DIGIT_OF:
            first, second = DIGIT_OF[token[0]], DIGIT_OF[token[1]]
            if first and (second == first + 1 or token == "三五"):
                return index
    return None


def _value_of(token: str, is_pair: bool, side: int) -> tuple[int, int] | None:
    """(integer, decimal places) of a token without multipliers; None for 三三两两 and the like."""
    if token[0] <= "9":
        whole, _, decimals = token.translate(_GROUPING).partition(".")
        return int(whole + decimals), len(decimals)
    if is_pair:
        return DIGIT_OF[token[side]], 0
    whole, _, decimals = token.partition("点")
    if "两" in whole and len(token) > 1:
        return None
    return int("".join(str(DIGIT_OF[char]) for char in whole + decimals)), len(decimals)


def _evaluate(tokens: list[str], pair: int | None, side: int) -> Decimal | None:
    """The value of digits and multipliers; None where they make no number (三百四千, 万一, 百十)."""
    total = block = section = places = 0
    current: int | None = None
    last = big = 99  # the multipliers before: in the section, and of 亿 and 兆
    for index, token in enumerate(tokens):
        power = POWER_OF.get(token)
        if power is None:
            value = _value_of(token, index == pair, side)
            if value is None or places or not _may_follow(tokens, index, pair):
                return None
            current, places = value  # only the last number may have decimals: all before goes to their scale
            total, block, section = (part * 10**places for part in (total, block, section))
        elif power < 4:
            orphan = current is None and index and (power > 1 or (last < 4 and index == 1))
            if power >= last or orphan or (places and power == 1):
                return None
            section += (1 if current is None else current) * 10**power
            current, last = None, power
        else:
            amount = block + section + (current or 0) or int(not index)
            if not amount or power >= big or (power == 4 and block):
                return None
            if power == 4:
                block = amount * 10**4
            else:
                total, block, big = total + amount * 10**power, 0, power
            section, current, last = 0, None, 99
    rest = (current or 0) * (10 ** (POWER_OF[tokens[-2]] - 1) if _is_short(tokens) else 1)
    return plain(total + block + section + rest, places)


def _may_follow(tokens: list[str], index: int, pair: int | None) -> bool:
    """Whether a number may follow the multiplier before it: no 百三 after a bare 百, no 三十二五."""
    if index == 0:
        return True
    before, token = tokens[index - 1], tokens[index]
    if before not in POWER_OF or (index == 1 and before in "百千佰仟万亿兆"):
        return False
    single = len(token.partition("点")[0]) == 1  # 七十一点五
    return before in "万亿兆" or single or index == pair or token[0] in "〇○零点" or token[0] <= "9"
