"""Who says 我院 and of whom 该院 is told: 云溪法院院长说:“我院执结2415件”; 记者从分宜县法院了解到,该院…."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from courtnews.interpret.courts.mention import Mention

# How far back a quotation's speaker, and a writer's own court, may be named.
_SPEAKER, _WRITER = 60, 120
_WRITERS = ("笔者所在的", "笔者所在", "我所在的", "作者所在的")


class Speakers:
    """Tells of the courts of one text who speaks for them."""

    def __init__(self, text: str, mentions: Sequence[Mention], starts: Sequence[int]) -> None:
        self._text, self._mentions, self._starts = text, mentions, starts

    def is_spoken(self, mention: Mention, paragraph: int) -> bool:
        """Whether somebody of a court named before in the paragraph, which begins there, says 我院 of it, or
        its writer does.
        """
        text = self._text
        near = self._between(max(paragraph, mention.start - _WRITER), mention.start)
        if any(text.endswith(_WRITERS, paragraph, m.start) for m in near):
            return True  # 笔者所在的石桥法院是一个小站。去年,我院新收5216件
        opened = text.rfind("“", paragraph, mention.start)
        if opened < 0 or text.find("”", opened, mention.start) >= 0:
            return False
        return any(not m.collective for m in self._between(max(paragraph, opened - _SPEAKER), opened))

    def source(self, mention: Mention, sentence: int) -> Mention | None:
        """The court that told, in the sentence that begins there, what 该院 did."""
        index = bisect_left(self._starts, mention.start) - 1
        before = self._mentions[index] if index >= 0 else None
        if before is None or before.start < sentence or before.collective:
            return None
        return before if self._text.endswith("从", 0, before.start) else None

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
