"""The bands: a button with their names that opens the list of all, to check and to drag into order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ...layers.imagery import Band, Imagery
from ...layers.imagery_stack import BandPlace
from ...texts import tr

_MOST_ROWS = 12


class BandChoice(QToolButton):
    """Chooses bands and their order; `changed` when they are others.

    What was chosen stays as layers come and go; the bands of a new layer are added at the end, all checked.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._available: tuple[Band, ...] = ()
        self._bands: list[Band] = []
        self._left_out: set[BandPlace] = set()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setToolTip(tr("The bands to learn from, in order"))
        self.list = BandList(self)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._panel())
        menu.addAction(action)
        menu.aboutToShow.connect(self.list.setFocus)
        self.setMenu(menu)
        self.list.edited.connect(self._on_edited)

    def chosen(self) -> tuple[BandPlace, ...]:
        """Give the chosen bands by layer and number, in order."""
        return tuple(place for place in map(_place, self._bands) if place not in self._left_out)

    @property
    def takes_all(self) -> bool:
        """Whether every band is taken, in the layers' order."""
        return not self._left_out and tuple(self._bands) == self._available

    def set_chosen(self, chosen: Sequence[BandPlace]) -> None:
        """Choose bands, such as those kept in a project, among those that there are; none takes all."""
        known = {_place(band) for band in self._available}
        order = {place: number for number, place in enumerate(chosen) if place in known}
        self._bands = sorted(self._available, key=lambda band: order.get(_place(band), len(order)))
        self._left_out = known - set(order) if order else set()
        self._show()

    def show_imagery(self, imagery: Optional[Imagery]) -> None:
        """Offer an imagery's bands, keeping order and choice of those that were there before."""
        available = imagery.available if imagery is not None else ()
        self._available = available
        by_place = {_place(band): band for band in available}
        known = [place for place in map(_place, self._bands) if place in by_place]
        self._left_out &= set(by_place)
        if len(self._left_out) == len(by_place):
            self._left_out = set()
        self._bands = [by_place[place] for place in [*known, *(place for place in by_place if place not in known)]]
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the names to the room there is."""
        super().resizeEvent(event)
        self._write()

    def sizeHint(self) -> QSize:
        """Give a width that doesn't hang on the names."""
        return QSize(120, super().sizeHint().height())

    def _panel(self) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        line = QHBoxLayout()
        self.up, self.down, self.all = QToolButton(), QToolButton(), QToolButton()
        for button, icon, tip in (
            (self.up, "/mActionArrowUp.svg", tr("Move the band up (Ctrl+Up)")),
            (self.down, "/mActionArrowDown.svg", tr("Move the band down (Ctrl+Down)")),
        ):
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolTip(tip)
            line.addWidget(button)
        self.up.clicked.connect(lambda: self.list.move_current(-1))
        self.down.clicked.connect(lambda: self.list.move_current(1))
        self.all.setText(tr("All, in the file’s order"))
        self.all.setToolTip(tr("Take every band in the order in which the layers have them"))
        self.all.clicked.connect(self._on_all)
        line.addStretch(1)
        line.addWidget(self.all)
        layout.addLayout(line)
        return panel

    def _on_all(self) -> None:
        self._left_out = set()
        self._bands = list(self._available)
        self._show()
        self.changed.emit()

    def _on_edited(self) -> None:
        bands, checked = self.list.bands()
        if not checked:
            self._show()  # without any band there is nothing to learn from
            return
        self._bands, self._left_out = bands, {_place(band) for band in bands} - set(checked)
        self._write()
        self.changed.emit()

    def _show(self) -> None:
        self.list.show_bands(self._bands, self._left_out)
        self._write()

    def _write(self) -> None:
        chosen = set(self.chosen())
        names = [band.name for band in self._bands if _place(band) in chosen]
        whole = " · ".join(names)
        self.setText(self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, max(40, self.width() - 26)))
        self.setAccessibleName(tr("Bands: {bands}", bands=whole))
        tip = tr("The bands to learn from and to map with, in order. Open the list to leave some out or to drag them.")
        self.setToolTip(f"{whole}\n\n{tip}" if whole else tip)
        self.setEnabled(bool(self._bands))


class BandList(QListWidget):
    """All bands with check boxes; they can be dragged, or moved with Ctrl and the arrow keys."""

    edited = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shown: list[Band] = []
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setToolTip(tr("Check the bands to use; drag them, or press Ctrl and an arrow key, to change their order"))
        self.setMinimumWidth(230)
        self.itemChanged.connect(lambda _item: self.edited.emit())
        self.model().rowsMoved.connect(lambda *_: self.edited.emit())

    def show_bands(self, bands: Sequence[Band], left_out: set[BandPlace]) -> None:
        """Show bands, those not left out checked."""
        self.blockSignals(True)
        self.clear()
        self._shown = list(bands)
        for number, band in enumerate(bands):
            item = QListWidgetItem(band.name)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Unchecked if _place(band) in left_out else Qt.CheckState.Checked)
            self.addItem(item)
        self.blockSignals(False)
        row = self.sizeHintForRow(0) if bands else 20
        self.setFixedHeight(min(max(2, len(bands)), _MOST_ROWS) * row + 2 * self.frameWidth() + 4)

    def bands(self) -> tuple[list[Band], list[BandPlace]]:
        """Give all bands in order, and the places of those that are checked."""
        items = [self.item(row) for row in range(self.count())]
        bands = [self._shown[item.data(Qt.ItemDataRole.UserRole)] for item in items]
        checked = [_place(band) for item, band in zip(items, bands) if item.checkState() == Qt.CheckState.Checked]
        return bands, checked

    def move_current(self, by: int) -> None:
        """Move the current band up or down."""
        row = self.currentRow()
        if row < 0 or not 0 <= row + by < self.count():
            return
        self.blockSignals(True)
        item = self.takeItem(row)
        self.insertItem(row + by, item)
        self.setCurrentRow(row + by)
        self.blockSignals(False)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the band with Ctrl and an arrow key."""
        if _is_move(event):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the menu around from taking the keys that move a band."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_move(event):
            event.accept()
            return True
        return bool(super().event(event))


def _is_move(event: Any) -> bool:
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return event.key() in keys and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _place(band: Band) -> BandPlace:
    return band.layer_id, band.number
