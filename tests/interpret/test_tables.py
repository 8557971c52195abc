"""Tables in a text: the numbers are read by their headings, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews import extract
from courtnews.records import Change, Report

COURTS = """北川市法院2021年执行工作统计表
单位:件、万元
法院\t收案\t同比(%)\t结案率(%)\t到位金额\t排名
丰岭县法院\t1,200\t-3.5\t91.67\t5600.5\t1
石桥县\t800\t+5.2\t87.5\t12.345.67\t2
合计\t2000\t0.5\t90\t8000\t-
"""


def rows(report: Report) -> list[str]:
    """Every figure in short: text, metric, value and unit, period, court, scope."""
    assert all(report.text[f.start : f.end] == f.text for f in report.all_figures)
    return [
        " ".join(
            [f.text, f.metric if f.kind != "change" else f"change:{f.metric}", f"{f.value}{f.unit}"]
            + [str(x) for x in (f.period, f.court, f.scope) if x is not None]
        )
        for f in report.all_figures
    ]


def test_courts_in_rows_measures_in_columns() -> None:
    assert rows(extract(COURTS)) == [
        "1,200 cases_accepted 1200件 2021 丰岭县法院",
        "-3.5 change:cases_accepted -3.5% 2021 丰岭县法院",
        "91.67 rate_closed 91.67% 2021 丰岭县法院",
        "5600.5 amount_recovered 56005000元 2021 丰岭县法院",
        "1 rank 1名 2021 丰岭县法院",
        "800 cases_accepted 800件 2021 石桥县法院",
        "5.2 change:cases_accepted 5.2% 2021 石桥县法院",
        "87.5 rate_closed 87.5% 2021 石桥县法院",
        "2 rank 2名 2021 石桥县法院",
        "2000 cases_accepted 2000件 2021 北川市法院",
        "0.5 change:cases_accepted 0.5% 2021 北川市法院",
        "90 rate_closed 90% 2021 北川市法院",
        "8000 amount_recovered 80000000元 2021 北川市法院",
    ]


def test_a_change_belongs_to_the_number_before_it_in_its_row() -> None:
    report = extract(COURTS)
    changes = [f for f in report.figures if isinstance(f, Change)]
    assert [(report.figure(c.of or "").text, c.text, c.basis) for c in changes] == [
        ("1,200", "-3.5", "yoy"),
        ("800", "5.2", "yoy"),
        ("2000", "0.5", "yoy"),
    ]


@pytest.mark.parametrize("bar", ["|", "｜", "\t"])
def test_measures_in_rows_years_in_columns(bar: str) -> None:
    table = (
        "指标|2020年|2021年|同比增长(%)\n---|---|---|---\n新收案件(件)|1000|1200|20\n"
        "执行到位金额(亿元)|3.2|4.5|40.6\n结案率(%)|90.1|92.3|2.2个百分点\n"
    )
    report = extract(table.replace("|", bar))
    assert rows(report) == [
        "1000 cases_received 1000件 2020",
        "1200 cases_received 1200件 2021",
        "20 change:cases_received 20% 2021",
        "3.2 amount_recovered 320000000元 2020",
        "4.5 amount_recovered 450000000元 2021",
        "40.6 change:amount_recovered 40.6% 2021",
        "90.1 rate_closed 90.1% 2020",
        "92.3 rate_closed 92.3% 2021",
        "2.2个百分点 change:rate_closed 2.2pp 2021",
    ]
    changes = [f for f in report.figures if isinstance(f, Change)]
    assert [report.figure(c.of or "").period for c in changes] == ["2021"] * 3


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "| 年份 | 司法拘留（人） | 罚款（万元） |\n|:---|---:|---:|\n"
            "| 2020 | 12 | 30.5 |\n| 2021 | 15 | 28 |",
            [
                "12 persons_detained 12人 2020",
                "30.5 amount_fined 305000元 2020",
                "15 persons_detained 15人 2021",
                "28 amount_fined 280000元 2021",
            ],
        ),
        (
            "2022年上半年情况\n类别\t新收案件\t\t执结案件\t\n"
            "\t本期(件)\t上年同期(件)\t本期(件)\t同比(±%)\n"
            "民事案件\t100\t90\t80\t-5\n行政案件\t50\t40\t30\t5.5",
            [
                "100 cases_received 100件 2022-01/2022-06 民事案件",
                "90 cases_received 90件 2021-01/2021-06 民事案件",
                "80 cases_enforced 80件 2022-01/2022-06 民事案件",
                "-5 change:cases_enforced -5% 2022-01/2022-06 民事案件",
                "50 cases_received 50件 2022-01/2022-06 行政案件",
                "40 cases_received 40件 2021-01/2021-06 行政案件",
                "30 cases_enforced 30件 2022-01/2022-06 行政案件",
                "5.5 change:cases_enforced 5.5% 2022-01/2022-06 行政案件",
            ],
        ),
        (
            "收案\t2888件\n结案\t2700件\n结案率\t93.5%",
            ["2888件 cases_accepted 2888件", "2700件 cases_closed 2700件", "93.5% rate_closed 93.5%"],
        ),
        (
            "２０２１年\n單位\t執結（件）\t執行到位（萬元）\n甲組\t１２\t３．５\n乙組\t１３\t４．５",
            [
                "１２ cases_enforced 12件 2021 甲组",
                "３．５ amount_recovered 35000元 2021 甲组",
                "１３ cases_enforced 13件 2021 乙组",
                "４．５ amount_recovered 45000元 2021 乙组",
            ],
        ),
        (
            "月份\t执结(件)\t执结同比下降(%)\n2021年1月\t12\t3.5\n2021年2月\t15\t4",
            [
                "12 cases_enforced 12件 2021-01",
                "3.5 change:cases_enforced -3.5% 2021-01",
                "15 cases_enforced 15件 2021-02",
                "4 change:cases_enforced -4% 2021-02",
            ],
        ),
        (
            "工作综述\n　　　　　　　　2017年　　　2018年\n"
            "受理（件）　　　1478　　　　1863\n执结（件）　　　1365　　　　1780",
            [
                "1478 cases_accepted 1478件 2017",
                "1863 cases_accepted 1863件 2018",
                "1365 cases_enforced 1365件 2017",
                "1780 cases_enforced 1780件 2018",
            ],
        ),
        (
            "云溪市2021年收结案情况\n单　　位　　受理（件）　执结（件）　执结率（%）\n"
            "市中院　　1126　　874　　77.62\n丰岭县法院　　5873　　4702　　80.06",
            [
                "1126 cases_accepted 1126件 2021 云溪市中院",
                "874 cases_enforced 874件 2021 云溪市中院",
                "77.62 rate_enforced 77.62% 2021 云溪市中院",
                "5873 cases_accepted 5873件 2021 丰岭县法院",
                "4702 cases_enforced 4702件 2021 丰岭县法院",
                "80.06 rate_enforced 80.06% 2021 丰岭县法院",
            ],
        ),
        (
            "云溪法院2022年1月运行情况\n部门|结案率||\n本期|去年同期||\n民事庭|31.2%|25.1%|\n",
            [
                "31.2% rate_closed 31.2% 2022-01 云溪法院 民事庭",
                "25.1% rate_closed 25.1% 2021-01 云溪法院 民事庭",
            ],
        ),
        (
            "云溪法院2022年1月运行情况\n二、各部门结案率(%)\n部门|本期|去年同期\n民事庭|31.2|25.1\n我院平均|9.09|17.31\n",
            [
                "31.2 rate_closed 31.2% 2022-01 云溪法院 民事庭",
                "25.1 rate_closed 25.1% 2021-01 云溪法院 民事庭",
                "9.09 rate_closed 9.09% 2022-01 云溪法院 平均",
                "17.31 rate_closed 17.31% 2021-01 云溪法院 平均",
            ],
        ),
    ],
)
def test_styles_of_headings(table: str, expected: list[str]) -> None:
    assert rows(extract(table)) == expected


@pytest.mark.parametrize(
    "table",
    [
        "序号\t姓名\t年龄\t电话\n1\t张某\t35\t13812345678\n2\t李某\t40\t13912345678",
        "部门\t值班电话\n立案庭\t5551234\n执行局\t5554321",
        "案号\t日期\n（2021）执11号\t2021-06-17\n（2021）执12号\t2021-06-18",
        "项目\t甲\t乙\n一\t12\t15\n二\t13\t16",
        # No unit anywhere: yuan or ten thousand, persons or times.
        "法院\t到位金额\t拘留\n丰岭县法院\t12\t15\n石桥县法院\t13\t16",
        # A plan and a score are no results.
        "法院\t结案率目标值(%)\t结案率得分\n丰岭县法院\t90\t15\n石桥县法院\t91\t16",
        # Two units in the caption fit the measure alike.
        "单位:元、万元\n法院\t到位金额\n丰岭县法院\t90\n石桥县法院\t91",
        # Damaged cells.
        "法院\t收案(件)\t结案率(%)\n丰岭县法院\t12 34\t95.2%96.1%\n石桥县法院\t1,23\t12.345.67",
        "法院\t收案(件)\t结案率(%)\n丰岭县法院\t12.5\t9523\n石桥县法院\t-3\t960",
        # Fewer of what is already a fall.
        "指标\t降幅(%)\n收案\t-5\n结案\t-6",
        # The same period of a year that nothing names.
        "法院\t上年同期收案(件)\n丰岭县法院\t90\n石桥县法院\t91",
        # Row and column name two measures.
        "项目\t结案(件)\n执行完毕\t90\n终本\t91",
    ],
)
def test_where_headings_do_not_say_what_a_number_is_there_is_no_figure(table: str) -> None:
    assert rows(extract(table)) == []


def test_a_table_leaves_the_prose_around_it_alone() -> None:
    before, after = "2021年，丰岭县法院共受理执行案件2888件。\n", "全年司法拘留13人。\n"
    prose = rows(extract(before + after))
    with_table = rows(extract(f"{before}年份\t执结(件)\n2019\t12\n2020\t13\n{after}"))
    assert [row for row in with_table if not row.startswith(("12 ", "13 "))] == prose


@pytest.mark.parametrize(
    "text",
    [
        "\t当天，法院拘传被执行人12人。\n\t次日，又拘留3人。\n",
        "一、\t当天拘传被执行人12人;\n二、\t次日拘留3人。\n",
        "首页 | 新闻\n当天拘传被执行人12人，次日拘留3人。\n",
    ],
)
def test_lines_with_tabs_are_prose_where_they_hold_prose(text: str) -> None:
    assert [f.metric for f in extract(text).figures] == ["persons_force_summoned", "persons_detained"]


WORDS = ("收案(件)", "同比(%)", "排名", "到位金额(万元)", "2021年", "上年同期", "合计", "序号", "增减(件)")
NUMBERS = ("12", "-3.5", "1,234", "-", "95.2%", "第2", "2020", "1", "2", "12.345.67", "０.５", "9" * 30)
CELLS = st.sampled_from(("", "丰岭县法院", *WORDS, *NUMBERS))
TABLES = st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), max_size=8))


@given(TABLES, st.sampled_from("\t|"))
def test_any_table_gives_figures_in_order_that_fill_their_spans(table: list[list[str]], bar: str) -> None:
    report = extract("\n".join(bar.join(row) for row in table))
    ends = [0]
    for figure in report.all_figures:
        assert report.text[figure.start : figure.end] == figure.text
        assert figure.start >= ends[-1]
        ends.append(figure.end)
        if isinstance(figure, Change) and figure.of is not None:
            assert report.figure(figure.of).metric == figure.metric
