"""The training job: scenes, recipe and where the model goes, as it travels to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ...file_roles import reads, works_in, writes
from ...geodata.scene import Scene
from .recipe import Recipe


@dataclass(frozen=True)
class TrainJob:
    """Train a model from scenes and leave one model file; the run's folder holds everything else."""

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
