"""Layer hiding: rasters of the stack hidden at random, so that a model learns to do without any of them.

What is hidden becomes the mean of the training data, as what is missing does (modality dropout; Neverova et al. 2016,
IEEE TPAMI 38(8), ModDrop). At least one raster stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch
    from torch import Tensor


@dataclass(frozen=True)
class LayerHiding:
    """Hides layers of normalised images.

    Attributes:
        layers: The places of every layer's bands.
        fill: What a hidden band becomes (B,).
        share: How often each layer is hidden.
    """

    layers: tuple[tuple[int, ...], ...]
    fill: tuple[float, ...]
    share: float

    def drawn(self, random: np.ndarray) -> tuple[int, ...]:
        """Give the places of the bands to hide, by a random number 0…1 for each layer and one more (L + 1,)."""
        hidden = random[:-1] < self.share
        if hidden.all():
            hidden[int(random[-1] * len(hidden)) % len(hidden)] = False
        return tuple(place for layer, is_hidden in zip(self.layers, hidden) if is_hidden for place in layer)

    def of_tiles(self, views: Sequence[Tensor], valid: Tensor, generator: torch.Generator) -> list[Tensor]:
        """Hide layers of tiles, each tile's own; what isn't valid stays 0, and what is given is left as it is.

        Args:
            views: The same tiles (N, B, H, W), as they are and recoloured, of which the same is hidden.
            valid: Where they have data (N, H, W).
            generator: Source of all random numbers.
        """
        import torch

        draws = torch.rand(len(valid), len(self.layers) + 1, generator=generator).numpy()
        hidden = [view.clone() for view in views]
        for number, random in enumerate(draws):
            for place in self.drawn(random):
                for view in hidden:
                    view[number, place] = valid[number] * self.fill[place]
        return hidden

    def of_image(self, image: np.ndarray, valid: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """Give an image (B, H, W) of which one or more layers are hidden, in all of it."""
        draws = random.random(len(self.layers) + 1)
        draws[int(draws[-1] * len(self.layers)) % len(self.layers)] = 0.0
        hidden = image.copy()
        for place in self.drawn(draws):
            hidden[place] = np.where(valid, np.float32(self.fill[place]), np.float32(0))
        return hidden
