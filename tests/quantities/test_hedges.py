"""What the words around a number say of it."""

from __future__ import annotations

import pytest

from courtnews.quantities import scan

BEFORE = [
    ("近", "under"), ("将近", "under"), ("接近", "under"), ("不到", "under"), ("不足", "under"),
    ("不超过", "under"), ("至多", "under"), ("低于", "under"), ("超", "over"), ("超过", "over"),
    ("逾", "over"), ("突破", "over"), ("至少", "over"), ("不少于", "over"), ("不低于", "over"),
    ("多于", "over"), ("约", "about"), ("大约", "about"), ("大概", "about"), ("约为", "about"),
    ("估计", "about"), ("达", "exact"), ("高达", "exact"), ("多达", "exact"), ("共", "exact"),
    ("为", "exact"), ("", "exact"),
]  # fmt: skip
FILLERS = ["", "了", "到", "达", " ", "有", "\u3000"]
AFTER = [
    ("左右", "about"), ("上下", "about"), ("以上", "over"), ("以内", "under"), ("以下", "exact"),
    ("", "exact"), ("大关", "over"), ("内", "exact"),
]  # fmt: skip
SPOILED = [
    "节约30件", "最近30件", "附近30户", "预约30人", "违约30件", "找不到30人", "经过30天", "通过30件",
    "反超30件", "公约30条", "数量最多30件", "网上百件", "以上30件", "签约30人", "超越30件", "不难过30人",
    "远近30户",
]  # fmt: skip
DISTANT = [
    ("约占全国法院的88.5%", "about"), ("超过2015年的3倍", "over"), ("不到去年同期的80%", "under"),
    ("占全国法院的88.5%", "exact"), ("约占四成，全国法院的88.5%", "exact"), ("超过上年的12件", "exact"),
]  # fmt: skip
LOOSE = [
    ("上百件", "over"), ("过百件", "over"), ("上千万元", "over"), ("过10万件", "over"), ("过亿元", "over"),
    ("过12件", "exact"), ("上12件", "exact"),
]  # fmt: skip
PRECEDENCE = [("近30余件", "over"), ("约30件以上", "over"), ("超过30件左右", "about"), ("近三成多", "over")]


def _bounds(text: str) -> list[str]:
    return [q.bound for q in scan(text)[0]]


@pytest.mark.parametrize(("word", "bound"), BEFORE)
@pytest.mark.parametrize(
    "number", ["30件", "1.2万元", "三百人", "80.2%", "2.1个百分点", "百分之三十", "3至5件", "六成"]
)
def test_hedge_before(word: str, bound: str, number: str) -> None:
    text = f"结案{word}{number}。"
    quantities, _ = scan(text)
    assert [(text[q.start : q.end], q.bound) for q in quantities] == [(number, bound)]


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("word", ["超过", "突破", "接近"])
def test_little_may_stand_between(word: str, filler: str) -> None:
    assert _bounds(f"结案{word}{filler}10万件") == [dict(BEFORE)[word]]


@pytest.mark.parametrize(("word", "bound"), AFTER)
@pytest.mark.parametrize("number", ["30件", "1.2万元", "三百人", "80.2%", "30天"])
def test_hedge_behind(word: str, bound: str, number: str) -> None:
    text = f"结案{number}{word}，"
    quantities, _ = scan(text)
    assert [(text[q.start : q.end], q.bound) for q in quantities] == [(number, bound)]


@pytest.mark.parametrize("text", SPOILED)
def test_part_of_a_word_is_no_hedge(text: str) -> None:
    assert [bound for bound in _bounds(text) if bound != "exact"] == []


@pytest.mark.parametrize(("text", "bound"), [*DISTANT, *LOOSE, *PRECEDENCE], ids=lambda value: value)
def test_bound_of_the_last_number(text: str, bound: str) -> None:
    assert _bounds(text)[-1] == bound
