"""The relation of a coarse layer to the background of bands, on the coarse grid: one for all of it, or in windows."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import uniform_filter

from .parameters import LEAST_SQUARES

_RIDGE = 1e-9
_SURPLUS = 3
"""How many times more pixels than unknowns a window needs to tell a relation of its own."""


def slopes(bands: np.ndarray, layer: np.ndarray, relation: str) -> tuple[np.ndarray, float]:
    """Give by how much the layer rises with each band (B,), and the share of its variance that this explains.

    Args:
        bands: Background of the bands in the coarse pixels that count (B, N).
        layer: The layer there (N,).
        relation: Least squares over all bands, or the mean of each one's own regression.
    """
    centred, away = bands - bands.mean(axis=1, keepdims=True), layer - layer.mean()
    variance = (centred**2).mean(axis=1)
    deviation = np.sqrt(np.where(variance > 0, variance, 1.0))
    unit = centred / deviation[:, None]
    covariances = unit @ away / len(away)
    if relation == LEAST_SQUARES:
        coefficients, *_ = np.linalg.lstsq(unit.T, away, rcond=1e-10)
    else:
        coefficients = covariances / len(bands)
    coefficients = np.where(variance > 0, coefficients, 0.0)
    total = float((away**2).sum())
    left = float(((away - coefficients @ unit) ** 2).sum())
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
