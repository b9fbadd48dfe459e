"""The very first day, inside QGIS, by mouse and keys: the sample, then data of other kinds; clicks are counted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDockWidget, QToolBar, QToolButton, QWidget

sys.path.insert(0, str(Path(os.environ["OUTCROP_DESKTOP_SCRIPTS"])))

from drawing import draw_polygon, maps
from opening import install_from_zip
from robot import Robot, Step


class Hand:
    """A robot's hand that counts its clicks."""

    def __init__(self, robot: Robot) -> None:
        self.robot, self.clicks, self.began = robot, 0, time.monotonic()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.clicks += 1
        self.robot.click(widget, at)

    def choose(self, box: QComboBox, text: str) -> Generator[Step, None, None]:
        """Open a box, type the beginning of an entry, and take it."""
        self.click(box)
        yield 0.5
        self.robot.write(text)
        yield 0.4 + 0.05 * len(text)
        self.robot.press("Return")
        yield lambda: box.currentText().startswith(text)
        yield 0.3


def first_day(robot: Robot) -> Generator[Step, None, None]:
    """Go through the day."""
    hand = Hand(robot)
    robot.told["qgis"] = Qgis.QGIS_VERSION
    if "package" in robot.facts:
        yield from install_from_zip(robot, hand.click, Path(robot.facts["package"]))
        robot.told["install_s"] = round(time.monotonic() - hand.began)
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    yield 0.5
    hand.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield lambda: dock.environment.first_steps is not None and dock.environment.first_steps.isVisible()
    robot.window.resizeDocks([dock], [int(robot.facts["width"])], Qt.Orientation.Horizontal)
    yield 0.5
    robot.shoot("0-first-steps", dock.environment.first_steps)
    if robot.facts["sets_up"]:
        yield from set_up(robot, dock, hand)
    hand.click(dock.environment.first_steps.sample)
    yield lambda: bool(dock.data_page.choice.ready)
    yield 1.0
    robot.told["sample crs"] = QgsProject.instance().crs().authid()
    robot.shoot("1-sample")
    hand.click(dock.data_page.next)
    yield dock.train_page.isVisible
    if robot.facts.get("build") != "Without":  # a network is proposed, which PyTorch foresees
        yield lambda: "this data" in dock.train_page.time_line.text()
        robot.told["foreseen"] = dock.train_page.time_line.text()
        robot.shoot("2-foreseen", dock)
    if robot.facts.get("model", "Random forest"):
        yield from hand.choose(dock.train_page.form.models, str(robot.facts.get("model", "Random forest")))
    robot.shoot("2-train", dock)
    hand.click(dock.train_page.train)
    yield lambda: not dock.training.is_running and bool(dock.train_page.run.status.text())
    robot.told["sample"] = dock.train_page.run.status.text()
    yield 0.5
    robot.shoot("3-trained", dock)
    hand.click(dock.train_page.predict)
    yield lambda: bool(maps()) and not dock.prediction.is_running
    yield 1.5
    robot.told["sample_clicks"], robot.told["map_s"] = hand.clicks, round(time.monotonic() - hand.began)
    robot.shoot("4-mapped")
    if robot.facts.get("first_map_only"):
        return
    yield from again(robot, dock, hand)
    if robot.facts["scenes"]:
        yield from polygons(robot, dock, hand)
    for name in robot.facts["scenes"]:
        yield from scene(robot, dock, hand, str(name))
    if "tiles" in robot.facts:
        yield from base_map(robot, dock, hand)


