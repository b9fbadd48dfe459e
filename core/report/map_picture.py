"""The map picture: imagery, labels and prediction side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from rasterio.enums import Resampling

from ..files.whole_file import whole_file
from ..geodata.grid import Grid
from ..geodata.raster_file import open_raster
from ..geodata.scene import Scene
from ..labels.class_raster import BLOCK_PX
from ..labels.label_layer import LabelPolygons
from ..labels.legend import Legend
from ..labels.sources.sources import open_labels

_LONGEST_SIDE_PX = 1200
_UNKNOWN_COLOUR = "#ffffff"
_TRUE_COLOUR = ("red", "green", "blue")


def draw_map(out: Path, scene: Scene, prediction: Path, legend: Legend) -> None:
    """Draw imagery | labels over imagery | prediction over imagery, with the legend, as a PNG."""
    with open_raster(scene.images[0]) as dataset:
        shape = _shown_shape(dataset)
        picture = _true_colour(dataset, shape)
        grid = Grid.of(dataset)
    with rasterio.open(prediction) as dataset:
        classes = dataset.read(1, out_shape=shape, resampling=Resampling.nearest)
    height, width = shape
    figure = Figure(figsize=(15, 15 * height / width / 3 + 0.7), dpi=110, layout="constrained")
    for axes, title in zip(figure.subplots(1, 3), ("Imagery", "Labels", "Prediction")):
        axes.imshow(picture, extent=(0, grid.width, grid.height, 0))
        axes.set_title(title, fontsize=13)
        axes.set_axis_off()
        if title == "Labels":
            _draw_labels(axes, scene, grid, legend, shape)
        elif title == "Prediction":
            _draw_classes(axes, classes, grid, legend)
        axes.set_xlim(0, grid.width)
        axes.set_ylim(grid.height, 0)
    shown = [entry for entry in legend.classes if entry.name != "background"]
    figure.legend(
        handles=[Patch(color=entry.colour, label=entry.name) for entry in shown],
        loc="outside lower center", ncols=min(8, len(shown)), frameon=False,
    )  # fmt: skip
    with whole_file(out) as partial:
        figure.savefig(partial)


def _shown_shape(dataset: Any) -> tuple[int, int]:
    factor = min(1.0, _LONGEST_SIDE_PX / max(dataset.shape))
    return max(1, round(dataset.height * factor)), max(1, round(dataset.width * factor))


def _true_colour(dataset: Any, shape: tuple[int, int]) -> np.ndarray:
    """Read red, green and blue by name or order, stretched to 2–98 % (H, W, 3); nodata is white."""
    names = [str(name or "").casefold() for name in dataset.descriptions]
    numbers = [
        names.index(colour) + 1 if colour in names else min(position, dataset.count)
        for position, colour in enumerate(_TRUE_COLOUR, 1)
    ]
    bands = dataset.read(numbers, out_shape=(3, *shape), resampling=Resampling.average).astype(float)
    valid = dataset.dataset_mask(out_shape=shape) > 0
    low, high = np.percentile(bands[:, valid], (2, 98), axis=1)[..., None, None] if valid.any() else (0.0, 1.0)
    picture = np.clip((bands - low) / np.maximum(high - low, 1e-9), 0, 1)
    picture[:, ~valid] = 1.0
    return picture.transpose(1, 2, 0)


def _draw_labels(axes: Any, scene: Scene, grid: Grid, legend: Legend, shape: tuple[int, int]) -> None:
    """Draw polygons as they are; of points and label rasters the pixels, reduced to a shape (H, W)."""
    with open_labels(scene, grid) as labels:
        if labels.polygons is not None:
            _draw_polygons(axes, labels.polygons, legend)
            return
        labels.use(legend)
        reduced = np.zeros(shape, np.uint8)
        for window in grid.blocks(BLOCK_PX):
            block = labels.read(window)
            rows, cols = np.nonzero(block)
            places = (rows + window.row) * shape[0] // grid.height, (cols + window.col) * shape[1] // grid.width
            reduced[places] = block[rows, cols]
    _draw_classes(axes, reduced, grid, legend)


def _draw_polygons(axes: Any, polygons: LabelPolygons, legend: Legend) -> None:
    colours = {entry.name: entry.colour for entry in legend.classes}
    for shape, code in zip(polygons.shapes, polygons.codes):
        colour = colours.get(polygons.classes[code], _UNKNOWN_COLOUR)
        for part in getattr(shape, "geoms", [shape]):
            ring = np.asarray(part.exterior.coords)
            axes.fill(ring[:, 0], ring[:, 1], facecolor=f"{colour}88", edgecolor=colour, linewidth=0.8)


def _draw_classes(axes: Any, classes: np.ndarray, grid: Grid, legend: Legend) -> None:
    hidden = {legend.id_of(name) for name in legend.rest} | {0}
    shown = np.ma.masked_where(np.isin(classes, list(hidden)), classes)
    colours = ListedColormap([entry.colour for entry in legend.classes])
    axes.imshow(
        shown,
        cmap=colours,
        vmin=0.5,
        vmax=len(legend) + 0.5,
        interpolation="nearest",
        extent=(0, grid.width, grid.height, 0),
        alpha=0.8,
    )
