"""Log-ratios of an attribute table whose fields are the parts of a composition."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from ...events import Events
from ..points.numbers import number_of
from .parameters import LogRatioParameters
from .parts import Parts, Seen


def table_ratios(
    columns: Mapping[str, np.ndarray], parameters: LogRatioParameters, source: str, events: Events
) -> dict[str, np.ndarray]:
    """Give the log-ratios (N,) by name of columns (N,) by name; NaN in rows that lack a part.

    Values may be numbers or text; “<0.5” is one that lies below 0.5.

    Raises:
        BadInputError: For one column, negative values, or a column without a value above 0.
    """
    parts = Parts(tuple(columns), parameters)
    read = [[_read(value) for value in np.asarray(column).tolist()] for column in columns.values()]
    values, below = (np.array([[pair[which] for pair in column] for column in read]).reshape(len(read), -1)
                     for which in (0, 1))  # fmt: skip
    seen = [Seen() for _ in parts.names]
    for summary, column, limits, limit in zip(seen, values, below, parts.limits):
        summary.add(column[np.isnan(limits)], limit)
        if (~np.isnan(limits)).any():
            summary.least = min(summary.least, float(np.nanmin(limits)))
            summary.low, summary.count = min(summary.low, 0.0), summary.count + int((~np.isnan(limits)).sum())
            summary.censored += int((~np.isnan(limits)).sum())
    parts.look(seen, source, events)
    return dict(zip(parts.ratio_names, parts.ratios(values, below)))


def _read(value: Any) -> tuple[float, float]:
    """Give the number of a field, 0 where it is too small to measure, and then its limit (else NaN)."""
    text = value.strip() if isinstance(value, str) else ""
    if text[:1] in ("<", "≤"):
        limit = number_of(text[1:])
        return (0.0, limit) if limit > 0 else (math.nan, math.nan)
    return number_of(value), math.nan
