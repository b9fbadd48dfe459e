"""Outcrop in QGIS's locator bar: `out` and a word lead to a page of the dock, a sample, the manual, the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Callable, Optional

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtCore import QObject

from ...core.sample.jobs import SCENES
from ..dock.dock import OutcropDock
from ..icons import icon
from ..texts import tr

PREFIX = "out"
"""Shorter ones are QGIS's own."""


@dataclass(frozen=True)
class LocatorEntry:
    """What can be asked for: the words that are shown and searched, and what it does."""

    title: str
    about: str
    act: Callable[[], None]

    def answers(self, text: str) -> bool:
        """Whether every word of a text is in the title or in what it is about."""
        said = f"{self.title} {self.about}".casefold()
        return all(word in said for word in text.casefold().split())


def commands(dock: OutcropDock) -> tuple[LocatorEntry, ...]:
    """Give what the locator offers, in the order in which it is shown."""
    pages = [
        LocatorEntry(
            tr("Outcrop: {page}", page=dock.tabs.tabText(index)), dock.tabs.tabToolTip(index),
            partial(_show, dock, partial(dock.tabs.setCurrentIndex, index)),
        )
        for index in range(dock.tabs.count())
    ]  # fmt: skip
    samples = [
        LocatorEntry(
            tr("Outcrop: open the sample “{subject}”", subject=tr(scene.title)), tr("Made by code, with polygons"),
            partial(_show, dock, partial(dock.environment.open_sample, name)),
        )
        for name, scene in SCENES.items()
    ]  # fmt: skip
    return (
        *pages, *samples,
        LocatorEntry(tr("Outcrop: First steps"), tr("How to begin"), dock.environment.open_first_steps),
        LocatorEntry(tr("Outcrop: Manual"), tr("Help in your browser"), dock.environment.open_manual),
        LocatorEntry(tr("Outcrop: What goes wrong, and what to do"), tr("Help in your browser"),
                partial(dock.environment.open_manual, "trouble")),
        LocatorEntry(tr("Outcrop: Set up"), tr("Install, repair, remove what computes"), dock.environment.open_dialog),
        LocatorEntry(tr("Outcrop: Settings"), tr("Settings of Outcrop"), dock.open_settings),
    )  # fmt: skip


class OutcropLocator(QgsLocatorFilter):
    """The filter that QGIS asks; it answers at once, in the main thread."""

    def __init__(self, offered: Sequence[LocatorEntry], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._offered = tuple(offered)

    def clone(self) -> OutcropLocator:
        """Give another one of the same commands."""
        return OutcropLocator(self._offered)

    def name(self) -> str:
        """Give the id, which never changes."""
        return "outcrop"

    def displayName(self) -> str:
        """Give what the bar's list of filters shows."""
        return tr("Outcrop")

    def prefix(self) -> str:
        """Give the letters that ask this filter alone."""
        return PREFIX

    def flags(self) -> QgsLocatorFilter.Flags:
        """Say that it needs no thread."""
        return QgsLocatorFilter.Flags(QgsLocatorFilter.Flag.FlagFast)

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Give the commands that a text names; all of them after the prefix, none for nothing."""
        del feedback
        if not text.strip() and not context.usingPrefix:
            return
        for number, command in enumerate(self._offered):
            if command.answers(text):
                result = QgsLocatorResult(self, command.title, number)
                result.description = command.about
                result.icon = icon("outcrop")
                self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Do what was chosen."""
        number = result.getUserData() if hasattr(result, "getUserData") else result.userData
        self._offered[int(number)].act()


def _show(dock: OutcropDock, act: Callable[[], None]) -> None:
    """Show the dock first, wherever it is hidden."""
    dock.setUserVisible(True)
    act()
