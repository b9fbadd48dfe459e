"""The report of a comparison from the toolbox: opened where that is asked for, in the language of QGIS."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.assessment import comparison_report
from outcrop.ui.processing.base import opened_page
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QLocale

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what would be opened in the browser."""
    found: list[str] = []

    class Services:
        openUrl = staticmethod(lambda url: found.append(url.toLocalFile()))  # noqa: N815  (Qt's name)

    monkeypatch.setattr(opened_page, "QDesktopServices", Services)
    return found


def test_it_takes_what_other_algorithms_wrote_and_opens(
    run: Callable, scene: Any, comparison: str, prediction: str, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison_report, "qgis_locale", lambda: QLocale("zh_CN"))
    accuracy = str(scene.folder / "accuracy.json")
    labels = {name: value for name, value in scene.data.items() if name != "INPUT"}
    run("accuracy", {**labels, "PREDICTION": prediction, "PAGE": str(scene.folder / "a.html"), "JSON": accuracy})
    assert opened == []
    page = str(scene.folder / "report.html")
    done = run("comparisonreport", {"COMPARISON": comparison, "RESULTS": [accuracy], "PAGE": page, "OPEN_PAGE": True})
    assert opened == [page]
    text = Path(page).read_text(encoding="utf-8")
    assert '<html lang="zh">' in text
    assert ": prediction</h2>" in text
    assert json.loads((Path(done.outputs["FILES"]) / "1_accuracy.json").read_text())["prediction"] == prediction


def test_what_is_no_comparison_and_no_result_is_said(
    run: Callable, scene: Any, comparison: str, opened: list[str]
) -> None:
    page = scene.folder / "report.html"
    given = {"COMPARISON": comparison, "PAGE": str(page), "OPEN_PAGE": True}
    with pytest.raises(QgsProcessingException, match="Compare models first"):
        run("comparisonreport", {**given, "COMPARISON": str(scene.folder)})
    with pytest.raises(QgsProcessingException, match="no result that a report shows"):
        run("comparisonreport", {**given, "RESULTS": [scene.image]})
    assert not page.exists()
    assert opened == []
