"""An item of the queue: a tile to look over, or a random place to tell the class of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer

from ...core.assessment.sampling.fields import ANSWER
from ...core.review.fields import NUMBER, VERDICT

_TILE_AROUND, _PLACE_AROUND = 1.6, 80.0


@dataclass(frozen=True)
class QueueItem:
    """A feature of the reviews, or of the accuracy sample beside them."""

    number: int
    layer: QgsVectorLayer
    feature: QgsFeature
    is_place: bool

    @property
    def answer(self) -> str:
        """The verdict, or the class; empty while there is none."""
        value = self.feature[ANSWER if self.is_place else VERDICT]
        return "" if value is None or str(value) in ("", "NULL") else str(value)

    def frame(self, mapped: Optional[QgsRasterLayer]) -> QgsGeometry:
        """Give what is drawn around it, in its layer's system: the tile, or the pixel of the map."""
        shape = QgsGeometry(self.feature.geometry())
        if not self.is_place or mapped is None:
            return shape
        point, half = shape.asPoint(), 0.5 * mapped.rasterUnitsPerPixelX()
        return QgsGeometry.fromRect(
            QgsRectangle(point.x() - half, point.y() - half, point.x() + half, point.y() + half)
        )

    @property
    def around(self) -> float:
        """How many times as wide as the frame the view is."""
        return _PLACE_AROUND if self.is_place else _TILE_AROUND


def queue_items(reviews: QgsVectorLayer, sample: Optional[QgsVectorLayer]) -> list[QueueItem]:
    """List what there is, in the order in which it is offered."""
    items = [QueueItem(int(one[NUMBER]), reviews, one, False) for one in reviews.getFeatures()]
    if sample is not None:
        items += [QueueItem(int(one[NUMBER]), sample, one, True) for one in sample.getFeatures()]
    return sorted(items, key=lambda item: item.number)
