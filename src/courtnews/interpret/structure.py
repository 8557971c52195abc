"""The order of a report: paragraphs, sentences, clauses, and what stands in each of them.

Only sentences that hold a quantity are built in full; the words between them are reached by bisection, so
that the cost follows the numbers of a report rather than its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count
from operator import add, itemgetter

from courtnews.dates import DateExpr
from courtnews.lexicon import Matcher, Token
from courtnews.quantities import Quantity

# The end of a sentence with all that ends or closes right behind it: 收了多少?7346件 is one statement.
_END = re.compile(r"[。!?！？\n](?!(?<=[?？])\d)(?:[。!！\n”’」』\"）)]|[?？](?!\d))*+")
# 10.平均审理天数。27.6天,…: a numbered name, and what is told of it.
_LABEL = re.compile(
    r"^[ \t\u3000]*(?:[0-9]{1,2}[.、．]|[(（][一二三四五六七八九十0-9]{1,3}[)）])\s?"
    r"[^,，。;；:：0-9\n]{2,16}。(?=[^\n]{0,12}[0-9])",
    re.MULTILINE,
)
# A sentence is read in stretches of at most so many numbers, so that no text costs more than in proportion
# to its length.
_MOST = 48
_LONGEST, _LEAD = 60, 80
STRONG_BREAKS = frozenset(";；")
OPENING = frozenset("(（【[〔")
_NOTHING: frozenset[str] = frozenset()
_start_of = itemgetter(0)
# Copyright © 2019-2021: the years of the site.
_OF_THE_SITE = ("Copyright", "copyright", "COPYRIGHT", "©", "版权所有", "今天是", "现在是")
# 今天是：2026年5月6日 星期三 is the day on which the page was seen; 今天是集中执行的第三天 is told.
_SEEN = re.compile(
    r"[今现][天在]是(?!\s*[:：]|[ \t\u3000]|\s*$"
    r"|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[ \t\u3000]*(?:星期|周|首页|$))"
)
_CLOCK, _PROSE = re.compile("[今现][天在]是"), re.compile("[,，。;；！!]")
_GREETS = re.compile("欢迎|您|访问|光临|首页")
_ITEM = re.compile(r"\s*(?:[一二三四五六七八]是|一[场项类]是|其[一二三四五六][是,，])")


def opens_item(text: str) -> re.Match[str] | None:
    """Whether a sentence opens an item of a list in prose: 二是, 一场是."""
    return _ITEM.match(text)


@dataclass(slots=True)
class Sentence:
    """A sentence that holds quantities, with the words, dates and breaks inside it."""

    start: int
    end: int
    paragraph: int
    quantities: list[Quantity]
    tokens: list[Token]
    dates: list[DateExpr]
    breaks: list[int]
    text: str = ""
    token_starts: list[int] = field(default_factory=list)
    #: All marks of its words, their classes among them: most rules have nothing to do where theirs is none.
    said: frozenset[str] = frozenset()
    #: What its paragraph says right before it without a number.
    lead: str = ""

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """Tokens wholly inside the half-open stretch of working text."""
        if start >= end:
            return []
        starts, tokens = self.token_starts, self.tokens
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        if low < high and tokens[high - 1].end > end:
            high -= 1
        return tokens[low:high]

    def clause_start(self, position: int) -> int:
        """Where the clause around a position begins."""
        index = bisect_left(self.breaks, position)
        return self.breaks[index - 1] + 1 if index else self.start

    def clause_end(self, position: int) -> int:
        """Where the clause around a position ends."""
        index = bisect_left(self.breaks, position)
        return self.breaks[index] if index < len(self.breaks) else self.end


@dataclass(slots=True)
class Document:
    """Working text with everything found in it, in the order of the text."""

    text: str
    quantities: Sequence[Quantity]
    dates: Sequence[DateExpr]
    paragraph_starts: list[int]
    sentences: list[Sentence]
    sentence_ends: list[int]

    @property
    def title(self) -> str:
        """The first line that is not blank."""
        return self.text.lstrip().partition("\n")[0]

    def paragraph_of(self, position: int) -> int:
        """The number of the paragraph a position falls in."""
        return bisect_right(self.paragraph_starts, position) - 1

    def paragraph_span(self, paragraph: int) -> tuple[int, int]:
        """Start and end of a paragraph."""
        starts = self.paragraph_starts
        end = starts[paragraph + 1] - 1 if paragraph + 1 < len(starts) else len(self.text)
        return starts[paragraph], end


def structure(
    text: str, matcher: Matcher, quantities: Sequence[Quantity], dates: Sequence[DateExpr]
) -> Document:
    """The document of a working text: sentences that hold quantities, in order, with their words."""
    ends, paragraph_starts = _outline(text)
    dates = _told(text, dates)
    document = Document(text, quantities, dates, paragraph_starts, [], ends)
    starts, date_starts = [q.start for q in quantities], [d.start for d in dates]
    index, total = 0, len(quantities)
    while index < total:
        number = bisect_right(ends, starts[index])
        start, end = (ends[number - 1] if number else 0), ends[number]
        if index and starts[index - 1] >= start:
            start = quantities[index - 1].end
        stop = min(bisect_left(starts, end, index), index + _MOST)
        if stop < total and starts[stop] < end:
            end = quantities[stop - 1].end
        inside = dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
        document.sentences.append(
            _sentence(document, start, end, quantities[index:stop], list(inside), matcher)
        )
        index = stop
    return document


def _told(text: str, dates: Sequence[DateExpr]) -> Sequence[DateExpr]:
    """The dates less those of the owner of a site, which date nothing that is told."""
    if not dates or not any(sign in text for sign in _OF_THE_SITE):
        return dates
    kept, line, own = [], (0, 0), False
    for expr in dates:
        if not line[0] <= expr.start < line[1]:
            end = text.find("\n", expr.start)
            line = text.rfind("\n", 0, expr.start) + 1, end if end >= 0 else len(text)
            own = any(text.find(sign, *line) >= 0 for sign in _OF_THE_SITE) and not _SEEN.search(text, *line)
            own = own and not _is_told(text, line)
        if not own:
            kept.append(expr)
    return kept


def _is_told(text: str, line: tuple[int, int]) -> bool:
    """Whether 今天是 stands in prose, and in no line of a site that greets its visitors."""
    prose = _CLOCK.search(text, *line) and _PROSE.search(text, *line)
    return bool(prose) and _GREETS.search(text, *line) is None


def _sentence(
    document: Document,
    start: int,
    end: int,
    quantities: Sequence[Quantity],
    dates: list[DateExpr],
    matcher: Matcher,
) -> Sentence:
    text, paragraph = document.text[start:end], document.paragraph_of(quantities[0].start)
    tokens, breaks = matcher.find_with_breaks(text, start)
    lengths = [q.end for q in quantities if q.unit_class == "duration"]
    if lengths:
        tokens = _behind_lengths(tokens, lengths, document, matcher)
    if breaks:
        _join(breaks, [*quantities, *dates])
    return Sentence(
        start,
        end,
        paragraph,
        list(quantities),
        tokens,
        dates,
        breaks,
        text,
        list(map(_start_of, tokens)),
        said_in(tokens),
        _lead(document, paragraph, start),
    )


def _join(breaks: list[int], spans: Sequence[Quantity | DateExpr]) -> None:
    """Take out the breaks inside numbers and dates: a comma may group thousands, a colon parts the hours of a
    clock, and neither parts clauses.
    """
    for span in spans:
        start, end = span.start, span.end
        low = bisect_left(breaks, start)
        if low < len(breaks) and breaks[low] < end < start + _LONGEST:
            del breaks[low : bisect_left(breaks, end)]


def said_in(tokens: Sequence[Token]) -> frozenset[str]:
    """All marks of words."""
    return _NOTHING.union(*[t.word.marks for t in tokens])


def _lead(document: Document, paragraph: int, start: int) -> str:
    """What a paragraph says without a number right before a sentence that begins at `start`."""
    last = document.sentences[-1].end if document.sentences else 0
    return document.text[max(last, document.paragraph_starts[paragraph], start - _LEAD) : start]


def _behind_lengths(
    tokens: list[Token], ends: Sequence[int], document: Document, matcher: Matcher
) -> list[Token]:
    """The words of a sentence where a length of time ends with the 多 that one of them begins with:
    半年多|执结.
    """
    for end in ends:
        if document.text[end - 1] != "多":
            continue
        place = next((i for i, t in enumerate(tokens) if t.start < end < t.end), None)
        if place is not None:
            inside, _ = matcher.find_with_breaks(document.text[end : tokens[place].end], end)
            tokens = [*tokens[:place], *inside, *tokens[place + 1 :]]
    return tokens


def _outline(text: str) -> tuple[list[int], list[int]]:
    """Where sentences end, behind their marks and what these close, and where paragraphs begin."""
    ends = [match.end() for match in _END.finditer(text)]
    if labels := {match.end() for match in _LABEL.finditer(text)}:
        ends = [end for end in ends if end not in labels]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    before = accumulate(map(len, text.split("\n")[:-1]), initial=0)
    # Every line end before it counts as well.
    return ends, list(map(add, before, count()))
