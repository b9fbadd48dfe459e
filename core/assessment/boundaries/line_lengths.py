"""Completeness and correctness of linear features, by the length of their middle lines.

Heipke et al. 1997, Evaluation of automatic road extraction, International Archives of Photogrammetry and Remote Sensing
32(3-2W3), 151–160: completeness is the share of the true length within a buffer of the prediction, correctness that of
the predicted length within a buffer of the truth, quality the share of both that is matched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .boundary_distances import SLACK


@dataclass
class LineTally:
    """Lengths in metres: of true and predicted middle lines, and of what of them lies within the tolerance."""

    tolerance_m: float
    true_m: float = 0.0
    met_true_m: float = 0.0
    predicted_m: float = 0.0
    met_predicted_m: float = 0.0

    def add(self, true: np.ndarray, predicted: np.ndarray, core: np.ndarray, step_m: tuple[float, float]) -> None:
        """Add a window: masks of the class with what surrounds the window (H, W), and the window's own pixels."""
        from scipy.ndimage import distance_transform_edt
        from skimage.morphology import skeletonize

        lines = [skeletonize(mask) for mask in (true, predicted)]
        lengths = [pixel_lengths(line, step_m) for line in lines]
        near = [
            distance_transform_edt(~line, sampling=step_m) <= self.tolerance_m * SLACK
            if line.any()
            else np.zeros_like(core)
            for line in lines
        ]
        self.true_m += float(lengths[0][core].sum())
        self.met_true_m += float(lengths[0][core & near[1]].sum())
        self.predicted_m += float(lengths[1][core].sum())
        self.met_predicted_m += float(lengths[1][core & near[0]].sum())

    def measures(self) -> dict[str, float]:
        """Give completeness, correctness, quality and both lengths in metres; 0 where there is no line."""
        missed = self.true_m - self.met_true_m
        return {
            "completeness": self.met_true_m / self.true_m if self.true_m else 0.0,
            "correctness": self.met_predicted_m / self.predicted_m if self.predicted_m else 0.0,
            "quality": self.met_predicted_m / (self.predicted_m + missed) if self.predicted_m + missed else 0.0,
            "true_m": self.true_m, "predicted_m": self.predicted_m,
        }  # fmt: skip


def pixel_lengths(line: np.ndarray, step_m: tuple[float, float]) -> np.ndarray:
    """Give each pixel of a thin line its part of the line's length (H, W): half of each link to a neighbour."""
    down, across = step_m
    lengths = np.zeros(line.shape)
    height, width = line.shape
    for rows, cols, link in ((0, 1, across), (1, 0, down), (1, 1, math.hypot(down, across)),
                             (1, -1, math.hypot(down, across))):  # fmt: skip
        first = slice(0, height - rows), slice(max(0, -cols), width - max(0, cols))
        second = slice(rows, height), slice(max(0, cols), width + min(0, cols))
        linked = line[first] & line[second]
        if rows and cols:  # a corner step beside two edge steps is no way of its own
            beside = line[rows:, first[1]] | line[: height - rows, second[1]]
            linked = linked & ~beside
        lengths[first] += 0.5 * link * linked
        lengths[second] += 0.5 * link * linked
    return lengths
