"""All words of a pack, found in one pass: the leftmost, and of these the longest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews import RulePack
from courtnews.lexicon import matcher_for
from courtnews.text.normalize import normalize

MATCHER = matcher_for(RulePack.default())
WORDS = sorted(
    {cue for metric in RulePack.default().metrics for cue in metric.cues}
    | {word for words in RulePack.default().words.values() for word in words}
)


def found(text: str) -> list[str]:
    return [text[token.start : token.end] for token in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("执结", ["执结"]),
        ("执结率", ["执结率"]),
        ("实际执结率", ["实际执结率"]),
        ("审执结", ["审执结"]),
        ("同比上升", ["同比", "上升"]),
        ("较去年同期下降", ["较去年", "下降"]),
        ("刑事拘留", ["刑事拘留"]),
        ("晴空万里", []),
        ("", []),
    ],
)
def test_the_leftmost_longest_word_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_words_are_written_as_a_text_is_read() -> None:
    """欠帐 would never be found: what is read is 欠账."""
    assert [word for word in WORDS if normalize(word).text != word] == []


@pytest.mark.parametrize("word", [w for w in WORDS if not set("()（）[]") & set(w)][::9])
def test_a_word_alone_is_found_whole(word: str) -> None:
    assert found(word) == [word]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=20).map("".join))
def test_tokens_are_in_order_do_not_overlap_and_are_words(text: str) -> None:
    tokens = MATCHER.find(text)
    assert all(text[token.start : token.end] == token.word.text for token in tokens)
    ends = [0, *(token.end for token in tokens)]
    assert all(end <= token.start for end, token in zip(ends, tokens, strict=False))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_words_apart_are_all_found(words: list[str]) -> None:
    """A line break belongs to no word, so that what stands on lines of its own is found there."""
    assert found("\n".join(words)) == [found_word for word in words for found_word in found(word)]
