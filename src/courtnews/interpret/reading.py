"""What has been read out of one quantity so far: a mutable draft of a figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Metric, Token
from courtnews.quantities import Quantity


@dataclass(slots=True, eq=False)
class Reading:
    """A quantity on its way to becoming a figure; `clause` is where its clause begins and `ahead`
    the words between there and the number; `why` keeps the words and rules that decided, for
    explain.
    """

    quantity: Quantity
    sentence: Sentence
    clause: int = 0
    ahead: list[Token] = field(default_factory=list)
    value: Decimal = Decimal(0)
    value_max: Decimal | None = None
    unit: str = ""
    bound: str = "exact"
    metric: Metric | None = None
    kind: str = ""
    cue: Token | None = None
    cue_strength: int = 0
    rule: str = ""
    role: str = ""
    sign: int = 1
    basis: str | None = None
    trend: Token | None = None
    compared_year: int | None = None
    compared_month: int | None = None
    of: Reading | None = None
    #: The number told before that this one only tells again, or is a part of in a list: its time is the same.
    again: Reading | None = None
    distributed: int = -1
    period: str | None = None
    court: str | None = None
    scope: str | None = None
    tags: tuple[str, ...] = ()
    label: str | None = None
    refused: str = ""
    why: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The metric's code, or `other`."""
        return self.metric.code if self.metric is not None else "other"

    @property
    def is_change(self) -> bool:
        """Whether the number says how much something changed."""
        return self.kind == "change"
