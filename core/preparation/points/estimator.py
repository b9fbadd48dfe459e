"""The estimator: what every way of gridding points is asked."""

from __future__ import annotations

from typing import Protocol

import numpy as np


class Estimator(Protocol):
    """A surface through points; made from places (N, 2) in metres and values (N,)."""

    def at(self, points: np.ndarray) -> np.ndarray:
        """Give the estimates at places (M, 2), and below them their standard errors where the method tells them."""

    def left_out(self, chosen: np.ndarray) -> np.ndarray:
        """Give what the other points tell at each of the chosen ones (C,), by number."""
