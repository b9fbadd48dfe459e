"""The prediction that is corrected: what tools ask of it, and how what they drew becomes a correction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath

from ...core.correction.change import Change
from ...core.correction.edits import names_lut, taken, where
from ...core.correction.ground import BLANK
from ...core.correction.pixels.runs import Runs
from ...core.correction.pixels.shapes import polygon_runs
from ...core.correction.regions import Region, RegionIndex, flood
from ...core.correction.session import Session
from ...core.errors import BadInputError
from ...core.geodata.grid import Window
from ...core.labels.legend import Legend, LegendClass
from ..compat import empty_box
from ..layers.reloading import reload
from ..texts import tr
from .canvas.pixel_map import PixelMap
from .canvas.runs_path import runs_path, seen_window
from .overlay import SessionGround
from .shapes import RESTORE, TAKE, CorrectionRequest, DrawnArea, Picks, Shape, Stroke
from .tool_kinds import PIXELS

_AROUND_PX = 256
"""Half the side of the window in which a region is looked for while regions aren't labelled yet."""


class PredictionTarget(QObject):
    """One prediction with its session; `changed` tells that something was written or undone."""

    changed = pyqtSignal()
    subject = PIXELS

    def __init__(
        self, canvas: QgsMapCanvas, layer: QgsRasterLayer, session: Session, ground: SessionGround, project: QgsProject,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self.layer, self.session, self.ground = layer, session, ground
        self.regions: Optional[RegionIndex] = None
        self.over_nodata = False
        self._other: Optional[QgsRasterLayer] = None
        self._crs = QgsCoordinateReferenceSystem.fromWkt(session.prediction.place.crs)
        self._region: Optional[Region] = None
        self._within: Optional[Window] = None
        self._drawn: Optional[tuple[Region, Any, QPainterPath]] = None
        self._pixels: Optional[PixelMap] = None
        self._view: Any = None

    @property
    def legend(self) -> Legend:
        """Its classes."""
        return self.session.prediction.legend

    @property
    def entries(self) -> list[tuple[int, str, QColor]]:
        """Its classes: id, name and colour."""
        return class_entries(self.layer, self.legend)

    @property
    def counts(self) -> tuple[int, int]:
        """How many corrections can be undone, and done again."""
        return self.session.undo_count, self.session.redo_count

    @property
    def is_edited(self) -> bool:
        """Whether there are corrections."""
        return self.session.progress.corrections > 0

    @property
    def pixel_m(self) -> float:
        """The side of its pixels in metres."""
        return float(self.session.prediction.place.pixel_area_m2**0.5)

    def pixel_map(self) -> PixelMap:
        """Give its pixels as the canvas shows them now."""
        settings = self._canvas.mapSettings()
        size, matrix = settings.outputSize(), settings.mapToPixel()
        view = (
            matrix.mapUnitsPerPixel(), matrix.xCenter(), matrix.yCenter(), matrix.mapRotation(),
            size.width(), size.height(), settings.destinationCrs().authid(),
        )  # fmt: skip
        if self._pixels is None or view != self._view:
            transform = self.session.prediction.place.transform
            self._pixels, self._view = PixelMap(self._canvas, self._crs, transform, self._project), view
        return self._pixels

    def class_at(self, point: QgsPointXY) -> int:
        """Give the class that the map shows at a place; 0 where there is none."""
        pixel = self._pixel(point)
        if pixel is None:
            return 0
        value = int(self.ground.value_at(*pixel))
        return 0 if value == BLANK else value

    def colour_of(self, class_id: int) -> QColor:
        """Give a class's colour in the layer's style."""
        if not 0 < class_id <= len(self.legend):
            return QColor()
        return class_colour(self.layer, self.legend.classes[class_id - 1])

    def name_of(self, class_id: int) -> str:
        """Give a class's name; empty for none."""
        return self.legend.names[class_id - 1] if 0 < class_id <= len(self.legend) else ""

    @property
    def state(self) -> str:
        """A text that is another whenever the map has changed."""
        return self.session.state

    def layer_of(self, class_id: int) -> QgsRasterLayer:
        """Give a layer that is opaque where the map says a class now, and nowhere else."""
        clone = self.layer.clone()
        shown = [QgsPalettedRasterRenderer.Class(class_id, QColor(Qt.GlobalColor.black))]
        clone.setRenderer(QgsPalettedRasterRenderer(clone.dataProvider(), 1, shown))
        clone.setOpacity(1.0)
        clone.setBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        clone.setScaleBasedVisibility(False)
        return clone

    def region_path(self, point: QgsPointXY) -> QPainterPath:
        """Give the outline, in pixels of the canvas, of the connected region at a place."""
        affine, size = self.pixel_map().affine(point), self._canvas.viewport().size()
        grid = self.session.prediction.place
        view = None if affine is None else seen_window(affine, size).clipped(grid.height, grid.width)
        region = self._region_at(point, view)
        if region is None:
            return QPainterPath()
        if self._drawn is None or self._drawn[0] is not region or self._drawn[1] != self._view:
            self._drawn = (region, self._view, runs_path(region.runs, affine, size))
        return self._drawn[2]

    def set_other(self, layer: Optional[QgsRasterLayer]) -> None:
        """Say of which other prediction pieces are taken."""
        self._other = layer

    def box_of(self, window: Window) -> Optional[QgsRectangle]:
        """Give the box around a window of pixels in the canvas's coordinate system."""
        pixels = self.pixel_map()
        corners = [
            pixels.point_of((col, row))
            for col in (window.col, window.col + window.width) for row in (window.row, window.row + window.height)
        ]  # fmt: skip
        box = empty_box()
        for corner in corners:
            if corner is None:
                return None
            box.combineExtentWith(corner)
        return box

    @property
    def is_alive(self) -> bool:
        """Whether it is still corrected."""
        return not sip.isdeleted(self)

    def apply(self, request: CorrectionRequest) -> Change:
        """Write a correction and show it.

        Raises:
            OutcropError: It can't be written, or there is nothing to correct; says why, and nothing has changed.
        """
        self.renew()
        runs = self._runs(request.shape)
        inside = runs.clipped(self.session.prediction.place.window)
        if inside.is_empty:
            raise BadInputError(tr("What was drawn lies outside of the prediction. Nothing was changed."))
        if request.only:
            runs = inside = where(inside, self.ground.read, {request.only})
        if request.purpose == TAKE:
            change = self._take(inside, request.tool)
        else:
            value = 0 if request.purpose == RESTORE else request.class_id
            self._refuse_nothing(runs, request)
            change = self.session.paint(runs, value, request.tool, over_nodata=self.over_nodata)
        self.show()
        return change

    def step(self, *, back: bool) -> Optional[Change]:
        """Take the last correction back, or do it again; None where there is none.

        Raises:
            OutcropError: It can't be written; says why.
        """
        self.renew()
        change = self.session.undo() if back else self.session.redo()
        if change is not None:
            self.show()
        return change

    def revert(self, fid: int) -> Change:
        """Take one correction back, whenever it was made.

        Raises:
            BlockedRevertError: Later corrections lie on it.
            OutcropError: It can't be written; says why.
        """
        self.renew()
        change = self.session.revert(fid)
        self.show()
        return change

    def renew(self) -> None:
        """Make the overlay anew where it couldn't be written; nothing is corrected on one that is behind.

        Raises:
            DiskError: It still can't be written.
        """
        if self.session.overlay_stale:
            self.ground.rebuild()
            self.show()

    def show(self) -> None:
        """Draw the map as it is now, and tell."""
        self._region = None
        reload(self.layer)
        self.changed.emit()

    def _refuse_nothing(self, runs: Runs, request: CorrectionRequest) -> None:
        if runs.is_empty and request.only:
            name = self.name_of(request.only)
            raise BadInputError(tr("The map says nowhere “{name}” there. Nothing was changed.", name=name))

    def _take(self, runs: Runs, tool: str) -> Change:
        if self._other is None or self._other.id() == self.layer.id():
            raise BadInputError(tr("Choose the other prediction first, under “Take from”."))
        reader, legend = self.ground.aligned(self._other.source())
        table, missing = names_lut(legend, self.legend)
        pieces = taken(runs, reader.read, table)
        if not pieces:
            text = tr("The other prediction has none of these classes there. Nothing was changed.")
            if missing:
                text += " " + tr("It calls its classes {names}.", names=", ".join(missing))
            raise BadInputError(text)
        return self.session.paint_several(pieces, tool, over_nodata=self.over_nodata)

    def _runs(self, shape: Shape) -> Runs:
        if isinstance(shape, Stroke):
            return shape.runs
        if isinstance(shape, DrawnArea):
            return polygon_runs([np.array(ring) for ring in self.pixel_map().rings(shape.geometry)])
        if isinstance(shape, Picks):
            regions = [self._region_at(point) for point in shape.points]
            return Runs.joined(region.runs for region in regions if region is not None)
        return Runs.none()

    def _pixel(self, point: QgsPointXY) -> Optional[tuple[int, int]]:
        """Give row and column of the pixel at a place; None outside."""
        pixel = self.pixel_map().pixel_at(point)
        all_of_it = self.session.prediction.place
        if pixel is None or not (0 <= pixel[0] < all_of_it.width and 0 <= pixel[1] < all_of_it.height):
            return None
        return int(pixel[1]), int(pixel[0])

    def _region_at(self, point: QgsPointXY, within: Optional[Window] = None) -> Optional[Region]:
        """Give the region at a place; of one that is very large only what lies within a window, if one is given."""
        pixel = self._pixel(point)
        if pixel is None:
            return None
        known = self._region
        is_enough = known is not None and (known.is_whole or within == self._within)
        if known is None or not is_enough or not known.runs.contains(*pixel):
            self._region, self._within = self._find_region(*pixel, within), within
        return self._region if self._region is not None and self._region.value else None

    def _find_region(self, row: int, col: int, within: Optional[Window]) -> Region:
        """Look a region up; what was painted joins many regions, so that while hovering only what is near is found."""
        hovers_over_painted = within is not None and self.ground.is_corrected(row, col)
        if self.regions is not None and not hovers_over_painted:
            return self.regions.region_at(row, col, self.ground, within)
        around = Window(row - _AROUND_PX, col - _AROUND_PX, 2 * _AROUND_PX, 2 * _AROUND_PX)
        grid = self.session.prediction.place
        near = flood(self.ground.read, row, col, around.clipped(grid.height, grid.width))
        return replace(near, is_whole=self.regions is None)


def class_entries(layer: QgsRasterLayer, legend: Legend) -> list[tuple[int, str, QColor]]:
    """Give a prediction's classes, id, name and colour, in the colours of its layer."""
    return [(entry.id, entry.name, class_colour(layer, entry)) for entry in legend.classes]


def class_colour(layer: QgsRasterLayer, entry: LegendClass) -> QColor:
    """Give the colour in which a layer shows a class, opaque; the legend's where its style hasn't got the class."""
    renderer = layer.renderer()
    styled = renderer.classes() if isinstance(renderer, QgsPalettedRasterRenderer) else ()
    for shown in styled:
        if int(shown.value) == entry.id:
            return QColor(shown.color.red(), shown.color.green(), shown.color.blue())
    return QColor(entry.colour)
