"""Fusion of coarse layers with the detail of fine bands, so that each coarse pixel keeps its mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid, Window
from ...geodata.raster_file import open_raster
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.writing import read_values, windows_of
from .coarse_layer import CellMeans, CoarseLayer
from .parameters import GAUSSIAN, FusionParameters
from .relation import slopes, window_slopes

COARSER = 2.0
"""From how many times larger pixels on a raster is one that is sharpened."""
_FEWEST_SHARE, _ROUNDS = 0.25, 3


@dataclass(frozen=True, eq=False)
class _Fused:
    """What makes one band: its background, the bands' background and slopes, and what is added in each coarse pixel."""

    name: str
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


def start(stack: Stack, parameters: FusionParameters, events: Events) -> Method:
    """Give what sharpens those rasters of a stack that are coarser than its grid by the bands of the others.

    Wang, Zuo & Liu 2021, Remote Sensing 13, 4860, equations 1 and 2: fᵢ relates the layer to the background MS_L of
    each band, and geo + Σ fᵢ (MSᵢ − MS_Lᵢ) is the sharpened layer. What its mean in a coarse pixel is off is spread
    along straight lines between the centres, and the little that is left then added as it is. Units are the layer's.
    Fine pixels take the same memory however many there are; those of the coarse raster, which are few, are all held.

    Raises:
        BadInputError: When no raster is coarser, no band is fine, or too few coarse pixels have values.
    """
    coarse = [number for number in range(1, len(stack.images)) if _is_coarse(stack.images[number], stack.grid)]
    fine = tuple(index for index, band in enumerate(stack.bands) if band.image not in coarse)
    if not coarse or not fine:
        raise BadInputError(
            "Fusion sharpens coarse rasters by the bands of fine imagery, and no raster's pixels are {times:.0f} times "
            "as large as those of “{image}”. Add the coarse layers as further rasters.",
            times=COARSER,
            image=stack.images[0],
        )
    layers: list[_Fused] = []
    with Stack(stack.images, [stack.bands[index].key for index in fine]) as bands:
        for count, number in enumerate(coarse):
            numbers = [band.number for band in stack.bands if band.image == number]
            begin, end = (LOOKING * part / len(coarse) for part in (count, count + 1))

            def tell(share: float, begin: float = begin, end: float = end) -> None:
                events.progress(begin + (end - begin) * share, "Relating the layers to the bands")

            layers += _made(bands, CoarseLayer(stack.grid, stack.images[number], numbers), parameters, events, tell)

    def apply(values: np.ndarray, ground: GroundSteps) -> np.ndarray:
        return np.stack([one.at(values, ground.window) for one in layers])

    return Method(tuple(OutputBand(f"{one.name} fused") for one in layers), apply, needed=fine, begun=LOOKING)


def _is_coarse(image: str, grid: Grid) -> bool:
    with open_raster(image) as dataset:
        return Grid.of(dataset).pixel_size_m >= COARSER * grid.pixel_size_m * (1 - 1e-6)


def _made(
    bands: Stack, layer: CoarseLayer, parameters: FusionParameters, events: Events, tell: Callable[[float], None]
) -> Iterator[_Fused]:
    """Give what makes the bands of one coarse raster."""
    means = CellMeans(len(bands.bands), layer.shape)
    for share, window in _windows(bands):
        tell(0.3 * share)
        means.add(layer.cells(*layer.places(window)), read_values(bands, window))
    smooth = means.means()
    counts = means.counts.reshape(layer.shape)
    smooth[:, counts < _FEWEST_SHARE * counts.max()] = np.nan
    if parameters.low_pass == GAUSSIAN:
        smooth = np.stack([_smoothed(band, parameters.scale) for band in smooth])
    count = len(layer.values)
    plain = []
    for name, values in zip(layer.names, layer.values):
        told = _slopes(name, smooth, values, parameters, events)
        plain.append(_Fused(name, layer, values, smooth, told, np.zeros(layer.shape)))
    reached = _cell_means(bands, plain, lambda share: tell(0.3 + 0.3 * share))
    missed = [one.background - reached_band for one, reached_band in zip(plain, reached)]
    spread = [_spread(layer, residual, bands) for residual in missed]
    added = CellMeans(count, layer.shape)
    for share, window in _windows(bands):
        tell(0.7 + 0.3 * share)
        rows, cols = layer.places(window)
        known = np.isfinite(read_values(bands, window)).all(axis=0)
        values = np.stack([np.where(known, layer.between(residual, rows, cols), np.nan) for residual in spread])
        added.add(layer.cells(rows, cols), values)
    for one, residual, more, told in zip(plain, missed, spread, added.means()):
        left = np.where(np.isfinite(residual - told), residual - told, 0.0)
        yield _Fused(one.name, layer, one.background + more, smooth, one.slopes, left)


def _slopes(
    name: str, smooth: np.ndarray, values: np.ndarray, parameters: FusionParameters, events: Events
) -> np.ndarray:
    known = np.isfinite(values) & np.isfinite(smooth).all(axis=0)
    if known.sum() < len(smooth) + 2:
        raise BadInputError(
            "“{name}” has {count} coarse pixels with a value and all bands; {fewest} at least are needed to relate it "
            "to {bands} bands. Take a larger part, or fewer bands.",
            name=name,
            count=int(known.sum()),
            fewest=len(smooth) + 2,
            bands=len(smooth),
        )
    whole, explained = slopes(smooth[:, known], values[known], parameters.relation)
    events.log("{name}: the bands' background explains {share:.0f} % of its variance", name=name, share=100 * explained)
    if parameters.window_px:
        return window_slopes(smooth, values, parameters.relation, parameters.window_px, whole)
    return whole


def _smoothed(values: np.ndarray, deviation: float) -> np.ndarray:
    known = np.isfinite(values)
    weight = gaussian_filter(known.astype(np.float64), deviation, mode="nearest")
    total = gaussian_filter(np.where(known, values, 0.0), deviation, mode="nearest")
    return np.where(known, total / np.where(weight > 0, weight, 1.0), np.nan)


def _cell_means(bands: Stack, plain: list[_Fused], tell: Callable[[float], None]) -> np.ndarray:
    """Give the means (K, H, W) of what is made so far in every coarse pixel."""
    layer = plain[0].layer
    means = CellMeans(len(plain), layer.shape)
    for share, window in _windows(bands):
        tell(share)
        values = read_values(bands, window)
        means.add(layer.cells(*layer.places(window)), np.stack([one.at(values, window) for one in plain]))
    return means.means()


def _spread(layer: CoarseLayer, missed: np.ndarray, bands: Stack) -> np.ndarray:
    """Give what has, along straight lines between the centres, nearly the mean that is missing in each coarse pixel."""
    residual = np.where(np.isfinite(missed), missed, 0.0)
    for _ in range(_ROUNDS):
        means = CellMeans(1, layer.shape)
        for window in windows_of(bands):
            rows, cols = layer.places(window)
            means.add(layer.cells(rows, cols), layer.between(residual, rows, cols)[None])
        off = missed - means.means()[0]
        residual += np.where(np.isfinite(off), off, 0.0)
    return residual


def _windows(stack: Stack) -> Iterator[tuple[float, Window]]:
    windows = windows_of(stack)
    for number, window in enumerate(windows):
        yield number / len(windows), window
