"""Pages: main text without the frame, headline first, tables in place, what the head says; hostile ones."""

from __future__ import annotations

import builtins
import hashlib
import logging
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews import CourtnewsError, extract
from courtnews.errors import MissingExtraError
from courtnews.pages import is_page, read_page

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>丰岭县法院晒出年度成绩单_丰岭县人民法院</title>
<link rel="canonical" href="http://example.org/news/1.html">
<meta name="PubDate" content="{day} 10:20"><style>.a{{color:red}}</style></head>
<body><div class="nav"><a href="/">首页</a> <a href="/b">新闻中心</a> <a href="/c">当天拘留99人</a></div>
<div class="content"><h1>丰岭县法院晒出年度成绩单</h1>
<p>2021年，丰岭县法院共受理执行案件2888件，同比上升35.33%，执行工作取得了新的进展。</p>
<p>各法庭的数据如下。</p>{table}<p>全年司法拘留被执行人13人，罚款20人。</p></div>
<script>var a = "拘留77人";</script>
<div class="footer">版权所有 备案号：某ICP备123456号 举报电话：0551-1234567</div></body></html>"""
TABLE = """<table><caption>2021年执行工作情况</caption>
<tr><th rowspan="2">法庭</th><th colspan="2">收案</th><th>到位金额(万元)</th></tr>
<tr><th>数量(件)</th><th>同比(%)</th><th>全年</th></tr>
<tr><td>东河法庭</td><td>120</td><td>-3.5</td><td>560.5</td></tr>
<tr><td>合 计</td><td>220</td><td>5.5</td><td>1,560.5</td></tr></table>"""


def page(table: str = TABLE, charset: str = "utf-8", day: str = "2022-01-18") -> bytes:
    return PAGE.format(table=table, charset=charset, day=day).encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "gb18030", "utf-16"])
def test_the_main_text_is_kept_and_the_frame_is_not(charset: str) -> None:
    report = extract(page(charset=charset))
    lines = report.text.split("\n")
    assert lines[0] == "丰岭县法院晒出年度成绩单"
    assert lines.count(lines[0]) == 1
    assert not any(word in report.text for word in ("首页", "备案号", "拘留99人", "拘留77人", "<"))
    assert report.text.index("2888件") < report.text.index("东河法庭") < report.text.index("13人")


def test_a_report_of_a_page_carries_what_the_page_states() -> None:
    data = page()
    report = extract(data, source="a.html")
    assert report.title == "丰岭县法院晒出年度成绩单"
    assert report.url == "http://example.org/news/1.html"
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert (report.published, report.source, report.court) == ("2022-01-18", "a.html", "丰岭县法院")


def test_an_address_given_outweighs_that_of_the_page() -> None:
    assert extract(page(), url="https://example.com/x").url == "https://example.com/x"


def test_a_day_given_outweighs_that_of_the_page() -> None:
    assert extract(page(), published="2022-02-01").published == "2022-02-01"


@pytest.mark.parametrize("day", ["2010-05-01", "2031-01-01", "1970-01-01"])
def test_a_day_that_the_text_speaks_against_is_not_believed(day: str) -> None:
    assert extract(page(day=day)).published is None


def test_a_day_in_the_text_outweighs_that_of_the_head() -> None:
    data = page(day="2022-03-03").replace(b"<h1>", "<p>发布时间：2022-01-20</p><h1>".encode())
    assert extract(data).published == "2022-01-20"


def test_a_table_stands_in_its_place_once_with_its_spans_repeated() -> None:
    text = extract(page()).text
    assert (
        "2021年执行工作情况\n法庭\t收案\t收案\t到位金额(万元)\n法庭\t数量(件)\t同比(%)\t全年\n"
        "东河法庭\t120\t-3.5\t560.5\n合计\t220\t5.5\t1,560.5\n全年司法拘留"
    ) in text
    assert text.count("560.5") == 2


def test_the_numbers_of_a_table_are_read_by_its_headings() -> None:
    report = extract(page())
    wanted = ("120", "-3.5", "1,560.5")
    found = [(f.text, f.metric, str(f.value), f.period) for f in report.figures if f.text in wanted]
    assert found == [
        ("120", "cases_accepted", "120", "2021"),
        ("-3.5", "cases_accepted", "-3.5", "2021"),
        ("1,560.5", "amount_recovered", "15605000", "2021"),
    ]
    assert all(report.text[f.start : f.end] == f.text for f in report.all_figures)


def test_a_table_that_only_places_prose_is_no_table_of_data() -> None:
    prose = "当天的行动中，执行干警兵分四路，共拘传被执行人12人，并将其中态度恶劣的3人依法予以司法拘留。" * 2
    report = extract(page(f"<table><tr><td>{prose}</td><td>图片说明</td></tr></table>"))
    assert "\t" not in report.text
    assert "拘传被执行人12人" in report.text


def test_a_table_outside_the_main_text_follows_it() -> None:
    table = "<table><tr><td>项目</td><td>收案(件)</td></tr><tr><td>民事</td><td>12</td></tr></table>"
    report = extract(f"<html><body>{table}</body>".encode())
    assert report.text == "项目\t收案(件)\n民事\t12"
    assert [f.text for f in report.figures] == ["12"]


def test_a_string_is_text_even_where_it_looks_like_a_page() -> None:
    text = page().decode()
    report = extract(text)
    assert (report.text, report.title, report.sha256) == (text, None, None)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<!DOCTYPE html>", True),
        ("\ufeff \n<HTML lang=zh>", True),
        ("<!-- saved --><head>", True),
        ("<?xml version='1.0'?><html>", True),
        ("<div><meta charset=gbk>", True),
        ("本报讯 <html>", False),
        ("<执行>案件", False),
        ("<p>段落</p>", False),
        ("<htmlx>", False),
        ("", False),
    ],
)
def test_pages_are_told_by_their_head(head: str, expected: bool) -> None:
    assert is_page(head) is expected


HOSTILE = {
    "nested": "<div>" * 100_000,
    "unclosed": "<p>拘留3人" * 30_000,
    "tables": "<table><tr><td>" * 30_000,
    "spans": "<table><tr><td colspan=99999 rowspan=99999>1<td rowspan=99999>2" + "<tr><td>3" * 20_000,
    "entities": '<!DOCTYPE x [<!ENTITY a "拘留"><!ENTITY b "&a;&a;">]>&b;&#0;&#xD800;' + "&amp;" * 50_000,
    "brackets": "<" * 500_000,
    "attributes": "<p " + "a=b " * 100_000,
    "script": "<script>" + "拘留3人" * 100_000,
    "external": '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><iframe src="http://example.org/"></iframe>',
    "bare": "",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_gives_text_or_a_coded_error(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was to be read without the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    # As in a program that sets up no logging, where Python prints warnings nobody handles.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    report = extract(("<html><body>" + HOSTILE[name]).encode())
    assert all(report.text[f.start : f.end] == f.text for f in report.all_figures)
    assert capfd.readouterr() == ("", "")


def test_nul_characters_do_not_end_a_page() -> None:
    assert "拘留3人" in read_page("<html>\0<body><p>当天\0拘留3人。", b"").text


@given(st.binary(max_size=300))
def test_whatever_follows_the_tag_nothing_but_coded_errors_is_raised(tail: bytes) -> None:
    try:
        report = extract(b"<html" + tail)
    except CourtnewsError:
        return
    assert all(report.text[f.start : f.end] == f.text for f in report.all_figures)


TAGS = ("<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=2>", "<div>")
OTHERS = ("<h1>", "<br>", "<!--", "-->", "<script>", "收案(件)", "12", "同比(%)", "甲县法院", "\t", "|")
PIECES = st.sampled_from((*TAGS, *OTHERS))


@given(st.lists(PIECES, max_size=60))
def test_whatever_a_page_is_made_of_spans_point_into_its_text(pieces: list[str]) -> None:
    report = extract(("<html><body>" + "".join(pieces)).encode())
    assert all(report.text[f.start : f.end] == f.text for f in report.all_figures)


def test_without_the_extra_a_page_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(MissingExtraError, match=r"^CN501: .*pip install 'courtnews\[html\]'"):
        extract(page())
    assert extract("当天拘留3人。".encode()).figures
