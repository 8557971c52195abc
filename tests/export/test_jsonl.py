from __future__ import annotations

import io
import json
import re
from decimal import Decimal

import pytest
from pydantic import ValidationError

from courtnews.export.jsonl import JsonLine, JsonLinesWriter, as_json_line, json_line_schema
from courtnews.records import CaseCount, FigureBase, Report


def test_a_figure_is_written_with_what_it_says_and_nothing_else(report: Report) -> None:
    figures = as_json_line(report)["figures"]
    assert figures[0] == {
        "id": "f1",
        "kind": "case_count",
        "metric": "cases_enforced",
        "value": "2888",
        "unit": "件",
        "bound": "exact",
        "period": "2021",
        "court": "丹凤法院",
        "scope": "涉民生案件",
        "tags": ["livelihood", "finance"],
        "role": "statistic",
        "start": 7,
        "end": 12,
        "text": "2888件",
    }
    assert figures[1]["value"] == "-2.1"
    assert (figures[1]["basis"], figures[1]["of"]) == ("yoy", "f1")
    assert figures[2]["value"] == "120000000"
    assert (figures[3]["value"], figures[3]["value_max"]) == ("3", "5")
    assert (figures[4]["damaged"], figures[4]["damage"]) == (True, "lost_bytes")
    assert "value" not in figures[4]
    assert "damaged" not in figures[0]


def test_figures_of_every_role_are_written(report: Report) -> None:
    line = as_json_line(report)
    assert [figure["id"] for figure in line["figures"]] == [figure.id for figure in report.all_figures]
    assert (line["source"], line["court"], line["published"]) == ("报告/1.txt", "丹凤法院", "2022-01-20")


def test_a_figure_at_the_very_start_keeps_its_offset_and_a_zero_its_value() -> None:
    zero = CaseCount(id="f1", text="0件", start=0, end=2, metric="cases_pending", value=Decimal(0), unit="件")
    figure = as_json_line(Report(text="0件", all_figures=(zero,)))["figures"][0]
    assert (figure["start"], figure["value"]) == (0, "0")


def test_every_field_of_a_figure_has_a_place_in_the_line() -> None:
    fields = {name for kind in FigureBase.__subclasses__() for name in kind.model_fields}
    full = {name: {"type": "any"} for name in fields}
    written = json_line_schema()["$defs"]
    assert isinstance(written, dict)
    assert set(written["Change"]["properties"]) == set(full)


def test_each_report_is_one_line_of_utf_8_json(report: Report) -> None:
    stream = io.StringIO()
    writer = JsonLinesWriter()
    writer.write(report, stream)
    writer.write(Report(text="", source="a\nb.txt"), stream)
    first, second, rest = stream.getvalue().split("\n")
    assert json.loads(first) == as_json_line(report)
    assert "丹凤法院" in first
    assert json.loads(second) == {"source": "a\nb.txt", "court": None, "published": None, "figures": []}
    assert rest == ""


def test_lone_surrogates_do_not_reach_the_stream() -> None:
    figure = CaseCount(
        id="f1", text="\ud8003件", start=0, end=3, metric="cases_closed", value=Decimal(3), unit="件"
    )
    stream = io.StringIO()
    JsonLinesWriter().write(Report(text=figure.text, source="\udcff", all_figures=(figure,)), stream)
    stream.getvalue().encode("utf-8")
    assert json.loads(stream.getvalue())["figures"][0]["text"] == "\ufffd3件"


def test_the_lines_are_what_the_published_schema_says(report: Report) -> None:
    line = as_json_line(report)
    read = JsonLine.model_validate_json(json.dumps(line))
    assert read.figures == report.all_figures
    schema = json_line_schema()
    assert schema["additionalProperties"] is False
    number = re.compile(schema["$defs"]["CaseCount"]["properties"]["value"]["anyOf"][0]["pattern"])
    for figure in line["figures"]:
        definition = schema["$defs"][type(report.figure(figure["id"])).__name__]
        assert set(figure) <= set(definition["properties"])
        assert set(definition["required"]) <= set(figure)
        assert "value" not in figure or number.fullmatch(figure["value"])


@pytest.mark.parametrize("change", [{"surprise": 1}, {"figures": [{"kind": "case_count"}]}, {"court": 3}])
def test_the_schema_refuses_other_lines(report: Report, change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        JsonLine.model_validate({**as_json_line(report), **change})
