"""The table of pages: a newcomer's page is one file and one line."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.ui.dock import dock, pages
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar

PAGE = '''"""A page that counts."""

from outcrop.ui.widgets.page import Page, next_button


class CountPage(Page):
    def __init__(self, project):
        super().__init__()
        self.shut = False
        self.footer.addWidget(next_button("Count layers", "Counts them"))
        self.project = project

    def shutdown(self):
        self.shut = True
'''


def test_a_page_is_one_file_and_one_line(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "count_page.py").write_text(PAGE, encoding="utf-8")
    module: Any = SimpleNamespace(**runpy.run_path(str(tmp_path / "count_page.py")))
    line = pages.PageEntry("⑥ Count", "How many", lambda around: module.CountPage(around.project))
    monkeypatch.setattr(dock, "PAGES", (*pages.PAGES, line))
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    shown = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, bar, shown):
        qtbot.addWidget(widget)

    page = shown.tabs.widget(len(pages.PAGES))

    assert isinstance(page, module.CountPage)
    assert page.project is QgsProject.instance()
    assert shown.tabs.tabBar().tabData(len(pages.PAGES)) == "⑥ Count"
    assert shown.tabs.tabToolTip(len(pages.PAGES)) == "How many (Alt+6)"
    assert shown.shutdown()
    assert page.shut
