"""Numbers dealt out among courts that are named in a row: 甲、乙、丙法院分别执结10件、12件、9件."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from courtnews.interpret.courts.levels import key_of
from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.lists import chains
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_PAIR = 2
# How many courts a reader keeps in mind.
MEMORY = 12
_PLACES_COUNTED = "两三四五六"
_THESE = re.compile("([两三四五六])(?:家|地)?(?:法院|院)[^,，。;；0-9]{0,6}$")
# A court, if any, and the words that named it.
Said = tuple[str | None, str]

# 除云溪法院、石桥法院外,…; 与石桥法院协作,…: they are no subject of what follows.
_PARTED = re.compile("[,，。;；]")


class Dealing:
    """Deals numbers out among the courts of one report."""

    def __init__(self, text: str, mentions: list[Mention], starts: list[int], aside: set[int]) -> None:
        self._text, self._mentions, self._starts, self._aside = text, mentions, starts, aside

    def among(self, sentence: Sentence, readings: Sequence[Reading]) -> dict[int, Said]:
        """A list of courts and as many numbers dealt out among them:
        甲、乙、丙法院分别执结10件、12件、9件.
        """
        listed = [r for r in readings if r.distributed >= 0] or [r for r in readings if r.kind == "rank"]
        listed = listed or _changes_in_turn(sentence, readings)
        if len(listed) < _PAIR:
            return {}
        count = max(r.distributed for r in listed) + 1 or len(listed)
        mentions = self._counted(sentence, listed[0].quantity.start, count)
        if not mentions:
            first, last = (bisect_left(self._starts, p) for p in (sentence.start, listed[0].quantity.start))
            mentions = [m for m in self._mentions[first:last] if m.area or not m.collective][-count:]
            if any(self._text[a.end : b.start].strip("、和及与") for a, b in pairwise(mentions)):
                return {}
        if len(mentions) != count or len(listed) % count:
            return {}
        if _is_of_measures(listed):
            # 云溪法院、石桥法院收案、结案分别为3200件、2900件: both courts' of both.
            return self._of_both(sentence, readings, mentions, listed[0].quantity.start)
        turns = (number % count if r.distributed < 0 else r.distributed for number, r in enumerate(listed))
        dealt = {id(r): mentions[turn] for turn, r in zip(turns, listed, strict=True)}
        # 两家法院执结率分别由52%、49%提高到71%和70%: the list that those rose to.
        sort = listed[0].quantity.unit_class
        for run in chains(sentence, readings):
            if len(run) == count and all(r.distributed < 0 and r.quantity.unit_class == sort for r in run):
                dealt.update((id(r), mention) for r, mention in zip(run, mentions, strict=True))
        return {reading: (mention.name, mention.name) for reading, mention in dealt.items()}

    def _of_both(
        self, sentence: Sentence, readings: Sequence[Reading], courts: Sequence[Mention], position: int
    ) -> dict[int, Said]:
        """The numbers behind courts that open the clause of a list at `position`, up to the next court."""
        start, end = courts[-1].end, sentence.end
        if _PARTED.search(self._text, start, position):
            return {}
        after = bisect_left(self._starts, start)
        if after < len(self._starts):
            end = min(end, self._starts[after])
        names = "、".join(court.name for court in courts)
        return {id(r): (names, names) for r in readings if start <= r.quantity.start < end}

    def _counted(self, sentence: Sentence, position: int, count: int) -> list[Mention]:
        """The courts named last before a sentence that only counts them: 两院分别为8.7亿元和9.2亿元."""
        told = _THESE.search(sentence.text, 0, position - sentence.start)
        if told is None or _PLACES_COUNTED.find(told[1]) + _PAIR != count:
            return []
        at = bisect_left(self._starts, sentence.start + told.start(1)) - 1
        if at >= 0 and self._mentions[at].end == sentence.start + told.start(1):
            return []  # 云溪、石桥两院: those that are named there
        found: dict[str, Mention] = {}
        for mention in reversed(self._mentions[: bisect_left(self._starts, sentence.start)][-MEMORY:]):
            if not mention.collective and mention.start not in self._aside:
                found.setdefault(key_of(mention.place), mention)
        return list(found.values())[:count][::-1]


def _is_of_measures(listed: Sequence[Reading]) -> bool:
    """Whether a list gives each of several measures once: 两家法院收案、结案数分别为3200件、2900件."""
    codes = {r.code for r in listed}
    return len(codes) == len(listed) and all(r.is_change or r.rule == "dealt out" for r in listed)


def _changes_in_turn(sentence: Sentence, readings: Sequence[Reading]) -> list[Reading]:
    """The changes that one word tells of in turn: 云溪、石桥法院收案分别增长7%和8%."""
    first = next((r for r in readings if r.is_change and r.trend is not None), None)
    if first is None or "分别" not in sentence.text[: first.quantity.start - sentence.start]:
        return []
    return [r for r in readings if r.is_change and r.trend is first.trend]
