"""A part of a fused layer: what is known of some coarse pixels and the fine ones below them, held in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from ...geodata.grid import Window
from ...geodata.stack import Stack
from ..base.writing import read_values, windows_of
from .coarse_layer import CellMeans, CoarseLayer
from .parameters import GAUSSIAN, FusionParameters
from .relation import window_slopes

_FEWEST_SHARE, _ROUNDS = 0.25, 3
_NEIGHBOURS = 8
"""From how many coarse pixels away nothing changes a fused one: a few for each round, and for the lines between."""
_DEVIATIONS = 4.0
"""Of a Gaussian, beyond which there is nothing."""


def margin_px(parameters: FusionParameters) -> int:
    """Give how many coarse pixels around a part matter to it."""
    smoothed = int(_DEVIATIONS * parameters.scale + 1) if parameters.low_pass == GAUSSIAN else 0
    return _NEIGHBOURS + smoothed + (parameters.window_px + 1) // 2


def background(bands: Stack, layer: CoarseLayer, window: Window, parameters: FusionParameters) -> np.ndarray:
    """Give the background of the bands (B, H, W) in the coarse pixels below a window, NaN where too little is known."""
    means = CellMeans(len(bands.bands), layer.shape)
    for part in windows_of(bands, window):
        means.add(layer.cells(*layer.places(part)), read_values(bands, part))
    smooth = means.means()
    counts = means.counts.reshape(layer.shape)
    smooth[:, counts < _FEWEST_SHARE * counts.max()] = np.nan
    if parameters.low_pass == GAUSSIAN:
        smooth = np.stack([_smoothed(band, parameters.scale) for band in smooth])
    return smooth


@dataclass(frozen=True, eq=False)
class Fused:
    """What makes one band: its background, the bands' background and slopes, and what is added in each coarse pixel."""

    layer: CoarseLayer
    background: np.ndarray
    bands: np.ndarray
    slopes: np.ndarray
    added: np.ndarray

    def at(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Give the band (H, W) in a window with the bands' values (B, H, W)."""
        rows, cols = self.layer.places(window)
        fused = self.layer.between(self.background, rows, cols)
        for band, smooth, slope in zip(values, self.bands, self.slopes):
            rise = self.layer.between(slope, rows, cols) if slope.ndim else slope
            fused = fused + rise * (band - self.layer.between(smooth, rows, cols))
        cells = self.layer.cells(rows, cols)
        return np.where(cells >= 0, fused + self.added.ravel()[np.maximum(cells, 0)], np.nan)


def fused_below(
    bands: Stack, layer: CoarseLayer, window: Window, slopes: list[np.ndarray], parameters: FusionParameters
) -> list[Fused]:
    """Give what makes each band of a coarse layer in a window, with the bands' slopes (B,) over the whole raster.

    What the mean in a coarse pixel is off is spread along straight lines between the centres, and the little that is
    left then added as it is.
    """
    smooth = background(bands, layer, window, parameters)
    plain = []
    for values, whole in zip(layer.values, slopes):
        own = whole
        if parameters.window_px:
            own = window_slopes(smooth, values, parameters.relation, parameters.window_px, whole)
        plain.append(Fused(layer, values, smooth, own, np.zeros(layer.shape)))
    reached = CellMeans(len(plain), layer.shape)
    for part in windows_of(bands, window):
        fine = read_values(bands, part)
        reached.add(layer.cells(*layer.places(part)), np.stack([one.at(fine, part) for one in plain]))
    missed = [one.background - mean for one, mean in zip(plain, reached.means())]
    spread = [_spread(layer, residual, bands, window) for residual in missed]
    added = CellMeans(len(plain), layer.shape)
    for part in windows_of(bands, window):
        rows, cols = layer.places(part)
        known = np.isfinite(read_values(bands, part)).all(axis=0)
        between = np.stack([np.where(known, layer.between(residual, rows, cols), np.nan) for residual in spread])
        added.add(layer.cells(rows, cols), between)
    made = []
    for one, residual, more, told in zip(plain, missed, spread, added.means()):
        left = np.where(np.isfinite(residual - told), residual - told, 0.0)
        made.append(Fused(layer, one.background + more, smooth, one.slopes, left))
    return made


def _smoothed(values: np.ndarray, deviation: float) -> np.ndarray:
    known = np.isfinite(values)
    weight = gaussian_filter(known.astype(np.float64), deviation, mode="nearest", truncate=_DEVIATIONS)
    total = gaussian_filter(np.where(known, values, 0.0), deviation, mode="nearest", truncate=_DEVIATIONS)
    return np.where(known, total / np.where(weight > 0, weight, 1.0), np.nan)


def _spread(layer: CoarseLayer, missed: np.ndarray, bands: Stack, window: Window) -> np.ndarray:
    """Give what has, along straight lines between the centres, nearly the mean that is missing in each coarse pixel."""
    residual = np.where(np.isfinite(missed), missed, 0.0)
    for _ in range(_ROUNDS):
        means = CellMeans(1, layer.shape)
        for part in windows_of(bands, window):
            rows, cols = layer.places(part)
            means.add(layer.cells(rows, cols), layer.between(residual, rows, cols)[None])
        off = missed - means.means()[0]
        residual += np.where(np.isfinite(off), off, 0.0)
    return residual
