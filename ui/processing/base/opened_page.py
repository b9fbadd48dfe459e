"""Opening the page that an algorithm has written, where that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication

from ...texts import tr
from .declarations import added_later, with_help
from .inputs import Inputs

PAGE, OPEN_PAGE = "PAGE", "OPEN_PAGE"


def add_opening(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the box that opens the page."""
    box = QgsProcessingParameterBoolean(OPEN_PAGE, tr("Open the report in the browser"), False)
    algorithm.addParameter(added_later(with_help(box, tr("Once it is written; only where QGIS has a window."))))


def open_if_wanted(algorithm: QgsProcessingAlgorithm, inputs: Inputs, made: Mapping[str, Any]) -> None:
    """Open the page in the browser; on the main thread."""
    if algorithm.parameterDefinition(OPEN_PAGE) is None or not inputs.flag(OPEN_PAGE) or not made.get(PAGE):
        return
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(made[PAGE])))
