"""The interpreter: all readings of a document, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from courtnews.interpret.bases import carry_on, settle_bases, settle_for_all
from courtnews.interpret.breakdowns import continue_totals
from courtnews.interpret.captioned import Captions
from courtnews.interpret.changes import find_changes
from courtnews.interpret.compared import untell_in_brackets
from courtnews.interpret.courts.scope import CourtMap
from courtnews.interpret.distant import untie_other_courts
from courtnews.interpret.fallback import NO_CUE, fit_units, in_taiwan_dollars, shares, unnamed
from courtnews.interpret.govern import govern
from courtnews.interpret.headed import Headings
from courtnews.interpret.itemized import continue_lines, name_kinds
from courtnews.interpret.levels import levels_reached
from courtnews.interpret.links import link_changes
from courtnews.interpret.lists import distribute, repeat
from courtnews.interpret.named_in_turn import name_in_turn
from courtnews.interpret.periods.headlines import share_periods
from courtnews.interpret.periods.publication import publication
from courtnews.interpret.periods.stated import plausible_day
from courtnews.interpret.periods.timeline import Timeline
from courtnews.interpret.qualify import as_averages
from courtnews.interpret.ranks import RANKED, find_ranks
from courtnews.interpret.reading import Reading
from courtnews.interpret.roles import RoleJudge
from courtnews.interpret.scopes import scope
from courtnews.interpret.set_aside import ONLY_LASTS, set_aside
from courtnews.interpret.shared import share_units
from courtnews.interpret.stocks import balance
from courtnews.interpret.structure import Document, Sentence
from courtnews.interpret.subjects import by_subject
from courtnews.interpret.tables import Table, read_tables
from courtnews.interpret.titles import name_from_body
from courtnews.lexicon import Matcher

# An agency of Taiwan reports in its own money, whether it says so at each number or not.
_TAIWAN = re.compile(r"分署[^检]{0,200}义务人")


@dataclass(slots=True)
class Read:
    """What the interpreter found: readings in the order of the text, the report's court and day of
    publication.
    """

    readings: list[Reading]
    court: str | None
    published: date | None


def read(
    document: Document,
    matcher: Matcher,
    published: date | None = None,
    *,
    tables: Sequence[Table] = (),
    stated: date | None = None,
) -> Read:
    """Interpret every quantity of a document and of its tables; `stated` is the day a page gives itself."""
    published = publication(document, published) or plausible_day(document, stated)
    courts = CourtMap(document)
    timeline = Timeline(document, published, courts.section_starts)
    everything = _read_sentences(document, matcher, courts, timeline)
    untie_other_courts(everything)
    settle_for_all(document.text, everything)
    carry_on(everything)
    name_from_body(everything, document)
    share_periods(everything, document, timeline.frames.first)
    now = timeline.context.now
    everything += read_tables(
        tables,
        document,
        matcher,
        court=courts.main,
        now=now,
        published=published,
        period=timeline.frames.only,
    )
    if _speaks_of_taiwan(document.text):
        in_taiwan_dollars(everything)
    return Read(sorted(everything, key=attrgetter("quantity.start")), courts.main, published)


def _read_sentences(
    document: Document, matcher: Matcher, courts: CourtMap, timeline: Timeline
) -> list[Reading]:
    """The readings of the prose, sentence by sentence: what each is, whose role it has, when, of whom."""
    roles, headings = RoleJudge(document, matcher), Headings(document, matcher)
    captions = Captions(document, matcher)
    everything: list[Reading] = []
    earlier: list[Reading] = []
    told: list[list[Reading]] = []
    for sentence in document.sentences:
        readings = _metrics(sentence, earlier, everything, matcher, headings, captions)
        roles.judge(sentence, readings)
        timeline.assign(sentence, readings)
        _relations(sentence, readings, earlier, everything, timeline.context.now)
        everything += readings
        earlier = readings
        told.append(readings)
    # Nothing above asks for a court, and what is done at one stretch is done faster.
    for sentence, readings in zip(document.sentences, told, strict=True):
        courts.assign(sentence, [reading for reading in readings if not reading.refused])
    return everything


def _speaks_of_taiwan(text: str) -> bool:
    return "行政执行署" in text or "新台币" in text or ("分署" in text and _TAIWAN.search(text) is not None)


def _relations(
    sentence: Sentence,
    readings: list[Reading],
    earlier: list[Reading],
    before: list[Reading],
    now: int | None,
) -> None:
    """What changed, from what, and within which class of cases."""
    kept = [reading for reading in readings if not reading.refused]
    if not kept:
        return
    settle_bases(kept, now)
    if "change" in [reading.kind for reading in kept]:
        link_changes(sentence, kept, earlier, before)
        untell_in_brackets(sentence, kept)
        levels_reached(sentence, [r for r in readings if not r.refused or r.refused == NO_CUE])
    scope(sentence, kept)


def _fresh(sentence: Sentence) -> list[Reading]:
    """A reading for each number of a sentence, of which no more is known than what was written."""
    breaks, starts, tokens = sentence.breaks, sentence.token_starts, sentence.tokens
    readings = []
    part = low = high = 0
    for q in sentence.quantities:
        start = q.start
        passed = bisect_left(breaks, start, part)
        if passed > part:
            part, low = passed, bisect_left(starts, breaks[passed - 1] + 1, low)
        clause = breaks[part - 1] + 1 if part else sentence.start
        high = bisect_left(starts, start, max(low, high))
        whole = high - 1 if low < high and tokens[high - 1].end > start else high
        ahead = tokens[low:whole]
        readings.append(Reading(q, sentence, clause, ahead, q.value, q.value_max, q.unit, q.bound))
    return readings


def _metrics(
    sentence: Sentence,
    earlier: list[Reading],
    before: list[Reading],
    matcher: Matcher,
    headings: Headings,
    captions: Captions,
) -> list[Reading]:
    """The readings of a sentence, each with what it measures or why it is no figure; `earlier` are those of
    the sentence before, `before` those of all.
    """
    everything = _fresh(sentence)
    share_units(sentence, everything)
    set_aside(sentence, everything, earlier)
    captions.name(sentence, everything)
    headings.name(sentence, [r for r in everything if r.refused == ONLY_LASTS])
    if not (readings := [r for r in everything if not r.role and not r.refused]):
        return everything
    sorts = {r.quantity.unit_class for r in readings}
    find_changes(sentence, readings)
    if not sorts.isdisjoint(RANKED):
        find_ranks(sentence, readings, matcher.metrics.get("rank"))
    again = len(readings) > 1 and _deal(sentence, readings, earlier)
    govern(sentence, readings, earlier, matcher)
    name_kinds(sentence, readings)
    by_subject(sentence, readings, earlier, matcher, headings.title)
    if again:
        repeat(sentence, readings)
    _in_proportion(sentence, readings, earlier, matcher, sorts)
    headings.name(sentence, readings)
    as_averages(sentence, readings, matcher)
    _by_others(sentence, readings, earlier, before)
    return everything


def _deal(sentence: Sentence, readings: Sequence[Reading], earlier: Sequence[Reading]) -> bool:
    """Deal out what lists name; returns whether any is dealt as those before it were."""
    again = distribute(sentence, readings, earlier)
    name_in_turn(sentence, readings)
    return again


def _in_proportion(
    sentence: Sentence,
    readings: list[Reading],
    earlier: list[Reading],
    matcher: Matcher,
    sorts: Collection[str],
) -> None:
    """Shares of a whole, and stocks that flows make up."""
    if "percent" in sorts:
        shares(sentence, readings, matcher.metrics.get("rate_share"))
    if "case" in sorts:
        balance(sentence, readings, earlier, matcher)


def _by_others(
    sentence: Sentence, readings: list[Reading], earlier: list[Reading], before: list[Reading]
) -> None:
    """What numbers are that nothing beside them names: parts of those before, or of no known measure."""
    continue_totals(sentence, readings, before)
    continue_lines(sentence, readings, before)
    unnamed(sentence, readings, earlier)
    fit_units(readings)
