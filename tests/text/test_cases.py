"""Cases as data: text as pages have it, text made up, text to be left alone, and what is known to fail."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from courtnews.text.normalize import NormalizedText, normalize

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))


def _parametrize(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[kind], ids=[case["about"] for case in CASES[kind]])


def _check(case: dict) -> NormalizedText:
    result = normalize(case["raw"])
    assert result.text == case["text"]
    if "damaged" in case:
        assert [result.text[damage.start : damage.end] for damage in result.damage] == case["damaged"]
    if "fixers" in case:
        assert list(dict.fromkeys(edit.fixer for edit in result.edits)) == case["fixers"]
    return result


@_parametrize("wild")
def test_text_of_pages_is_repaired(case):
    _check(case)


@_parametrize("synthetic")
def test_made_up_text_is_repaired(case):
    _check(case)


@_parametrize("negative")
def test_sound_text_is_left_alone(case):
    result = _check(case)
    assert result.edits == ()
    assert result.damage == ()


@pytest.mark.xfail(strict=True)
@_parametrize("known_failure")
def test_known_failures(case):
    _check(case)
