"""The live map: from the release of the mouse to pixels on a canvas, by bands and by the size of the window.

    xvfb-run -a .venv-qgis/bin/python -m benchmarks.interface.live_map [--bands 4 14 224] [--strokes 20] [--side 6000]

A raster of noise and patches with pyramids is made for each number of bands. On a canvas the dock's live map is
switched on with two polygons, then polygons are added one by one as QGIS's own tool does. Each is timed until the
canvas has drawn the new sketch; “first” is the first sketch of a view, when its features aren't known yet.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QSettings

from benchmarks import ROOT

SIZES = ((1366, 768), (1920, 1080))
_PIXEL_M, _LEFT, _TOP = 10.0, 500_000.0, 4_000_000.0
_LONGEST_S = 120.0
_UTM = "EPSG:32633"


def main() -> None:
    """Make the rasters, time the strokes and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bands", type=int, nargs="+", default=[4, 14, 224])
    parser.add_argument("--strokes", type=int, default=20)
    parser.add_argument("--side", type=int, default=6000, help="of the imagery in pixels; of 224 bands a third")
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores; seconds from the release to the pixels on the canvas\n")
    print(
        "| bands | canvas | zoom | first | p50 | p95 | in the worker, p50 |\n|---|---|---|---|---|---|---|", flush=True
    )
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = QgsApplication([], True, folder)
        application.initQgis()
        QgsSettings().setValue("outcrop/work-folder", folder)
        for bands in given.bands:
            side = given.side if bands < 100 else given.side // 3
            image = make_image(Path(folder) / f"{bands}.tif", bands, side)
            for size in SIZES:
                for zoom in (1.0, 0.4):
                    print(_row(image, bands, size, zoom, given.strokes), flush=True)
            image.unlink()
    sys.stdout.flush()
    os._exit(0)  # QGIS's own end takes seconds and measures nothing


def make_image(path: Path, bands: int, side: int) -> Path:
    """Write a raster of patches with noise, tiled, with pyramids."""
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 4, (side // 50 + 1, side // 50 + 1))
    patches = np.kron(coarse, np.ones((50, 50), np.int16))[:side, :side].astype(np.int16)
    options = ["TILED=YES", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND"]
    made = gdal.GetDriverByName("GTiff").Create(str(path), side, side, bands, gdal.GDT_Int16, options)
    made.SetGeoTransform((_LEFT, _PIXEL_M, 0.0, _TOP, 0.0, -_PIXEL_M))
    made.SetProjection(QgsCoordinateReferenceSystem(_UTM).toWkt())
    for number in range(1, bands + 1):
        noise = rng.normal(0, 60, (side, side)).astype(np.int16)
        made.GetRasterBand(number).WriteArray(patches * rng.integers(20, 90) + noise + 500)
    made.BuildOverviews("AVERAGE", [2, 4, 8])
    made.FlushCache()
    return path


def _row(image: Path, bands: int, size: tuple[int, int], zoom: float, strokes: int) -> str:
    """Time the strokes on one canvas."""
    os.environ.setdefault("OUTCROP_PYTHON", str(ROOT / ".venv" / "bin" / "python"))
    table = _Table(image, size, zoom)
    try:
        first, _ = table.timed(lambda: table.dock.data_page.live.live.setChecked(True))
        times, worker = zip(*[table.timed(lambda number=n: table.draw(number)) for n in range(2, strokes + 2)])
        p50, p95 = np.percentile(times, [50, 95])
        return (
            f"| {bands} | {size[0]}×{size[1]} | {zoom:g} | {first:.2f} | {p50:.2f} | {p95:.2f} | "
            f"{np.median(worker):.2f} |"
        )
    finally:
        table.close()


class _Table:
    """A canvas with the dock beside it, imagery and two polygons."""

    def __init__(self, image: Path, size: tuple[int, int], zoom: float) -> None:
        project = QgsProject.instance()
        project.clear()
        self.canvas, self._bar = QgsMapCanvas(), QgsMessageBar()
        self.canvas.resize(*size)
        self.canvas.show()
        self.canvas.setCachingEnabled(True)  # as QGIS's own window does
        self.canvas.setParallelRenderingEnabled(True)
        self.bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), self.canvas)
        imagery = QgsRasterLayer(str(image), "imagery")
        self.canvas.setDestinationCrs(imagery.crs())
        self.polygons = QgsVectorLayer(f"Polygon?crs={_UTM}&field=kind:string(20)", "polygons", "memory")
        self.dock = OutcropDock(project, self.canvas, Messages(self._bar))
        self.dock.show()
        project.addMapLayers([imagery, self.polygons])
        width, height = (length * _PIXEL_M / zoom for length in size)
        middle = imagery.extent().center()
        self._box = QgsRectangle.fromCenterAndSize(middle, width, height)
        self.canvas.setExtent(self._box)
        self._drawn = self._shown = False
        self.canvas.mapCanvasRefreshed.connect(self._on_drawn)
        self.polygons.startEditing()
        self.live = self.dock.live.live_map
        self.live.shown.connect(self._on_shown)
        for number in range(2):
            self.draw(number)
        self._wait(lambda: self.dock.data_page.choice.ready)
        self._wait(lambda: not self.canvas.isDrawing())

    def draw(self, number: int) -> None:
        """Add a polygon, as the tool does when it is finished."""
        rng = np.random.default_rng(number)
        x = self._box.xMinimum() + rng.uniform(0.1, 0.8) * self._box.width()
        y = self._box.yMinimum() + rng.uniform(0.1, 0.8) * self._box.height()
        side = 30 * self.canvas.mapUnitsPerPixel()
        feature = QgsFeature(self.polygons.fields())
        feature.setAttributes([f"class {number % 3}"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side)))
        self.polygons.addFeature(feature)

    def timed(self, act: Any) -> tuple[float, float]:
        """Do something, and give the seconds until the canvas has drawn a whole new sketch, and the worker's own."""
        self._drawn = self._shown = False
        self.told: list[str] = []
        self.live.told.connect(self.told.append)
        began = time.monotonic()
        act()
        self._wait(lambda: self._drawn)
        seconds = time.monotonic() - began
        self._wait(lambda: self.live._task is None)  # noqa: SLF001
        self.live.told.disconnect(self.told.append)
        own = [float(part) for part in self.told[-1].split() if part.replace(".", "", 1).isdigit()] if self.told else []
        return seconds, own[-1] if own else float("nan")

    def close(self) -> None:
        """Let go of everything."""
        self.polygons.rollBack()
        self.dock.shutdown()
        self.canvas.mapCanvasRefreshed.disconnect(self._on_drawn)
        self.canvas.stopRendering()
        QgsProject.instance().clear()
        for widget in (self.bridge, self.dock, self.canvas):  # else they'd draw beside the next one
            widget.deleteLater()
        QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _on_shown(self) -> None:
        self._shown = self.live._task is None  # noqa: SLF001  (a whole sketch, not a part of one)

    def _on_drawn(self) -> None:
        self._drawn = self._drawn or self._shown

    def _wait(self, is_so: Any) -> None:
        ends = time.monotonic() + _LONGEST_S
        while not is_so():
            QgsApplication.processEvents()
            if time.monotonic() > ends:
                sys.exit("Nothing came of it: " + self.dock.data_page.live.status.text())
            time.sleep(0.002)


if __name__ == "__main__":
    main()
