from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.text.normalize import normalize
from courtnews.text.pinyin import glossed, is_toned
from courtnews.text.repair.gbk import bytes_of
from text.garbling import gloss, glosses, traditional

PHRASES = ["执结案件89件", "到位标的额121万元，", "长达3个小时。\n", "到位率80.2%", "机动（二）"]


@given(st.lists(st.sampled_from(PHRASES)).map("".join))
def test_glosses_leave_no_trace(text):
    assert normalize(gloss(traditional(text))).text == text


@given(st.lists(st.sampled_from(PHRASES), min_size=1).map("".join))
def test_a_gloss_belongs_to_its_character(text):
    raw = gloss(traditional(text))
    result = normalize(raw)
    spans = [result.alignment.to_raw(position, position + 1) for position in range(len(result.text))]
    assert "".join(raw[start:end] for start, end in spans) == raw


def test_the_neutral_tone_alone_is_no_sign_of_glosses():
    assert normalize("干警們(men)").text == "干警们(men)"
    assert normalize("干警們(men)當(dāng)場").text == "干警们当场"


@pytest.mark.parametrize("syllable", sorted(set(glosses().values())))
def test_glosses_are_syllables(syllable):
    assert is_toned(syllable) or syllable == "men"


@pytest.mark.parametrize("word", ["", "zhi", "naïve", "zhīí", "bcd", "Zhí", "ā ", "lǜǜ", "shang", "vǎ"])
def test_other_words_are_not(word):
    assert not is_toned(word)


@pytest.mark.parametrize(("char", "syllable"), sorted(glosses().items()))
def test_readings_are_known(char, syllable):
    assert char in glossed(syllable)


@pytest.mark.parametrize("syllable", ["zhí", "lǜ", "xiàn", "men"])
def test_known_characters_have_two_bytes(syllable):
    assert glossed(syllable)
    assert all(len(bytes_of(char)) == 2 for char in glossed(syllable))
    assert glossed(unicodedata.normalize("NFD", syllable)) == glossed(syllable)
