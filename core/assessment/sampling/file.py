"""An accuracy sample in a GeoPackage: points with their design and the fields for the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ...errors import BadInputError
from ...geodata.grid import Grid
from ...geodata.vector.geopackage import put_layer
from ...geodata.vector.kept_layer import layers_kept, read_kept
from .draw import Drawn, Population
from .fields import ANSWER, ANSWERED_AT, ANSWERED_BY, CANNOT_TELL, DESIGN_FIELDS, LAYER, NOTE, SECOND_ANSWER


@dataclass(frozen=True, eq=False)
class Sample:
    """A sample with its answers.

    Attributes:
        shapes: Points in the layer's coordinate system (N,).
        crs: That system, as WKT.
        strata: Name of each point's stratum (N,).
        stratum_px: Pixels of it (N,).
        stratum_m2: Its area (N,).
        areas_m2: Area of each point's pixel (N,).
        answers: The class of each, empty where it isn't answered, `CANNOT_TELL` where it can't be told (N,).
        second: The second opinion likewise (N,).
    """

    shapes: np.ndarray
    crs: str
    strata: np.ndarray
    stratum_px: np.ndarray
    stratum_m2: np.ndarray
    areas_m2: np.ndarray
    answers: np.ndarray
    second: np.ndarray

    @property
    def final(self) -> np.ndarray:
        """What counts (N,): the second opinion where there is one, else the first answer."""
        return np.where(self.second != "", self.second, self.answers)

    def __len__(self) -> int:
        """Give the number of points."""
        return len(self.shapes)


def write_sample(path: str, drawn: Drawn, population: Population, names: Sequence[str], grid: Grid) -> None:
    """Write a sample that was drawn, without an answer.

    Raises:
        DiskError: When it can't be written.
    """
    transform = grid.transform
    cols, rows = drawn.cols + 0.5, drawn.rows + 0.5
    x = transform.a * cols + transform.b * rows + transform.c
    y = transform.d * cols + transform.e * rows + transform.f
    shapes = shapely.points(x, y)
    strata = drawn.strata - 1
    points = np.bincount(strata, minlength=len(names))
    blank = np.full(len(rows), None, object)
    chances = points / np.maximum(population.pixels, 1)
    design = (
        np.arange(1, len(rows) + 1), np.array(names, object)[strata], population.pixels[strata],
        population.areas_m2[strata], chances[strata], drawn.areas_m2,
    )  # fmt: skip
    fields: dict[str, np.ndarray] = dict(zip(DESIGN_FIELDS, design))
    fields.update(dict.fromkeys((ANSWER, SECOND_ANSWER, ANSWERED_BY, ANSWERED_AT, NOTE), blank))
    put_layer(path, LAYER, shapely.to_wkb(shapes), "Point", fields, grid.crs.to_wkt())


def read_sample(path: str, layer: str = "") -> Sample:
    """Read a sample with its answers, from the GeoPackage or whatever it was exported to.

    Raises:
        BadInputError: When it can't be read, or lacks what an accuracy sample has.
    """
    layers = layers_kept(path)
    if not layers:
        raise BadInputError("There is no sample in “{path}”. Choose the file again, or put it back.", path=path)
    kept = read_kept(path, layer or (LAYER if LAYER in layers else layers[0]))
    geometry, fields = kept.wkb, kept.columns
    missing = [field for field in (*DESIGN_FIELDS, ANSWER) if field not in fields]
    if missing or not len(geometry):
        what = f"lacks {', '.join(missing)}" if missing else "is empty"
        raise BadInputError(
            "“{name}” {what}: it isn't a sample that Outcrop has drawn. Draw one over the map first.",
            name=Path(path).name,
            what=what,
        )
    if not kept.crs:
        raise BadInputError(
            "The sample “{name}” doesn't say its coordinate system, so its points can't be found on the map. Save it "
            "with the map's.",
            name=Path(path).name,
        )
    _, stratum, pixels, area, _, own_area = (fields[field] for field in DESIGN_FIELDS)
    second = fields.get(SECOND_ANSWER, np.full(len(geometry), None, object))
    return Sample(
        shapely.from_wkb(geometry), kept.crs, _texts(stratum), pixels.astype(np.int64),
        area.astype(float), own_area.astype(float), _texts(fields[ANSWER]), _texts(second),
    )  # fmt: skip


def told(answers: np.ndarray) -> np.ndarray:
    """Say which answers name a class (N,)."""
    return (answers != "") & (answers != CANNOT_TELL)


def _texts(values: Any) -> np.ndarray:
    return np.array(["" if value is None else str(value).strip() for value in np.asarray(values).tolist()], object)
