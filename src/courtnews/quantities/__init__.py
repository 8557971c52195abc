"""Numbers with their units, as Chinese prose writes them. Knows no courts."""

from __future__ import annotations

from courtnews.quantities.records import Quantity, Rejected
from courtnews.quantities.scan import scan
from courtnews.quantities.units import UnitClass, unit_names

__all__ = ["Quantity", "Rejected", "UnitClass", "scan", "unit_names"]
