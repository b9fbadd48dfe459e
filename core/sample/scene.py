"""The pegmatite scene: dikes on a mountain side, as a satellite at 1 m would see them, with the whole truth.

A stand-in for imagery that can't be shipped, after the setting of Li et al. (2024), “A granitic pegmatite information
extraction method based on improved U-Net” (doi 10.6046/zrzyyg.2022500): four bands like GF-2's, bright dikes that
trend north-west on grey host rock, and what brightness alone takes for dikes: snow, scree, gravel, a road.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from . import cover, sensor, valley
from .dikes import make_dikes
from .light import light_on
from .noise import Field
from .rocks import BANDS, host_rock, lay_over, weathered_pegmatite
from .shapes import coverage
from .target import BACKGROUND, TARGET, write_scene
from .terrain import make_terrain

PIXEL_M = 1.0
_DIKE_SHARE = 0.085
_DIKE_HEIGHT_M = 0.9
_SMALLEST_OUTCROP_PX = 8


def make_pegmatite(folder: Path, seed: int, size_px: int) -> dict[str, Path]:
    """Make the scene from a seed and write its files, as `write_scene` names them, into a folder that is there.

    The image is Blue, Green, Red, Near infrared in 10-bit numbers. The same seed and size give the same again.
    """
    numbers, classes = compose(seed, (size_px, size_px))
    return write_scene(folder, numbers, BANDS, classes, "pegmatite", PIXEL_M, {})


def compose(seed: int, shape: tuple[int, int]) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Make the pixels of a scene: the image (bands, rows, columns) and the class of every pixel (rows, columns).

    Every part of the landscape has a random stream of its own, so that a change to one leaves the others as they were.
    """
    land, rock, bodies, weather, slides, plants, water, roads, winter, camera = np.random.default_rng(seed).spawn(10)
    terrain = make_terrain(land, shape)
    ground = host_rock(rock, terrain)
    dikes = coverage(make_dikes(bodies, shape, _DIKE_SHARE), shape)
    lay_over(ground, weathered_pegmatite(weather, shape), dikes)
    scree = cover.lay_scree(slides, ground, terrain, dikes)
    cover.lay_plants(plants, ground, terrain, dikes)
    river = valley.lay_river(water, ground, terrain)
    road = valley.lay_roads(roads, ground, terrain)

    surface = terrain.elevation + _DIKE_HEIGHT_M * ndimage.gaussian_filter(dikes, 1.2)
    light = light_on(surface)
    snow = cover.lay_snow(winter, ground, terrain, light.sun)
    numbers = sensor.observe(camera, ground, light)

    exposed = dikes * (1 - scree) * (1 - river) * (1 - road) * (1 - snow)
    return numbers, _classes(exposed)


def _classes(exposed: Field) -> NDArray[np.uint8]:
    """Call pegmatite what shows at least half a pixel of it and is no speck; 0 outside the swath."""
    pegmatite = exposed >= 0.5
    patches, _ = ndimage.label(pegmatite)
    pegmatite &= np.bincount(patches.ravel())[patches] >= _SMALLEST_OUTCROP_PX
    classes = np.where(pegmatite, TARGET, BACKGROUND)
    return np.where(sensor.inside_swath(exposed.shape), classes, 0).astype(np.uint8)