def set_up(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    """Make the environment, from the button of the first steps to the word that it is ready."""
    panel, began = dock.environment, time.monotonic()
    robot.shoot("0-no-environment", dock)
    hand.click(panel.first_steps.setup)
    yield lambda: panel.dialog is not None and panel.dialog.go.isEnabled()
    yield 0.5
    if robot.facts.get("build"):
        yield from hand.choose(panel.dialog.build, str(robot.facts["build"]))
        yield panel.dialog.go.isEnabled
    robot.shoot("0-set-up", panel.dialog)
    hand.click(panel.dialog.go)
    yield lambda: panel.keeper.is_busy
    yield 3.0
    robot.shoot("0-setting-up", dock)
    yield lambda: not panel.keeper.is_busy
    if panel.keeper.ending.sentence:
        raise AssertionError(panel.keeper.ending.sentence)
    yield 0.7
    robot.told["set_up_s"], robot.told["set_up_clicks"] = round(time.monotonic() - began), hand.clicks
    robot.told["set_up_at_s"] = round(time.monotonic() - hand.began)
    robot.shoot("0-ready", with_messages=True)
    robot.press("Escape", window=panel.dialog)
    yield lambda: not panel.dialog.isVisible()
    yield panel.first_steps.sample.isEnabled
    panel.first_steps.raise_()
    yield 0.5


def polygons(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    """Draw a dozen polygons of two classes on imagery without any, and count the clicks."""
    QgsProject.instance().clear()
    yield 0.5
    imagery = QgsRasterLayer(str(Path(robot.facts["folder"]) / "lithology.tif"), "lithology")
    QgsProject.instance().setCrs(imagery.crs())
    QgsProject.instance().addMapLayer(imagery)
    robot.iface.mapCanvas().setExtent(imagery.extent())
    yield 1.5
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(0).center())
    yield dock.data_page.isVisible
    yield 0.5
    robot.shoot("polygons-none", dock)
    before, corners = hand.clicks, 0
    hand.click(dock.data_page.new, QPoint(12, 12))
    yield lambda: dock.data_page.polygons.currentLayer() is not None
    yield 0.5
    middle = robot.iface.mapCanvas().rect().center()
    for kind, left in (("granite", -150), ("gneiss", 30)):
        for number in range(6):
            corner = middle + QPoint(left + 45 * (number % 3), -90 + 70 * (number // 3))
            triangle = [corner, corner + QPoint(35, 0), corner + QPoint(0, 45)]
            yield from draw_polygon(robot, dock, triangle, kind, hand.click)
            corners += len(triangle)
    robot.press("Escape")
    yield 0.8
    robot.told["polygon_clicks"], robot.told["polygon_corners"] = hand.clicks - before, corners
    robot.shoot("polygons-drawn")
    dock.labelling.drawing.stop()
    dock.data_page.polygons.currentLayer().commitChanges()


def ten_bands(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    """Choose ten of the bands by typing their numbers, take all again, and count the clicks."""
    bands, before = dock.data_page.bands, hand.clicks
    hand.click(bands)
    yield bands.menu().isVisible
    yield 0.5
    hand.click(bands.range)
    yield 0.4
    robot.write("1-5, 100-104", bands.menu())
    yield 1.2
    robot.shoot("bands", bands.menu())
    robot.press("Return", window=bands.menu())
    yield lambda: len(bands.chosen()) == 10
    robot.told["band_clicks"] = hand.clicks - before
    hand.click(bands.all)
    yield 0.5
    robot.press("Escape", window=bands.menu())
    yield lambda: not bands.menu().isVisible() and len(dock.data_page.choice.imagery.bands) == len(bands.chosen()) > 10
    yield 0.5


def again(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    """Train a second time, and compare."""
    before = hand.clicks
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(1).center())
    yield dock.train_page.isVisible
    yield 0.5
    hand.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    robot.told["again_clicks"] = hand.clicks - before
    yield lambda: not dock.training.is_running
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(2).center())
    yield dock.predict_page.isVisible
    yield 0.5
    bar = dock.library.bar
    hand.click(bar.widgetForAction(dock.library.actions["assessment"]))
    yield lambda: bool(dock.predict_page.models.topLevelItem(0).text(1))
    yield 0.5
    robot.told["compared"] = dock.predict_page.status.text()
    robot.shoot("5-compared", dock)


def scene(robot: Robot, dock: QDockWidget, hand: Hand, name: str) -> Generator[Step, None, None]:
    """Load imagery and polygons into a new project, train, follow what is offered, and map."""
    folder, page = Path(robot.facts["folder"]), dock.data_page
    QgsProject.instance().clear()
    yield 0.5
    imagery = QgsRasterLayer(str(folder / f"{name}.tif"), name)
    polygons = QgsVectorLayer(str(folder / f"{name}.gpkg"), f"{name} polygons", "ogr")
    QgsProject.instance().setCrs(imagery.crs())
    QgsProject.instance().addMapLayers([imagery, polygons])
    robot.iface.mapCanvas().setExtent(imagery.extent())
    yield 1.5
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(0).center())
    yield lambda: bool(page.choice.ready)
    yield 0.5
    robot.told[f"{name} field"] = page.class_field.currentField()
    if len(page.bands.chosen()) > 100:
        yield from ten_bands(robot, dock, hand)
    robot.shoot(f"{name}-data", dock)
    hand.click(page.next)
    yield dock.train_page.isVisible
    yield 0.5
    robot.told[f"{name} button"] = dock.train_page.train.text()
    robot.shoot(f"{name}-train", dock)
    yield from train(robot, dock, hand)
    offers = [one for one in dock.train_page.problem_list.findChildren(QToolButton) if one.text() == "Leave out"]
    if offers:
        robot.told[f"{name} refused"] = dock.train_page.run.status.text()
        robot.shoot(f"{name}-refused", dock)
        hand.click(offers[0])
        yield 1.0
        yield from train(robot, dock, hand)
    robot.told[name] = dock.train_page.run.status.text()
    robot.shoot(f"{name}-trained", dock)
    before = len(maps())
    hand.click(dock.train_page.predict)
    yield lambda: len(maps()) > before and not dock.prediction.is_running
    yield 1.5
    robot.shoot(f"{name}-mapped")


def base_map(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    """Learn from a base map of a server, and map what the canvas shows."""
    page, folder = dock.data_page, Path(robot.facts["folder"])
    QgsProject.instance().clear()
    yield 0.5
    tiles = QgsRasterLayer(str(robot.facts["tiles"]), "base map", "wms")
    polygons = QgsVectorLayer(str(folder / "base map.gpkg"), "base map polygons", "ogr")
    tiles.setCustomProperty("outcrop/pixel_size_m", 10.0)
    QgsProject.instance().setCrs(tiles.crs())
    QgsProject.instance().addMapLayers([tiles, polygons])
    yield 1.5
    robot.iface.mapCanvas().setExtent(polygons.extent())  # QGIS itself shows the whole world first
    yield 1.0
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(0).center())
    yield lambda: bool(page.choice.ready)
    yield 0.5
    robot.shoot("base map-data", dock)
    hand.click(page.next)
    yield dock.train_page.isVisible
    yield 0.5
    yield from train(robot, dock, hand)
    robot.told["base map"] = dock.train_page.run.status.text()
    yield lambda: dock.train_page.predict.isVisible() and dock.train_page.predict.isEnabled()
    yield 0.5
    robot.shoot("base map-trained", dock)
    before = len(maps())
    hand.click(dock.train_page.predict)
    yield lambda: len(maps()) > before and not dock.prediction.is_running
    yield 1.0
    robot.shoot("base map-mapped")
    made = len(maps())
    hand.click(robot.iface.attributesToolBar().window().findChild(QToolBar, "mMapNavToolBar").widgetForAction(
        robot.iface.actionZoomFullExtent()))  # fmt: skip
    yield 2.0
    hand.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(1).center())
    yield dock.train_page.isVisible
    yield 0.5
    hand.click(dock.train_page.predict)
    yield dock.predict_page.isVisible
    yield 1.0
    robot.told["world"] = [problem.text for problem in dock.predict_page.problem_list.problems]
    robot.told["world maps"], robot.told["world enabled"] = len(maps()) - made, dock.predict_page.predict.isEnabled()
    robot.shoot("base map-world")


def train(robot: Robot, dock: QDockWidget, hand: Hand) -> Generator[Step, None, None]:
    hand.click(dock.train_page.train)
    yield lambda: dock.training.is_running
    yield lambda: not dock.training.is_running
    yield 0.8


ROBOT = Robot(qgis.utils.iface)  # kept: QGIS keeps only this module
ROBOT.start(first_day, (1366, 768))
