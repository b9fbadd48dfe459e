"""The anchor: the weights that fine-tuning starts from, of which a share stays in the network that is kept.

The mean of the weights before and after fine-tuning often maps better than either where the new labels are few:
Wortsman et al. 2022, Robust fine-tuning of zero-shot models, CVPR, doi 10.1109/CVPR52688.2022.00780.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Optional

import torch

Weights = dict[str, torch.Tensor]


class Anchor:
    """Pulls a network towards its weights of the beginning: w ← (1 − share) · w + share · w₀, moving means included."""

    def __init__(self, network: torch.nn.Module, share: float) -> None:
        """Remember the weights that a network has now; a share of 0 remembers and changes nothing."""
        self._network, self._share = network, share
        self._start = _copied(network) if share else {}
        self._learned: Optional[Weights] = None

    @contextmanager
    def pulling(self) -> Iterator[None]:
        """Let the network be as it will be kept, and afterwards again as it has learned."""
        if not self._start:
            yield
            return
        self._learned = _copied(self._network)
        try:
            self.pull()
            yield
        finally:
            self._network.load_state_dict(self._learned, strict=False)
            self._learned = None

    def pull(self) -> None:
        """Make the network what is kept."""
        with torch.no_grad():
            for name, tensor in self._network.state_dict().items():
                if name in self._start:
                    tensor.lerp_(self._start[name], self._share)

    def learned(self) -> Weights:
        """Give the network's weights as it has learned them, while it is pulled too."""
        return {**self._network.state_dict(), **(self._learned or {})}

    def state_dict(self) -> Weights:
        """Give what is needed to go on."""
        return self._start

    def load_state_dict(self, state: Mapping[str, torch.Tensor]) -> None:
        """Go on where `state_dict` was taken."""
        device = next((tensor.device for tensor in self._start.values()), None)
        self._start = {name: tensor.to(device) for name, tensor in state.items()}


def _copied(network: torch.nn.Module) -> Weights:
    return {
        name: tensor.detach().clone() for name, tensor in network.state_dict().items() if tensor.is_floating_point()
    }
