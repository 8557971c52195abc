"""The stages in order: what goes in, what the report carries, what decides and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest

import courtnews
from courtnews import CourtnewsError, RulePack, extract, extract_many
from courtnews.pipeline import run
from courtnews.quantities import scan

TEXT = "2021年,丰岭县人民法院共执结案件96件,同比上升12.5%。\n下一步,力争结案率达到98%。"
NUMBERS = ["96", "12.5", "98"]


def numbers(report: courtnews.Report) -> list[str]:
    return [str(figure.value) for figure in report.all_figures]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_bytes_are_decoded_and_the_encoding_is_told(encoding: str) -> None:
    report = extract(TEXT.encode(encoding))
    assert numbers(report) == NUMBERS
    assert report.text.removeprefix("\ufeff") == TEXT
    assert report.encoding
    assert not report.lossy


def test_big5_is_read_as_well() -> None:
    text = "民國113年,台北分署共執結案件96件,拘提義務人8人。" * 3
    report = extract(text.encode("big5"))
    assert report.text == text
    assert numbers(report)[0] == "96"


@pytest.mark.parametrize("data", [bytearray, memoryview], ids=lambda kind: kind.__name__)
def test_other_kinds_of_bytes_are_bytes(data: type) -> None:
    assert extract(data(TEXT.encode())) == extract(TEXT.encode())


def test_text_given_as_text_has_no_encoding() -> None:
    report = extract(TEXT)
    assert (report.text, report.encoding, report.evidence, report.lossy) == (TEXT, None, (), False)


def test_source_and_address_are_carried_along_and_decide_nothing() -> None:
    bare = extract(TEXT)
    named = extract(TEXT, source="报告.txt", url="https://court.invalid/1")
    assert (named.source, named.url) == ("报告.txt", "https://court.invalid/1")
    assert named.all_figures == bare.all_figures
    assert (bare.source, bare.url) == (None, None)


def test_the_report_names_its_court() -> None:
    assert extract(TEXT).court == "丰岭县人民法院"
    assert extract("共执结案件3件。").court is None


def test_figures_are_the_results_and_all_figures_those_of_every_role() -> None:
    report = extract(TEXT)
    assert [figure.role for figure in report.all_figures] == ["statistic", "statistic", "target"]
    assert [str(figure.value) for figure in report.figures] == NUMBERS[:2]


@pytest.mark.parametrize("published", ["2022-01-10", date(2022, 1, 10), datetime(2022, 1, 10, 8, 30)])
def test_the_day_of_publication_settles_the_year(published: str | date) -> None:
    report = extract("去年,该院执结案件96件。今年以来,拘留8人。", published=published)
    assert [figure.period for figure in report.figures] == ["2021", "2022/.."]
    assert report.published == "2022-01-10"


def test_without_a_day_no_year_is_made_up() -> None:
    report = extract("去年,该院执结案件96件。12月9日,拘留8人。")
    assert report.published is None
    assert not any((figure.period or "")[:4].isdigit() for figure in report.figures)


def test_a_day_in_the_head_of_the_text_is_that_of_publication() -> None:
    text = "发布时间:2022-01-10\n去年,该院执结案件96件。"
    report = extract(text)
    assert (report.published, report.figures[0].period) == ("2022-01-10", "2021")
    assert extract(text, published="2020-05-05").figures[0].period == "2019"


def test_a_str_is_never_a_page() -> None:
    page = f"<!DOCTYPE html><html><head><title>消息</title></head><body><p>{TEXT}</p></body></html>"
    assert extract(page).text == page
    assert extract(page).sha256 is None
    assert "<p>" not in extract(page.encode()).text
    assert extract(page.encode()).sha256 is not None


def test_rules_decide_what_is_found() -> None:
    assert extract(TEXT, rules=RulePack.default()) == extract(TEXT)
    only = RulePack((RulePack.default().metric("rate_closed"),), {})
    assert {figure.metric for figure in extract(TEXT, rules=only).all_figures} <= {"rate_closed", "other"}


def test_many_are_read_lazily_and_in_order() -> None:
    taken: list[int] = []

    def documents() -> Iterator[str]:
        for number in range(3):
            taken.append(number)
            yield f"全年执结案件{number + 1}件。"

    reports = extract_many(documents())
    assert taken == []
    assert str(next(reports).figures[0].value) == "1"
    assert taken == [0]
    assert [str(report.figures[0].value) for report in reports] == ["2", "3"]


def test_many_share_rules_and_day() -> None:
    reports = list(extract_many(["去年执结案件3件。"] * 2, published="2022-01-10", rules=RulePack.default()))
    assert [report.figures[0].period for report in reports] == ["2021", "2021"]


def test_one_bad_document_stops_the_series_where_it_stands() -> None:
    reports = extract_many(["执结案件3件。", None, "执结案件5件。"])
    assert len(next(reports).figures) == 1
    with pytest.raises(CourtnewsError):
        next(reports)


def test_threads_share_the_rules() -> None:
    expected = extract(TEXT)
    with ThreadPoolExecutor(8) as pool:
        assert all(report == expected for report in pool.map(extract, [TEXT] * 64))


def test_the_stages_keep_what_they_found() -> None:
    stages = run(TEXT + "云0381执22号。")
    assert [TEXT[expr.start : expr.end] for expr in stages.dates] == ["2021年"]
    assert stages.refusals
    assert len([r for r in stages.readings if not r.refused]) == len(stages.report.all_figures)
    assert stages.normalized.raw == stages.report.text


def test_dates_are_no_quantities() -> None:
    quantities, _ = scan(TEXT, [(expr.start, expr.end) for expr in run(TEXT).dates])
    assert [str(q.value) for q in quantities] == NUMBERS


def test_public_names_are_there_and_no_others() -> None:
    assert set(courtnews.__all__) == set(dir(courtnews))
    assert all(getattr(courtnews, name) is not None for name in courtnews.__all__)
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = courtnews.nothing_such


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("昨天拘留3人。", date.min),
        ("今年以来,五年来拘留3人。", date.min),
        ("9999年12月31日拘留3人,次日拘留2人。", date.max),
        ("民国二二二二二二年5月6日拘留3人。", None),
    ],
)
def test_days_beyond_the_calendar_are_no_error(text: str, published: date | None) -> None:
    figure = extract(text, published=published).figures[0]
    assert figure.value == 3
    assert figure.period is None or re.fullmatch("[0-9X]{4}(?:-[0-9]{2}){0,2}(?:/[0-9X.-]+)?", figure.period)
