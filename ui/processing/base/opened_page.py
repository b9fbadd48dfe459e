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


def page_to_open(algorithm: QgsProcessingAlgorithm, inputs: Inputs, outputs: Mapping[str, Any]) -> str:
    """Give the page that was written, where it is to be opened; empty else."""
    wanted = algorithm.parameterDefinition(OPEN_PAGE) is not None and inputs.flag(OPEN_PAGE)
    return str(outputs.get(PAGE) or "") if wanted else ""


def open_page(page: str) -> None:
    """Open a page in the browser; on the main thread."""
    if page and isinstance(QGuiApplication.instance(), QGuiApplication):
        QDesktopServices.openUrl(QUrl.fromLocalFile(page))
