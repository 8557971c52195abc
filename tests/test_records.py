from __future__ import annotations

import json
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from courtnews.fields import plain_number, without_surrogates
from courtnews.records import KIND_CLASSES, Change, Figure, FigureBase, Kind, Report

TEXT = "丹凤法院全年共受理执行案件2888件,同比上升35.33%,出动警力三至五人。"


def figure_at(quotation: str, kind: Kind = "case_count", **fields: object) -> Figure:
    start = TEXT.index(quotation)
    given_fields = {"id": "f1", "metric": "cases_accepted", "value": Decimal(1), "unit": "件", **fields}
    return TypeAdapter(Figure).validate_python(
        {"kind": kind, "text": quotation, "start": start, "end": start + len(quotation), **given_fields}
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.2E+8", "120000000"),
        ("16.32E8", "1632000000"),
        ("35.33", "35.33"),
        ("35.330", "35.330"),
        ("80.0", "80"),
        ("-2.1", "-2.1"),
        ("-2.00", "-2"),
        ("0", "0"),
        ("0E+3", "0"),
        ("0.005", "0.005"),
        ("5E-7", "0.0000005"),
        ("123456789012345678901234567890.12", "123456789012345678901234567890.12"),
    ],
)
def test_numbers_are_written_in_plain_digits(value: str, written: str) -> None:
    assert plain_number(Decimal(value)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_a_written_number_reads_back_as_itself(value: Decimal) -> None:
    written = plain_number(value)
    assert Decimal(written) == value
    assert "E" not in written.upper()


def test_every_kind_has_one_class_and_the_class_knows_its_kind() -> None:
    assert set(KIND_CLASSES) == set(get_args(Kind))
    assert len(set(KIND_CLASSES.values())) == len(KIND_CLASSES)
    for kind, kind_class in KIND_CLASSES.items():
        figure = figure_at("2888件", kind)
        assert type(figure) is kind_class
        assert figure.kind == kind


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 3, "end": 3, "text": ""},
        {"end": 99},
        {"start": -1, "end": 4},
        {"text": "2888"},
        {"value": None},
        {"value": Decimal("NaN")},
        {"value": Decimal(3), "value_max": Decimal(2)},
        {"bound": "more"},
        {"role": "guess"},
        {"tags": ("livelihood", "unheard_of")},
        {"period": "2021年"},
        {"period": "2021-6"},
        {"period": "２０２１"},
        {"period": ".."},
        {"period": "2021/2022/2023"},
        {"id": ""},
        {"metric": ""},
        {"surprise": 1},
        {"basis": "yoy"},
        {"kind": "guess"},
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        figure_at("2888件", **fields)


@pytest.mark.parametrize(
    "period",
    [
        "2021",
        "2021-06",
        "2021-06-17",
        "XXXX-12-09",
        "2021/..",
        "../2021-10",
        "2021-01/2021-06",
        "2022-01-20/2022-02-26",
    ],
)
def test_the_periods_of_reports_are_taken(period: str) -> None:
    assert figure_at("2888件", period=period).period == period


def test_a_range_may_have_equal_ends() -> None:
    assert figure_at("三至五人", value=Decimal(3), value_max=Decimal(3)).value_max == 3


def test_only_a_damaged_figure_may_lack_its_value() -> None:
    assert figure_at("35.33%", "rate", value=None, damaged=True, damage="lost_bytes").value is None


@pytest.mark.parametrize("fields", [{"basis": "sometime"}, {"surprise": 1}])
def test_a_change_takes_no_other_fields_than_its_own(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        figure_at("35.33%", "change", **fields)


def test_a_change_is_signed_and_names_its_basis() -> None:
    change = figure_at("35.33%", "change", value=Decimal("-35.33"), basis="yoy", of="f7")
    assert isinstance(change, Change)
    assert (change.value, change.basis, change.of) == (Decimal("-35.33"), "yoy", "f7")


def test_records_are_frozen_and_compare_by_value() -> None:
    figure = figure_at("2888件")
    assert figure == figure_at("2888件")
    assert hash(figure) == hash(figure_at("2888件"))
    assert figure != figure_at("2888件", value=Decimal(2))
    with pytest.raises(ValidationError, match="frozen"):
        figure.value = Decimal(2)


def a_report() -> Report:
    return Report(
        text=TEXT,
        all_figures=(
            figure_at("2888件", value=Decimal(2888)),
            figure_at("35.33%", "change", id="f2", value=Decimal("35.33"), unit="%", basis="yoy", of="f1"),
            figure_at("三至五人", "person_count", id="f3", role="background", value_max=Decimal(5)),
            figure_at("35.33", "rate", id="f4", value=None, damaged=True),
        ),
    )


def test_a_report_tells_results_from_other_figures_and_from_damaged_ones() -> None:
    report = a_report()
    assert [figure.id for figure in report.figures] == ["f1", "f2"]
    assert [figure.id for figure in report.damaged] == ["f4"]
    assert report.figure("f3").role == "background"
    assert report.figure("f2").span.end == report.figure("f2").end
    with pytest.raises(KeyError, match="f9"):
        report.figure("f9")


@pytest.mark.parametrize(
    "figures",
    [
        (figure_at("2888件"), figure_at("35.33%")),
        (figure_at("35.33%", "change", of="f9"),),
        (figure_at("2888件").model_copy(update={"start": 0, "end": 5}),),
    ],
    ids=["same id", "of nothing", "span elsewhere"],
)
def test_a_report_whose_figures_do_not_fit_it_is_refused(figures: tuple[FigureBase, ...]) -> None:
    with pytest.raises(ValidationError):
        Report(text=TEXT, all_figures=figures)


@pytest.mark.parametrize("published", ["2021", "21-06-17", "2021-06-17T00:00", "17.6.2021"])
def test_the_day_of_publication_is_an_iso_date(published: str) -> None:
    with pytest.raises(ValidationError):
        Report(text="", published=published)


def test_a_report_survives_json() -> None:
    report = a_report()
    again = Report.model_validate_json(report.model_dump_json())
    assert again == report
    assert json.loads(report.model_dump_json())["all_figures"][0]["value"] == "2888"


def test_lone_surrogates_are_kept_in_memory_and_never_written() -> None:
    text = "执结\ud8003件"
    figure = TypeAdapter(Figure).validate_python(
        {
            "kind": "case_count",
            "id": "f1",
            "text": text[2:],
            "start": 2,
            "end": 5,
            "metric": "cases_enforced",
            "value": 3,
        }
    )
    report = Report(text=text, source="\udcb1.txt", all_figures=(figure,))
    assert report.text == text
    written = json.loads(report.model_dump_json())
    assert written["text"] == "执结\ufffd3件"
    assert written["source"] == "\ufffd.txt"
    assert written["all_figures"][0]["text"] == "\ufffd3件"


@given(st.text(st.characters(categories=["Cs", "Lo", "Nd"])))
def test_text_without_surrogates_can_be_encoded_and_keeps_its_length(text: str) -> None:
    clean = without_surrogates(text)
    assert len(clean) == len(text)
    clean.encode("utf-8")
