"""The field's words, as data: rule packs, their schema, and the matcher that finds them."""

from courtnews.lexicon.matcher import Matcher, matcher_for
from courtnews.lexicon.packs import RulePack
from courtnews.lexicon.schema import Metric
from courtnews.lexicon.vocabulary import TREND
from courtnews.lexicon.words import (
    MOVES,
    NARROWS,
    NOUN,
    PLAIN,
    STOCK,
    STRONG,
    WEAK,
    Offer,
    Token,
    Word,
    accepts,
)

__all__ = [
    "MOVES",
    "NARROWS",
    "NOUN",
    "PLAIN",
    "STOCK",
    "STRONG",
    "TREND",
    "WEAK",
    "Matcher",
    "Metric",
    "Offer",
    "RulePack",
    "Token",
    "Word",
    "accepts",
    "matcher_for",
]
