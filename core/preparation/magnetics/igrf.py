"""The Earth's main field, by the International Geomagnetic Reference Field of the 14th generation.

The coefficients are IAGA's (2024), “IGRF-14”, Zenodo, doi 10.5281/zenodo.14012302, unchanged as they are published in
`igrf14.shc`; the repository in which they were evaluated, github.com/IAGA-VMOD/IGRF14eval, puts its code under MIT and
its data under CC BY 4.0. Between their epochs they are interpolated in time. The one package with nothing but NumPy
that computes it comes without them.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import numpy as np

from ...errors import BadInputError

_COEFFICIENTS = Path(__file__).with_name("igrf14.shc")
_REFERENCE_KM = 6371.2
_MAJOR_KM, _FLATTENING = 6378.137, 1 / 298.257223563


def field(longitude: float, latitude: float, year: float, height_km: float = 0.0) -> tuple[float, float, float]:
    """Give the field to the north, to the east and down, in nT, at a geodetic place (degrees, WGS 84) and a time.

    Raises:
        BadInputError: For a year before 1900 or after 2030.
    """
    north, _east, down, turn = _geocentric(longitude, latitude, year, height_km)
    return north * math.cos(turn) + down * math.sin(turn), _east, down * math.cos(turn) - north * math.sin(turn)


def direction(longitude: float, latitude: float, year: float) -> tuple[float, float]:
    """Give inclination (down is positive) and declination (east is positive) of the field, in degrees.

    Raises:
        BadInputError: For a year before 1900 or after 2030.
    """
    north, east, down = field(longitude, latitude, year)
    return math.degrees(math.atan2(down, math.hypot(north, east))), math.degrees(math.atan2(east, north))


def _geocentric(longitude: float, latitude: float, year: float, height_km: float) -> tuple[float, float, float, float]:
    """Give north, east and down about the Earth's centre in nT, and by how much geodetic down is turned, in radians."""
    g, h = _at(year)
    lat, eccentric = math.radians(latitude), _FLATTENING * (2 - _FLATTENING)
    curve = _MAJOR_KM / math.sqrt(1 - eccentric * math.sin(lat) ** 2)
    axis, up = (curve + height_km) * math.cos(lat), (curve * (1 - eccentric) + height_km) * math.sin(lat)
    radius, centric = math.hypot(axis, up), math.atan2(up, axis)
    legendre, slope = _legendre(len(g) - 1, math.pi / 2 - centric)
    order = np.arange(len(g)) * math.radians(longitude)
    cosine, sine = np.cos(order), np.sin(order)
    degree = np.arange(len(g))
    scale = (_REFERENCE_KM / radius) ** (degree + 2)
    wave = g * cosine + h * sine
    north = float((scale[:, None] * wave * slope).sum())
    across = degree * (g * sine - h * cosine) * legendre
    east = float((scale[:, None] * across).sum()) / max(math.cos(centric), 1e-10)
    down = -float((scale[:, None] * (degree + 1)[:, None] * wave * legendre).sum())
    return north, east, down, lat - centric


def _legendre(most: int, colatitude: float) -> tuple[np.ndarray, np.ndarray]:
    """Give Schmidt's quasi-normalised associated Legendre functions (N + 1, N + 1), and their slopes by colatitude."""
    cosine, sine = math.cos(colatitude), math.sin(colatitude)
    values, slopes = np.zeros((most + 1, most + 1)), np.zeros((most + 1, most + 1))
    values[0, 0] = 1.0
    for n in range(1, most + 1):
        factor = math.sqrt(1 - 1 / (2 * n)) if n > 1 else 1.0
        values[n, n] = factor * sine * values[n - 1, n - 1]
        slopes[n, n] = factor * (sine * slopes[n - 1, n - 1] + cosine * values[n - 1, n - 1])
        for m in range(n):
            root, before = math.sqrt(n * n - m * m), math.sqrt(max(0, (n - 1) ** 2 - m * m))
            older, older_slope = (values[n - 2, m], slopes[n - 2, m]) if n > 1 else (0.0, 0.0)
            values[n, m] = ((2 * n - 1) * cosine * values[n - 1, m] - before * older) / root
            rise = cosine * slopes[n - 1, m] - sine * values[n - 1, m]
            slopes[n, m] = ((2 * n - 1) * rise - before * older_slope) / root
    return values, slopes


def _at(year: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the coefficients g and h (N + 1, N + 1) at a time, in nT."""
    epochs, g, h = _table()
    if not epochs[0] <= year <= epochs[-1]:
        raise BadInputError(
            "The reference field is known from {first:.0f} to {last:.0f}, not in {year:.1f}. Give inclination and "
            "declination yourself.",
            first=epochs[0],
            last=epochs[-1],
            year=year,
        )
    index = min(int(np.searchsorted(epochs, year, "right")) - 1, len(epochs) - 2)
    share = (year - epochs[index]) / (epochs[index + 1] - epochs[index])
    return (1 - share) * g[index] + share * g[index + 1], (1 - share) * h[index] + share * h[index + 1]


@lru_cache(maxsize=1)
def _table() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Read the epochs (E,), and g and h (E, N + 1, N + 1)."""
    lines = [line for line in _COEFFICIENTS.read_text(encoding="ascii").splitlines() if not line.startswith("#")]
    most, epochs = int(lines[0].split()[1]), np.array(lines[1].split(), float)
    g, h = (np.zeros((len(epochs), most + 1, most + 1)) for _ in range(2))
    for line in lines[2:]:
        degree, order, *values = line.split()
        (g if int(order) >= 0 else h)[:, int(degree), abs(int(order))] = np.array(values, float)
    return epochs, g, h
