"""Random convolutional features: what a layer of a network that never learned says of a pixel's surroundings.

Random filters, a rectifier and a mean over the surroundings tell textures apart without weights from anywhere (Saxe et
al. 2011, On random weights and unsupervised feature learning, ICML; Rolf et al. 2021, doi 10.1038/s41467-021-24638-z).
"""

from __future__ import annotations

import numpy as np

_RADIUS, _POOLED_PX, _TRUNCATE = 3, 2.0, 2.0
"""Filters of 7 px, whose answers are averaged by a Gaussian of 2 px, cut off at two deviations."""
_SEED = 20_210_720


class RandomConvolutions:
    """So many random filters over bands, always the same ones for the same number of bands.

    Each is a random mixture of the bands, filtered along columns and rows by random numbers whose mean is 0, so that it
    answers to texture, not to brightness.
    """

    reach_px = _RADIUS + int(_TRUNCATE * _POOLED_PX + 0.5)
    """How far around a pixel a feature looks."""

    def __init__(self, bands: int, count: int) -> None:
        rng = np.random.default_rng(_SEED)
        mixtures = rng.normal(size=(count, bands))
        self._mixtures = (mixtures / np.linalg.norm(mixtures, axis=1, keepdims=True)).astype(np.float32)
        taps = rng.normal(size=(count, 2, 2 * _RADIUS + 1))
        taps[:, 0] -= taps[:, 0].mean(axis=1, keepdims=True)
        self._taps = taps / np.linalg.norm(taps, axis=2, keepdims=True)

    def compute(self, image: np.ndarray) -> np.ndarray:
        """Compute features (count, H, W) float32 of an image (B, H, W) that is 0 where it has no data."""
        from scipy.ndimage import correlate1d, gaussian_filter

        features = np.empty((len(self._mixtures), *image.shape[1:]), np.float32)
        for number, (weights, (down, across)) in enumerate(zip(self._mixtures, self._taps)):
            mixed = np.zeros(image.shape[1:], np.float32)
            for band, weight in zip(image, weights):
                mixed += weight * band
            answers = correlate1d(correlate1d(mixed, down, axis=0, mode="nearest"), across, axis=1, mode="nearest")
            rectified = np.maximum(answers, 0.0)
            features[number] = gaussian_filter(rectified, _POOLED_PX, truncate=_TRUNCATE, mode="nearest")
        return features
