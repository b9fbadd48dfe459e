"""The corrections of a session as rows of a list, read as far as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ....core.correction.correction import Correction
from ....core.correction.ground import BLANK
from ...correction.tool_kinds import TOOLS
from ...texts import area_text, as_plain, moment_text, tr
from ...widgets.class_button import colour_icon

FEW = 200
CLASS, AREA, TOOL, WHEN = range(4)
Reader = Callable[[int], Sequence[Correction]]
"""Gives the newest rows, at most so many."""


class CorrectionsModel(QAbstractTableModel):
    """Class, area, tool and time of each; what was undone is crossed out."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._rows: list[Correction] = []
        self._read: Optional[Reader] = None
        self._limit = FEW
        self._colour: Callable[[int], QColor] = lambda _class_id: QColor()

    def show_rows(self, read: Optional[Reader], colour: Callable[[int], QColor]) -> None:
        """Show what a reader gives; None shows nothing."""
        self._read, self._colour = read, colour
        self._reload()

    def row_at(self, index: int) -> Optional[Correction]:
        """Give the correction at a place of the list."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def place_of(self, fid: int) -> int:
        """Give where in the list a correction is; −1 where it isn't."""
        return next((index for index, row in enumerate(self._rows) if row.fid == fid), -1)

    def rowCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Give how many have been read."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Give the columns."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Now"), tr("Area"), tr("Tool"), tr("When"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == CLASS and row.class_id:
            colour = self._colour(row.class_id)
            return colour_icon(colour.name()) if colour.isValid() else None
        if role == Qt.ItemDataRole.FontRole and row.undone:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == AREA:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return as_plain(details(row)) if role == Qt.ItemDataRole.ToolTipRole else None

    def canFetchMore(self, parent: QModelIndex) -> bool:  # noqa: N802 (Qt's name)
        """Whether there may be more."""
        return not parent.isValid() and len(self._rows) == self._limit

    def fetchMore(self, _parent: QModelIndex) -> None:  # noqa: N802 (Qt's name)
        """Read as many again."""
        self._limit *= 2
        rows = list(self._read(self._limit)) if self._read is not None else []
        if len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    def _reload(self) -> None:
        self.beginResetModel()
        self._limit = FEW
        self._rows = list(self._read(self._limit)) if self._read is not None else []
        self.endResetModel()


def details(row: Correction) -> str:
    """Say all that is kept of a correction."""
    before = ", ".join(f"{name or tr('no data')} ({count})" for name, count in row.previous.items())
    lines = [
        tr("Now {name}, before {before} (pixels)", name=class_text(row), before=before or tr("nothing")),
        tool_text(row.tool),
        tr("By {user} on {when}, over a map by {model}",
           user=row.user, when=moment_text(local(row.made)), model=row.model or tr("an unnamed model")),
    ]  # fmt: skip
    if row.undone:
        lines.append(tr("Undone"))
    return "\n".join([*lines, row.note] if row.note else lines)


def class_text(row: Correction) -> str:
    """Name what a correction made of its pixels."""
    if row.class_id == 0:
        return tr("as predicted")
    return tr("no data") if row.class_id == BLANK else row.class_name


def tool_text(name: str) -> str:
    """Name the tool of a correction."""
    return next((tr(kind.title) for kind in TOOLS if kind.name == name), name)


def when_text(moment: QDateTime) -> str:
    """Write the time of a moment of today, and the day of any other."""
    is_today = moment.date() == QDateTime.currentDateTime().date()
    return QLocale().toString(moment, "HH:mm" if is_today else "d MMM")


def local(moment: datetime) -> QDateTime:
    """Give a moment in the local time."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)
    return QDateTime.fromSecsSinceEpoch(int(aware.timestamp()))


def _cell(row: Correction, column: int) -> str:
    if column == CLASS:
        return class_text(row)
    if column == AREA:
        return area_text(row.area_m2)
    return tool_text(row.tool) if column == TOOL else when_text(local(row.made))
