"""Everything explains itself, works by keyboard, and fits a small laptop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.shortcuts import press_next
from outcrop.ui.texts import tr
from outcrop.ui.widgets.page import Page
from outcrop.ui.widgets.problems import WARNING, Problem, ProblemList
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QFont, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QShortcut,
    QTabBar,
    QTabWidget,
    QWidget,
)

FIELDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
ROOM_PX = 768 - 170
"""What a screen of 768 rows leaves a dock: without the title bar, menu, two rows of tool bars and the status bar."""


@pytest.fixture(autouse=True)
def usual_font() -> Iterator[None]:
    """Write as small as a desktop does; without a screen, Qt takes letters a third larger."""
    before = QApplication.font()
    QApplication.setFont(QFont("DejaVu Sans", 10))
    yield
    QApplication.setFont(before)


def own_widgets(dock: OutcropDock) -> Iterator[QWidget]:
    """Give the fields that the analyst meets; parts inside of QGIS's and Qt's own fields are theirs."""
    for widget in dock.widget().findChildren(QWidget):
        parent = widget.parentWidget()
        inside = isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView, QScrollArea, QTabBar))
        if isinstance(widget, FIELDS) and not inside and not widget.objectName().startswith("qt_"):
            yield widget


def described(widget: QWidget) -> bool:
    """Whether it, or a field that it is a part of, has a tooltip."""
    while widget is not None and not isinstance(widget, (QScrollArea, QTabWidget, Page)):
        if widget.toolTip():
            return True
        widget = widget.parentWidget()
    return False


def test_every_widget_has_a_tooltip(ready: OutcropDock) -> None:
    found = list(own_widgets(ready))
    assert len(found) > 60
    missing = [f"{type(widget).__name__} {widget.objectName()}" for widget in found if not described(widget)]
    assert missing == []


def test_tooltips_are_texts_of_ours(ready: OutcropDock) -> None:
    assert tr("The bands to learn from") in ready.data_page.bands.toolTip()


@pytest.mark.parametrize("width", [300, 360])
def test_pages_fit_a_small_screen(ready: OutcropDock, qtbot: QtBot, width: int) -> None:
    ready.train_page.form.settings.setCollapsed(False)
    ready.predict_page.hide_background.show()
    ready.setFloating(True)
    ready.resize(width, ROOM_PX)
    for page in (ready.data_page, ready.train_page, ready.predict_page):
        ready.tabs.setCurrentWidget(page)
        QApplication.processEvents()
        scroll = page.findChild(QScrollArea)
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width(), type(page).__name__
        assert not scroll.horizontalScrollBar().isVisible()
    assert ready.minimumSizeHint().height() <= ROOM_PX
    assert ready.minimumSizeHint().width() <= width


def test_tab_key_goes_through_the_page_from_top_to_bottom(ready: OutcropDock, qtbot: QtBot) -> None:
    page = ready.data_page
    order = []
    widget = page.imagery
    for _step in range(200):
        order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is page.imagery:
            break
    wanted = [
        page.imagery, page.stack.add, page.bands, page.polygons, page.new, page.class_field, page.elsewhere,
        page.table, page.next,
    ]  # fmt: skip
    places = [order.index(field) for field in wanted]
    assert places == sorted(places)


def test_fields_take_the_keyboard(ready: OutcropDock) -> None:
    for page in (ready.data_page, ready.train_page, ready.predict_page):
        for field in vars(page).values():
            if isinstance(field, (QComboBox, QAbstractButton, QAbstractItemView)):
                assert field.focusPolicy() & Qt.FocusPolicy.TabFocus, field.toolTip()


def test_alt_and_a_number_lead_to_pages(ready: OutcropDock, qtbot: QtBot) -> None:
    ready.activateWindow()
    ready.data_page.imagery.setFocus()
    keys = {shortcut.key().toString(): shortcut for shortcut in ready.tabs.findChildren(QShortcut)}
    assert {"Alt+1", "Alt+2", "Alt+3", "Ctrl+Return"} <= set(keys)
    contexts = {shortcut.context() for shortcut in keys.values()}
    assert contexts == {Qt.ShortcutContext.WidgetWithChildrenShortcut}
    keys["Alt+3"].activated.emit()
    assert ready.tabs.currentWidget() is ready.predict_page
    assert "(Alt+3)" in ready.tabs.tabToolTip(2)


def test_ctrl_return_presses_the_highlighted_button(ready: OutcropDock, qtbot: QtBot) -> None:
    press_next(ready.data_page)
    assert ready.tabs.currentWidget() is ready.train_page
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        press_next(ready.train_page)
    assert not ready.train_page.predict.isHidden()


def test_space_edits_the_colour_of_a_class(ready: OutcropDock, qtbot: QtBot, project: QgsProject) -> None:
    from qgis.PyQt.QtWidgets import QColorDialog

    table = ready.data_page.table
    table.setCurrentItem(table.topLevelItem(0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    dialog = table.findChild(QColorDialog)
    assert "dike" in dialog.windowTitle()
    dialog.colorSelected.emit(dialog.currentColor())
    dialog.close()
    assert ready.data_page.choice.colours["dike"]


def test_problem_with_a_long_name_fits_a_narrow_dock(qtbot: QtBot) -> None:
    name = "GF2_PMS1_E97.3_N36.9_20260714_L1A0005_pansharpened_orthorectified"
    problems = ProblemList()
    qtbot.addWidget(problems)
    problems.set_problems([Problem(WARNING, f"“{name}” has pixels of 1 m.")])
    problems.show()
    assert problems.minimumSizeHint().width() <= 300
    assert any("\u200b" in label.text() for label in problems.findChildren(QLabel))


def test_dock_stays_as_narrow_while_a_training_runs(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    ready.tabs.setCurrentWidget(ready.train_page)
    ready.train_page.train.click()
    qtbot.waitUntil(ready.train_page.run.isVisible, timeout=60_000)
    ready.resize(300, 700)
    qtbot.wait(50)
    assert ready.minimumSizeHint().width() <= 300
    assert ready.widget().minimumHeight() >= 300  # another panel docked below leaves room to work
    buttons = [button for button in (ready.train_page.run.cancel, ready.train_page.run.finish) if button.isVisible()]
    assert len(buttons) == 2
    for button in buttons:
        assert button.width() >= min(button.sizeHint().width(), button.maximumWidth())
        assert button.mapTo(ready, button.rect().topLeft()).x() >= 0
        assert button.mapTo(ready, button.rect().topRight()).x() <= 300
    ready.training.cancel()
    qtbot.waitUntil(lambda: not ready.training.is_running, timeout=60_000)


@pytest.mark.parametrize(("width", "first"), [(300, "Data"), (400, "① Data")])
def test_every_page_has_its_tab_in_sight(dock: OutcropDock, qtbot: QtBot, width: int, first: str) -> None:
    dock.resize(width, 700)
    qtbot.wait(50)
    bar = dock.tabs.tabBar()
    assert dock.tabs.tabText(0) == first
    for icon in (QIcon(), QgsApplication.getThemeIcon("/mActionStart.svg"), QIcon()):  # of a training that runs
        dock.tabs.setTabIcon(dock.tabs.indexOf(dock.train_page), icon)
        assert bar.tabRect(bar.count() - 1).right() <= bar.width()
        for index in range(bar.count()):
            picture = 0 if bar.tabIcon(index).isNull() else bar.iconSize().width()
            needed = bar.fontMetrics().horizontalAdvance(bar.tabText(index)) + picture
            assert bar.tabRect(index).width() >= needed, bar.tabText(index)
    assert dock.tabs.tabText(0) == first


def test_no_page_is_styled_anew_when_a_training_begins(dock: OutcropDock, qtbot: QtBot) -> None:
    class Watch(QObject):
        styled = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.styled += event.type() == QEvent.Type.StyleChange
            return False

    watch = Watch()
    dock.data_page.installEventFilter(watch)
    for running in (True, False):  # it would take longer than all else that happens then
        dock.train_page.running.emit(running)
    assert watch.styled == 0


def test_from_a_map_to_a_second_training_are_three_clicks(ready: OutcropDock, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    ready.tabs.setCurrentWidget(ready.train_page)
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        ready.train_page.train.click()
    with qtbot.waitSignal(ready.prediction.ended, timeout=60_000):
        ready.train_page.predict.click()
    bar = ready.tabs.tabBar()
    qtbot.mouseClick(bar, left, pos=bar.tabRect(0).center())
    qtbot.waitUntil(lambda: ready.data_page.choice.ready, timeout=60_000)
    qtbot.mouseClick(ready.data_page.next, left)
    with qtbot.waitSignal(ready.training.ended, timeout=60_000):
        qtbot.mouseClick(ready.train_page.train, left)
        assert ready.training.is_running


@pytest.mark.parametrize("width", [300, 360])
def test_no_page_is_wider_than_the_dock(ready: OutcropDock, qtbot: QtBot, width: int) -> None:
    ready.setFloating(True)
    ready.resize(width, 600)
    for index in range(ready.tabs.count()):
        ready.tabs.setCurrentIndex(index)
        qtbot.wait(20)
        assert ready.tabs.minimumSizeHint().width() <= width
        assert ready.width() == width


def test_every_widget_of_train_and_predict_has_a_tooltip(ready: OutcropDock) -> None:
    train_page, predict_page = ready.train_page, ready.predict_page
    form, run = train_page.form, train_page.run
    for widget in (
        form.recipes, form.models, form.minutes, form.settings, train_page.device, train_page.train, train_page.predict,
        run.cancel, run.pause, run.finish, run.curves, predict_page.imagery, predict_page.models, predict_page.where,
        predict_page.hide_background, predict_page.folder, predict_page.predict, predict_page.cancel,
    ):  # fmt: skip
        assert widget.toolTip()
