"""The interface in the language of QGIS, where there is a translation; English everywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .environment import ROOT

FOLDER = ROOT / "resources" / "i18n"


def qgis_locale() -> QLocale:
    """Give the locale that QGIS's texts are in: the one chosen in its options, else the system's."""
    settings = QgsSettings()
    chosen = str(settings.value("locale/userLocale", "") or "")
    if chosen and settings.value("locale/overrideFlag", False, type=bool):
        return QLocale(chosen)
    return QLocale(QLocale.system().name())


def install_translation(locale: Optional[QLocale] = None, folder: Path = FOLDER) -> Optional[QTranslator]:
    """Translate all texts from now on; None where the language has no translation. Keep what is given."""
    translator = QTranslator()
    if not translator.load(locale or qgis_locale(), "outcrop", "_", str(folder)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: Optional[QTranslator]) -> None:
    """Take a translation away again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
