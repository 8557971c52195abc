"""The table of measure words, and the words that only look like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from courtnews.quantities import scan
from courtnews.quantities.checks import CHECKS
from courtnews.quantities.units import ENTRIES, Unit, match_unit

PLAIN = sorted(word for word, entry in ENTRIES.items() if isinstance(entry, Unit) and not entry.check)
CHECKED = sorted(word for word, entry in ENTRIES.items() if isinstance(entry, Unit) and entry.check)
REFUSING = sorted(word for word, entry in ENTRIES.items() if isinstance(entry, str) and entry)
ORDINARY = sorted(word for word, entry in ENTRIES.items() if entry == "")

# (text, the quantity in it, unit, class): words that are a unit here …
ACCEPTED = [
    ("查封土地5宗。", "5宗", "件", "area"),
    ("受理案件5宗。", "5宗", "件", "case"),
    ("扣押家具7件。", "7件", "件", "item"),
    ("处理一起执行案件", "一起", "件", "case"),
    ("两起民间借贷纠纷", "两起", "件", "case"),
    ("办结3案件。", "3案件", "件", "case"),
    ("抽调6个案件管理员", "6个", "个", "item"),
    ("两个亲兄弟", "两个", "人", "person"),
    ("15个失信被执行人", "15个", "人", "person"),
    ("三个专案小组", "三个", "个", "item"),
    ("3个人才", "3个", "个", "item"),
    ("3个人到场", "3个人", "人", "person"),
    ("警车38台", "38台", "辆", "vehicle"),
    ("12台车发动", "12台", "辆", "vehicle"),
    ("电脑5台、警车3辆", "5台", "台", "item"),
    ("手机3部", "3部", "部", "item"),
    ("500块。", "500块", "元", "money"),
    ("15块LED大屏", "15块", "块", "item"),
    ("拘留15日", "15日", "天", "duration"),
    ("45日未发放", "45日", "天", "duration"),
    ("工作三年", "三年", "年", "duration"),
    ("提出三点要求", "三点", "点", "item"),
    ("得分95.6分。", "95.6分", "分", "item"),
    ("兵分两路，", "两路", "路", "item"),
    ("5路直播小组", "5路", "路", "item"),
    ("送上两面锦旗", "两面", "面", "item"),
    ("六百余头奶牛", "六百余头", "头", "item"),
    ("800余头奶牛", "800余头", "头", "item"),
    ("七度迁移", "七度", "次", "item"),
    ("召开三次会议", "三次", "次", "item"),
    ("连任两届的代表", "两届", "届", "item"),
    ("历时3昼夜", "3昼夜", "天", "duration"),
    ("出台意见20条", "20条", "条", "item"),
    ("依法20条", "20条", "条", "item"),
    ("近三成", "三成", "%", "percent"),
    ("10县1市", "10县", "县", "item"),
]
# … and here not.
REFUSED = [
    ("一起吃饭", "set_phrase"),
    ("5日凌晨", "date"),
    ("6月", "date"),
    ("113年", "date"),
    ("一一○年", "date"),
    ("三点半", "time"),
    ("9时30分", "time"),
    ("解放二路", "place_name"),
    ("一路走来", "set_phrase"),
    ("两面夹击", "indefinite"),
    ("两头都保住", "set_phrase"),
    ("一块硬骨头", "indefinite"),
    ("一度停产", "indefinite"),
    ("刑法313条", "article"),
    ("市五届人大三次会议", "ordinal_name"),
    ("三届二次会议", "ordinal_name"),
]


def test_every_check_is_used() -> None:
    used = {entry.check for entry in ENTRIES.values() if isinstance(entry, Unit) and entry.check}
    assert used == set(CHECKS)


@pytest.mark.parametrize("word", PLAIN)
def test_plain_unit_is_read_behind_a_number(word: str) -> None:
    entry = ENTRIES[word]
    assert isinstance(entry, Unit)
    quantities, _ = scan(f"共23{word}。")
    assert [(q.start, q.end, q.unit, q.unit_class) for q in quantities] == [
        (1, 3 + len(word), entry.name, entry.cls)
    ]
    expected = Decimal("23.5") if entry.more == "半" else Decimal(23).scaleb(entry.power)
    assert quantities[0].value == expected


@pytest.mark.parametrize("word", REFUSING)
def test_refusing_word_gives_its_reason(word: str) -> None:
    quantities, rejected = scan(f"共23{word}，")
    assert quantities == []
    assert [r.reason for r in rejected] == [ENTRIES[word]]


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_word_is_no_unit(word: str) -> None:
    assert [(q.end, q.unit) for q in scan(f"共23{word}，")[0]] == [(3, "")]
    assert scan(f"共三{word}，")[0] == []


@pytest.mark.parametrize(("text", "part", "unit", "unit_class"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_checked_unit_is_accepted(text: str, part: str, unit: str, unit_class: str) -> None:
    quantities = scan(text)[0]
    assert (text[quantities[0].start : quantities[0].end], quantities[0].unit) == (part, unit)
    assert quantities[0].unit_class == unit_class


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_checked_unit_is_refused(text: str, reason: str) -> None:
    quantities, rejected = scan(text)
    assert quantities == []
    assert reason in [r.reason for r in rejected]


def test_both_sides_of_most_checks_are_tried() -> None:
    tried = {ENTRIES[word].check for word in CHECKED for text, *_ in [*ACCEPTED, *REFUSED] if word in text}  # type: ignore[union-attr]
    assert tried == set(CHECKS)


@pytest.mark.parametrize("word", [*PLAIN, *CHECKED])
def test_longest_entry_wins(word: str) -> None:
    matched = match_unit(f"3{word}", 1)
    assert matched is not None
    assert matched == (1 + len(word), ENTRIES[word])
