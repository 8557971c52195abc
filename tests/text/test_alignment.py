from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtnews.text.alignment import Alignment, Edit, apply_edits, replay


@st.composite
def edited(draw, text: str | None = None) -> tuple[str, list[Edit]]:
    """A text with sorted, non-overlapping edits of it, none of which inserts at a point."""
    text = draw(st.text("法院执行案件12", min_size=1, max_size=30)) if text is None else text
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Edit(a, b, draw(st.text("甲乙丙", max_size=3)), "test") for a, b in spans]


def test_without_edits_it_is_the_identity():
    assert Alignment().to_raw(3, 8) == (3, 8)
    assert Alignment().compose([]) == Alignment()


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [
        pytest.param(0, 1, (0, 1), id="before all edits"),
        pytest.param(1, 2, (1, 6), id="a replaced character has its whole source"),
        pytest.param(0, 2, (0, 6), id="over the edge of a replacement"),
        pytest.param(2, 3, (6, 7), id="after a replacement"),
        pytest.param(3, 4, (9, 10), id="what was deleted belongs to nothing"),
        pytest.param(2, 4, (6, 10), id="across a deletion"),
        pytest.param(3, 3, (9, 9), id="an empty span stays empty"),
        pytest.param(4, 4, (10, 10), id="at the end"),
    ],
)
def test_spans_go_back(start, end, raw):
    # 共執(zhí)行??件 -> 共執行件
    alignment = Alignment().compose([Edit(1, 6, "執", "a"), Edit(7, 9, "", "a")])
    assert alignment.to_raw(start, end) == raw


def test_several_characters_share_the_source_of_their_replacement():
    alignment = Alignment().compose([Edit(2, 5, "法院", "a")])
    assert alignment.to_raw(2, 3) == alignment.to_raw(3, 4) == (2, 5)


def test_steps_are_composed_from_the_last_to_the_first():
    alignment = Alignment().compose([Edit(0, 3, "", "a")]).compose([Edit(1, 2, "万", "b")])
    assert alignment.to_raw(1, 2) == (4, 5)


def test_replay_takes_neighbours_of_one_name_for_one_step():
    edits = [Edit(0, 1, "", "a"), Edit(2, 3, "", "a"), Edit(0, 1, "X", "b")]
    assert replay("0123", edits) == "X3"


@given(edited())
def test_edits_leave_the_rest_in_place(case):
    """Every character outside the edits maps to itself in the source."""
    text, edits = case
    made, alignment = apply_edits(text, edits), Alignment().compose(edits)
    copied = 0
    for position, char in enumerate(made):
        start, end = alignment.to_raw(position, position + 1)
        if not any(edit.start < end and start < edit.end for edit in edits):
            assert text[start:end] == char
            copied += 1
    assert copied == len(text) - sum(edit.end - edit.start for edit in edits)


@given(st.data())
def test_spans_are_in_range_and_monotone(data):
    text, first = data.draw(edited())
    middle = apply_edits(text, first)
    alignment = Alignment().compose(first)
    if middle:
        middle, second = data.draw(edited(middle))
        alignment, middle = alignment.compose(second), apply_edits(middle, second)
    spans = [alignment.to_raw(position, position + 1) for position in range(len(middle))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(a[1] <= b[1] for a, b in pairwise(spans))
    if middle:
        assert alignment.to_raw(0, len(middle)) == (spans[0][0], spans[-1][1])
