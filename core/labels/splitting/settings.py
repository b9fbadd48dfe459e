"""Split settings: what a split needs to know of a recipe; any object with these values will do."""

from __future__ import annotations

from typing import Optional, Protocol


class SplitSettings(Protocol):
    """Kind, shares and sizes of a split; a recipe has them all. Sizes are in pixels of the label rasters."""

    @property
    def split(self) -> str:
        """The kind: “blocks”, “polygons”, “scenes”, “random_tiles” or “none”."""
        ...

    @property
    def validation_share(self) -> float:
        """Share of the labels held back to measure a model, 0…1."""
        ...

    @property
    def test_share(self) -> float:
        """Share of the labels that not even the choice of the best epoch sees, 0…1."""
        ...

    @property
    def block_px(self) -> Optional[int]:
        """Side of the blocks; None fits it to the labels."""
        ...

    @property
    def gap_px(self) -> Optional[int]:
        """Width of the unused strip between parts; None fits it to the labels."""
        ...

    @property
    def maps_other_scenes(self) -> bool:
        """Whether what is held back stands for other scenes, rather than for the rest of these."""
        ...

    @property
    def tile_px(self) -> int:
        """Side of the tiles that a network sees."""
        ...

    @property
    def stride_px(self) -> int:
        """Step between neighbouring random tiles."""
        ...
