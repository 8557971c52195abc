"""Typed figures from Chinese court-enforcement reports."""

from courtnews.errors import CourtnewsError
from courtnews.explain import Explanation, explain
from courtnews.lexicon import Metric, RulePack
from courtnews.pipeline import extract, extract_many
from courtnews.records import Figure, Report, Span
from courtnews.text.normalize import NormalizedText, normalize

__all__ = [
    "CourtnewsError",
    "Explanation",
    "Figure",
    "Metric",
    "NormalizedText",
    "Report",
    "RulePack",
    "Span",
    "explain",
    "extract",
    "extract_many",
    "normalize",
]
