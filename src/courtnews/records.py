"""The records of a report: what `extract` gives back and every exporter reads.

A figure is one number that a report states. Its class follows from its `kind`; what it measures is
its `metric`. Offsets are code points into the raw text of the report, half-open. Values are exact
decimals in the base unit: yuan for money, percent for rates. Records are frozen and compare by value.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from courtnews.fields import IsoDate, Number, Period, RawText, Tag

Kind: TypeAlias = Literal[
    "case_count", "amount", "rate", "detention", "person_count", "item_count", "change", "rank", "duration"
]
Bound: TypeAlias = Literal["exact", "over", "under", "about"]
Role: TypeAlias = Literal["statistic", "case_detail", "threshold", "target", "background"]
Basis: TypeAlias = Literal["yoy", "mom", "other"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_R = TypeVar("_R", bound=_Record)


def unchecked(made: type[_R], fields: dict[str, object], said: set[str]) -> _R:
    """The record with all of these fields, in their order, of which those `said` were set: for what the
    stages made, which validation would only pass.

    It is put together as pydantic's `model_construct` does it, which asks for each field and takes five
    times as long.
    """
    record = made.__new__(made)
    put = object.__setattr__
    put(record, "__dict__", fields)
    put(record, "__pydantic_fields_set__", said)
    put(record, "__pydantic_extra__", None)
    put(record, "__pydantic_private__", None)
    return record


class Span(_Record):
    """A half-open stretch of a text, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class FigureBase(_Record):
    """What figures of every kind have in common.

    `text` is the numeral with its multiplier and unit, as the raw text has it from `start` to `end`.
    `value` may be absent only where the text is damaged; `value_max` is the upper end of a range.
    `label` is the noun phrase that is counted, for the metric `other`. `period` is EDTF (ISO 8601-2).
    `court`, `scope` and `label` are in simplified characters, whatever the script of the text.

    >>> from decimal import Decimal
    >>> figure = CaseCount(id="f1", text="2888件", start=9, end=14, metric="cases_accepted",
    ...                    value=Decimal(2888), unit="件", period="2021")
    >>> figure.kind, figure.bound, figure.role
    ('case_count', 'exact', 'statistic')
    """

    id: str = Field(min_length=1)
    text: RawText
    start: int = Field(ge=0)
    end: int
    metric: str = Field(min_length=1)
    label: str | None = None
    value: Number | None = None
    value_max: Number | None = None
    unit: str = ""
    bound: Bound = "exact"
    period: Period | None = None
    court: str | None = None
    scope: str | None = None
    tags: tuple[Tag, ...] = ()
    role: Role = "statistic"
    damaged: bool = False
    damage: str | None = None

    @property
    def span(self) -> Span:
        """Where the figure stands in the raw text."""
        return Span(start=self.start, end=self.end)

    @model_validator(mode="after")
    def _check(self) -> FigureBase:
        if self.start >= self.end or self.end - self.start != len(self.text):
            raise ValueError("text must fill the span from start to end")
        if self.value is None:
            if not self.damaged:
                raise ValueError("only a damaged figure may have no value")
        elif self.value_max is not None and self.value_max < self.value:
            raise ValueError("value_max must not be below value")
        return self


class CaseCount(FigureBase):
    """A number of cases."""

    kind: Literal["case_count"] = "case_count"


class Amount(FigureBase):
    """Money, in the base unit of its currency."""

    kind: Literal["amount"] = "amount"


class Rate(FigureBase):
    """A rate in percent (80.2% is `80.2`), or a ratio with the unit `ratio`."""

    kind: Literal["rate"] = "rate"


class Detention(FigureBase):
    """Persons in custody or under force: detained, force-summoned, arrested."""

    kind: Literal["detention"] = "detention"


class PersonCount(FigureBase):
    """A number of persons, or of times a person was dealt with (人次)."""

    kind: Literal["person_count"] = "person_count"


class ItemCount(FigureBase):
    """A number of things or acts: vehicles, houses, searches, inquiries, auctions."""

    kind: Literal["item_count"] = "item_count"


class Change(FigureBase):
    """By how much a metric changed; the value is signed, and `metric` is that of what changed.

    `basis` says against what: the year before, the month before, or anything else that is named.
    `of` is the id of the figure that changed, where the report states it.
    """

    kind: Literal["change"] = "change"
    basis: Basis | None = None
    of: str | None = None


class Rank(FigureBase):
    """The place reached in a ranking."""

    kind: Literal["rank"] = "rank"


class Duration(FigureBase):
    """A length of time, such as the average days a case took."""

    kind: Literal["duration"] = "duration"


Figure: TypeAlias = Annotated[
    CaseCount | Amount | Rate | Detention | PersonCount | ItemCount | Change | Rank | Duration,
    Field(discriminator="kind"),
]

KIND_CLASSES: dict[Kind, type[FigureBase]] = {
    kind_class.model_fields["kind"].default: kind_class
    for kind_class in (CaseCount, Amount, Rate, Detention, PersonCount, ItemCount, Change, Rank, Duration)
}


class Report(_Record):
    """A report that was read. `text` is the raw text; every figure's span points into it.

    `all_figures` are in the order of the text and hold every role. `encoding`, with its `evidence`, says
    how bytes became text, and `lossy` whether something was lost then; they stay empty where text was given.
    `court` and `published` (an ISO date) are those of the whole report.
    """

    text: RawText
    source: RawText | None = None
    title: RawText | None = None
    court: str | None = None
    published: IsoDate | None = None
    url: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    evidence: tuple[str, ...] = ()
    lossy: bool = False
    all_figures: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The results that can be trusted: of role `statistic`, and not damaged."""
        return tuple(f for f in self.all_figures if f.role == "statistic" and not f.damaged)

    @property
    def damaged(self) -> tuple[Figure, ...]:
        """The figures, of any role, beside which the text is broken."""
        return tuple(f for f in self.all_figures if f.damaged)

    def figure(self, figure_id: str) -> Figure:
        """The figure with this id, of any role; KeyError where there is none."""
        for figure in self.all_figures:
            if figure.id == figure_id:
                return figure
        raise KeyError(figure_id)

    @model_validator(mode="after")
    def _check(self) -> Report:
        identifiers = {f.id for f in self.all_figures}
        if len(identifiers) != len(self.all_figures):
            raise ValueError("two figures share an id")
        for f in self.all_figures:
            if self.text[f.start : f.end] != f.text:
                raise ValueError(f"{f.id}: the raw text from {f.start} to {f.end} is not {f.text!r}")
            if isinstance(f, Change) and f.of is not None and f.of not in identifiers:
                raise ValueError(f"{f.id}: no figure {f.of} in this report")
        return self
