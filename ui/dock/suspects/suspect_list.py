"""The list of suspects: zoom, keep, reclass and delete, by key and by button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...texts import as_plain, number_text, tr
from ...widgets.class_button import class_number, colour_icon
from ...widgets.page import grey_label
from .suspect import SuspectPolygon

_ROWS_SEEN = 5
_ROOM_PX = 8


class SuspectList(QWidget):
    """`asked` wants a check; the others say what is to become of the suspect that is chosen."""

    asked = pyqtSignal()
    zoomed = pyqtSignal(object)
    kept = pyqtSignal(object)
    reclassed = pyqtSignal(object, str)
    deleted = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._suspects: list[SuspectPolygon] = []
        self._classes: tuple[str, ...] = ()
        self._build()
        self.ask.clicked.connect(self.asked)
        self.list.itemActivated.connect(lambda _item: self._on_zoom())
        self.list.currentRowChanged.connect(self._on_row)
        self.list.installEventFilter(self)
        self.zoom.clicked.connect(self._on_zoom)
        self.keep.clicked.connect(lambda: self._tell(self.kept))
        self.reclass.clicked.connect(lambda: self._on_reclass(""))
        self.delete.clicked.connect(lambda: self._tell(self.deleted))
        self.show_suspects([], {})

    @property
    def current(self) -> Optional[SuspectPolygon]:
        """The suspect that is chosen."""
        row = self.list.currentRow()
        return self._suspects[row] if 0 <= row < len(self._suspects) else None

    def show_suspects(self, suspects: Sequence[SuspectPolygon], colours: Mapping[str, str]) -> None:
        """List these, with the classes that there are in their colours; the map stays until one is chosen."""
        self._suspects, self._classes = list(suspects), tuple(colours)
        self.list.blockSignals(True)
        self.list.clear()
        for one in suspects:
            item = QListWidgetItem(tr("{own} → {other}?", own=one.class_name, other=one.suggested))
            item.setIcon(colour_icon(colours.get(one.suggested, "#808080")))
            item.setToolTip(as_plain(one.text))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._fill_menu(colours)
        self._box.setVisible(bool(suspects))
        if suspects:
            height = self.list.sizeHintForRow(0) * min(len(suspects), _ROWS_SEEN) + _ROOM_PX
            self.list.setFixedHeight(height)

    def drop(self, suspect: SuspectPolygon) -> None:
        """Take one off the list, and go to the next."""
        if suspect in self._suspects:
            row = self._suspects.index(suspect)
            self._suspects.pop(row)
            self.list.takeItem(row)
        self._box.setVisible(bool(self._suspects))

    def tell(self, text: str) -> None:
        """Show a text, or none."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def set_possible(self, possible: bool) -> None:
        """Say whether there are polygons to check."""
        self.ask.setEnabled(possible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list."""
        if event.type() == QEvent.Type.KeyPress and self.current is not None and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        number = class_number(event)
        if number:
            if number <= len(self._classes):
                self._on_reclass(self._classes[number - 1])
        elif event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Z):
            self._on_zoom()
        elif event.key() == Qt.Key.Key_K:
            self._tell(self.kept)
        elif event.key() == Qt.Key.Key_R:
            self._on_reclass("")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._tell(self.deleted)
        else:
            return False
        return True

    def _build(self) -> None:
        self.ask = QPushButton(tr("Check the polygons"))
        self.ask.setToolTip(
            tr(
                "Have two kinds of model learn from the other polygons, and list those whose class both disagree with: "
                "they may have been given the wrong class"
            )
        )
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip(
            tr("The most certain first. Return zooms, K keeps, R or 1 to 9 give another class, Del deletes.")
        )
        self.zoom = _button(tr("Zoom"), tr("Show the polygon on the map (Return)"))
        self.keep = _button(tr("Keep"), tr("It is right as it is, and isn't listed again (K)"))
        self.reclass = _button(tr("Reclass"), tr("Give it the class that the models see (R), or another one (1 to 9)"))
        self.reclass.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.reclass.setMenu(QMenu(self.reclass))
        self.delete = _button(tr("Delete"), tr("Delete the polygon (Del)"))
        self.status = grey_label()
        self.status.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in (self.zoom, self.keep, self.reclass, self.delete):
            line.addWidget(button)
        line.addStretch(1)
        self._box = QWidget()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        inside.addWidget(self.list)
        inside.addLayout(line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for widget in (self.ask, self._box, self.status):
            rows.addWidget(widget)

    def _fill_menu(self, colours: Mapping[str, str]) -> None:
        menu = self.reclass.menu()
        menu.clear()
        for number, (name, colour) in enumerate(colours.items(), start=1):
            action = menu.addAction(colour_icon(colour), f"{number_text(number)}  {name}".replace("&", "&&"))
            action.triggered.connect(lambda _checked, chosen=name: self._on_reclass(chosen))

    def _on_row(self, _row: int) -> None:
        self._on_zoom()

    def _on_zoom(self) -> None:
        self._tell(self.zoomed)

    def _on_reclass(self, name: str) -> None:
        if self.current is not None:
            self.reclassed.emit(self.current, name or self.current.suggested)

    def _tell(self, signal: pyqtSignal) -> None:
        if self.current is not None:
            signal.emit(self.current)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
