"""Whatever number is spelled in whatever style, the scanner reads that number back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.quantities import scan
from quantities import spelling

INTEGERS = st.one_of(st.integers(1, 120), st.integers(1, 10**6), st.integers(1, 10**12 - 1))
UNITS = st.sampled_from(
    [("件", "件"), ("人", "人"), ("元", "元"), ("名", "人"), ("次", "次"), ("户", "户"), ("人次", "人次")]
)
ENDS = st.sampled_from(["", "。", "，其中", "\n", "、"])
STARTS = st.sampled_from(["", "共", "：", "\n", "执结"])
DECIMALS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2)


def _groups(number: int) -> list[int]:
    return [number // 10**8, number // 10**4 % 10**4, number % 10**4]


def _mixed(number: int) -> bool:
    """Whether 万 and 亿 leave a last group that is not taken for the colloquial 6万5 or 6万50."""
    high, middle, low = _groups(number)
    return low == 0 or low >= 100 or not (high or middle)


def _serial(number: int) -> bool:
    """Whether no group of digits is a pair that means 三四 or a single digit behind 万."""
    texts = [str(group) for group in _groups(number) if group]
    pairs = any(len(t) == 2 and t != "10" and (int(t[1]) == int(t[0]) + 1 or t == "35") for t in texts)
    return not pairs and not (len(texts) > 1 and _groups(number)[2] in range(1, 10))


def _financial(number: int) -> bool:
    return number >= 10  # a single financial digit is an ordinary character


STYLES: list[tuple[Callable[[int], str], Callable[[int], bool]]] = [
    (str, lambda number: True),
    (spelling.spell_separated, lambda number: True),
    (spelling.spell_chinese, lambda number: True),
    (spelling.spell_financial, _financial),
    (spelling.spell_serial, _serial),
    (spelling.spell_mixed, _mixed),
    (lambda number: spelling.spell_scaled(number, 4, "万"), lambda number: True),
    (lambda number: spelling.spell_scaled(number, 8, "亿"), lambda number: True),
]


@pytest.mark.parametrize(("spell", "fits"), STYLES, ids=[str(index) for index in range(len(STYLES))])
@given(data=st.data(), unit=UNITS, left=STARTS, right=ENDS)
def test_integer_comes_back(
    spell: Callable[[int], str],
    fits: Callable[[int], bool],
    data: st.DataObject,
    unit: tuple[str, str],
    left: str,
    right: str,
) -> None:
    number = data.draw(INTEGERS.filter(fits))
    written = spell(number) + unit[0]
    quantities, rejected = scan(left + written + right)
    assert rejected == []
    assert [(q.start, q.end, q.value, q.unit) for q in quantities] == [
        (len(left), len(left) + len(written), Decimal(number), unit[1])
    ]
    assert quantities[0].bound == "exact"
    assert quantities[0].value_max is None


@given(
    number=st.integers(1, 9999),
    multiplier=st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12)]),
    space=st.booleans(),
)
def test_multiplier_multiplies(number: int, multiplier: tuple[str, int], space: bool) -> None:
    quantities, _ = scan(f"{number}{' ' * space}{multiplier[0]}元")
    assert [q.value for q in quantities] == [Decimal(number * 10 ** multiplier[1])]


@given(
    number=DECIMALS,
    unit=st.sampled_from([("%", "%"), ("个百分点", "pp"), ("倍", "x"), ("元", "元"), ("天", "天")]),
)
def test_decimal_comes_back_as_written(number: Decimal, unit: tuple[str, str]) -> None:
    quantities, _ = scan(f"达{number:f}{unit[0]}。")
    assert [(str(q.value), q.unit) for q in quantities] == [(f"{number:f}", unit[1])]


@given(number=DECIMALS, style=st.sampled_from(["{}%", "百分之{}"]))
def test_percent_has_two_forms(number: Decimal, style: str) -> None:
    quantities, _ = scan(style.format(f"{number:f}"))
    assert [(q.value, q.unit) for q in quantities] == [(number, "%")]


@given(low=st.integers(1, 500), more=st.integers(1, 500), join=st.sampled_from("至到-~—"), unit=UNITS)
def test_range_keeps_both_ends(low: int, more: int, join: str, unit: tuple[str, str]) -> None:
    high = low + more
    for text in (f"{low}{join}{high}{unit[0]}", f"{low}{unit[0]}{join}{high}{unit[0]}"):
        quantities, _ = scan(text)
        assert [(q.start, q.end, q.value, q.value_max, q.unit) for q in quantities] == [
            (0, len(text), Decimal(low), Decimal(high), unit[1])
        ]


@given(low=st.integers(2, 500), less=st.integers(1, 499), unit=UNITS)
def test_descending_pair_is_no_range(low: int, less: int, unit: tuple[str, str]) -> None:
    high = low + less
    quantities, _ = scan(f"{high}{unit[0]}到{low}{unit[0]}")
    assert [(q.value, q.value_max) for q in quantities] == [(Decimal(high), None), (Decimal(low), None)]


@given(
    number=st.integers(1, 10**6),
    word=st.sampled_from([("近", "under"), ("超", "over"), ("约", "about"), ("共", "exact")]),
)
def test_hedge_stays_outside(number: int, word: tuple[str, str]) -> None:
    text = f"执结{word[0]}{number}件。"
    quantities, _ = scan(text)
    assert [(text[q.start : q.end], q.bound) for q in quantities] == [(f"{number}件", word[1])]
