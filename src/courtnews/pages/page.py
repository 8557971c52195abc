"""One HTML page: its main text, and what its head says of title, day and address. Nothing is ever fetched.

The work is trafilatura's, the extra `html`, imported only when a page is read. The clock does not decide
what a date may be, and no page is trusted: where trafilatura gives up, the body's words are the text.
"""

from __future__ import annotations

import hashlib
import logging
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from courtnews.errors import MissingExtraError
from courtnews.pages.grid import data_tables

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 2048
_SIGN = re.compile(r"<(?:!doctype\s+html|html|head|body|meta)\b", re.I)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLOCKS = (
    *("p", "div", "li", "tr", "td", "br", "table", "section", "article"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
_SILENT = ("script", "style", "noscript", "template", "head", "nav", "footer", "iframe", "select")
# A date outside these years is a template's or a slip; fixed, so that a page gives the same day at any time.
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"
# More elements than any report has; trafilatura's cost would grow faster than the page.
_MOST_ELEMENTS = 20_000
_NEAR_TOP = 6
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 120
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its text, headline first, tables as tab-separated lines; title, day of publication,
    address, and the SHA-256 of its bytes."""

    text: str
    title: str | None
    published: date | None
    url: str | None
    sha256: str | None


def is_page(text: str) -> bool:
    """Whether decoded bytes are an HTML page: they open with a tag, and near it is one that only pages have.

    >>> is_page("<!DOCTYPE html><title>某市法院</title>"), is_page("本报讯 <执行> 89件")
    (True, False)
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\f")
    return head.startswith("<") and _SIGN.search(head) is not None


def read_page(text: str, data: bytes, *, url: str | None = None) -> Page:
    """The main text of a page, given as decoded text and as the bytes it came in.

    `url` outweighs the address that the page states. Raises MissingExtraError where trafilatura is not
    installed; anything else gives a page, if need be one without text.
    """
    tree = _parse(text)
    digest = hashlib.sha256(data).hexdigest()
    if tree is None:
        return Page("", None, None, url, digest)
    small = sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) <= _MOST_ELEMENTS
    title, day, address = _metadata(tree, url) if small else (None, None, None)
    tables: dict[str, str] = {}
    for number, (table, rows) in enumerate(data_tables(tree)):
        # A page cannot hold its own digest: the mark stands for this table and nothing else.
        mark = f"t{digest[:20]}n{number}e"
        tables[mark] = rows
        _swap(table, mark)
    body = (_main_text(tree) if small else "") or _all_text(tree)
    return Page(_headed(title, _with_tables(body, tables)), title, day, url or address, digest)


def _parse(text: str) -> _Element | None:
    try:
        import trafilatura  # noqa: F401
        from lxml import html
    except ImportError as error:
        raise MissingExtraError("html", "reading an HTML page") from error
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        if not logger.handlers:
            # What they warn of is handled here; without a handler Python would print it.
            logger.addHandler(logging.NullHandler())
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(_UNFIT.sub("", text).encode(), parser=parser)
    except Exception:  # An empty document, or one that the parser gives up: there is no text in it.
        return None


def _metadata(tree: _Element, url: str | None) -> tuple[str | None, date | None, str | None]:
    """Title, day and address that the page states of itself; what is malformed counts as not stated."""
    from trafilatura.metadata import extract_metadata

    dates = {
        "original_date": True,
        "extensive_search": False,
        "min_date": _EARLIEST,
        "max_date": _LATEST,
    }
    try:
        found = extract_metadata(tree, url, dates)
    except Exception:  # A hostile page must not break the reading of its text.
        return None, None, None
    title = " ".join(found.title.split()) if found.title else ""
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(found.date or "")
    return title if _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE else None, day, found.url or None


def _swap(table: _Element, mark: str) -> None:
    """Put a paragraph with the mark where the table was."""
    tail = table.tail
    table.clear()
    table.tag, table.text, table.tail = "p", mark, tail


def _main_text(tree: _Element) -> str:
    from trafilatura import bare_extraction

    try:
        found: object = bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:  # RecursionError and others, on pages made to break it.
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _all_text(tree: _Element) -> str:
    """The words of the body, one block a line, where the main text could not be told from the rest."""
    for element in list(tree.iter(*_SILENT)):
        tail = element.tail
        element.clear()
        element.tail = tail
    for element in tree.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = ("".join(tree.itertext())).split("\n")
    return "\n".join(stripped for line in lines if (stripped := " ".join(line.split())))


def _with_tables(body: str, tables: dict[str, str]) -> str:
    """The text with the tables where their marks stand; those left out of the main text follow it."""
    lines: list[str] = []
    pattern = re.compile("(" + "|".join(map(re.escape, tables)) + ")") if tables else None
    left = dict(tables)
    for line in body.split("\n"):
        for piece in pattern.split(line) if pattern else (line,):
            if piece in tables:
                lines += left.pop(piece, "").split("\n")
            else:
                lines.append(piece.strip())
    for rows in left.values():
        lines += rows.split("\n")
    return "\n".join(line for line in lines if line)


def _headed(title: str | None, text: str) -> str:
    """The text with the headline as its first line, and not twice."""
    if title is None:
        return text
    lines = text.split("\n")
    squeezed = "".join(title.split())
    for index, line in enumerate(lines[:_NEAR_TOP]):
        if "".join(line.split()) == squeezed:
            del lines[index]
            break
    return "\n".join([title, *lines]) if lines != [""] else title
