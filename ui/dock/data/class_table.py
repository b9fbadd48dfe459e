"""The class table: a button to draw, colour, name, polygons, pixels and area of each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ....core.labels.few_pixels import FEW_PIXELS
from ....core.labels.names.spelling import Spellings
from ...layers.classes.class_counts import EstimatedClassCount
from ...texts import area_text, as_plain, number_text, short_number, tr
from ...widgets.class_button import ClassButton, class_number, colour_icon
from ...widgets.page import flag_value

_NAME, _POLYGONS, _PIXELS, _AREA, _DRAW = range(5)
_ROOM_FOR_AREA = 330


class ClassTable(QTreeWidget):
    """Lists the classes; `draw_requested` brings the one whose polygons are to be drawn, empty to end drawing."""

    colour_chosen = pyqtSignal(str, str)
    draw_requested = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._buttons: list[ClassButton] = []
        self._drawn = ""
        self.setColumnCount(5)
        self.setHeaderLabels([tr("Class"), tr("Polygons"), tr("Pixels"), tr("Area"), ""])
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(14, 14))
        self.setToolTip(
            tr(
                "The classes over the imagery, in the colours of the layer’s style. The pencil, or the key beside it, "
                "draws polygons of a class. Double click a class, or press Space, to give it another colour. Pixels "
                "are estimated from the polygons’ area."
            )
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_DRAW, QHeaderView.ResizeMode.ResizeToContents)
        header.moveSection(_DRAW, 0)
        header.setSectionsMovable(False)
        for column in (_POLYGONS, _PIXELS, _AREA):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(
                column, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            )
        self.itemDoubleClicked.connect(lambda item, _column: self._choose_colour(item))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_classes(
        self, counts: Sequence[EstimatedClassCount], colours: Mapping[str, str], *, can_draw: bool = False
    ) -> None:
        """Show the classes with their colours, “#rrggbb” by name; with buttons to draw where that can be done."""
        wanted = (*((entry.name, entry.polygons, entry.pixels, colours[entry.name]) for entry in counts), can_draw)
        if wanted == self._shown:
            return
        self._shown = wanted
        current = self.currentItem().text(_NAME) if self.currentItem() is not None else ""
        self.clear()
        self._buttons = []
        for number, count in enumerate(counts, start=1):
            item = _item(count, colours[count.name])
            self.addTopLevelItem(item)
            if can_draw:
                self._add_button(item, count.name, number)
            if count.name == current:
                self.setCurrentItem(item)
        self.setColumnHidden(_DRAW, not can_draw)
        is_raster = any(entry.pixels for entry in counts) and not any(entry.polygons for entry in counts)
        self.setColumnHidden(_POLYGONS, is_raster)
        self.show_drawing(self._drawn)
        rows = min(max(2, len(counts)), 8)
        row_height = self.sizeHintForRow(0) if counts else self.fontMetrics().height() + 6
        self.setFixedHeight(self.header().sizeHint().height() + rows * row_height + 2 * self.frameWidth() + 2)

    def show_drawing(self, name: str) -> None:
        """Show the button of the class that is being drawn as pressed, and no other."""
        self._drawn = name
        for button in self._buttons:
            button.setChecked(button.name == name)

    def name_like(self, name: str) -> str:
        """Give the class that is listed by this name, or by one that is only written otherwise; else the name."""
        names = [self.topLevelItem(row).text(_NAME) for row in range(self.topLevelItemCount())]
        number = Spellings(names).number(name)
        return names[number - 1] if number else name

    def press_number(self, number: int) -> None:
        """Press the button of a class by its place from 1, if there is one."""
        if 1 <= number <= len(self._buttons):
            self.draw_requested.emit(self._buttons[number - 1].name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the area where the names would have no room."""
        super().resizeEvent(event)
        self.setColumnHidden(_AREA, self.width() < _ROOM_FOR_AREA)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the colour of the current class with Space or Return, and draw a class by its number."""
        number = class_number(event)
        if number and self._buttons:
            self.press_number(number)
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._choose_colour(self.currentItem())
            event.accept()
            return
        super().keyPressEvent(event)

    def _add_button(self, item: QTreeWidgetItem, name: str, number: int) -> None:
        pencil = QgsApplication.getThemeIcon("/mActionCapturePolygon.svg")
        button = ClassButton(name, number, pencil, tr("Draw polygons of “{name}”", name=name), is_compact=True)
        button.clicked.connect(lambda on: self.draw_requested.emit(name if on else ""))
        self._buttons.append(button)
        self.setItemWidget(item, _DRAW, button)

    def _show_menu(self, position: QPoint) -> None:
        item = self.itemAt(position)
        if item is None:
            return
        name, menu = item.text(_NAME), QMenu(self)
        if self._buttons:
            menu.addAction(tr("Draw polygons of “{name}”", name=name), lambda: self.draw_requested.emit(name))
        menu.addAction(tr("Colour…"), lambda: self._choose_colour(item))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(position))

    def _choose_colour(self, item: QTreeWidgetItem) -> None:
        dialog = QColorDialog(QColor(item.data(_NAME, Qt.ItemDataRole.UserRole)), self)
        dialog.setWindowTitle(tr("Colour of “{name}”", name=item.text(_NAME)))
        name = item.text(_NAME)
        dialog.colorSelected.connect(lambda colour: self.colour_chosen.emit(name, colour.name()))
        dialog.open()


def _item(count: EstimatedClassCount, colour: str) -> QTreeWidgetItem:
    pixels = round(count.pixels)
    item = QTreeWidgetItem(
        [count.name, number_text(count.polygons), short_number(pixels), area_text(count.square_metres)]
    )
    item.setIcon(_NAME, colour_icon(colour))
    item.setData(_NAME, Qt.ItemDataRole.UserRole, colour)
    item.setToolTip(_NAME, as_plain(count.name))
    for column in (_POLYGONS, _PIXELS, _AREA):
        item.setTextAlignment(column, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
    if pixels and pixels < FEW_PIXELS and not count.points:
        item.setIcon(_PIXELS, QgsApplication.getThemeIcon("/mIconWarning.svg"))
        text = tr(
            "About {pixels} pixels of “{name}” are labelled. Of fewer than {few}, what is held back to measure the "
            "model tells little.",
            name=count.name, pixels=number_text(pixels), few=FEW_PIXELS,
        )  # fmt: skip
        item.setToolTip(_PIXELS, as_plain(text))
    return item
