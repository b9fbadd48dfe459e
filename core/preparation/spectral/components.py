"""Principal components and minimum noise fractions: the directions in which the bands vary most, or most cleanly."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import linalg

from ...errors import BadInputError
from ...events import Events
from ...geodata.stack import Stack
from ..base.ground_steps import GroundSteps
from ..base.method import LOOKING, Method, OutputBand
from ..base.scatter import Scatter
from ..base.writing import read_values, windows_of
from .parameters import ComponentParameters, NoiseFractionParameters
from .wavelengths import bad_places

_FEWEST_PIXELS_A_BAND = 2
_SINGULAR = 1e-10
"""Of the largest: a share of variance below which there is none but rounding."""


def start_components(stack: Stack, parameters: ComponentParameters, events: Events) -> Method:
    """Give the principal components of the bands, the one that varies most first, about their mean.

    Pearson 1901, Philosophical Magazine 2(11), 559–572; of each component the largest loading is positive. Values are
    in the bands' unit, or in standard deviations where bands are standardised.

    Raises:
        BadInputError: For one band, too few pixels, or bands that are constant.
    """
    needed = _needed(stack, bad=parameters.bad_bands)
    bands, _ = _looked_at(stack, needed, events)
    deviation = np.sqrt(np.diag(bands.covariance))
    _check_varying(stack, needed, deviation)
    scale = deviation if parameters.standardised else np.ones(len(needed))
    shares, directions = np.linalg.eigh(bands.covariance / np.outer(scale, scale))
    shares, directions = shares[::-1].clip(0), directions[:, ::-1]
    count = min(parameters.components, len(needed))
    directions = _turned(directions[:, :count])
    for number in range(count):
        events.log(
            "PC{number}: {share:.1f} % of the variance; {loadings}",
            number=number + 1,
            share=100 * shares[number] / shares.sum(),
            loadings=_loadings(stack, needed, directions[:, number]),
        )
    return _projection("PC", needed, bands.mean, directions / scale[:, None])


def start_noise_fractions(stack: Stack, parameters: NoiseFractionParameters, events: Events) -> Method:
    """Give the minimum noise fractions, the least noisy first: of each the noise has variance 1.

    Green, Berman, Switzer & Craig 1988, IEEE Transactions on Geoscience and Remote Sensing 26(1), 65–74, doi
    10.1109/36.3001; the noise is told from the differences of neighbours across and down. A value is in deviations of
    the noise, so a component's variance is its signal-to-noise ratio plus 1.

    Raises:
        BadInputError: For one band, too few pixels, or bands that are constant or made of others.
    """
    needed = _needed(stack, bad=parameters.bad_bands)
    bands, noise = _looked_at(stack, needed, events)
    _check_varying(stack, needed, np.sqrt(np.diag(bands.covariance)))
    covariance = noise.covariance / 2
    deviation = np.sqrt(np.diag(covariance).clip(1e-300))
    correlation = covariance / np.outer(deviation, deviation)
    if np.linalg.eigvalsh(correlation)[0] < _SINGULAR:
        raise BadInputError(
            "The noise of the bands of “{image}” can't be told apart: some band has none, or is made of the others. "
            "Leave out bands that repeat or are computed from others, or take principal components.",
            image=stack.images[0],
        )
    ratios, directions = linalg.eigh(bands.covariance, covariance)
    ratios, directions = ratios[::-1], directions[:, ::-1]
    count = min(parameters.components, len(needed))
    for number in range(count):
        events.log("MNF{number}: signal to noise {ratio:.1f}", number=number + 1, ratio=max(0.0, ratios[number] - 1))
    return _projection("MNF", needed, bands.mean, _turned(directions[:, :count]))


def _needed(stack: Stack, *, bad: bool) -> tuple[int, ...]:
    """Give the places of the bands that count.

    Raises:
        BadInputError: When fewer than two are left.
    """
    left_out = frozenset() if bad else bad_places(stack)
    indices = tuple(index for index in range(len(stack.bands)) if index not in left_out)
    if len(indices) < 2:
        raise BadInputError(
            "Components are made of two bands at least; “{image}” has {count} that can be used. Choose more bands or "
            "stack another raster.",
            image=stack.images[0],
            count=len(indices),
        )
    return indices


def _looked_at(stack: Stack, needed: tuple[int, ...], events: Events) -> tuple[Scatter, Scatter]:
    """Give the scatter of the bands' values, and that of the differences between neighbours."""
    bands, differences = Scatter(len(needed)), Scatter(len(needed))
    for values in _windows(stack, needed, events):
        flat = values.reshape(len(needed), -1)
        bands.add(flat[:, np.isfinite(flat).all(axis=0)])
        for axis in (1, 2):
            apart = np.diff(values, axis=axis).reshape(len(needed), -1)
            differences.add(apart[:, np.isfinite(apart).all(axis=0)])
    if bands.count < _FEWEST_PIXELS_A_BAND * len(needed):
        raise BadInputError(
            "“{image}” has {pixels} pixels with all {bands} bands, too few to tell components. Choose fewer bands, or "
            "look at their nodata values.",
            image=stack.images[0],
            pixels=bands.count,
            bands=len(needed),
        )
    return bands, differences


def _windows(stack: Stack, needed: tuple[int, ...], events: Events) -> Iterator[np.ndarray]:
    with stack.part(needed) as chosen:
        windows = windows_of(chosen)
        for number, window in enumerate(windows):
            events.progress(LOOKING * number / len(windows), "Looking at the bands")
            yield read_values(chosen, window)


def _check_varying(stack: Stack, needed: tuple[int, ...], deviation: np.ndarray) -> None:
    constant = [stack.names[index] for index, spread in zip(needed, deviation) if not spread > 0]
    if constant:
        raise BadInputError(
            "{names} of “{image}” has the same value everywhere. Leave it out."
            if len(constant) == 1
            else "{names} of “{image}” have the same value everywhere. Leave them out.",
            names=", ".join(constant),
            image=stack.images[0],
        )


def _turned(directions: np.ndarray) -> np.ndarray:
    """Give directions (B, K) with the sign that makes the largest loading of each positive."""
    largest = np.abs(directions).argmax(axis=0)
    return np.asarray(directions * np.sign(directions[largest, range(directions.shape[1])]))


def _projection(name: str, needed: tuple[int, ...], mean: np.ndarray, directions: np.ndarray) -> Method:
    """Give the method that projects values less their mean on directions (B, K)."""

    def apply(values: np.ndarray, _ground: GroundSteps) -> np.ndarray:
        return np.tensordot(directions.T, values - mean[:, None, None], axes=1)

    bands = tuple(OutputBand(f"{name}{number}") for number in range(1, directions.shape[1] + 1))
    return Method(bands, apply, needed=needed, begun=LOOKING)


def _loadings(stack: Stack, needed: tuple[int, ...], direction: np.ndarray) -> str:
    """Name the bands that count most in a direction."""
    most = np.argsort(-np.abs(direction))[:3]
    return ", ".join(f"{stack.names[needed[index]]} {direction[index]:+.2f}" for index in most)
