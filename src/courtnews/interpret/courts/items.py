"""Items of a list in prose (一是…。二是…): a court that one of them names is only of that one."""

from __future__ import annotations

from courtnews.interpret.courts.mention import Mention
from courtnews.interpret.structure import Sentence, opens_item


class Items:
    """Follows the items of the paragraph that is read."""

    def __init__(self) -> None:
        # The paragraph, and where its first item and the one read began.
        self._paragraph, self._first, self._last = -1, -1, -1

    def enter(self, sentence: Sentence) -> None:
        """A sentence begins, maybe with an item."""
        if opens_item(sentence.text) is None:
            return
        if self._paragraph != sentence.paragraph:
            self._paragraph, self._first = sentence.paragraph, sentence.start
        self._last = sentence.start

    def have_passed(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a court is named in an item before that of a sentence."""
        return self._paragraph == sentence.paragraph and self._first <= mention.start < self._last
