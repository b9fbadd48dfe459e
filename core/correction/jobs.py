"""The jobs of correction: what the worker is asked to make of a prediction and a session."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.beside import beside_prediction
from ..files.roles import reads, writes
from ..parameters import parameter


@dataclass(frozen=True)
class ApplyCorrectionsJob:
    """Write a copy of a prediction with the corrections of a session in it; the prediction stays as it is.

    An empty `prediction` takes the one that was corrected.
    """

    prediction: str = reads()
    session: str = reads()
    out: str = writes(beside=beside_prediction)
    carry_over: bool = parameter(
        False, "Carry over", "Take the corrections of another prediction, or of an earlier state of this one, "
        "where their place and their class still fit.",
    )  # fmt: skip


@dataclass(frozen=True)
class CorrectionsToLabelsJob:
    """Write the corrections of a session as polygons with a class each, to train on."""

    session: str = reads()
    out: str = writes()


@dataclass(frozen=True)
class RegionsJob:
    """Index the connected regions of a prediction, so that each can be looked up."""

    prediction: str = reads()
    out: str = writes()
