"""Lists of measures of which no metric knows each: 执结率、终本率、到位率分别为95%、30%、41%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.cues import settle
from courtnews.interpret.lists import chains, deal_as
from courtnews.interpret.pairs import gap_between
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import NOUN, STRONG, Offer, Token

_NAME, _AND = "[^,，。;；、:：0-9和及与]{1,14}[率数量]", "(?:、|和|与|及|以及)"
_NAMES = re.compile(
    f"(?:{_NAME}{_AND})+{_NAME}(?:[两三四]项|指标|数据|已){{0,2}}(?:分别|依次|各)?(?:约|仅|由|从)?(?:[提上]升[到至])?(?:达到?|[为是]|超过?)?$"
)
_ENDS = re.compile(
    f"[率数量](?={_AND}|[两三四]项|指标|数据|已|分别|依次|各|约|仅|由|从|达|[提上]升|[为是超]|$)"
)
# 拘留人数, 溢价率: what a name may say behind the cue of a count.
_TAILS = ("", "率", "数", "量", "数量", "总数", "件数", "案数", "案件数", "人数", "户数", "总量")
_CLASSES = ("percent", "case", "person")
_COMES_TO = re.compile(
    "(?:分别)?(?:提升|上升|提高|增长|增加|升|增|下降|降低|降|压缩|减少)?(?:至|到|为)(?:了)?"
)
_LONGEST = 90
_MIXED = re.compile(
    "(?P<names>[^,，。;；:：0-9]*[、和及与][^,，。;；:：0-9]*?)(?:分别|依次)(?:约|仅)?(?:达到?|[为是])?$"
)
_ITEM = re.compile("[^、和及与]+")
UNKNOWN = "of no known metric in a list of several measures"


def name_in_turn(sentence: Sentence, readings: Sequence[Reading]) -> None:
    """Give each number of a list the measure that stands at its place in the list of names before; one that
    no metric knows is refused, that it takes no name of a neighbour.
    """
    before: Sequence[Reading] = ()
    for run in chains(sentence, readings):
        if len(run) > 1 and _is_of_one_sort(run):
            if len(before) == len(run) and _comes_from(sentence, before[-1], run[0]):
                deal_as(before, run)
                for base, reading in zip(before, run, strict=True):
                    reading.refused = base.refused
            elif not any(r.metric for r in run):
                _name(sentence, run)
            before = run
        elif len(run) > 1:
            _refuse(sentence, run)


def _is_of_one_sort(run: Sequence[Reading]) -> bool:
    sort = run[0].quantity.unit_class
    return sort in _CLASSES and all(r.quantity.unit_class == sort and not r.is_change for r in run)


def _comes_from(sentence: Sentence, last: Reading, first: Reading) -> bool:
    """Whether a list tells what the one before has come to: 分别由90%、35%提升至95%、41%."""
    return _COMES_TO.fullmatch(gap_between(sentence, last.quantity, first.quantity)) is not None


def _name(sentence: Sentence, run: Sequence[Reading]) -> None:
    """Name the numbers of a list, where as many measures are named right before it."""
    end = run[0].quantity.start - sentence.start
    names = _NAMES.search(sentence.text, max(0, end - _LONGEST), end)
    places = [m.end() for m in _ENDS.finditer(sentence.text, names.start(), end)] if names else []
    if len(places) != len(run):
        return
    for number, (reading, place) in enumerate(zip(run, places, strict=True)):
        reading.distributed = number
        known = _named(sentence, sentence.start + place, reading)
        reading.refused = UNKNOWN if known is None else ""
        if known is not None:
            settle(reading, *known, "dealt out")


def _refuse(sentence: Sentence, run: Sequence[Reading]) -> None:
    """Refuse the rates that no metric knows among measures of several sorts: 用时、终本率分别为68天、30%."""
    end = run[0].quantity.start - sentence.start
    said = _MIXED.search(sentence.text, max(0, end - _LONGEST), end)
    items = list(_ITEM.finditer(sentence.text, said.start(), said.end("names"))) if said else []
    if len(items) != len(run):
        return
    for reading, item in zip(run, items, strict=True):
        rate = reading.quantity.unit_class == "percent" and item[0].endswith("率")
        if rate and _named(sentence, sentence.start + item.end(), reading) is None:
            reading.refused = UNKNOWN


def _named(sentence: Sentence, end: int, reading: Reading) -> tuple[Token, Offer] | None:
    """The cue that ends where the name of a measure does, and what it offers."""
    q = reading.quantity
    for token in reversed(sentence.tokens):
        if token.end > end:
            continue
        tail = sentence.text[token.end - sentence.start : end - sentence.start]
        offers = token.word.offers_for(q.unit_class, q.unit) if tail in _TAILS else ()
        if offers and (offers[0].strength == STRONG or (not tail and offers[0].strength > NOUN)):
            return token, offers[0]
    return None
