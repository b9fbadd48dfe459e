"""Similarity: how like a place every pixel is, by the angle between their vectors of values."""

from __future__ import annotations

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Window
from ...geodata.sources.settings import EMBEDDING
from ...geodata.stack import Stack
from ...geodata.values.band_values import HIGH, LOW
from ...geodata.values.scene_values import scene_values
from ..base.method import Method, OutputBand
from ..base.writing import read_values
from .parameters import SimilarityParameters

_DEVIATIONS_BETWEEN = 4.0
"""Of a normal distribution lie about so many between its 2nd and its 98th percentile."""


def start_similarity(stack: Stack, parameters: SimilarityParameters, events: Events) -> Method:
    """Give the cosine of the angle between the bands' values at each pixel and those at a place: 1 alike, −1 opposite.

    The vectors of an embedding are compared as they are (Brown et al. 2025, arXiv 2507.22291); of other bands each is
    first brought to the scene's mean 0 and deviation 1, so that none counts more for its unit (Kruse et al. 1993,
    Remote Sensing of Environment 44, 145–163: spectral angle).

    Raises:
        BadInputError: For a place outside the imagery or without a value, or bands that are all constant.
    """
    mean, deviation = _scaling(stack)
    vector = (_at_place(stack, parameters) - mean) / deviation
    length = float(np.sqrt(np.square(vector).sum()))
    if not length:
        raise BadInputError(
            "At the place the bands of “{image}” are all as they are on average, so nothing is like it. Choose "
            "another.",
            image=stack.images[0],
        )
    events.log("Compared by {count} bands.", count=len(stack.bands))

    def apply(values: np.ndarray, _ground: object) -> np.ndarray:
        moved = (values - mean[:, None, None]) / deviation[:, None, None]
        lengths = np.sqrt(np.square(moved).sum(axis=0))
        return (np.tensordot(vector, moved, 1) / (lengths * length))[None].clip(-1, 1)

    return Method((OutputBand("similarity"),), apply)


def _scaling(stack: Stack) -> tuple[np.ndarray, np.ndarray]:
    """Give what each band is moved by and divided by (B,)."""
    mean, deviation = np.zeros(len(stack.bands)), np.ones(len(stack.bands))
    measured = [place for source in stack.sources if source.settings.role != EMBEDDING for place in source.places]
    if not measured:
        return mean, deviation
    known = scene_values([stack])
    if known is None:
        raise BadInputError(
            "“{image}” has too few pixels with values in all bands to compare them. Leave out bands with gaps.",
            image=stack.images[0],
        )
    quantiles = np.asarray(known.quantiles)
    spread = (quantiles[:, HIGH] - quantiles[:, LOW]) / _DEVIATIONS_BETWEEN
    mean[measured] = np.asarray(known.mean)[measured]
    deviation[measured] = np.where(spread > 0, spread, 1.0)[measured]
    return mean, deviation


def _at_place(stack: Stack, parameters: SimilarityParameters) -> np.ndarray:
    """Give the mean of the values (B,) around the place."""
    grid, radius = stack.grid, parameters.radius_px
    col, row = (int(np.floor(number)) for number in ~grid.transform @ (parameters.x, parameters.y))
    if not (0 <= row < grid.height and 0 <= col < grid.width):
        raise BadInputError(
            "The place {x:.10g}, {y:.10g} lies outside “{image}”. Give it in the imagery’s own coordinates.",
            x=parameters.x,
            y=parameters.y,
            image=stack.images[0],
        )
    around = Window(row - radius, col - radius, 2 * radius + 1, 2 * radius + 1).clipped(grid.height, grid.width)
    values = read_values(stack, around)
    there = np.isfinite(values).all(axis=0)
    if not there.any():
        raise BadInputError("“{image}” has no data at the place. Choose another one.", image=stack.images[0])
    mean: np.ndarray = values[:, there].mean(axis=1)
    return mean
