"""Messages stand in the bar and in the log; details can be opened and copied."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from outcrop.ui.messages import TAG, DetailsDialog, Messages, first_sentence
from outcrop.ui.worker.environment import ROOT
from pytestqt.qtbot import QtBot
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTextBrowser, QWidget


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[QgsMessageBar]:
    window = QWidget()
    qtbot.addWidget(window)
    made = QgsMessageBar(window)
    window.resize(700, 60)
    window.show()
    yield made
    made.clearWidgets()


@pytest.fixture
def logged() -> Iterator[list[str]]:
    texts: list[str] = []

    def keep(text: str, tag: str, _level: Qgis.MessageLevel) -> None:
        if tag == TAG:
            texts.append(text)

    QgsApplication.messageLog().messageReceived.connect(keep)
    yield texts
    QgsApplication.messageLog().messageReceived.disconnect(keep)


def button(bar: QgsMessageBar) -> QPushButton:
    return next(found for found in bar.currentItem().findChildren(QPushButton))


def test_error_shows_its_first_sentence_and_the_rest_on_demand(
    bar: QgsMessageBar, logged: list[str], qtbot: QtBot
) -> None:
    Messages(bar).error("The worker crashed. Look at the details.", "Traceback: x")
    assert bar.currentItem().text() == "The worker crashed."
    assert bar.currentItem().level() == Qgis.MessageLevel.Critical
    assert "Traceback: x" in logged
    button(bar).click()
    dialog = bar.window().findChild(DetailsDialog)
    assert dialog.details.toPlainText() == "Traceback: x"
    copy = next(found for found in dialog.findChildren(QPushButton) if found.text() == "Copy details")
    copy.click()
    assert QApplication.clipboard().text() == "The worker crashed. Look at the details.\n\nTraceback: x"
    dialog.close()


def test_short_error_has_no_button(bar: QgsMessageBar) -> None:
    Messages(bar).error("The disk is full.")
    assert bar.currentItem().findChildren(QPushButton) == []


def test_success_offers_the_next_step_once(bar: QgsMessageBar, logged: list[str]) -> None:
    done: list[int] = []
    Messages(bar).success("Finished.", "Predict", lambda: done.append(1))
    assert button(bar).text() == "Predict"
    button(bar).click()
    assert done == [1]
    assert logged == ["Finished."]
    assert bar.currentItem() is None


def test_long_message_is_read_whole(bar: QgsMessageBar, qtbot: QtBot) -> None:
    text = "The imagery has six bands without a value, which would keep a network from learning. " * 3
    bar.window().resize(700, 300)
    Messages(bar).warning(text.strip(), "Show", lambda: None)
    bar.resize(700, bar.sizeHint().height())
    qtbot.waitUntil(lambda: whole(bar.currentItem()), timeout=10_000)


def whole(item: QgsMessageBarItem) -> bool:
    browser = item.findChild(QTextBrowser)
    bar = browser.verticalScrollBar()
    return bool(bar.maximum() == 0 and not bar.isVisible() and browser.document().size().height() <= browser.height())


@pytest.mark.parametrize(("action", "stays"), [("Show", True), ("", False)])
def test_what_can_be_acted_on_stays(bar: QgsMessageBar, action: str, stays: bool) -> None:
    Messages(bar).warning("A training was interrupted.", action, (lambda: None) if action else None)
    assert (bar.currentItem().duration() == 0) == stays


def test_log_leaves_the_bar_alone(bar: QgsMessageBar, logged: list[str]) -> None:
    Messages(bar).log("Computing on CPU.")
    assert logged == ["Computing on CPU."]
    assert bar.currentItem() is None


@pytest.mark.parametrize(
    ("text", "first"), [("One.", "One."), ("One. Two.", "One."), ("No end", "No end"), ("At 0.5 m", "At 0.5 m")]
)
def test_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def boxes(tree: ast.AST) -> list[int]:
    """Give the lines at which a module opens a box that isn't a question."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "QMessageBox":
            is_box = node.attr in ("critical", "warning", "information", "about", "aboutQt")
        else:
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            is_box = name in ("QMessageBox", "QErrorMessage", "QgsMessageViewer")
        found += [node.lineno] if is_box else []
    return sorted(found)


def test_boxes_are_found() -> None:
    assert boxes(ast.parse("QMessageBox.question(w, t, q) == QMessageBox.StandardButton.Yes")) == []
    assert boxes(ast.parse("QMessageBox.critical(w, t, e)\nbox = QMessageBox(w)\nQErrorMessage(w)")) == [1, 2, 3]


@pytest.mark.parametrize("path", sorted((ROOT / "ui").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_box_but_for_questions(path: Path) -> None:
    assert boxes(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_names_that_look_like_html_are_shown_as_they_are(bar: QgsMessageBar) -> None:
    Messages(bar).success("“<5 m” & “<b>dike</b>” of <a href='x'>y</a> learned")
    (browser,) = bar.currentItem().findChildren(QTextBrowser)
    assert "“<5 m” & “<b>dike</b>” of <a href='x'>y</a> learned" in browser.toPlainText()
