"""What is measured over the units: six bands, elevation, the magnetic field, gamma rays and rock samples."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage

from ..light import light_on
from ..noise import Field, fractal, standardised, step
from ..rocks import Cube
from ..sensor import reflectance_numbers
from ..terrain import Terrain
from .units import OXIDES, STAIN, UNITS, VEGETATION

INCLINATION_DEG, DECLINATION_DEG = 52.0, 3.0
FIELD_NT = 53_000.0
_CLEARANCE_M, _THICKNESS_M = 90.0, 1_800.0
_FOOTPRINT_PX = 2.5
_PIXELS_A_SAMPLE = 650
_CHROMIUM_LIMIT_PPM = 10.0


def of_units(values: NDArray[np.floating], ids: NDArray[np.uint8]) -> Field:
    """Give every pixel the value of its unit; values (N,) in the order of the ids from 1."""
    return np.asarray(values, np.float32)[ids - 1]


def imagery(rng: np.random.Generator, ids: NDArray[np.uint8], elevation: Field) -> NDArray[np.uint16]:
    """Give reflectance times 10,000 (bands, rows, columns): weathered, with plants, lit from one side, with noise."""
    stains, plants, rough, camera = rng.spawn(4)
    shape = ids.shape
    ground: Cube = np.stack(
        [ndimage.gaussian_filter(of_units(np.array(band), ids), 1.3) for band in zip(*(u.spectrum for u in UNITS))]
    )
    stain = 0.8 * step(fractal(stains, shape, longest_px=90, shortest_px=2, slope=1.4), 0.3, 1.4)
    ground *= 1 + stain * (np.array(STAIN, np.float32)[:, None, None] - 1)
    ground *= 1 + 0.10 * fractal(rough, shape, longest_px=30, shortest_px=1, slope=1.0)
    ground *= 1 + 0.03 * fractal(rough, shape, longest_px=3, shortest_px=0.5, slope=0.4)
    likes = of_units(np.array([unit.green for unit in UNITS]), ids)
    share = 0.75 * step(fractal(plants, shape, longest_px=70, shortest_px=2, slope=1.3) + 2 * likes, 2.2, 1.6)
    ground += share * (np.array(VEGETATION, np.float32)[:, None, None] - ground)
    light = light_on(elevation)
    seen = ground * (0.86 * light.sun + 0.28 * light.sky)
    seen += 0.002 * camera.standard_normal(seen.shape, dtype=np.float32)
    return reflectance_numbers(seen)


def elevation_m(ids: NDArray[np.uint8], terrain: Terrain, pixel_m: float) -> Field:
    """Give heights in metres: what is hard stands out."""
    hardness = ndimage.gaussian_filter(of_units(np.array([unit.hardness for unit in UNITS]), ids), 4)
    return ((terrain.elevation * 0.5 + 4 * hardness) * pixel_m).astype(np.float32)


def magnetic_field(rng: np.random.Generator, ids: NDArray[np.uint8], pixel_m: float) -> Field:
    """Give the anomaly of the total field in nT at the height of flight.

    Every unit goes down as a prism to the same depth and is magnetised along today's field; the transform is that of
    Blakely (1995), “Potential theory in gravity and magnetic applications”, equations 11.22 and 11.33.
    """
    patchy = np.exp(0.35 * fractal(rng, ids.shape, longest_px=60, shortest_px=3, slope=1.4))
    source = of_units(np.array([unit.susceptibility for unit in UNITS]), ids) * patchy
    deep = 0.012 * fractal(rng, ids.shape, longest_px=260, shortest_px=60, slope=2.0)
    near = _lifted(source, pixel_m, _CLEARANCE_M, _CLEARANCE_M + _THICKNESS_M)
    far = _lifted(deep, pixel_m, 2_500.0, 6_000.0)
    anomaly: Field = near + far + 1.5 * rng.standard_normal(ids.shape, dtype=np.float32)
    return (anomaly - np.float32(np.median(anomaly))).astype(np.float32)


def _lifted(source: Field, pixel_m: float, top_m: float, bottom_m: float) -> Field:
    """Give the field in nT of susceptibilities (SI) between two depths below the sensor."""
    margin = min(source.shape) // 2
    padded = np.pad(source, margin, mode="reflect")
    north = -2 * math.pi * fft.fftfreq(padded.shape[0], pixel_m)[:, None]
    east = 2 * math.pi * fft.rfftfreq(padded.shape[1], pixel_m)[None, :]
    wavenumber = np.maximum(np.hypot(north, east), 1e-12)
    incl, decl = math.radians(INCLINATION_DEG), math.radians(DECLINATION_DEG)
    ahead = math.cos(incl) * (math.cos(decl) * north + math.sin(decl) * east)
    direction = math.sin(incl) + 1j * ahead / wavenumber
    layer = np.exp(-wavenumber * top_m) - np.exp(-wavenumber * bottom_m)
    spectrum = fft.rfft2(padded) * direction**2 * layer * (FIELD_NT / 2)
    lifted = fft.irfft2(spectrum, s=padded.shape)[margin:-margin, margin:-margin]
    return np.asarray(lifted, np.float32)


def gamma_rays(rng: np.random.Generator, ids: NDArray[np.uint8]) -> Cube:
    """Give potassium in %, equivalent thorium and uranium in ppm (3, rows, columns), blurred by height, with noise."""
    layers = []
    for number, noise in enumerate((0.10, 0.6, 0.25)):
        truth = of_units(np.array([unit.gamma[number] for unit in UNITS]), ids)
        patchy = np.exp(0.14 * fractal(rng, ids.shape, longest_px=70, shortest_px=4, slope=1.5))
        seen = ndimage.gaussian_filter(truth * patchy, _FOOTPRINT_PX)
        grain = standardised(ndimage.gaussian_filter(rng.standard_normal(ids.shape), 1.0))
        layers.append(np.clip(seen + noise * grain, 0, None))
    return np.stack(layers).astype(np.float32)


def rock_samples(
    rng: np.random.Generator, ids: NDArray[np.uint8]
) -> tuple[NDArray[np.float64], dict[str, NDArray[np.generic]]]:
    """Take samples at random places: (N, 2) columns and rows, and oxides in % that sum to 100, chromium in ppm."""
    rows, columns = ids.shape
    count = max(40, rows * columns // _PIXELS_A_SAMPLE)
    points = np.column_stack([rng.uniform(0, columns, count), rng.uniform(0, rows, count)])
    number = ids[points[:, 1].astype(int), points[:, 0].astype(int)] - 1
    oxides = np.array([unit.oxides for unit in UNITS])[number]
    oxides *= np.exp(0.16 * rng.standard_normal(oxides.shape))
    oxides *= 100 / oxides.sum(axis=1, keepdims=True)
    chromium = np.array([unit.chromium_ppm for unit in UNITS])[number] * np.exp(0.4 * rng.standard_normal(count))
    fields: dict[str, NDArray[np.generic]] = {name: np.round(oxides[:, at], 3) for at, name in enumerate(OXIDES)}
    fields["Cr_ppm"] = np.where(chromium < _CHROMIUM_LIMIT_PPM, 0.0, np.round(chromium, 1))
    return points, fields
