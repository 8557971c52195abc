"""The words of a rule pack, each with all that the pack says of it and of the words inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from courtnews.lexicon.packs import RulePack
from courtnews.lexicon.schema import Metric
from courtnews.lexicon.words import MOVES, NARROWS, NOUN, PLAIN, STOCK, STRONG, WEAK, Offer, Word
from courtnews.text.normalize import normalize

_PLANS = ("计划", "协议", "协议书", "方案")
_MORE = ("多", "少")
TREND = ("trend_up", "trend_down")


def vocabulary(rules: RulePack) -> dict[str, Word]:
    """The words of a pack by their text, as working text has it."""
    entries: dict[str, _Entry] = {}

    def at(cue: str) -> _Entry:
        return entries.setdefault(normalize(cue).text, _Entry())

    for metric in rules.metrics:
        for strength, cues in ((STRONG, metric.cues), (WEAK, metric.weak), (NOUN, metric.nouns)):
            for cue in cues:
                at(cue).offers.append(Offer(metric, strength))
        for cue in metric.qualifiers:
            at(cue).qualifies.append(metric)
        for cue in metric.over:
            if not cue.isascii():
                at(cue)
        for cue in metric.after.cues if metric.after else ():
            at(cue).after.append(metric)
        for cue in metric.subject.cues if metric.subject else ():
            at(cue)
        for cue in metric.vetoes:
            at(cue).vetoes.add(metric.code)
    for word_class, words in rules.words.items():
        for word in words:
            at(word).classes.add(word_class)
    plain = {cue for metric in rules.metrics if metric.subject for cue in metric.subject.cues}
    found = _composed({text: entry.word(text) for text, entry in entries.items() if text})
    for made in found.values():
        made.marks = made.inner.union(_marks(made, plain))
    _share(found.values())
    return found


def _marks(word: Word, plain: Set[str]) -> Iterator[str]:
    """What rules ask for before they look closer, besides classes; `plain` are the verbs of subjects."""
    if word.qualifies or word.vetoes or "average" in word.inner:
        yield NARROWS
    if word.text in _MORE or not word.classes.isdisjoint(TREND):
        yield MOVES
    if word.text in plain:
        yield PLAIN
    if "cases_carried_over" in word.codes:
        yield STOCK


def _composed(found: dict[str, Word]) -> dict[str, Word]:
    """The words, each told of the words inside it."""
    for made in found.values():
        # 还款计划 is no payment.
        if made.offers and made.offers[0].metric.kind != "rate" and not made.text.endswith(_PLANS):
            made.parts = _parts(made.text, found)
        inside = _parts(made.text, found, all_words=True)
        made.inner = made.classes.union(*(part.classes for part in inside))
        if made.offers and made.text.startswith("共"):
            # 共受理 sums up as 共 does.
            made.inner |= {"aggregate"}
        inner = [m for part in inside for m in part.qualifies] if made.parts else []
        made.qualifies += tuple(m for m in dict.fromkeys(inner) if m not in made.qualifies)
        made.codes = frozenset(offer.metric.code for offer in made.offers)
    return found


def _share(words: Iterable[Word]) -> None:
    """Let words with equal sets have one and the same: fewer places in memory to read for a report."""
    known: dict[frozenset[str], frozenset[str]] = {}
    for word in words:
        word.classes = known.setdefault(word.classes, word.classes)
        word.inner = known.setdefault(word.inner, word.inner)
        word.vetoes = known.setdefault(word.vetoes, word.vetoes)
        word.codes = known.setdefault(word.codes, word.codes)
        word.marks = known.setdefault(word.marks, word.marks)


def _parts(text: str, words: dict[str, Word], *, all_words: bool = False) -> tuple[Word, ...]:
    """Shorter words inside a word, the longest first: 领到执行款 is also 领到, which the automaton passes
    over.
    """
    inside = {text[i:j] for i in range(len(text)) for j in range(i + 2, len(text) + 1)} - {text}
    parts = [words[part] for part in inside if part in words and (all_words or words[part].offers)]
    return tuple(sorted(parts, key=lambda w: (-len(w.text), w.text)))


@dataclass(slots=True)
class _Entry:
    offers: list[Offer] = field(default_factory=list)
    qualifies: list[Metric] = field(default_factory=list)
    after: list[Metric] = field(default_factory=list)
    vetoes: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)

    def word(self, text: str) -> Word:
        offers = sorted(self.offers, key=lambda o: (-o.strength, -o.metric.priority, o.metric.code))
        return Word(
            text,
            frozenset(self.classes),
            tuple(offers),
            tuple(sorted(self.qualifies, key=lambda m: (-m.priority, m.code))),
            tuple(self.after),
            frozenset(self.vetoes),
        )
