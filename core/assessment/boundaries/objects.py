"""Objects found, missed and false: patches of a class, by how much of them the other side covers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Objects:
    """Patches of one class that touch along edges or corners.

    Attributes:
        true: Patches of the truth.
        found: Those of them of which at least the share asked for is predicted.
        predicted: Patches of the prediction.
        false: Those of them of which less than that share is true.
    """

    true: int
    found: int
    predicted: int
    false: int

    @property
    def missed(self) -> int:
        """Patches of the truth that weren't found."""
        return self.true - self.found


def objects(true: np.ndarray, predicted: np.ndarray, valid: np.ndarray, share: float = 0.5) -> Objects:
    """Count patches.

    Args:
        true: Pixels of the class (H, W) bool.
        predicted: Pixels predicted to be it.
        valid: Where both are known; predicted patches that have no such pixel aren't counted.
        share: How much of a patch the other side must cover.
    """
    found, all_true = _covered(true & valid, predicted & valid, share)
    right, all_predicted = _covered(predicted & valid, true & valid, share)
    return Objects(all_true, found, all_predicted, all_predicted - right)


def _covered(patches: np.ndarray, by: np.ndarray, share: float) -> tuple[int, int]:
    from scipy.ndimage import label

    labels, count = label(patches, structure=np.ones((3, 3)))
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    covered = np.bincount(labels[by], minlength=count + 1)[1:]
    return int(np.count_nonzero(covered >= share * sizes)), int(count)
