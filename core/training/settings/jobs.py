"""The jobs of training, as they are sent to the worker: scenes, recipe and where the model goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...files.beside import beside_table
from ...files.roles import reads, works_in, writes
from ...geodata.scene import Scene
from .recipe import Recipe


@dataclass(frozen=True)
class TrainJob:
    """Train a model from scenes and leave one model file; the run's folder holds everything else.

    `split_seed` splits the labels in place of `seed`, so that models of several seeds are measured on the same pixels.
    """

    scenes: tuple[Scene, ...]
    model_file: str = writes()
    recipe: Recipe = Recipe()
    run_folder: str = works_in("")
    start_from: str = reads("")
    freeze: str = "none"
    device: str = "auto"
    threads: int = 0
    seed: int = 0
    all_touched: bool = False
    name: str = ""
    weights_folder: str = ""
    split_seed: Optional[int] = None
    keep_split_of: str = reads("")

    @property
    def has_area(self) -> bool:
        """Whether some area is labelled completely."""
        return any(scene.labelled_area for scene in self.scenes)


@dataclass(frozen=True)
class ForeseeJob:
    """Tell how long a `TrainJob` of these scenes and this recipe would take on this machine, and make nothing."""

    scenes: tuple[Scene, ...]
    recipe: Recipe = Recipe()
    start_from: str = reads("")
    device: str = "auto"
    threads: int = 0
    seed: int = 0


@dataclass(frozen=True)
class ResumeJob:
    """Go on with a run that was interrupted, or with `keep_best` end it with the best epoch that it has.

    With `minutes`, which count all its sittings, one that is finished goes on too.
    """

    run_folder: str = reads()
    device: str = "auto"
    keep_best: bool = False
    minutes: Optional[float] = None


@dataclass(frozen=True)
class SplitLabelsJob:
    """Write which part every labelled pixel belongs to; the recipe says how the labels are split."""

    scene: Scene
    out: str = writes(beside=beside_table)
    recipe: Recipe = Recipe()
    seed: int = 0
    all_touched: bool = False
