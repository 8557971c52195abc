"""The command as tests run it: in a process of its own, on the package under test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import courtnews

REPORT = "某县法院全年共执结案件96件,执行到位金额583.07万元。\n"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "courtnews.cli", *arguments]


def environment(**changes: str) -> dict[str, str]:
    """This environment, with the package under test first on the path and the changes made."""
    source = Path(courtnews.__file__).parents[1]
    return {**os.environ, "PYTHONPATH": str(source), **changes}
