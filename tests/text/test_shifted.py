"""Glosses put between bytes: what comes back, and above all that no number comes back wrong and unmarked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.text.normalize import normalize
from courtnews.text.repair.base import LOST
from courtnews.text.repair.shifted import realign_shifted
from courtnews.text.script import fold
from text.garbling import shift, traditional

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
# Words in which a gloss falls between two characters, as it happens, and others around them.
BREAKING = ["每个", "日报", "谈论", "奖章", "收场", "闻讯", "十数个", "麦收", "顺水", "竞价", "豆浆", "驶入"]
AROUND = ["法院", "执结", "案件", "到位", "万元", "，", "。", "“", "”", ",", "(含", "APP", "三十人", "\n"]
NUMBERS = ["12", "3", "98.6%", "1,234件", "2023年", "5.2万", "326", "%", "7"]
TEXTS = st.lists(st.sampled_from(BREAKING * 2 + AROUND + NUMBERS * 2), max_size=40).map("".join)


def _sound(text: str) -> list[str]:
    """The numbers that carry no mark of damage, in the order of the text."""
    result = normalize(text)
    spans = [(damage.start, damage.end) for damage in result.damage]
    return [
        match[0]
        for match in NUMBER.finditer(result.text)
        if not any(start < match.end() and match.start() < end for start, end in spans)
    ]


def _is_part(numbers: list[str], source: list[str]) -> bool:
    rest = iter(source)
    return all(number in rest for number in numbers)


@given(TEXTS)
def test_no_number_comes_back_wrong_and_unmarked(text):
    source = traditional(text)
    assert _is_part(_sound(shift(source)), NUMBER.findall(fold(source)))


@given(TEXTS)
def test_text_that_was_not_shifted_comes_back_whole(text):
    source = traditional(text)
    if "?" not in shift(source):
        assert normalize(shift(source)).text == normalize(source).text


@given(TEXTS, st.sampled_from(["", "（", "报", "？"]))
def test_spans_stay_true(text, end):
    raw = shift(traditional(text + end))
    result = normalize(raw)
    for position, char in enumerate(result.text):
        if char.isascii() and char.isdigit():
            start, stop = result.alignment.to_raw(position, position + 1)
            assert raw[start:stop] == char


SENTENCES = [
    ("闻讯赶来的被执行人当场交出现金5.2万元。", None),
    ("麦收时节，法院执结涉农案件38件，到位金额120万元。", None),
    ("竞价17轮后，房屋以86万元成交，溢价率达19.4%。", None),
    ("执行现场千变万化，全队连续奋战20多个小时。", None),
    ("获奖者中有执行员4名。", None),
    ("在驿站门口拦下驶入车库的轿车2辆，扣押现金12,345元。", None),
    ("记者从法院日报获悉,2023年,该院受理案件8531件,结案率94.01%,同比上升2.6%。", None),
    ("双方谈论到深夜11点，首期付款4万元。", "双方谈论到深�1点，首期付款4万元。"),
    ("顺水推舟促成和解，履行率由53.2%升到71.9%。", "顺��舟促成和解��行率�3.2%升到71.9%。"),
]


@pytest.mark.parametrize(("text", "repaired"), SENTENCES)
def test_sentences_come_back(text, repaired):
    raw = shift(traditional(text))
    assert "?" in raw
    assert normalize(raw).text == (repaired or text)


@pytest.mark.parametrize(
    "text",
    [
        "为什么不执行?zhí行",
        "结果如何?（执行）",
        "怎么回事?法官说，执(zhí)行",
        "?",
        "?zhí",
        "拘留了几人?三人。",
    ],
)
def test_question_marks_are_no_shift(text):
    assert realign_shifted(text) == []


def test_a_digit_is_never_made():
    """What the `?` swallowed may be any digit: the text is the same for all, so the number is unknown."""
    raws = {shift(traditional(f"双方谈论到深夜{digit}8点")) for digit in range(10)}
    assert len(raws) == 1
    result = normalize(raws.pop())
    assert LOST + "8" in result.text
    assert [result.text[damage.start : damage.end] for damage in result.damage] == [LOST + "8"]


def test_an_unknown_gloss_costs_one_character_only():
    # 每個 broken by a syllable that no known character has
    raw = shift(traditional("闻讯赶来")).replace("dòng", "dén")
    assert normalize(raw).text == f"闻{LOST}赶来"


def test_bytes_of_no_character_are_lost():
    """是 ends in the byte that 乾 begins with, and what 乾 ends in begins no character with the rest."""
    assert normalize("是?gān)法?12件").text == f"是{LOST}{LOST}12件"


def test_what_cannot_be_read_is_marked_whole():
    raw = "受理12件?zhí)樗麖牡椒ㄔ鹤樗麖3件"
    result = normalize(raw)
    assert result.damage
    assert _sound(raw) == []


@pytest.mark.parametrize("words", ["谈论方案", "谈论措施", "谈论房屋"])
def test_the_last_character_of_a_word_comes_back_where_no_digit_can_be_lost(words):
    """Before full-width punctuation a mark has swallowed nothing but the second half of the character."""
    shifted = shift(traditional(words))
    assert shifted.endswith("?")
    result = normalize(shifted + "、次日")
    assert result.text == words + "、次日"
    assert result.damage == ()
    assert LOST in normalize(shifted + "5日").text


def test_a_last_character_that_many_words_could_end_in_stays_lost():
    assert normalize(shift(traditional("谈论工作")) + "、次日").text == f"谈论工{LOST}、次日"
