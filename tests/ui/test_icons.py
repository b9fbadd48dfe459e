"""Our icons exist, are drawn, and take the colour of the theme's text, also when the theme changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from outcrop.ui.icons import FOLDER, INK, ThemeFollower, icon
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtGui import QColor, QIcon, QPalette
from qgis.PyQt.QtWidgets import QAction, QApplication, QToolBar

OURS = ("card", "rename", "delete", "folder", "import", "export")


@pytest.fixture
def palette() -> Iterator[QPalette]:
    before = QApplication.palette()
    yield QPalette(before)
    QApplication.setPalette(before)


def darkest(shown: QIcon) -> int:
    """Give the lightness of the darkest pixel that is drawn."""
    image = shown.pixmap(24, 24).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(colour.lightness() for colour in colours if colour.alpha() > 200)


@pytest.mark.parametrize("name", OURS)
def test_icon_shows_on_dark_and_on_light(name: str, palette: QPalette) -> None:
    assert INK in (FOLDER / f"{name}.svg").read_text()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    QApplication.setPalette(palette)
    assert darkest(icon(name)) >= 70
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#101010"))
    QApplication.setPalette(palette)
    assert darkest(icon(name)) < 60


def test_icons_follow_the_theme(qtbot: QtBot, palette: QPalette) -> None:
    bar = QToolBar()
    qtbot.addWidget(bar)
    action = QAction(icon("folder"), "x", bar)
    ThemeFollower({"folder": action}, bar)
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    QApplication.setPalette(palette)
    QApplication.processEvents()
    assert darkest(action.icon()) > 200


def test_icons_made_before_the_theme_follow_it_when_they_are_shown(qtbot: QtBot, palette: QPalette) -> None:
    bar = QToolBar()
    qtbot.addWidget(bar)
    bar.ensurePolished()
    action = QAction(icon("folder"), "x", bar)
    follower = ThemeFollower({"folder": action}, bar)
    bar.removeEventFilter(follower)
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    QApplication.setPalette(palette)
    bar.installEventFilter(follower)
    assert darkest(action.icon()) < 100
    bar.show()
    assert darkest(action.icon()) > 200


def test_icon_shows_in_a_theme_made_by_a_style_sheet(qtbot: QtBot, palette: QPalette) -> None:
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#535353"))
    QApplication.setPalette(palette)
    before = QApplication.instance().styleSheet()
    QApplication.instance().setStyleSheet("QWidget { color: #f0f0f0; background: #222222; }")
    try:
        assert darkest(icon("folder")) > 200
    finally:
        QApplication.instance().setStyleSheet(before)


def test_icon_that_is_not_there_is_empty() -> None:
    assert icon("unheard-of").isNull()
