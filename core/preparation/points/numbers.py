"""Numbers of attribute tables: as numbers, or as text with a point or a comma."""

from __future__ import annotations

import math
from typing import Any


def number_of(value: Any) -> float:
    """Give the number that a field's value is, NaN where it is none: empty, NULL, words, or “<0.5”."""
    if isinstance(value, bool) or value is None:
        return math.nan
    try:
        return float(value.strip().replace(",", ".")) if isinstance(value, str) else float(value)
    except (TypeError, ValueError):
        return math.nan
