"""Suspects: what the label check has found, and the polygons of the layer that are meant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ....core.errors import BadInputError
from ....core.labels.jobs import PROBLEMS_LAYER, SUSPECT
from ...layers.classes.class_values import class_text
from ...texts import tr

_KEPT = "outcrop/kept-suspects"
"""Custom property of a polygon layer: which suspects were looked at and kept."""


@dataclass(frozen=True)
class SuspectPolygon:
    """A polygon under suspicion: its class, the one that models see, how certain, and where it lies.

    `place` and `box` are in the polygon layer's coordinate system; `place` lies within the polygon.
    """

    class_name: str
    suggested: str
    certainty: float
    text: str
    place: QgsGeometry
    box: QgsRectangle

    @property
    def key(self) -> str:
        """What tells it from others, also after the next check."""
        point = self.place.asPoint()
        return f"{self.class_name} {point.x():.7g} {point.y():.7g}"


def read_suspects(file: Path, layer: QgsVectorLayer, project: QgsProject) -> list[SuspectPolygon]:
    """Read what a check has found, in its order, without those that were kept before.

    Raises:
        BadInputError: The file can't be read.
    """
    problems = QgsVectorLayer(f"{file}|layername={PROBLEMS_LAYER}", PROBLEMS_LAYER, "ogr")
    if not problems.isValid():
        raise BadInputError(tr("The check's file “{path}” can't be read. Check the polygons again.", path=file))
    transform = QgsCoordinateTransform(problems.crs(), layer.crs(), project)
    kept, listed = set(_kept(layer)), []
    for feature in problems.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"kind\" = '{SUSPECT}'")):
        shape = QgsGeometry(feature.geometry())
        try:
            shape.transform(transform)
        except QgsCsException:
            continue
        one = SuspectPolygon(str(feature["class_name"]), str(feature["suggested"]), float(feature["certainty"]),
                      str(feature["text"]), shape.pointOnSurface(), shape.boundingBox())  # fmt: skip
        if one.key not in kept:
            listed.append(one)
    return listed


def keep(layer: QgsVectorLayer, suspect: SuspectPolygon) -> None:
    """Remember, with the layer in its project, that a suspect was looked at and is right."""
    layer.setCustomProperty(_KEPT, [*_kept(layer), suspect.key])


def polygon_of(layer: QgsVectorLayer, field: str, suspect: SuspectPolygon) -> Optional[QgsFeature]:
    """Find the polygon that is meant; None where it has gone, or carries another class by now."""
    point = suspect.place.asPoint()
    request = QgsFeatureRequest(QgsRectangle(point.x(), point.y(), point.x(), point.y()))
    here = [
        feature
        for feature in layer.getFeatures(request)
        if class_text(feature[field]) == suspect.class_name and feature.geometry().contains(suspect.place)
    ]
    return min(here, key=lambda feature: _unlike(feature.geometry().boundingBox(), suspect.box), default=None)


def _unlike(one: QgsRectangle, other: QgsRectangle) -> float:
    return float(
        abs(one.xMinimum() - other.xMinimum()) + abs(one.xMaximum() - other.xMaximum())
        + abs(one.yMinimum() - other.yMinimum()) + abs(one.yMaximum() - other.yMaximum())
    )  # fmt: skip


def _kept(layer: QgsVectorLayer) -> list[str]:
    value = layer.customProperty(_KEPT)
    return [str(key) for key in value] if isinstance(value, (list, tuple)) else [str(value)] if value else []
