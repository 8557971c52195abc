"""From the paths that were named to the documents behind them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from courtnews.errors import BadFileError

STDIN = "-"
_SUFFIXES = (".txt", ".html", ".htm")
_NAMED = ", ".join(_SUFFIXES)


@dataclass(frozen=True, slots=True)
class Document:
    """A document to read: `source` is how it is named in the output, `path` is None for standard input."""

    source: str
    path: Path | None

    def read(self) -> bytes:
        """Its bytes; raises BadFileError where the system refuses."""
        if self.path is None and sys.stdin is None:
            raise BadFileError(self.source, "standard input is closed")
        try:
            return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()
        except OSError as error:
            raise BadFileError(self.source, reason(error)) from error


def reason(error: OSError) -> str:
    """What the system says is wrong, without the path, which is named elsewhere."""
    return error.strerror or type(error).__name__


def name_of(path: str | Path) -> str:
    r"""The path as text; bytes that are no UTF-8 are written out as escapes.

    >>> name_of(os.fsdecode(b"\xb1\xa8.txt"))
    '\\xb1\\xa8.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def find_documents(paths: Sequence[str]) -> Iterator[Document | BadFileError]:
    """The documents under the paths, in the order given; folders recursively, texts and pages
    (`*.txt`, `*.html`, `*.htm`) sorted by path.

    An error stands in the place of a document that could not be had, so that the others are read even so.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _in_folder(path)
        else:
            yield document_at(path)


def document_at(path: str) -> Document | BadFileError:
    """The document of that path, standard input for `-`; reading it tells whether it exists."""
    if path == STDIN:
        return Document(STDIN, None)
    # Path("") would be the current folder.
    return Document(name_of(path), Path(path)) if path else BadFileError("''", "no name given")


def _in_folder(folder: str) -> Iterator[Document | BadFileError]:
    errors: list[OSError] = []
    found: list[Path] = []
    for parent, _, names in os.walk(folder, onerror=errors.append):
        files = (Path(parent, name) for name in names if name.lower().endswith(_SUFFIXES))
        # A named pipe or a socket would keep the whole run waiting.
        found.extend(file for file in files if file.is_file())
    for error in errors:
        yield BadFileError(name_of(error.filename or folder), reason(error))
    if not found and not errors:
        yield BadFileError(name_of(folder), f"no {_NAMED} file in this folder")
    yield from (Document(name_of(file), file) for file in sorted(found))
