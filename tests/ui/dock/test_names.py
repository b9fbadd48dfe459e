"""Every field of the dock and of its windows says what it does, to the eye by a tooltip, to the ear by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from outcrop.core.model.card_file import read_card
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.models.card_dialog import CardDialog
from outcrop.ui.dock.settings_dialog import SettingsDialog
from outcrop.ui.first_steps import FirstSteps
from outcrop.ui.messages import DetailsDialog
from outcrop.ui.naming import FIELDS, name_fields
from outcrop.ui.setup.dialog import EnvironmentDialog
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .models.test_model_library import write_model

DIALOGS: dict[str, Callable[[OutcropDock, Path], QWidget]] = {
    "setup": lambda dock, _file: EnvironmentDialog(dock.environment.keeper),
    "first steps": lambda _dock, _file: FirstSteps(),
    "details": lambda _dock, _file: DetailsDialog("It went wrong.", "Traceback"),
    "card": lambda _dock, file: CardDialog(file, read_card(file)),
    "settings": lambda _dock, _file: SettingsDialog(),
}


def fields(root: QWidget) -> Iterator[QWidget]:
    """Give the fields under a widget; parts inside of Qt's own fields are theirs, and so are Qt's buttons to close."""
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        is_part = isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView, QScrollArea, QTabBar))
        is_part = is_part or (parent is not None and isinstance(parent.parentWidget(), QComboBox))
        is_standard = isinstance(parent, QDialogButtonBox) and bool(parent.standardButton(widget))
        if isinstance(widget, FIELDS) and not is_part and not is_standard and not widget.objectName().startswith("qt_"):
            yield widget


def around(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    """Give a widget and those that hold it, up to the root."""
    while widget is not None and widget is not root:
        yield widget
        widget = widget.parentWidget()


def is_named(widget: QWidget, root: QWidget) -> bool:
    buddies = [label.buddy() for label in root.findChildren(QLabel)]
    buddies = [buddy for buddy in buddies if buddy is not None]
    says_itself = isinstance(widget, QAbstractButton) and bool(widget.text())
    return says_itself or any(holder.accessibleName() or holder in buddies for holder in around(widget, root))


def untold(root: QWidget) -> list[str]:
    """Give the fields that lack a tooltip or a name."""
    return [
        f"{type(field).__name__} in {type(field.parentWidget()).__name__}: {field.toolTip()!r}"
        for field in fields(root)
        if not any(holder.toolTip() for holder in around(field, root)) or not is_named(field, root)
    ]


def test_fields_of_the_dock(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, make_imagery: Callable[..., QgsRasterLayer]
) -> None:
    heights = make_imagery("heights", bands=("Elevation",))
    project.addMapLayer(heights)
    ready.data_page.stack.set_layers([heights.id()])
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    assert len(list(fields(ready.banner))) > 100
    assert untold(ready.banner) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_fields_of_a_window(name: str, dock: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DIALOGS[name](dock, write_model(tmp_path / "one.safetensors"))
    qtbot.addWidget(dialog)
    assert list(fields(dialog))
    assert untold(dialog) == []
    dialog.close()


def test_a_field_that_is_not_told_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    layout = QVBoxLayout(root)
    button, line, form = QToolButton(), QLineEdit(), QFormLayout()
    button.setToolTip("Open it: the folder")
    layout.addWidget(button)
    layout.addLayout(form)
    form.addRow("Name", line)
    assert len(untold(root)) == 2
    line.setToolTip("What it is called")
    name_fields(root)
    assert untold(root) == []
    assert button.accessibleName() == "Open it"
    assert line.accessibleName() == ""
