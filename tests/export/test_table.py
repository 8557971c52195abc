from __future__ import annotations

import io
import re
from decimal import Decimal

import pytest
from rich.cells import cell_len

from courtnews.export.printable import printable
from courtnews.export.table import TableWriter
from courtnews.records import CaseCount, Report


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(report: Report, stream: io.StringIO | None = None, labels: dict[str, str] | None = None) -> str:
    stream = stream or io.StringIO()
    TableWriter(labels or {}).write(report, stream)
    return stream.getvalue()


def test_results_are_shown_and_what_is_left_out_is_counted(report: Report) -> None:
    lines = written(report, labels={"cases_enforced": "cases enforced"}).splitlines()
    assert lines[0] == "报告/1.txt · 丹凤法院 · 丹凤法院 · 2022-01-20"
    assert lines[1].split() == ["metric", "value", "unit", "period", "court", "text"]
    assert re.split(r"  +", lines[3]) == ["cases enforced", "2,888", "件", "2021", "丹凤法院", "2888件"]
    assert re.split(r"  +", lines[4]) == ["change: cases enforced", "-2.1", "%", "2.1%"]
    assert re.split(r"  +", lines[5]) == ["amount_recovered", ">120,000,000", "元", "1.2亿元"]
    assert re.split(r"  +", lines[6]) == ["other: [bold red]=SUM(A1)[/]", "3–5", "人", "三至五人"]
    assert lines[7:] == ["4 results; not shown: 1 case_detail, 1 damaged"]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": Decimal(1)}, "1"),
        ({"value": Decimal(1000)}, "1,000"),
        ({"value": Decimal("0.5")}, "0.5"),
        ({"value": Decimal(123456), "bound": "under"}, "<123,456"),
        ({"value": Decimal(-1234567), "bound": "about"}, "~-1,234,567"),
        ({"value": Decimal(999), "value_max": Decimal(1000)}, "999–1,000"),
    ],
)
def test_values_are_grouped_and_hedged(fields: dict[str, object], shown: str) -> None:
    figure = CaseCount(id="f1", text="3件", start=0, end=2, metric="m", unit="件", **fields)
    row = written(Report(text="3件", all_figures=(figure,))).splitlines()[3]
    assert row.split() == ["m", shown, "件", "3件"]


def test_columns_line_up_by_the_width_of_chinese_characters(report: Report) -> None:
    lines = written(report).splitlines()
    header, rows = lines[1], lines[3:7]
    place = cell_len(header[: header.index("unit")])
    for row, unit in zip(rows, ["件", "%", "元", "人"], strict=True):
        assert cell_len(row[: row.index(f" {unit} ") + 1]) == place


def test_without_a_terminal_nothing_is_folded_coloured_or_padded() -> None:
    text = "约" * 300 + "3件"
    figure = CaseCount(id="f1", text=text, start=0, end=len(text), metric="m", value=Decimal(3), unit="件")
    out = written(Report(text=text, all_figures=(figure,)))
    assert text in out
    assert "\x1b" not in out
    assert not re.search(r"[ \t]$", out, re.MULTILINE)


def test_on_a_terminal_the_table_keeps_to_its_width(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    out = re.sub(r"\x1b\[[0-9;]*m", "", written(report, Terminal()))
    assert max(cell_len(line) for line in out.splitlines()[1:-1]) <= 60
    assert "2888件" in out


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_what_a_page_says_is_shown_as_it_stands_and_controls_nothing(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    text = "[red]3件[/red]:bomb:\x1b]0;owned\x07\x9b31m\u202e"
    figure = CaseCount(id="f1", text=text, start=0, end=len(text), metric="m", value=Decimal(3), unit="件")
    out = written(Report(text=text, source="a\n\x1b[2J.txt", title=text, all_figures=(figure,)), stream())
    assert out.count(r"[red]3件[/red]:bomb:\x1b]0;owned\x07\x9b31m\u202e") == 2
    assert out.startswith(r"a\n\x1b[2J.txt · ")
    assert not re.search("\x1b[^\\[]|[\x07\x9b\u202e]|\x1b\\[2J", out)


def test_a_report_without_figures_says_so() -> None:
    assert written(Report(text="", source="a.txt")) == "a.txt\n0 results\n"
    assert written(Report(text="")) == "(text)\n0 results\n"


def test_one_result_is_singular() -> None:
    figure = CaseCount(id="f1", text="3件", start=0, end=2, metric="m", value=Decimal(3), unit="件")
    assert written(Report(text="3件", all_figures=(figure,))).endswith("\n1 result\n")


def test_an_empty_line_parts_two_reports() -> None:
    stream = io.StringIO()
    writer = TableWriter({})
    writer.write(Report(text="", source="a"), stream)
    writer.write(Report(text="", source="b"), stream)
    assert stream.getvalue() == "a\n0 results\n\nb\n0 results\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("丹凤法院 2,888件", "丹凤法院 2,888件"),
        ("a\tb\r\nc\u2028", r"a\tb\r\nc\u2028"),
        ("\x00\x7f\x85", r"\x00\x7f\x85"),
        ("\udcff\u2066", r"\udcff\u2066"),
        ("𠮷野家", "𠮷野家"),
    ],
)
def test_printable_text_is_one_line_without_controls(text: str, shown: str) -> None:
    assert printable(text) == shown
