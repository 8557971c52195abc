"""The commands. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from courtnews.cli.inputs import Document, document_at, find_documents
from courtnews.cli.streams import FAILED, WRONG_USE, complain, open_output, quiet_ends
from courtnews.errors import BadFileError, CourtnewsError
from courtnews.export import Destination, make_writer
from courtnews.export.printable import printable
from courtnews.version import __version__

if TYPE_CHECKING:
    from courtnews.lexicon import RulePack
    from courtnews.records import Report

Result = TypeVar("Result")

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"courtnews {__version__}")
        raise typer.Exit


def _iso_date(value: str | None) -> str | None:
    if value is None:
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    raise typer.BadParameter("not a date written YYYY-MM-DD")


Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules", metavar="FILE.toml", help="Add a rule pack to the built-in one; may be repeated."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=_iso_date,
        help="Day of publication: settles 今年, 去年 and dates without a year.",
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders (*.txt, *.html, *.htm inside), or - for standard input."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output."),
]


@app.callback()
def courtnews(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Typed figures from Chinese court-enforcement press reports, each with its exact place in the text."""


@app.command()
def extract(
    paths: Paths,
    to: Annotated[Destination, typer.Option(help="What to write.")] = Destination.jsonl,
    output: Output = None,
    rules: Rules = None,
    published: Published = None,
) -> None:
    """Extract the figures of reports.

    Exit code 0 when every input was read, 1 when one was not (the others are written), 2 on wrong use.
    """
    from courtnews import extract as extract_report

    with quiet_ends(output):
        pack = _load_rules(rules or ())

        def read(source: str, data: bytes) -> Report:
            return extract_report(data, rules=pack, published=published, source=source)

        writer = make_writer(to, labels=_labels(pack) if to is Destination.table else None)
        failed = False
        with open_output(output) as stream:
            for found in find_documents(paths):
                report = _attempt(found, read)
                if report is None:
                    failed = True
                else:
                    writer.write(report, stream)
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")],
    rules: Rules = None,
    published: Published = None,
) -> None:
    """Explain each number of one report: the words that decided what it means, or why it is no figure."""
    from courtnews import explain as explain_document

    with quiet_ends():
        pack = _load_rules(rules or ())
        explanation = _attempt(
            document_at(file), lambda _, data: explain_document(data, rules=pack, published=published)
        )
        if explanation is None:
            raise typer.Exit(FAILED)
        with open_output(None) as stream:
            for line in explanation.lines():
                stream.write("\t".join(printable(field) for field in line.split("\t")) + "\n")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a line of JSON output."""
    import json

    from courtnews.export.jsonl import json_line_schema

    with quiet_ends(), open_output(None) as stream:
        stream.write(json.dumps(json_line_schema(), ensure_ascii=False, indent=2) + "\n")


@app.command()
def metrics(rules: Rules = None) -> None:
    """List the metrics, tab-separated: code, kind, Chinese and English label, definition."""
    with quiet_ends():
        pack = _load_rules(rules or ())
        with open_output(None) as stream:
            for metric in pack.metrics:
                fields = (metric.code, metric.kind, metric.label_zh, metric.label_en, metric.definition)
                stream.write("\t".join(fields) + "\n")


def _load_rules(files: Sequence[str]) -> RulePack:
    """The built-in pack and those of the files, later ones over earlier; wrong use where one is broken."""
    from courtnews import RulePack

    pack = RulePack.default()
    try:
        for file in files:
            pack = pack + RulePack.load(file)
    except CourtnewsError as error:
        complain("", error)
        raise typer.Exit(WRONG_USE) from None
    return pack


def _labels(pack: RulePack) -> dict[str, str]:
    return {metric.code: metric.label_en for metric in pack.metrics}


def _attempt(found: Document | BadFileError, read: Callable[[str, bytes], Result]) -> Result | None:
    """What `read` makes of a document's name and bytes, or None after saying what failed."""
    if isinstance(found, BadFileError):
        complain(found.file, found)
        return None
    try:
        return read(found.source, found.read())
    except CourtnewsError as error:
        complain(found.source, error)
    except Exception as error:  # One document that breaks the program must not take the others with it.
        complain(found.source, CourtnewsError(f"a fault of courtnews: {type(error).__name__}: {error}"))
    return None
