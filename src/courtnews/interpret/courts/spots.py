"""Where words first and last stand in a text."""

from __future__ import annotations

from collections.abc import Sequence

# So many words are looked for one by one, which is quicker for few; for more, all words of their length are
# written down once, so that a text full of names takes no longer than in proportion to its length.
_FEW = 48


class Spots:
    """Tells of the words of one text whether they come again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked: dict[str, tuple[int, int]] = {}
        self._all: dict[int, tuple[dict[str, int], dict[str, int]]] = {}

    def twice(self, words: str) -> bool:
        """Whether words stand at two places that do not overlap.

        >>> spots = Spots("云溪、石桥、云溪")
        >>> spots.twice("云溪"), spots.twice("石桥")
        (True, False)
        """
        first, last = self.ends_of(words)
        return last - first >= len(words)

    def goes_on(self, name: str, signs: Sequence[str]) -> bool:
        """Whether a name stands anywhere with one of some signs right behind it: 云溪县, 云溪法院."""
        return any(self.ends_of(name + sign)[0] >= 0 for sign in signs)

    def ends_of(self, words: str) -> tuple[int, int]:
        """Where words stand first and last, -1 where they do not."""
        found = self._asked.get(words)
        if found is None:
            if len(self._asked) < _FEW:
                # From behind, which is quicker, for the many that stand there but once or not at all.
                last = self.text.rfind(words)
                found = self.text.find(words, 0, last + len(words)) if last >= 0 else -1, last
                self._asked[words] = found
            else:
                firsts, lasts = self._of_length(len(words))
                found = firsts.get(words, -1), lasts.get(words, -1)
        return found

    def _of_length(self, length: int) -> tuple[dict[str, int], dict[str, int]]:
        """Where all words of a length stand first and last."""
        known = self._all.get(length)
        if known is None:
            text = self.text
            lasts = {text[i : i + length]: i for i in range(len(text) - length + 1)}
            firsts = {text[i : i + length]: i for i in range(len(text) - length, -1, -1)}
            known = self._all[length] = firsts, lasts
        return known
