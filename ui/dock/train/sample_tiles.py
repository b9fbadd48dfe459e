"""Sample tiles: image, label and prediction of a few validation tiles, of the best epoch so far, while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt, QUrl
from qgis.PyQt.QtGui import (
    QDesktopServices,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ...texts import tr
from ...widgets.page import flag_value

_ROWS_SHOWN, _TILES_ACROSS, _GAP_PX = 2, 3, 4
"""How the picture is laid out: a row for each tile, with a gap around each part."""
_TALLEST_PX = 90
_LETTERS = 0.6, 0.85
"""Size of a caption's letters beside the others', at least and at most."""


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
        """Set the first rows of the picture, each imagery, labels and prediction, beside each other."""
        if self._picture.isNull():
            return
        across = self._picture.width()
        high = min(self._picture.height(), max(1, (across - (_TILES_ACROSS - 1) * _GAP_PX) // _TILES_ACROSS))
        rows = max(1, min(_ROWS_SHOWN, (self._picture.height() + _GAP_PX) // (high + _GAP_PX)))
        line = QPixmap(rows * across + (rows - 1) * 3 * _GAP_PX, high)
        line.fill(Qt.GlobalColor.transparent)
        painter = QPainter(line)
        for row in range(rows):
            corner = QPoint(row * (across + 3 * _GAP_PX), 0)
            painter.drawPixmap(corner, self._picture, QRect(0, row * (high + _GAP_PX), across, high))
        painter.end()
        scaled = line.scaled(
            max(60, self.width()), _TALLEST_PX, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        captioned = self._captioned(scaled, scaled.width() / line.width(), rows, across)
        self.setPixmap(captioned)
        self.setFixedHeight(captioned.height())

    def _captioned(self, tiles: QPixmap, scale: float, rows: int, across: int) -> QPixmap:
        """Write under each part what it is, in letters as large as there is room for."""
        captions = (tr("imagery"), tr("labels"), tr("prediction"))
        part = (across - (_TILES_ACROSS - 1) * _GAP_PX) / _TILES_ACROSS
        longest = max(self.fontMetrics().horizontalAdvance(caption) for caption in captions)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * min(_LETTERS[1], max(_LETTERS[0], 0.95 * scale * part / longest)))
        metrics = QFontMetrics(font)
        captioned = QPixmap(tiles.width(), tiles.height() + metrics.height() + 2)
        captioned.fill(Qt.GlobalColor.transparent)
        painter = QPainter(captioned)
        painter.drawPixmap(0, 0, tiles)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for row in range(rows):
            for number, caption in enumerate(captions):
                left = round(scale * (row * (across + 3 * _GAP_PX) + number * (part + _GAP_PX)))
                box = QRect(left, tiles.height() + 2, round(scale * part), metrics.height())
                text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(box, flag_value(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()
        return captioned
