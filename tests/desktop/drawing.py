"""Drawing by mouse and keys: a class named or chosen in the dock, then polygons on the canvas, corner by corner."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDockWidget
from robot import Robot, Step


def draw_polygon(
    robot: Robot, dock: QDockWidget, corners: Sequence[QPoint], kind: str, click: Callable[..., None] | None = None
) -> Generator[Step, None, None]:
    """Draw a polygon of a class: a click for each corner, Return ends it; a class that isn't in hand is typed first.

    `click` clicks in the robot's place, to count.
    """
    canvas, page, click = robot.iface.mapCanvas(), dock.data_page, click or robot.click
    if dock.labelling.drawing.name != kind:
        click(page.new_class.name)
        yield 0.5
        robot.write(kind)
        yield 0.5 + 0.08 * len(kind)
        robot.press("Return")
        yield lambda: dock.labelling.drawing.name == kind
        yield 0.4
    layer = page.polygons.currentLayer()
    before = layer.featureCount()
    for corner in corners:
        click(canvas, corner)
        yield 0.4
    robot.press("Return")
    yield lambda: layer.featureCount() == before + 1
    kinds = [feature["kind"] for feature in layer.getFeatures()]
    if kind not in kinds:
        raise AssertionError(f"drew {kind!r}, got {kinds}")
    yield 0.3


def maps() -> list[QgsMapLayer]:
    """Give the maps that models have made of the imagery, those of uncertainty and probabilities too."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty("outcrop/model")]
