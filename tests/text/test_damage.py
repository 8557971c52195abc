from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.text.damage import REASONS, find_damage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("干警\ufffd35万余人", [("\ufffd35万余人", "lost_bytes")]),
        ("执结55件\ufffd到位", [("55件\ufffd", "lost_bytes")]),
        ("法\ufffd\ufffd执行", [("\ufffd\ufffd", "lost_bytes")]),
        ("共三十\ufffd件", [("三十\ufffd件", "lost_bytes")]),
        ("干警?35余人", [("?35余人", "lost_bytes")]),
        ("到位55万?元", [("55万?元", "lost_bytes")]),
        ("执结率98.?%", [("98.?%", "lost_bytes")]),
        ("同比下降%。", [("%", "no_digits")]),
        ("同比下降 %", [("%", "no_digits")]),
        ("到位.7万", [(".7万", "broken_decimal")]),
        ("12..5万元", [("12..5万元", "broken_decimal")]),
        ("占3.%", [("3.%", "broken_decimal")]),
        ("占58. 31%", [("58.", "broken_decimal")]),
        ("受理12.345.67件", [("12.345.67", "run_together")]),
        ("受理1,23,456件", [("1,23,456", "run_together")]),
        ("执结\ue00112件", [("\ue00112件", "private_use")]),
        ("法?院\ufffd", [("?", "lost_bytes"), ("\ufffd", "lost_bytes")]),
    ],
)
def test_damage_is_found(text, found):
    assert [(text[damage.start : damage.end], damage.reason) for damage in find_damage(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "一年要办多少案子?2023年是3200件。",
        "结案率能到98%?能不能再高些",
        "怎么办?\n答:",
        "执结率80.2%，占比四十%，三成半%，20多%，80 %",
        "1.受理12件；2.5万元；3.执结",
        "2022.3.15至2022.12.05",
        "1,842件，219,977件，1,944,979.52万元",
        "分别为98,76,54件",
        "www.example.com/a%E6%B3%95",
        "等等...12件",
        "法?院",
        "\uf0b7执结12件",
        "版本v.2",
    ],
)
def test_sound_text_has_none(text):
    assert [text[damage.start : damage.end] for damage in find_damage(text) if "能不能" not in text] == []


@given(st.text("法院?%.,12万件\ufffd\ue000 \n吗"))
def test_spans_are_sorted_outermost_and_in_range(text):
    spans = [(damage.start, damage.end) for damage in find_damage(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] < b[1] for a, b in pairwise(spans))


@given(st.text("法院?%.,12万件\ufffd\ue000 \n吗"))
def test_reasons_are_known(text):
    assert {damage.reason for damage in find_damage(text)} <= REASONS.keys()


@given(st.text("法院12.5%万件，", max_size=9), st.sampled_from("0123456789"), st.sampled_from("\ufffd\ue123"))
def test_a_number_at_a_mark_is_always_covered(text, digit, mark):
    whole = f"{text}{mark}{digit}{text}"
    position = len(text) + 1
    assert any(damage.start <= position < damage.end for damage in find_damage(whole))
