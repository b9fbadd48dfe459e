"""How much is labelled, and whether that is few."""

from __future__ import annotations

from dataclasses import dataclass

from .few_polygons import MOST

FEW_PIXELS = 20_000
"""Up to so many labelled pixels are few where no polygons are known: about those of a tile of 128 px (ours)."""
_FEW_BESIDE = 200_000
"""Up to so many beside polygons, corrected or from a label raster, leave these few: about a dozen such tiles (ours)."""


@dataclass(frozen=True)
class LabelAmount:
    """How much is labelled in all scenes.

    Attributes:
        polygons: How many were drawn; 0 where labels are rasters.
        pixels: How many pixels are labelled.
        beside: Those of them that no polygon has: corrected, reviewed, or from a label raster.
        has_area: Whether some area is labelled completely.
    """

    polygons: int
    pixels: int
    beside: int = 0
    has_area: bool = False

    @property
    def is_few(self) -> bool:
        """Whether labels are so few that what is held back can't tell epochs apart, and is missed in training."""
        if self.has_area:
            return False
        return self.polygons <= MOST and self.beside <= _FEW_BESIDE if self.polygons else self.pixels <= FEW_PIXELS
