"""Validating while training: in pieces when memory is full, and with what other processes found."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Callable

from ...model.devices import is_out_of_memory
from ..data.batches import BatchReader
from ..data.scenes import SceneWindow
from ..results.validation import Validated, validate
from ..settings.recipe import Recipe
from .learner import Learner
from .processes import Processes
from .progress import TrainingData


def validated_in_pieces(
    learner: Learner, reader: BatchReader, scene_windows: Sequence[SceneWindow], data: TrainingData, recipe: Recipe,
    processes: Processes, check: Callable[[], None],
) -> Validated:  # fmt: skip
    """Validate a network that learns, with fewer tiles at a time where memory is full.

    Args:
        learner: Whose network it is, and whose batches are in pieces from then on.
        reader: Reads the tiles.
        scene_windows: The tiles, shared out among the processes.
        data: What is learned from.
        recipe: Size of a batch and of its tiles.
        processes: Those that train together, whose findings are pooled.
        check: Called between batches; raises to stop.

    Raises:
        OutcropError: When not even one tile fits the memory.
    """
    mine = scene_windows[processes.rank :: processes.count]
    while True:
        at_once = math.ceil(recipe.batch_size / learner.pieces)
        batches = [mine[start : start + at_once] for start in range(0, len(mine), at_once)]
        try:
            found = validate(
                learner.network, reader, batches, data.validation_part, data.block_counts(len(mine)), learner.loss,
                learner.device, recipe.resize_px, check,
            )  # fmt: skip
            break
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            learner.halve(recipe.batch_size, recipe.resize_px or recipe.tile_px, error)
    return Validated(*processes.pooled(found.confusion, found.loss_sum, found.pixels), found.blocks)
