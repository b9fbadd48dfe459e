"""The jobs of assessment, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..files.roles import reads, writes
from ..geodata.extent import Extent
from ..geodata.scene import Scene
from ..parameters import parameter
from .boundaries.boundary_settings import BoundarySettings

UNSTATED, TRANSFER, MAP = QUESTIONS = ("unstated", "transfer", "map")
"""What an assessment asks, by how its labels were chosen."""


@dataclass(frozen=True)
class EvaluateJob:
    """Compare a prediction with labels it never saw; the report is JSON where `out` is given.

    `trained_on` are the labels that the model learned from: with them it is told how far off test places and map are.
    """

    prediction: str = reads()
    labels: str = reads()
    class_field: str = ""
    layer: str = ""
    labelled_area: str = reads("")
    labelled_area_layer: str = ""
    extent: Optional[Extent] = None
    out: str = writes("")
    trained_on: str = reads("")
    trained_on_layer: str = ""
    probabilities: str = reads("")
    question: str = parameter(
        UNSTATED,
        "What the labels are",
        "transfer: in blocks or scenes that training never saw; map: a probability sample of this map in which every "
        "pixel had the same chance.",
        choices=QUESTIONS,
    )
    renamed: dict[str, str] = parameter(
        {}, "Classes by other names", "The prediction's class for each class of the labels that goes by another name.",
        advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class CompareModelsJob:
    """Measure models on the same labelled pixels: those that none of them has learned from.

    `runs` are the folders of the trainings that made them, in the same order.
    """

    scene: Scene
    models: tuple[str, ...] = reads()
    runs: tuple[str, ...] = reads(())
    device: str = "auto"
    threads: int = 0


@dataclass(frozen=True)
class AssessBoundariesJob:
    """Tell how far a prediction's boundaries lie from true ones, which objects it found, and how long its lines are."""

    prediction: str = reads()
    labels: str = reads()
    class_field: str = ""
    layer: str = ""
    labelled_area: str = reads("")
    labelled_area_layer: str = ""
    extent: Optional[Extent] = None
    out: str = writes("")
    settings: BoundarySettings = BoundarySettings()
    renamed: dict[str, str] = parameter(
        {}, "Classes by other names", "The prediction's class for each class of the labels that goes by another name.",
        advanced=True,
    )  # fmt: skip
