"""Laws of the scan: exact offsets, exact numbers, no exception, no reach beyond a clause."""

from __future__ import annotations

import decimal
from dataclasses import astuple
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from courtnews.quantities import Quantity, Rejected, UnitClass, scan
from courtnews.quantities.numerals import NUMERAL_CHARS, Bound

NUMBERS = [
    "3", "12", "1,842", "219,977", "80.2", "2021", "0.5", "一", "两", "十", "三四", "百", "千", "万", "亿",
    "半", "几", "数", "廿", "○", "贰", "六○四五", "第", "百分之", "万分之", "12345678901234567890123",
    "首位", "二十", "零",
]  # fmt: skip
UNITS = [
    "件", "人", "人次", "名", "位", "元", "万元", "亿", "%", "个百分点", "个", "年", "月", "日", "天",
    "个月", "时", "分", "点", "倍", "成", "起", "案", "台", "部", "块", "路", "面", "头", "号", "条", "次",
    "项", "(次)", "km", "平方米", "个工作日", "级", "年度", "后",
]  # fmt: skip
WORDS = [
    "执结", "近", "约", "超过", "不到", "余", "多", "来", "左右", "以上", "以内", "至", "到", "-", "—", "~",
    ":", "：", ".", "·", "+", "×", "/", "和", "、", "，", "的", "前", "拘留", "警车", "案件", "被执行人",
    "新台币", "¥", "执", "A", "G", " ", "\u3000", "了", "上", "下", "同", "每", "有期徒刑", "会议", "人大",
    "电话",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(NUMBERS + UNITS + WORDS), max_size=14).map("".join)
QUOTED = st.lists(
    st.sampled_from([*NUMBERS, *UNITS, *WORDS, "“", "”", "《", "》", "。", "\n", "(", ")"]), max_size=30
).map("".join)
TEXTS = st.one_of(QUOTED, st.text(max_size=60))
NUMERALS = frozenset(NUMERAL_CHARS) | frozenset("123456789半首榜")
BOUNDARY = "。\n"


def _spans(text: str) -> list[tuple[int, int]]:
    quantities, rejected = scan(text)
    items: list[Quantity | Rejected] = [*quantities, *rejected]
    return sorted((item.start, item.end) for item in items)


@given(TEXTS)
@example("1" * 300)
@example("三" * 300)
@example("1万" * 300)
@example("1 111" * 100)
@example("\ud800３件²½Ⅻ")
@example("又一")
def test_spans_are_sorted_and_disjoint(text: str) -> None:
    quantities, rejected = scan(text)
    assert [q.start for q in quantities] == sorted(q.start for q in quantities)
    assert [r.start for r in rejected] == sorted(r.start for r in rejected)
    position = 0
    for start, end in _spans(text):
        assert position <= start < end <= len(text)
        position = end


@given(TEXTS)
def test_quantity_is_well_formed(text: str) -> None:
    for q in scan(text)[0]:
        written = text[q.start : q.end]
        assert NUMERALS.intersection(written), written
        assert q.start <= q.unit_start <= q.end
        assert q.unit_class in get_args(UnitClass)
        assert q.bound in get_args(Bound)
        assert (q.unit == "") == (q.unit_class == "none")
        assert q.ordinal == (q.unit_class == "rank")
        assert written == written.strip(), "no blank at either end"


@given(TEXTS)
def test_values_are_exact_and_plain(text: str) -> None:
    for q in scan(text)[0]:
        for value in (q.value, q.value_max):
            assert value is None or (type(value) is Decimal and value.is_finite() and "E" not in str(value))
        assert q.value_max is None or q.value < q.value_max


@given(QUOTED, st.integers(1, 4))
def test_callers_decimal_context_is_ignored(text: str, precision: int) -> None:
    plain = scan(text)
    with decimal.localcontext() as context:
        context.prec = precision
        context.traps[decimal.Inexact] = True
        assert scan(text) == plain


@given(PIECES, PIECES)
def test_clauses_do_not_touch(first: str, second: str) -> None:
    left, right = scan(first + BOUNDARY), scan(second)
    shift = len(first) + len(BOUNDARY)
    for part in right:
        for item in part:
            item.start, item.end = item.start + shift, item.end + shift
            if isinstance(item, Quantity):
                item.unit_start += shift
    assert scan(first + BOUNDARY + second) == (left[0] + right[0], left[1] + right[1])


@given(st.data())
def test_taken_spans_are_left_alone(data: st.DataObject) -> None:
    text = data.draw(QUOTED)
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    taken = list(zip(cuts[::2], cuts[1::2], strict=False))
    quantities, rejected = scan(text, taken)
    items: list[Quantity | Rejected] = [*quantities, *rejected]
    for item in items:
        for start, end in taken:
            titled = isinstance(item, Rejected) and item.reason == "title"
            assert titled or item.end <= start or end <= item.start, (text, item, taken)


@given(QUOTED)
@example("《3》3")
def test_everything_taken_leaves_nothing(text: str) -> None:
    assert scan(text, [(0, len(text))]) == ([], [])


@given(TEXTS)
def test_scan_is_repeatable(text: str) -> None:
    assert [astuple(q) for q in scan(text)[0]] == [astuple(q) for q in scan(text)[0]]


@pytest.mark.parametrize("text", ["7" * 200_000, "九" * 200_000, "1万" * 100_000, "万亿" * 100_000])
def test_overlong_numerals_are_refused_whole(text: str) -> None:
    quantities, rejected = scan(f"执结{text}件，拘留3人")
    assert [q.value for q in quantities] == [3]
    assert {r.reason for r in rejected} <= {"too_long", "not_a_number", "bare_multiplier", "no_unit"}


@pytest.mark.parametrize(
    "piece", ["1 111 ", "1,111,", "1-", "3至", "“三个", "第1", "百分之", "0379-", "《3", "1.1.", "（1"]
)
def test_long_repetitions_come_back(piece: str) -> None:
    text = piece * 20_000 + "。执结12件"
    assert [text[q.start : q.end] for q in scan(text)[0]][-1] == "12件"
