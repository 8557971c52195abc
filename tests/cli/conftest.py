from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from running import REPORT, Run, command, environment


@pytest.fixture
def run() -> Run:
    """Run the command in a process of its own; bytes come back."""

    def run_command(
        *arguments: str | bytes, data: bytes = b"", **changes: str
    ) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run(
            command(*arguments), input=data, env=environment(**changes), capture_output=True, check=False
        )
        assert b"Traceback" not in done.stderr
        return done

    return run_command


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
