"""The pack that comes with the library: complete, and right about its own examples."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from courtnews import Metric, RulePack, extract
from courtnews.lexicon import matcher_for
from courtnews.lexicon.schema import LEFT, RIGHT

PACK = RulePack.default()
WANTED = tomllib.loads(Path(__file__).with_name("metrics_of_figures.toml").read_text(encoding="utf-8"))
PACK_FILES = sorted(
    entry.name
    for entry in (resources.files("courtnews.lexicon") / "packs").iterdir()
    if entry.name.endswith(".toml")
)


def sentences(field: str) -> list[object]:
    return [
        pytest.param(metric, sentence, id=f"{metric.code}-{number}")
        for metric in PACK.metrics
        for number, sentence in enumerate(getattr(metric, field), 1)
    ]


@pytest.mark.parametrize(("metric", "example"), sentences("examples"))
def test_an_example_is_of_its_metric(metric: Metric, example: str) -> None:
    start = example.index(LEFT)
    end = example.index(RIGHT) - 1
    report = extract(example.replace(LEFT, "").replace(RIGHT, ""))
    here = [f for f in report.figures if f.start >= start and f.end <= end]
    assert [(f.metric, f.kind, f.start) for f in here] == [(metric.code, metric.kind, start)]


@pytest.mark.parametrize(("metric", "reject"), sentences("rejects"))
def test_a_reject_holds_no_figure_of_its_metric(metric: Metric, reject: str) -> None:
    assert metric.code not in {figure.metric for figure in extract(reject).figures}


@pytest.mark.parametrize("metric", PACK.metrics, ids=lambda metric: metric.code)
def test_a_metric_is_described(metric: Metric) -> None:
    assert any("一" <= char <= "鿿" for char in metric.label_zh)
    assert metric.label_en.isascii()
    assert metric.definition.endswith(".")
    assert len(metric.examples) >= 1
    assert len(metric.rejects) >= 1


@pytest.mark.parametrize("metric", PACK.metrics, ids=lambda metric: metric.code)
def test_a_metric_says_no_cue_twice(metric: Metric) -> None:
    repeated = [cue for cue, times in Counter(words_of(metric)).items() if times > 1]
    assert repeated == []


def test_labels_and_sentences_are_told_apart() -> None:
    for field in ("label_zh", "label_en", "definition"):
        values = [getattr(metric, field) for metric in PACK.metrics]
        assert len(set(values)) == len(values), field
    examples = [example for metric in PACK.metrics for example in metric.examples]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("kind", WANTED)
def test_the_pack_holds_every_metric_and_its_kind(kind: str) -> None:
    assert {metric.code for metric in PACK.metrics if metric.kind == kind} >= set(WANTED[kind])


def words_of(metric: Metric) -> tuple[str, ...]:
    return (*metric.cues, *metric.weak, *metric.nouns)


@pytest.mark.parametrize("metric", PACK.metrics, ids=lambda metric: metric.code)
def test_no_cue_ends_in_a_word_of_trend_or_order(metric: Metric) -> None:
    """Else the cue would swallow what says that the number is a change, or a place reached."""
    assert [cue for cue in words_of(metric) if cue.endswith("第")] == []
    # 位次提升 announces a rank, which no trend word turns into a change.
    if metric.kind != "rank":
        # Words of one character end other words as well: 高 in 限高.
        trends = tuple(w for name in ("trend_up", "trend_down") for w in PACK.words[name] if len(w) > 1)
        assert [cue for cue in words_of(metric) if cue.endswith(trends)] == []


@pytest.mark.parametrize("metric", PACK.metrics, ids=lambda metric: metric.code)
def test_what_a_metric_refers_to_exists(metric: Metric) -> None:
    codes, kinds = {m.code for m in PACK.metrics}, set(WANTED)
    named = {*metric.over, *metric.stages, *(metric.after.metrics if metric.after else ())}
    assert {name for name in named if name.isascii()} <= codes | kinds


@pytest.mark.parametrize("name", PACK_FILES)
def test_a_file_of_the_pack_stands_on_its_own(name: str) -> None:
    data = (resources.files("courtnews.lexicon") / "packs" / name).read_bytes()
    pack = RulePack.parse(data, name)
    assert pack.metrics or pack.words
    assert all(PACK.metric(metric.code) == metric for metric in pack.metrics)


def test_no_metric_stands_in_two_files() -> None:
    folder = resources.files("courtnews.lexicon") / "packs"
    packs = [RulePack.parse((folder / name).read_bytes(), name) for name in PACK_FILES]
    codes = [metric.code for pack in packs for metric in pack.metrics]
    assert sorted(set(codes)) == sorted(codes)


def test_the_default_is_read_once_and_its_matcher_made_once() -> None:
    assert RulePack.default() is PACK
    assert matcher_for(PACK) is matcher_for(RulePack.default())


def test_a_code_that_is_none_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="cases_eaten"):
        PACK.metric("cases_eaten")
