"""U-Net made of residual units."""

from __future__ import annotations

from torch import Tensor, nn

from ..network_parameters import UNetParameters
from .convolutions import convolution, relu
from .unet import UNet


class ResidualUnit(nn.Module):
    """Two normalised 3×3 convolutions whose result is added to their input, brought to the same channels by 1×1."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.residual = nn.Sequential(
            *convolution(inputs, outputs), *convolution(outputs, outputs, activation=nn.Identity)
        )
        self.shortcut = convolution(inputs, outputs, 1, activation=nn.Identity)
        self.activation = relu()

    def forward(self, features: Tensor) -> Tensor:
        """Give (N, outputs, H, W) of (N, inputs, H, W)."""
        return self.activation(self.residual(features) + self.shortcut(features))


def build(bands: tuple[str, ...], classes: int, parameters: UNetParameters) -> UNet:
    """Build the improved U-Net of Liu et al. 2020 (doi 10.3390/rs12050894): residual units on the way down and up."""
    return UNet(len(bands), classes, parameters, ResidualUnit, ResidualUnit)
