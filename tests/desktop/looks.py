"""A look at every state of the dock, inside QGIS, with the stub worker: long names, problems, themes."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from robot import Robot, Step

KINDS = ("pegmatite", "host rock, weathered and partly covered by moss", "snow", "scree", "river")


def looks(robot: Robot) -> Generator[Step, None, None]:
    """Go through the states."""
    prefix = str(robot.facts["prefix"])
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    yield 0.5
    plugin.action.trigger()
    yield dock.isVisible
    robot.window.resizeDocks([dock], [int(robot.facts["width"])], Qt.Orientation.Horizontal)
    yield 0.5
    for index, name in enumerate(("data", "train", "predict")):
        dock.tabs.setCurrentIndex(index)
        yield 0.3
        robot.shoot(f"{prefix}-empty-{name}", dock)
    dock.tabs.setCurrentIndex(0)
    add_layers(robot, str(robot.facts["sample"]))
    yield lambda: dock.data_page.choice.ready
    yield 0.7
    robot.shoot(f"{prefix}-data", dock)
    dock.tabs.setCurrentIndex(1)
    dock.train_page.form.settings.setCollapsed(False)
    dock.train_page.form.recipe_form.set_values({"tile_px": 256, "learning_rate": 0.0003})
    yield 0.5
    robot.shoot(f"{prefix}-settings", dock)
    dock.train_page.form.settings.setCollapsed(True)
    robot.click(dock.train_page.train)
    yield lambda: len(dock.train_page.run.curves.miou.xs) > 25
    robot.shoot(f"{prefix}-training", dock)
    robot.click(dock.train_page.run.finish)
    yield 0.1
    yield lambda: not dock.training.is_running
    yield 0.4
    robot.shoot(f"{prefix}-trained", dock)
    os.environ["OUTCROP_STUB"] = "good"
    robot.click(dock.train_page.predict)
    yield lambda: bool(QgsProject.instance().mapLayersByName("classes"))
    yield 1.0
    robot.shoot(f"{prefix}-predicted", dock)
    robot.shoot(f"{prefix}-window")
    os.environ["OUTCROP_STUB"] = "crash"
    dock.tabs.setCurrentIndex(1)
    robot.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    yield 0.7
    robot.shoot(f"{prefix}-failed")


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
ROBOT.start(looks, (1366, 768))
