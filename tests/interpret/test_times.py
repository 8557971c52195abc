"""Times told and linked in any order: every period is one that EDTF (ISO 8601-2) knows."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from courtnews import extract

WORDS = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))
TIMES = st.sampled_from(WORDS["times"])
EDTF = re.compile(r"(?:\.\.|[0-9X]{4}(?:-[0-9X]{2}){0,2})(?:/(?:\.\.|[0-9X]{4}(?:-[0-9X]{2}){0,2}))?")


def days_of(text: str, published: str | None) -> list[list[str]]:
    """The whole days that each period of a text names; fails on one that EDTF or the calendar lacks."""
    found: list[list[str]] = []
    for figure in extract(text, published=published).all_figures:
        period = figure.period or "2021"
        assert EDTF.fullmatch(period)
        days = [part for part in period.split("/") if len(part) == len("2021-06-17") and "X" not in part]
        assert [date.fromisoformat(day).isoformat() for day in days] == days
        found.append(days)
    return found


@given(
    st.lists(st.tuples(TIMES, st.sampled_from(WORDS["happenings"])), max_size=6),
    st.sampled_from(("。", "，", "；", "。\n", "\n")),
    st.sampled_from((None, "2021-06-17", "2020-02-29", "2023-01-05")),
)
@settings(max_examples=600)
def test_times_may_be_told_in_any_order(
    told: list[tuple[str, str]], mark: str, published: str | None
) -> None:
    for days in days_of(mark.join(time + happening for time, happening in told), published):
        assert days == sorted(days)


@given(
    st.lists(st.tuples(TIMES, st.sampled_from(WORDS["links"])), max_size=8),
    st.sampled_from((None, "2021-06-17", "2020-02-29")),
)
@settings(max_examples=1500)
@example([("2021年以来", "、"), ("2022年以来", "共执结3件")], None)
@example([("2019年3月以来", "共执结3件。"), ("三天里", "拘留5人。")], None)
@example(
    [("6月17日", "拘留5人。"), ("12月20日收官", "与共执结3件"), ("7月25日打响,历时38天", "启动，")], None
)
def test_times_may_be_linked_in_any_way(told: list[tuple[str, str]], published: str | None) -> None:
    days_of("".join(time + link for time, link in told), published)
