"""Sample tiles: image, label and prediction of a few validation tiles, of the best epoch so far, while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..texts import tr

_ROWS_SHOWN = 2
_TILES_ACROSS = 3


class SampleTiles(QLabel):
    """Shows the upper rows of a picture of tiles, as wide as there is room; a click opens all of it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._file = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Sample tiles"))
        self.setToolTip(
            tr(
                "Tiles that the model has not learned from, best epoch so far: imagery, labels, prediction. White is "
                "not labelled. Click to see all of them."
            )
        )
        self.hide()

    def show_file(self, file: str) -> None:
        """Show a picture; one that can't be read leaves the one before."""
        picture = QPixmap(file) if file and Path(file).is_file() else QPixmap()
        if not picture.isNull():
            self._picture, self._file = picture, file
            self._scale()
            self.show()

    def clear_picture(self) -> None:
        """Forget the picture of the run before."""
        self._picture, self._file = QPixmap(), ""
        self.hide()

    def sizeHint(self) -> QSize:
        """Give the size it likes."""
        return QSize(280, self.pixmap().height() if self.pixmap() is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._scale()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the whole picture."""
        self._open()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the whole picture with Space or Return."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            event.accept()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        if self._file:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._file))

    def _scale(self) -> None:
        if self._picture.isNull():
            return
        across = self._picture.width()
        rows = self._picture.copy(0, 0, across, min(self._picture.height(), _ROWS_SHOWN * across // _TILES_ACROSS))
        width = max(60, min(self.width(), 420))
        scaled = rows.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        self.setPixmap(scaled)
        self.setFixedHeight(scaled.height())
