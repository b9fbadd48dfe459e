"""Durations: how long predictions took on this machine, and how long the next one will take."""

from __future__ import annotations

import json
from typing import Optional

from qgis.core import QgsSettings

_KEPT = 8
_STARTUP_S = 5.0
"""What a prediction takes besides its pixels, until one was seen here: a worker's start, an engine's, the overviews."""
_SPREAD = 4.0
"""Predictions whose sizes differ by this factor tell start-up and speed apart."""


def estimate_s(architecture: str, pixels: float) -> Optional[float]:
    """Give how many seconds a model will take for so many pixels: start-up and speed; None where it never ran here."""
    seen = _seen(architecture)
    slope = 1 / _speed(architecture) if _speed(architecture) else None
    if not seen:
        return None if slope is None else _STARTUP_S + slope * pixels
    mean_pixels = sum(pair[0] for pair in seen) / len(seen)
    mean_s = sum(pair[1] for pair in seen) / len(seen)
    if max(pair[0] for pair in seen) >= _SPREAD * min(pair[0] for pair in seen):
        spread = sum((pair[0] - mean_pixels) ** 2 for pair in seen)
        slope = max(0.0, sum((pair[0] - mean_pixels) * (pair[1] - mean_s) for pair in seen) / spread)
    elif slope is None:
        slope = max(mean_s / 2, mean_s - _STARTUP_S) / mean_pixels
    slope = min(slope, mean_s / mean_pixels)
    return mean_s + slope * (pixels - mean_pixels)


def remember_duration(architecture: str, pixels: float, seconds: float) -> None:
    """Note what a prediction took, from its start to its end."""
    if pixels > 0 and seconds > 0:
        kept = [*_seen(architecture), (pixels, seconds)][-_KEPT:]
        QgsSettings().setValue(f"outcrop/durations/{architecture}", json.dumps(kept))


def remember_trial(architecture: str, speed: float) -> None:
    """Note how many pixels a second a model computed in a trial."""
    if speed > 0:
        QgsSettings().setValue(f"outcrop/speed/{architecture}", speed)


def _speed(architecture: str) -> float:
    return float(QgsSettings().value(f"outcrop/speed/{architecture}", 0.0, type=float))


def _seen(architecture: str) -> list[tuple[float, float]]:
    """Read what was noted; what was edited by hand counts as nothing."""
    try:
        pairs = json.loads(str(QgsSettings().value(f"outcrop/durations/{architecture}", "")) or "[]")
        found = [(float(pixels), float(seconds)) for pixels, seconds in pairs]
    except (TypeError, ValueError):
        return []
    return [pair for pair in found if pair[0] > 0 and pair[1] > 0]
