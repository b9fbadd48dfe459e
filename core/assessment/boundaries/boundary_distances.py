"""How far boundaries of a map lie from the true ones, window by window, each with what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

CLASSES_OF_DISTANCE = 400
SLACK = 1.001
"""How much farther than the tolerance is met all the same: on the ground a pixel of a projection such as UTM is up to a
thousandth longer or shorter than it says."""


def contacts(classes: np.ndarray, valid: np.ndarray, of_class: int = 0) -> np.ndarray:
    """Say which pixels touch another class along an edge (H, W).

    Args:
        classes: Class ids (H, W).
        valid: Where they count (H, W); there is no contact with a pixel that doesn't.
        of_class: Only pixels of this class; 0 takes those on both sides of every contact.
    """
    mask = np.zeros(classes.shape, bool)
    for axis in (0, 1):
        first, second = _pair(classes, axis)
        one, other = _pair(valid, axis)
        differs = (first != second) & one & other
        upper, lower = _pair(mask, axis)
        upper |= differs
        lower |= differs
    return mask & (classes == of_class) if of_class else mask


@dataclass
class BoundaryTally:
    """Counts of boundary pixels by their distance to the other boundary; the last class lies beyond reach.

    Attributes:
        reach_m: Farther off isn't measured.
        tolerance_m: What is counted as met.
        to_true: Predicted boundary pixels by their distance to the true boundary (D + 1,).
        to_predicted: True boundary pixels by their distance to the predicted one (D + 1,).
        blocks: The latter by block (row, column).
    """

    reach_m: float
    tolerance_m: float
    to_true: np.ndarray = field(default_factory=lambda: np.zeros(CLASSES_OF_DISTANCE + 1, np.int64))
    to_predicted: np.ndarray = field(default_factory=lambda: np.zeros(CLASSES_OF_DISTANCE + 1, np.int64))
    blocks: dict[tuple[int, int], np.ndarray] = field(default_factory=dict)
    met_true: int = 0
    met_predicted: int = 0

    @property
    def upper_m(self) -> np.ndarray:
        """The upper limit of each distance class but the last (D,)."""
        return np.linspace(0.0, self.reach_m, CLASSES_OF_DISTANCE)

    def add(
        self, true: np.ndarray, predicted: np.ndarray, core: np.ndarray, step_m: tuple[float, float],
        blocks: np.ndarray | None = None,
    ) -> None:  # fmt: skip
        """Count a window.

        Args:
            true: True boundary pixels of the window and of what surrounds it (H, W).
            predicted: Predicted ones.
            core: Those pixels that belong to the window itself.
            step_m: Length of a row's and of a column's step.
            blocks: The block of every pixel (H, W, 2), where the distances are wanted by block.
        """
        own_predicted, own_true = predicted & core, true & core
        distances = _distances(true, own_predicted, step_m)
        self.to_true += self._classes(distances)
        self.met_predicted += int(np.count_nonzero(distances <= self.tolerance_m * SLACK))
        distances = _distances(predicted, own_true, step_m)
        self.to_predicted += self._classes(distances)
        self.met_true += int(np.count_nonzero(distances <= self.tolerance_m * SLACK))
        if blocks is not None and len(distances):
            keys = blocks[own_true]
            unique_keys, owner = np.unique(keys, axis=0, return_inverse=True)
            for number, key in enumerate(unique_keys.tolist()):
                counts = self.blocks.setdefault(tuple(key), np.zeros(CLASSES_OF_DISTANCE + 1, np.int64))
                counts += self._classes(distances[owner.ravel() == number])

    def _classes(self, distances: np.ndarray) -> np.ndarray:
        bins = np.searchsorted(self.upper_m, np.round(distances, 6))
        return np.bincount(bins, minlength=CLASSES_OF_DISTANCE + 1)

    def measures(self) -> dict[str, float | None]:
        """Give precision, recall and F1 within the tolerance, the 95 % Hausdorff distance, and pixels of both.

        The distance is None where it lies beyond reach or one side has no boundary.
        """
        of_true, of_predicted = int(self.to_predicted.sum()), int(self.to_true.sum())
        precision = self.met_predicted / of_predicted if of_predicted else 0.0
        recall = self.met_true / of_true if of_true else 0.0
        both = [self._percentile(counts) for counts in (self.to_true, self.to_predicted)]
        return {
            "precision": precision, "recall": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "hausdorff95_m": None if None in both else max(one for one in both if one is not None),
            "true_px": of_true, "predicted_px": of_predicted,
        }  # fmt: skip

    def _percentile(self, counts: np.ndarray) -> float | None:
        total = counts.sum()
        index = int(np.searchsorted(counts.cumsum(), 0.95 * total)) if total else CLASSES_OF_DISTANCE
        return float(self.upper_m[index]) if index < CLASSES_OF_DISTANCE else None


def _distances(there: np.ndarray, here: np.ndarray, step_m: tuple[float, float]) -> np.ndarray:
    """Give the distance in metres from every pixel `here` to the nearest one `there` (N,); infinite without any."""
    from scipy.ndimage import distance_transform_edt

    count = int(np.count_nonzero(here))
    if not count or not there.any():
        return np.full(count, np.inf)
    distances: np.ndarray = distance_transform_edt(~there, sampling=step_m)[here]
    return distances


def _pair(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    return (values[:-1], values[1:]) if axis == 0 else (values[:, :-1], values[:, 1:])
