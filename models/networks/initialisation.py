"""Random initial weights of the layers that are written here."""

from __future__ import annotations

import math

from torch import nn


def initialise(module: nn.Module) -> None:
    """Draw the weights of all convolutions in a module after He et al. 2015, so that activations keep their variance.

    A transposed convolution is counted by how many inputs reach one output pixel, and not as followed by a ReLU.
    Biases start at zero, batch normalisation as the identity. The numbers come from torch's own generator.
    """
    for layer in module.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        elif isinstance(layer, nn.ConvTranspose2d):
            reach = math.prod(layer.kernel_size) / math.prod(layer.stride)
            nn.init.normal_(layer.weight, std=math.sqrt(1 / (layer.in_channels * reach)))
        elif isinstance(layer, nn.BatchNorm2d):
            nn.init.ones_(layer.weight)
            nn.init.zeros_(layer.bias)
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d)) and layer.bias is not None:
            nn.init.zeros_(layer.bias)


def initialise_head(layer: nn.Conv2d) -> None:
    """Draw the weights of the last convolution, whose output are logits: variance kept without a ReLU after it."""
    nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
