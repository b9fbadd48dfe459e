"""Correction by hand, inside QGIS: predict, correct with every tool, undo; go on in a later start, and apply."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from opening import opened_dock
from robot import Robot, Step

_TOOLS = ("brush", "polygon", "freehand", "rectangle", "region", "similar", "becomes", "take", "restore")
_PAUSE = 0.7


def correct(robot: Robot) -> Generator[Step, None, None]:
    """Go through the tools; with the fact `again`, go on with what an earlier start has left."""
    dock = yield from opened_dock(robot, 360)
    yield 0.5
    if robot.facts.get("again"):
        yield from go_on(robot, dock)
        return
    yield from predict(robot, dock)
    robot.press("alt+4", window=robot.window)
    dock.tabs.setCurrentWidget(dock.correct_page)
    yield lambda: not dock.correct_page.tools.isHidden()
    yield 0.5
    robot.shoot("correct-start")
    yield from use_tools(robot, dock)
    yield from undo(robot, dock)
    QgsProject.instance().write(str(robot.facts["project"]))
    robot.told["corrections"] = dock.correcting.target.session.progress.corrections
    robot.told["undo"] = dock.correcting.target.session.undo_count


def predict(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Load the imagery, and predict what the canvas shows with each of the models."""
    imagery = QgsRasterLayer(str(Path(robot.facts["sample"]) / "image.tif"), "valley_2026")
    imagery.renderer().setRedBand(3)
    imagery.renderer().setBlueBand(1)
    QgsProject.instance().addMapLayer(imagery)
    yield 1.0
    robot.iface.mapCanvas().setExtent(imagery.extent())
    robot.iface.mapCanvas().refresh()
    yield 1.0
    dock.tabs.setCurrentWidget(dock.predict_page)
    models = dock.predict_page.models
    yield lambda: models.topLevelItemCount() == int(robot.facts["models"])
    for place in range(models.topLevelItemCount()):
        models.topLevelItem(place).setCheckState(0, Qt.CheckState.Checked)
    yield dock.predict_page.predict.isEnabled
    robot.click(dock.predict_page.predict)
    count = int(robot.facts["models"])
    yield lambda: len(predictions()) == count and not dock.prediction.is_running
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        below = node.layer() in predictions() and node.layer() is not root.layerOrder()[0]
        node.setItemVisibilityChecked(not below)
    canvas = robot.iface.mapCanvas()
    box = canvas.extent()
    box.scale(0.45)
    canvas.setExtent(box)
    canvas.refresh()
    yield 2.0


