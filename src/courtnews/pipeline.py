"""The stages of a report, in order: the only place that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from courtnews.dates import DateExpr, find_dates
from courtnews.errors import NotTextError, OptionError
from courtnews.figures import figures_of
from courtnews.interpret.read import Read, read
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import structure
from courtnews.interpret.tables import dates_outside, find_tables
from courtnews.lexicon import RulePack, matcher_for
from courtnews.losses import masked, with_lost
from courtnews.pages import Page, is_page, read_page
from courtnews.quantities import Rejected, scan
from courtnews.records import Figure, Report, unchecked
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
    url: str | None = None,
) -> Report:
    """Read a report: every number that it states, typed, exact, and with its place in the text.

    Bytes are decoded first (UTF-8, GB18030, Big5, UTF-16, by mark, declaration and plausibility). `published`
    is the day the report appeared, as a date or YYYY-MM-DD; it settles 今年 and 去年. `source` is only
    carried along, as is `url`, which outweighs the address that a page states. Nothing else decides the
    outcome; nothing is fetched.

    Bytes that are an HTML page are read for its main text, headline first, tables as tab-separated lines:
    that is the report's `text` then, with the page's `title` and `sha256`. A `str` is always text, never a
    page.

    Raises CourtnewsError: for what is no text, bytes that cannot be decoded, a day that is none, a page where
    the extra `html` is not installed.

    >>> report = extract("2021年,全市法院共受理执行案件2888件,同比上升35.33%。")
    >>> [(f.metric, str(f.value), f.unit, f.period) for f in report.figures]
    [('cases_accepted', '2888', '件', '2021'), ('cases_accepted', '35.33', '%', '2021')]
    """
    return run(text, rules=rules, published=published, source=source, url=url).report


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
    url: str | None = None,
) -> Stages:
    """All stages, and what each found."""
    rules = rules if rules is not None else RulePack.default()
    decoded = _text_of(text)
    page = _page_of(text, decoded, url)
    normalized = normalize(page.text)
    working = masked(normalized)
    dates, tables = find_dates(working), find_tables(working)
    outside = dates_outside(tables, dates)
    taken = [(d.start, d.end) for d in outside] + [(t.start, t.end) for t in tables]
    quantities, refusals = scan(working, sorted(taken) if tables else taken)
    quantities = with_lost(quantities, normalized)
    matcher = matcher_for(rules)
    document = structure(working, matcher, quantities, outside)
    found = read(document, matcher, _day(published), tables=tables, stated=page.published)
    figures = figures_of(found.readings, normalized, rules)
    report = _report(page, decoded, found, figures, source)
    return Stages(normalized, dates, refusals, found.readings, report)


def _report(
    page: Page, decoded: Decoded, found: Read, figures: tuple[Figure, ...], source: str | None
) -> Report:
    url = page.url
    if source is not None or url is not None:
        # The rest was made here, of this very text: only what came from outside is validated.
        checked = Report(text=page.text, source=source, url=url)
        source, url = checked.source, checked.url
    fields: dict[str, object] = {
        "text": page.text,
        "source": source,
        "title": page.title,
        "court": found.court,
        "published": found.published.isoformat() if found.published else None,
        "url": url,
        "sha256": page.sha256,
        "encoding": decoded.encoding or None,
        "evidence": decoded.evidence,
        "lossy": decoded.lossy,
        "all_figures": figures,
    }
    return unchecked(Report, fields, set(fields))


def _page_of(text: str | bytes, decoded: Decoded, url: str | None) -> Page:
    """What the bytes of a page hold; any other text is a page of nothing but itself."""
    if isinstance(text, str) or not is_page(decoded.text):
        return Page(decoded.text, None, None, url, None)
    return read_page(decoded.text, bytes(text), url=url)


def _text_of(text: str | bytes) -> Decoded:
    if isinstance(text, str):
        return Decoded(text, "", (), False)
    if isinstance(text, bytes | bytearray | memoryview):
        return decode(bytes(text))
    raise NotTextError.of(text)


def _day(published: date | str | None) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except (TypeError, ValueError) as error:
        raise OptionError("published", published, "a day as YYYY-MM-DD") from error
