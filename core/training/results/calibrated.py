"""What held-back pixels say of a model's probabilities: the temperature, and the operating points with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ...assessment.calibration import fit_temperature, tempered
from ...labels.legend import Legend
from ...prediction.operating_points import Held, count_probabilities


@dataclass(frozen=True)
class Calibrated:
    """The temperature, and held-back pixels by their probabilities (see `operating_points`)."""

    temperature: float = 1.0
    counts: dict[str, Any] = field(default_factory=dict)


def calibrated(held: Sequence[Held], legend: Legend) -> Calibrated:
    """Fit the temperature on held-back pixels, and count them by what their probabilities are with it."""
    if not held:
        return Calibrated()
    truth = np.concatenate([part.truth for part in held])
    temperature = fit_temperature(np.concatenate([part.probabilities for part in held], axis=1), truth)
    told = [replace(part, probabilities=_tempered(part.probabilities, temperature)) for part in held]
    return Calibrated(temperature, count_probabilities(told, legend))


def _tempered(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Temper probabilities (C, n)."""
    return tempered(probabilities[None, :, None], temperature)[0, :, 0]
