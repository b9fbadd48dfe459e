"""A scene of one class: its files, with the class drawn in the west and known everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import polygons
from .files import ANALYST_CRS, GRID_CRS, write_classes, write_image, write_layer, write_polygons

BACKGROUND, TARGET = 1, 2
NODATA = 0


def write_scene(
    folder: Path, numbers: NDArray[np.uint16], bands: Sequence[str], classes: NDArray[np.uint8], kind: str,
    pixel_m: float, layers: Mapping[str, tuple[NDArray[np.float32], str]],
) -> dict[str, Path]:  # fmt: skip
    """Write the files of a scene into a folder.

    Args:
        folder: Where to; it is there.
        numbers: The image (bands, rows, columns); 0 is nodata.
        bands: Their names.
        classes: `BACKGROUND`, `TARGET` or 0 (rows, columns).
        kind: What the target class is called.
        pixel_m: Side of a pixel.
        layers: Further rasters by name, each with the name of its band.

    Returns:
        The files by name. image. labels: the class as an analyst draws it inside the labelled area; fields `kind`
        (text) and `code` (integer). labelled_area: where the drawing is complete, so that the rest is background.
        truth: the class of every pixel. truth_labels: its outlines along the pixels' edges. evaluation_area: what
        training never sees. And each of `layers`.
    """
    names = {
        "image": "image.tif", "labels": "training.gpkg", "labelled_area": "labelled_area.gpkg", "truth": "truth.tif",
        "truth_labels": "truth.gpkg", "evaluation_area": "evaluation_area.gpkg",
    }  # fmt: skip
    files = {name: folder / file for name, file in {**names, **{name: f"{name}.tif" for name in layers}}.items()}
    labelled = polygons.labelled_area(*classes.shape)
    exact = polygons.exact_outlines(classes == TARGET)
    drawn = polygons.drawn_outlines(exact, labelled)
    of_kind, of_exact = ([kind] * len(drawn), [TARGET] * len(drawn)), ([kind] * len(exact), [TARGET] * len(exact))
    write_image(files["image"], numbers, bands, NODATA, pixel_m)
    write_polygons(files["labels"], drawn, ANALYST_CRS, *of_kind, pixel_m)
    write_polygons(files["labelled_area"], [labelled], ANALYST_CRS, ["labelled"], [1], pixel_m)
    write_classes(files["truth"], classes, pixel_m)
    write_polygons(files["truth_labels"], exact, GRID_CRS, *of_exact, pixel_m)
    area = polygons.evaluation_area(*classes.shape)
    write_polygons(files["evaluation_area"], [area], GRID_CRS, ["evaluation"], [1], pixel_m)
    for name, (values, band) in layers.items():
        write_layer(files[name], values[None], [band], pixel_m)
    return files
