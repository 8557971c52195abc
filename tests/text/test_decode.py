from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.errors import CourtnewsError, NotTextError, UndecodableError
from courtnews.text.decode import decode
from text.garbling import traditional

FILES = sorted(Path(__file__).with_name("clean").glob("*.txt"))
CLEAN = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
DECLARED = ['meta charset="gb2312"', "meta content='text/html; charset=gbk'", '?xml encoding="GB18030"']
COURT_WORDS = st.text("法院执结案件到位标的额，。、1234567890.%\n").map("法院执结，".__add__)
SIMPLIFIED = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
TRADITIONAL = [*SIMPLIFIED, "big5", "cp950", "big5hkscs"]
WRONG = ["utf-8", "gb2312", "big5", "iso-8859-1", "utf-16", "no-such-charset", ""]


def _encodable(text: str, encoding: str) -> str:
    return "".join(char for char in text if char.encode(encoding, "ignore"))


@pytest.mark.parametrize("length", [10, 40, None])
@pytest.mark.parametrize("encoding", SIMPLIFIED)
@pytest.mark.parametrize("name", CLEAN)
def test_simplified_text_comes_back(name, encoding, length):
    text = CLEAN[name][:length]
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.evidence
    assert not decoded.lossy


@pytest.mark.parametrize("encoding", TRADITIONAL)
@pytest.mark.parametrize("name", CLEAN)
def test_traditional_text_comes_back(name, encoding):
    text = _encodable(traditional(CLEAN[name]), encoding)
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("declared", WRONG)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_wrong_declaration_loses(encoding, declared):
    text = _encodable(traditional(CLEAN["campaign"]), encoding)
    assert decode(text.encode(encoding), declared=declared).text == text


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", " gbk "])
def test_a_right_declaration_is_evidence(declared):
    decoded = decode("法院".encode("gbk"), declared=declared)
    assert (decoded.text, decoded.encoding) == ("法院", "gb18030")
    assert "declared" in decoded.evidence[-1]


@pytest.mark.parametrize("charset", DECLARED)
def test_a_declaration_inside_the_text_is_read(charset):
    """Of a rare name alone nothing else would tell the encoding."""
    text = f"<{charset}>\n<p>樗麖</p>"
    decoded = decode(text.encode("gb18030"))
    assert decoded.text == text
    assert "declared gb18030" in decoded.evidence[-1]
    with pytest.raises(UndecodableError):
        decode(text.replace(charset, "p").encode("gb18030"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_long_head_in_ascii_hides_nothing(encoding):
    text = "<html><head>" + "var x = 1;\n" * 5000 + "</head>" + CLEAN["bank"]
    assert decode(text.encode(encoding)).text == text


def test_an_unknown_declaration_is_noted():
    decoded = decode(CLEAN["bank"].encode("gb18030"), declared="gb-nonsense")
    assert "gb-nonsense" in decoded.evidence[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param(b"12 345", "12 345", id="ASCII"),
        pytest.param("联通".encode("gbk"), "联通", id="valid UTF-8 by chance"),
        pytest.param(codecs.BOM_UTF8 + "执结".encode(), "执结", id="byte order mark"),
        pytest.param(codecs.BOM_UTF16_BE + "执结".encode("utf-16-be"), "执结", id="mark of UTF-16"),
        pytest.param("𠮷法官".encode(), "𠮷法官", id="outside the basic plane"),
        pytest.param(bytearray("执结".encode()), "执结", id="bytearray"),
    ],
)
def test_small_inputs(data, text):
    decoded = decode(data)
    assert decoded.text == text
    assert not decoded.lossy


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_cut_last_character_is_lost_and_said_to_be(encoding):
    text = CLEAN["review"]
    decoded = decode((text + "件").encode(encoding)[:-1])
    assert decoded.text == text + "\ufffd"
    assert decoded.lossy
    assert "undecodable" in decoded.evidence[-1]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_lost_and_said_to_be(encoding):
    text = CLEAN["review"]
    decoded = decode(text.encode(encoding) + b"\xff\n" + text.encode(encoding))
    assert decoded.text.count(text) == 2
    assert decoded.lossy


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(64), id="NULs"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 4, id="a program"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8, id="a PDF file"),
        pytest.param(b"PK\x03\x04\x14\0\0\0" + bytes(range(255, -1, -1)) * 4, id="an archive"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8" * 40, id="a false mark"),
        pytest.param(b"\x81\xff\xfe\x80" * 100, id="bytes of no encoding"),
    ],
)
def test_other_bytes_are_refused(data):
    with pytest.raises(UndecodableError, match="CN101"):
        decode(data)


def test_western_text_is_left_to_the_adviser():
    text = "Das Gericht in Köln verkündete: «schöne Grüße» für Bücher über Gläubiger"
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert "charset-normalizer" in decoded.evidence[-1]


def test_without_the_adviser_western_text_is_refused(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "charset_normalizer", None)
    with pytest.raises(UndecodableError):
        decode("Grüße aus Köln, schöne Bücher".encode("cp1252"))


@given(st.binary(max_size=200), st.none() | st.text(max_size=8) | st.sampled_from(WRONG))
def test_only_coded_errors_are_raised(data, declared):
    try:
        decoded = decode(data, declared=declared)
    except CourtnewsError:
        return
    assert decoded.evidence
    assert decoded.lossy == ("\ufffd" in decoded.text and "\ufffd".encode() not in data)


@given(COURT_WORDS, st.sampled_from(["gb18030", "utf-16-le", "utf-16-be"]))
def test_court_words_come_back_from_every_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("value", [None, "text", 12])
def test_other_values_are_refused(value):
    with pytest.raises(NotTextError, match="bytes"):
        decode(value)
