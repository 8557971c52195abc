"""Why each number of a report came out as it did: the words and rules that decided, or the reason it was
refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from courtnews.interpret.reading import Reading
from courtnews.lexicon import RulePack
from courtnews.pipeline import Stages, run
from courtnews.records import Figure, Report


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one number: its place in the raw text (half-open, code points), the figure it is or
    None, and the reasons.
    """

    start: int
    end: int
    text: str
    figure: Figure | None
    reasons: tuple[str, ...]

    def line(self) -> str:
        """One printable line."""
        place = f"{self.start}-{self.end}"
        shown = " ".join(self.text.split())
        if self.figure is None:
            return f"{place}\t{shown}\trefused: {'; '.join(self.reasons)}"
        figure = self.figure
        state = "damaged" if figure.damaged else figure.role
        what = f"{figure.id} {figure.kind} {figure.metric} {figure.value} {figure.unit}".rstrip()
        return f"{place}\t{shown}\t{what} [{state}]: {'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdicts on all numbers of a report, in the order of the text, and the report itself."""

    report: Report
    verdicts: tuple[Verdict, ...]

    def lines(self) -> Iterator[str]:
        """One line a number: place, text, what it is, why."""
        for verdict in self.verdicts:
            yield verdict.line()

    def of(self, figure: Figure | str) -> Verdict:
        """The verdict on a figure, given itself or by its id; raises KeyError where there is none."""
        wanted = figure if isinstance(figure, str) else figure.id
        for verdict in self.verdicts:
            if verdict.figure is not None and verdict.figure.id == wanted:
                return verdict
        raise KeyError(wanted)


def explain(
    text: str | bytes | Report, *, rules: RulePack | None = None, published: date | str | None = None
) -> Explanation:
    """Read a text (or a report's text again) and tell for each number which words and rules decided, or why
    it was refused.

    >>> for verdict in explain("2021年,全市法院共受理执行案件2888件。").verdicts:
    ...     print(verdict.text, verdict.figure and verdict.figure.metric, verdict.reasons[0])
    2021年 None a date
    2888件 cases_accepted metric cases_accepted: cue 受理 (before)
    """
    if isinstance(text, Report):
        published = published if published is not None else text.published
        text = text.text
    stages = run(text, rules=rules, published=published)
    verdicts = [*_dates(stages), *_refused(stages), *_read(stages)]
    return Explanation(stages.report, tuple(sorted(verdicts, key=lambda v: (v.start, v.end))))


def _verdict(
    stages: Stages, start: int, end: int, figure: Figure | None, reasons: tuple[str, ...]
) -> Verdict:
    low, high = stages.normalized.alignment.to_raw(start, end)
    return Verdict(low, high, stages.normalized.raw[low:high], figure, reasons)


def _dates(stages: Stages) -> Iterator[Verdict]:
    for expr in stages.dates:
        yield _verdict(stages, expr.start, expr.end, None, ("a time of day" if expr.clock else "a date",))


def _refused(stages: Stages) -> Iterator[Verdict]:
    for refusal in stages.refusals:
        yield _verdict(stages, refusal.start, refusal.end, None, (refusal.reason.replace("_", " "),))


def _read(stages: Stages) -> Iterator[Verdict]:
    figures = {(f.start, f.end): f for f in stages.report.all_figures}
    for reading in stages.readings:
        q = reading.quantity
        place = stages.normalized.alignment.to_raw(q.start, q.end)
        figure = None if reading.refused else figures.get(place)
        yield _verdict(stages, q.start, q.end, figure, _reasons(reading, figure))


def _reasons(reading: Reading, figure: Figure | None) -> tuple[str, ...]:
    if figure is None:
        return (reading.refused or "no reading",)
    reasons = list(reading.why)
    if figure.damage is not None:
        reasons.append(f"damaged: {figure.damage}")
    if figure.metric == "other" and figure.label is not None:
        reasons.append(f"label {figure.label}")
    return tuple(reasons)
