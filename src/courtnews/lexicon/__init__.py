"""The field's words, as data: rule packs, their schema, and the matcher that finds them."""

from courtnews.lexicon.matcher import (
    MOVES,
    NARROWS,
    NOUN,
    PLAIN,
    STOCK,
    STRONG,
    TREND,
    WEAK,
    Matcher,
    Offer,
    Token,
    Word,
    accepts,
    matcher_for,
)
from courtnews.lexicon.packs import RulePack
from courtnews.lexicon.schema import Metric

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
