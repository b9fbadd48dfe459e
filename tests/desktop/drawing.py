"""Drawing by mouse and keys: polygons on the canvas with QGIS's own tool, their class typed into QGIS's own form."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget
from robot import Robot, Step


def draw_polygon(
    robot: Robot, layer: QgsVectorLayer, corners: Sequence[QPoint], kind: str
) -> Generator[Step, None, None]:
    """Draw a polygon into the layer that is being edited: a click for each corner, the right button ends it."""
    canvas, before = robot.iface.mapCanvas(), layer.featureCount()
    for corner in corners:
        robot.click(canvas, corner)
        yield 0.4
    robot.click(canvas, corners[0], button=3)
    yield lambda: _form() is not None
    yield 0.6
    robot.write(kind, _form())
    yield 0.3 + 0.08 * len(kind)
    robot.press("Return", window=_form())
    yield 0.8
    if _form() is not None:  # a class that was drawn before is offered while it is typed: the first Return took it
        robot.press("Return", window=_form())
    yield lambda: layer.featureCount() == before + 1 and _form() is None
    kinds = [feature["kind"] for feature in layer.getFeatures()]
    if kind not in kinds:
        raise AssertionError(f"typed {kind!r}, got {kinds}")
    yield 0.3


def _form() -> Optional[QWidget]:
    """Give QGIS's form that asks for the class."""
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return next((window for window in windows if window.metaObject().className() == "QgsAttributeDialog"), None)
