"""The correction source: the pixels of correction sessions, read as the layers that they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

import numpy as np
import shapely

from ...errors import BadInputError
from ...geodata.grid import Grid, Window
from ...geodata.scene import Scene
from ...geodata.vector.kept_layer import layers_kept, read_kept
from ...geodata.vector.to_pixels import ToPixels
from ...geodata.vector.vector_layer import open_layer
from ...message import Message
from ..burner import Burner
from ..legend import Legend
from ..names.spelling import Spellings
from .label_source import LabelSource

LAYER = "corrections"
_COLUMNS = ("class_id", "class", "undone")
_RESTORED, _BLANK = 0, 255
"""Ids of rows that give pixels back to the prediction, or make them nodata: no class is known there."""
_ERASED = 255
_DENIED = 1


def open_corrections(scene: Scene, grid: Grid, all_touched: bool) -> LabelSource | None:
    """Read a scene's corrections; None where it has none.

    Raises:
        BadInputError: For a file that is no session, or whose corrections miss the grid.
    """
    del all_touched
    return CorrectionSource(scene.corrections, grid) if scene.corrections else None


class CorrectionSource(LabelSource):
    """The corrections of one or several sessions on a grid; where they overlap, the later one counts."""

    def __init__(self, sessions: Sequence[str], grid: Grid) -> None:
        """Read the sessions, in their order.

        Raises:
            BadInputError: For a file that is no session, or whose corrections miss the grid.
        """
        super().__init__()
        shapes: list[np.ndarray] = []
        self._names: list[Optional[str]] = []
        for session in sessions:
            outlines, names = _read(session, grid)
            shapes.append(outlines)
            self._names += names
        self._shapes = np.concatenate(shapes) if shapes else np.zeros(0, object)
        self._burner = Burner(self._shapes)
        self._values, self._denials = np.zeros((2, len(self._shapes)), np.uint8)

    @property
    def shapes(self) -> np.ndarray:
        """The corrections' outlines (N,) in the grid's pixels, in order."""
        return self._shapes

    def class_names(self) -> list[str]:
        """Give the classes that were painted, in no order."""
        return sorted({name for name in self._names if name})

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; corrections of other classes are left out, and told."""
        known = Spellings(legend.names)
        self._values = np.array([(name and known.number(name)) or _ERASED for name in self._names], np.uint8)
        lacks = [name is None or (name != "" and name not in known) for name in self._names]
        self._denials = np.where(lacks, _DENIED, _ERASED).astype(np.uint8)
        unknown = sorted({name for name in self._names if name and name not in known})
        listed = ", ".join(f"“{name}”" for name in unknown)
        self.warnings = (
            (Message("Corrections to {listed} left out: the legend has no such class.", listed=listed),)
            if unknown
            else ()
        )

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8, 0 where nothing is corrected."""
        ids = self._burner.burn(window, self._values)
        ids[ids == _ERASED] = 0
        return ids

    def denied(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) were made nodata, or are of a class that the legend lacks."""
        return self._burner.burn(window, self._denials) == _DENIED


def _read(session: str, grid: Grid) -> tuple[np.ndarray, list[Optional[str]]]:
    """Give the outlines of the corrections that count, in pixels, and their classes.

    Of what was given back to the prediction that is "", of what was made nodata None.
    """
    if not Path(session).exists():
        raise BadInputError(
            "The corrections “{session}” are not there. Choose the file again, or put it back.", session=session
        )
    if LAYER not in layers_kept(session):
        raise BadInputError(
            "“{session}” holds no corrections. Choose the file of a correction session (.gpkg).", session=session
        )
    layer = open_layer(session, LAYER)
    kept = read_kept(session, LAYER, _COLUMNS)
    ids, names, undone = (kept.columns[name] for name in _COLUMNS)
    live = ~undone.astype(bool)
    shapes = shapely.from_wkb(kept.wkb[live])
    move = ToPixels(layer, grid)
    moved = np.asarray(shapely.transform(shapes, move), object)
    if len(moved) and not shapely.intersects(moved, shapely.box(0, 0, grid.width, grid.height)).any():
        raise BadInputError(
            "The corrections “{session}” lie outside the imagery. Choose those of a map of it.", session=session
        )
    without: dict[int, Optional[str]] = {_RESTORED: "", _BLANK: None}
    return moved, [without.get(number, str(name)) for number, name in zip(ids[live].tolist(), names[live])]
