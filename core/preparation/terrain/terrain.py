"""Terrain: the chosen layers of an elevation model, in one raster."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.pixel_areas import metres_per_pixel
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from .around import Radius, position, relief
from .derivatives import Neighbourhood, bends, curvatures, gradient, shade
from .parameters import TerrainParameters
from .wetness import DrainedArea

LAYERS: dict[str, tuple[OutputBand, ...]] = {
    "slope": (OutputBand("slope", "degree"),),
    "aspect": (OutputBand("aspect sine"), OutputBand("aspect cosine")),
    "curvature": (OutputBand("profile curvature", "1/m"), OutputBand("tangential curvature", "1/m")),
    "hillshade": (OutputBand("hillshade"),),
    "relief": (OutputBand("relief", "m"),),
    "position": (OutputBand("topographic position", "m"),),
    "roughness": (OutputBand("roughness", "m"),),
    "wetness": (OutputBand("wetness"),),
}
"""The bands of each layer, in the order in which they are written."""
_LEVEL = 0.001
"""Slope below which ground drains as if it had this one, so that wetness stays finite."""


def start(stack: Stack, parameters: TerrainParameters, events: Events) -> Method:
    """Give what makes the chosen layers of a stack's one band, elevations in the parameters' unit.

    Slope in degrees, aspect clockwise from true north, hillshade 0…1, everything else in metres; on any grid, as
    distances are those on the ground. At edges of the raster and of nodata the ground is continued along its slope.

    Raises:
        BadInputError: For several bands.
    """
    if len(stack.bands) != 1:
        raise BadInputError(
            "Terrain is made of one band of elevations; “{image}” has {count}. Choose the band that holds them.",
            image=stack.images[0],
            count=len(stack.bands),
        )
    chosen = tuple(name for name in LAYERS if getattr(parameters, name))
    drained = DrainedArea(stack, events) if parameters.wetness else None
    radius = _radius(stack, parameters, events) if parameters.relief or parameters.position else (1, 1)
    bands = tuple(band for name in chosen for band in LAYERS[name])
    return Method(
        bands,
        lambda values, ground: _layers(values[0], ground, parameters, chosen, radius, drained),
        max(radius),
        begun=0.0 if drained is None else LOOKING,
    )


def _radius(stack: Stack, parameters: TerrainParameters, events: Events) -> Radius:
    """Give the radius in rows and columns: as far on the ground both ways, whatever the sides of the pixels."""
    across, down = metres_per_pixel(stack.grid)
    far = parameters.radius_px * math.sqrt(across * down)
    rows, cols = max(1, round(far / down)), max(1, round(far / across))
    if rows != cols:
        events.log(
            "The pixels of “{image}” are {across:.4g} m wide and {down:.4g} m high: relief and topographic position "
            "look at {cols} columns and {rows} rows to either side, {far:.4g} m.",
            image=stack.images[0],
            across=across,
            down=down,
            cols=cols,
            rows=rows,
            far=far,
        )
    return rows, cols


def _layers(
    ground: np.ndarray, steps: GroundSteps, parameters: TerrainParameters, chosen: tuple[str, ...], radius: Radius,
    drained: Optional[DrainedArea],
) -> np.ndarray:  # fmt: skip
    """Give the chosen layers (K, H, W) of elevations with their margin."""
    ground = ground * parameters.metres_per_unit
    near = Neighbourhood(_with_margin(ground, steps, (1, 1)))
    east, north = gradient(near, steps.inverse)
    steep = np.hypot(east, north)
    layers: list[np.ndarray] = []
    for name in chosen:
        if name == "slope":
            layers.append(np.degrees(np.arctan(steep)))
        elif name == "aspect":
            layers += [np.where(steep > 0, -rise / np.where(steep > 0, steep, 1), 0.0) for rise in (east, north)]
        elif name == "curvature":
            layers += curvatures(east, north, bends(near, steps.inverse))
        elif name == "hillshade":
            layers.append(shade(east, north, math.radians(parameters.sun_altitude_deg)))
        elif name == "roughness":
            layers.append(np.sqrt(sum((other - near.middle) ** 2 for other in near.others())))
        elif name == "relief":
            layers.append(relief(_with_margin(ground, steps, radius), radius))
        elif name == "position":
            layers.append(position(_with_margin(ground, steps, radius), radius))
        elif drained is not None:
            layers.append(np.log(drained.per_width(steps.window) / np.maximum(steep, _LEVEL)))
    return np.where(np.isnan(near.middle), np.nan, np.stack(layers))


def _with_margin(values: np.ndarray, steps: GroundSteps, margin: Radius) -> np.ndarray:
    """Give values with so many rows and columns around the window, of those with the steps' margin."""
    rows, cols = (steps.margin - side for side in margin)
    height, width = values.shape
    return values[rows : height - rows, cols : width - cols]
