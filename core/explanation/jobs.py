"""The jobs that explain a model: which bands count, what a network looks at, where it may be trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from ..files.roles import reads, writes
from ..geodata.extent import Extent
from ..geodata.scene import Scene
from ..parameters import parameter

SPACES = MODEL_SPACE, BAND_SPACE = ("model", "bands")


@dataclass(frozen=True)
class ImportanceSettings:
    """How bands are shuffled."""

    blocks: int = parameter(
        64, "Blocks", "How many blocks of the imagery are looked at, at most.", unit="blocks", low=2, high=10_000
    )
    block_px: int = parameter(
        64, "Block size", "Side of the blocks between which bands are shuffled.", unit="px", low=8, high=1024
    )
    repeats: int = parameter(3, "Repeats", "How often each band is shuffled.", unit="times", low=1, high=100)


@dataclass(frozen=True)
class BandImportanceJob:
    """Tell how much a model's maps depend on each band of the imagery, on labels that it never saw."""

    model: str = reads()
    scene: Scene = field(default_factory=lambda: Scene((), ""))
    settings: ImportanceSettings = ImportanceSettings()
    out: str = writes("")
    seed: int = 0
    device: str = "auto"
    threads: int = 0


@dataclass(frozen=True)
class ApplicabilitySettings:
    """How it is told where a model may be trusted."""

    space: str = parameter(
        "model", "Distances between",
        "model: what the model itself decides by: the last layer of a network, a classifier's features, those that "
        "matter to a forest more; bands: the values of the bands.",
        choices=SPACES,
    )  # fmt: skip
    block_px: int = parameter(
        64, "Block size", "Training pixels of one block don't count as neighbours of each other.", unit="px", low=2,
        high=100_000, advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class ApplicabilityJob:
    """Map how unlike its training pixels imagery is for a model; without `images` the scene's own imagery."""

    model: str = reads()
    scene: Scene = field(default_factory=lambda: Scene((), ""))
    out: str = writes("")
    images: tuple[str, ...] = reads(())
    settings: ApplicabilitySettings = ApplicabilitySettings()
    seed: int = 0
    device: str = "auto"
    threads: int = 0


@dataclass(frozen=True)
class SaliencySettings:
    """How it is told what a network looks at."""

    class_name: str = parameter(
        "", "Class", "The class whose finding is explained; empty takes the one that is found most there."
    )
    steps: int = parameter(
        32, "Steps", "From the plain tile to the real one; more are more exact.", unit="steps", low=2, high=1000,
        advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class SaliencyJob:
    """Show which pixels and bands made a network find a class in an extent of the imagery."""

    model: str = reads()
    images: tuple[str, ...] = reads()
    out: str = writes()
    extent: Optional[Extent] = None
    bands: tuple[str, ...] = ()
    settings: SaliencySettings = SaliencySettings()
    device: str = "auto"
    threads: int = 0
