"""The units that the networks are made of: a convolution with its normalisation and activation, and pairs of them."""

from __future__ import annotations

from collections.abc import Callable

import torch.nn.functional as F
from torch import Tensor, nn

Activation = Callable[[], nn.Module]


def relu() -> nn.Module:
    """Make the usual activation."""
    return nn.ReLU(inplace=True)


def relu6() -> nn.Module:
    """Make the activation min(max(0, x), 6)."""
    return nn.ReLU6(inplace=True)


def convolution(
    inputs: int, outputs: int, size: int = 3, *, dilation: int = 1, normalise: bool = True,
    activation: Activation = relu,
) -> nn.Sequential:  # fmt: skip
    """Make a convolution that keeps height and width, with batch normalisation (then without bias) and activation."""
    padding = dilation * (size // 2)
    layers: list[nn.Module] = [nn.Conv2d(inputs, outputs, size, padding=padding, dilation=dilation, bias=not normalise)]
    if normalise:
        layers.append(nn.BatchNorm2d(outputs))
    return nn.Sequential(*layers, activation())


def double_convolution(
    inputs: int, outputs: int, *, normalise: bool = True, activation: Activation = relu
) -> nn.Sequential:
    """Make the two 3×3 convolutions of one level of a U-Net."""
    return nn.Sequential(
        *convolution(inputs, outputs, normalise=normalise, activation=activation),
        *convolution(outputs, outputs, normalise=normalise, activation=activation),
    )


def transposed_convolution(inputs: int, outputs: int, size: int = 3) -> nn.Sequential:
    """Make a transposed convolution that doubles height and width, with batch normalisation and ReLU."""
    padding = (size - 1) // 2
    layer = nn.ConvTranspose2d(
        inputs, outputs, size, stride=2, padding=padding, output_padding=2 + 2 * padding - size, bias=False
    )
    return nn.Sequential(layer, nn.BatchNorm2d(outputs), relu())


class BatchNormOfAny(nn.BatchNorm2d):
    """Batch normalisation that can be trained on one value of each channel, as global pooling of one tile gives.

    One value has no variance, and torch refuses it; such a batch is normalised with the running statistics, which
    it leaves as they are.
    """

    def forward(self, values: Tensor) -> Tensor:
        """Normalise (N, C, H, W)."""
        if self.training and values.shape[0] * values.shape[2] * values.shape[3] == 1:
            return F.batch_norm(values, self.running_mean, self.running_var, self.weight, self.bias, eps=self.eps)
        return super().forward(values)
