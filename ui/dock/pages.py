"""The table of pages: what the dock shows behind its tabs, and what each page is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from ...core.wording import translatable
from ..messages import Messages
from ..widgets.page import Page
from ..worker.launcher import Launcher
from .compare.compare_page import ComparePage
from .correct.page import CorrectPage
from .data.data_page import DataPage
from .predict.predict_page import PredictPage
from .train.train_page import TrainPage


@dataclass(frozen=True)
class Surroundings:
    """What a page may work with: the open project, its canvas, what runs jobs and what tells the user."""

    project: QgsProject
    canvas: QgsMapCanvas
    launcher: Launcher
    messages: Messages

    def view(self) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
        """Give the canvas's extent with its coordinate system."""
        return self.canvas.extent(), self.canvas.mapSettings().destinationCrs()


@dataclass(frozen=True)
class PageEntry:
    """One page.

    Attributes:
        title: On its tab, after a number and a blank.
        tip: The question that it answers.
        make: Makes it, with the control behind it where it has one.
        manual: The manual's page about it.
    """

    title: str
    tip: str
    make: Callable[[Surroundings], Page]
    manual: str = "index"


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        translatable("① Data"), translatable("What to learn from"), lambda around: DataPage(around.project), "labels"
    ),
    PageEntry(translatable("② Train"), translatable("How to learn"), lambda _around: TrainPage(), "training"),
    PageEntry(
        translatable("③ Predict"), translatable("Where to map"),
        lambda around: PredictPage(around.project, around.view), "predicting",
    ),
    PageEntry(
        translatable("④ Correct"), translatable("What is wrong on the map"),
        lambda around: CorrectPage(around.project), "correcting",
    ),
    PageEntry(
        translatable("⑤ Compare"), translatable("How right the map is, and which model is best"),
        lambda around: ComparePage(around.project, around.canvas, around.messages), "figures",
    ),
)  # fmt: skip
"""In the order of their tabs."""
