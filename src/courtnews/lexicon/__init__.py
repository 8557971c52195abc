"""The field's words, as data: rule packs, their schema, and the matcher that finds them."""

from courtnews.lexicon.matcher import (
    NOUN,
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
    "NOUN",
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
