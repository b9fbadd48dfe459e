"""Settings: one typed entry each, kept in the user's QGIS profile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Optional, TypeVar

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QStandardPaths

T = TypeVar("T", str, int, bool, float)
FILE, FOLDER, NUMBER = "file", "folder", "number"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key, default, the words that a form shows, and its range.

    `kind` says how a form edits it (`FILE`, `FOLDER` or `NUMBER`).
    """

    key: str
    default: T
    label: str
    help: str
    kind: str
    empty: str = ""
    low: Optional[int] = None
    high: Optional[int] = None

    def value(self) -> T:
        """Read the setting; what doesn't fit its type or range counts as not set."""
        try:
            value = QgsSettings().value(f"outcrop/{self.key}", self.default, type=type(self.default))
        except TypeError:
            return self.default
        if isinstance(value, (int, float)) and not self._in_range(value):
            return self.default
        return value

    def set_value(self, value: T) -> None:
        """Write the setting; the default itself is not stored, so that a better one can come later."""
        if value == self.default:
            QgsSettings().remove(f"outcrop/{self.key}")
        else:
            QgsSettings().setValue(f"outcrop/{self.key}", value)

    def _in_range(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


INTERPRETER = Setting(
    "interpreter", "", QT_TRANSLATE_NOOP("Outcrop", "Python for computing"),
    QT_TRANSLATE_NOOP("Outcrop", "The Python that trains and predicts. It needs PyTorch, rasterio and scikit-learn."),
    FILE, QT_TRANSLATE_NOOP("Outcrop", "found by itself"),
)  # fmt: skip
WORK_FOLDER = Setting(
    "work-folder", "", QT_TRANSLATE_NOOP("Outcrop", "Models and results"),
    QT_TRANSLATE_NOOP("Outcrop", "Model files, predictions and what each run leaves are kept in this folder."),
    FOLDER, QT_TRANSLATE_NOOP("Outcrop", "Outcrop, in your documents"),
)  # fmt: skip
THREADS = Setting(
    "threads", 0, QT_TRANSLATE_NOOP("Outcrop", "Processor threads"),
    QT_TRANSLATE_NOOP("Outcrop", "How many threads a job may use. 0 uses all; fewer leave more for other work."),
    NUMBER, QT_TRANSLATE_NOOP("Outcrop", "all"), 0, 256,
)  # fmt: skip
SETTINGS = (INTERPRETER, WORK_FOLDER, THREADS)
"""All of them, in the order in which the dialog shows them."""


def work_folder() -> Path:
    """Give the folder that holds models, predictions and runs."""
    chosen = WORK_FOLDER.value()
    if chosen:
        return Path(chosen)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Outcrop"


def models_folder() -> Path:
    """Give the folder that holds the model files."""
    return work_folder() / "models"


def runs_folder() -> Path:
    """Give the folder in which every job has a folder of its own."""
    return work_folder() / "runs"
