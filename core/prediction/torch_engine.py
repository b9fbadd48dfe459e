"""Prediction with torch: the engine that always works."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

from ..training.devices import Device
from .engine import LABELS, Request


class Head(torch.nn.Module):
    """A network with what follows it: the margin dropped, then class ids or probabilities."""

    def __init__(self, network: torch.nn.Module, request: Request) -> None:
        super().__init__()
        self.network = network
        self.margin = request.margin
        self.labels = request.kind == LABELS

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Give class ids (N, h, w) uint8 from 1, or probabilities (N, C, h, w) float32."""
        logits = self.network(images)
        if self.margin:
            logits = logits[:, :, self.margin : -self.margin, self.margin : -self.margin]
        if self.labels:
            return (logits.argmax(dim=1) + 1).to(torch.uint8)
        return torch.softmax(logits.float(), dim=1)


class TorchEngine:
    """A network in torch, channels last, in the device's fast precision."""

    def __init__(self, network: torch.nn.Module, request: Request, device: Device) -> None:
        self.name = f"torch {str(device.precision).replace('torch.', '')} on {device.torch.type}"
        self._device = device
        self._head = Head(network, request).eval().to(device.torch, memory_format=torch.channels_last)  # type: ignore[call-overload]

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Start a batch; on the CPU it is computed when this returns."""
        del valid
        with torch.inference_mode(), self._device.autocast():
            batch = torch.from_numpy(images).to(self._device.torch, memory_format=torch.channels_last)
            result = self._head(batch)
        return lambda: result.cpu().numpy()
