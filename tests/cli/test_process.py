"""The command as a process: its streams, its exit codes, its ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from courtnews.export.jsonl import json_line_schema
from running import REPORT, Run, command, environment

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reports"


def lines_of(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_a_report_becomes_a_line_of_json(run: Run, report_file: Path) -> None:
    done = run("extract", str(report_file))
    (line,) = lines_of(done)
    assert (done.returncode, done.stderr) == (0, b"")
    assert line["source"] == str(report_file)
    assert [figure["text"] for figure in line["figures"]] == ["96件", "583.07万元"]
    assert all(REPORT[figure["start"] : figure["end"]] == figure["text"] for figure in line["figures"])


def test_standard_input_is_a_document(run: Run) -> None:
    done = run("extract", "-", data=REPORT.encode())
    (line,) = lines_of(done)
    assert (done.returncode, line["source"], len(line["figures"])) == (0, "-", 2)


def test_an_empty_document_is_a_report_without_figures(run: Run) -> None:
    done = run("extract", "-", data=b"")
    assert (done.returncode, done.stderr) == (0, b"")
    assert lines_of(done) == [{"source": "-", "court": None, "published": None, "figures": []}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract"], b"Missing argument"),
        (["extract", "-", "--to", "xml"], b"'xml' is not one of"),
        (["extract", "-", "--published", "2021-02-30"], b"not a date written YYYY-MM-DD"),
        (["extract", "-", "--published", "20210203"], b"not a date written YYYY-MM-DD"),
        (["extract", "-", "--rules", "missing.toml"], b"CN201: missing.toml"),
        (["extract", "-", "--fast"], b"No such option"),
        (["explain"], b"Missing argument"),
        (["explain", "a", "b"], b"unexpected extra argument"),
        (["metrics", "--rules", "missing.toml"], b"CN201: missing.toml"),
        (["guess"], b"No such command"),
        ([], b"Usage"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(run: Run, arguments: list[str], said: bytes) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr + done.stdout
    assert not lines_of(done) if done.stdout[:1] == b"{" else True


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.txt", None, b"CN301"),
        ("binary.txt", bytes(range(256)) * 8, b"CN101"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64), b"CN101"),
    ],
    ids=["missing", "every byte", "picture"],
)
def test_a_failed_input_is_named_and_does_not_stop_the_others(
    run: Run, tmp_path: Path, report_file: Path, name: str, content: bytes | None, code: bytes
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    done = run("extract", str(bad), str(report_file))
    assert done.returncode == 1
    assert [line["source"] for line in lines_of(done)] == [str(report_file)]
    assert done.stderr.startswith(b"courtnews: " + code + b": " + os.fsencode(bad) + b": ")
    assert done.stderr.count(b"\n") == 1


def test_a_name_that_is_empty_is_a_failed_input_and_not_this_folder(run: Run) -> None:
    done = run("extract", "")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"courtnews: CN301: '': no name given\n"


def test_a_folder_without_reports_is_a_failed_input(run: Run, tmp_path: Path) -> None:
    done = run("extract", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, b"")
    told = b": no .txt, .html, .htm file in this folder\n"
    assert done.stderr == b"courtnews: CN301: " + os.fsencode(tmp_path) + told


def test_a_folder_is_read_recursively_and_in_order(run: Run, tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "a/deep/3.txt", "notes.md", "c.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    done = run("extract", str(tmp_path))
    found = [os.path.relpath(str(line["source"]), tmp_path) for line in lines_of(done)]
    assert found == ["a/1.TXT", "a/2.txt", "a/deep/3.txt", "b.txt"]
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        (b"a\nb.txt", "a\nb.txt", b"a\\nb.txt"),
        (b"\xb1\xa8\xb5\xc0.txt", "\\xb1\\xa8\\xb5\\xc0.txt", b"\\xb1\\xa8\\xb5\\xc0.txt"),
        ("报告\x1b[31m.txt".encode(), "报告\x1b[31m.txt", "报告\\x1b[31m.txt".encode()),
        (b"[red]x[bold].txt", "[red]x[bold].txt", b"[red]x[bold].txt"),
    ],
    ids=["newline", "not UTF-8", "escape", "markup"],
)
def test_awkward_file_names_are_read_and_written_safely(
    run: Run, tmp_path: Path, name: bytes, source: str, said: bytes
) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_text(REPORT, encoding="utf-8")
    (line,) = lines_of(run("extract", path))
    assert line["source"] == f"{tmp_path}/{source}"
    table = run("extract", path, "--to", "table").stdout
    assert table.splitlines()[0].startswith(os.fsencode(tmp_path) + b"/" + said)
    failed = run("extract", path + b"~")
    assert said + b"~: " in failed.stderr
    assert failed.stderr.count(b"\n") == 1


def test_output_is_utf_8_whatever_the_locale(run: Run) -> None:
    arguments = ("extract", "-", "--to", "table")
    plain = run(*arguments, data=REPORT.encode())
    other = run(*arguments, data=REPORT.encode(), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "583.07万元" in plain.stdout.decode("utf-8")
    assert other.stdout == plain.stdout
    assert run("extract", "--help", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii").returncode == 0


def test_a_reader_that_goes_away_is_no_failure() -> None:
    process = subprocess.Popen(
        command("extract", *[str(FIXTURES)] * 20),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_an_interrupt_ends_with_130_and_leaves_no_output_file(tmp_path: Path) -> None:
    pipe, output = tmp_path / "pipe", tmp_path / "out" / "figures.jsonl"
    os.mkfifo(pipe)
    output.parent.mkdir()
    process = subprocess.Popen(
        command("extract", str(pipe), "-o", str(output)), env=environment(), stderr=subprocess.PIPE
    )
    with process, pipe.open("wb"):  # Opening waits until the command has begun to read.
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert list(output.parent.iterdir()) == []


def test_an_input_stream_that_is_closed_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *map(os.fspath, command("extract", "-"))],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"courtnews: CN301: -: standard input is closed\n"


def test_an_output_stream_that_is_closed_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *map(os.fspath, command("schema"))],
        env=environment(),
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"courtnews: CN301: standard output: ")
    assert done.stderr.count(b"\n") == 1


if os.path.exists("/dev/full"):

    def test_a_full_disk_is_told() -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                command("schema"), env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 1
        assert done.stderr.startswith(b"courtnews: CN301: standard output: ")
        assert done.stderr.count(b"\n") == 1


def test_the_schema_is_printed_as_json(run: Run) -> None:
    done = run("schema")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == json_line_schema()


def test_the_command_starts_without_what_only_reading_needs() -> None:
    program = "import sys, courtnews.cli, courtnews.cli.app; print(*sys.modules)"
    done = subprocess.run(
        [command()[0], "-c", program], env=environment(), capture_output=True, text=True, check=True
    )
    heavy = {"jieba", "rich", "trafilatura", "charset_normalizer"}
    assert heavy.isdisjoint(done.stdout.split())
