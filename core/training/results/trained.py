"""What a training gives, whichever kind of model was trained."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np

from ...assessment.confusion import Confusion
from ...geodata.normalisation import Normalisation
from ...model.companion import Companion
from .calibrated import Calibrated


@dataclass(frozen=True)
class Trained:
    """A model that was trained, without its card.

    Attributes:
        arrays: Everything learned, by name, that of the companions too.
        confusion: Of the validation part.
        margin_px: How much of a tile's edge prediction drops.
        provenance: What else there is to tell of the training.
        band_filters: Which pretrained filter each band was given.
        held: What held-back pixels say of its probabilities.
        blocks: Pixels of the validation part by group of places, true and predicted class (G, C, C), for the spread.
        refit: What was done when it learned from everything in the end; empty where it didn't.
        normalisation: How its input is scaled, where that was learned anew; None for the scaling as prepared.
        measured: What the model that was measured had learned, where another, which learned from everything, is kept.
        companions: The further models of a committee.
        class_factors: What probabilities are multiplied by, by class; see `prior_shift`.
        agreement: How far a committee's network agrees with the others, labelled or not; see `Agreement`.
    """

    arrays: dict[str, np.ndarray]
    confusion: Confusion
    margin_px: int
    provenance: dict[str, Any] = field(default_factory=dict)
    band_filters: dict[str, str] = field(default_factory=dict)
    held: Calibrated = Calibrated()
    blocks: Optional[np.ndarray] = None
    refit: dict[str, Any] = field(default_factory=dict)
    normalisation: Optional[Normalisation] = None
    measured: Optional[dict[str, np.ndarray]] = None
    companions: tuple[Companion, ...] = ()
    class_factors: tuple[float, ...] = ()
    agreement: dict[str, float] = field(default_factory=dict)
