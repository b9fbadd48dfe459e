"""The job that makes a sample scene, as it travels to the worker, and the scenes that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Optional

from ..files.roles import fills


@dataclass(frozen=True)
class SceneKind:
    """One kind of sample scene.

    Attributes:
        title: What it shows.
        made_by: The module of this folder and its function `(folder, seed, size_px)` that writes the files and gives
            their paths by name.
        size_px: Its usual side.
    """

    title: str
    made_by: str
    size_px: int


SCENES: Mapping[str, SceneKind] = MappingProxyType({
    "pegmatite": SceneKind("Pegmatite dikes, four bands at 1 m", "scene.make_pegmatite", 1024),
    "lithology": SceneKind("Lithological units, with geophysics and samples", "lithology.scene.make_lithology", 640),
    "tailings": SceneKind("Tailings ponds, four bands at 8 m", "tailings.make_tailings", 768),
    "landslides": SceneKind("Landslides, five bands and elevation at 10 m", "landslides.make_landslides", 768),
})  # fmt: skip
"""The kinds by the name that `--scene` takes."""
USUAL_SCENE = "pegmatite"


@dataclass(frozen=True)
class SampleJob:
    """Make a sample scene in a folder, from a seed; without a size it has its kind's."""

    folder: str = fills()
    seed: int = 1
    size_px: Optional[int] = None
    scene: str = USUAL_SCENE
