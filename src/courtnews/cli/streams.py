"""Standard streams and output files: UTF-8 everywhere, whole files or none, and quiet ends."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import typer

from courtnews.cli.inputs import reason
from courtnews.errors import BadFileError, CourtnewsError
from courtnews.export.printable import printable

FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130


def use_utf8() -> None:
    """Make standard output and error UTF-8 without translated line ends, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(source: str, error: CourtnewsError) -> None:
    """Say in one line on standard error what went wrong with a source: its code, its name, the reason."""
    if sys.stderr is None:
        return
    told = error.reason if isinstance(error, BadFileError) else error.message
    parts = ["courtnews", error.code, source, told]
    print(": ".join(printable(part) for part in parts if part), file=sys.stderr)


@contextmanager
def quiet_ends(target: str | None = None) -> Iterator[None]:
    """Turn what may end a run early into an exit code: an interrupt, a reader that went away, a full disk.

    A reader that closes the pipe has what it wanted, so that is no failure.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _discard_rest(sys.stdout)
        raise typer.Exit(0) from None
    except OSError as error:
        name = target or "standard output"
        complain(name, BadFileError(name, reason(error)))
        _discard_rest(sys.stdout)
        raise typer.Exit(FAILED) from None


@contextmanager
def open_output(target: str | None) -> Iterator[TextIO]:
    """The stream to write to: standard output for None and `-`, else a file that appears only when complete.

    It is written beside its place and moved there at the end, so that no reader meets half of it and no
    interrupted run leaves half of it. Devices and pipes are written to directly. Raises OSError where the
    system refuses.
    """
    if target is None or target == "-":
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        yield sys.stdout
        sys.stdout.flush()
        return
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    with _moved_when_done(path) as stream:
        yield stream


@contextmanager
def _moved_when_done(path: Path) -> Iterator[TextIO]:
    # Replacing needs no right to the file itself, yet a write-protected file should stay as it is.
    if path.exists() and not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".courtnews-")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        if path.exists():
            shutil.copymode(path, name)
        else:
            os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _discard_rest(stream: TextIO | None) -> None:
    """Point the stream at nothing, so that the interpreter's last flush does not fail once more."""
    with suppress(AttributeError, OSError, ValueError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())  # type: ignore[union-attr]
