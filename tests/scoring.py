"""How well reports are read: figures found against figures annotated by hand.

An annotated report is NAME.txt with NAME.json beside it. Each figure there is placed by `at`, a quotation
of the text with the figure between ⟦ and ⟧. A found figure belongs to the annotated one it overlaps; only
results that are not damaged count as given. Each level asks for what the one before asks and for more:

value: the same number, unit and kind; typed: and the same metric; full: and the same bound, period, court
and, for a change, basis and link. A given result is `wrong` whose number is false, or stands where the text
is damaged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from courtnews import Figure, Report, RulePack

LEVELS = ("value", "typed", "full")
_COUNTS = frozenset(("case_count", "detention", "person_count", "item_count"))
# Words that courts' names share: what is left is the place, and the place is what must agree.
_NO_PLACE = re.compile("人民法院|法院|中级|高级|基层|自治|两级|各级|全部|全体|中院|高院|[院省市县区州旗]")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One figure as annotated; `metrics`, `periods` and `courts` hold every reading that is right."""

    id: str
    start: int
    end: int
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    kinds: frozenset[str]
    metrics: frozenset[str]
    bound: str
    periods: frozenset[str | None]
    courts: tuple[str, ...]
    basis: str | None
    of: str | None
    role: str
    optional: bool
    damaged: bool

    @property
    def is_change(self) -> bool:
        return self.kinds == {"change"}


@dataclass(slots=True)
class Tally:
    """Counts over reports: results annotated, results given, those right at each level, and wrong numbers."""

    annotated: int = 0
    given: int = 0
    wrong: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))

    def f1(self, level: str) -> float:
        total = self.annotated + self.given
        return 2 * self.right[level] / total if total else 1.0


def annotations_of(path: Path) -> tuple[str, list[Annotation]]:
    """The raw text of an annotated report and its figures; `path` is that of the JSON file."""
    raw = path.with_suffix(".txt").read_bytes().decode("utf-8")
    document = json.loads(path.read_text(encoding="utf-8"))
    return raw, [_annotation(raw, document, entry) for entry in document["figures"]]


def _annotation(raw: str, document: Mapping[str, object], entry: Mapping[str, object]) -> Annotation:
    before, inside, after = re.split("[⟦⟧]", entry["at"])
    assert raw.count(before + inside + after) == 1, f"{entry['at']} does not stand once in the text"
    start = raw.index(before + inside + after) + len(before)
    metrics = [entry["metric"], *entry.get("metric_alt", [])]
    court = entry.get("court", document.get("court"))
    others = entry.get("court_alt", [] if "court" in entry else document.get("court_alt", []))
    return Annotation(
        id=entry["id"],
        start=start,
        end=start + len(inside),
        value=_decimal(entry.get("value")),
        value_max=_decimal(entry.get("value_max")),
        unit=entry.get("unit"),
        kinds=_kinds(entry.get("kind"), metrics),
        metrics=frozenset(metrics),
        bound=entry.get("bound", "exact"),
        periods=frozenset((entry.get("period"), *entry.get("period_alt", []))),
        courts=(court, *others) if court else (),
        basis=entry.get("basis"),
        of=entry.get("of"),
        role=entry.get("role", "statistic"),
        optional=entry.get("optional", False),
        damaged=entry.get("damaged", False),
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _kinds(stated: str | None, metrics: Sequence[str]) -> frozenset[str]:
    """The kinds that are right: those of the metrics; any count where the metric is not known."""
    if stated == "change":
        return frozenset(("change",))
    pack = RulePack.default()
    kinds = {pack.metric(metric).kind for metric in metrics if metric != "other"}
    if stated:
        kinds.add(stated)
    return frozenset(kinds | _COUNTS if metrics[0] == "other" and kinds & _COUNTS else kinds)


def pair(annotated: Sequence[Annotation], figures: Sequence[Figure]) -> dict[str, Figure]:
    """Which figure belongs to which annotation, by its id: equal numbers first, then the best overlap."""

    def rank(choice: tuple[Annotation, Figure]) -> tuple[bool, float]:
        annotation, figure = choice
        common = min(annotation.end, figure.end) - max(annotation.start, figure.start)
        whole = max(annotation.end, figure.end) - min(annotation.start, figure.start)
        return _same_number(annotation, figure), common / whole

    overlapping = [(a, f) for a in annotated for f in figures if a.start < f.end and f.start < a.end]
    paired: dict[str, Figure] = {}
    taken: set[str] = set()
    for annotation, figure in sorted(overlapping, key=rank, reverse=True):
        if annotation.id not in paired and figure.id not in taken:
            paired[annotation.id] = figure
            taken.add(figure.id)
    return paired


def tally(read: Iterable[tuple[Sequence[Annotation], Report]]) -> Tally:
    """Count over annotated reports and what was found in them."""
    counts = Tally()
    for annotated, report in read:
        _count(counts, annotated, report)
    return counts


def _count(counts: Tally, annotated: Sequence[Annotation], report: Report) -> None:
    paired = pair(annotated, report.all_figures)
    given = {figure.id for figure in report.figures}
    # What is annotated as arguable counts neither way.
    ignored = {paired[a.id].id for a in annotated if a.optional and not a.damaged and a.id in paired}
    counts.given += len(given - ignored)
    for annotation in annotated:
        figure = paired.get(annotation.id)
        is_given = figure is not None and figure.id in given
        if annotation.damaged:
            counts.wrong += is_given
        elif annotation.role == "statistic" and not annotation.optional:
            counts.annotated += 1
            if figure is not None and is_given:
                _judge(counts, annotation, figure, paired)


def _judge(counts: Tally, annotation: Annotation, figure: Figure, paired: Mapping[str, Figure]) -> None:
    if not _same_number(annotation, figure):
        counts.wrong += 1
        return
    checks = {
        "value": figure.kind in annotation.kinds and figure.unit == annotation.unit,
        "typed": figure.metric in annotation.metrics,
        "full": _same_slots(annotation, figure, paired),
    }
    for level in LEVELS:
        if not checks[level]:
            return
        counts.right[level] += 1


def _same_number(annotation: Annotation, figure: Figure) -> bool:
    return (annotation.value, annotation.value_max) == (figure.value, figure.value_max)


def _same_slots(annotation: Annotation, figure: Figure, paired: Mapping[str, Figure]) -> bool:
    return (
        figure.bound == annotation.bound
        and figure.period in annotation.periods
        and _same_court(annotation.courts, figure.court)
        and (not annotation.is_change or _same_link(annotation, figure, paired))
    )


def _same_court(courts: Sequence[str], found: str | None) -> bool:
    """Whether the court found is one that is right, by its place; where none is annotated, any is."""
    if not courts:
        return True
    if found is None:
        return False
    place = _NO_PLACE.sub("", found)
    for court in courts:
        expected = _NO_PLACE.sub("", court)
        if court == found or (not place and not expected):
            return True
        if place and expected and (place in expected or expected in place):
            return True
    return False


def _same_link(annotation: Annotation, figure: Figure, paired: Mapping[str, Figure]) -> bool:
    """Basis, and the figure that changed: none is to be named where none is annotated."""
    if figure.kind != "change" or figure.basis != annotation.basis:
        return False
    if annotation.of is not None:
        return annotation.of in paired and paired[annotation.of].id == figure.of
    return figure.of is None or figure.of not in {other.id for other in paired.values()}
