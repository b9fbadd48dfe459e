"""The job that chooses where to look next, as it is sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.roles import adds_to, reads
from ..geodata.scene import Scene
from ..parameters import parameter


@dataclass(frozen=True)
class NextTilesJob:
    """Choose tiles of a prediction to look at next; they are added to the layer of reviews in `out`.

    Random places are mixed in, which belong to the accuracy sample in the same file.
    """

    scene: Scene
    prediction: str = reads()
    out: str = adds_to()
    count: int = parameter(10, "Tiles", "How many are chosen in a round.", low=1, high=1000)
    side: int = parameter(64, "Side of a tile", "In pixels of the prediction.", unit="px", low=8, high=2048)
    audit: int = parameter(
        0, "Random places",
        "So many are mixed in, each a pixel, to tell how right the map is; they are never learned from.",
        low=0, high=1000,
    )  # fmt: skip
    seed: int = 0
