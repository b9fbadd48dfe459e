"""The spectrum of a potential field: reduction to the pole, continuation and derivatives as products there.

Blakely 1995, Potential Theory in Gravity and Magnetic Applications, Cambridge University Press, chapter 12.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np
from scipy import fft
from scipy.ndimage import gaussian_filter

FIELD, EAST, NORTH, DOWN = 0, 1, 2, 3
_PAD_SHARE, _LEAST_PAD = 0.25, 16


@dataclass(frozen=True)
class Treatment:
    """What is done to a field.

    Attributes:
        inclination: Of the field in radians, down is positive; None doesn't reduce to the pole.
        declination: In radians from north, east is positive.
        least_inclination: As which it counts where it is less, so that a reduction near the equator stays finite.
        upward_m: How far it is continued upwards.
    """

    inclination: Optional[float] = None
    declination: float = 0.0
    least_inclination: float = 0.0
    upward_m: float = 0.0


def treated(field: np.ndarray, steps: np.ndarray, treatment: Treatment) -> np.ndarray:
    """Give the treated field and its derivatives to the east, to the north and down (4, H, W) of a field, as float32.

    Gaps (NaN) are filled smoothly before and stay filled here; the field is mirrored at its edges and tapered to its
    mean beyond, so that they don't ring.

    Args:
        field: In nT (H, W).
        steps: How far east and north (2) a step across and a step down (2) lead, in m.
        treatment: What is done.
    """
    mean = float(np.nanmean(field)) if np.isfinite(field).any() else 0.0
    padded, inner = _padded((filled(field) - mean).astype(np.float32))
    shape = padded.shape
    rows, cols = fft.fftfreq(shape[0]) * 2 * np.pi, fft.rfftfreq(shape[1]) * 2 * np.pi
    turned = np.linalg.inv(steps)
    east, north = ((turned[0, axis] * cols + turned[1, axis] * rows[:, None]).astype(np.float32) for axis in (0, 1))
    length = np.hypot(east, north)
    spectrum = fft.rfft2(padded)
    spectrum *= _factor(east, north, length, treatment)
    derivatives = np.empty((4, *field.shape), np.float32)
    derivatives[FIELD] = fft.irfft2(spectrum, shape)[inner] + mean
    for place, wave in ((EAST, east), (NORTH, north)):
        derivatives[place] = fft.irfft2(spectrum * (np.complex64(1j) * wave), shape)[inner]
    derivatives[DOWN] = fft.irfft2(spectrum * length, shape)[inner]
    return derivatives


def _factor(east: np.ndarray, north: np.ndarray, length: np.ndarray, treatment: Treatment) -> np.ndarray:
    """Give by what each wave is multiplied.

    Reduction to the pole with the amplitude of MacLeod, Jones & Dai 1993, Exploration Geophysics 24, 679–688, doi
    10.1071/EG993679: one of its two factors takes the field to dip as much as is set, which damps waves along the
    declination near the equator.
    """
    factor: np.ndarray = np.exp(-length * np.float32(treatment.upward_m)).astype(np.complex64)
    if treatment.inclination is None:
        return factor
    safe = np.where(length > 0, length, 1.0)
    along = (north * math.cos(treatment.declination) + east * math.sin(treatment.declination)) / safe
    dip = treatment.inclination
    damped = max(abs(dip), treatment.least_inclination)
    true = np.float32(math.sin(dip)) + np.complex64(1j * math.cos(dip)) * along
    size = [math.sin(angle) ** 2 + (math.cos(angle) * along) ** 2 for angle in (dip, damped)]
    reduction = np.conj(true) ** 2 / np.maximum(size[0] * size[1], 1e-12)
    reduction[length == 0] = 1.0
    return factor * reduction.astype(np.complex64)


def filled(field: np.ndarray) -> np.ndarray:
    """Fill gaps by ever wider weighted means of what is known around them."""
    known = np.isfinite(field)
    if known.all() or not known.any():
        return np.where(known, field, 0.0)
    filled_field = np.where(known, field, np.nan)
    base = float(field[known].mean())
    values, weights, width = np.where(known, field - base, 0.0), known.astype(np.float64), 1.0
    while np.isnan(filled_field).any():
        near = gaussian_filter(weights, width, mode="nearest")
        mean = gaussian_filter(values, width, mode="nearest")
        reached = np.isnan(filled_field) & (near > 0.05)
        filled_field[reached] = base + mean[reached] / near[reached]
        width *= 2
        if width > 4 * max(field.shape):
            filled_field[np.isnan(filled_field)] = base
    return filled_field


def _padded(field: np.ndarray) -> tuple[np.ndarray, tuple[slice, slice]]:
    """Mirror a field at its edges, fading to 0, up to sizes that transform fast; give also where it lies in there."""
    before, sizes = [], []
    for side in field.shape:
        pad = max(_LEAST_PAD, round(_PAD_SHARE * side))
        sizes.append(fft.next_fast_len(side + 2 * pad, real=True))
        before.append((sizes[-1] - side) // 2)
    around = [(start, size - start - side) for start, size, side in zip(before, sizes, field.shape)]
    padded = np.pad(field, around, mode="symmetric")
    for axis, (side, (start, end)) in enumerate(zip(field.shape, around)):
        fade = np.ones(sizes[axis])
        fade[:start] = 0.5 - 0.5 * np.cos(np.pi * (np.arange(start) + 0.5) / start)
        fade[start + side :] = (0.5 - 0.5 * np.cos(np.pi * (np.arange(end) + 0.5) / end))[::-1]
        padded *= fade[:, None] if axis == 0 else fade
    return padded, (slice(before[0], before[0] + field.shape[0]), slice(before[1], before[1] + field.shape[1]))
