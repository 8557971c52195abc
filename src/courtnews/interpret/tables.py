"""Tables in a text: lines of cells parted by tabs or upright bars, each number read by the headings of its row and column.

Where the headings do not say what a number is, there is no figure. The lines of a table are not read as prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from courtnews.dates import DateExpr, find_dates
from courtnews.interpret.calendar import Context, resolve, year_of
from courtnews.interpret.cells import Number, read_cell
from courtnews.interpret.headings import Heading, Namer, Unit, heading_of, units_in
