from __future__ import annotations

import doctest
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from courtnews.version import __version__
from readme_blocks import README, ROOT, blocks, example_folder, replay
from running import command, environment

CONSOLE, PYTHON = blocks("console"), blocks("python")
TEXT = README.read_text(encoding="utf-8")
# Every command that the README names, in blocks for a shell and in the running text.
NAMED = sorted(
    {
        *re.findall(r"(?:^|&& )(courtnews .*?)(?: && |$)", "".join(blocks("sh")), re.MULTILINE),
        *re.findall(r"`(courtnews [^`]+)`", re.sub(r"(?ms)^```.*?^```$", "", TEXT)),
    }
)
PLACEHOLDERS = {
    "PATH...": "fixtures/reports",
    "FILE": "fixtures/reports/ops-009.txt",
    "文件": "fixtures/reports/ops-009.txt",
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with example_folder() as path:
        yield path


def test_there_are_examples_to_check() -> None:
    assert CONSOLE
    assert PYTHON
    assert len(NAMED) >= 5


@pytest.mark.parametrize("line", NAMED)
def test_every_command_it_names_can_be_given(line: str, folder: Path) -> None:
    arguments = [PLACEHOLDERS.get(word, word) for word in line.split()[1:]]
    done = subprocess.run(
        command(*arguments), cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


@pytest.mark.parametrize("body", CONSOLE, ids=lambda body: body.splitlines()[0])
def test_commands_print_what_the_readme_shows(body: str, folder: Path) -> None:
    assert replay(body, folder) == body, "run `python tests/readme_blocks.py` to renew the README"


def test_python_examples_give_what_the_readme_shows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    parser = doctest.DocTestParser()
    test = parser.get_doctest("\n".join(PYTHON), {}, "README.md", str(README), 0)
    assert test.examples
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert result.failed == 0, "".join(said)


def test_every_file_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_first_screen_holds_the_two_commands() -> None:
    first = TEXT.split("\n## ")[0].splitlines()
    assert len(first) <= 40
    assert "python -m pip install . && courtnews extract fixtures/reports --to table" in first
    assert "python -m pip install '.[test]' && pytest" in first


def test_the_version_is_the_same_in_the_citation() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in citation
