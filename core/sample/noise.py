"""Random fields with a chosen spectrum: the raw material of every texture in the sample scene."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage

Field = NDArray[np.float32]


def fractal(
    rng: np.random.Generator,
    shape: tuple[int, int],
    *,
    longest_px: float,
    shortest_px: float = 1.0,
    slope: float = 1.5,
    stretch: float = 1.0,
    trend_deg: float = 0.0,
) -> Field:
    """Make a field of mean 0 and standard deviation 1 whose amplitude falls with frequency as a power law.

    Args:
        rng: The source of randomness.
        shape: (rows, columns).
        longest_px: Wavelength above which the spectrum is flat.
        shortest_px: Wavelength below which there is nothing.
        slope: Exponent of the fall: 0 is white noise, 2 is smooth.
        stretch: How many times longer than wide the features are.
        trend_deg: The azimuth, clockwise from north, along which they are long.
    """
    rows, columns = shape
    east, south = azimuth_vector(trend_deg)
    f_south = fft.fftfreq(rows).astype(np.float32)[:, None]
    f_east = fft.rfftfreq(columns).astype(np.float32)[None, :]
    along = (f_east * east + f_south * south) * math.sqrt(stretch)
    across = (f_south * east - f_east * south) / math.sqrt(stretch)
    squared = along**2 + across**2
    amplitude = (squared + 1.0 / longest_px**2) ** (-slope / 2) * np.exp(-squared * shortest_px**2)
    amplitude[0, 0] = 0.0
    spectrum = fft.rfft2(rng.standard_normal(shape, dtype=np.float32)) * amplitude
    return standardised(fft.irfft2(spectrum, s=shape))


def curve(rng: np.random.Generator, length: int, correlation: float) -> NDArray[np.float64]:
    """Make smooth noise along a line, of mean near 0 and standard deviation near 1."""
    margin = int(4 * correlation) + 1
    white = rng.standard_normal(length + 2 * margin)
    smooth = ndimage.gaussian_filter1d(white, correlation)[margin : margin + length]
    return smooth * math.sqrt(2 * math.sqrt(math.pi) * max(correlation, 0.3))


def patchwork(rng: np.random.Generator, shape: tuple[int, int], width_px: float, depth_px: float) -> Field:
    """Give every pixel the number, 0 to 1, of the field that it lies in: crooked fields side by side."""
    down, right = np.indices(shape, dtype=np.float32)
    bend = 6 * fractal(rng, shape, longest_px=130, shortest_px=25, slope=2.0)
    number = np.floor((right + bend) / width_px).astype(int) * 7919
    number += np.floor((down - bend) / depth_px).astype(int) * 104729
    values: Field = rng.random(4096, dtype=np.float32)[number % 4096]
    return values


def standardised(field: NDArray[np.floating]) -> Field:
    """Shift and scale a field to mean 0 and standard deviation 1; a constant field becomes 0."""
    centred = field - field.mean()
    return (centred / max(float(centred.std()), 1e-12)).astype(np.float32)


def step(field: NDArray[np.floating], edge: float, softness: float) -> Field:
    """Turn a field into a mask from 0 to 1 that passes one half at `edge`, over about `softness` each side."""
    return np.clip((field - edge) / (2 * softness) + 0.5, 0.0, 1.0).astype(np.float32)


def quantile(field: NDArray[np.floating], share: float) -> float:
    """Find the value that `share` of the pixels lie above, from every fourth row and column."""
    return float(np.quantile(field[::4, ::4], 1.0 - share))


def azimuth_vector(azimuth_deg: float) -> tuple[float, float]:
    """Turn an azimuth (clockwise from north) into a unit vector (columns to the east, rows to the south)."""
    angle = math.radians(azimuth_deg)
    return math.sin(angle), -math.cos(angle)
