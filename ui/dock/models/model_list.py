"""The list of models to predict with: check one or several; a filled dot fits the imagery, a hollow one doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...compat import QAction
from ...layers.imagery import Imagery
from ...texts import as_plain, number_text, tr
from ...widgets.page import flag_value
from .comparison import Compared
from .model_entries import ModelEntry

_NAME, _MIOU = range(2)
_ROWS = (4, 10)
"""How many rows the list has room for, at least and at most; between them it is as high as it has models."""
_NONE = Qt.KeyboardModifier.NoModifier


class ModelList(QTreeWidget):
    """Shows the models; `changed` tells when others are checked or selected."""

    changed = pyqtSignal()
    files_dropped = pyqtSignal(list)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._entries: list[ModelEntry] = []
        self._imagery: Optional[Imagery] = None
        self._wanted: set[str] = set()
        self._was_toggled = False
        self.keys: dict[Qt.Key, QAction] = {}
        self.setColumnCount(2)
        self.setHeaderLabels([tr("Model"), tr("mIoU")])
        self._compared: Optional[Compared] = None
        self._show_heading()
        self.setRootIsDecorated(False)
        self.setIconSize(QSize(12, 12))
        self.setToolTip(tr("Your model files, the newest first. All that are checked run, one after another."))
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_MIOU, QHeaderView.ResizeMode.ResizeToContents)
        self.setMinimumHeight(self._height(_ROWS[0]))
        self.setAcceptDrops(True)
        self.itemChanged.connect(self._on_toggled)
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(lambda _now, _before: self.changed.emit())

    def show_models(self, entries: Sequence[ModelEntry], imagery: Optional[Imagery], check: str = "") -> None:
        """Show model files; `check` is the one to check.

        Else what the analyst, or a training, has checked stays so, as far as it fits the imagery; it comes back with an
        imagery that it fits. Before anything was checked the newest that fits is.
        """
        if check:
            self._wanted = {check}
        self._wanted &= {str(entry.path) for entry in entries}
        current = self.selected()
        self._entries, self._imagery = list(entries), imagery
        fitting = [str(entry.path) for entry in entries if not entry.obstacle(imagery)]
        chosen = self._wanted & set(fitting) if self._wanted else set(fitting[:1])
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            self.addTopLevelItem(self._item(entry, is_checked=str(entry.path) in chosen))
        wanted = check or (str(current.path) if current else next(iter(chosen), ""))
        rows = [row for row, entry in enumerate(entries) if str(entry.path) == wanted]
        if rows:
            self.setCurrentItem(self.topLevelItem(rows[0]))
        self.blockSignals(False)
        self.updateGeometry()
        self.changed.emit()

    @property
    def entries(self) -> list[ModelEntry]:
        """All models, in the list's order."""
        return list(self._entries)

    def show_compared(self, compared: Optional[Compared]) -> None:
        """Show what models achieved on the same pixels; nothing where they weren't compared."""
        self._compared = compared
        self._show_heading()
        self.show_models(self._entries, self._imagery)

    def _show_heading(self) -> None:
        empty = tr("Press Compare to measure models on the same pixels; figures of other pixels can't be compared.")
        self.headerItem().setToolTip(_MIOU, as_plain(self._compared.sentence) if self._compared is not None else empty)

    def sizeHint(self) -> QSize:
        """Give the size it likes: no higher than its models need, so that a small screen has room for the rest."""
        return QSize(super().sizeHint().width(), self._height(min(max(len(self._entries), _ROWS[0]), _ROWS[1])))

    def checked(self) -> list[ModelEntry]:
        """Give the models to predict with, in the list's order."""
        pairs = ((self.topLevelItem(row), entry) for row, entry in enumerate(self._entries))
        return [entry for item, entry in pairs if item is not None and item.checkState(_NAME) == Qt.CheckState.Checked]

    def wanted(self) -> list[ModelEntry]:
        """Give the models that were checked by hand or by a training, whether or not they fit the imagery."""
        return [entry for entry in self._entries if str(entry.path) in self._wanted]

    def state(self) -> list[str]:
        """Give the names of the files that were checked by hand or by a training, not at first by the list itself."""
        return [entry.path.name for entry in self.wanted()]

    def restore(self, state: Sequence[str]) -> None:
        """Check these files; those that have gone, or don't fit the imagery, are passed over. None is as at first."""
        names = {str(name) for name in state}
        self._wanted = {str(entry.path) for entry in self._entries if entry.path.name in names}
        self.show_models(self._entries, self._imagery)

    def selected(self) -> Optional[ModelEntry]:
        """Give the model that is looked at."""
        return self._entry_of(self.currentItem()) if self.currentItem() is not None else None

    def _on_toggled(self, item: QTreeWidgetItem, _column: int) -> None:
        """Take note of what is checked; a row that gets its check is the one that is looked at."""
        self._was_toggled = True
        self._wanted = {str(entry.path) for entry in self.checked()}
        if item.checkState(_NAME) == Qt.CheckState.Checked:
            self.setCurrentItem(item)
        self.changed.emit()

    def _on_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        """Check a model that is clicked beside its box, and no other."""
        toggled, self._was_toggled = self._was_toggled, False
        entry = self._entry_of(item)
        if toggled or entry is None or not item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return
        self._wanted = {str(entry.path)}
        self.blockSignals(True)
        for row in range(self.topLevelItemCount()):
            other = self.topLevelItem(row)
            if other.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                other.setCheckState(_NAME, Qt.CheckState.Checked if other is item else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.changed.emit()

    def _entry_of(self, item: QTreeWidgetItem) -> Optional[ModelEntry]:
        row = self.indexOfTopLevelItem(item)
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys that have an action."""
        action = self.keys.get(event.key())
        if action is not None and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            action.trigger()
            event.accept()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere on the list."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped; they are copied, whatever the other program proposes."""
        files = _files(event)
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_dropped.emit(files)

    def _height(self, rows: int) -> int:
        row = max(self.fontMetrics().lineSpacing() + 4, self.sizeHintForRow(0))
        return int(self.header().sizeHint().height() + rows * row + 2 * self.frameWidth())

    def _item(self, entry: ModelEntry, *, is_checked: bool) -> QTreeWidgetItem:
        obstacle = entry.obstacle(self._imagery)
        item = QTreeWidgetItem([entry.name, ""])
        if self._compared is not None:
            miou = self._compared.miou.get(str(entry.path))
            trouble = self._compared.trouble.get(str(entry.path), "")
            item.setText(_MIOU, number_text(miou, 2) if miou is not None else "")
            item.setToolTip(_MIOU, as_plain(trouble or (self._compared.sentence if miou is not None else "")))
        item.setIcon(_NAME, _dot(self.palette().text().color(), filled=not obstacle))
        item.setTextAlignment(_MIOU, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        told = "\n\n".join(part for part in (obstacle, entry.summary(), str(entry.path)) if part)
        item.setToolTip(_NAME, as_plain(told))
        if obstacle:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setForeground(
                _NAME, QBrush(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
            )
        else:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_NAME, Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
        return item


def _files(event: QDropEvent) -> list[str]:
    """Give the files that are dragged."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def _dot(colour: QColor, *, filled: bool) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(QBrush(colour) if filled else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawEllipse(2, 2, 8, 8)
    painter.end()
    return QIcon(pixmap)
