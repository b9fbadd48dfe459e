"""Features of a pixel besides its bands: ratios of bands, and what its neighbourhood is like, at several scales."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ..classifier_parameters import PixelFeatureParameters
from .multiscale import KINDS, deviation_px, layer_names, layers, multiscale, reach_px
from .random_convolutions import RandomConvolutions

_LIFT, _FLOOR = 1.1, 0.1
"""Normalised bands lie at about −1…1; ratios need positive numbers, so bands are lifted and cut off below (ours)."""


class PixelFeatures:
    """The features that the parameters choose: the bands themselves come first, in order.

    Attributes:
        names: The features in order, such as “red”, “red / nir”, “red mean 7 px”, “red deviation 7 px”.
        margin_px: How far around a pixel they reach.
    """

    def __init__(self, bands: Sequence[str], parameters: PixelFeatureParameters) -> None:
        self._pairs = _ratio_bands(parameters.ratios, len(bands))
        self._radius, self._scales = parameters.local_radius_px, parameters.scales
        self._filters = parameters.random_filters
        self._convolutions = RandomConvolutions(len(bands), self._filters)
        filtered_px = self._convolutions.reach_px if self._filters else 0
        self.margin_px = max(self._radius, reach_px(self._scales), filtered_px)
        ratios = [f"{bands[first]} / {bands[second]}" for first, second in self._pairs]
        width = 2 * self._radius + 1
        kinds = ("mean", "deviation") if self._radius else ()
        local = [f"{band} {kind} {width} px" for kind in kinds for band in bands]
        scaled = [
            f"{layer} {kind} {deviation_px(scale):g} px"
            for layer in layer_names(bands)
            for scale in range(self._scales)
            for kind in KINDS
        ]
        filtered = [f"random filter {number}" for number in range(1, self._filters + 1)]
        self.names = (*bands, *ratios, *local, *scaled, *filtered)

    def compute(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Compute features (F, H, W) float32 of a normalised image (B, H, W) with its valid mask (H, W).

        Pixels that are not valid become 0 and count in no neighbourhood. A pixel's features don't depend on where the
        image was cut, to the last bit, as long as `margin_px` around it belongs to the image.
        """
        bands, height, width = image.shape
        usable = valid & np.isfinite(image).all(axis=0)
        features = np.zeros((len(self.names), height, width), np.float32)
        np.copyto(features[:bands], image, where=usable, casting="same_kind")
        for index, (first, second) in enumerate(self._pairs, start=bands):
            features[index] = _ratio(features[first], features[second])
        start = bands + len(self._pairs)
        if self._radius:
            counts = _window_sums(usable.astype(np.float64), self._radius)
            for band in range(bands):
                mean, deviation = _mean_and_deviation(features[band], counts, self._radius)
                features[start + band], features[start + bands + band] = mean, deviation
            start += 2 * bands
        if self._scales:
            size = len(KINDS) * self._scales
            for number, layer in enumerate(layers(features[:bands])):
                first = start + number * size
                features[first : first + size] = multiscale(layer, usable, self._scales)
        if self._filters:
            features[-self._filters :] = self._convolutions.compute(features[:bands])
        features[:, ~usable] = 0.0
        return features


def _ratio_bands(ratios: str, bands: int) -> list[tuple[int, int]]:
    if ratios == "all":
        return list(combinations(range(bands), 2))
    return [(band, band + 1) for band in range(bands - 1)] if ratios == "neighbours" else []


def _ratio(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Give (a − b) / (a + b) of two lifted bands, which lies in −1…1 and grows with a / b."""
    a, b = (np.maximum(band + np.float32(_LIFT), np.float32(_FLOOR)) for band in (first, second))
    quotient: np.ndarray = (a - b) / (a + b)
    return quotient


def _mean_and_deviation(band: np.ndarray, counts: np.ndarray, radius: int) -> tuple[np.ndarray, np.ndarray]:
    """Give mean and deviation (H, W) of the usable pixels around each pixel; the others are 0 in `band`."""
    values = band.astype(np.float64)
    number = np.maximum(counts, 1.0)
    mean = _window_sums(values, radius) / number
    variance = _window_sums(values * values, radius) / number - mean * mean
    return mean, np.sqrt(np.maximum(variance, 0.0))


def _window_sums(values: np.ndarray, radius: int) -> np.ndarray:
    """Sum (H, W) over the square of 2·radius + 1 pixels around each pixel; beyond the image there is nothing."""
    rows = _running_sums(np.pad(values, radius), 2 * radius + 1)
    return _running_sums(rows.T, 2 * radius + 1).T


def _running_sums(values: np.ndarray, width: int) -> np.ndarray:
    """Sum every `width` rows that follow one another, by sums of 1, 2, 4… rows.

    Unlike a difference of cumulative sums, a result depends on those rows alone, not on where the array begins.
    """
    count = len(values) - width + 1
    total = np.zeros((count, *values.shape[1:]), values.dtype)
    size, offset = 1, 0
    while width:
        if width & 1:
            total += values[offset : offset + count]
            offset += size
        width >>= 1
        if width:
            values = values[:-size] + values[size:]
            size *= 2
    return total
