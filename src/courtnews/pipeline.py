"""The stages of a report, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from courtnews.dates import find_dates
from courtnews.figures import figures_of
from courtnews.interpret.read import Read, read
from courtnews.interpret.structure import structure
from courtnews.lexicon import RulePack, matcher_for
from courtnews.quantities import scan
from courtnews.records import Report
from courtnews.text.normalize import NormalizedText, normalize


def extract(
    text: str | bytes,
    *,
    rules: RulePack | None = None,
    published: date | str | None = None,
    source: str | None = None,
) -> Report:
    """Read a report and give back its figures."""
    rules = rules if rules is not None else RulePack.default()
    raw = text.decode("utf-8") if isinstance(text, bytes) else text
    normalized = normalize(raw)
    found = interpret(normalized, rules, published if not isinstance(published, str) else date.fromisoformat(published))
    return Report(
        source=source,
        text=raw,
        court=found.court,
        published=found.published.isoformat() if found.published else None,
        all_figures=figures_of(found.readings, normalized, rules),
    )


def interpret(normalized: NormalizedText, rules: RulePack, published: date | None) -> Read:
    """Everything between working text and records: find the words, dates and numbers, then read them."""
    working = normalized.text
    dates = find_dates(working)
    quantities, _ = scan(working, [(d.start, d.end) for d in dates])
    matcher = matcher_for(rules)
    document = structure(working, matcher.find(working), quantities, dates)
    return read(document, matcher, published)


def extract_many(
    documents: Iterable[str | bytes],
    *,
    rules: RulePack | None = None,
    published: date | str | None = None,
) -> Iterator[Report]:
    """Read reports one after the other, in their order."""
    for document in documents:
        yield extract(document, rules=rules, published=published)
