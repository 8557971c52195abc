"""Typed figures from Chinese court-enforcement reports.

`extract` reads one report, `extract_many` a series, `explain` tells why each number came out as it did.
Names are loaded when first asked for, so that importing the package does no work.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from courtnews.errors import CourtnewsError
    from courtnews.explanation import Explanation, explain
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

_HOMES = {
    "CourtnewsError": "courtnews.errors",
    "Explanation": "courtnews.explanation",
    "Figure": "courtnews.records",
    "Metric": "courtnews.lexicon",
    "NormalizedText": "courtnews.text.normalize",
    "Report": "courtnews.records",
    "RulePack": "courtnews.lexicon",
    "Span": "courtnews.records",
    "explain": "courtnews.explanation",
    "extract": "courtnews.pipeline",
    "extract_many": "courtnews.pipeline",
    "normalize": "courtnews.text.normalize",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
