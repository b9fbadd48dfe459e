"""Batch statistics of a scene: a network normalises what its layers give by this scene's moments, not the training's.

Li et al. 2018, Adaptive batch normalization for practical domain adaptation, Pattern Recognition 80, 109–117. Weights
stay as they are, and no label is needed.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...geodata.grid import Window

if TYPE_CHECKING:
    import torch

_TILES, _TRIES = 64, 10
_LEAST_VALID = 0.6
_TOGETHER = 8


def has_batch_statistics(network: Any) -> bool:
    """Say whether a network has layers that normalise by moments of their training."""
    return any(True for _ in _layers(network))


def with_batch_statistics(network: torch.nn.Module, tiles: np.ndarray, device: torch.device) -> torch.nn.Module:
    """Give a copy of a network, in evaluation mode on the CPU, whose layers normalise by the moments of some tiles.

    Args:
        network: With batch normalisation.
        tiles: Of the scene, normalised (N, B, H, W), float32.
        device: Where to compute.
    """
    import torch

    adapted = copy.deepcopy(network).eval().to(device)
    for layer in _layers(adapted):
        layer.reset_running_stats()
        layer.momentum = None  # the plain mean over all tiles
        layer.train()
    with torch.inference_mode():
        for start in range(0, len(tiles), _TOGETHER):
            adapted(torch.from_numpy(tiles[start : start + _TOGETHER]).to(device))
    return adapted.eval().cpu()


def tiles_over(
    read: Callable[[Window], tuple[np.ndarray, np.ndarray]], shape: tuple[int, int], side: int, stride: int
) -> np.ndarray:
    """Read tiles at random places of a scene, always the same ones, that hold little nodata.

    Args:
        read: Gives a window's image (B, H, W), normalised, and where it is valid (H, W).
        shape: Rows and columns of the scene.
        side: Of the tiles.
        stride: Their sides are multiples of it, and of the scene's at most.

    Returns:
        The tiles (N, B, S, S), which may be none.
    """
    side = max(stride, min(side, *shape) // stride * stride)
    rng = np.random.default_rng(0)
    tiles: list[np.ndarray] = []
    for _ in range(_TRIES * _TILES):
        row, col = (int(rng.integers(0, max(1, length - side + 1))) for length in shape)
        image, valid = read(Window(row, col, side, side))
        if valid.mean() >= _LEAST_VALID:
            tiles.append(image)
        if len(tiles) == _TILES:
            break
    return np.stack(tiles) if tiles else np.zeros((0, 0, side, side), np.float32)


def _layers(network: Any) -> Iterable[Any]:
    from torch.nn.modules.batchnorm import _BatchNorm

    return (layer for layer in network.modules() if isinstance(layer, _BatchNorm) and layer.track_running_stats)
