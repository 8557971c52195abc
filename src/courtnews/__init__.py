"""Typed figures from Chinese court-enforcement reports."""

from courtnews.lexicon import Metric, RulePack
from courtnews.pipeline import extract, extract_many
from courtnews.records import Figure, Report, Span

__all__ = ["Figure", "Metric", "Report", "RulePack", "Span", "extract", "extract_many"]
