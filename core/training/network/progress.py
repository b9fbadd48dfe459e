"""What a network learns from, and how far that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from ...assessment.spread import BlockCounts
from ...geodata.normalisation import Normalisation
from ...labels.legend import Legend
from ..data.batches import TrainingTiles
from ..data.layer_hiding import LayerHiding
from ..data.scenes import SceneWindow
from ..data.tiles import LabelledScene


@dataclass(frozen=True)
class TrainingData:
    """What a network learns from: scenes, the drawing of tiles, the validation tiles, the scaling, what is hidden."""

    scenes: Sequence[LabelledScene]
    tiles: TrainingTiles
    validation: Sequence[SceneWindow]
    validation_part: int | None
    normalisation: Normalisation
    legend: Legend
    hiding: Optional[LayerHiding] = None
    all_over: bool = False

    def block_counts(self, tiles: int) -> BlockCounts:
        """Give a count by place of what so many tiles show: of parts of them where labels lie all over."""
        return BlockCounts(len(self.legend), tiles, self.all_over)


@dataclass
class Progress:
    """How far a training is; all of it is in the checkpoint.

    Attributes:
        epoch: Epochs done, which is the number from 0 of the one that is worked on.
        position: Batches of that epoch done.
        loss_sum: Sum of their losses.
        step: Steps done in all epochs.
        seconds: Time worked.
        best_epoch: Number from 0 of the best epoch; −1 before there is one.
        best_score: Its measure, more is better.
        origin: What the network started from.
        measured: Validation tiles that epochs are measured on; 0 for all of them.
        began: Time worked when the first step began.
        limits: Minutes and steps that the schedule is planned for.
        measures: What every epoch was worth to the schedule.
    """

    epoch: int = 0
    position: int = 0
    loss_sum: float = 0.0
    step: int = 0
    seconds: float = 0.0
    best_epoch: int = -1
    best_score: float = -math.inf
    origin: dict[str, Any] = field(default_factory=dict)
    measured: int = 0
    began: float = 0.0
    limits: list[Optional[float]] = field(default_factory=list)
    measures: list[float] = field(default_factory=list)
