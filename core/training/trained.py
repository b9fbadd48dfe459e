"""What a training gives, whichever kind of model was trained."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..assessment.confusion import Confusion


@dataclass(frozen=True)
class Trained:
    """A model that was trained, without its card.

    Attributes:
        arrays: Everything learned, by name.
        confusion: Of the validation part.
        margin_px: How much of a tile's edge prediction drops.
        provenance: What else there is to tell of the training.
        band_filters: Which pretrained filter each band was given.
        temperature: By which its probabilities keep their word; see `assessment.calibration`.
    """

    arrays: dict[str, np.ndarray]
    confusion: Confusion
    margin_px: int
    provenance: dict[str, Any] = field(default_factory=dict)
    band_filters: dict[str, str] = field(default_factory=dict)
    temperature: float = 1.0
