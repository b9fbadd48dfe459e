"""Where this Outcrop stands: in a QGIS that is too old, half updated, or beside settings of a newer one; told in words.

What is asked before the plugin is loaded imports nothing of it and is plain enough for an old Python.
"""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import Qgis, QgsMessageLog, QgsSettings
from qgis.PyQt.QtCore import QLocale, QTranslator

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_ROOT = Path(__file__).resolve().parents[2]
METADATA = _ROOT / "metadata.txt"
TRANSLATIONS = _ROOT / "resources" / "i18n"
LOWEST_PYTHON = (3, 9)
NAME = "Outcrop"
SEEN_VERSION = "version"
"""Under this name the memory keeps the newest version that has run in the profile."""


def fact(name: str, metadata: Path = METADATA) -> str:
    """Give a value of the metadata as it stands on the disk; empty where it isn't there."""
    try:
        match = re.search("^" + name + "=(.*)$", metadata.read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return ""
    return match.group(1).strip() if match else ""


def qgis_locale() -> QLocale:
    """Give the locale that QGIS's texts are in: the one chosen in its options, else the system's."""
    settings = QgsSettings()
    chosen = str(settings.value("locale/userLocale", "") or "")
    if chosen and settings.value("locale/overrideFlag", False, type=bool):
        return QLocale(chosen)
    return QLocale(QLocale.system().name())


def load_translation(locale: Optional[QLocale] = None, folder: Path = TRANSLATIONS) -> Optional[QTranslator]:
    """Load the translation into a language, QGIS's by default; None where there is none."""
    translator = QTranslator()
    return translator if translator.load(locale or qgis_locale(), "outcrop", "_", str(folder)) else None


def tr(text: str, **values: Any) -> str:
    """Translate a text where no translation is installed yet, and fill its {placeholders}."""
    translator = load_translation()
    translated = translator.translate(NAME, text) if translator is not None else ""
    return (translated or text).format(**values)


LOADED = fact("version")
"""The version that QGIS has loaded."""


def obstacle(qgis: int = 0, python: Optional[tuple[int, int]] = None, metadata: Path = METADATA) -> str:
    """Say why the plugin can't be loaded here, and the way out; empty where it can.

    Args:
        qgis: The version of QGIS as a number, such as 32216; by default of this one.
        python: The version of its Python, such as (3, 9).
        metadata: The plugin's facts, which name the oldest QGIS.
    """
    have, speaks = qgis or Qgis.QGIS_VERSION_INT, tuple(python or sys.version_info[:2])
    floor = fact("qgisMinimumVersion", metadata)
    major, minor = (int(part) for part in (floor + ".0").split(".")[:2]) if floor else (0, 0)
    if have < major * 10000 + minor * 100:
        shown = f"{have // 10000}.{have // 100 % 100}"
        return tr(
            "Outcrop needs QGIS {floor} or newer, and this is {shown}. Update QGIS; your projects stay as they are.",
            floor=floor, shown=shown,
        )  # fmt: skip
    if speaks < LOWEST_PYTHON:
        return tr(
            "Outcrop needs a QGIS with Python {lowest} or newer, and this one has {speaks}. Install a newer QGIS "
            "beside it; installers of qgis.org bring their own Python.",
            lowest=".".join(map(str, LOWEST_PYTHON)), speaks=".".join(map(str, speaks)),
        )  # fmt: skip
    return ""


def torn(error: Exception) -> str:
    """Say that the plugin's files don't fit one another, and the way out; the log gets what failed."""
    QgsMessageLog.logMessage("".join(traceback.format_exception(type(error), error, error.__traceback__)), "Outcrop")
    return tr(
        "Outcrop's files don't fit one another: {error}. An update was interrupted. Close QGIS and open it again; if "
        "this stays, uninstall and install Outcrop in Plugins, Manage and Install Plugins. Models and settings stay.",
        error=error,
    )


def updated_meanwhile(metadata: Path = METADATA, loaded: str = LOADED) -> str:
    """Give the version that lies on the disk by now where it isn't the one that QGIS has loaded; empty otherwise."""
    now = fact("version", metadata)
    return now if now and loaded and now != loaded else ""


def is_newer(one: Any, other: str) -> bool:
    """Whether a version such as "1.10.0" is newer than another; what is no version is never newer."""
    numbers = [re.findall(r"\d+", str(version or "")) for version in (one, other)]
    return [int(part) for part in numbers[0]] > [int(part) for part in numbers[1]]


class IdlePlugin:
    """Stands in QGIS where the plugin can't: it says why, and does nothing else."""

    def __init__(self, iface: QgisInterface, words: str) -> None:
        self._iface, self.words = iface, words

    def initProcessing(self) -> None:
        """Tell it where there is no window."""
        QgsMessageLog.logMessage(self.words, NAME)

    def initGui(self) -> None:
        """Tell it in the window, until it is closed."""
        self._iface.messageBar().pushMessage(NAME, self.words, level=Qgis.MessageLevel.Warning, duration=0)

    def unload(self) -> None:
        """There is nothing to take away."""
