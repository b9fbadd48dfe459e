"""The jobs on maps that were predicted: what changed between two, and which models map best."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.roles import reads, works_in, writes
from ..geodata.scene import Scene
from ..parameters import parameter
from ..training.settings.recipe import Recipe

COMPARISON_FILE = "comparison.json"
"""What a comparison's folder tells of it."""


@dataclass(frozen=True)
class ChangesJob:
    """Find where two maps of a place differ, from which class to which."""

    before: str = reads()
    after: str = reads()
    out: str = writes()


@dataclass(frozen=True)
class Contestant:
    """One recipe that takes part, under the name that tables show."""

    name: str
    recipe: Recipe = Recipe()


@dataclass(frozen=True)
class CompareSettings:
    """How models are compared."""

    seeds: int = parameter(
        1, "Seeds", "How often each is trained, with another seed: shows how much is chance.", unit="seeds", low=1,
        high=50,
    )  # fmt: skip
    test_share: float = parameter(
        0.2, "Test share",
        "Share of the labels that no model sees in any way and on which all are measured; 0 measures on the validation "
        "part, which has chosen each model's best epoch.",
        low=0.0, high=0.6,
    )  # fmt: skip
    whole_maps: bool = parameter(
        True, "Map the whole imagery", "Else only where there are labels to measure on; faster on large scenes."
    )
    bootstrap_block_px: int = parameter(
        64, "Blocks of the intervals", "Side of the squares that the bootstrap draws.", unit="px", low=4, high=100_000,
        advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class CompareJob:
    """Train several recipes on the same labels with the same split, or take models as they are, and compare their maps.

    `models` are model files that aren't trained again. Everything is written to `folder`; what is there of an earlier,
    interrupted comparison of the same contestants is used again.
    """

    scene: Scene
    folder: str = works_in()
    contestants: tuple[Contestant, ...] = ()
    models: tuple[str, ...] = reads(())
    settings: CompareSettings = CompareSettings()
    seed: int = 0
    device: str = "auto"
    threads: int = 0
    all_touched: bool = False
