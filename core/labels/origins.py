"""Where a label comes from: drawn beforehand, reviewed on a map and found right, or corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

DRAWN, REVIEWED, CORRECTED = 1, 2, 3
ORIGIN_NAMES = ("unlabelled", "drawn", "reviewed", "corrected")
"""By code. Corrected pixels go before drawn ones, these before reviewed ones."""
ORIGIN_COLOURS = ("#ffffff", "#00798c", "#66a182", "#d1495b")
_STEP = 256


def marked(labels: np.ndarray, origins: np.ndarray) -> np.ndarray:
    """Write class ids and origins into one array of whole numbers, which moves as labels do; 0 stays 0."""
    together: np.ndarray = labels.astype(np.int64) + _STEP * np.where(labels > 0, origins, 0).astype(np.int64)
    return together


def unmarked(labels: Any) -> tuple[Any, Any]:
    """Give class ids and origins of what `marked` gave; arrays and tensors alike."""
    return labels % _STEP, labels // _STEP


def origin_weights(weights: Mapping[str, float]) -> tuple[float, ...]:
    """Give the weight of each origin by its code; drawn labels weigh 1, what isn't labelled nothing."""
    return tuple(0.0 if not code else float(weights.get(name, 1.0)) for code, name in enumerate(ORIGIN_NAMES))
