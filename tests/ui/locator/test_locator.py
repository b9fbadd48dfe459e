"""The locator bar: words find Outcrop's commands, and what is chosen is done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.environment_panel import EnvironmentPanel
from outcrop.ui.locator.locator import PREFIX, OutcropLocator, commands
from outcrop.ui.messages import Messages
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeedback, QgsLocator, QgsLocatorContext, QgsLocatorResult, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar


@pytest.fixture
def dock(qtbot: QtBot) -> Iterator[OutcropDock]:
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    made = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, bar, made):
        qtbot.addWidget(widget)
    yield made
    assert made.shutdown()


def ask(locator: OutcropLocator, text: str, *, prefix: bool = False) -> dict[str, QgsLocatorResult]:
    found: dict[str, QgsLocatorResult] = {}
    locator.resultFetched.connect(lambda result: found.update({result.displayString: QgsLocatorResult(result)}))
    context = QgsLocatorContext()
    context.usingPrefix = prefix
    locator.fetchResults(text, context, QgsFeedback())
    return found


def test_words_in_any_order_find_a_command(dock: OutcropDock) -> None:
    locator = OutcropLocator(commands(dock))

    assert list(ask(locator, "landslides sample")) == [
        "Outcrop: open the sample “Landslides, five bands and elevation at 10 m”"
    ]
    assert list(ask(locator, "MANUAL")) == ["Outcrop: Manual"]
    assert ask(locator, "volcano") == {}
    assert ask(locator, " ") == {}
    assert len(ask(locator, "", prefix=True)) == len(commands(dock)) > 10


def test_what_is_chosen_is_done(dock: OutcropDock, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(EnvironmentPanel, "open_sample", lambda _panel, kind: opened.append(kind))
    locator = OutcropLocator(commands(dock))
    dock.hide()

    locator.triggerResult(ask(locator, "predict")["Outcrop: ③ Predict"])
    assert dock.tabs.currentWidget() is dock.predict_page
    assert dock.isVisibleTo(dock.parentWidget())
    (sample,) = ask(locator, "tailings").values()
    locator.triggerResult(sample)
    assert opened == ["tailings"]


def test_qgis_takes_it_and_its_prefix(dock: OutcropDock) -> None:
    bar = QgsLocator()
    bar.registerFilter(OutcropLocator(commands(dock)))

    assert [entry.activePrefix() for entry in bar.filters() if entry.name() == "outcrop"] == [PREFIX]
    results: list[str] = []
    bar.foundResult.connect(lambda result: results.append(result.displayString))
    bar.fetchResults(f"{PREFIX} settings", QgsLocatorContext(), QgsFeedback())
    assert results == ["Outcrop: Settings"]
