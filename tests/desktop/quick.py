"""A quick round on a real desktop with the stub worker: click, train, cancel, train, predict; timed."""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import maps
from robot import Robot, Step
from ticker import Ticker


def quick(robot: Robot) -> Generator[Step, None, None]:
    """Go round."""
    yield 0.5
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield dock.isVisible
    add_layers(robot)
    yield lambda: dock.data_page.choice.ready
    yield 0.3
    robot.click(dock.data_page.next)
    yield dock.train_page.isVisible
    yield 0.3
    ticker = Ticker(robot.window)
    robot.click(dock.train_page.train)
    yield lambda: len(dock.train_page.run.curves.miou.xs) > 10
    robot.told["stalls"] = ticker.stop()
    process = dock.training._task._process
    begin = time.monotonic()
    dock.training.ended.connect(lambda *_: robot.told.setdefault("cancel_s", round(time.monotonic() - begin, 3)))
    robot.click(dock.train_page.run.cancel)
    yield lambda: not dock.training.is_running
    robot.told["worker_gone"] = process.status is not None
    os.environ["OUTCROP_STUB"] = "good"
    yield 0.2
    robot.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    yield 0.3
    robot.click(dock.train_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 0.3
    group = QgsProject.instance().layerTreeRoot().children()[0]
    robot.told["group"] = group.name()
    standing = importlib.import_module(f"{type(plugin).__module__.partition('.')[0]}.ui.help.manual")
    robot.told["manual"] = standing.manual_url(locale=QLocale("en")).toString()
    robot.told["plugin"] = str(standing.FOLDER.parents[1])
    robot.told["open"] = robot.iface.layerTreeView().isExpanded(robot.iface.layerTreeView().node2index(group))


def add_layers(robot: Robot) -> None:
    """Load a raster with two polygons of two classes over it."""
    imagery = QgsRasterLayer(str(robot.facts["image"]), "imagery")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:32654&field=kind:string", "polygons", "memory")
    for number, kind in enumerate(("dike", "snow")):
        feature = QgsFeature(polygons.fields())
        feature.setAttributes([kind])
        left = 600_000 + 300 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 4_739_700, left + 250, 4_739_950)))
        polygons.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayers([imagery, polygons])
    robot.iface.mapCanvas().setExtent(imagery.extent())


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(quick, (1366, 768))
