"""The commands in this process: what they are given and what they hand on."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

import courtnews
from courtnews.cli.app import app
from courtnews.export import csv as csv_export
from courtnews.records import Report

METRIC = """
[[metric]]
code = "drones_flown"
kind = "item_count"
label_zh = "无人机"
label_en = "drones flown"
definition = "Drones that courts flew."
units = ["次"]
cues = ["放飞无人机"]
examples = ["放飞无人机⟦12次⟧"]
rejects = ["出动警力⟦12人⟧"]
"""


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def test_csv_is_written_with_its_columns(runner: CliRunner, report_file: Path) -> None:
    result = runner.invoke(app, ["extract", str(report_file), "--to", "csv"])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0
    assert tuple(rows[0]) == csv_export.COLUMNS
    assert [row["value"] for row in rows] == ["96", "5830700"]


def test_the_table_names_metrics_in_english(runner: CliRunner, report_file: Path) -> None:
    result = runner.invoke(app, ["extract", str(report_file), "--to", "table"])
    assert result.exit_code == 0
    label = courtnews.RulePack.default().metric("cases_enforced").label_en
    assert label in result.stdout
    assert "2 results" in result.stdout


def test_the_day_of_publication_reaches_the_reports(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("今年以来,某县法院共执结案件96件。", encoding="utf-8")
    result = runner.invoke(app, ["extract", str(path), "--published", "2022-08-09"])
    line = json.loads(result.stdout)
    assert line["published"] == "2022-08-09"
    assert line["figures"][0]["period"] == "2022/.."


def test_rules_of_ones_own_are_added(runner: CliRunner, tmp_path: Path) -> None:
    rules, report = tmp_path / "mine.toml", tmp_path / "a.txt"
    rules.write_text(METRIC, encoding="utf-8")
    report.write_text("行动当天,某县法院放飞无人机12次。", encoding="utf-8")
    result = runner.invoke(app, ["extract", str(report), "--rules", str(rules)])
    (figure,) = json.loads(result.stdout)["figures"]
    assert (figure["metric"], figure["value"], figure["unit"]) == ("drones_flown", "12", "次")
    listed = runner.invoke(app, ["metrics", "--rules", str(rules)]).stdout.splitlines()
    assert "drones_flown\titem_count\t无人机\tdrones flown\tDrones that courts flew." in listed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("metric = 3", "metric"),
        ("[[metric]\n", "not TOML"),
        (METRIC + "colour = 1\n", "colour"),
        ("", "empty"),
    ],
)
def test_a_broken_rule_pack_is_wrong_use(
    runner: CliRunner, tmp_path: Path, report_file: Path, content: str, said: str
) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text(content, encoding="utf-8")
    result = runner.invoke(app, ["extract", str(report_file), "--rules", str(rules)])
    assert result.exit_code == 2
    assert f"CN201: {rules}" in result.output
    assert said in result.output


def test_every_metric_is_listed(runner: CliRunner) -> None:
    result = runner.invoke(app, ["metrics"])
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == [metric.code for metric in courtnews.RulePack.default().metrics]
    assert {len(row) for row in rows} == {5}


def test_a_report_is_explained(runner: CliRunner, report_file: Path) -> None:
    result = runner.invoke(app, ["explain", str(report_file)])
    assert result.exit_code == 0
    assert "96件" in result.stdout
    assert "cases_enforced" in result.stdout


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_read_cannot_be_explained(runner: CliRunner, tmp_path: Path, name: str) -> None:
    result = runner.invoke(app, ["explain", str(tmp_path / name)])
    assert result.exit_code == 1
    assert "CN301" in result.output


def test_the_version_is_told(runner: CliRunner) -> None:
    result = runner.invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, "courtnews 0.1.0\n")


def test_a_fault_in_one_document_is_told_and_does_not_stop_the_others(
    runner: CliRunner, report_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = report_file.with_name("bad.txt")
    bad.write_text("坏", encoding="utf-8")

    def extract(data: bytes, *, source: str, **options: object) -> Report:
        return Report(text=data.decode("utf-8"), source=source) if source != str(bad) else {}["坏"]

    monkeypatch.setattr(courtnews, "extract", extract)
    result = runner.invoke(app, ["extract", str(bad), str(report_file)])
    assert result.exit_code == 1
    assert f"courtnews: CN100: {bad}: a fault of courtnews: KeyError: '坏'\n" in result.output
    assert f'"source": "{report_file}"' in result.output


class TestOutputFile:
    def test_it_is_written_with_the_usual_rights(self, runner: CliRunner, report_file: Path) -> None:
        output, usual = report_file.with_name("out.jsonl"), report_file.with_name("usual")
        usual.touch()
        result = runner.invoke(app, ["extract", str(report_file), "-o", str(output)])
        assert (result.exit_code, result.output) == (0, "")
        assert len(json.loads(output.read_text(encoding="utf-8"))["figures"]) == 2
        assert stat.S_IMODE(output.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)

    def test_it_replaces_a_file_and_keeps_its_rights_and_links(
        self, runner: CliRunner, report_file: Path
    ) -> None:
        output, link = report_file.with_name("out.jsonl"), report_file.with_name("link.jsonl")
        output.write_text("old", encoding="utf-8")
        output.chmod(0o640)
        link.symlink_to(output)
        assert runner.invoke(app, ["extract", str(report_file), "-o", str(link)]).exit_code == 0
        assert link.is_symlink()
        assert output.read_text(encoding="utf-8").startswith("{")
        assert stat.S_IMODE(output.stat().st_mode) == 0o640

    def test_a_failed_input_leaves_the_others_in_it(self, runner: CliRunner, report_file: Path) -> None:
        output = report_file.with_name("out.jsonl")
        result = runner.invoke(app, ["extract", "missing.txt", str(report_file), "-o", str(output)])
        assert result.exit_code == 1
        assert output.read_text(encoding="utf-8").count("\n") == 1

    def test_a_dash_is_standard_output(self, runner: CliRunner, report_file: Path) -> None:
        result = runner.invoke(app, ["extract", str(report_file), "-o", "-"])
        assert result.stdout.startswith("{")

    def test_a_device_is_written_to_and_stays_a_device(self, runner: CliRunner, report_file: Path) -> None:
        result = runner.invoke(app, ["extract", str(report_file), "-o", os.devnull])
        assert (result.exit_code, result.output) == (0, "")
        assert not Path(os.devnull).is_file()

    @pytest.mark.parametrize("name", ["missing/out.jsonl", ".", "report.txt/out.jsonl", "x" * 300])
    def test_where_it_cannot_be_written_is_told(
        self, runner: CliRunner, report_file: Path, name: str
    ) -> None:
        before = sorted(report_file.parent.iterdir())
        output = f"{report_file.parent}/{name}"
        result = runner.invoke(app, ["extract", str(report_file), "-o", output])
        assert result.exit_code == 1
        assert result.output.startswith(f"courtnews: CN301: {output}: ")
        assert sorted(report_file.parent.iterdir()) == before

    def test_a_write_protected_file_is_left_alone(
        self, runner: CliRunner, report_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        output = report_file.with_name("out.jsonl")
        output.write_text("old", encoding="utf-8")
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        result = runner.invoke(app, ["extract", str(report_file), "-o", str(output)])
        assert result.exit_code == 1
        assert output.read_text(encoding="utf-8") == "old"

    @pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (OSError(28, "No space"), 1)])
    def test_a_run_that_ends_early_leaves_the_old_file_and_nothing_else(
        self,
        runner: CliRunner,
        report_file: Path,
        monkeypatch: pytest.MonkeyPatch,
        error: BaseException,
        code: int,
    ) -> None:
        output = report_file.with_name("out.jsonl")
        output.write_text("old", encoding="utf-8")

        def write(*_: object) -> None:
            raise error

        monkeypatch.setattr("courtnews.export.jsonl.JsonLinesWriter.write", write)
        result = runner.invoke(app, ["extract", str(report_file), "-o", str(output)])
        assert result.exit_code == code
        assert output.read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in report_file.parent.iterdir()) == ["out.jsonl", "report.txt"]
