"""The jobs that make vectors of a prediction, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.beside import beside_prediction
from ..files.roles import reads, writes
from .parameters import CentreLineParameters, CleanParameters, PolygonParameters


@dataclass(frozen=True)
class CleanJob:
    """Take small patches, speckle and frayed edges out of a prediction."""

    prediction: str = reads()
    out: str = writes(beside=beside_prediction)
    parameters: CleanParameters = CleanParameters()


@dataclass(frozen=True)
class PolygonsJob:
    """Draw a prediction as polygons in a GeoPackage; `probabilities` is the raster made beside it, if there is one."""

    prediction: str = reads()
    out: str = writes()
    parameters: PolygonParameters = PolygonParameters()
    probabilities: str = reads("")


@dataclass(frozen=True)
class CentreLinesJob:
    """Draw the linear features of one class of a prediction as lines in a GeoPackage."""

    prediction: str = reads()
    out: str = writes()
    class_name: str  # type: ignore[misc]
    parameters: CentreLineParameters = CentreLineParameters()
