"""Numerals alone: their values, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from courtnews.quantities.arithmetic import add, plain, scale
from courtnews.quantities.numerals import Malformed, Numeral, read_numeral

VALUES = [
    ("10", "10"), ("91.0", "91.0"), ("1,944,979.52万", "19449795200"), ("1.40亿", "140000000"),
    ("2.65432万", "26543.2"), ("0.5千", "500"), ("7百", "700"), ("十", "10"), ("十八", "18"), ("廿", "20"),
    ("廿二", "22"), ("卅", "30"), ("一百十五", "115"), ("一百零五", "105"), ("一百五", "150"),
    ("三千五", "3500"), ("一万二", "12000"), ("一万零二", "10002"), ("两千零一", "2001"),
    ("六○八○亿六○四五万", "608060450000"), ("一二五九万", "12590000"), ("九○万", "900000"),
    ("一亿二六九○万", "126900000"), ("3亿4518.5万", "345185000"), ("5亿3,456万7,890", "534567890"),
    ("二十点五", "20.5"), ("八点二五万", "82500"), ("一千二百三十四万五千六百七十八", "12345678"),
    ("万亿", "1000000000000"), ("百万", "1000000"), ("壹佰零贰", "102"), ("二百五十万零三百", "2500300"),
    ("1兆2000亿", "1200000000000"), ("七十一点五", "71.5"), ("三百二十一点五万", "3215000"),
]  # fmt: skip
PAIRS = [
    ("三四", 3, 4), ("三五", 3, 5), ("一两", 1, 2), ("三四百", 300, 400), ("五六十", 50, 60),
    ("十七八", 17, 18), ("二三十万", 200000, 300000), ("一百二三十", 120, 130), ("七八千", 7000, 8000),
    ("四五万", 40000, 50000),
]  # fmt: skip
MALFORMED = [
    "三百四千", "万一", "百十", "三三两两", "二十三十", "一百百", "十点二十", "1.5万3千", "百一", "亿二",
    "三十二百", "两两", "万千",
]  # fmt: skip
# (text, how much of it is the numeral)
ENDS = [
    ("12件", 2), ("2.45百分点", 4), ("3千克", 1), ("3千米", 1), ("3 千", 1), ("3 万", 3), ("3\n万", 3),
    ("3\n十、", 1), ("28\n万某", 2), ("273万12件", 4), ("1,2345", 1), ("12,345,67", 6), ("3万2.5", 2),
    ("三点要求", 1), ("8点", 1), ("1.2.3", 3), ("12 345件", 6), ("12 345表", 2), ("5\n3", 1), ("六五折", 2),
    ("3万分之", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: str) -> None:
    number = read_numeral(text, 0)
    assert isinstance(number, Numeral)
    assert (number.end, str(number.low), number.high) == (len(text), value, None)


@pytest.mark.parametrize(("text", "low", "high"), PAIRS)
def test_pair_is_two_values(text: str, low: int, high: int) -> None:
    number = read_numeral(text, 0)
    assert isinstance(number, Numeral)
    assert (number.low, number.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", MALFORMED)
def test_order_that_makes_no_number_is_malformed(text: str) -> None:
    assert isinstance(read_numeral(text, 0), Malformed)


@pytest.mark.parametrize(("text", "end"), ENDS)
def test_numeral_ends(text: str, end: int) -> None:
    number = read_numeral(text, 0)
    assert number is not None
    assert number.end == end


@pytest.mark.parametrize("text", ["", "件", "余", "点五", "几", "分之", ".5", ",5"])
def test_nothing_is_read_where_no_numeral_stands(text: str) -> None:
    assert read_numeral(text, 0) is None


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("12", ()),
        ("1.2万", ("scaled",)),
        ("十二", ("chinese",)),
        ("一○九", ("chinese", "serial")),
        ("百", ("chinese", "bare")),
        ("千万", ("chinese", "scaled", "bare")),
        ("6万5", ("scaled", "short")),
        ("三百五", ("chinese", "short")),
        ("一万零五", ("chinese", "scaled")),
    ],
)
def test_flags(text: str, flags: tuple[str, ...]) -> None:
    number = read_numeral(text, 0)
    assert number is not None
    assert (
        tuple(name for name in ("chinese", "scaled", "bare", "short", "serial") if getattr(number, name))
        == flags
    )


@pytest.mark.parametrize(
    ("text", "bound"),
    [("6千余万", "over"), ("300来万", "about"), ("十几万", "over"), ("三千多万", "over"), ("3万", "exact")],
)
def test_hedge_between_digits_and_multiplier(text: str, bound: str) -> None:
    number = read_numeral(text, 0)
    assert isinstance(number, Numeral)
    assert (number.end, number.bound) == (len(text), bound)


@pytest.mark.parametrize(
    ("value", "power", "result"),
    [
        ("2.36", -2, "0.0236"),
        ("8", 1, "80"),
        ("1.5", 4, "15000"),
        ("0.30", 1, "3.0"),
        ("5", -1, "0.5"),
        ("0", 3, "0"),
    ],
)
def test_scale_stays_plain(value: str, power: int, result: str) -> None:
    assert str(scale(Decimal(value), power)) == result


def test_plain_drops_only_used_up_decimals() -> None:
    assert [str(plain(14000, 2)), str(plain(1005, 2)), str(plain(7, 0)), str(plain(5, 3))] == [
        "140",
        "10.05",
        "7",
        "0.005",
    ]
    assert str(add(Decimal("12345678901234567890"), Decimal("0.5"))) == "12345678901234567890.5"
