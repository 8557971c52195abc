"""What a rule pack may say, checked on load.

A pack is TOML: `[[metric]]` tables name what numbers measure and the words that announce it; `[words.NAME]`
tables list words that say how a number is meant (trend, comparison, target, one person's story ...). Metrics
are open, kinds and word classes are closed: the program knows each of these by name.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from courtnews.fields import Tag
from courtnews.quantities import UnitClass, unit_names

Kind = Literal[
    "case_count", "amount", "rate", "detention", "person_count", "item_count", "change", "rank", "duration"
]
WordClass = Literal[
    "trend_up",
    "trend_down",
    "trend_noun",
    "basis_yoy",
    "basis_mom",
    "basis_other",
    "distribute",
    "aggregate",
    "aggregate_weak",
    "story",
    "story_near",
    "life",
    "party",
    "counted",
    "target",
    "target_near",
    "plan",
    "target_section",
    "background",
    "legal",
    "average",
    "vacuous",
    "institution",
    "result",
    Tag,
]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Cue = Annotated[str, StringConstraints(min_length=1, max_length=40)]
LEFT, RIGHT = "⟦", "⟧"
UNIT_CLASSES = get_args(UnitClass)


class After(BaseModel):
    """Cues that mean this metric only behind a figure of one of `metrics` in the same sentence.

    A number joined to such a figure with no word between (执结118件3289万元) is this metric too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    metrics: tuple[Code, ...] = Field(min_length=1)
    cues: tuple[Cue, ...] = Field(min_length=1)


class Subject(BaseModel):
    """What a number means in a passage that speaks of this metric: one that `cues` alone name, and that
    would else be one of `metrics` or have none, is this metric (in a passage on 司法救助: 发放12万元).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    metrics: tuple[Code, ...] = Field(min_length=1)
    cues: tuple[Cue, ...] = Field(min_length=1)


class Metric(BaseModel):
    """One thing that reports measure.

    `units` are unit classes (case, money, percent, person, vehicle, item, area, duration, rank, ratio) or
    single folded units (份, 期). `cues` announce the metric; `weak` ones do so only where no cue governs;
    `nouns` name what is counted and need a cue of the metric elsewhere in the sentence; a `qualifier` in
    the same phrase turns a metric (or all of a kind) listed in `over` into this one. `stages` are metrics
    that are this one later in a sentence that holds a qualifier. `after` and `subject` have words of their
    own. A phrase that holds a `veto` is never this metric. Each example marks its number by ⟦⟧ and must come
    out as this metric; no reject may.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    kind: Kind
    label_zh: Text
    label_en: Text
    definition: Text
    units: tuple[Cue, ...] = Field(min_length=1)
    cues: tuple[Cue, ...] = Field(min_length=1)
    weak: tuple[Cue, ...] = ()
    nouns: tuple[Cue, ...] = ()
    qualifiers: tuple[Cue, ...] = ()
    over: tuple[Cue, ...] = ()
    stages: tuple[Code, ...] = ()
    after: After | None = None
    subject: Subject | None = None
    vetoes: tuple[Cue, ...] = ()
    priority: int = 0
    examples: tuple[Text, ...] = Field(min_length=1)
    rejects: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> Metric:
        if self.code == "other":
            raise ValueError("'other' is the code of figures without a metric")
        if bool(self.qualifiers) != bool(self.over):
            raise ValueError("qualifiers and over go together")
        for unit in self.units:
            if unit not in UNIT_CLASSES and unit not in unit_names():
                known = ", ".join(UNIT_CLASSES)
                raise ValueError(f"no number has the unit {unit!r}: take one of {known}, or a unit like 件")
        for example in self.examples:
            if example.count(LEFT) != 1 or example.count(RIGHT) != 1:
                raise ValueError(f"an example marks its number with one {LEFT} and one {RIGHT}: {example}")
        return self


class WordList(BaseModel):
    """Words of one class."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    list: tuple[Cue, ...] = Field(min_length=1)


class PackFile(BaseModel):
    """A TOML file of rules, as written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    metric: tuple[Metric, ...] = ()
    words: dict[WordClass, WordList] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_something(self) -> PackFile:
        if not self.metric and not self.words:
            raise ValueError("the pack is empty: it needs a [[metric]] or a [words.CLASS] table")
        codes = [metric.code for metric in self.metric]
        for code in codes:
            if codes.count(code) > 1:
                raise ValueError(f"metric {code} stands twice")
        return self
