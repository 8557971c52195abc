"""What the clauses around a number say: for whom something is done, among what is counted, and what all
numbers of a row are of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.claims import unclaimed
from courtnews.interpret.pairs import gap_between, is_at_another_time, without_dates
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import STRONG_BREAKS, Sentence
from courtnews.lexicon import Token
from courtnews.quantities import Quantity

_FOR = re.compile(r"(?:为|对|将|把|给|向|让|帮助?|使|替)[^,，。;；]{0,8}$")
_AMONG = re.compile("(?:案件?|[收结]案)(?:之?中|里|当中)[,，]$")
_SHARES = re.compile(r"[^,，。;；、0-9]{0,10}(?:[、和及与]|案件?的|的)$")
_ACROSS, _SHORT = 30, 6
_NAMED = re.compile("“[^“”,，。;；0-9]{2,10}”(?=案件|专项|行动|集中)")
_DEALT = ("分别是", "分别为", "分别有", "依次是", "依次为", "依次有")
# No match of the pattern is longer.
_FOR_LONGEST = 12


def is_for(sentence: Sentence, clause_start: int, position: int) -> bool:
    """Whether the clause says up to a position for whom something is done: 为102名."""
    start = max(clause_start, position - _FOR_LONGEST) - sentence.start
    return _FOR.search(sentence.text, start, position - sentence.start) is not None


def is_short(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause has no room for a word of its own, dates apart: 今年前10个月仅为43.7%."""
    if end - start <= _SHORT:
        return True
    if not sentence.dates:
        return False
    text = sentence.text[start - sentence.start : end - sentence.start]
    return len(without_dates(sentence, start, text)) <= _SHORT


def is_among(sentence: Sentence, clause_start: int) -> bool:
    """Whether the clause before says among what is counted: 新收案件中,家事纠纷102件."""
    end = clause_start - sentence.start
    return _AMONG.search(sentence.text, max(0, end - 6), end) is not None


def begins_series(sentence: Sentence, readings: Sequence[Reading], index: int) -> bool:
    """Whether a number is the first of a row of its sort, one for each of some times or things."""
    q = readings[index].quantity
    if index + 1 >= len(readings):
        return False
    behind = readings[index + 1].quantity
    if behind.unit_class != q.unit_class:
        return False
    dealt = sentence.text.endswith(_DEALT, 0, q.start - sentence.start)
    return is_at_another_time(sentence, q, behind) or (dealt and gap_between(sentence, q, behind) == "、")


def after(sentence: Sentence, readings: Sequence[Reading], index: int, clause_end: int) -> Sequence[Token]:
    """Tokens of the clause behind a comma, up to the next number, that no other number claims."""
    next_start = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    position = clause_end - sentence.start
    if next_start < clause_end or sentence.text[position : position + 1] not in (",", "，"):
        return ()
    after = sentence.tokens_between(clause_end, min(sentence.clause_end(clause_end + 1), next_start))
    return unclaimed(sentence, readings, index, after)


def visible(sentence: Sentence, tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Tokens left of a position, less those in brackets that are closed before it, and those in the name of
    an action: 执结“秋季攻坚”案件31件.
    """
    tokens = _outside_names(sentence, tokens)
    text, base = sentence.text, sentence.start
    if not tokens or (")" not in text and "）" not in text):
        return tokens
    first, end = tokens[0].start - base, position - base
    close = max(text.rfind(")", first, end), text.rfind("）", first, end))
    if close < 0:
        return tokens
    opening = max(text.rfind("(", 0, close), text.rfind("（", 0, close))
    return [t for t in tokens if not base + opening < t.start < base + close]


def _outside_names(sentence: Sentence, tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens without those in a short name in quotation marks, where any others say what is counted."""
    if not tokens or "”" not in sentence.text:
        return tokens
    base = sentence.start
    names = [(m.start() + base, m.end() + base) for m in _NAMED.finditer(sentence.text)]
    kept = [t for t in tokens if not any(start < t.start < end for start, end in names)]
    return kept if any(t.word.offers for t in kept) else tokens


def shares_predicate(sentence: Sentence, q: Quantity, behind: Quantity) -> bool:
    """Whether two numbers share the predicate behind the second: 6家公司、33名个人被限制高消费;
    15件案件的20名申请人领取案款.
    """
    return _SHARES.match(gap_between(sentence, q, behind)) is not None


def clause_before(sentence: Sentence, previous_end: int, clause_start: int) -> Sequence[Token]:
    """Tokens of the clause before, where no number and no semicolon lies between."""
    start = max(previous_end, clause_start - _ACROSS)
    for position in reversed(sentence.breaks):
        if start <= position < clause_start and sentence.text[position - sentence.start] in STRONG_BREAKS:
            start = position + 1
            break
    return visible(sentence, sentence.tokens_between(start, clause_start), clause_start)
