"""A parameter dataclass makes its form: an editor for each type, changed values bold, reset for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import pytest
from outcrop.core.parameters import describe, parameter
from outcrop.core.training.settings.recipe import Recipe
from outcrop.ui.widgets.editors import make_editor
from outcrop.ui.widgets.form import ParameterForm
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QToolButton, QWidget


@dataclass(frozen=True)
class Example:
    """One parameter of each type."""

    hidden: int = 1
    whole: int = parameter(8, "Whole", "A whole number.", unit="px", low=1, high=64)
    real: float = parameter(0.003, "Real", "A number.", low=1e-7, high=10.0)
    maybe: Optional[int] = parameter(None, "Maybe", "A number or nothing.", low=1, high=100)
    minutes: Optional[float] = parameter(None, "Minutes", "A time or none.")
    flag: bool = parameter(True, "Flag", "Yes or no.")
    choice: str = parameter("ce_dice", "Choice", "One of these.", choices=("ce_dice", "focal"))
    text: str = parameter("abc", "Text", "Some text.", advanced=True)
    names: tuple[str, ...] = parameter((), "Names", "Some names.", group="More")
    weights_file: Optional[str] = parameter(None, "File", "A file.", group="More")


CHANGED = {
    "whole": 16, "real": 0.0003, "maybe": 7, "minutes": 2.5, "flag": False, "choice": "focal", "text": "xyz",
    "names": ("a", "b"), "weights_file": "weights/w.safetensors",
}  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> ParameterForm:
    made = ParameterForm()
    qtbot.addWidget(made)
    made.show_parameters(Example, {})
    made.show()
    return made


def label(form: ParameterForm, text: str) -> QLabel:
    return next(found for found in form.findChildren(QLabel) if found.text() == text)


@pytest.mark.parametrize("name", CHANGED)
def test_editor_gives_back_what_it_shows(name: str) -> None:
    entry = next(found for found in describe(Example) if found.name == name)
    editor = make_editor(entry)
    assert editor.value() == entry.default
    assert entry.help in editor.widget.toolTip()
    heard = []
    editor.changed.connect(lambda: heard.append(1))
    editor.set_value(CHANGED[name])
    assert editor.value() == CHANGED[name]
    assert heard


def test_form_shows_defaults_and_all_but_hidden_fields(form: ParameterForm) -> None:
    values = form.values()
    assert values == {name: getattr(Example(), name) for name in CHANGED}


def test_changed_values_are_bold_and_can_be_reset(form: ParameterForm) -> None:
    form.set_values({"whole": 16})
    assert label(form, "Whole").font().bold()
    assert not label(form, "Real").font().bold()
    assert form.changes_from({"whole": 8, "real": 0.003}).items() >= {"whole": 16}.items()
    resets = [button for button in form.findChildren(QToolButton) if button.isEnabled() and "Back" in button.toolTip()]
    assert len(resets) == 1
    resets[0].click()
    assert form.values()["whole"] == 8
    assert not label(form, "Whole").font().bold()


def test_preset_counts_as_default(form: ParameterForm) -> None:
    form.show_parameters(Example, {"real": 0.01})
    assert form.values()["real"] == 0.01
    assert not label(form, "Real").font().bold()


def test_advanced_settings_wait_until_they_are_asked_for(form: ParameterForm) -> None:
    assert label(form, "Text").isHidden()
    form._advanced.setChecked(True)
    assert not label(form, "Text").isHidden()


def test_text_that_is_no_number_keeps_the_default(form: ParameterForm) -> None:
    line: Any = form.editor("real").widget
    line.setText("12345")
    assert form.values()["real"] == 0.003
    line.setText("")
    assert form.values()["real"] == 0.003


def test_wheel_over_a_field_without_focus_changes_nothing(form: ParameterForm) -> None:
    box: QWidget = form.editor("whole").widget
    box.clearFocus()
    spot = QPointF(5, 5)
    event = QWheelEvent(
        spot, spot, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert form.values()["whole"] == 8


def test_every_setting_of_a_recipe_has_an_editor_with_a_tooltip(qtbot: QtBot) -> None:
    form = ParameterForm()
    qtbot.addWidget(form)
    form.show_parameters(Recipe, {}, without={"model_parameters"})
    for entry in describe(Recipe):
        if entry.name != "model_parameters":
            assert form.values()[entry.name] == entry.default, entry.name
            assert form.editor(entry.name).widget.toolTip()
