"""How well the reports in fixtures/ are read, held to pinned floors."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from courtnews import Report, extract
from courtnews.export import Destination, make_writer
from courtnews.records import KIND_CLASSES, CaseCount, Change, FigureBase
from running import command, environment
from scoring import LEVELS, Annotation, Tally, annotations_of, pair, tally

ROOT = Path(__file__).parents[1]
REPORTS = sorted((ROOT / "fixtures" / "reports").glob("*.json"))
FLOORS = tomllib.loads((ROOT / "tests" / "quality_floors.toml").read_text(encoding="utf-8"))
# Further annotated reports may lie beside the checkout, with a judge of their own.
SHARED = ROOT.parent / "shared"


def read_fixtures() -> Iterator[tuple[list[Annotation], Report]]:
    for path in REPORTS:
        published = json.loads(path.read_text(encoding="utf-8")).get("published")
        report = extract(path.with_suffix(".txt").read_bytes(), published=published, source=path.stem)
        yield annotations_of(path)[1], report


@pytest.fixture(scope="module")
def reached() -> Tally:
    return tally(read_fixtures())


@pytest.fixture(scope="module")
def by_kind() -> dict[str, dict[str, float]]:
    """Precision and recall of each kind: right is the same number, unit, kind and metric."""
    annotated, given, right = Counter[str](), Counter[str](), Counter[str]()
    for stated, report in read_fixtures():
        paired = pair(stated, report.all_figures)
        results = [a for a in stated if a.role == "statistic" and not a.optional and not a.damaged]
        ignored = {paired[a.id].id for a in stated if a.optional and a.id in paired}
        sound = {figure.id for figure in report.figures} - ignored
        given.update(figure.kind for figure in report.figures if figure.id in sound)
        for annotation in results:
            figure = paired.get(annotation.id)
            hit = figure is not None and figure.id in sound and _is_right(annotation, figure)
            # An annotation that leaves the kind of count open is of the kind found.
            kind = figure.kind if hit else min(annotation.kinds)
            annotated[kind] += 1
            right[kind] += hit
    return {
        kind: {"precision": right[kind] / given[kind], "recall": right[kind] / annotated[kind]}
        for kind in KIND_CLASSES
        if given[kind] and annotated[kind]
    }


def _is_right(annotation: Annotation, figure: FigureBase) -> bool:
    same_number = (figure.value, figure.value_max, figure.unit) == (
        annotation.value,
        annotation.value_max,
        annotation.unit,
    )
    return same_number and figure.kind in annotation.kinds and figure.metric in annotation.metrics


def test_there_are_reports_of_every_sort() -> None:
    annotations = [annotation for path in REPORTS for annotation in annotations_of(path)[1]]
    assert len(REPORTS) == 12
    assert {annotation.role for annotation in annotations} == {
        "statistic",
        "case_detail",
        "threshold",
        "target",
        "background",
    }
    assert any(annotation.damaged for annotation in annotations)
    assert any(annotation.is_change and annotation.of for annotation in annotations)


@pytest.mark.parametrize("level", LEVELS)
def test_the_reports_are_read_no_worse_than_the_floor(reached: Tally, level: str) -> None:
    assert reached.f1(level) >= FLOORS[level]


@pytest.mark.parametrize("measure", ["precision", "recall"])
@pytest.mark.parametrize("kind", FLOORS["kind"])
def test_each_kind_is_read_no_worse_than_its_floor(
    by_kind: dict[str, dict[str, float]], kind: str, measure: str
) -> None:
    assert by_kind[kind][measure] >= FLOORS["kind"][kind][measure], f"reached now:\n{_as_floors(by_kind)}"


def test_every_kind_in_the_fixtures_has_floors(by_kind: dict[str, dict[str, float]]) -> None:
    assert set(FLOORS["kind"]) == set(by_kind), f"reached now:\n{_as_floors(by_kind)}"


def _as_floors(by_kind: dict[str, dict[str, float]]) -> str:
    """What is reached, as quality_floors.toml writes it: cut, not rounded, so that it is a floor."""
    return "\n".join(
        f"{kind} = {{ precision = {int(reached['precision'] * 1000) / 1000}, "
        f"recall = {int(reached['recall'] * 1000) / 1000} }}"
        for kind, reached in by_kind.items()
    )


def test_no_number_is_wrong(reached: Tally) -> None:
    assert reached.wrong == FLOORS["wrong"] == 0


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_figure_stands_where_it_says_and_survives_json(path: Path) -> None:
    report = extract(path.with_suffix(".txt").read_bytes(), source=path.stem)
    assert all(report.text[figure.start : figure.end] == figure.text for figure in report.all_figures)
    assert [f.start for f in report.all_figures] == sorted(f.start for f in report.all_figures)
    assert Report.model_validate_json(report.model_dump_json()) == report
    stream = io.StringIO()
    make_writer(Destination.jsonl).write(report, stream)
    assert stream.getvalue().count("\n") == 1


if (SHARED / "score.py").exists():

    @pytest.mark.parametrize("folder", sorted((SHARED / "gold").glob("*/")), ids=lambda path: path.name)
    def test_the_judge_beside_the_checkout_finds_no_wrong_number(folder: Path, tmp_path: Path) -> None:
        output = tmp_path / "figures.jsonl"
        subprocess.run(command("extract", str(folder), "-o", str(output)), env=environment(), check=True)
        judged = subprocess.run(
            [sys.executable, str(SHARED / "score.py"), str(folder), str(output)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        totals = re.search(r"gold (\d+) .* predicted (\d+) .* wrong (\d+)", judged.stdout)
        assert totals is not None, judged.stdout
        assert (int(totals[1]) > 0, int(totals[3])) == (True, 0), judged.stdout


# The scorer itself, on a report of three sentences.
TEXT = "全年受理案件2888件,同比上升35.33%。李某欠款5000元。"


def annotated(quotation: str, **fields: object) -> Annotation:
    start = TEXT.index(quotation)
    defaults = {
        "id": quotation,
        "start": start,
        "end": start + len(quotation),
        "value": Decimal("2888"),
        "value_max": None,
        "unit": "件",
        "kinds": frozenset(("case_count",)),
        "metrics": frozenset(("cases_accepted",)),
        "bound": "exact",
        "periods": frozenset(("2021",)),
        "courts": ("丹凤法院",),
        "basis": None,
        "of": None,
        "role": "statistic",
        "optional": False,
        "damaged": False,
    }
    return Annotation(**{**defaults, **fields})


def found(quotation: str, figure_class: type[FigureBase] = CaseCount, **fields: object) -> FigureBase:
    start = TEXT.index(quotation)
    defaults = {
        "id": "f" + quotation,
        "metric": "cases_accepted",
        "value": Decimal("2888"),
        "unit": "件",
        "period": "2021",
        "court": "丹凤县人民法院",
    }
    return figure_class(text=quotation, start=start, end=start + len(quotation), **{**defaults, **fields})


CHANGE = {
    "value": Decimal("35.33"),
    "unit": "%",
    "kinds": frozenset(("change",)),
    "basis": "yoy",
    "of": "2888件",
}
CHANGED = {"value": Decimal("35.33"), "unit": "%", "basis": "yoy"}


@pytest.mark.parametrize(
    ("annotations", "figures", "counts"),
    [
        # annotated, given, wrong; right at each level
        ([annotated("2888件")], [found("2888件")], (1, 1, 0, 1, 1, 1)),
        ([annotated("2888件")], [found("2888")], (1, 1, 0, 1, 1, 1)),
        ([annotated("2888件")], [], (1, 0, 0, 0, 0, 0)),
        ([annotated("2888件")], [found("35.33%")], (1, 1, 0, 0, 0, 0)),
        ([annotated("2888件")], [found("2888件", value=Decimal(2880))], (1, 1, 1, 0, 0, 0)),
        ([annotated("2888件")], [found("2888件", value_max=Decimal(2889))], (1, 1, 1, 0, 0, 0)),
        ([annotated("2888件")], [found("2888件", unit="人")], (1, 1, 0, 0, 0, 0)),
        ([annotated("2888件")], [found("2888件", metric="cases_closed")], (1, 1, 0, 1, 0, 0)),
        ([annotated("2888件")], [found("2888件", bound="over")], (1, 1, 0, 1, 1, 0)),
        ([annotated("2888件")], [found("2888件", period="2022")], (1, 1, 0, 1, 1, 0)),
        ([annotated("2888件")], [found("2888件", court="商洛法院")], (1, 1, 0, 1, 1, 0)),
        ([annotated("2888件")], [found("2888件", court=None)], (1, 1, 0, 1, 1, 0)),
        ([annotated("2888件", courts=())], [found("2888件", court=None)], (1, 1, 0, 1, 1, 1)),
        ([annotated("2888件")], [found("2888件", role="background")], (1, 0, 0, 0, 0, 0)),
        ([annotated("2888件")], [found("2888件", damaged=True)], (1, 0, 0, 0, 0, 0)),
        ([annotated("2888件", damaged=True)], [found("2888件")], (0, 1, 1, 0, 0, 0)),
        ([annotated("2888件", damaged=True)], [found("2888件", damaged=True)], (0, 0, 0, 0, 0, 0)),
        ([annotated("2888件", optional=True)], [found("2888件")], (0, 0, 0, 0, 0, 0)),
        ([annotated("5000元", role="case_detail")], [found("5000元")], (0, 1, 0, 0, 0, 0)),
        ([annotated("2888件")], [found("件,同", value=Decimal(1)), found("2888件")], (1, 2, 0, 1, 1, 1)),
        (
            [annotated("2888件"), annotated("35.33%", **CHANGE)],
            [found("2888件"), found("35.33%", Change, **CHANGED, of="f2888件")],
            (2, 2, 0, 2, 2, 2),
        ),
        (
            [annotated("2888件"), annotated("35.33%", **CHANGE)],
            [found("2888件"), found("35.33%", Change, **CHANGED)],
            (2, 2, 0, 2, 2, 1),
        ),
        (
            [annotated("2888件"), annotated("35.33%", **{**CHANGE, "basis": "mom"})],
            [found("2888件"), found("35.33%", Change, **CHANGED, of="f2888件")],
            (2, 2, 0, 2, 2, 1),
        ),
    ],
)
def test_the_scorer_counts(
    annotations: list[Annotation], figures: list[FigureBase], counts: tuple[int, ...]
) -> None:
    result = tally([(annotations, Report(text=TEXT, all_figures=tuple(figures)))])
    assert (result.annotated, result.given, result.wrong, *result.right.values()) == counts


def test_f1_is_one_for_nothing_out_of_nothing_and_halves_what_is_half_right() -> None:
    assert Tally().f1("value") == 1.0
    assert Tally(annotated=4, given=4, right={"value": 2}).f1("value") == 0.5
