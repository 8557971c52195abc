from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

import courtnews.records
from courtnews.export import Destination, make_writer
from courtnews.records import Report


@pytest.mark.parametrize("destination", list(Destination))
def test_every_destination_has_a_writer(destination: Destination, report: Report) -> None:
    stream = io.StringIO()
    make_writer(destination).write(report, stream)
    assert "2888件" in stream.getvalue()


def test_writers_share_nothing(report: Report) -> None:
    first, second = io.StringIO(), io.StringIO()
    make_writer(Destination.csv).write(report, first)
    make_writer(Destination.csv).write(report, second)
    assert first.getvalue() == second.getvalue()


def test_rich_is_imported_for_the_table_only() -> None:
    program = (
        "import io, sys\n"
        "from courtnews.export import Destination, make_writer\n"
        "from courtnews.records import Report\n"
        "for name in (Destination.jsonl, Destination.csv):\n"
        "    make_writer(name).write(Report(text=''), io.StringIO())\n"
        "print('rich' in sys.modules)"
    )
    source = Path(courtnews.records.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"
