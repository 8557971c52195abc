"""Figures that are told only to be compared with: 结案90件,去年同期60件,增长50%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import STRONG

_SAME_TIME = re.compile(r"(?:(?<!但)同期[^,，。;；0-9]{0,8}|(?:前年|上一?年)(?:则|只|仅)?(?:是|为))$")


# 相对应的是,2022年新收95万件,同比下降2.4%: a year that has its own change.
_TURNED, _TURN = re.compile("(?:相对应的是|与之相对|相比之下|反观)[^。;；]*$"), 80


def now_of(sentence: Sentence, base: Reading, bases: Sequence[Reading]) -> Reading:
    """The figure itself, where a base is only what it is compared with: one of the same time before, or of
    the year before (今年90件,2018年是60件)."""
    earlier = [b for b in bases if b.kind == base.kind and b.quantity.start < base.quantity.start]
    same = [b for b in earlier if b.metric is base.metric]
    end = base.quantity.start - sentence.start
    same_time = _SAME_TIME.search(sentence.text, max(0, end - 16), end)
    if same_time is not None:
        # 为132人修复信用,同期新纳入1087人: the same time is that of the number before.
        last_year = sentence.text[same_time.start() - 1 : same_time.start()] in ("年", "度")
        named = base.cue_strength >= STRONG and not (same or last_year)
        return base if named else (same or earlier or [base])[-1]
    apart = same and sentence.text.find(";", same[-1].quantity.end - sentence.start, end) >= 0
    apart = apart or _TURNED.search(sentence.text, max(0, end - _TURN), end) is not None
    if same and not apart and _year(same[-1]) - _year(base) == 1:
        return same[-1]
    return base


def untell_in_brackets(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Take the time from a number in brackets that is what the one before it was, as the change behind them
    shows: 90.69%(90.04%),上升0.65个百分点.
    """
    for now, before, change in zip(readings, readings[1:], readings[2:], strict=False):
        levels = change.is_change and not (now.is_change or before.is_change)
        if not levels or now.quantity.unit != before.quantity.unit or now.period != before.period:
            continue
        gap = sentence.text[now.quantity.end - sentence.start : before.quantity.start - sentence.start]
        if gap.strip() in ("(", "（") and abs(now.value - before.value) == change.value:
            before.period = None
            before.why.append("no period: what the number before it was, of a time that is not told")


def bases_from_years(readings: Sequence[Reading]) -> None:
    """A change over the figure of another year that is told beside its own is against that year."""
    for reading in readings:
        of = reading.of
        if not reading.is_change or of is None or reading.basis or reading.compared_year is not None:
            continue
        told = [r for r in readings if r.metric is of.metric and not r.is_change and r is not of]
        years = {_year(of) - _year(r) for r in told if r.quantity.start < reading.quantity.start}
        if years == {1}:
            reading.basis = "yoy"
            reading.why.append("basis yoy: the figure of the year before is told beside it")


def _year(reading: Reading) -> int:
    """The year of a figure; 0 where it has none, or one that is open."""
    year = (reading.period or "")[:4]
    return int(year) if year.isdigit() else 0
