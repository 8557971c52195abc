"""One value, many spellings, each in many contexts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from courtnews.quantities import Quantity, scan

LEFT = [
    "",
    "。",
    "，",
    "；",
    "：",
    "\n",
    "（",
    "(",
    "、",
    "　",
    "其中",
    "全市法院共",
    "执结率为",
    "”",
    "是",
    "他说：“",
]
RIGHT = ["", "。", "，", "；", "、", "\n", "）", ")", "的", "和", "　", "！", "，其中", "。\n二是"]


@dataclass(frozen=True)
class Case:
    """A text, the part of it that is the quantity, and how it must be read."""

    text: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    unit_class: str
    bound: str
    ordinal: bool

    def inside(self, left: str, right: str) -> Case:
        """The same between two pieces of text."""
        shift = len(left)
        return Case(
            left + self.text + right,
            self.start + shift,
            self.end + shift,
            *(self.value, self.value_max, self.unit, self.unit_class, self.bound, self.ordinal),
        )


def _case(group: dict[str, object], text: str, start: int, end: int) -> Case:
    upper = group.get("max")
    return Case(
        text,
        start,
        end,
        Decimal(str(group["value"])),
        None if upper is None else Decimal(str(upper)),
        str(group["unit"]),
        str(group["class"]),
        str(group.get("bound", "exact")),
        bool(group.get("ordinal", False)),
    )


def _load() -> tuple[list[Case], list[Case]]:
    """(cases that hold in every context, cases that need their own)."""
    free, bound = [], []
    for group in tomllib.loads((Path(__file__).parent / "spellings.toml").read_text("utf-8"))["group"]:
        for text in group.get("spellings", []):
            part = group.get("text", text)
            start = text.index(part)
            free.append(_case(group, text, start, start + len(part)))
        for sentence in group.get("sentences", []):
            start, end = sentence.index("⟦"), sentence.index("⟧") - 1
            bound.append(_case(group, sentence.replace("⟦", "").replace("⟧", ""), start, end))
    return free, bound


FREE, BOUND = _load()


def _read(case: Case) -> Quantity:
    """The one quantity that overlaps the case's part; units that a spelling adds behind it may follow."""
    found = [q for q in scan(case.text)[0] if q.start < case.end and case.start < q.end]
    assert len(found) == 1, (case.text, found)
    return found[0]


def _check(case: Case) -> None:
    quantity = _read(case)
    assert quantity.start == case.start, (case.text, quantity)
    assert quantity.end <= case.end, (case.text, quantity)
    assert quantity.start <= quantity.unit_start <= quantity.end
    actual = (
        quantity.value,
        quantity.value_max,
        quantity.unit,
        quantity.unit_class,
        quantity.bound,
        quantity.ordinal,
    )
    assert actual == (case.value, case.value_max, case.unit, case.unit_class, case.bound, case.ordinal), (
        case.text
    )


def test_there_are_many_spellings() -> None:
    assert len({case.text for case in FREE + BOUND}) >= 280


@pytest.mark.parametrize("case", FREE + BOUND, ids=lambda case: case.text)
def test_spelling_is_read(case: Case) -> None:
    _check(case)


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("right", RIGHT)
def test_spellings_hold_in_context(left: str, right: str) -> None:
    for case in FREE:
        _check(case.inside(left, right))


@pytest.mark.parametrize("case", FREE, ids=lambda case: case.text)
def test_two_in_a_row_are_two(case: Case) -> None:
    single = _read(case)
    quantities, _ = scan(f"{case.text}，{case.text}")
    assert [q.value for q in quantities] == [single.value, single.value]
    assert quantities[1].start - quantities[0].start == len(case.text) + 1


@pytest.mark.parametrize("case", FREE, ids=lambda case: case.text)
def test_chinese_says_whether_a_digit_is_arabic(case: Case) -> None:
    quantity = _read(case)
    written = case.text[quantity.start : quantity.unit_start]
    assert quantity.chinese == (not any("0" <= char <= "9" for char in written) and quantity.unit != "ratio")
