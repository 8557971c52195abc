"""What holds for every text that comes in."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from courtnews.errors import CourtnewsError, NotTextError
from courtnews.text.alignment import apply_edits, replay
from courtnews.text.normalize import normalize
from courtnews.text.repair import FIXERS
from courtnews.text.script import fold
from text.garbling import gloss, traditional

CLEAN = sorted(Path(__file__).with_name("clean").glob("*.txt"))
BROKEN = ["執(zhí)", "?cè)", "丝?", "總", "(men)", "锛屾硶闄", "·¨Ôº", "锟斤拷", "\ud842", "\ue000", "&nbsp;"]
SPACES = ["\ufeff", "案 件", "\r\n", "\n", "\u3000"]
SOUND = ["，，", "12", ".5", "%", "１２", "?", "!", "A(", "今年以来，全市法院把兑现胜诉权益摆在前面的位置"]
PIECES = st.sampled_from([*BROKEN, *SPACES, *SOUND])
GARBLED = {"traditional": traditional, "glossed": lambda text: gloss(traditional(text))}
MONOTONOUS = ["(", "?", "?zhí)", "執(zhí)", "1", "1,", "1.", "中 ", "&amp;", "é", "锛", "\n", "\ud800"]
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(st.characters())


@pytest.mark.parametrize("path", CLEAN, ids=[path.stem for path in CLEAN])
def test_clean_text_is_returned_as_it_is(path):
    text = path.read_text(encoding="utf-8")
    result = normalize(text)
    assert result.text is text
    assert result.edits == ()
    assert result.damage == ()


@pytest.mark.parametrize("kind", GARBLED)
@pytest.mark.parametrize("path", CLEAN, ids=[path.stem for path in CLEAN])
def test_garbled_text_comes_back(path, kind):
    text = path.read_text(encoding="utf-8")
    assert normalize(GARBLED[kind](text)).text == text


@given(TEXTS)
@example("\0" * 10)
@example("\ud800?zhí)\udfff")
def test_every_text_is_taken(text):
    result = normalize(text)
    assert result.raw == text
    assert not any("\ud800" <= char <= "\udfff" for char in result.text)


@given(TEXTS)
def test_spans_are_in_range_and_monotone(text):
    result = normalize(text)
    spans = [result.alignment.to_raw(position, position + 1) for position in range(len(result.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(TEXTS)
def test_replaying_the_edits_gives_the_text_before_folding(text):
    result = normalize(text)
    assert fold(replay(text, result.edits)) == result.text


@given(TEXTS)
def test_edits_name_fixers_in_their_order(text):
    order = [fixer.name for fixer in FIXERS]
    places = [order.index(edit.fixer) for edit in normalize(text).edits]
    assert places == sorted(places)


@given(TEXTS, st.sampled_from(FIXERS))
def test_edits_of_a_fixer_are_sorted_and_apart(text, fixer):
    if fixer.guard(text):
        edits = fixer.fix(text)
        assert {edit.fixer for edit in edits} <= {fixer.name}
        assert all(0 <= edit.start < edit.end <= len(text) for edit in edits)
        assert all(a.end <= b.start for a, b in pairwise(edits))
        assert not edits or apply_edits(text, edits) != text


@given(TEXTS, st.sampled_from(FIXERS))
def test_signs_miss_nothing(text, fixer):
    """But for syllables of neutral tone, which are no evidence without others: 競?men)r."""
    if fixer.signs and not re.search(f"[{fixer.signs}]", text) and fixer.guard(text):
        assert fixer.name == "shifted" or fixer.fix(text) == []


@pytest.mark.parametrize("piece", [*MONOTONOUS, "中" * 50 + "\n"])
def test_long_monotonous_text_is_taken(piece):
    result = normalize(piece * (200_000 // len(piece)))
    assert len(result.text) > 0 or piece == "\ud800"


@pytest.mark.parametrize("fixer", FIXERS, ids=[fixer.name for fixer in FIXERS])
def test_fixers_say_what_they_are_not_for(fixer):
    assert fixer.about.endswith(".")
    words = " ".join((fixer.fix.__doc__ or "").split())
    assert " Not for " in words or " Not before " in words
    assert " >>> " in words


def test_names_of_fixers_are_unique():
    assert len({fixer.name for fixer in FIXERS}) == len(FIXERS)


@pytest.mark.parametrize("value", [None, b"text", 12, ["text"]])
def test_other_values_are_refused(value):
    with pytest.raises(NotTextError, match=type(value).__name__) as caught:
        normalize(value)
    assert isinstance(caught.value, CourtnewsError)
    assert caught.value.code == "CN102"
