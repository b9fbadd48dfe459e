"""QGIS shows the interface in its own language, where that is translated."""

from __future__ import annotations

import runpy
from collections.abc import Iterator

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.help.standing import TRANSLATIONS, qgis_locale
from outcrop.ui.messages import Messages, first_sentence
from outcrop.ui.texts import tr
from outcrop.ui.translation import install_translation, remove_translation
from outcrop.ui.worker.environment import ROOT
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

COLLECT = runpy.run_path(str(ROOT / "resources" / "i18n" / "collect.py"))


@pytest.fixture
def language() -> Iterator[None]:
    settings = QgsSettings()
    before = {key: settings.value(f"locale/{key}") for key in ("userLocale", "overrideFlag")}
    yield
    for key, value in before.items():
        settings.remove(f"locale/{key}") if value is None else settings.setValue(f"locale/{key}", value)


@pytest.mark.parametrize("language_code", COLLECT["LANGUAGES"])
def test_compiled_translation_is_up_to_date(language_code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / f"outcrop_{language_code}.qm"))
    wanted = COLLECT["read_translations"](TRANSLATIONS / f"outcrop_{language_code}.ts")
    QCoreApplication.installTranslator(translator)
    old = [text for text, translation in wanted.items() if tr(text) != translation]
    QCoreApplication.removeTranslator(translator)
    assert not old, f"Run `make translations`; these differ: {old[:5]}"


@pytest.mark.parametrize(
    ("chosen", "shown"), [("zh_CN", "训练"), ("zh-Hans", "训练"), ("de", "Train"), ("en_GB", "Train")]
)
def test_language_of_qgis_is_followed(chosen: str, shown: str, language: None) -> None:
    QgsSettings().setValue("locale/userLocale", chosen)
    QgsSettings().setValue("locale/overrideFlag", True)
    translator = install_translation()
    try:
        assert tr("Train") == shown
    finally:
        remove_translation(translator)
    assert tr("Train") == "Train"


def test_without_override_the_system_decides(language: None) -> None:
    QgsSettings().setValue("locale/userLocale", "zh_CN")
    QgsSettings().setValue("locale/overrideFlag", False)
    assert qgis_locale().name() == QLocale(QLocale.system().name()).name()


def test_dock_speaks_chinese(qtbot: QtBot) -> None:
    translator = install_translation(QLocale("zh_CN"))
    assert translator is not None
    bar, canvas = QgsMessageBar(), QgsMapCanvas()
    qtbot.addWidget(bar)
    qtbot.addWidget(canvas)
    try:
        dock = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
        qtbot.addWidget(dock)
        form = dock.train_page.form
        assert [dock.tabs.tabText(index)[2:] for index in range(3)] == ["数据", "训练", "预测"]
        assert form.models.itemText(form.models.findData("random_forest")) == "随机森林"
        assert dock.train_page.model_line.text().startswith("首选")
        assert form.recipe_form.editor("learning_rate").widget.toolTip().startswith("每步的大小")
        assert dock.shutdown()
    finally:
        remove_translation(translator)


def test_first_sentence_in_both_languages() -> None:
    assert first_sentence("The disk is full. Free some space.") == "The disk is full."
    assert first_sentence("磁盘已满。请释放空间。") == "磁盘已满。"
    assert first_sentence("mIoU 0.61") == "mIoU 0.61"
