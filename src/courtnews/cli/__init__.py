"""The command `courtnews`; see `courtnews --help`."""

from __future__ import annotations


def main() -> None:
    """Run the command and leave the process.

    Exit codes: 0 done, 1 an input or the output failed, 2 wrong use, 130 interrupted.
    """
    try:
        from courtnews.cli.app import app
        from courtnews.cli.streams import use_utf8

        use_utf8()
        app(prog_name="courtnews")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
