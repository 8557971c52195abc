"""Packs of one's own: read, refused with a reason, and added to the default."""

from __future__ import annotations

import itertools
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from courtnews import CourtnewsError, RulePack, extract
from courtnews.errors import RulePackError
from courtnews.lexicon.packs import MAX_PACK_BYTES
from lexicon.making import pack

BROKEN = tomllib.loads(Path(__file__).with_name("broken.toml").read_text(encoding="utf-8"))["pack"]
TEXT = "全年封存案件31件，执结案件5件，同比上升3%。"


def load(tmp_path: Path, text: str | bytes) -> RulePack:
    file = tmp_path / "mine.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return RulePack.load(file)


def read(rules: RulePack, text: str = TEXT) -> list[tuple[str, str]]:
    return [(figure.metric, figure.text) for figure in extract(text, rules=rules).figures]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken["name"].replace(" ", "-"))
def test_a_broken_pack_is_refused_with_file_key_and_reason(tmp_path: Path, broken: dict[str, object]) -> None:
    text = broken.get("text", pack(broken.get("drop", ()), broken.get("set", ())))
    with pytest.raises(RulePackError) as raised:
        load(tmp_path, text)
    error = raised.value
    assert error.file == str(tmp_path / "mine.toml")
    assert error.key.removesuffix(".[key]") == broken["key"]
    assert broken["reason"] in error.reason
    assert error.code == "CN201"
    assert all(part in str(error) for part in (error.file, error.key, error.reason))


def test_two_metrics_of_one_code_in_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match="cases_sealed stands twice"):
        load(tmp_path, pack() + pack())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pack().encode("gb18030"), "not UTF-8"),
        (b"\xff\xfe" + pack().encode("utf-16-le"), "not UTF-8"),
        (b"a = " + b"[" * 100_000, "nested too deeply|not TOML"),
        (b"#" * (MAX_PACK_BYTES + 1), f"larger than {MAX_PACK_BYTES} bytes"),
        (b"\0", "not TOML"),
    ],
    ids=["GB18030", "UTF-16", "deep", "large", "null"],
)
def test_bytes_that_are_no_pack_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(RulePackError, match=reason):
        load(tmp_path, data)


def test_a_file_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match=r"none\.toml"):
        RulePack.load(tmp_path / "none.toml")
    with pytest.raises(RulePackError):
        RulePack.load(tmp_path)


@pytest.mark.parametrize("unit", ["furlong", "件件"])
def test_an_unknown_unit_is_refused(tmp_path: Path, unit: str) -> None:
    with pytest.raises(RulePackError):
        load(tmp_path, pack(units=f'["{unit}"]'))


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    mine = load(tmp_path, pack())
    assert [metric.code for metric in mine.metrics] == ["cases_sealed"]
    assert mine.metric("cases_sealed").label_zh == "封存案件数"
    assert RulePack.load(str(tmp_path / "mine.toml")).metrics == mine.metrics


def test_a_metric_of_ones_own_is_used_beside_the_others(tmp_path: Path) -> None:
    rules = RulePack.default() + load(tmp_path, pack())
    assert read(rules) == [("cases_sealed", "31件"), ("cases_enforced", "5件"), ("cases_enforced", "3%")]
    assert "cases_sealed" not in dict(read(RulePack.default()))
    with pytest.raises(KeyError):
        RulePack.default().metric("cases_sealed")


@pytest.mark.parametrize(
    "kind_unit_text",
    [
        ("rate", "percent", "封存率为91.5%。", "91.5%"),
        ("item_count", "箱", "全年共封存卷宗材料12箱。", "12箱"),
        ("amount", "money", "封存现金12.5万元。", "12.5万元"),
        ("person_count", "person", "封存3人的信息。", "3人"),
    ],
    ids=lambda case: case[0],
)
def test_metrics_of_every_kind_can_be_added(tmp_path: Path, kind_unit_text: tuple[str, ...]) -> None:
    kind, unit, text, number = kind_unit_text
    mine = load(
        tmp_path, pack(code='"mine_sealed"', kind=f'"{kind}"', units=f'["{unit}"]', cues='["封存", "封存率"]')
    )
    figures = extract(text, rules=RulePack.default() + mine).figures
    assert [(f.metric, f.kind, f.text) for f in figures] == [("mine_sealed", kind, number)]


