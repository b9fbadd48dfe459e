"""Features at several scales: how bright a pixel's surroundings are, how steep, and how curved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

MOST_LAYERS = 6
"""More bands than these are averaged to so many groups of neighbours before they are smoothed (ours)."""
KINDS = ("smoothed", "slope", "ridge")
_TRUNCATE = 3.0


def layer_names(bands: Sequence[str]) -> tuple[str, ...]:
    """Name what is smoothed: each band, or of many bands groups of neighbours, “B2…B4”."""
    groups = np.array_split(np.arange(len(bands)), min(MOST_LAYERS, len(bands)))
    return tuple(bands[group[0]] if len(group) == 1 else f"{bands[group[0]]}…{bands[group[-1]]}" for group in groups)


def deviation_px(scale: int) -> float:
    """Give the deviation of the Gaussian of a scale, counted from 0: 1, 2, 4… px."""
    return float(2**scale)


def reach_px(scales: int) -> int:
    """Give how far around a pixel the features of so many scales look."""
    return _radius(deviation_px(scales - 1)) + 1 if scales else 0


def layers(image: np.ndarray) -> np.ndarray:
    """Average the bands (B, H, W) to what is smoothed (L, H, W)."""
    if len(image) <= MOST_LAYERS:
        return image
    return np.stack([group.mean(axis=0) for group in np.array_split(image, MOST_LAYERS)])


def multiscale(layer: np.ndarray, usable: np.ndarray, scales: int) -> np.ndarray:
    """Compute the features (3 · scales, H, W) float32 of one layer (H, W), scale by scale as `KINDS` has them.

    The slope is the length of the smoothed layer's gradient, the ridge the eigenvalue of its Hessian that is largest
    in size: positive in valleys, negative on ridges, which tells lines from edges (Frangi et al. 1998, doi
    10.1007/BFb0056195). Both are multiplied by the scale (its square), as Lindeberg 1998 has it (doi
    10.1023/A:1008045108935), so that they don't vanish where scales are large.

    Args:
        layer: Values; 0 where not usable.
        usable: Which pixels count (H, W); the others count in no neighbourhood.
        scales: Their number.
    """
    features = np.empty((len(KINDS) * scales, *layer.shape), np.float32)
    whole = bool(usable.all())
    weights = None if whole else usable.astype(np.float32)
    for scale in range(scales):
        deviation = deviation_px(scale)
        smooth = _gaussian(layer, deviation)
        if weights is not None:
            smooth /= np.maximum(_gaussian(weights, deviation), np.float32(1e-3))
        features[3 * scale] = smooth
        features[3 * scale + 1], features[3 * scale + 2] = _slope_and_ridge(smooth, np.float32(deviation))
    return features


def _radius(deviation: float) -> int:
    return int(_TRUNCATE * deviation + 0.5)


def _gaussian(values: np.ndarray, deviation: float) -> np.ndarray:
    from scipy.ndimage import gaussian_filter

    smooth: np.ndarray = gaussian_filter(values, deviation, truncate=_TRUNCATE, mode="nearest")
    return smooth


def _slope_and_ridge(smooth: np.ndarray, scale: np.float32) -> tuple[np.ndarray, np.ndarray]:
    """Compute slope and ridge (H, W) by central differences; a pixel beyond the edge is as the one at the edge."""
    padded = np.pad(smooth, 1, mode="edge")
    left, right, middle = padded[1:-1, :-2], padded[1:-1, 2:], padded[1:-1, 1:-1]
    above, below = padded[:-2, 1:-1], padded[2:, 1:-1]
    across, down = (right - left) / 2, (below - above) / 2
    slope = np.sqrt(across * across + down * down) * scale
    xx, yy = right - 2 * middle + left, below - 2 * middle + above
    xy = (padded[2:, 2:] - padded[2:, :-2] - padded[:-2, 2:] + padded[:-2, :-2]) / 4
    half = (xx + yy) / 2
    spread = np.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
    return slope, np.where(half >= 0, half + spread, half - spread) * (scale * scale)
