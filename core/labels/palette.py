"""The palette: colours that classes are told apart by, as many as there are classes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

_CHOSEN = (
    "#d1495b", "#edae49", "#00798c", "#8e6c8a", "#66a182", "#2e4057", "#f4845f", "#3d5a80", "#b5838d", "#9a8c3b",
)  # fmt: skip
"""A qualitative palette that stays distinct over imagery (ours)."""
GREYS = ("#c8c8c8", "#8c8c8c", "#e6e6e6", "#646464")
"""For classes that are merely the rest."""
_NEAR = 0.045
"""Colours nearer than this in Oklab (about twice the just noticeable difference of large areas) pass for the same."""
_STEPS = 16
_LIGHTNESS = (0.35, 0.92)
_LEAST_CHROMA = 0.05
_TO_CONE = np.array([[0.4122214708, 0.5363325363, 0.0514459929],
                     [0.2119034982, 0.6806995451, 0.1073969566],
                     [0.0883024619, 0.2817188376, 0.6299787005]])  # fmt: skip
_TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                    [1.9779984951, -2.4285922050, 0.4505937099],
                    [0.0259040371, 0.7827717662, -0.8086757660]])  # fmt: skip


def further_colours(taken: Collection[str]) -> Iterator[str]:
    """Give colours without end that differ from those taken and from each other, “#rrggbb”.

    The hand-picked ones come first, then those of a grid of RGB, each as far as can be from all before in Oklab
    (Ottosson 2020, https://bottosson.github.io/posts/oklab/), neither grey nor near black or white.
    """
    before = [_lab(colour) for colour in (*GREYS, *taken)]
    for colour in _CHOSEN:
        lab = _lab(colour)
        if min(np.linalg.norm(lab - other) for other in before) >= _NEAR:
            before.append(lab)
            yield colour
    values = np.linspace(0, 255, _STEPS).round()
    grid = np.stack(np.meshgrid(values, values, values, indexing="ij"), axis=-1).reshape(-1, 3)
    candidates = _oklab(grid)
    chroma = np.hypot(candidates[:, 1], candidates[:, 2])
    usable = (candidates[:, 0] > _LIGHTNESS[0]) & (candidates[:, 0] < _LIGHTNESS[1]) & (chroma > _LEAST_CHROMA)
    grid, candidates = grid[usable], candidates[usable]
    apart = np.min([np.linalg.norm(candidates - other, axis=1) for other in before], axis=0)
    while True:
        furthest = int(np.argmax(apart))
        apart = np.minimum(apart, np.linalg.norm(candidates - candidates[furthest], axis=1))
        red, green, blue = (int(value) for value in grid[furthest])
        yield f"#{red:02x}{green:02x}{blue:02x}"


def _lab(colour: str) -> np.ndarray:
    return np.asarray(_oklab(np.array([list(bytes.fromhex(colour[1:]))], float))[0])


def _oklab(rgb: np.ndarray) -> np.ndarray:
    """Bring sRGB colours (N, 3), 0 to 255, to Oklab (N, 3)."""
    share = rgb / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_CONE.T) @ _TO_LAB.T)
