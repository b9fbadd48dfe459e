"""The last layer: the features of a pixel by which a network decides, just before they become class scores."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional


class LastLayer:
    """Gives what the convolutions that give class scores read, whichever network it is.

    A network of several heads, such as one with a pixel branch, gives the features of all of them. The penultimate
    layer is where distances mean most (Meyer & Pebesma's index in the space of a network: Lee et al. 2018, arXiv
    1807.03888, on the choice of the layer).
    """

    def __init__(self, network: nn.Module, classes: int, device: torch.device) -> None:
        """Bring a copy of a network in evaluation mode to a device."""
        self._network, self._device = copy.deepcopy(network).to(device), device
        kinds = (nn.Conv2d, nn.ConvTranspose2d)
        self._heads = [one for one in self._network.modules() if isinstance(one, kinds) and one.out_channels == classes]

    def __call__(self, image: np.ndarray) -> np.ndarray:
        """Give the features (F, H, W) float32 of a normalised image (B, H, W), sides multiples of the stride."""
        seen: dict[nn.Module, torch.Tensor] = {}

        def keep(module: nn.Module, inputs: tuple[Any, ...]) -> None:
            seen[module] = inputs[0]

        hooks = [head.register_forward_pre_hook(keep) for head in self._heads]
        try:
            with torch.inference_mode():
                self._network(torch.from_numpy(image)[None].to(self._device))
        finally:
            for hook in hooks:
                hook.remove()
        side = image.shape[1:]
        maps = [functional.interpolate(one.float(), side, mode="bilinear") for one in seen.values()]
        features: np.ndarray = torch.cat(maps, dim=1)[0].cpu().numpy()
        return features
