"""Installing the plugin and opening its dock in a real QGIS, as an analyst does."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any, Callable, Optional

import qgis.utils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDockWidget,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QWidget,
)
from robot import Robot, Step

_ZIP_PAGE = "zip"


def opened_dock(robot: Robot, width: int) -> Generator[Step, None, Any]:
    """Click on the plugin's button, make the dock so many pixels wide beside the Layers panel alone, and give it."""
    for other in robot.window.findChildren(QDockWidget):
        if other.objectName() in ("Browser", "Layers"):
            other.setVisible(other.objectName() == "Layers")
    yield 1.0
    plugin = qgis.utils.plugins["outcrop"]
    dock = plugin.dock
    robot.click(robot.iface.pluginToolBar().widgetForAction(plugin.action))
    yield dock.isVisible
    robot.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    return dock


def install_from_zip(robot: Robot, click: Callable[..., None], package: Path) -> Generator[Step, None, None]:
    """Open the plugin manager from its menu, choose the file, install it, and close the window."""
    bar, menu = robot.window.menuBar(), robot.iface.pluginMenu()
    yield 2.0
    click(bar, bar.actionGeometry(menu.menuAction()).center())
    yield menu.isVisible
    yield 0.4
    click(menu, menu.actionGeometry(robot.iface.actionManagePlugins()).center())
    yield lambda: _manager() is not None
    yield 2.0
    manager = _manager()
    pages = manager.findChild(QListWidget, "mOptionsListWidget")
    item = next(pages.item(row) for row in range(pages.count()) if _ZIP_PAGE in pages.item(row).text().lower())
    click(pages.viewport(), pages.visualItemRect(item).center())
    yield 0.7
    robot.shoot("0-plugin-manager", manager)
    field = next(field for field in manager.findChildren(QLineEdit) if field.isVisible() and field.isEnabled())
    click(field)
    yield 0.4
    robot.write(str(package), manager)
    yield lambda: field.text() == str(package)
    click(manager.findChild(QAbstractButton, "buttonInstallFromZip"))
    yield lambda: _question() is not None or "outcrop" in qgis.utils.plugins
    question = _question()
    if question is not None:
        robot.shoot("0-plugin-question", question)
        click(question.button(QMessageBox.StandardButton.Yes))
    yield lambda: "outcrop" in qgis.utils.plugins
    yield 1.0
    robot.shoot("0-plugin-installed", manager)
    robot.press("Escape", window=manager)
    yield lambda: _manager() is None
    yield 0.5


def _manager() -> Optional[QDialog]:
    return _shown(lambda widget: isinstance(widget, QDialog) and widget.findChild(QListWidget, "mOptionsListWidget"))


def _question() -> Optional[QMessageBox]:
    return _shown(lambda widget: isinstance(widget, QMessageBox))


def _shown(fits: Callable[[QWidget], object]) -> Optional[QWidget]:
    return next((widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and fits(widget)), None)
