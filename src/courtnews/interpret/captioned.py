"""Numbers that fill a line and are told of in the line below: ▍4009件 over 全年受理的执行案件。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.set_aside import ONLY_LASTS
from courtnews.interpret.structure import Document, Sentence
from courtnews.interpret.tabular.headings import Namer
from courtnews.lexicon import STRONG, Matcher

# What may stand beside the number in its line. A bare number may as well be a cell of a torn table.
_MARK = re.compile("[ \t\u3000]*[▍▎▌▋█●■◆★▲►▶◎◇□○【\\[「『|｜]+[ \t\u3000]*")
_CLOSING = re.compile("[ \t\u3000】\\]」』|｜]*")
# 全年受理的执行案件。
_SAID = re.compile("\\s*(?:这是)?(?P<words>[^,，。;；:：、0-9\\n]{2,24})(?=[,，。;；])")
_LABEL, _ENDS = 14, ("。", "！", "？", "!", "?", ".", "；", ";", "”")
_SORTS = frozenset(("case", "person", "money", "percent", "duration", "vehicle"))


class Captions:
    """Finds the metric of a number that fills its line in what the next line opens with."""

    def __init__(self, document: Document, matcher: Matcher) -> None:
        self._document, self._namer = document, Namer(matcher)

    def name(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        """Give the one number of a line the metric of the words below it, if they name one for sure."""
        reading = readings[0]
        q = reading.quantity
        if len(readings) > 1 or reading.role or reading.refused not in ("", ONLY_LASTS):
            return
        if q.unit_class not in _SORTS or not self._fills_its_line(sentence, reading):
            return
        end = self._document.paragraph_span(sentence.paragraph)[1]
        said = _SAID.match(self._document.text, end)
        metric = self._namer.metric(said["words"], q.unit, q.unit_class) if said is not None else None
        if said is not None and metric is not None:
            reading.metric, reading.kind, reading.refused = metric, metric.kind, ""
            reading.rule, reading.cue_strength = "caption", STRONG
            reading.why.append(f"metric {metric.code}: told below: {said['words']}")

    def _fills_its_line(self, sentence: Sentence, reading: Reading) -> bool:
        start, end = self._document.paragraph_span(sentence.paragraph)
        q, text = reading.quantity, self._document.text
        if not _MARK.fullmatch(text, start, q.start) or not _CLOSING.fullmatch(text, q.end, end):
            return False
        while start and text[start - 1].isspace():
            start -= 1
        above = text[text.rfind("\n", 0, start) + 1 : start].strip()
        return len(above) > _LABEL or above.endswith(_ENDS)  # else it may be its label
