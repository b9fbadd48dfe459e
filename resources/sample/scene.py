"""The sample scene: pegmatite dikes on a mountain side, as a satellite at 1 m would see them, with the whole truth.

A stand-in for imagery that can't be shipped, after the setting of Li et al. (2024), “A granitic pegmatite information
extraction method based on improved U-Net” (doi 10.6046/zrzyyg.2022500): four bands like GF-2's, bright dikes that
trend north-west on grey host rock, and what brightness alone takes for dikes: snow, scree, gravel, a road.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ...core.errors import BadInputError
from . import cover, polygons, sensor, valley
from .dikes import make_dikes
from .files import ANALYST_CRS, GRID_CRS, write_classes, write_image, write_polygons
from .light import light_on
from .noise import Field
from .rocks import BANDS, host_rock, lay_over, weathered_pegmatite
from .shapes import coverage
from .terrain import make_terrain

CLASS_FIELD = "kind"
BACKGROUND, PEGMATITE = 1, 2
SMALLEST_SIZE_PX = 128
_DIKE_SHARE = 0.085
_DIKE_HEIGHT_M = 0.9
_SMALLEST_OUTCROP_PX = 8


@dataclass(frozen=True)
class SampleScene:
    """Where the files of a sample scene lie.

    Attributes:
        image: Blue, Green, Red, Near infrared; 10-bit numbers as UInt16; 0 is nodata.
        labels: Pegmatite as an analyst draws it inside the labelled area; fields `kind` (text) and `code` (integer).
        labelled_area: Where the drawing is complete: what no polygon covers there is background.
        truth: The class of every pixel: 0 nodata, 1 background, 2 pegmatite.
        truth_labels: Pegmatite in the whole scene, along the pixels' edges.
        evaluation_area: The part of the scene that training never sees.
    """

    image: Path
    labels: Path
    labelled_area: Path
    truth: Path
    truth_labels: Path
    evaluation_area: Path


def make_sample(folder: Path, seed: int = 1, size_px: int = 1024) -> SampleScene:
    """Make a scene from a seed and write its files into a folder, which is made if it is missing.

    The same seed and size give the same pixels and polygons again.

    Raises:
        BadInputError: The scene would be too small, or the folder can't be written.
    """
    if size_px < SMALLEST_SIZE_PX:
        raise BadInputError(
            f"A sample scene of {size_px} pixels can't hold its landscape. Make it at least {SMALLEST_SIZE_PX} wide."
        )
    if seed < 0:
        raise BadInputError(f"The seed {seed} is negative. Choose 0 or a positive whole number.")
    scene = _paths(folder)
    numbers, classes = compose(seed, (size_px, size_px))
    labelled = polygons.labelled_area(*classes.shape)
    exact = polygons.exact_outlines(classes == PEGMATITE)
    drawn = polygons.drawn_outlines(exact, labelled)
    write_image(scene.image, numbers, BANDS, sensor.NODATA)
    write_polygons(scene.labels, drawn, ANALYST_CRS, "pegmatite", PEGMATITE)
    write_polygons(scene.labelled_area, [labelled], ANALYST_CRS, "labelled", 1)
    write_classes(scene.truth, classes)
    write_polygons(scene.truth_labels, exact, GRID_CRS, "pegmatite", PEGMATITE)
    write_polygons(scene.evaluation_area, [polygons.evaluation_area(*classes.shape)], GRID_CRS, "evaluation", 1)
    return scene


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
    classes = np.where(pegmatite, PEGMATITE, BACKGROUND)
    return np.where(sensor.inside_swath(exposed.shape), classes, 0).astype(np.uint8)


def _paths(folder: Path) -> SampleScene:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInputError(f"The folder “{folder}” can't be made ({error.strerror}). Choose another place.") from error
    return SampleScene(
        image=folder / "image.tif",
        labels=folder / "training.gpkg",
        labelled_area=folder / "labelled_area.gpkg",
        truth=folder / "truth.tif",
        truth_labels=folder / "truth.gpkg",
        evaluation_area=folder / "evaluation_area.gpkg",
    )
