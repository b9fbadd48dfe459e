"""The margin: how far a network's answers depend on what lies beyond a tile's edge, measured on real imagery."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from .devices import Device

MOST_DIFFERENT = 0.001
"""Of a prediction's labels, fewer than this share may differ from those of the whole image in one pass."""
_TILE, _MOST = 256, 128
_SMALL_TILE = 256
_STEP = 8
_WINDOWS_ALONG = 4
Logits = Callable[[np.ndarray], np.ndarray]


def measure_margin(
    logits: Logits,
    images: Sequence[np.ndarray],
    stride: int,
    tile_px: int = _TILE,
    most_px: int = _MOST,
    seconds: float = 60.0,
    tell: Callable[[], None] = lambda: None,
    window_seconds: float = 0.0,
) -> int:
    """Find the smallest margin with which tiles give the labels that the whole image would give.

    A tile is computed alone and as the middle of a window that reaches `most_px` further. Where the labels differ, by
    distance from the tile's edge, tells which share of a small tile's labels would differ with every margin.

    Args:
        logits: The network: (1, B, H, W) float32 → (1, C, H, W).
        images: Normalised images (B, H, W); smaller ones than tile and surroundings are mirrored at their edges.
        stride: The network's total downsampling; the margin is a multiple of it, and of 8.
        tile_px: Side of the tiles; made a multiple of the stride.
        most_px: The largest margin; made a multiple of the stride.
        seconds: No window is begun, after the first, that wouldn't be done by then.
        tell: Called before each window; raises to stop.
        window_seconds: About how long a window takes; where that is more than there is, none is begun.

    Returns:
        The margin in pixels, at most `most_px` even where that isn't enough, and `most_px` where nothing was measured.
    """
    step = math.lcm(stride, _STEP)
    most = math.ceil(most_px / step) * step
    side = max(math.ceil(tile_px / step) * step, 2 * most)
    differing, seen = np.zeros(side // 2), np.zeros(side // 2)
    distance = _distance_from_edge(side)
    began = time.monotonic()
    windows = [window for image in images for window in _windows(image, side + 2 * most, step)]
    if not windows or window_seconds > seconds:
        return most
    for done, number in enumerate(np.random.default_rng(0).permutation(len(windows)).tolist()):
        tell()
        gone = time.monotonic() - began
        if done and gone + gone / done > seconds:
            break
        whole = logits(np.ascontiguousarray(windows[number][None]))[0].argmax(axis=0)[most:-most, most:-most]
        inside = windows[number][None, :, most:-most, most:-most]
        alone = logits(np.ascontiguousarray(inside))[0].argmax(axis=0)
        seen += np.bincount(distance.ravel(), minlength=side // 2)
        differing += np.bincount(distance[whole != alone], minlength=side // 2)
    shares = differing / np.maximum(seen, 1)
    margins = range(0, most, step)
    return next((margin for margin in margins if _share_with(margin, shares) < MOST_DIFFERENT), most)


def measure_network_margin(
    network: Any,
    images: Sequence[np.ndarray],
    stride: int,
    device: Device,
    seconds: float = 60.0,
    tell: Callable[[], None] = lambda: None,
    window_seconds: float = 0.0,
) -> int:
    """Measure the margin of a torch network on normalised images (B, H, W); see `measure_margin`.

    The network is left in the mode (training or evaluation) and on the device that it was in.
    """
    import torch

    def logits(image: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            output: np.ndarray = network(torch.from_numpy(image).to(device.torch)).float().cpu().numpy()
        return output

    training = network.training
    network.eval()
    try:
        return measure_margin(logits, images, stride, seconds=seconds, tell=tell, window_seconds=window_seconds)
    finally:
        network.train(training)


def _share_with(margin: int, shares: np.ndarray) -> float:
    """Give the share of a small tile's labels that would differ with a margin, from the shares by distance."""
    core = _SMALL_TILE - 2 * margin
    distances = np.arange(core // 2)
    pixels = 4 * (core - 2 * distances - 1)
    beyond = np.minimum(distances + margin, len(shares) - 1)
    known = np.where(distances + margin < len(shares), shares[beyond], 0.0)
    return float((known * pixels).sum() / core**2)


def _distance_from_edge(side: int) -> np.ndarray:
    """Give every pixel's distance (side, side) from the edge of a square, 0 at the edge."""
    along = np.minimum(np.arange(side), np.arange(side)[::-1])
    distance: np.ndarray = np.minimum(along[:, None], along[None])
    return distance


def _windows(image: np.ndarray, side: int, step: int) -> list[np.ndarray]:
    """Cut windows (B, side, side) from an image, spread over it, mirroring one that is too small."""
    missing = [max(0, side - length) for length in image.shape[1:]]
    if any(missing):
        image = np.pad(image, ((0, 0), (0, missing[0]), (0, missing[1])), mode="reflect")
    spread = [np.linspace(0, length - side, _WINDOWS_ALONG) for length in image.shape[1:]]
    starts = [np.unique(positions // step * step).astype(int) for positions in spread]
    return [image[:, row : row + side, col : col + side] for row in starts[0].tolist() for col in starts[1].tolist()]
