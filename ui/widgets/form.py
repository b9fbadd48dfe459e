"""The form that a parameter dataclass makes by itself: groups, advanced settings, changed values in bold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...core.parameters import Parameter, describe
from ..texts import tr
from .editors import Editor, make_editor
from .page import WheelFilter


@dataclass(frozen=True)
class _Row:
    """One parameter of the form and the widgets that it has."""

    parameter: Parameter
    editor: Editor
    label: QLabel
    reset: QToolButton


class ParameterForm(QWidget):
    """Edits the parameters of one dataclass after another.

    Values are compared with the defaults given to `show_parameters` (a preset's), not with the dataclass's.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._defaults: dict[str, Any] = {}
        self._wheel = WheelFilter(self)
        self._headings: list[tuple[QLabel, list[_Row]]] = []
        self._advanced = QCheckBox(tr("Show advanced ones"))
        self._advanced.setToolTip(tr("Settings that are seldom changed"))
        self._advanced.toggled.connect(lambda _on: self._update_visibility())
        self._body = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._advanced)
        layout.addWidget(self._body)
        self._layout = layout

    def show_parameters(
        self, cls: type, defaults: Mapping[str, Any], without: Collection[str] = (), heading: str = ""
    ) -> None:
        """Build the form anew.

        Args:
            cls: The parameter dataclass.
            defaults: Values to start from by name; those missing take the dataclass's own.
            without: Parameters that are edited elsewhere.
            heading: Heading of parameters that have no group.
        """
        old, self._body = self._body, QWidget()
        self._layout.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._rows, self._headings = [], []
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(3)
        shown = [entry for entry in describe(cls) if entry.name not in without]
        self._defaults = {entry.name: defaults.get(entry.name, entry.default) for entry in shown}
        for group in dict.fromkeys(entry.group for entry in shown):
            self._add_group(grid, tr(group) if group else heading, [entry for entry in shown if entry.group == group])
        self._advanced.setVisible(any(entry.advanced for entry in shown))
        self._update_visibility()

    def values(self) -> dict[str, Any]:
        """Give all values by name."""
        return {row.parameter.name: row.editor.value() for row in self._rows}

    def changes_from(self, others: Mapping[str, Any]) -> dict[str, Any]:
        """Give those values that differ from other ones."""
        return {name: value for name, value in self.values().items() if value != others.get(name)}

    def state(self) -> dict[str, Any]:
        """Give those values that differ from the defaults."""
        return self.changes_from(self._defaults)

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the defaults but for these values."""
        self.set_values({**self._defaults, **state})

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show other values; names that the form doesn't have, and values that don't fit, are passed over."""
        for row in self._rows:
            if row.parameter.name in values:
                with suppress(TypeError, ValueError, OverflowError):
                    row.editor.set_value(values[row.parameter.name])

    def editor(self, name: str) -> Editor:
        """Give the editor of one parameter."""
        return next(row.editor for row in self._rows if row.parameter.name == name)

    def _add_group(self, grid: QGridLayout, title: str, parameters: list[Parameter]) -> None:
        heading = QLabel(title)
        font = heading.font()
        font.setItalic(True)
        heading.setFont(font)
        if title:
            grid.addWidget(heading, grid.rowCount(), 0, 1, 3)
        self._headings.append((heading, [self._add_row(grid, parameter) for parameter in parameters]))

    def _add_row(self, grid: QGridLayout, parameter: Parameter) -> _Row:
        editor = make_editor(parameter)
        editor.set_value(self._defaults[parameter.name])
        self._defaults[parameter.name] = editor.value()
        editor.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        editor.widget.setMinimumWidth(60)
        editor.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.widget.installEventFilter(self._wheel)
        label = QLabel(tr(parameter.label))
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setToolTip(editor.widget.toolTip())
        label.setBuddy(editor.widget)
        reset = QToolButton()
        reset.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        reset.setAutoRaise(True)
        reset.setToolTip(tr("Back to the recipe’s value"))
        reset.setAccessibleName(tr("{setting}: back to the recipe’s value", setting=label.text()))
        row = _Row(parameter, editor, label, reset)
        editor.changed.connect(lambda: self._on_change(row))
        reset.clicked.connect(lambda: editor.set_value(self._defaults[parameter.name]))
        number = grid.rowCount()
        for column, widget in enumerate((label, editor.widget, reset)):
            grid.addWidget(widget, number, column)
        self._rows.append(row)
        self._mark(row)
        return row

    def _on_change(self, row: _Row) -> None:
        self._mark(row)
        self.changed.emit()

    def _mark(self, row: _Row) -> None:
        is_changed = row.editor.value() != self._defaults[row.parameter.name]
        font = row.label.font()
        font.setBold(is_changed)
        row.label.setFont(font)
        row.reset.setEnabled(is_changed)

    def _update_visibility(self) -> None:
        everything = self._advanced.isChecked()
        for heading, rows in self._headings:
            for row in rows:
                changed = row.editor.value() != self._defaults[row.parameter.name]
                visible = everything or changed or not row.parameter.advanced
                for widget in (row.label, row.editor.widget, row.reset):
                    widget.setVisible(visible)
            heading.setVisible(bool(heading.text()) and any(not row.label.isHidden() for row in rows))
