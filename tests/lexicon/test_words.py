"""What the words that are no terms say: trends, comparisons, aims, stories, tags, and what bars a metric."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from courtnews import Figure, RulePack, extract
from courtnews.fields import Tag
from courtnews.lexicon.matcher import Matcher
from courtnews.records import Change
from courtnews.text.normalize import normalize

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
PACK = RulePack.default()


def rises(figure: Figure) -> bool:
    return isinstance(figure, Change) and (figure.value or 0) > 0


def falls(figure: Figure) -> bool:
    return isinstance(figure, Change) and (figure.value or 0) < 0


def compared(basis: str) -> Callable[[Figure], bool]:
    return lambda figure: isinstance(figure, Change) and figure.basis == basis


def role(name: str) -> Callable[[Figure], bool]:
    return lambda figure: figure.role == name


def tagged(tag: str) -> Callable[[Figure], bool]:
    return lambda figure: tag in figure.tags


SAYS: dict[str, Callable[[Figure], bool]] = {
    "trend_up": rises,
    "trend_down": falls,
    "trend_noun": lambda figure: isinstance(figure, Change),
    **{f"basis_{basis}": compared(basis) for basis in ("yoy", "mom", "other")},
    **dict.fromkeys(("target", "target_near", "target_section", "plan"), role("target")),
    **dict.fromkeys(("story", "story_near", "life"), role("case_detail")),
    **{tag: tagged(tag) for tag in get_args(Tag)},
    # An average is not the total that it is made of; an amount behind a verb of work is a result.
    "average": lambda figure: figure.metric in ("other", "closed_per_judge"),
    # These make a number of people or things a result, or end what an aim or a story before them says.
    **dict.fromkeys(("result", "aggregate", "aggregate_weak", "counted"), role("statistic")),
    "background": role("background"),
}


@pytest.mark.parametrize("word_class", WORDS["said"])
def test_a_word_says_how_a_number_is_meant(word_class: str) -> None:
    says = SAYS[word_class]
    read = {phrase: extract(phrase).all_figures for phrase in WORDS["said"][word_class]}
    assert [phrase for phrase, figures in read.items() if not figures or not says(figures[-1])] == []


@pytest.mark.parametrize("code", WORDS["barred"])
def test_a_veto_rules_its_metric_out(code: str) -> None:
    read = {phrase: extract(phrase).figures for phrase in WORDS["barred"][code]}
    assert [phrase for phrase, figures in read.items() if any(f.metric == code for f in figures)] == []


@pytest.mark.parametrize("word_class", WORDS["onlookers"])
def test_who_only_took_part_is_no_result(word_class: str) -> None:
    assert [phrase for phrase in WORDS["onlookers"][word_class] if extract(phrase).figures] == []


def test_a_phrase_of_the_law_swallows_a_word_that_would_mislead() -> None:
    others = {name: words for name, words in PACK.words.items() if name != "legal"}
    without = Matcher(RulePack(PACK.metrics, others))
    assert [phrase for phrase in PACK.words["legal"] if not without.find(normalize(phrase).text)] == []
