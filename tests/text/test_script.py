from __future__ import annotations

import re
from importlib import resources

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.text import script
from courtnews.text.script import fold, fold_commas, signs, simple_form
from text.garbling import traditional

ENCODABLE = st.text(st.characters(exclude_categories=["Cs"]))


@given(ENCODABLE)
def test_length_never_changes(text):
    assert len(fold(text)) == len(text)


@given(ENCODABLE)
def test_a_text_without_signs_is_not_changed(text):
    if not re.search(f"[{signs()}]", text):
        assert fold(text) == fold_commas(text)


def test_every_character_that_changes_is_a_sign():
    sign = re.compile(f"[{signs()}]")
    characters = map(chr, [*range(0x2000, 0xA000), *range(0xF900, 0x10000)])
    missed = [char for char in characters if fold(char) != char and not sign.match(char)]
    assert missed == ["乾"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２，３８５件", "2,385件"),
        ("１，２３４，５６７元", "1,234,567元"),
        ("2021，345件", "2021，345件"),
        ("5，12人", "5，12人"),
        ("1，2345件", "1，2345件"),
        ("百分之四十％", "百分之四十%"),
        ("1－6月，３～５万元", "1-6月，3~5万元"),
        ("法院－执行", "法院－执行"),
        ("３０％（含）：「丙」？", "30%（含）：「丙」？"),
        ("〇○一", "〇○一"),
        ("12\u00a0345\u2009件\u3000", "12 345 件\u3000"),
    ],
)
def test_width_of_numbers(text, folded):
    assert fold(text) == folded


def test_a_converter_that_changes_lengths_is_used_by_characters_there(monkeypatch):
    convert = script._convert
    monkeypatch.setattr(script, "_convert", lambda text: convert(text).replace("法院", "人民法院"))
    assert fold("執行法院\n執結案件") == "执行法院\n执结案件"


def test_every_common_word_is_simplified_as_opencc_does_it():
    """OpenCC is called for some words only; it must make nothing else of the others."""
    dictionary = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    entries = [line.split(" ") for line in dictionary.splitlines()]
    words = traditional("\n".join(word for word, frequency, _ in entries if int(frequency) > 4))
    folds = script._folds()
    assert fold(words) == "".join(folds.get(char, char) for char in opencc.OpenCC("t2s").convert(words))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("乾坤在乾淨處", "乾坤在干净处"),
        ("瞭望臺，瞭解", "瞭望台，了解"),
        ("樊於期於此", "樊於期于此"),
        ("慰藉與藉口", "慰藉与借口"),
    ],
)
def test_words_decide_what_characters_do_not(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("word", ["億萬圓餘", "執結標的額", "羣衆爲綫裏", "條例週啟佔隻", "貳叁陸拾"])
def test_nothing_of_two_forms_is_left(word):
    assert all(simple_form(char) == char for char in fold(word))


@pytest.mark.parametrize("unit", "元件起宗案桩个人名位次辆台部块圆成套处间幅亩期份面封条例场天年月日时倍分点")
def test_units_come_back_from_traditional_script(unit):
    assert fold(traditional(unit)) == unit
