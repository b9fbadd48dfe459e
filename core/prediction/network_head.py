"""The head: a network with what follows it, so that every engine computes just what is kept."""

from __future__ import annotations

import torch

from .engine import LABELS, Request


class NetworkHead(torch.nn.Module):
    """A network, its margin dropped, then class ids or probabilities."""

    def __init__(self, network: torch.nn.Module, request: Request) -> None:
        super().__init__()
        self.network = network
        self.crop = request.crop
        self.labels = request.kind == LABELS

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Give class ids (N, h, w) uint8 from 1, or probabilities (N, C, h, w) float32."""
        logits = self.network(images)
        if self.crop:
            logits = logits[:, :, self.crop : -self.crop, self.crop : -self.crop]
        if self.labels:
            return (logits.argmax(dim=1) + 1).to(torch.uint8)
        return torch.softmax(logits.float(), dim=1)
