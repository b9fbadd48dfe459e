"""Editors: for each type of parameter the widget that edits it."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale, QObject, pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtGui import QDoubleValidator, QIntValidator
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from ...core.parameters import Parameter
from ...core.training.settings.titles import choice_title
from ..texts import tr

_LARGEST = 2_147_483_647
_HUGE = 1e300


class Editor(QObject):
    """A widget with a value; `value` reads it, None where an optional one is empty, and `set_value` shows another."""

    changed = pyqtSignal()

    def __init__(
        self,
        parameter: Parameter,
        widget: QWidget,
        value: Callable[[], Any],
        set_value: Callable[[Any], None],
        edited: pyqtBoundSignal,
    ) -> None:
        """Put a parameter and the widget that edits it together; `edited` is the widget's own signal."""
        super().__init__()
        self.parameter, self.widget = parameter, widget
        self.value, self.set_value = value, set_value
        edited.connect(lambda *_: self.changed.emit())


def make_editor(parameter: Parameter) -> Editor:
    """Make the editor that fits a parameter's type, with the parameter's help as tooltip and its default shown."""
    editor = _maker(parameter)(parameter)
    editor.widget.setToolTip(_tooltip(parameter))
    editor.set_value(parameter.default)
    return editor


def choice_text(choice: str) -> str:
    """Write a choice's key in words."""
    return tr(choice_title(choice))


def _maker(parameter: Parameter) -> Callable[[Parameter], Editor]:
    if parameter.choices:
        return _choice
    if parameter.type is bool:
        return _flag
    if parameter.type is int and not parameter.optional:
        return _whole_number
    if parameter.type in (int, float):
        return _number
    return _file if parameter.name.endswith("_file") else _text


def _flag(parameter: Parameter) -> Editor:
    box = QCheckBox()
    return Editor(parameter, box, box.isChecked, lambda value: box.setChecked(bool(value)), box.toggled)


def _choice(parameter: Parameter) -> Editor:
    box = QComboBox()
    if parameter.optional:
        box.addItem(tr("not set"), None)
    for choice in parameter.choices:
        box.addItem(choice_text(choice), choice)
    show = lambda value: box.setCurrentIndex(max(0, box.findData(value)))  # noqa: E731
    return Editor(parameter, box, box.currentData, show, box.currentIndexChanged)


def _whole_number(parameter: Parameter) -> Editor:
    box = QSpinBox()
    box.setRange(_bound(parameter.low, -_LARGEST), _bound(parameter.high, _LARGEST))
    box.setGroupSeparatorShown(True)
    if parameter.unit:
        box.setSuffix(f" {tr(parameter.unit)}")
    return Editor(parameter, box, box.value, lambda value: box.setValue(int(value)), box.valueChanged)


def _number(parameter: Parameter) -> Editor:
    """Make a line for a number of any size, such as 0.0003, and for an optional one, empty where it isn't set."""
    line = QLineEdit()
    if parameter.type is int:
        line.setValidator(QIntValidator(_bound(parameter.low, -_LARGEST), _bound(parameter.high, _LARGEST), line))
    else:
        low = -_HUGE if parameter.low is None else parameter.low
        high = _HUGE if parameter.high is None else parameter.high
        line.setValidator(QDoubleValidator(low, high, 12, line))
    line.setPlaceholderText(tr("automatic") if parameter.optional else "")

    def value() -> Any:
        text = line.text().strip()
        number, understood = QLocale().toDouble(text)
        if not text and parameter.optional:
            return None
        if not understood or not line.hasAcceptableInput():
            return parameter.default
        return int(number) if parameter.type is int else number

    def set_value(value: Any) -> None:
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        line.setText("" if value is None else locale.toString(float(value), "g", 8))

    return Editor(parameter, line, value, set_value, line.textChanged)


def _text(parameter: Parameter) -> Editor:
    """Make a line of text; several values are separated by commas."""
    line = QLineEdit()

    def value() -> Any:
        text = line.text().strip()
        if parameter.type is tuple:
            return tuple(part.strip() for part in text.split(",") if part.strip())
        return None if not text and parameter.optional else text

    def set_value(value: Any) -> None:
        line.setText(", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value or ""))

    return Editor(parameter, line, value, set_value, line.textChanged)


def _file(parameter: Parameter) -> Editor:
    file = QgsFileWidget()

    def value() -> Optional[str]:
        return file.filePath() or (None if parameter.optional else "")

    return Editor(parameter, file, value, lambda value: file.setFilePath(str(value or "")), file.fileChanged)


def _tooltip(parameter: Parameter) -> str:
    limits = ""
    if parameter.low is not None and parameter.high is not None:
        unit = f" {tr(parameter.unit)}" if parameter.unit else ""
        limits = f" ({parameter.low:g} – {parameter.high:g}{unit})"
    return f"{tr(parameter.help)}{limits}"


def _bound(limit: Optional[float], otherwise: int) -> int:
    return otherwise if limit is None else int(max(-_LARGEST, min(_LARGEST, limit)))
