"""Fusion of coarse layers with the detail of fine bands, so that each coarse pixel keeps its mean."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Grid, Window
from ...geodata.raster_file import open_raster
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.scatter import Scatter
from ..base.writing import side_of_windows
from .coarse_layer import CoarseLayer
from .fused import Fused, background, fused_below, margin_px
from .parameters import FusionParameters
from .relation import slopes

COARSER = 2.0
"""From how many times larger pixels on a raster is one that is sharpened."""
CELLS_A_SIDE = 512
"""About how many coarse pixels a part has each way, which is held in memory."""


def start(stack: Stack, parameters: FusionParameters, events: Events) -> Method:
    """Give what sharpens those rasters of a stack that are coarser than its grid by the bands of the others.

    Wang, Zuo & Liu 2021, Remote Sensing 13, 4860, equations 1 and 2: fᵢ relates the layer to the background MS_L of
    each band, and geo + Σ fᵢ (MSᵢ − MS_Lᵢ) is the sharpened layer. Units are the layer's. Rasters are taken apart into
    squares that are held one at a time, with a margin within which all that matters to them lies.

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
    rasters: list[_Raster] = []
    bands = stack.part(fine)
    for count, number in enumerate(coarse):
        begin, end = (LOOKING * part / len(coarse) for part in (count, count + 1))

        def tell(share: float, begin: float = begin, end: float = end) -> None:
            events.progress(begin + (end - begin) * share, "Relating the layers to the bands")

        rasters.append(_Raster(bands, stack, number, parameters))
        rasters[-1].relate(events, tell)

    def apply(values: np.ndarray, ground: GroundSteps) -> np.ndarray:
        return np.concatenate([raster.at(values, ground.window) for raster in rasters])

    names = [name for raster in rasters for name in raster.names]
    made = tuple(OutputBand(f"{name} fused") for name in names)
    return Method(made, apply, needed=fine, begun=LOOKING, by_parts=True, close=bands.close)


def _is_coarse(image: str, grid: Grid) -> bool:
    with open_raster(image) as dataset:
        return Grid.of(dataset).pixel_size_m >= COARSER * grid.pixel_size_m * (1 - 1e-6)


def _names(stack: Stack, image: int) -> tuple[str, ...]:
    names = tuple(band.name for band in stack.bands if band.image == image)
    file = Path(stack.images[image]).stem
    return (file,) if names == (f"{file} 1",) else names


class _Raster:
    """A coarse raster over fine bands, taken apart into squares of windows.

    Attributes:
        names: Of its bands.
    """

    def __init__(self, bands: Stack, stack: Stack, image: int, parameters: FusionParameters) -> None:
        self._bands, self._stack, self._image, self._parameters = bands, stack, image, parameters
        self.names = _names(stack, image)
        with open_raster(stack.images[image]) as dataset:
            ratio = Grid.of(dataset).pixel_size_m / bands.grid.pixel_size_m
        windows = max(1.0, CELLS_A_SIDE * ratio / side_of_windows(bands))
        self._side = side_of_windows(bands) * 2 ** math.floor(math.log2(windows))
        self._margin = math.ceil(margin_px(parameters) * ratio)
        self._slopes: list[np.ndarray] = []
        self._fused = lru_cache(maxsize=1)(self._made)

    def relate(self, events: Events, tell: Callable[[float], None]) -> None:
        """Look at all of it for how each band of it rises with the fine bands.

        Raises:
            BadInputError: When too few coarse pixels have values.
        """
        count = len(self._bands.bands)
        scatters = [Scatter(count + 1) for _ in self.names]
        parts = list(self._bands.grid.blocks(self._side))
        for number, part in enumerate(parts):
            tell(number / len(parts))
            layer, window = self._layer(part)
            if not layer.values.size:
                continue
            smooth = background(self._bands, layer, window, self._parameters)
            counts = layer.centres_in(part) & np.isfinite(smooth).all(axis=0)
            for scatter, values in zip(scatters, layer.values):
                known = counts & np.isfinite(values)
                scatter.add(np.concatenate([smooth[:, known], values[None, known]]))
        for name, scatter in zip(self.names, scatters):
            if scatter.count < count + 2:
                raise BadInputError(
                    "“{name}” has {count} coarse pixels with a value and all bands; {fewest} at least are needed to "
                    "relate it to {bands} bands. Take a larger part, or fewer bands.",
                    name=name,
                    count=scatter.count,
                    fewest=count + 2,
                    bands=count,
                )
            whole, explained = slopes(scatter.covariance, self._parameters.relation)
            self._slopes.append(whole)
            events.log(
                "{name}: the bands' background explains {share:.0f} % of its variance", name=name, share=100 * explained
            )

    def at(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Give its bands (K, H, W) in a window; the part that it lies in is remembered."""
        side = self._side
        fused = self._fused(Window(window.row // side * side, window.col // side * side, side, side))
        if not fused:
            return np.full((len(self.names), *window.shape), np.nan)
        return np.stack([one.at(values, window) for one in fused])

    def _made(self, part: Window) -> list[Fused]:
        """Give what makes each band in a part; nothing where the raster doesn't reach."""
        layer, window = self._layer(part)
        return [] if not layer.values.size else fused_below(self._bands, layer, window, self._slopes, self._parameters)

    def _layer(self, part: Window) -> tuple[CoarseLayer, Window]:
        """Give the coarse pixels below a part with its margin, and the window of both."""
        grid = self._bands.grid
        window = part.padded(self._margin).clipped(grid.height, grid.width)
        with self._stack.of_image(self._image) as own:
            return CoarseLayer(grid, window, own), window