@pytest.mark.parametrize("script", ["执行封缄", "執行封緘"])
@pytest.mark.parametrize("text", ["全年执行封缄案件31件。", "全年執行封緘案件31件。"])
def test_cues_and_texts_meet_in_either_script(tmp_path: Path, script: str, text: str) -> None:
    rules = RulePack.default() + load(tmp_path, pack(cues=f'["{script}"]'))
    assert read(rules, text) == [("cases_sealed", "31件")]


def test_a_later_definition_of_a_code_stands(tmp_path: Path) -> None:
    first = load(tmp_path, pack())
    second = load(tmp_path, pack(label_zh='"另一个名称"'))
    assert (first + second).metric("cases_sealed").label_zh == "另一个名称"
    assert (second + first).metric("cases_sealed").label_zh == "封存案件数"
    assert len((first + second).metrics) == 1


def test_words_of_a_class_are_united(tmp_path: Path) -> None:
    more = load(tmp_path, '[words.trend_up]\nlist = ["节节高", "上升"]\n')
    rules = RulePack.default() + more
    assert rules.words["trend_up"][-1] == "节节高"
    assert rules.words["trend_up"].count("上升") == 1
    text = "全年执结案件100件，同比节节高12%。"
    assert [figure.kind for figure in extract(text, rules=rules).figures] == ["case_count", "change"]


def test_a_pack_of_ones_own_stands_alone(tmp_path: Path) -> None:
    assert ("cases_sealed", "31件") in read(load(tmp_path, pack()))
    assert "cases_enforced" not in dict(read(load(tmp_path, pack())))


def test_adding_what_is_no_pack_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        RulePack.default() + {"metric": []}


def test_addition_is_associative_in_effect(tmp_path: Path) -> None:
    base = RulePack.default()
    one = load(tmp_path, pack())
    two = load(tmp_path, pack(code='"cases_shelved"', cues='["搁置"]'))
    text = TEXT + "另搁置案件7件。"
    left, right = (base + one) + two, base + (one + two)
    assert (left.metrics, left.words) == (right.metrics, right.words)
    assert read(left, text) == read(right, text)
    assert ("cases_shelved", "7件") in read(left, text)


def test_the_order_of_files_does_not_matter() -> None:
    """Precedence is by priority and code: any order of the packs' files reads the same."""
    folder = resources.files("courtnews.lexicon") / "packs"
    files = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda f: f.name
    )
    packs = [RulePack.parse(entry.read_bytes(), entry.name) for entry in files]
    text = "".join(
        example.replace("⟦", "").replace("⟧", "") + "\n"
        for metric in RulePack.default().metrics
        for example in metric.examples
    )
    expected = extract(text).all_figures
    for order in (packs[::-1], packs[3:] + packs[:3], packs[1::2] + packs[::2]):
        rules = RulePack((), {})
        for part in order:
            rules = rules + part
        assert extract(text, rules=rules).all_figures == expected


def test_two_metrics_that_claim_one_word_are_settled_by_priority(tmp_path: Path) -> None:
    low = load(tmp_path, pack(code='"cases_a"'))
    high = load(tmp_path, pack(["priority"], ["priority = 5"], code='"cases_b"'))
    for first, second in itertools.permutations([low, high]):
        assert read(RulePack.default() + first + second)[0] == ("cases_b", "31件")


def test_errors_of_packs_are_the_librarys_own(tmp_path: Path) -> None:
    with pytest.raises(CourtnewsError):
        load(tmp_path, "")
