"""The stages of a report, in order: the only place that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from courtnews.dates import DateExpr, find_dates
from courtnews.errors import NotTextError, OptionError
from courtnews.figures import figures_of
from courtnews.interpret.read import read
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import structure
from courtnews.lexicon import RulePack, matcher_for
from courtnews.quantities import Rejected, scan
from courtnews.records import Report
from courtnews.text.decode import Decoded, decode
from courtnews.text.normalize import NormalizedText, normalize


@dataclass(frozen=True, slots=True)
class Stages:
    """A report with what each stage left behind, for those who ask why."""

    normalized: NormalizedText
    dates: list[DateExpr]
    refusals: list[Rejected]
    readings: list[Reading]
    report: Report


def extract(
    text: str | bytes,
    *,
    rules: RulePack | None = None,
    published: date | str | None = None,
    source: str | None = None,
) -> Report:
    """Read a report: every number that it states, typed, exact, and with its place in the text.

    Bytes are decoded first (UTF-8, GB18030, Big5, UTF-16, by mark, declaration and plausibility). `published` is the day the
    report appeared, as a date or YYYY-MM-DD; it settles 今年 and 去年. `source` is only carried along. Nothing but these four
    decides the outcome. Raises CourtnewsError: for what is no text, bytes that cannot be decoded, a day that is none.

    >>> report = extract("2021年,全市法院共受理执行案件2888件,同比上升35.33%。")
    >>> [(f.metric, str(f.value), f.unit, f.period) for f in report.figures]
    [('cases_accepted', '2888', '件', '2021'), ('cases_accepted', '35.33', '%', '2021')]
    """
    return run(text, rules=rules, published=published, source=source).report


def extract_many(
    documents: Iterable[str | bytes],
    *,
    rules: RulePack | None = None,
    published: date | str | None = None,
) -> Iterator[Report]:
    """Read reports one after the other, in their order; each as `extract` would.

    >>> [len(report.figures) for report in extract_many(["当天拘留3人。", "没有数字。"])]
    [1, 0]
    """
    for document in documents:
        yield extract(document, rules=rules, published=published)


def run(
    text: str | bytes,
    *,
    rules: RulePack | None = None,
    published: date | str | None = None,
    source: str | None = None,
) -> Stages:
    """All stages, and what each found."""
    rules = rules if rules is not None else RulePack.default()
    decoded = _text_of(text)
    normalized = normalize(decoded.text)
    working = normalized.text
    dates = find_dates(working)
    quantities, refusals = scan(working, [(d.start, d.end) for d in dates])
    matcher = matcher_for(rules)
    document = structure(working, matcher.find(working), quantities, dates)
    found = read(document, matcher, _day(published))
    report = Report(
        text=decoded.text,
        source=source,
        court=found.court,
        published=found.published.isoformat() if found.published else None,
        encoding=decoded.encoding or None,
        evidence=decoded.evidence,
        lossy=decoded.lossy,
        all_figures=figures_of(found.readings, normalized, rules),
    )
    return Stages(normalized, dates, refusals, found.readings, report)


def _text_of(text: str | bytes) -> Decoded:
    if isinstance(text, str):
        return Decoded(text, "", (), False)
    if isinstance(text, bytes | bytearray | memoryview):
        return decode(bytes(text))
    raise NotTextError.of(text)


def _day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except (TypeError, ValueError) as error:
        raise OptionError("published", published, "a day as YYYY-MM-DD") from error

