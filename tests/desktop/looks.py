"""A look at every state of the dock, inside QGIS, with the stub worker: long names, problems, themes."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from robot import Robot, Step

KINDS = ("pegmatite", "host rock, weathered and partly covered by moss", "snow", "scree", "river")


def looks(robot: Robot) -> Generator[Step, None, None]:
    """Go through the states; the fact `name` begins the pictures' names, `right_to_left` turns the layout.

    The fact `size` is the window's, where it isn't a small laptop's.
    """
    name = str(robot.facts["name"])
    if robot.facts.get("right_to_left"):
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    yield 0.5
    plugin.action.trigger()
    yield dock.isVisible
    robot.window.resizeDocks([dock], [int(robot.facts["width"])], Qt.Orientation.Horizontal)
    yield 0.5
    robot.shoot(f"{name}-empty", dock)
    yield from interrupted(robot, dock, name)
    add_layers(robot, str(robot.facts["sample"]))
    yield lambda: dock.data_page.choice.ready
    yield 0.7
    robot.shoot(f"{name}-data", dock)
    yield from train(robot, dock, name)
    yield from predict(robot, dock, name)
    for index, page in ((3, "correct"), (4, "compare")):
        dock.tabs.setCurrentIndex(index)
        yield 0.7
        robot.shoot(f"{name}-{page}", dock)
    os.environ["OUTCROP_STUB"] = "crash"
    dock.tabs.setCurrentIndex(1)
    yield 0.3
    robot.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    yield 0.7
    robot.shoot(f"{name}-failed-window", with_messages=True)
    robot.shoot(f"{name}-failed", dock)


def interrupted(robot: Robot, dock: QDockWidget, name: str) -> Generator[Step, None, None]:
    """Show a run that was interrupted."""
    found = sys.modules["outcrop.core.training.runs.found_runs"]
    run = found.FoundRun(
        Path("dikes.run"), found.INTERRUPTED, datetime(2026, 11, 20, 14, 32), "dikes", "dikes.safetensors",
        "unet_improved", 7, 40, best_miou=0.61, has_best=True,
    )  # fmt: skip
    dock.tabs.setCurrentIndex(1)
    dock.train_page.show_runs([run])
    yield 0.4
    robot.shoot(f"{name}-interrupted", dock)
    dock.train_page.show_runs([])
    dock.tabs.setCurrentIndex(0)


def train(robot: Robot, dock: QDockWidget, name: str) -> Generator[Step, None, None]:
    """Show the settings, a training, and its end."""
    dock.tabs.setCurrentIndex(1)
    yield 0.3
    robot.shoot(f"{name}-train", dock)
    dock.train_page.form.settings.setCollapsed(False)
    dock.train_page.form.recipe_form.set_values({"tile_px": 256, "learning_rate": 0.0003})
    yield 0.5
    robot.shoot(f"{name}-settings", dock)
    dock.train_page.form.settings.setCollapsed(True)
    yield 0.3
    robot.click(dock.train_page.train)
    yield lambda: len(dock.train_page.run.curves.miou.xs) > 25
    robot.shoot(f"{name}-training", dock)
    for page in (2, 1):
        dock.tabs.setCurrentIndex(page)
        yield 0.5
        if page == 2:
            robot.shoot(f"{name}-elsewhere", dock)
    robot.click(dock.train_page.run.finish)
    yield lambda: not dock.training.is_running
    yield 0.4
    robot.shoot(f"{name}-trained", dock)


def predict(robot: Robot, dock: QDockWidget, name: str) -> Generator[Step, None, None]:
    """Show the list of models, and a prediction in the whole window."""
    os.environ["OUTCROP_STUB"] = "good"
    robot.click(dock.train_page.predict)
    yield lambda: dock.tabs.currentWidget() is dock.predict_page
    yield lambda: bool(QgsProject.instance().mapLayers()) and not dock.prediction.is_running
    yield 1.0
    robot.shoot(f"{name}-predicted", dock)
    robot.shoot(f"{name}-window")


def add_layers(robot: Robot, sample: str) -> None:
    """Load the sample's imagery and polygons of many classes, some of them amiss."""
    imagery = QgsRasterLayer(f"{sample}/image.tif", "GF2_PMS1_E97.3_N36.9_20260714_L1A0005_pansharpened_orthorectified")
    polygons = QgsVectorLayer(
        "Polygon?crs=EPSG:32647&field=kind:string&field=note:string", "training polygons 2026, second season", "memory"
    )
    extent = imagery.extent()
    for number in range(34):
        feature = QgsFeature(polygons.fields())
        feature.setAttributes([KINDS[number % len(KINDS)] if number != 17 else None, ""])
        left = extent.xMinimum() + 40 * number - (120 if number == 0 else 0)
        bottom = extent.yMinimum() + 150 + 25 * (number % 7)
        side = 6 if KINDS[number % len(KINDS)] == "river" else 30
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, bottom, left + side, bottom + side)))
        polygons.dataProvider().addFeature(feature)
    polygons.updateExtents()
    QgsProject.instance().addMapLayers([imagery, polygons])
    robot.iface.mapCanvas().setExtent(extent)


for other in qgis.utils.iface.mainWindow().findChildren(QDockWidget):
    if other.objectName() == "Browser":
        other.hide()
ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(looks, tuple(ROBOT.facts.get("size", (1366, 768))))
