"""How far places are from the training labels: whether those that measure a model are as far off as the map is.

The statistic W of kNNDM (Linnenbrink et al. 2024, Geoscientific Model Development 17, 5897, doi
10.5194/gmd-17-5897-2024): the mean absolute difference between the distribution of the distances from every test place
to the nearest training place and that of the distances from every place of the map to it. 0 m says that the
test is as hard as the map; a large W with near test places says that measures of transfer are too good for the map.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...geodata.grid import Grid, Window
from ...geodata.pixel_areas import metres_per_pixel

MOST_A_WINDOW = 200
"""Places taken of a window; each stands for as many as the window holds."""


class PlaceSample:
    """Places drawn evenly of windows as they pass, with how many each stands for."""

    def __init__(self, grid: Grid, seed: int = 0) -> None:
        """Start without a place."""
        self._step = metres_per_pixel(grid)
        self._random = np.random.default_rng(seed)
        self._places: list[np.ndarray] = []
        self._weights: list[np.ndarray] = []

    def add(self, window: Window, mask: np.ndarray) -> None:
        """Draw from the pixels of a window that a mask (H, W) shows."""
        indices = np.flatnonzero(mask)
        if not len(indices):
            return
        count = min(MOST_A_WINDOW, len(indices))
        rows, cols = np.divmod(self._random.choice(indices, count, replace=False), window.width)
        across, down = self._step
        self._places.append(np.column_stack([(window.col + cols) * across, (window.row + rows) * down]))
        self._weights.append(np.full(count, len(indices) / count))

    @property
    def places(self) -> np.ndarray:
        """The places in metres from the grid's corner (N, 2)."""
        return np.concatenate(self._places) if self._places else np.zeros((0, 2))

    @property
    def weights(self) -> np.ndarray:
        """How many pixels each stands for (N,)."""
        return np.concatenate(self._weights) if self._weights else np.zeros(0)


@dataclass(frozen=True)
class Distances:
    """How far test places and the map lie from what trained.

    Attributes:
        w_m: The statistic W in metres.
        test_median_m: Half of the test places lie nearer to a training place.
        map_median_m: Half of the map does.
    """

    w_m: float
    test_median_m: float
    map_median_m: float


def distances(training: PlaceSample, test: PlaceSample, whole: PlaceSample) -> Distances | None:
    """Compare the distances of test places and of the whole map to the nearest training place; None without any."""
    from scipy.spatial import cKDTree
    from scipy.stats import wasserstein_distance

    if not all(len(sample.places) for sample in (training, test, whole)):
        return None
    tree = cKDTree(training.places)
    from_test, from_map = tree.query(test.places)[0], tree.query(whole.places)[0]
    return Distances(
        float(wasserstein_distance(from_test, from_map, test.weights, whole.weights)),
        _median(from_test, test.weights),
        _median(from_map, whole.weights),
    )


def _median(values: np.ndarray, weights: np.ndarray) -> float:
    order = np.argsort(values)
    return float(values[order][np.searchsorted(np.cumsum(weights[order]), weights.sum() / 2)])
