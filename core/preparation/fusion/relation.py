"""The relation of a coarse layer to the background of bands, on the coarse grid: one for all of it, or in windows."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import uniform_filter

from .parameters import LEAST_SQUARES

_RIDGE, _SINGULAR = 1e-9, 1e-12
_SURPLUS = 3
"""How many times more pixels than unknowns a window needs to tell a relation of its own."""


def slopes(covariance: np.ndarray, relation: str) -> tuple[np.ndarray, float]:
    """Give by how much the layer rises with each band (B,), and the share of its variance that this explains.

    Args:
        covariance: Of the bands' background and, last, the layer in the coarse pixels that count (B + 1, B + 1).
        relation: Least squares over all bands, or the mean of each one's own regression.
    """
    variance, total = np.diag(covariance)[:-1], covariance[-1, -1]
    varied = variance > 0
    deviation = np.sqrt(np.where(varied, variance, 1.0))
    correlation = np.where(varied[:, None] & varied, covariance[:-1, :-1] / np.outer(deviation, deviation), 0.0)
    with_layer = np.where(varied, covariance[:-1, -1] / deviation, 0.0)
    if relation == LEAST_SQUARES:
        coefficients = np.linalg.pinv(correlation, rcond=_SINGULAR, hermitian=True) @ with_layer
    else:
        coefficients = with_layer / len(variance)
    left = total - 2 * coefficients @ with_layer + coefficients @ correlation @ coefficients
    return coefficients / deviation, 1 - left / total if total > 0 else 0.0


def window_slopes(bands: np.ndarray, layer: np.ndarray, relation: str, side: int, whole: np.ndarray) -> np.ndarray:
    """Give the slopes within a window around every coarse pixel (B, H, W), those of the whole where too few count.

    Args:
        bands: Background of the bands (B, H, W), NaN where there is none.
        layer: The coarse layer (H, W), NaN where there is none.
        relation: As for `slopes`.
        side: Of the window, in coarse pixels.
        whole: Slopes of the whole (B,).
    """
    known = np.isfinite(layer) & np.isfinite(bands).all(axis=0)
    base = [float(values[known].mean()) for values in (*bands, layer)]
    spread = [float(values[known].std()) or 1.0 for values in (*bands, layer)]
    values = [np.where(known, (band - mean) / more, 0.0) for band, mean, more in zip((*bands, layer), base, spread)]

    def mean(of: np.ndarray) -> np.ndarray:
        return np.asarray(uniform_filter(of, side, mode="constant"))

    count = mean(known.astype(np.float64))
    safe = np.where(count > 1e-12, count, 1.0)
    means = [mean(band) / safe for band in values]
    bands_count = len(bands)
    products = np.empty((*layer.shape, bands_count, bands_count + 1))
    for one in range(bands_count):
        for other in range(one, bands_count + 1):
            covariance = mean(values[one] * values[other]) / safe - means[one] * means[other]
            products[..., one, other] = covariance
            if other < bands_count:
                products[..., other, one] = covariance
    matrix, right = products[..., :bands_count], products[..., bands_count]
    variances = np.diagonal(matrix, axis1=-2, axis2=-1)
    if relation == LEAST_SQUARES:
        ridge = _RIDGE * np.eye(bands_count) * (1 + np.trace(matrix, axis1=-2, axis2=-1)[..., None, None])
        coefficients = np.linalg.solve(matrix + ridge, right[..., None])[..., 0]
    else:
        coefficients = (
            np.where(variances > _RIDGE, right / np.where(variances > _RIDGE, variances, 1.0), 0.0) / bands_count
        )
    enough = count * side**2 > _SURPLUS * (bands_count + 1)
    scale = spread[-1] / np.array(spread[:-1])
    return np.where(enough[None], np.moveaxis(coefficients * scale, -1, 0), whole[:, None, None])
