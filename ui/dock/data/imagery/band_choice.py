"""The bands: a button with their names that opens the list of all, to check and to drag into order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from .....core.errors import BadInputError
from ....band_numbers import bands_text, numbers_text, read_numbers
from ....layers.imagery import Band, Imagery, usual_bands
from ....layers.imagery_stack import BandPlace
from ....texts import as_plain, error_text, tr
from ....widgets.page import wrapped_label
from .band_list import BandList, place_of

_FEW = 6
"""So few bands need no filter and no numbers."""


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
        self._numbers: dict[BandPlace, int] = {}
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
        menu.aboutToShow.connect(self._on_open)
        menu.aboutToHide.connect(self._show)
        self.setMenu(menu)
        self.list.edited.connect(self._on_edited)

    def chosen(self) -> tuple[BandPlace, ...]:
        """Give the chosen bands by layer and number, in order."""
        return tuple(key for key in map(place_of, self._bands) if key not in self._left_out)

    @property
    def takes_all(self) -> bool:
        """Whether every band is taken, in the layers' order."""
        return self._left_out == _alphas(self._available) and tuple(self._bands) == self._available

    def set_chosen(self, chosen: Sequence[BandPlace]) -> None:
        """Choose bands, such as those kept in a project, among those that there are; none takes all."""
        known = {place_of(band) for band in self._available}
        order = {key: number for number, key in enumerate(chosen) if key in known}
        self._bands = sorted(self._available, key=lambda band: order.get(place_of(band), len(order)))
        self._left_out = known - set(order) if order else _alphas(self._available)
        self._show()

    def show_imagery(self, imagery: Optional[Imagery]) -> None:
        """Offer an imagery's bands, keeping order and choice of those that were there before."""
        available = imagery.available if imagery is not None else ()
        self._available = available
        self._numbers = {place_of(band): number for number, band in enumerate(available, start=1)}
        by_place = {place_of(band): band for band in available}
        known = [key for key in map(place_of, self._bands) if key in by_place]
        self._left_out = self._left_out & set(by_place) | (_alphas(available) - set(known))
        if len(self._left_out) == len(by_place):
            self._left_out = _alphas(available)
        self._bands = [by_place[key] for key in [*known, *(key for key in by_place if key not in known)]]
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the names to the room there is."""
        super().resizeEvent(event)
        self._write()

    def sizeHint(self) -> QSize:
        """Give a width that doesn't hang on the names."""
        return QSize(120, super().sizeHint().height())

    def _panel(self) -> QWidget:
        panel = _Panel()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(4, 4, 4, 4)
        self.range, self.search = _Numbers(), QLineEdit()
        self.range.setPlaceholderText(tr("Numbers, such as 1-60, 75"))
        self.range.setToolTip(tr("The bands to use by number, in this order; Return takes them"))
        self.search.setPlaceholderText(tr("Show only…"))
        self.search.setToolTip(tr("Show only bands with this in their name, number or wavelength"))
        self.search.setClearButtonEnabled(True)
        self.trouble = wrapped_label()
        self.trouble.hide()
        self.range.returnPressed.connect(self._on_range)
        self.search.textChanged.connect(self.list.filter)
        for widget in (self.range, self.trouble, self.search, self.list):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        return panel

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.up, self.down, self.all, self.none, self.sort = (QToolButton() for _ in range(5))
        for button, icon, tip in (
            (self.up, "/mActionArrowUp.svg", tr("Move the band up (Ctrl+Up)")),
            (self.down, "/mActionArrowDown.svg", tr("Move the band down (Ctrl+Down)")),
        ):
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolTip(tip)
            line.addWidget(button)
        self.up.clicked.connect(lambda: self.list.move_current(-1))
        self.down.clicked.connect(lambda: self.list.move_current(1))
        for button, text, tip, act in (
            (self.sort, tr("By wavelength"), tr("Put the bands into the order of their wavelengths"), self._on_sort),
            (self.none, tr("None"), tr("Check none of the bands that are shown, to choose a few then"), self._on_none),
            (self.all, tr("All"), tr("Take every band in the order in which the layers have them"), self._on_all),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.clicked.connect(act)
        line.addStretch(1)
        for button in (self.sort, self.none, self.all):
            line.addWidget(button)
        return line

    def _on_open(self) -> None:
        many = len(self._available) > _FEW
        self.search.clear()
        for widget in (self.range, self.search):
            widget.setVisible(many)
        self.sort.setVisible(sum(1 for band in self._available if band.wavelength_nm) > 1)
        self._write_numbers()
        self.list.setFocus()

    def _on_all(self) -> None:
        self.search.clear()
        self._take(list(self._available), _alphas(self._available))

    def _on_none(self) -> None:
        self.list.check_all(on=False)

    def _on_sort(self) -> None:
        bands = sorted(self._bands, key=lambda band: band.wavelength_nm or float("inf"))
        self._take(bands, self._left_out)

    def _on_range(self) -> None:
        try:
            numbers = read_numbers(self.range.text(), len(self._available))
        except BadInputError as error:
            self.trouble.setText(error_text(error))
            self.trouble.show()
            return
        chosen = [self._available[number - 1] for number in numbers]
        others = [band for band in self._available if band not in chosen]
        self._take([*chosen, *others], {place_of(band) for band in others})

    def _on_edited(self) -> None:
        bands, checked = self.list.bands()
        if not checked:  # the ones before stay until another one is checked: without any there is nothing to learn from
            self.trouble.setText(tr("Check at least one band; until then those before stay."))
            self.trouble.show()
            return
        self._take(bands, {place_of(band) for band in bands} - set(checked))

    def _take(self, bands: list[Band], left_out: set[BandPlace]) -> None:
        self._bands, self._left_out = bands, left_out
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.list.show_bands(self._bands, self._left_out, self._numbers)
        self._write()
        self._write_numbers()

    def _write_numbers(self) -> None:
        self.trouble.hide()
        self.range.setText(numbers_text([self._numbers[key] for key in self.chosen()]))

    def _write(self) -> None:
        chosen = set(self.chosen())
        names = [band.name for band in self._bands if place_of(band) in chosen]
        room, whole = max(40, self.width() - 26), " · ".join(names)
        if len(names) > _FEW and self.fontMetrics().horizontalAdvance(whole) > room:
            whole = bands_text(names)
        self.setText(self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleName(tr("Bands: {bands}", bands=whole))
        tip = tr("The bands to learn from and to map with, in order. Open the list to leave some out or to drag them.")
        self.setToolTip(as_plain(f"{whole}\n\n{tip}" if whole else tip))
        self.setEnabled(bool(self._bands))


def _alphas(bands: Sequence[Band]) -> set[BandPlace]:
    """Give the bands that are left out until they are chosen; no more than leaves others."""
    return {place_of(band) for band in bands} - {place_of(band) for band in usual_bands(bands)}


class _Panel(QWidget):
    """What the menu shows; keeps it open when Return is pressed in a field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return, which a field passes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)


class _Numbers(QLineEdit):
    """A field whose text is replaced by what is typed, until something was typed."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all of what the field showed by itself."""
        super().mouseReleaseEvent(event)
        if not self.isModified() and not self.hasSelectedText():
            self.selectAll()
