"""The normalisation, learned from the training pixels alone: nodata, NaN, infinities and saturated values left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ...errors import BadInputError
from ...geodata.normalisation import LIMIT, Normalisation
from ...message import Message

_LOW, _HIGH = 2.0, 98.0
_SAMPLE = 200_000
"""Values kept per band: percentiles of a random sample this large are good to about 0.1 percentile points."""


class NoValidPixelError(BadInputError):
    """No labelled pixel has a value in every band."""


def learn_normalisation(
    images: Iterable[tuple[np.ndarray, np.ndarray]], names: Sequence[str], method: str, seed: int, *,
    embeddings: Sequence[Sequence[int]] = (), is_masked: bool = False,
) -> tuple[Normalisation, tuple[str, ...]]:  # fmt: skip
    """Learn how to scale the bands.

    Args:
        images: Pairs of image (B, H, W) and the mask (H, W) of pixels that count, as many as it takes.
        names: The bands' names, for messages.
        method: “percentiles” (2nd to 98th become −1 to 1), “mean_deviation” or “none”.
        seed: Of the sample.
        embeddings: Places of bands that mean something only together: they are divided by one number and not moved, so
            that the directions of their vectors stay.
        is_masked: Whether a pixel of which some bands are NaN counts for the others.

    Returns:
        The normalisation, and a warning for every band that is constant (it then carries no information).

    Raises:
        NoValidPixelError: When no pixel counts.
        BadInputError: When every band is constant.
    """
    sample = _sample(images, len(names), seed, is_masked=is_masked)
    if not np.isfinite(sample).any(axis=1).all():
        raise NoValidPixelError(
            "No labelled pixel has valid image values in all bands. Draw polygons where the imagery isn't nodata."
        )
    values = [_unsaturated(band[np.isfinite(band)] if is_masked else band) for band in sample]
    low = np.array([np.percentile(band, _LOW) for band in values])
    high = np.array([np.percentile(band, _HIGH) for band in values])
    mean = np.array([band.mean() for band in values])
    deviation = np.array([band.std() for band in values])
    if method == "percentiles":
        offset, scale = (low + high) / 2, (high - low) / 2
    elif method == "mean_deviation":
        offset, scale = mean, deviation
    else:
        offset, scale = np.zeros_like(mean), np.ones_like(mean)
    constant = [name for name, band in zip(names, values) if band.max() == band.min()]
    if len(constant) == len(names):
        raise BadInputError(
            (
                "Every band ({names}) has the same value wherever there are labels; there is nothing to learn. Choose "
                "other imagery or bands, or draw polygons where the imagery shows something."
            ),
            names=", ".join(names),
        )
    narrow = np.abs(scale) < 1e-12 * np.maximum(np.abs(offset), 1e-12)
    scale = np.where(narrow, np.where(deviation > 0, deviation, 1.0), scale)
    for places in map(list, embeddings if method != "none" else ()):
        offset[places], scale[places] = 0.0, _length([sample[place] for place in places])
    warnings = tuple(
        Message("Band “{name}” has the same value everywhere; it tells the model nothing.", name=name)
        for name in constant
    )
    numbers = [tuple(float(v) for v in array) for array in (offset, scale, low, high, mean, deviation)]
    return Normalisation(method, *numbers), warnings


def _length(bands: Sequence[np.ndarray]) -> float:
    """Give the number that vectors are divided by: their components' root mean square, or more where some lie far."""
    finite = [band[np.isfinite(band)] for band in bands]
    mean_square = float(np.mean([np.square(band).mean() for band in finite]))
    farthest = max(float(np.abs(band).max()) for band in finite)
    return max(mean_square**0.5, farthest / LIMIT) or 1.0


def _sample(images: Iterable[tuple[np.ndarray, np.ndarray]], bands: int, seed: int, *, is_masked: bool) -> np.ndarray:
    """Draw at most `_SAMPLE` valid pixels (B, n) from a stream, the same share of every image."""
    rng = np.random.default_rng(seed)
    kept = np.empty((bands, 0), np.float64)
    share = 1.0
    for image, mask in images:
        pixels = image[:, mask].astype(np.float64)
        finite = np.isfinite(pixels)
        pixels = pixels[:, finite.any(axis=0) if is_masked else finite.all(axis=0)]
        if share < 1.0:
            pixels = pixels[:, rng.random(pixels.shape[1]) < share]
        kept = np.concatenate([kept, pixels], axis=1)
        while kept.shape[1] > 2 * _SAMPLE:
            kept = kept[:, rng.random(kept.shape[1]) < 0.5]
            share /= 2
    return kept


def _unsaturated(band: np.ndarray) -> np.ndarray:
    """Leave out the largest value where it is piled up (at least 1 % of the pixels), as in a saturated sensor."""
    top = band.max()
    piled = np.count_nonzero(band == top)
    distinct = band[band < top]
    return distinct if piled >= 0.01 * band.size and np.unique(distinct[:1000]).size > 16 else band
