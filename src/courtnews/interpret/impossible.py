"""Numbers that cannot be what the text makes of them: 执结率为8157%, where a point is lost."""

from __future__ import annotations

from decimal import Decimal

from courtnews.lexicon import Metric

# Rates that may exceed a hundred percent; any other that does is damaged.
_UNBOUNDED = frozenset(("rate_clearance", "rate_auction_premium", "rate_recovered", "rate_share"))
# Cases concluded may be more than those that came in: 执结率101.41%, with what was carried over.
_OF_INTAKE = frozenset(("rate_closed", "rate_adjudicated", "rate_enforced"))
_WHOLE, _MORE_THAN_CAME_IN = 100, 150
# So much no rate of any sort is.
_MOST = 1000


def is_impossible(metric: Metric | None, unit: str, value: Decimal) -> bool:
    """Whether a rate is above the whole that it is a part of; one that may be is above ten times as much."""
    if metric is None or metric.kind != "rate" or unit != "%":
        return False
    if metric.code in _OF_INTAKE:
        return value > _MORE_THAN_CAME_IN
    return value > (_MOST if metric.code in _UNBOUNDED else _WHOLE)