def use_tools(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Correct something with every tool, by mouse, and take a picture of what is in hand."""
    canvas, page = robot.iface.mapCanvas(), dock.correct_page
    middle = canvas.rect().center()

    def spots(*places: tuple[int, int]) -> list[QPoint]:
        return [middle + QPoint(x, y) for x, y in places]

    yield from take(robot, page, "brush", 2)
    page.size.setValue(14)
    yield from robot.drag(
        canvas, spots((-180, -90), (-140, -60), (-90, -70), (-40, -20)), pause=lambda: robot.shoot("correct-brush")
    )
    yield from counted(robot, dock, 1)
    yield from take(robot, page, "polygon", 2)
    yield from outline(robot, spots((20, -160), (120, -150), (110, -60), (30, -50)), "correct-polygon")
    yield from counted(robot, dock, 2)
    yield from take(robot, page, "becomes", 1)
    yield from outline(robot, spots((60, -110), (200, -160), (230, -20), (40, -20)), "correct-becomes")
    yield from counted(robot, dock, 3)
    yield from take(robot, page, "freehand", 2)
    yield from robot.drag(canvas, spots((-200, 60), (-150, 40), (-110, 80), (-140, 120), (-190, 110)))
    yield from counted(robot, dock, 4)
    yield from take(robot, page, "rectangle", 1)
    yield from robot.drag(canvas, spots((-60, 60), (0, 110)), pause=lambda: robot.shoot("correct-rectangle"))
    yield from counted(robot, dock, 5)
    yield from pick(robot, dock)
    yield from wand(robot, dock, spots((150, 60))[0])
    for number, name in ((8, "take"), (9, "restore")):
        yield from take(robot, page, name, 0)
        corners = spots((-220, -170), (-60, -170), (-60, -110), (-220, -110)) if name == "take" else spots(
            (-200, -100), (-100, -100), (-100, -50), (-200, -50))  # fmt: skip
        yield from outline(robot, corners, f"correct-{name}")
        yield from counted(robot, dock, number)
    robot.shoot("correct")


def outline(robot: Robot, corners: Sequence[QPoint], picture: str) -> Generator[Step, None, None]:
    """Click corners, and finish with the right button after a picture."""
    canvas = robot.iface.mapCanvas()
    for corner in corners:
        robot.click(canvas, corner)
        yield 0.45
    robot.shoot(picture)
    robot.click(canvas, corners[-1], button=3)


def pick(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Outline a region by hovering over it, and give it another class by one click."""
    canvas, page = robot.iface.mapCanvas(), dock.correct_page
    yield from take(robot, page, "region", 1)
    yield lambda: dock.correcting.target.regions is not None
    at = wrong_region(dock, canvas)
    robot.hover(canvas, at)
    yield _PAUSE
    robot.shoot("correct-region")
    robot.click(canvas, at)
    yield from counted(robot, dock, 6)


def wand(robot: Robot, dock: Any, at: QPoint) -> Generator[Step, None, None]:
    """Take what looks alike around a place."""
    canvas, page = robot.iface.mapCanvas(), dock.correct_page
    yield from take(robot, page, "similar", 2)
    yield lambda: dock.correcting.tools.desk.beneath.picture() is not None
    robot.hover(canvas, at)
    yield _PAUSE
    robot.shoot("correct-similar")
    robot.click(canvas, at)
    yield from counted(robot, dock, 7)


def undo(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Take two steps back and do one again, by keys; look beneath the map; open the help."""
    session = dock.correcting.target.session
    done = session.undo_count
    for keys, count in (("ctrl+z", done - 1), ("ctrl+z", done - 2), ("ctrl+shift+z", done - 1)):
        robot.click(robot.iface.mapCanvas(), QPoint(30, 30), button=2)
        yield 0.4
        robot.press(keys)
        yield lambda wanted=count: session.undo_count == wanted
        yield 0.5
    robot.shoot("correct-undone")
    robot.press("s")
    yield lambda: dock.correcting.tools.desk.beneath.picture() is not None
    robot.hover(robot.iface.mapCanvas(), robot.iface.mapCanvas().rect().center())
    yield _PAUSE
    robot.shoot("correct-swipe")
    robot.press("s")
    yield _PAUSE
    robot.click(dock.correct_page.help)
    yield lambda: _window("CorrectHelp") is not None
    yield 0.6
    robot.shoot("correct-help", _window("CorrectHelp"))
    _window("CorrectHelp").close()


def go_on(robot: Robot, dock: Any) -> Generator[Step, None, None]:
    """Open the project of an earlier start, undo a step of it, and write the corrected copy."""
    QgsProject.instance().read(str(robot.facts["project"]))
    yield 1.0
    robot.iface.mapCanvas().setExtent(QgsProject.instance().mapLayersByName("valley_2026")[0].extent())
    dock.tabs.setCurrentWidget(dock.correct_page)
    yield lambda: dock.correcting.target is not None
    robot.iface.mapCanvas().refresh()
    yield 1.0
    yield lambda: not robot.iface.mapCanvas().isDrawing()
    yield 1.0
    session = dock.correcting.target.session
    robot.told["undo"] = session.undo_count
    robot.shoot("correct-again")
    if robot.facts.get("only_look"):
        return
    robot.click(dock.correct_page.undo)
    yield lambda: session.undo_count == robot.told["undo"] - 1
    yield 0.5
    robot.click(dock.correct_page.apply)
    yield lambda: _file_dialog() is not None
    yield 1.0
    robot.press("Return", window=_file_dialog())
    yield lambda: bool(copies())
    yield 2.0
    robot.shoot("correct-applied", with_messages=True)
    robot.told["copy"] = copies()[0].source()


def take(robot: Robot, page: Any, tool: str, class_number: int) -> Generator[Step, None, None]:
    """Press a tool's button, and a class's number on the map."""
    robot.click(page.tools.buttons[tool])
    yield lambda: page.tools.buttons[tool].defaultAction().isChecked()
    yield 0.3
    if class_number:
        robot.press(str(class_number))
        yield _PAUSE


def counted(robot: Robot, dock: Any, number: int) -> Generator[Step, None, None]:
    """Wait until so many steps can be undone, and the map has been drawn."""
    yield lambda: dock.correcting.target.session.undo_count == number
    robot.told.setdefault("tools", []).append(dock.correcting.tools.current.kind.name)
    yield _PAUSE


def predictions() -> list[Any]:
    """Give the layers that show predictions."""
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty("outcrop/model")]


def copies() -> list[Any]:
    """Give the layers that show corrected copies."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if Path(layer.source()).stem.endswith("_corrected")]


def wrong_region(dock: Any, canvas: QWidget) -> QPoint:
    """Find a region on the canvas, neither small nor large, to be corrected by one click."""
    target, to_map = dock.correcting.target, canvas.getCoordinateTransform()
    for y in range(60, canvas.height() - 60, 7):
        for x in range(60, canvas.width() - 60, 7):
            point = to_map.toMapCoordinates(x, y)
            if target.class_at(point) == 2:
                box = target.region_path(point).boundingRect()
                if 40 < box.width() < 160 and 30 < box.height() < 160:
                    return QPoint(x, y)
    raise AssertionError("no region of a good size is in sight")


def _window(kind: str) -> Any:
    windows: Sequence[QWidget] = QApplication.topLevelWidgets()
    return next((window for window in windows if type(window).__name__ == kind and window.isVisible()), None)


def _file_dialog() -> Any:
    dialogs = (window for window in QApplication.topLevelWidgets() if isinstance(window, QFileDialog))
    return next((dialog for dialog in dialogs if dialog.isVisible()), None)


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(correct, (1366, 768))
