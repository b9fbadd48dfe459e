"""Translations are found without Qt, in the file that QGIS reads too."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.report.languages import languages, page_language, wording
from outcrop.core.report.pages.comparison_page import TEXTS

SOURCE = Path(__file__).resolve().parents[3] / "resources" / "i18n" / "outcrop_zh_CN.ts"


def test_every_translation_of_the_plugin_is_found() -> None:
    told = {
        message.findtext("source"): message.findtext("translation")
        for message in ET.parse(SOURCE).iter("message")  # noqa: S314  (our own file)
        if message.find("translation").get("type") is None
    }
    assert len(told) > 1000
    tr = wording("zh").tr
    assert {source: tr(source) for source in told} == told


@pytest.mark.parametrize("language", ["zh", "zh_CN", "zh-CN", "ZH"])
def test_languages_by_any_of_their_names(language: str) -> None:
    tr = wording(language).tr
    assert re.search("[\u4e00-\u9fff]", tr(TEXTS["title"]))
    assert tr("no text of ours") == "no text of ours"
    assert page_language(language) == "zh"


def test_english_needs_none_and_others_are_refused() -> None:
    assert wording("en_GB").tr(TEXTS["title"]) == TEXTS["title"]
    assert languages() == ("en", "zh")
    assert page_language("fr_FR") == "en"
    with pytest.raises(BadInputError, match="Choose one of: en, zh"):
        wording("fr")
