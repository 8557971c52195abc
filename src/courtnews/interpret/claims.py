"""Which words behind a number are its own, and which another number claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.carried import sort_of
from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Token
from courtnews.quantities import Quantity

_LISTED = re.compile("[、和及与](?:近|约|超|逾)?")
_NOT = ("未", "未能", "无法", "不能", "没能", "没有", "难以", "未予", "未获", "未得到", "没得到", "不予")
_IN_VAIN = re.compile(
    "[^,，。;；0-9]{0,3}(?:[收追要讨拿还][不没](?:回|到|上|了)|不(?:能|了|动|下去)(?!再|够))"
)
_PREDICATE, _REMARK = 14, 12


def predicate(sentence: Sentence, readings: Sequence[Reading], index: int) -> Sequence[Token]:
    """The words behind a number in its clause, up to the next number, that no other number claims."""
    end = readings[index].quantity.end
    next_start = readings[index + 1].quantity.start if index + 1 < len(readings) else sentence.end
    right = sentence.tokens_between(
        end, min(next_start, _beyond_brackets(sentence, sentence.clause_end(end)))
    )
    return [t for t in unclaimed(sentence, readings, index, right) if not _is_denied(sentence, t)]


def _is_denied(sentence: Sentence, token: Token) -> bool:
    """Whether what a word behind a number says did not come about: 尚有1200万元未执行到位, 40万元无法执行,
    12亿元强制执行也收不回.
    """
    start, end = token.start - sentence.start, token.end - sentence.start
    return sentence.text.endswith(_NOT, 0, start) or _IN_VAIN.match(sentence.text, end) is not None


def unclaimed(
    sentence: Sentence, readings: Sequence[Reading], index: int, tokens: Sequence[Token]
) -> Sequence[Token]:
    """Tokens behind a number, less those before another of its sort in their clause: 司法拘留 in 拘留5人."""
    if not tokens:
        return tokens
    q, sort = readings[index].quantity, sort_of(readings[index].quantity)
    later = [r.quantity for r in readings[index + 1 :]]
    if not later:
        return tokens
    likely = ("person", sort) if q.unit == "次" else (sort,)
    behind = [other for other in later if other.unit_class == q.unit_class or sort_of(other) in likely]
    return [
        t
        for t in tokens
        if not any(_claims(sentence, t, other) for other in behind) or is_its_own(sentence, q, t, later[0])
    ]


def is_its_own(sentence: Sentence, q: Quantity, token: Token, following: Quantity) -> bool:
    """Whether a word behind a number is its own, for another number follows right behind a mark of lists:
    248万元案款和6.05万元救助金, 218件案件全部缴清、307件办理分期.
    """
    if not q.end <= token.start <= min(q.end + _PREDICATE, sentence.clause_end(q.end)):
        return False
    behind = token.end - sentence.start, following.start - sentence.start
    return behind[0] < behind[1] and _LISTED.fullmatch(sentence.text, *behind) is not None


def _claims(sentence: Sentence, token: Token, q: Quantity) -> bool:
    among = sentence.text.startswith(("中", "里"), token.end - sentence.start)
    in_clause = token.end <= q.start < sentence.clause_end(token.end) and not among
    return in_clause and bool(token.word.offers_for(q.unit_class, q.unit))


def _beyond_brackets(sentence: Sentence, position: int) -> int:
    """Where a clause ends that brackets only part: 向139名当事人（含企业）|发放."""
    text, start = sentence.text, position - sentence.start
    if text[start : start + 1] not in ("(", "（"):
        return position
    closed = next((i for i in range(start, min(len(text), start + _REMARK)) if text[i] in ")）"), None)
    return position if closed is None else sentence.clause_end(sentence.start + closed + 1)
