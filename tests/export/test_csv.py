from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.export.csv import COLUMNS, CsvWriter, defuse
from courtnews.records import CaseCount, Change, Report


def rows_of(*reports: Report) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    writer = CsvWriter()
    for report in reports:
        writer.write(report, stream)
    stream.seek(0)
    return list(csv.DictReader(stream, strict=True))


def test_the_columns_stand_once_before_the_first_report(report: Report) -> None:
    stream = io.StringIO(newline="")
    writer = CsvWriter()
    writer.write(Report(text=""), stream)
    assert stream.getvalue() == ",".join(COLUMNS) + "\r\n"
    writer.write(report, stream)
    writer.write(report, stream)
    assert stream.getvalue().count("source,id,") == 1
    assert len(stream.getvalue().splitlines()) == 1 + 2 * len(report.all_figures)


def test_a_row_holds_a_figure(report: Report) -> None:
    row = rows_of(report)[0]
    assert row == {
        **dict.fromkeys(COLUMNS, ""),
        "source": "报告/1.txt",
        "id": "f1",
        "kind": "case_count",
        "metric": "cases_enforced",
        "value": "2888",
        "unit": "件",
        "bound": "exact",
        "period": "2021",
        "court": "丹凤法院",
        "scope": "涉民生案件",
        "tags": "livelihood;finance",
        "role": "statistic",
        "start": "7",
        "end": "12",
        "text": "2888件",
    }


def test_numbers_stay_numbers(report: Report) -> None:
    values = {row["id"]: (row["value"], row["value_max"]) for row in rows_of(report)}
    assert values["f2"] == ("-2.1", "")
    assert values["f3"] == ("120000000", "")
    assert values["f4"] == ("3", "5")
    assert values["f5"] == ("", "")


def test_what_stands_at_the_figure_is_told(report: Report) -> None:
    rows = {row["id"]: row for row in rows_of(report)}
    assert (rows["f2"]["basis"], rows["f2"]["of"]) == ("yoy", "f1")
    assert [rows[name]["damaged"] for name in ("f1", "f5")] == ["", "true"]
    assert rows["f6"]["role"] == "case_detail"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_is_defused(sign: str) -> None:
    text = f"{sign}3件"
    figure = CaseCount(
        id="f1",
        text=text,
        start=0,
        end=3,
        metric="other",
        label=text,
        court=text,
        scope=text,
        value=Decimal(3),
    )
    (row,) = rows_of(Report(text=text, source=text, all_figures=(figure,)))
    for column in ("source", "label", "court", "scope", "text"):
        assert row[column] == "'" + text


@given(st.text())
def test_no_cell_of_text_begins_a_formula_and_harmless_text_is_left_alone(text: str) -> None:
    defused = defuse(text)
    assert not defused.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert defused in (text, "'" + text)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_out_of_the_csv(text: str) -> None:
    figure = Change(id="f1", text=text, start=0, end=len(text), metric="other", value=Decimal(-3))
    (row,) = rows_of(Report(text=text, all_figures=(figure,)))
    assert row["text"].removeprefix("'") == text.removeprefix("'")
    assert row["value"] == "-3"


def test_lone_surrogates_do_not_reach_the_stream() -> None:
    figure = CaseCount(id="f1", text="\ud8003件", start=0, end=3, metric="other", value=Decimal(3))
    (row,) = rows_of(Report(text=figure.text, source="\udcff", all_figures=(figure,)))
    assert (row["source"], row["text"]) == ("\ufffd", "\ufffd3件")
