"""First pixels: seconds from the click on Predict to the first pixels drawn on the map, with the real worker.

    export QT_QPA_PLATFORM=offscreen
    .venv-qgis/bin/python -m benchmarks.interface.first_pixels [--times 3] [--side 2048] [--model M]

A small network of its own, trained for seconds on the sample scene, maps what the canvas shows. Cold is a click before
the page was ever looked at; warm are those after, for which the worker and its models are there. Preview is a click on
the map with the preview's tool.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.worker.environment import interpreter_of
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop, QSettings
from qgis.PyQt.QtGui import QImage

from benchmarks import ROOT

_LONGEST_S = 120.0
_CANVAS_PX = (900, 700)


def main() -> None:
    """Make scene and model, click, and print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3, help="warm clicks")
    parser.add_argument("--side", type=int, default=2048, help="of the scene in pixels")
    parser.add_argument(
        "--model", default="", help="a model file for the sample scene's bands, instead of training one"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as work:
        settings = Path(work) / "settings"
        settings.mkdir()
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
        application = QgsApplication([], True, str(settings))
        application.initQgis()
        try:
            _measure(Path(work), given.times, given.side, given.model)
        finally:
            QgsProject.instance().clear()
    sys.stdout.flush()
    os._exit(0)  # QGIS's own end takes seconds and measures nothing


def _measure(work: Path, times: int, side: int, model: str) -> None:
    folder = _scene(work, side)
    models = work / "models"
    models.mkdir()
    if model:
        (models / Path(model).name).write_bytes(Path(model).read_bytes())
    else:
        _train(folder, models / "small.safetensors")
    QgsSettings().setValue("outcrop/work-folder", str(work))
    project = QgsProject.instance()
    imagery = QgsRasterLayer(str(folder / "image.tif"), "scene")
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    canvas.resize(*_CANVAS_PX)
    canvas.setDestinationCrs(imagery.crs())
    bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), canvas)
    project.addMapLayer(imagery)
    canvas.setExtent(imagery.extent())
    canvas.show()
    dock = OutcropDock(project, canvas, Messages(bar))
    dock.show()
    page = dock.predict_page
    page.hide_background.setChecked(False)
    print(f"{side}×{side} px, {os.cpu_count()} cores")
    page.refresh()
    print(f"cold: {_first_pixels(dock, canvas, page.request):.2f} s")
    dock.tabs.setCurrentWidget(page)
    for _ in range(times):
        _warm_up(dock)
        print(f"warm: {_first_pixels(dock, canvas, page.predict.click):.2f} s")
    preview, middle = dock.predicting.preview, imagery.extent().center()
    for _ in range(times):
        _warm_up(dock)
        preview.start()
        print(f"preview: {_first_pixels(dock, canvas, lambda: preview.tool.picked.emit(middle)):.2f} s")
        preview.stop()
    dock.shutdown()
    del bridge


def _first_pixels(dock: OutcropDock, canvas: QgsMapCanvas, click: Callable[[], None]) -> float:
    """Click, and give the seconds until the map has been drawn with a new layer; then end what was started."""
    _settle(canvas)
    before, drawn = _picture(canvas), [0]
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(len(canvas.layers())))
    began = time.monotonic()
    click()
    _wait(lambda: drawn[-1] > 1 and _picture(canvas) != before)
    seconds = time.monotonic() - began
    dock.prediction.cancel()
    _wait(lambda: not dock.prediction.is_running and not dock.predicting.preview.is_running)
    root = QgsProject.instance().layerTreeRoot()
    for group in root.findGroups():
        root.removeChildNode(group)
    return seconds


def _warm_up(dock: OutcropDock) -> None:
    """Wait until the worker that stays has loaded the model, as it does while somebody looks at the page."""
    dock.predict_page.models.changed.emit()
    warm = dock.predicting.warm
    _wait(lambda: warm.is_ready)


def _settle(canvas: QgsMapCanvas) -> None:
    canvas.refresh()
    until = time.monotonic() + 1.0
    _wait(lambda: not canvas.isDrawing() and time.monotonic() > until)


def _picture(canvas: QgsMapCanvas) -> QImage:
    return canvas.grab().toImage()


def _wait(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + _LONGEST_S
    while not is_so():
        if time.monotonic() > until:
            raise SystemExit("Nothing was drawn.")
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        time.sleep(0.002)


def _scene(work: Path, side: int) -> Path:
    folder = work / "sample"
    _outcrop("sample", "--out", str(folder), "--size", str(side))
    return folder


def _train(scene: Path, out: Path) -> None:
    """Train a network of the recipe `quick`, for seconds: how good it is doesn't matter here."""
    data = ("--image", str(scene / "image.tif"), "--labels", str(scene / "training.gpkg"), "--class-field", "kind")
    data += ("--labelled-area", str(scene / "labelled_area.gpkg"))
    _outcrop("train", *data, "--out", str(out), "--minutes", "0.2")


def _outcrop(*arguments: str) -> None:
    command = [str(interpreter_of(ROOT / ".venv")), "-I", str(ROOT / "core"), *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=1200)


if __name__ == "__main__":
    main()
