"""A network that normalises by a scene's moments undoes what the scene's light has done to its layers."""

from __future__ import annotations

import numpy as np
import torch
from outcrop.core.geodata.grid import Window
from outcrop.core.prediction.fitting.batch_statistics import has_batch_statistics, tiles_over, with_batch_statistics
from torch import nn

CPU = torch.device("cpu")


def network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(2, 6, 3, padding=1, bias=False), nn.BatchNorm2d(6), nn.ReLU(), nn.Dropout(0.5), nn.Conv2d(6, 2, 1)
    )


def learned(tiles: torch.Tensor) -> nn.Module:
    """Give the network with the moments of some tiles, as training leaves them."""
    made = network()
    return with_batch_statistics(made, tiles.numpy(), CPU)


def test_the_moments_of_another_light_give_what_the_network_knew() -> None:
    here = torch.randn(24, 2, 16, 16)
    made = learned(here)
    there = here * 3
    adapted = with_batch_statistics(made, there.numpy(), CPU)
    wanted = made(here)
    assert torch.allclose(adapted(there), wanted, atol=1e-4)
    assert not torch.allclose(made(there), wanted, atol=0.1)
    assert not adapted.training
    assert not any(module.training for module in adapted.modules())


def test_the_network_itself_stays_as_it_is() -> None:
    made = learned(torch.randn(8, 2, 16, 16))
    before = {name: value.clone() for name, value in made.state_dict().items()}
    with_batch_statistics(made, np.full((8, 2, 16, 16), 9, np.float32), CPU)
    assert all(torch.equal(value, before[name]) for name, value in made.state_dict().items())


def test_networks_without_such_layers_are_known() -> None:
    assert has_batch_statistics(network())
    assert not has_batch_statistics(nn.Conv2d(2, 2, 1))


def test_tiles_hold_little_nodata_and_fit_the_scene() -> None:
    valid = np.zeros((100, 70), bool)
    valid[:, :40] = True

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        rows, cols = window.slices()
        assert window.row + window.height <= 100
        assert window.col + window.width <= 70
        return np.zeros((3, *window.shape), np.float32), valid[rows, cols]

    assert tiles_over(read, (100, 70), 32, 16).shape == (64, 3, 32, 32)
    assert tiles_over(read, (100, 70), 128, 16).shape[2:] == (64, 64)
    valid[:] = False
    assert len(tiles_over(read, (100, 70), 32, 16)) == 0
