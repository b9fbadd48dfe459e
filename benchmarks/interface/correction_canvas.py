"""Correction on the canvas: milliseconds from a mouse event to the pixels seen, and from letting go to the disk.

    xvfb-run -a -s "-screen 0 1680x1050x24" .venv-qgis/bin/python -m benchmarks.interface.correction_canvas [--side N]

A real canvas of 1600×1000 px over a prediction of 30,000² px; mouse events of Qt, one after another, each timed until
the canvas has painted itself. A stroke is committed when the control has returned: it is on the disk then. What is on
the screen after a correction is waited for until the canvas says that it has been drawn anew.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from outcrop.ui.correction.prediction_target import PredictionTarget
from outcrop.ui.dock.correct.control import CorrectControl
from outcrop.ui.dock.correct.page import CorrectPage
from outcrop.ui.layers.predictions import MODEL_PROPERTY, class_renderer
from outcrop.ui.messages import Messages
from outcrop.ui.settings import WORK_FOLDER
from outcrop.ui.worker.launcher import Launcher
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QEventLoop, QPointF, QSettings, Qt
from qgis.PyQt.QtGui import QMouseEvent

from benchmarks.interface.correction_map import LEGEND, PIXEL_M, in_a_process, make_prediction

_SIZE = (1600, 1000)
_LONGEST_S = 60.0
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Bench:
    """A Correct page on a canvas, and a mouse."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        project = QgsProject.instance()
        project.addMapLayer(layer)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(*_SIZE)
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setLayers([layer])
        self.canvas.show()
        self.canvas.setExtent(layer.extent())
        self.bar = QgsMessageBar()
        self.page = CorrectPage(project)
        self.control = CorrectControl(self.page, project, self.canvas, Launcher(), Messages(self.bar))
        self.page.show()
        _wait(lambda: not self.page.tools.isHidden())
        self.page.tools.buttons["brush"].click()
        _wait(lambda: self.control.target is not None)

    @property
    def target(self) -> PredictionTarget:
        """What is corrected."""
        target = self.control.target
        if not isinstance(target, PredictionTarget):
            raise TypeError("no session was opened")
        return target

    def look_at(self, col: float, row: float, screen_px: float) -> None:
        """Show a place so that a pixel has a number of the screen's pixels, and wait until it is drawn."""
        centre = self.target.pixel_map().point_of((col, row))
        self.canvas.zoomByFactor(PIXEL_M / screen_px / self.canvas.mapUnitsPerPixel())
        self.canvas.setCenter(centre)
        self.redraw(self.canvas.refresh)

    def redraw(self, act: Callable[[], object]) -> float:
        """Do something that changes the map, and give the seconds until it has been drawn."""
        drawn: list[bool] = []
        note = lambda: drawn.append(True)  # noqa: E731
        self.canvas.mapCanvasRefreshed.connect(note)
        begin = time.perf_counter()
        act()
        _wait(lambda: bool(drawn))
        self.canvas.viewport().repaint()
        seconds = time.perf_counter() - begin
        self.canvas.mapCanvasRefreshed.disconnect(note)
        return seconds

    def mouse(
        self, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton = _NONE, held: Qt.MouseButton = _NONE
    ) -> float:
        """Send a mouse event and paint what it has changed; give the seconds of both."""
        begin = time.perf_counter()
        QgsApplication.sendEvent(
            self.canvas.viewport(), QMouseEvent(kind, QPointF(x, y), button, held, Qt.KeyboardModifier.NoModifier)
        )
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers)
        return time.perf_counter() - begin

    def stroke(self, way: Sequence[tuple[float, float]]) -> tuple[list[float], float]:
        """Draw a stroke; give the seconds of every move, and of letting go until it is on the disk."""
        self.mouse(QEvent.Type.MouseButtonPress, *way[0], _LEFT, _LEFT)
        moves = [self.mouse(QEvent.Type.MouseMove, *place, _NONE, _LEFT) for place in way[1:]]
        begin = time.perf_counter()
        QgsApplication.sendEvent(
            self.canvas.viewport(),
            QMouseEvent(
                QEvent.Type.MouseButtonRelease, QPointF(*way[-1]), _LEFT, _NONE, Qt.KeyboardModifier.NoModifier
            ),
        )
        committed = time.perf_counter() - begin
        _settle()
        return moves, committed


