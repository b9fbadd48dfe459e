"""The list of bands: to check, to drag into order, to move by keys, to filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QListWidget, QListWidgetItem, QWidget

from ....layers.imagery import Band
from ....layers.imagery_stack import BandPlace
from ....texts import number_text, tr

_MOST_ROWS = 12
_FEW = 12
"""Fewer bands than these are told apart without their numbers."""


class BandList(QListWidget):
    """All bands with check boxes; `edited` when others are checked, or in another order.

    They can be dragged, or moved with Ctrl and the arrow keys. Shift and a click checks all up to the one before; Space
    checks all that are selected.
    """

    edited = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shown: list[Band] = []
        self._filter = ""
        self._last: Optional[QListWidgetItem] = None
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setToolTip(
            tr(
                "Check the bands to use; Shift and a click, or Space, checks several. Drag them, or press Ctrl and an "
                "arrow key, to change their order."
            )
        )
        self.setMinimumWidth(230)
        self.itemChanged.connect(self._on_changed)
        self.model().rowsMoved.connect(lambda *_: self.edited.emit())

    def show_bands(self, bands: Sequence[Band], left_out: set[BandPlace], numbers: dict[BandPlace, int]) -> None:
        """Show bands, those not left out checked; the same bands in the same order stay where they are.

        Args:
            bands: All of them in order.
            left_out: Those that aren't checked.
            numbers: Their numbers in the layers' order, from 1.
        """
        self.blockSignals(True)
        if list(bands) != self._shown_in_order():
            self._rebuild(bands, numbers)
        for row, band in enumerate(bands):
            self.item(row).setCheckState(
                Qt.CheckState.Unchecked if place_of(band) in left_out else Qt.CheckState.Checked
            )
        self.blockSignals(False)
        self.viewport().update()

    def bands(self) -> tuple[list[Band], list[BandPlace]]:
        """Give all bands in order, and the places of those that are checked."""
        bands = self._shown_in_order()
        states = [self.item(row).checkState() for row in range(self.count())]
        return bands, [place_of(band) for state, band in zip(states, bands) if state == Qt.CheckState.Checked]

    def filter(self, text: str) -> None:
        """Show only bands that have a text in what is written of them."""
        self._filter = text.strip().casefold()
        for row in range(self.count()):
            self.item(row).setHidden(self._filter not in self.item(row).text().casefold())

    def check_all(self, *, on: bool) -> None:
        """Check all that the filter shows, or none of them."""
        self._set([item for item in self._items() if not item.isHidden()], on=on)
        self.edited.emit()

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
        """Move the band with Ctrl and an arrow key; check all that are selected with Space."""
        if _is_move(event):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            on = self.currentItem().checkState() != Qt.CheckState.Checked
            self._set([*self.selectedItems(), self.currentItem()], on=on)
            self.edited.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the menu around from taking the keys that move a band."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_move(event):
            event.accept()
            return True
        return bool(super().event(event))

    def _on_changed(self, item: QListWidgetItem) -> None:
        """Take a click on a check box; with Shift all between it and the one before follow it."""
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and self._last is not None and self.row(self._last) >= 0:
            first, last = sorted((self.row(self._last), self.row(item)))
            between = [self.item(row) for row in range(first, last + 1) if not self.item(row).isHidden()]
            self._set(between, on=item.checkState() == Qt.CheckState.Checked)
        self._last = item
        self.edited.emit()

    def _set(self, items: Sequence[QListWidgetItem], *, on: bool) -> None:
        self.blockSignals(True)
        for item in items:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _shown_in_order(self) -> list[Band]:
        return [self._shown[item.data(Qt.ItemDataRole.UserRole)] for item in self._items()]

    def _rebuild(self, bands: Sequence[Band], numbers: dict[BandPlace, int]) -> None:
        current = self.currentItem().text() if self.currentItem() is not None else ""
        self._last = None
        self.clear()
        self._shown = list(bands)
        for number, band in enumerate(bands):
            item = QListWidgetItem(_text(band, numbers[place_of(band)], is_one_of_many=len(bands) > _FEW))
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(item)
            if item.text() == current:
                self.setCurrentItem(item)
        row = self.sizeHintForRow(0) if bands else 20
        self.setFixedHeight(min(max(2, len(bands)), _MOST_ROWS) * row + 2 * self.frameWidth() + 4)
        self.filter(self._filter)


def place_of(band: Band) -> BandPlace:
    """Give a band's layer and number there."""
    return band.layer_id, band.number


def _text(band: Band, number: int, *, is_one_of_many: bool) -> str:
    """Write a band with its number, where that helps, and its wavelength, where neither is in its name."""
    parts = [band.name]
    if is_one_of_many and str(number) not in band.name.split():
        parts.insert(0, str(number))
    if band.wavelength_nm:
        length = number_text(band.wavelength_nm, 0 if band.wavelength_nm >= 1000 else 1)
        if not any(f"{band.wavelength_nm / unit:g}" in band.name for unit in (1, 1000)):
            parts.append(tr("{n} nm", n=length))
    return " · ".join(parts)


def _is_move(event: Any) -> bool:
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return event.key() in keys and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
