"""Prediction with torch: the engine that always works, on a CPU or a GPU."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch

from ...model.device_memory import TileTooLargeError
from ...model.devices import Device, is_out_of_memory
from ...model.members import Member
from .engine import EngineRequest
from .network_head import NetworkHead

_SHARE_OF_MEMORY = 0.6
_MOST_TILES = 64


class TorchEngine:
    """A network in torch, channels last, in the device's fast precision; a batch that is too much for it is halved."""

    def __init__(self, network: torch.nn.Module, request: EngineRequest, device: Device) -> None:
        """Bring the network to the device."""
        precision = str(device.precision).replace("torch.", "")
        self.name = f"torch {precision} on {device.torch.type}"
        self.in_flight = 2 if device.torch.type == "cuda" else 1
        self._device = device
        self._most = request.batch
        head = NetworkHead(copy.deepcopy(network), request).eval()
        self._head = head.to(device.torch, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._copying = torch.cuda.Stream(device.torch) if device.torch.type == "cuda" else None

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Start a batch; on the CPU it is computed when this returns."""
        del valid
        parts = [self._start(part) for part in self._cut(images)]
        return parts[0] if len(parts) == 1 else lambda: np.concatenate([wait() for wait in parts])

    def find_batch(self, image: np.ndarray) -> int:
        """Give the number of tiles like this one (B, H, W) that fit the GPU's memory; 1 on a CPU."""
        if self._device.torch.type != "cuda":
            return 1
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(self._device.torch)
        before = torch.cuda.memory_allocated(self._device.torch)
        self._start(image[None])()
        needed = max(1, torch.cuda.max_memory_allocated(self._device.torch) - before)
        free, _ = torch.cuda.mem_get_info(self._device.torch)
        self._most = int(min(_MOST_TILES, max(1, _SHARE_OF_MEMORY * free // needed)))
        return self._most

    def _cut(self, images: np.ndarray) -> list[np.ndarray]:
        return [images[first : first + self._most] for first in range(0, len(images), self._most)]

    def _start(self, images: np.ndarray) -> Callable[[], np.ndarray]:
        """Compute one batch, in halves when memory is full.

        Raises:
            TileTooLargeError: When not even one tile fits.
        """
        try:
            return self._compute(images) if self._copying is None else self._start_on_gpu(images, self._copying)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            if len(images) == 1:
                raise TileTooLargeError(
                    (
                        "A tile of {rows}×{columns} px doesn't fit the memory of {title}. Choose smaller tiles, or "
                        "close what else uses that memory."
                    ),
                    rows=images.shape[-2],
                    columns=images.shape[-1],
                    title=self._device.title,
                ) from error
        self._most = len(images) // 2
        if self._device.torch.type == "cuda":
            torch.cuda.empty_cache()
        parts = [self._start(part) for part in self._cut(images)]
        return lambda: np.concatenate([wait() for wait in parts])

    def _compute(self, images: np.ndarray) -> Callable[[], np.ndarray]:
        with torch.inference_mode(), self._device.autocast():
            batch = torch.from_numpy(images).to(self._device.torch, memory_format=torch.channels_last)
            result = self._head(batch)
        return lambda: result.cpu().numpy()

    def _start_on_gpu(self, images: np.ndarray, stream: torch.cuda.Stream) -> Callable[[], np.ndarray]:
        """Copy from pinned memory beside the computing, and copy the result back when it is there."""
        computing = torch.cuda.current_stream(self._device.torch)
        pinned = torch.from_numpy(images).pin_memory()
        with torch.cuda.stream(stream):
            batch = pinned.to(self._device.torch, non_blocking=True)
        computing.wait_stream(stream)
        batch.record_stream(computing)
        with torch.inference_mode(), self._device.autocast():
            result = self._head(batch.contiguous(memory_format=torch.channels_last))
            host = torch.empty(result.shape, dtype=result.dtype, pin_memory=True)
            host.copy_(result, non_blocking=True)
        ready = torch.cuda.Event()
        ready.record(computing)

        def wait() -> np.ndarray:
            ready.synchronize()
            return host.numpy()

        return wait


def open_engine(member: Member, request: EngineRequest, device: Device) -> TorchEngine:
    """Open it in the device's fast precision."""
    return TorchEngine(member.model, request, device)


def open_exact(member: Member, request: EngineRequest, device: Device) -> TorchEngine:
    """Open it in float32."""
    return TorchEngine(member.model, request, replace(device, precision=torch.float32))
