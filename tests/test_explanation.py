"""Why each number came out as it did: one verdict a number, with the words that decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews import CourtnewsError, Explanation, explain, extract
from courtnews.explanation import Verdict
from interpret.sentences import read_sentences
from text.garbling import gloss, traditional

CASES = Path(__file__).parent / "interpret" / "cases"
SENTENCES = [s.text for path in sorted(CASES.glob("*.toml")) for s in read_sentences(path)]
BACK = "丰岭县法院2021年执结案件96件。\n3月5日,干警出动,拘传4人。\n此外,拘留12人。"
TEXT = "2021年,丰岭县法院共执结案件96件,同比上升12.5%。云0381执22号案件的被执行人李某欠款5000元。"


def reasons(text: str, number: str) -> str:
    (verdict,) = [verdict for verdict in explain(text).verdicts if verdict.text == number]
    return "; ".join(verdict.reasons)


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        (TEXT, "2021年", "a date"),
        (TEXT, "96件", "执结"),
        (TEXT, "96件", "2021"),
        (TEXT, "96件", "丰岭县法院"),
        (BACK, "4人", "period 2021-03-05: 3月5日"),
        (BACK, "12人", "period 2021: 2021年"),
        ("全年执结涉民生案件31件。", "31件", "tag livelihood: 涉民生"),
        (TEXT, "12.5%", "上升"),
        (TEXT, "12.5%", "yoy"),
        (TEXT, "5000元", "case_detail"),
        ("上午9时30分,行动开始。", "上午9时30分", "a time of day"),
        ("力争年底执结率达到90%。", "90%", "target"),
        ("全年减刑、假释罪犯340人。", "340人", "label"),
        ("执结10万元以下的涉民生案件31件。", "31件", "执结"),
    ],
)
def test_a_verdict_says_what_decided(text: str, number: str, reason: str) -> None:
    assert reason in reasons(text, number)


@pytest.mark.parametrize(
    ("text", "number"), [("办案期限为6个月。", "6个月"), ("应当在10日内履行义务。", "10日")]
)
def test_a_limit_in_time_has_a_reason(text: str, number: str) -> None:
    assert "threshold" in reasons(text, number)


def _is_limit(verdict: Verdict) -> bool:
    return verdict.figure is not None and verdict.figure.role == "threshold"


def test_damage_is_a_reason() -> None:
    verdicts = [v for v in explain("全年执结案件9\ufffd6件,拘留8人。").verdicts if v.figure is not None]
    assert any("damaged" in reason for verdict in verdicts for reason in verdict.reasons)
    assert [v.text for v in verdicts if v.figure is not None and not v.figure.damaged] == ["8人"]


@given(st.sampled_from([*SENTENCES, TEXT]), st.booleans())
def test_every_figure_has_its_verdict_and_every_verdict_a_reason(text: str, garbled: bool) -> None:
    text = gloss(traditional(text)) if garbled else text
    explanation = explain(text)
    assert explanation.report == extract(text)
    explained = [verdict.figure for verdict in explanation.verdicts if verdict.figure is not None]
    assert explained == list(explanation.report.all_figures)
    for verdict in explanation.verdicts:
        assert text[verdict.start : verdict.end] == verdict.text
        assert all(verdict.reasons)
        assert verdict.reasons or _is_limit(verdict)
    starts = [verdict.start for verdict in explanation.verdicts]
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from([*SENTENCES, "\n", "3", "件", "\ufffd", "\t", "|"]), max_size=6).map("".join))
def test_every_verdict_is_one_printable_line(text: str) -> None:
    explanation = explain(text)
    lines = list(explanation.lines())
    assert len(lines) == len(explanation.verdicts)
    for line, verdict in zip(lines, explanation.verdicts, strict=True):
        assert "\n" not in line
        assert line.startswith(f"{verdict.start}-{verdict.end}\t")
        assert ("refused" in line) == (verdict.figure is None)


def test_a_verdict_is_found_by_figure_or_id() -> None:
    explanation = explain(TEXT)
    assert isinstance(explanation, Explanation)
    for figure in explanation.report.all_figures:
        assert explanation.of(figure) is explanation.of(figure.id)
        assert explanation.of(figure).figure == figure
    with pytest.raises(KeyError, match="f99"):
        explanation.of("f99")


def test_a_report_is_explained_again_with_its_own_day() -> None:
    report = extract("去年,该院执结案件96件。", published="2022-01-10")
    assert explain(report).report.all_figures == report.all_figures
    assert report.figures[0].period == "2021"
    assert explain(report, published="2020-01-10").report.figures[0].period == "2019"


def test_an_empty_text_has_no_verdicts() -> None:
    assert explain("").verdicts == ()


def test_what_cannot_be_read_cannot_be_explained() -> None:
    with pytest.raises(CourtnewsError):
        explain(None)
