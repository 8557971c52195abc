"""The days that stories tell, kept apart from those of the court's actions."""

from __future__ import annotations

import re

from courtnews.interpret.periods.context import Context
from courtnews.interpret.structure import Sentence

_OLD_STORY = re.compile("借款|签订|判决生效|判决书|承建|打工|购买|相识|老乡|包工头|[0-9]年的?[春夏秋冬]天")


class Tales:
    """Puts the year and the day of a report back behind each story, and knows the day of the last one, for a
    当晚 that opens the next sentence.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._year: int | None = None
        self._day: str | None = None
        # The paragraph and the day of the story just told.
        self._last: tuple[int, str] | None = None

    def begin(self, sentence: Sentence) -> None:
        """Remember what holds before a sentence; one that opens with 当晚 goes on with the story's day."""
        self._year, self._day = self._context.year, self._context.days.last
        last, self._last = self._last, None
        if last is not None and last[0] == sentence.paragraph and _opens_with_that_day(sentence):
            self._context.days.last = last[1]

    def forget(self) -> None:
        """A sentence that tells no time stands between a story and what may go on with its day."""
        self._last = None

    def end(self, sentence: Sentence) -> None:
        """Put back what held before a sentence that tells a story. The day of one that opens a report stays:
        it is that of the action that it belongs to.
        """
        context, published = self._context, self._context.published
        context.year = self._year
        if self._day is None or self._day == (published.isoformat() if published else ""):
            return
        if context.days.last is not None and context.days.last != self._day:
            self._last = sentence.paragraph, context.days.last
        context.days.last = self._day


def _opens_with_that_day(sentence: Sentence) -> bool:
    """Whether a sentence opens with the day just told: 当晚该院带回15人."""
    first = sentence.dates[0] if sentence.dates else None
    return first is not None and first.start == sentence.start and first.first.of_event


def tells_an_old_story(text: str) -> bool:
    """Whether a sentence tells how a case came about: loans, contracts, judgments."""
    return _OLD_STORY.search(text) is not None
