"""Residual U-Net: units with shortcuts on both ways, and parameters worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from outcrop.models.networks.unet_residual import ResidualUnit
from torch import nn

WIDTHS = [64, 128, 256, 512, 1024]


def unit(inputs: int, outputs: int) -> int:
    """Count two 3×3 convolutions, the 1×1 shortcut, and three normalisations of two numbers a channel."""
    return 9 * inputs * outputs + 9 * outputs * outputs + inputs * outputs + 3 * 2 * outputs


@pytest.mark.parametrize(("bands", "classes"), [(3, 2), (6, 2), (9, 8)])
def test_parameters_counted_by_hand(sketch: Callable, parameter_count: Callable, bands: int, classes: int) -> None:
    down = sum(unit(*pair) for pair in zip([bands, *WIDTHS], WIDTHS))
    rises = sum(4 * deep * level + level for level, deep in zip(WIDTHS, WIDTHS[1:]))
    up = sum(unit(2 * level, level) for level in WIDTHS[:-1])
    assert parameter_count(sketch("unet_residual", bands, classes)) == down + rises + up + 64 * classes + classes


def test_every_level_of_encoder_and_decoder_is_a_residual_unit(sketch: Callable) -> None:
    network = sketch("unet_residual", 6, 2)
    levels = [*network.encoder, *network.decoder]
    assert len(levels) == 9
    assert all(isinstance(level, ResidualUnit) for level in levels)


def test_a_units_input_passes_by_its_convolutions() -> None:
    torch.manual_seed(0)
    residual = ResidualUnit(3, 5).eval()
    nn.init.zeros_(residual.residual[0].weight)
    nn.init.zeros_(residual.residual[3].weight)
    features = torch.rand(1, 3, 8, 8)
    torch.testing.assert_close(residual(features), torch.relu(residual.shortcut(features)))
    assert residual(features).max() > 0
