from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from running import environment

SPEED = Path(__file__).parents[1] / "benchmarks" / "speed.py"


def test_the_benchmark_runs_and_prints_its_three_tables() -> None:
    done = subprocess.run(
        [sys.executable, str(SPEED), "--seconds", "0"],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    rows = [re.split(r"\s{2,}", line.strip())[0] for line in done.stdout.splitlines() if line.strip()]
    assert [row for row in rows if row in ("extract", "OpenCC t2s", "1x", "10x", "100x")] == [
        "extract",
        "OpenCC t2s",
        "1x",
        "10x",
        "100x",
    ]
    assert re.search(r"^import courtnews: \d+ ms, jieba not loaded$", done.stdout, re.MULTILINE)


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SPEED), "--documents", str(tmp_path)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert f"no .txt file in {tmp_path}" in done.stderr
