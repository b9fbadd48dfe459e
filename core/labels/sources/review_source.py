"""The review source: where a map was looked at and found right, what it says is known.

The pixels of accuracy samples are never learned from: what a figure of accuracy rests on must stay unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from ...errors import BadInputError
from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ...geodata.vector.kept_layer import layers_kept, read_kept
from ...geodata.vector.to_pixels import ToPixels
from ...geodata.vector.vector_layer import POINTS, POLYGONS, open_layer
from ..burner import Burner
from ..legend import Legend
from ..names.spelling import Spellings
from ..value_raster import ValueRaster
from .label_source import LabelSource

LAYER, SAMPLE_LAYER, SEEN_LAYER = "reviews", "accuracy_sample", "seen"
RIGHT, CORRECTED = "right", "corrected"
_COLUMNS = ("verdict", "prediction")


@dataclass
class _Map:
    """A map whose right places are known: its raster, what its values mean, and the places."""

    raster: ValueRaster
    shapes: np.ndarray
    places: Burner
    ids: np.ndarray


def open_reviews(scene: Scene, grid: Grid, all_touched: bool) -> LabelSource | None:
    """Read a scene's reviews; None where it has none.

    Raises:
        BadInputError: For a file that holds no reviews, or whose map is gone.
    """
    del all_touched
    return ReviewSource(scene.reviews, grid) if scene.reviews else None


class ReviewSource(LabelSource):
    """What reviews say on a grid."""

    def __init__(self, reviews: Sequence[str], grid: Grid) -> None:
        """Read the reviews.

        Raises:
            BadInputError: For a file that holds no reviews, or whose map is gone.
        """
        super().__init__()
        self._maps: list[_Map] = []
        audits = [_pixels(_read(path, grid, SAMPLE_LAYER, ())[0]) for path in reviews if _holds(path, SAMPLE_LAYER)]
        for path in (path for path in reviews if _holds(path, LAYER)):
            shapes, rows = _read(path, grid, LAYER, _COLUMNS)
            known = np.isin(rows["verdict"], (RIGHT, CORRECTED))
            for prediction in sorted({str(name) for name in rows["prediction"][known]}):
                outlines = shapes[known & (rows["prediction"] == prediction)]
                raster = _open(path, prediction, grid)
                self._maps.append(_Map(raster, outlines, Burner(outlines), np.zeros(256, np.uint8)))
        self._audit = np.concatenate(audits) if audits else np.zeros(0, object)
        self._audited = Burner(self._audit)

    @property
    def shapes(self) -> np.ndarray:
        """The outlines (N,) of the places, in the grid's pixels."""
        return np.concatenate([reviewed.shapes for reviewed in self._maps]) if self._maps else np.zeros(0, object)

    def class_names(self) -> list[str]:
        """Give the classes of the maps, in no order; those that no reviewed place has too."""
        return sorted({name for reviewed in self._maps for name in reviewed.raster.names.values()})

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; other classes are left out."""
        known = Spellings(legend.names)
        for reviewed in self._maps:
            reviewed.ids = np.zeros(256, np.uint8)
            for value, name in reviewed.raster.names.items():
                reviewed.ids[value] = known.number(name)

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8, 0 where nothing was found right."""
        ids = np.zeros(window.shape, np.uint8)
        for reviewed in self._maps:
            inside = reviewed.places.inside(window)
            if inside.any():
                values, labelled = reviewed.raster.read(window)
                inside &= labelled
                ids[inside] = reviewed.ids[values[inside].astype(np.uint8)]
        return ids

    def excluded(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) of a window belong to an audit sample."""
        return self._audited.inside(window)

    def close(self) -> None:
        """Close the maps."""
        for reviewed in self._maps:
            reviewed.raster.close()


def _holds(path: str, layer: str) -> bool:
    """Say whether a file holds a layer.

    Raises:
        BadInputError: For a file that isn't there, or that holds neither reviews nor an accuracy sample.
    """
    if not Path(path).exists():
        raise BadInputError("The reviews “{path}” are not there. Choose the file again, or put it back.", path=path)
    names = layers_kept(path)
    if not set(names) & {LAYER, SAMPLE_LAYER, SEEN_LAYER}:
        raise BadInputError(
            "“{path}” holds neither reviews nor an accuracy sample. Choose a file that Outcrop keeps them in (.gpkg).",
            path=path,
        )
    return layer in names


def _read(path: str, grid: Grid, name: str, columns: Sequence[str]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Give a layer's geometries (N,) in pixels, and its columns."""
    layer = open_layer(path, name, POINTS if name == SAMPLE_LAYER else POLYGONS)
    kept = read_kept(path, name, columns)
    return np.asarray(shapely.transform(shapely.from_wkb(kept.wkb), ToPixels(layer, grid)), object), kept.columns


def _pixels(points: np.ndarray) -> np.ndarray:
    """Give the squares (N,) of the pixels that points lie in."""
    corners = np.floor(shapely.get_coordinates(points))
    return np.asarray(shapely.box(corners[:, 0], corners[:, 1], corners[:, 0] + 1, corners[:, 1] + 1), object)


def _open(path: str, prediction: str, grid: Grid) -> ValueRaster:
    """Open the map of some reviews: where it was, or beside them."""
    file = Path(prediction) if Path(prediction).exists() else Path(path).parent / Path(prediction).name
    if not file.exists():
        raise BadInputError(
            (
                "The map “{prediction}” that was reviewed is gone, so what was found right on it is no longer known. "
                "Put it back, or beside “{path}”."
            ),
            prediction=prediction,
            path=path,
        )
    return ValueRaster(str(file), grid)
