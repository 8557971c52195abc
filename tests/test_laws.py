"""What holds for every text: laws of extraction over whole reports, sentences, and any str or bytes."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from courtnews import CourtnewsError, Figure, Report, RulePack, extract, extract_many
from courtnews.lexicon.schema import LEFT, RIGHT
from courtnews.records import KIND_CLASSES, Change
from interpret.sentences import read_sentences
from text.garbling import gloss, shift, traditional

HERE = Path(__file__).parent
FIXTURES = sorted((HERE.parent / "fixtures" / "reports").glob("*.txt"))
SIMPLIFIED = [path for path in FIXTURES if not path.stem.startswith("trad-")]
CLEAN = sorted((HERE / "text" / "clean").glob("*.txt"))
REPORTS = [*SIMPLIFIED, *CLEAN]
SENTENCES = [
    s.text for path in sorted((HERE / "interpret" / "cases").glob("*.toml")) for s in read_sentences(path)
]
EXAMPLES = [
    example.replace(LEFT, "").replace(RIGHT, "")
    for metric in RulePack.default().metrics
    for example in (*metric.examples, *metric.rejects)
]
# Paragraphs that name no number, no date and no court.
SURROUNDINGS = (
    "“再拖下去谁也得不到好处。”听了这番劝说，他点了点头。\n",
    "夜色中，警灯闪烁，车队缓缓驶出大院。\n",
    "群众拍手称快，纷纷点赞。\n",
)
_EDTF_DAY = r"(?:[0-9]{4}|XXXX)(?:-(?:[0-9]{2}|XX)(?:-[0-9]{2})?)?"
EDTF = re.compile(rf"(?:{_EDTF_DAY}|\.\.)(?:/(?:{_EDTF_DAY}|\.\.))?")
# What reports are made of, and what pages do to them.
PIECES = [
    *(
        "全年",
        "丰岭县法院",
        "执结",
        "案件",
        "到位金额",
        "同比",
        "上升",
        "分别",
        "其中",
        "司法拘留",
        "结案率",
        "居全省",
    ),
    *(
        "12",
        "3.5",
        "1,200",
        "三百余",
        "百分之九十",
        "一",
        "2021年",
        "6月17日",
        "第二",
        "%",
        "件",
        "万元",
        "人",
        "个百分点",
    ),
    *(
        "，",
        "。",
        "、",
        "；",
        "：",
        "（",
        "）",
        "“",
        "”",
        "\n",
        "\t",
        "|",
        " ",
        "-",
        "+",
        "和",
        "至",
        "共",
        "以上",
    ),
    *(
        "執(zhí)",
        "?cè)",
        "丝?",
        "锟斤拷",
        "\ud842",
        "\ue000",
        "&nbsp;",
        "\0",
        "\u200b",
        "１２",
        "２件",
        "e\u0301",
        "🙂",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(st.characters(), max_size=80)
# The default pack again, with a matcher of its own.
SAME = RulePack.default() + RulePack((), {})
modest = settings(max_examples=150)

by_name = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


@cache
def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff")


def core(figure: Figure) -> tuple[object, ...]:
    return figure.kind, figure.metric, figure.value, figure.value_max, figure.unit


def meaning(figure: Figure) -> tuple[object, ...]:
    """Everything about a figure that does not depend on the spelling of the text."""
    change = (figure.basis, figure.of) if isinstance(figure, Change) else ()
    said = (figure.bound, figure.role, figure.period, figure.court, figure.scope, figure.tags, figure.label)
    return (figure.id, *core(figure), *said, *change)


def meanings(text: str) -> list[tuple[object, ...]]:
    return [meaning(figure) for figure in extract(text).all_figures]


# What a number counts, by the sort of measure that it is; a change has the unit of whatever changed.
UNITS_OF = {
    "amount": re.compile(".*元"),
    "rate": re.compile("%|ratio|x"),
    "rank": re.compile("名"),
    "detention": re.compile("人|人次"),
    "duration": re.compile(".*(?:天|月|年|周|小时|分钟|日|季度|工作日)"),
    "case_count": re.compile("[^元%]+"),
    "person_count": re.compile("[^元%]+"),
    "item_count": re.compile("[^元%]+"),
}


@given(st.lists(st.sampled_from(SENTENCES + EXAMPLES), min_size=1, max_size=4).map("".join) | TEXTS)
@settings(max_examples=400)
def test_a_figure_has_a_unit_of_its_kind(text: str) -> None:
    for figure in extract(text).all_figures:
        if figure.kind in UNITS_OF and not figure.damaged:
            assert UNITS_OF[figure.kind].fullmatch(figure.unit), figure


# Scripts, glosses and widths


@by_name
def test_traditional_characters_say_the_same(path: Path) -> None:
    assert meanings(traditional(read(path))) == meanings(read(path))


@by_name
def test_glosses_say_nothing(path: Path) -> None:
    assert meanings(gloss(traditional(read(path)))) == meanings(read(path))


@given(st.sampled_from(SENTENCES + EXAMPLES))
def test_sentences_say_the_same_in_both_scripts_and_with_glosses(text: str) -> None:
    assert meanings(traditional(text)) == meanings(text)
    assert meanings(gloss(traditional(text))) == meanings(text)


WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


@by_name
def test_full_width_digits_are_digits(path: Path) -> None:
    assert meanings(read(path).translate(WIDE)) == meanings(read(path))


@given(st.sampled_from(SENTENCES + EXAMPLES))
def test_full_width_digits_are_digits_in_sentences(text: str) -> None:
    assert meanings(text.translate(WIDE)) == meanings(text)


# A report among other text


@by_name
def test_paragraphs_without_numbers_leave_the_figures_as_they_are(path: Path) -> None:
    text = read(path).strip("\n") + "\n"
    expected = [core(figure) for figure in extract(text).figures]
    for before, behind in [(0, 1), (1, 2), (2, 0)]:
        found = extract(SURROUNDINGS[before] + text + SURROUNDINGS[behind]).figures
        assert [core(figure) for figure in found] == expected


@by_name
def test_line_ends_do_not_matter(path: Path) -> None:
    assert meanings(read(path).replace("\n", "\r\n")) == meanings(read(path))


@by_name
def test_the_encoding_does_not_matter(path: Path) -> None:
    text = read(path)
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert [meaning(f) for f in extract(text.encode(encoding)).all_figures] == meanings(text)


# Damage


def kept(path: Path, damaged: str) -> tuple[Counter[tuple[object, ...]], Counter[tuple[object, ...]]]:
    clean = Counter(core(figure) for figure in extract(read(path)).figures)
    return clean, Counter(core(figure) for figure in extract(damaged).figures)


@by_name
def test_byte_level_damage_makes_no_figure(path: Path) -> None:
    clean, given = kept(path, shift(traditional(read(path))))
    assert given - clean == Counter()


def test_byte_level_damage_costs_few_figures() -> None:
    wanted = found = 0
    for path in REPORTS:
        clean, given = kept(path, shift(traditional(read(path))))
        wanted, found = wanted + clean.total(), found + (clean & given).total()
    assert wanted > 200
    assert found >= Decimal("0.97") * wanted


WITHIN = r"(?<=\d)\d(?=\d*[件人万元])"
FIRST = r"(?<=[^\d.])\d(?=\d+[件人万元])"


@pytest.mark.parametrize("sign", ["\ufffd", "\ufffd\ufffd"])
@pytest.mark.parametrize("place", [WITHIN, FIRST, "件|人次?|万元|亿元"])
def test_characters_lost_in_or_beside_numbers_never_make_a_wrong_one(place: str, sign: str) -> None:
    """What is given as sound is what the text said, with its unit, though a digit or the unit was lost."""
    lost = 0
    for path in REPORTS:
        text = read(path)
        said = {core(figure)[2:] for figure in extract(text).all_figures}
        broken, times = re.subn(place, sign, text)
        lost += times
        assert {core(figure)[2:] for figure in extract(broken).figures} <= said
    assert lost > 30


# Any text at all


def check(report: Report, text: str) -> None:
    assert report.text == text
    spans = [(f.start, f.end) for f in report.all_figures]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[f.start : f.end] == f.text for f in report.all_figures)
    identifiers = [f.id for f in report.all_figures]
    assert len(set(identifiers)) == len(identifiers)
    codes = {metric.code for metric in RulePack.default().metrics} | {"other"}
    for figure in report.all_figures:
        assert figure.metric in codes
        assert type(figure) is KIND_CLASSES[figure.kind]
        assert (figure.value is None) == figure.damaged
        if isinstance(figure, Change) and figure.of is not None:
            changed = report.figure(figure.of)
            assert changed.metric == figure.metric
            assert changed.kind != "change"
    assert set(report.figures) <= set(report.all_figures)
    # Figures are put together without validation: it would have passed them, and made the same of them.
    validated = Report.model_validate(report.model_dump(exclude_unset=True))
    assert validated == report
    assert [repr(f) for f in validated.all_figures] == [repr(f) for f in report.all_figures]


@given(TEXTS)
@modest
@example("\ud800")
@example("")
@example("执结" * 500 + "3件")
@example("同比上升3%" * 30)
@example("分别为1件、2件、3件" * 20)
@example("（" * 400 + "3件")
@example("9" * 5000 + "件")
@example("执结案件" + "1," * 2000 + "件")
@example("一" * 3000 + "件")
def test_every_str_is_read_and_every_figure_stands_where_it_says(text: str) -> None:
    check(extract(text), text)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), TEXTS, st.integers(0, 60))
@modest
def test_sentences_torn_apart_are_read_as_well(first: str, second: str, text: str, cut: int) -> None:
    torn = first[:cut] + text + second[cut:]
    check(extract(torn), torn)


@given(st.binary(max_size=200) | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
@modest
@example(b"")
@example(b"\xff\xfe")
@example("执结3件".encode("gb18030") + b"\x81")
@example(b"<html><body><p>\xd6\xb4\xbd\xe13\xbc\xfe</p>")
@example(b"<table><tr><td>" * 50)
def test_bytes_raise_nothing_but_the_librarys_errors(data: bytes) -> None:
    try:
        report = extract(data)
    except CourtnewsError:
        return
    check(report, report.text)


@pytest.mark.parametrize("value", [None, 3, 2.5, ["执结3件"], object()])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(CourtnewsError, match="CN102"):
        extract(value)


@pytest.mark.parametrize("published", ["2021", "17.6.2021", "今天", "2021-02-30", 20210617])
def test_a_day_that_is_none_is_refused(published: object) -> None:
    with pytest.raises(CourtnewsError, match="CN401"):
        extract("执结3件", published=published)


# Records


@by_name
def test_records_survive_json_without_loss_and_without_exponents(path: Path) -> None:
    report = extract(read(path), source=path.stem)
    written = report.model_dump_json()
    assert Report.model_validate_json(written) == report
    for figure in json.loads(written)["all_figures"]:
        for field in ("value", "value_max"):
            if figure.get(field) is not None:
                assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", figure[field])


NUMBERS = st.decimals(0, Decimal("1e9"), allow_nan=False, places=4).map(lambda d: format(d.normalize(), "f"))


@given(NUMBERS, st.sampled_from(["", "万", "亿"]))
def test_money_is_exact_to_the_last_digit(number: str, multiplier: str) -> None:
    (figure,) = extract(f"全年执行到位金额{number}{multiplier}元。").figures
    assert figure.value == Decimal(number) * {"": 1, "万": 10**4, "亿": 10**8}[multiplier]
    assert (figure.metric, figure.unit) == ("amount_recovered", "元")
    assert "E" not in json.loads(figure.model_dump_json())["value"].upper()


# The same text, the same report


@by_name
def test_a_text_is_always_read_the_same(path: Path) -> None:
    text = read(path)
    assert extract(text) == extract(text)
    assert extract(text, rules=SAME).all_figures == extract(text).all_figures


def test_many_are_read_as_each_in_their_order() -> None:
    texts = [read(path) for path in REPORTS]
    alone = [extract(text) for text in texts]
    assert list(extract_many(texts)) == alone
    assert list(extract_many(texts[::-1])) == alone[::-1]


def test_a_report_leaves_no_trace_in_the_next() -> None:
    expected = [meanings(text) for text in SENTENCES]
    assert [meanings(text) for text in reversed(SENTENCES)][::-1] == expected
