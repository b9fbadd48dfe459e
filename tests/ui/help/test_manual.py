"""Where the manual is opened: in the plugin's folder, in the language of QGIS, and online where it isn't there."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.help import manual
from outcrop.ui.help.manual import ONLINE, manual_url
from outcrop.ui.messages import Messages
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QLocale, QUrl
from qgis.PyQt.QtGui import QDesktopServices


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for page in ("en/index", "en/labels", "zh/index"):
        file = tmp_path / "a folder" / f"{page}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<h1>…</h1>", encoding="utf-8")
    return tmp_path / "a folder"


@pytest.mark.parametrize(
    ("locale", "page", "file"),
    [
        ("en_GB", "index", "en/index.html"), ("zh_CN", "index", "zh/index.html"), ("zh_TW", "index", "zh/index.html"),
        ("fi_FI", "index", "en/index.html"), ("zh_CN", "labels", "en/labels.html"),
    ],
)  # fmt: skip
def test_a_page_is_opened_from_the_plugin_s_folder(pages: Path, locale: str, page: str, file: str) -> None:
    url = manual_url(page, "how-much", locale=QLocale(locale), folder=pages)

    assert Path(url.toLocalFile()) == pages / file
    assert url.fragment() == "how-much"
    assert manual_url(page, locale=QLocale(locale), folder=pages).toString().endswith(".html")


def test_without_pages_it_is_online(tmp_path: Path) -> None:
    url = manual_url("algorithms", "train", locale=QLocale("zh_CN"), folder=tmp_path)

    assert url.toString() == f"{ONLINE}zh/algorithms.html#train"


def test_the_help_button_opens_the_page_about_what_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    dock = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, bar, dock):
        qtbot.addWidget(widget)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) is None)
    actions = {action.text(): action for action in dock.environment.help_menu.actions()}

    for index in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(index)
        actions["About this page"].trigger()
    actions["Manual"].trigger()

    names = [Path(url.path()).stem for url in opened]
    assert len(set(names)) == dock.tabs.count() + 1
    assert names[-1] == "index"
    source = Path(manual.__file__).parents[2] / "docs" / "manual" / "en"
    assert [name for name in names if not (source / f"{name}.md").is_file()] == []
    assert dock.shutdown()


def test_where_nothing_can_open_it_its_place_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    dock = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    for widget in (canvas, bar, dock):
        qtbot.addWidget(widget)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)

    dock.environment.open_manual("labels")

    assert "labels.html" in bar.currentItem().text()
    assert dock.shutdown()
