"""Find all words of a rule pack in one pass over the text."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from courtnews.lexicon.packs import RulePack
from courtnews.lexicon.vocabulary import vocabulary
from courtnews.lexicon.words import Token

#: What parts clauses. Found in the pass that finds the words.
BREAKS = (*",，;；:：()（）【】[]〔〕●\t", "——")


class Matcher:
    """An automaton over all words of a pack: leftmost-longest, built once, shared by threads."""

    def __init__(self, rules: RulePack) -> None:
        self.metrics = {metric.code: metric for metric in rules.metrics}
        self.sums = [metric for metric in rules.metrics if metric.after is not None]
        self.subjects = [metric for metric in rules.metrics if metric.subject is not None]
        words = vocabulary(rules)
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
