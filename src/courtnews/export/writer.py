"""What every destination has in common."""

from __future__ import annotations

from typing import Protocol, TextIO

from courtnews.records import Report


class Writer(Protocol):
    """Writes reports one after another to one stream, and what belongs before the first with the first.

    The stream takes text and must not translate line ends (`newline=""`).
    """

    def write(self, report: Report, stream: TextIO) -> None:
        """Write one report; raises only what the stream raises."""
