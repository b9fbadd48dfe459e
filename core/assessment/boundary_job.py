"""The job on boundaries: what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..file_roles import reads, writes
from ..geodata.extent import Extent
from ..parameters import parameter
from .boundary_settings import BoundarySettings


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
