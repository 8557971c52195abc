"""Whole clauses: several numbers at once, and the readings that depend on neighbours."""

from __future__ import annotations

from decimal import Decimal

import pytest

from courtnews.quantities import Quantity, Rejected, scan

# A clause; then each quantity as written, its value, its unit.
CLAUSES = [
    ("实际判处95件96人", "95件 95 件|96人 96 人"),
    ("自行拘留977件/979人", "977件 977 件|979人 979 人"),
    ("罚款13422次计2374.55万元", "13422次 13422 次|2374.55万元 23745500 元"),
    ("为470案483名申请人", "470案 470 件|483名 483 人"),
    ("标的额7.6亿,到位2.3亿,到位率30.3%", "7.6亿 760000000 元|2.3亿 230000000 元|30.3% 30.3 %"),
    ("到位273万12件", "273万 2730000 元|12件 12 件"),
    ("分别增长4.19和2.45个百分点", "4.19 4.19 pp|2.45个百分点 2.45 pp"),
    ("上升10.3、10.0和22.6%", "10.3 10.3 %|10.0 10.0 %|22.6% 22.6 %"),
    ("从94.38天/件降至83.51天/件", "94.38天 94.38 天|83.51天 83.51 天"),
    ("位次从96名升到8名", "96名 96 人|8名 8 人"),
    ("从3件到5件", "3件 3 件|5件 5 件"),
    ("同比增幅-5.3%", "-5.3% -5.3 %"),
    ("10县1市3区的14个法院", "10县 10 县|1市 1 市|3区 3 区|14个 14 个"),
    ("全省第二，全国第6位", "第二 2 名|第6位 6 名"),
    ("位列全省第一、第三", "第一 1 名|第三 3 名"),
    ("收案3578件（含旧存），结案1829件", "3578件 3578 件|1829件 1829 件"),
    ("结收比为1,", "1 1 "),
    ("提前5天，目前38宗，此前12件", "5天 5 天|38宗 38 件|12件 12 件"),
    ("工期由3年缩短到两年半", "3年 3 年|两年半 2.5 年"),
    ("罚款¥500，$20", "500 500 元|20 20 美元"),
    ("出动干警30余名、警车6辆、公证员2位", "30余名 30 人|6辆 6 辆|2位 2 人"),
    ("“三天之内，线索不断，人不收队。”", "三天 3 天"),
    ("“38宗”悬赏令", "38宗 38 件"),
    ("五家县级法院，三家区法院", "五家 5 家|三家 3 家"),
    ("执结12件。\n3、罚款5人", "12件 12 件|5人 5 人"),
    ("一案多人，共15案", "15案 15 件"),
    ("三个月以上一年以下", "三个月 3 个月|一年 1 年"),
    ("用两到三年时间", "两到三年 2 年"),
    ("罚款23人共计12.6万元", "23人 23 人|12.6万元 126000 元"),
    ("增至“110件”", "110件 110 件"),
    ("比2019年多了357万件", "357万件 3570000 件"),
]


@pytest.mark.parametrize(("clause", "expected"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_clause(clause: str, expected: str) -> None:
    found = [f"{clause[q.start : q.end]} {q.value} {q.unit}" for q in scan(clause)[0]]
    assert found == expected.split("|")


def test_money_without_its_unit_says_so() -> None:
    [written, bare] = scan("到位25.85亿元，兑付583.07万。")[0]
    assert (written.unit_start, written.end) == (8, 9)
    assert bare.unit_start == bare.end
    assert (bare.unit, bare.unit_class) == ("元", "money")


def test_record_in_full() -> None:
    assert scan("出动警力3000余人次") == (
        [Quantity(4, 11, Decimal(3000), None, "人次", "person", "over", False, False, 9)],
        [],
    )
    assert scan("（2023）") == ([], [Rejected(1, 5, "year")])


def test_taken_spans_hide_their_numbers() -> None:
    text = "3月12日执结12件"
    assert [text[q.start : q.end] for q in scan(text, [(0, 5)])[0]] == ["12件"]
    assert scan(text, [(0, 5)])[1] == []


def test_number_ends_where_a_taken_span_begins() -> None:
    text = "执结3至5件"
    assert [(q.value, q.value_max, q.end) for q in scan(text, [(4, 6)])[0]] == [(Decimal(3), None, 3)]


def test_ordinal_keeps_out_of_the_span_before() -> None:
    [quantity] = scan("全省第3，", [(2, 3)])[0]
    assert (quantity.start, quantity.end, quantity.ordinal) == (3, 4, True)


def test_title_is_refused_as_one() -> None:
    text = "《关于办理5类案件的20条意见》下发3份"
    quantities, rejected = scan(text)
    assert [text[q.start : q.end] for q in quantities] == ["3份"]
    assert [r.reason for r in rejected] == ["title"]


def test_long_quotation_marks_of_titles_do_not_swallow() -> None:
    text = f"《{'很' * 80}》3件"
    assert [text[q.start : q.end] for q in scan(text)[0]] == ["3件"]
