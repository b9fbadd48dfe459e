"""Durations: how long trainings and predictions took on this machine, and how long the next prediction will take."""

from __future__ import annotations

from typing import Any, Optional

from .memory import memory

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
        memory().remember(f"durations/{architecture}", [list(pair) for pair in kept])


def remember_trial(architecture: str, speed: float) -> None:
    """Note how many pixels a second a model computed in a trial."""
    if speed > 0:
        memory().remember(f"speed/{architecture}", speed)


def epoch_seconds_of(architecture: str) -> float:
    """Give how long an epoch of a model took the last time; 0 where it never did."""
    return _number(memory().recall(f"epoch/{architecture}"))


def remember_epoch(architecture: str, seconds: float) -> None:
    """Note how long an epoch of a model took."""
    if architecture and seconds > 0:
        memory().remember(f"epoch/{architecture}", seconds)


def _speed(architecture: str) -> float:
    return _number(memory().recall(f"speed/{architecture}"))


def _seen(architecture: str) -> list[tuple[float, float]]:
    """Read what was noted; what was edited by hand counts as nothing."""
    try:
        pairs = memory().recall(f"durations/{architecture}", [])
        measured = [(float(pixels), float(seconds)) for pixels, seconds in pairs]
    except (TypeError, ValueError):
        return []
    return [pair for pair in measured if pair[0] > 0 and pair[1] > 0]


def _number(value: Any) -> float:
    """Read a number; what was edited by hand into something else counts as nothing."""
    return float(value) if isinstance(value, (int, float)) and 0 < value < float("inf") else 0.0
