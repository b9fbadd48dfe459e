"""The wording of pages made by core in QGIS: in its language, with numbers and dates as its locale writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ..core.training.settings.recipes import RECIPES
from ..core.wording import Wording
from .recipe_texts import recipe_title
from .texts import number_text, time_text, tr
from .widgets.editors import choice_text


def page_wording() -> Wording:
    """Give the wording for the language that QGIS is in now."""
    return Wording(tr, number_text, time_text, _moment, _choice)


def _moment(text: str) -> str:
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODate)
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat) if moment.isValid() else text


def _choice(key: str) -> str:
    return recipe_title(key) if key in RECIPES else choice_text(key)
