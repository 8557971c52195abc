"""Find all words of a rule pack in one pass over the text."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from courtnews.lexicon.packs import RulePack
from courtnews.lexicon.schema import Metric
from courtnews.text.normalize import normalize

STRONG, WEAK, NOUN = 2, 1, 0
_PLANS = ("计划", "协议", "协议书", "方案")
_MORE = ("多", "少")
TREND = ("trend_up", "trend_down")
#: Marks of words that may narrow or bar what another says, that may say that something rose or fell, that
#: say one thing or another by what the passage is about, and that tell of what was carried over.
NARROWS, MOVES, PLAIN, STOCK = "narrows", "moves", "plain", "stock"
#: What parts clauses. Found in the pass that finds the words.
BREAKS = (*",，;；:：()（）【】[]〔〕●\t", "——")


class Offer(NamedTuple):
    """What a word can mean for a number of some unit: a metric, and how strongly the word says so."""

    metric: Metric
    strength: int


@dataclass(slots=True, eq=False)
class Word:
    """One word of the lexicon with everything it may say.

    `codes` are those of the metrics it offers. `marks` are its classes, those of the words inside it, and
    what else some rule asks for: most words have few, and sentences without such words are soon done with.
    """

    text: str
    classes: frozenset[str] = frozenset()
    offers: tuple[Offer, ...] = ()
    qualifies: tuple[Metric, ...] = ()
    after: tuple[Metric, ...] = ()
    vetoes: frozenset[str] = frozenset()
    parts: tuple[Word, ...] = ()
    inner: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    #: The offers whose metric takes numbers of a unit, given as its class and itself: the best first.
    by_unit: _ByUnit = field(init=False)

    def __post_init__(self) -> None:
        self.by_unit = _ByUnit(self)

    def offers_for(self, unit_class: str, unit: str) -> tuple[Offer, ...]:
        """The offers whose metric takes such a unit, the best first."""
        return self.by_unit[unit_class, unit]


class _ByUnit(dict[tuple[str, str], tuple[Offer, ...]]):
    """What a word offers numbers of some unit, worked out when first asked for."""

    __slots__ = ("_word",)

    def __init__(self, word: Word) -> None:
        self._word = word

    def __missing__(self, unit: tuple[str, str]) -> tuple[Offer, ...]:
        """The offers whose metric takes such a unit (ranks have a rule of their own); a compound that has
        none gives those of its parts.
        """
        word = self._word
        found = tuple(o for o in word.offers if o.metric.kind != "rank" and accepts(o.metric, *unit))
        for part in word.parts:
            found = found or part.by_unit[unit]
        self[unit] = found
        return found


class Token(NamedTuple):
    """A word where it stands in working text (half-open, code points)."""

    start: int
    end: int
    word: Word


def accepts(metric: Metric, unit_class: str, unit: str) -> bool:
    """Whether numbers of that unit can be this metric."""
    return unit_class in metric.units or unit in metric.units


class Matcher:
    """An automaton over all words of a pack: leftmost-longest, built once, shared by threads."""

    def __init__(self, rules: RulePack) -> None:
        self.metrics = {metric.code: metric for metric in rules.metrics}
        self.sums = [metric for metric in rules.metrics if metric.after is not None]
        self.subjects = [metric for metric in rules.metrics if metric.subject is not None]
        words = _collect(rules)
        self._words = list(words.values())
        self._classes: dict[str, tuple[str, ...]] = {}
        self._mentions: dict[frozenset[str], AhoCorasick] = {}
        # The smallest in memory, and so the fastest among all else that a report needs in the caches.
        self._automaton = AhoCorasick(
            [w.text for w in self._words] + [mark for mark in BREAKS if mark not in words],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> list[Token]:
        """Tokens in the order of the text, never overlapping."""
        return self.find_with_breaks(text)[0]

    def find_with_breaks(self, text: str, offset: int = 0) -> tuple[list[Token], list[int]]:
        """Tokens and breaks between clauses, each in the order of the text, tokens never overlapping;
        `offset` is where the text begins in a longer one.
        """
        words, make, count = self._words, tuple.__new__, len(self._words)
        found = self._automaton.find_matches_as_indexes(text)
        tokens = [
            make(Token, (start + offset, end + offset, words[i])) for i, start, end in found if i < count
        ]
        return tokens, [start + offset for i, start, _ in found if i >= count]

    def mentions(self, text: str, classes: frozenset[str]) -> bool:
        """Whether a word of any of these classes stands in a text, be it inside a longer one: a quick look
        that tells where `find` would find none.
        """
        automaton = self._mentions.get(classes)
        if automaton is None:
            words = [word.text for word in self._words if not classes.isdisjoint(word.classes)]
            automaton = AhoCorasick(words, implementation=Implementation.ContiguousNFA)
            self._mentions[classes] = automaton
        return bool(automaton.find_matches_as_indexes(text))

    def words_of(self, word_class: str) -> tuple[str, ...]:
        """The words of a class, as texts have them after normalization."""
        found = self._classes.get(word_class)
        if found is None:
            found = tuple(word.text for word in self._words if word_class in word.classes)
            self._classes[word_class] = found
        return found


_matchers: WeakKeyDictionary[RulePack, Matcher] = WeakKeyDictionary()


def matcher_for(rules: RulePack) -> Matcher:
    """The matcher of a pack, built when first asked for."""
    matcher = _matchers.get(rules)
    if matcher is None:
        matcher = _matchers[rules] = Matcher(rules)
    return matcher


def _collect(rules: RulePack) -> dict[str, Word]:
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
