"""Numbers that cannot be what the text makes of them: 执结率为8157%, where a point is lost."""

from __future__ import annotations

from decimal import Decimal

from courtnews.lexicon import Metric

# Rates that may exceed a hundred percent; any other that does is damaged.
_UNBOUNDED = frozenset(("rate_clearance", "rate_auction_premium", "rate_recovered", "rate_share"))
_WHOLE = 100
# So much no rate of any sort is.
_MOST = 1000


def is_impossible(metric: Metric | None, unit: str, value: Decimal) -> bool:
    """Whether a rate is above the whole that it is a part of; one that may be is above ten times as much."""
    if metric is None or metric.kind != "rate" or unit != "%":
        return False
    return value > (_MOST if metric.code in _UNBOUNDED else _WHOLE)
