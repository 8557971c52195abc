"""The examples of README.md: found, run, and written anew.

    python tests/readme_blocks.py

puts what the commands print now into the README. In a ```console block a line that begins with `$ ` is a
command and the lines up to the next one are what it prints; a ```toml block whose first line is `# NAME.toml`
is a file that the commands may name; a ```python block is a doctest.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from running import command, environment

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """The bodies of the README's blocks in a language, in order."""
    text = README.read_text(encoding="utf-8")
    return [match["body"] for match in _BLOCK.finditer(text) if match["language"] == language]


@contextmanager
def example_folder() -> Iterator[Path]:
    """A folder to run the commands in: the fixtures, and the files that the README shows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "fixtures", folder / "fixtures")
        for body in blocks("toml"):
            first, _ = body.split("\n", 1)
            (folder / first.removeprefix("# ")).write_text(body, encoding="utf-8")
        yield folder


def replay(body: str, folder: Path) -> str:
    """The block with what its commands print now; a command that fails raises CalledProcessError."""
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    assert commands, "a console block without a command"
    return "".join(f"{line}\n{_output(line.removeprefix('$ '), folder)}" for line in commands)


def _output(line: str, folder: Path) -> str:
    program, *arguments = shlex.split(line)
    assert program == "courtnews", f"not a command of this package: {line}"
    done = subprocess.run(command(*arguments), cwd=folder, env=environment(), capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def rewrite(body_of: Callable[[str], str]) -> None:
    """Write the README with each console block replaced by what `body_of` makes of it."""

    def replaced(match: re.Match[str]) -> str:
        body = body_of(match["body"]) if match["language"] == "console" else match["body"]
        return f"```{match['language']}\n{body}```"

    README.write_text(_BLOCK.sub(replaced, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    with example_folder() as here:
        rewrite(lambda body: replay(body, here))
