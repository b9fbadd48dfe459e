"""The button that opens a sample scene; its arrow offers those of other subjects."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from ...core.sample.jobs import SCENES, USUAL_SCENE
from ..texts import tr


class SampleButton(QToolButton):
    """Asks for a sample scene: a click for the usual one, the menu for any; `requested` brings its kind."""

    requested = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setText(tr("Open the sample"))
        self.setToolTip(
            tr("Make a small scene with polygons and add it to this project; the arrow offers other subjects")
        )
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        for kind, scene in SCENES.items():
            action = menu.addAction(tr(scene.title))
            action.triggered.connect(lambda _on=False, kind=kind: self.requested.emit(kind))
        self.setMenu(menu)
        self.clicked.connect(lambda: self.requested.emit(USUAL_SCENE))
