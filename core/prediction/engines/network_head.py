"""The head: a network with what follows it, so that every engine computes just what is kept."""

from __future__ import annotations

import torch

from .engine import LABELS, LOGITS, EngineRequest


class NetworkHead(torch.nn.Module):
    """A network, its margin dropped, then class ids, probabilities or the logits themselves."""

    def __init__(self, network: torch.nn.Module, request: EngineRequest) -> None:
        super().__init__()
        self.network = network
        self.crop = request.crop
        self.kind = request.kind

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Give what `EngineRequest` asks for."""
        logits = self.network(images)
        if self.crop:
            logits = logits[:, :, self.crop : -self.crop, self.crop : -self.crop]
        if self.kind == LABELS:
            return logits.max(dim=1).indices.to(torch.uint8) + 1  # faster than argmax
        return logits.float() if self.kind == LOGITS else torch.softmax(logits.float(), dim=1)
