"""Feedback that remembers what it was told, and cancels itself where a test wants it."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProcessingFeedback


class Listener(QgsProcessingFeedback):
    """Feedback that remembers what it was told, and cancels itself at a progress or at a text."""

    def __init__(self, cancel_at: float = 200.0, cancel_on: Optional[str] = None) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.texts: list[str] = []
        self.progressed: list[float] = []
        self._cancel_at, self._cancel_on = cancel_at, cancel_on
        self.progressChanged.connect(self._on_progress)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self.texts.append(text)
        if self._cancel_on is not None and text.startswith(self._cancel_on):
            self.cancel()

    def _on_progress(self, progress: float) -> None:
        self.progressed.append(progress)
        if progress >= self._cancel_at:
            self.cancel()