def main() -> None:
    """Make the prediction, measure, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=30_000, help="of the prediction in pixels")
    parser.add_argument("--strokes", type=int, default=30, help="of each kind")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as work:
        folder = Path(work)
        in_a_process(make_prediction, folder / "map.tif", given.side)  # its memory isn't counted
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        application = QgsApplication([], True, str(folder / "settings"))
        application.initQgis()
        WORK_FOLDER.set_value(str(folder / "results"))
        layer = QgsRasterLayer(str(folder / "map.tif"), "classes")
        layer.setRenderer(class_renderer(layer, LEGEND, ("background",)))
        layer.setCustomProperty(MODEL_PROPERTY, "bench.safetensors")
        plain = look_only(layer)
        before, own = _memory_mb(), _memory_mb("RssAnon")
        bench = Bench(layer)
        print(f"{given.side}² px, canvas of {_SIZE[0]}×{_SIZE[1]} px, {os.cpu_count()} cores; ms\n")
        print("| what | n | p50 | p95 | max |\n|---|---|---|---|---|")
        measure(bench, given.side, given.strokes)
        grown = _memory_mb() - before
        _settle(3.0)
        rested, of_its_own = _memory_mb() - before, _memory_mb("RssAnon") - own
        print(
            f"\nmemory: {grown:+.0f} MB, {rested:+.0f} MB when the hand rests, {of_its_own:+.0f} MB of these "
            f"without pages of files; "
            f"session {_size_kb(folder, 'gpkg')} kB, overlay {_size_kb(folder, 'overlay.tif')} kB "
            f"for {bench.target.session.undo_count} corrections"
        )
        bench.control.shutdown()
        plain.deleteLater()
        QgsProject.instance().clear()
    sys.stdout.flush()
    os._exit(0)  # QGIS's own end takes seconds and measures nothing


def measure(bench: Bench, side: int, strokes: int) -> None:
    """Measure brushes at three scales, regions, similar pixels, a large polygon, and undo."""
    rng = np.random.default_rng(1)
    middle = side / 2
    for size, screen in ((9, 1.0), (9, 6.0), (200, 1.0), (2000, 0.4), (2000, 1.0)):
        bench.control.tools.take("brush")
        bench.page.choice.take_class(3)
        bench.page.choice.set_size(size)
        moves: list[float] = []
        commits: list[float] = []
        bench.look_at(middle + 37, middle + 11, screen)
        for _ in range(strokes if size < 2000 else max(3, strokes // 5)):
            more, committed = bench.stroke(wander(rng))
            moves += more
            commits.append(committed)
        row(f"move → seen, brush {size} px, {screen:g} screen px a pixel", moves)
        row("  let go → on the disk", commits)
    _wait(lambda: bench.target.regions is not None, 900.0)
    bench.control.tools.take("region")
    for screen in (1.0, 0.1):
        bench.look_at(middle, middle, screen)
        places = rng.uniform((50, 50), (_SIZE[0] - 50, _SIZE[1] - 50), (60, 2))
        moves = [bench.mouse(QEvent.Type.MouseMove, *place) for place in places]
        row(f"hover → region outlined, {screen:g} screen px a pixel", moves)
    bench.look_at(middle, middle, 1.0)
    bench.control.tools.take("similar")
    _wait(lambda: bench.control.tools.desk.beneath.picture() is not None)
    row("hover → similar pixels outlined", [bench.mouse(QEvent.Type.MouseMove, *place) for place in places])
    polygon(bench, side)
    undo(bench, strokes)


def polygon(bench: Bench, side: int) -> None:
    """Reclassify 64 megapixels by a polygon, and wait until they are seen."""
    if side < 9000:
        return
    bench.look_at(side / 2, side / 2, 900 / 9000)
    bench.control.tools.take("polygon")
    bench.page.choice.take_class(2)
    for corner in ((400, 100), (1200, 100), (1200, 900), (400, 900)):
        bench.mouse(QEvent.Type.MouseButtonPress, *corner, _LEFT, _LEFT)
        bench.mouse(QEvent.Type.MouseButtonRelease, *corner, _LEFT)
    place = QPointF(1200, 900)
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.RightButton, _NONE, Qt.KeyboardModifier.NoModifier
    )
    seen = bench.redraw(lambda: QgsApplication.sendEvent(bench.canvas.viewport(), release))
    row("polygon of 64 Mpx → on the screen", [seen])


def undo(bench: Bench, steps: int) -> None:
    """Take steps back and do them again."""
    for name, act in (("undo", bench.control.undo), ("redo", bench.control.redo)):
        times = []
        for _ in range(steps):
            begin = time.perf_counter()
            act()
            times.append(time.perf_counter() - begin)
            _settle()
        row(f"{name} → on the disk", times)


def wander(rng: np.random.Generator, moves: int = 40) -> list[tuple[float, float]]:
    """Give a way over the canvas as a hand goes it."""
    start = rng.uniform((300, 200), (1300, 800))
    ways = np.cumsum(np.concatenate([start[None], rng.normal(0, 12, (moves, 2)) + rng.normal(0, 6, 2)]), axis=0)
    return [(float(x), float(y)) for x, y in np.clip(ways, 1, np.array(_SIZE) - 2)]


def row(what: str, seconds: Sequence[float]) -> None:
    """Print a row of milliseconds."""
    times = 1000 * np.asarray(seconds)
    p50, p95 = np.percentile(times, (50, 95))
    print(f"| {what} | {len(times)} | {p50:.1f} | {p95:.1f} | {times.max():.1f} |", flush=True)


def look_only(layer: QgsRasterLayer) -> QgsMapCanvas:
    """Show the prediction on a canvas and zoom in, as QGIS does before anyone corrects: that memory isn't ours."""
    canvas = QgsMapCanvas()
    canvas.resize(*_SIZE)
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.show()
    canvas.setExtent(layer.extent())
    _settle(1.0)
    canvas.zoomByFactor(0.1)
    _settle(1.0)
    canvas.setLayers([])
    canvas.hide()
    return canvas


def _settle(seconds: float = 0.15) -> None:
    """Let the canvas draw what has been corrected before the next measure."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def _wait(is_so: Callable[[], bool], longest_s: float = _LONGEST_S) -> None:
    until = time.monotonic() + longest_s
    while not is_so():
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > until:
            raise SystemExit(f"Waited {longest_s:.0f} s in vain.")


def _memory_mb(which: str = "VmRSS") -> float:
    text = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(text.partition(f"{which}:")[2].split()[0]) / 1024


def _size_kb(folder: Path, ending: str) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.glob(f"*.{ending}")) // 1000


if __name__ == "__main__":
    main()
