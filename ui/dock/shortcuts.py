"""Shortcuts: keys that work while the dock has the focus, so that they take none away from QGIS."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QPushButton, QTabWidget, QWidget

from ..compat import QShortcut
from ..widgets.page import NEXT_KEYS, is_highlighted


def add_shortcuts(tabs: QTabWidget) -> None:
    """Lead to each page with Alt and its number, and press the highlighted button with Ctrl and Return."""
    for index in range(tabs.count()):
        keys = f"Alt+{index + 1}"
        _add(tabs, keys, _switcher(tabs, index))
        tabs.setTabToolTip(index, f"{tabs.tabToolTip(index)} ({keys})")
    _add(tabs, NEXT_KEYS, lambda: press_next(tabs.currentWidget()))


def press_next(page: QWidget) -> None:
    """Press the highlighted button of a page, if it can be pressed now."""
    for button in page.findChildren(QPushButton):
        if is_highlighted(button) and button.isVisible() and button.isEnabled():
            button.click()
            return


def _add(tabs: QTabWidget, keys: str, act: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), tabs)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def _switcher(tabs: QTabWidget, index: int) -> Callable[[], None]:
    def switch() -> None:
        tabs.setCurrentIndex(index)
        tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    return switch
