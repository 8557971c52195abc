"""Every term of the packs says what it is there for, in a phrase of its own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from courtnews import RulePack, extract
from courtnews.lexicon.schema import LEFT, RIGHT
from courtnews.text.normalize import normalize

_FILE = Path(__file__).with_name("terms.toml")
TERMS: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
CASES = Path(__file__).parents[1] / "interpret" / "cases"


def metric_of(phrase: str) -> str | None:
    """The metric of the result between the marks of a phrase."""
    before, _, rest = phrase.partition(LEFT)
    number, _, behind = rest.partition(RIGHT)
    figures = extract(before + number + behind).figures
    return next((f.metric for f in figures if f.start == len(before) and f.text == number), None)


@pytest.mark.parametrize("code", TERMS)
def test_a_term_announces_its_metric(code: str) -> None:
    assert [phrase for phrase in TERMS[code] if metric_of(phrase) != code] == []


def test_no_term_goes_without_a_sentence() -> None:
    metrics = [metric for metric in RulePack.default().metrics if metric.kind != "rank"]
    said = [phrase for phrases in TERMS.values() for phrase in phrases]
    said += [path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*.toml"))]
    said += [example for metric in metrics for example in metric.examples]
    text = normalize("\n".join(said)).text.replace(LEFT, "").replace(RIGHT, "")
    terms = [cue for metric in metrics for cue in (*metric.cues, *metric.weak)]
    assert [term for term in terms if normalize(term).text not in text] == []
