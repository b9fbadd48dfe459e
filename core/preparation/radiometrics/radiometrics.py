"""Radiometrics: ratios, shares and the ternary picture of a gamma-ray survey.

IAEA 2003, Guidelines for radioelement mapping using gamma ray spectrometry data, IAEA-TECDOC-1363.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.writing import read_values, windows_of
from .parameters import RadiometricParameters

_NAMES = (
    ("k", "pctk", "potassium", "kalium"), ("th", "eth", "ppmth", "thorium"), ("u", "eu", "ppmu", "uranium")
)  # fmt: skip
_ELEMENTS = ("K", "Th", "U")
_MOST_SAMPLES = 1_000_000
RATIOS = (
    OutputBand("K/Th", "%/ppm"), OutputBand("U/Th"), OutputBand("U/K", "ppm/%"), OutputBand("K*U/Th", "%"),
)  # fmt: skip
SHARES = tuple(OutputBand(f"{name} share") for name in _ELEMENTS)
TERNARY = tuple(OutputBand(f"ternary {colour}") for colour in ("red", "green", "blue"))


def start(stack: Stack, parameters: RadiometricParameters, events: Events) -> Method:
    """Give what makes the chosen layers of potassium in %, thorium and uranium in ppm; the picture's three bands first.

    Raises:
        BadInputError: When the three bands can't be told, or one has no value above 0.
    """
    needed = places_of(stack.names)
    if needed is None:
        raise BadInputError(
            "It can't be told which bands of “{image}” are potassium, thorium and uranium: they are called {names}. "
            "Choose three bands in this order, or name them K, Th and U.",
            image=stack.images[0],
            names=", ".join(stack.names),
        )
    events.log(
        "Potassium is {k}, thorium {th}, uranium {u}",
        **{key: stack.names[index] for key, index in zip(("k", "th", "u"), needed)},
    )
    low, high, mean = _looked_at(stack, needed, parameters.clipped_percent, events)
    least = np.array([parameters.least_k_percent, parameters.least_th_ppm, parameters.least_u_ppm])
    bands = (
        *(TERNARY if parameters.ternary else ()),
        *(RATIOS if parameters.ratios else ()),
        *(SHARES if parameters.shares else ()),
    )
    order = tuple(sorted(needed))
    at = [order.index(index) for index in needed]

    def apply(values: np.ndarray, _ground: GroundSteps) -> np.ndarray:
        window_values = values[at]
        layers = [
            *(ternary(window_values, low, high) if parameters.ternary else ()),
            *(ratios(window_values, least) if parameters.ratios else ()),
            *(shares(window_values, mean) if parameters.shares else ()),
        ]
        return np.stack(layers)

    return Method(bands, apply, needed=order, begun=LOOKING)


def ratios(values: np.ndarray, least: np.ndarray) -> np.ndarray:
    """Give K/Th, U/Th, U/K and K·U/Th (4, …) of K, Th and U (3, …); NaN where one of them is below its least."""
    with np.errstate(invalid="ignore"):
        told = values >= np.maximum(least, 1e-12).reshape(-1, *[1] * (values.ndim - 1))
    k, th, u = np.where(told, values, np.nan)
    return np.stack([k / th, u / th, u / k, k * u / th])


def shares(values: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Give the shares (3, …) of K, Th and U as multiples of their means in their sum; negative ones count as 0."""
    parts = np.maximum(values, 0) / mean.reshape(-1, *[1] * (values.ndim - 1))
    total = parts.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(total > 0, parts / total, np.nan))


def ternary(values: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Give red, green and blue (3, …) from 0 to 255 of K, Th and U between a low and a high value of each."""
    shape = (-1, *[1] * (values.ndim - 1))
    return 255 * np.clip((values - low.reshape(shape)) / (high - low).reshape(shape), 0, 1)


def places_of(names: Sequence[str]) -> tuple[int, int, int] | None:
    """Give the places of potassium, thorium and uranium among bands: by name, or of three without names in order."""
    words = [set(re.split(r"[^a-z]+", name.lower())) for name in names]
    matches = [[index for index, words_of_band in enumerate(words) if words_of_band & set(known)] for known in _NAMES]
    if all(len(indices) == 1 for indices in matches):
        return matches[0][0], matches[1][0], matches[2][0]
    return (0, 1, 2) if len(names) == 3 and not any(matches) else None


def _looked_at(
    stack: Stack, needed: tuple[int, int, int], clipped: float, events: Events
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give a low and a high percentile and the mean of each element, from some pixels of every window."""
    kept: list[np.ndarray] = []
    rng = np.random.default_rng(0)
    with stack.part(needed) as bands:
        windows = windows_of(bands)
        most = max(50, _MOST_SAMPLES // len(windows))
        for number, window in enumerate(windows):
            events.progress(LOOKING * number / len(windows), "Looking at the survey")
            flat = read_values(bands, window).reshape(3, -1)
            flat = flat[:, np.isfinite(flat).all(axis=0)]
            kept.append(flat if flat.shape[1] <= most else flat[:, rng.choice(flat.shape[1], most, replace=False)])
    values = np.concatenate(kept, axis=1)
    for name, band in zip(_ELEMENTS, values):
        if not (band > 0).any():
            raise BadInputError(
                "{element} of “{image}” has no value above 0 where all three have one. Look at the bands' order and "
                "nodata.",
                element=name,
                image=stack.images[0],
            )
    low, high = np.percentile(values, [clipped, 100 - clipped], axis=1)
    return low, np.where(high > low, high, low + 1.0), np.maximum(values, 0).mean(axis=1)
