"""The list of corrections: filter, go to one on the map, take one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QMenu,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ....core.correction.correction import Correction
from ...texts import tr
from ...widgets.class_button import colour_icon
from .class_buttons import Entry
from .corrections_model import AREA, CLASS, TOOL, WHEN, CorrectionsModel

_HOURS = {"": None, "hour": 1, "day": 24, "week": 24 * 7}
_ROOM_FOR_TOOL, _WIDEST = 380, 110


@dataclass(frozen=True)
class ListFilter:
    """Which corrections are listed: of one class (None: all), of one user (empty: all), of the last hours."""

    class_id: Optional[int] = None
    user: str = ""
    hours: Optional[int] = None


class CorrectionList(QWidget):
    """`filtered` tells that others are to be listed, `show_on_map`, `revert` and `noted` which one is meant."""

    filtered = pyqtSignal()
    show_on_map = pyqtSignal(object)
    revert = pyqtSignal(object)
    noted = pyqtSignal(object, str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.model = CorrectionsModel(self)
        self._build()
        self.of_class.currentIndexChanged.connect(lambda _index: self.filtered.emit())
        self.of_user.currentIndexChanged.connect(lambda _index: self.filtered.emit())
        self.since.currentIndexChanged.connect(lambda _index: self.filtered.emit())
        self.view.activated.connect(self._on_activated)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(lambda *_places: self._update())
        self.model.modelReset.connect(self._update)
        self.zoom.clicked.connect(self._on_zoom)
        self.take_back.clicked.connect(self._on_revert)
        self._update()

    @property
    def filter(self) -> ListFilter:
        """Which corrections are wanted."""
        return ListFilter(
            self.of_class.currentData(), self.of_user.currentData() or "", _HOURS[self.since.currentData()]
        )

    @property
    def current(self) -> Optional[Correction]:
        """The correction that is chosen."""
        return self.model.row_at(self.view.currentIndex().row())

    def show_choices(self, classes: Sequence[Entry], users: Sequence[str]) -> None:
        """Offer classes and users to filter by; the same ones again change nothing."""
        _offer(self.of_class, [(tr("any class"), None, None), *((name, i, colour) for i, name, colour in classes),
                               (tr("as predicted"), 0, None)])  # fmt: skip
        _offer(self.of_user, [(tr("anybody"), "", None), *((user, user, None) for user in users)])
        self.of_user.setVisible(len(users) > 1)

    def step(self, rows: int) -> None:
        """Go to the next correction of the list, or the one before, and show it on the map."""
        if not self.model.rowCount():
            return
        now = self.view.currentIndex()
        row = now.row() + rows if now.isValid() else (0 if rows > 0 else self.model.rowCount() - 1)
        row = min(max(row, 0), self.model.rowCount() - 1)
        self.view.setCurrentIndex(self.model.index(row, 0))
        self._on_zoom()

    def _build(self) -> None:
        self.of_class, self.of_user, self.since = QComboBox(), QComboBox(), QComboBox()
        self.of_class.setToolTip(tr("List only what became this class"))
        self.of_user.setToolTip(tr("List only what this analyst corrected"))
        self.since.setToolTip(tr("List only what was corrected lately"))
        for text, name in ((tr("any time"), ""), (tr("last hour"), "hour"), (tr("last day"), "day"),
                           (tr("last week"), "week")):  # fmt: skip
            self.since.addItem(text, name)
        _offer(self.of_class, [(tr("any class"), None, None)])
        _offer(self.of_user, [(tr("anybody"), "", None)])
        self.zoom, self.take_back = QToolButton(), QToolButton()
        self.zoom.setIcon(QgsApplication.getThemeIcon("/mActionZoomToSelected.svg"))
        self.zoom.setToolTip(tr("Show the chosen correction on the map; so do Return and a double click"))
        self.take_back.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self.take_back.setToolTip(tr("Revert the chosen correction alone, where later ones don’t touch its pixels"))
        line = QHBoxLayout()
        line.setSpacing(4)
        for box in (self.of_class, self.of_user, self.since):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            line.addWidget(box, 1)
        for button in (self.zoom, self.take_back):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._build_view())

    def _build_view(self) -> QTreeView:
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setToolTip(tr("Every correction, the newest first; what was undone is crossed out"))
        self.view.setMinimumHeight(110)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setMaximumSectionSize(_WIDEST)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        for column in (AREA, TOOL, WHEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return self.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the tool where the classes' names would have no room."""
        super().resizeEvent(event)
        self.view.setColumnHidden(TOOL, self.width() < _ROOM_FOR_TOOL)

    def _update(self) -> None:
        row = self.current
        self.zoom.setEnabled(row is not None)
        self.take_back.setEnabled(row is not None and not row.undone)

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_zoom()

    def _on_zoom(self) -> None:
        if self.current is not None:
            self.show_on_map.emit(self.current)

    def _on_revert(self) -> None:
        if self.current is not None:
            self.revert.emit(self.current)

    def _show_menu(self, at: QPoint) -> None:
        row = self.current
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.zoom.icon(), tr("Show on the map"), self._on_zoom)
        revert = menu.addAction(self.take_back.icon(), tr("Revert this one"), self._on_revert)
        revert.setEnabled(not row.undone)
        menu.addAction(tr("Note…"), lambda: self._ask_note(row))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _ask_note(self, row: Correction) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Note on a correction"))
        dialog.setLabelText(tr("What is to be remembered of it"))
        dialog.setTextValue(row.note)
        dialog.textValueSelected.connect(lambda text: self.noted.emit(row, text))
        dialog.open()


def _offer(box: QComboBox, entries: Sequence[tuple[str, object, Optional[QColor]]]) -> None:
    """Fill a box, keeping what is chosen; what it offers already changes nothing."""
    offered = [(box.itemText(index), box.itemData(index)) for index in range(box.count())]
    if offered == [(text, value) for text, value, _colour in entries]:
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value, colour in entries:
        box.addItem(text, value)
        if colour is not None:
            box.setItemIcon(box.count() - 1, colour_icon(colour.name()))
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.blockSignals(False)
