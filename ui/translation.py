"""The interface in the language of QGIS, where there is a translation; English everywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .help.standing import TRANSLATIONS, load_translation


def install_translation(locale: Optional[QLocale] = None, folder: Path = TRANSLATIONS) -> Optional[QTranslator]:
    """Translate all texts from now on; None where the language has no translation. Keep what is given."""
    translator = load_translation(locale, folder)
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: Optional[QTranslator]) -> None:
    """Take a translation away again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
