"""Numbers that are no quantities, and the reason given for them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from courtnews.quantities import scan

TABLE = tomllib.loads((Path(__file__).parent / "rejects.toml").read_text("utf-8"))
SENTENCES = [(reason, sentence) for reason, sentences in TABLE["sentences"].items() for sentence in sentences]
WORDS = TABLE["silent"]["words"]


def test_there_are_many_rejects() -> None:
    assert len(set(SENTENCES)) >= 200


@pytest.mark.parametrize(("reason", "sentence"), SENTENCES, ids=lambda value: value)
def test_reject_is_refused_for_its_reason(reason: str, sentence: str) -> None:
    quantities, rejected = scan(sentence)
    assert [sentence[q.start : q.end] for q in quantities] == []
    assert reason in {r.reason for r in rejected}


@pytest.mark.parametrize(("reason", "sentence"), SENTENCES, ids=lambda value: value)
def test_reject_spoils_no_neighbour(reason: str, sentence: str) -> None:
    text = f"执结12件。{sentence}\n到位金额3.5亿元。"
    quantities, rejected = scan(text)
    assert [text[q.start : q.end] for q in quantities] == ["12件", "3.5亿元"]
    assert reason in {r.reason for r in rejected}


@pytest.mark.parametrize("word", WORDS)
def test_word_with_a_numeral_passes_silently(word: str) -> None:
    assert scan(f"要求{word}") == ([], [])
