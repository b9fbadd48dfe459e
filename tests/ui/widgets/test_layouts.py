"""Layouts: what is taken out of one is neither there nor seen, however long its deletion takes."""

from __future__ import annotations

from outcrop.ui.widgets.layouts import clear
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget


def test_what_is_taken_out_is_not_drawn_any_more(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    old = QLabel("old")
    layout.addWidget(old)
    page.show()
    assert old.isVisible()
    clear(layout)
    assert not old.isVisible()
    assert layout.count() == 0
    with qtbot.waitSignal(old.destroyed, timeout=60_000):
        pass
