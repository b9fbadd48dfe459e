"""The pages' tabs: all in sight, closer together, then without their numbers, where the dock is narrow."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QResizeEvent
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

_STYLE = "QTabBar::tab {{ padding: 4px {padding}px; }}"
_BETWEEN_PX = 4
_LOOKS = ((7, 1.0, True), (3, 0.88, True), (3, 0.88, False), (1, 0.82, False))
"""Padding, size of the letters and whether numbers are written, from the roomiest on."""


class PageTabs(QTabWidget):
    """Pages behind tabs whose texts begin with a number, “① Data”."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self._look: Optional[tuple[int, float, bool]] = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the roomiest look in which all tabs are in sight."""
        super().resizeEvent(event)
        self._arrange()

    def add_page(self, page: QWidget, text: str, tip: str) -> None:
        """Add a page; its text begins with a number and a blank."""
        index = self.addTab(page, text)
        self.tabBar().setTabData(index, text)
        self.setTabToolTip(index, tip)

    def _arrange(self) -> None:
        corner = self.cornerWidget()
        room = self.width() - (corner.sizeHint().width() if corner is not None else 0)
        fitting = [look for look in _LOOKS if self._width(look) <= room] or [_LOOKS[-1]]
        for look in fitting:
            self._take(look)
            if not self._is_cut(room):  # a theme may add to what was asked for
                return

    def _is_cut(self, room: int) -> bool:
        """Whether a tab is narrower than its text, or would be with the mark of a running training."""
        bar = self.tabBar()
        metrics, widths = QFontMetrics(bar.font()), [bar.tabRect(index).width() for index in range(bar.count())]
        texts = [metrics.horizontalAdvance(bar.tabText(index)) for index in range(bar.count())]
        return sum(widths) + self._mark_px > room or any(width < text for width, text in zip(widths, texts))

    def _take(self, look: tuple[int, float, bool]) -> None:
        if look == self._look:
            return
        self._look = look
        padding, size, numbered = look
        self.tabBar().setStyleSheet(_STYLE.format(padding=padding))  # alone: the pages would be styled anew with it
        self.tabBar().setFont(self._font(size))
        for index in range(self.count()):
            self.setTabText(index, self._text(index, numbered=numbered))

    def _width(self, look: tuple[int, float, bool]) -> int:
        """Give the width that all tabs need in a look."""
        padding, size, numbered = look
        metrics = QFontMetrics(self._font(size))
        texts = [self._text(index, numbered=numbered) for index in range(self.count())]
        return int(sum(metrics.horizontalAdvance(text) + 2 * padding + _BETWEEN_PX for text in texts) + self._mark_px)

    @property
    def _mark_px(self) -> int:
        """Room for a mark on a tab, kept free so that nothing has to be styled anew when a training begins."""
        return int(self.iconSize().width()) + _BETWEEN_PX

    def _font(self, size: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(size * font.pointSizeF())
        return font

    def _text(self, index: int, *, numbered: bool) -> str:
        text = str(self.tabBar().tabData(index) or "")
        return text if numbered else text.partition(" ")[2]
