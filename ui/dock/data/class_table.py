"""The class table: colour, name, polygons, pixels and area of each class; a double click changes the colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QColorDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...layers.class_counts import ClassCount
from ...texts import area_text, number_text, short_number, tr
from ...widgets.page import flag_value

FEW_PIXELS = 400
"""Fewer pixels than these leave too little to hold back for validation."""
_NAME, _POLYGONS, _PIXELS, _AREA = range(4)
_ROOM_FOR_AREA = 310


class ClassTable(QTreeWidget):
    """Lists the classes over the imagery."""

    colour_chosen = pyqtSignal(str, str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setColumnCount(4)
        self.setHeaderLabels([tr("Class"), tr("Polygons"), tr("Pixels"), tr("Area")])
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(14, 14))
        self.setToolTip(
            tr(
                "The classes over the imagery, in the colours of the layer’s style. Double click a class, or press "
                "Space, to give it another colour. Pixels are estimated from the polygons’ area."
            )
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_POLYGONS, _PIXELS, _AREA):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(
                column, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            )
        self.itemDoubleClicked.connect(self._choose_colour)

    def show_classes(self, counts: Sequence[ClassCount], colours: Mapping[str, str]) -> None:
        """Show the classes with their colours, “#rrggbb” by name."""
        self.clear()
        for count in counts:
            self.addTopLevelItem(_item(count, colours[count.name]))
        rows = min(max(2, len(counts)), 8)
        row_height = self.sizeHintForRow(0) if counts else self.fontMetrics().height() + 6
        self.setFixedHeight(self.header().sizeHint().height() + rows * row_height + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the area where the names would have no room."""
        super().resizeEvent(event)
        self.setColumnHidden(_AREA, self.width() < _ROOM_FOR_AREA)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the colour of the current class with Space or Return."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose_colour(self.currentItem())
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose_colour(self, item: QTreeWidgetItem) -> None:
        dialog = QColorDialog(QColor(item.data(_NAME, Qt.ItemDataRole.UserRole)), self)
        dialog.setWindowTitle(tr("Colour of “{name}”", name=item.text(_NAME)))
        name = item.text(_NAME)
        dialog.colorSelected.connect(lambda colour: self.colour_chosen.emit(name, colour.name()))
        dialog.open()


def colour_icon(colour: str) -> QIcon:
    """Make a small square of a colour, with an edge that shows on light and dark."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(1, 1, 11, 11)
    painter.end()
    return QIcon(pixmap)


def _item(count: ClassCount, colour: str) -> QTreeWidgetItem:
    pixels = round(count.pixels)
    item = QTreeWidgetItem(
        [count.name, number_text(count.polygons), short_number(pixels), area_text(count.square_metres)]
    )
    item.setIcon(_NAME, colour_icon(colour))
    item.setData(_NAME, Qt.ItemDataRole.UserRole, colour)
    item.setToolTip(_NAME, count.name)
    for column in (_POLYGONS, _PIXELS, _AREA):
        item.setTextAlignment(column, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
    if pixels < FEW_PIXELS:
        item.setIcon(_PIXELS, QgsApplication.getThemeIcon("/mIconWarning.svg"))
        text = tr(
            "Class “{name}” has about {pixels} pixels. At least {few} are needed to hold some back for "
            "validation; fewer make its measures unsure.",
            name=count.name, pixels=number_text(pixels), few=FEW_PIXELS,
        )  # fmt: skip
        item.setToolTip(_PIXELS, text)
    return item
