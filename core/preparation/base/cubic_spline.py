"""The cubic spline through a picture's pixels, at regular places: two small products of matrices."""

from __future__ import annotations

import numpy as np


def at_places(coefficients: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Give the spline (R, C) at every pair of rows (R,) and columns (C,), counted from the middles of the first pixels.

    What lies outside the picture is mirrored about the middles of its outermost pixels. It is what
    `scipy.ndimage.map_coordinates` gives place by place, many times as fast.

    Args:
        coefficients: Of the spline (H, W), by `scipy.ndimage.spline_filter` with the mode “mirror”.
        rows: Fractions of rows, increasing.
        cols: Fractions of columns, increasing.
    """
    sides = [_weights(places, length) for places, length in zip((rows, cols), coefficients.shape)]
    (row_weights, of_rows), (col_weights, of_cols) = sides
    return np.asarray(row_weights @ coefficients[of_rows, of_cols] @ col_weights.T)


def _weights(places: np.ndarray, length: int) -> tuple[np.ndarray, slice]:
    """Give the weights (P, K) that places have of neighbouring coefficients, and which these K of a length are."""
    first = np.floor(places)
    past, left = places - first, 1 - (places - first)
    pieces = (left**3, 4 - 6 * past**2 + 3 * past**3, 4 - 6 * left**2 + 3 * left**3, past**3)
    near = first[:, None].astype(int) + np.arange(-1, 3)
    turn = max(1, 2 * (length - 1))
    mirrored = length - 1 - np.abs(near % turn - (length - 1))
    low, high = mirrored.min(), mirrored.max()
    weights = np.zeros((len(places), high - low + 1))
    for column, piece in zip(mirrored.T - low, pieces):
        weights[np.arange(len(places)), column] += piece / 6
    return weights, slice(low, high + 1)
