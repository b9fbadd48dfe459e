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
from .around import position, relief
from .derivatives import Neighbourhood, bends, curvatures, gradient, shade
from .parameters import TerrainParameters
from .wetness import drained_area

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
_OBLONG = 1.2
"""From which ratio of a pixel's sides it is told that the pixels aren't square."""
_LEVEL = 0.001
"""Slope below which ground drains as if it had this one, so that wetness stays finite."""


def start(stack: Stack, parameters: TerrainParameters, events: Events) -> Method:
    """Give what makes the chosen layers of a stack's one band, elevations in the parameters' unit.

    Slope in degrees, aspect clockwise from true north, hillshade 0…1, everything else in metres; on any grid, as
    distances are those on the ground. At edges of the raster and of nodata the ground is continued along its slope.

    Raises:
        BadInputError: For several bands, or a raster too large for wetness.
    """
    if len(stack.bands) != 1:
        raise BadInputError(
            "Terrain is made of one band of elevations; “{image}” has {count}. Choose the band that holds them.",
            image=stack.images[0],
            count=len(stack.bands),
        )
    chosen = tuple(name for name in LAYERS if getattr(parameters, name))
    _tell_oblong(stack, chosen, events)
    drained = drained_area(stack, events) if parameters.wetness else None
    far = parameters.radius_px if parameters.relief or parameters.position else 1
    bands = tuple(band for name in chosen for band in LAYERS[name])
    return Method(
        bands,
        lambda values, ground: _layers(values[0], ground, parameters, chosen, drained),
        far,
        begun=0.0 if drained is None else LOOKING,
    )


def _tell_oblong(stack: Stack, chosen: tuple[str, ...], events: Events) -> None:
    """Warn where a radius in pixels reaches farther one way than the other."""
    across, down = metres_per_pixel(stack.grid)
    if max(across, down) > _OBLONG * min(across, down) and {"relief", "position", "roughness"} & set(chosen):
        events.warning(
            "The pixels of “{image}” are {across:.4g} m wide and {down:.4g} m high, so relief, topographic position "
            "and roughness look farther one way than the other. Resample it to square pixels where that matters; all "
            "other layers are measured on the ground.",
            image=stack.images[0],
            across=across,
            down=down,
        )


def _layers(
    ground: np.ndarray, steps: GroundSteps, parameters: TerrainParameters, chosen: tuple[str, ...],
    drained: Optional[np.ndarray],
) -> np.ndarray:  # fmt: skip
    """Give the chosen layers (K, H, W) of elevations with their margin."""
    ground = ground * parameters.metres_per_unit
    more = steps.margin - 1
    near = Neighbourhood(ground[more:-more, more:-more] if more else ground)
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
            layers.append(relief(ground, steps.margin))
        elif name == "position":
            layers.append(position(ground, steps.margin))
        elif drained is not None:
            through = drained[steps.window.slices()] / steps.pixel_side_m
            layers.append(np.log(through / np.maximum(steep, _LEVEL)))
    return np.where(np.isnan(near.middle), np.nan, np.stack(layers))
