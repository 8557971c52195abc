"""The noun phrase that a number without a known metric counts, cut by jieba with the packs' words."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from courtnews.interpret.reading import Reading
from courtnews.lexicon import RulePack

if TYPE_CHECKING:
    from jieba import Tokenizer

_CUT = re.compile(r"[,，。;；:：、()（）“”\"\s0-9%—·•-]")
# 不明案款由年初的1.46万笔降至2100余笔: both are numbers of what stands before the step.
_STEP = re.compile(
    "[由从](?=[^由从]{0,40}?[0-9一二三四五六七八九十百千万]余?[一-鿿]{1,4}(?:[上下]?[升降]|增|减|缩|提)[一-鿿]{0,4}?[至到为])"
)
_EMPTY = frozenset("的了共为达到至约近超逾已并和与及在将被把对向就是有等其中此该各个名计率先后还也均都达成")
_LONGEST, _NEAR = 10, 20


def label(reading: Reading, rules: RulePack) -> str | None:
    """The noun phrase counted, in simplified characters; None where none stands beside the number.

    The phrase right behind the number is taken first (77人宣告无罪, 3篇调研报告), else the one right before
    it (推送公共信息69.05万条).
    """
    sentence, q = reading.sentence, reading.quantity
    start, end = sentence.clause_start(q.start), sentence.clause_end(q.end)
    clause = sentence.text[start - sentence.start : end - sentence.start]
    before, behind = clause[: q.start - start], clause[q.end - start :]
    if (step := _STEP.search(clause)) and step.start() < len(before):
        return _before(before[: step.start()], rules)
    counted = q.unit_class not in ("percent", "ratio", "money")
    if counted and (named := _phrase(_words(_CUT.split(behind, maxsplit=1)[0][:_NEAR], rules))):
        return named
    return _before(before, rules)


def _before(words: str, rules: RulePack) -> str | None:
    """The noun phrase that some words end with."""
    return _phrase(_words(_CUT.split(words)[-1][-_NEAR:], rules)[::-1], backwards=True) or None


def _phrase(words: list[str], *, backwards: bool = False) -> str:
    phrase: list[str] = []
    for word in words:
        if set(word) <= _EMPTY:
            if phrase:
                break
            continue
        if sum(map(len, phrase)) + len(word) > _LONGEST:
            break
        phrase.append(word)
    return "".join(reversed(phrase) if backwards else phrase)


def _words(text: str, rules: RulePack) -> list[str]:
    return list(_tokenizer(rules).cut(text, HMM=False)) if text else []


@lru_cache(maxsize=4)
def _tokenizer(rules: RulePack) -> Tokenizer:
    """A tokenizer of our own, with the packs' words and no cache file: the default one lies where anyone
    can plant it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

        tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for metric in rules.metrics:
        for cue in (*metric.cues, *metric.weak):
            tokenizer.add_word(cue)
    return tokenizer
