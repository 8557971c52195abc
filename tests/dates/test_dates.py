"""Expressions of time: where they stand, and what they mean."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews import extract
from courtnews.dates import find_dates
from courtnews.interpret.periods.calendar import resolve
from courtnews.interpret.periods.context import Action, Context, Days, edtf
from courtnews.records import CaseCount
from courtnews.text.normalize import normalize

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
PIECES = [
    "2021年",
    "6月",
    "17日",
    "去年",
    "同期",
    "上半年",
    "一季度",
    "至",
    "-",
    "截至",
    "底",
    "以来",
    "今年",
]
PIECES += [
    "二〇二一年",
    "民国",
    "110年",
    "9时",
    "30分",
    ":",
    "全年",
    "五年来",
    "、",
    "3",
    "月",
    "日",
    "年",
    "执结",
    "\n",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join) | st.text(max_size=60)
CONTEXTS = st.builds(
    Context,
    now=st.none() | st.integers(1990, 2030),
    year=st.none() | st.integers(1990, 2030),
    published=st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    period=st.sampled_from([None, "2021", "2021/..", "2021-01/2021-06", "XXXX-12-09", "2018/2022"]),
    days=st.builds(Days, last=st.sampled_from([None, "2021-06-17"])),
    action=st.builds(Action, began=st.sampled_from([None, "2021-06-17", "XXXX-06"])),
)


def meant(text: str) -> list[list[str]]:
    context = Context(now=2021, year=2021, year_said=True, published=date(2021, 11, 3))
    return [[text[e.start : e.end], "" if e.clock else resolve(e, context) or ""] for e in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{group}-{text}")
        for group, cases in CASES.items()
        for text, expected in cases.items()
    ],
)
@pytest.mark.parametrize("context", ["{}", "执行干警于{},", "({})", "\n{}。"])
def test_expressions_are_found_and_understood(text: str, expected: list[list[str]], context: str) -> None:
    assert meant(context.format(text)) == expected


@given(TEXTS)
def test_spans_are_in_order_apart_and_not_empty(text: str) -> None:
    found = find_dates(text)
    assert all(0 <= expr.start < expr.end <= len(text) for expr in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS, CONTEXTS)
def test_whatever_is_resolved_is_a_period_of_the_records(text: str, context: Context) -> None:
    for expr in find_dates(text):
        period = resolve(expr, context)
        figure = CaseCount(id="f1", text="1件", start=0, end=2, metric="cases_closed", value=1, period=period)
        assert figure.period == period


def chinese(number: int) -> str:
    digits = "〇一二三四五六七八九十"
    if number <= 10:
        return digits[number]
    tens, ones = divmod(number, 10)
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def styles(day: date) -> list[str]:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    written = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
        day.isoformat(),
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
    ]
    if day.year - 1911 >= 10:
        written.append(f"民国{day.year - 1911}年{day.month}月{day.day}日")
    return written


@given(st.dates(date(1950, 1, 1), date(2059, 12, 31)))
def test_a_day_is_the_same_in_every_style(day: date) -> None:
    for text in styles(day):
        (expr,) = find_dates(text)
        assert (text[expr.start : expr.end], resolve(expr, Context())) == (text, day.isoformat())


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)))
def test_a_day_dates_a_figure_whatever_its_style(day: date) -> None:
    for text in styles(day):
        (figure,) = extract(f"{text},该院集中执行,拘留8人。").figures
        assert (figure.value, figure.period) == (8, day.isoformat()), text


@pytest.mark.parametrize("text", ["民國110年6月17日", "二〇二一年六月十七日", "２０２１年６月１７日"])
def test_other_scripts_and_widths_are_folded_before(text: str) -> None:
    assert meant(normalize(text).text)[0][1] == "2021-06-17"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((2021, None, None), "2021"),
        ((2021, 6, None), "2021-06"),
        ((2021, 6, 7), "2021-06-07"),
        ((None, 12, 9), "XXXX-12-09"),
        ((2022, None, 8), "2022-XX-08"),
        ((None, None, None), "XXXX"),
    ],
)
def test_parts_of_dates_are_written_as_edtf(parts: tuple[int | None, ...], text: str) -> None:
    assert edtf(*parts) == text


@pytest.mark.parametrize("text", ["2021年2月30日", "2021年4月31日", "2021-02-30"])
def test_a_day_that_no_calendar_has_is_no_period(text: str) -> None:
    assert not re.search("-(30|31)$", (meant(text) or [["", ""]])[0][1])


def test_a_republic_year_in_words_is_taken_whole() -> None:
    assert meant("民国一百一十三年") == [["民国一百一十三年", "2024"]]


def test_an_expression_ends_before_the_line_break() -> None:
    assert meant("2021年\n") == [["2021年", "2021"]]


def test_until_the_end_of_a_year_is_that_year() -> None:
    assert meant("截至2021年底")[0][1] in ("2021", "2021-01/2021-12")
