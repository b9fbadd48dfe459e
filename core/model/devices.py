"""Devices: where a network is computed, and in which precision."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import torch

from ..errors import BadInputError
from .short_floats import bfloat16_pays

DataType = torch.dtype


@dataclass(frozen=True)
class Device:
    """A torch device with its fast precision.

    Attributes:
        torch: The torch device.
        precision: float32, or the 16-bit type for `autocast`.
        title: What the analyst reads, such as “CPU, 2 threads”.
    """

    torch: torch.device
    precision: DataType
    title: str

    @property
    def scales_gradients(self) -> bool:
        """Whether gradients need scaling, as 16-bit floats with a short exponent do."""
        return self.precision == torch.float16

    def autocast(self) -> Any:
        """Give the context in which a network is computed in this device's precision."""
        if self.precision == torch.float32:
            return nullcontext()
        return torch.autocast(self.torch.type, dtype=self.precision)


def choose_device(name: str = "auto", threads: int = 0) -> Device:
    """Choose a device: “auto” takes CUDA, then Apple's MPS, then the CPU; else “cpu”, “mps”, “cuda” or “cuda:1”.

    Args:
        name: The device's name.
        threads: Threads on the CPU; 0 takes all cores.

    Raises:
        BadInputError: When the machine doesn't have it.
    """
    if threads:
        torch.set_num_threads(threads)
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    kind = name.split(":", maxsplit=1)[0]
    if kind == "cuda":
        return _cuda(name)
    if kind == "mps" and torch.backends.mps.is_available():
        return Device(torch.device("mps"), torch.float32, "Apple GPU")
    if kind == "cpu":
        fast = torch.bfloat16 if bfloat16_pays() else torch.float32
        count = torch.get_num_threads()
        return Device(torch.device("cpu"), fast, f"CPU, {count} {'thread' if count == 1 else 'threads'}")
    raise BadInputError("There is no device “{name}” on this machine. Choose auto or cpu.", name=name)


def is_out_of_memory(error: BaseException) -> bool:
    """Say whether an error means that the device's or the machine's memory is full."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and "alloc" in str(error) and "memory" in str(error)


def _cuda(name: str) -> Device:
    number = name.partition(":")[2] or os.environ.get("LOCAL_RANK", "0")
    index = int(number) if number.isdigit() else sys.maxsize
    if not torch.cuda.is_available() or index >= torch.cuda.device_count():
        raise BadInputError(
            "There is no device “{name}”: torch finds {device_count} CUDA devices. Choose auto or cpu.",
            name=name,
            device_count=torch.cuda.device_count(),
        )
    precision = torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
    free, total = torch.cuda.mem_get_info(index)
    title = f"{torch.cuda.get_device_name(index)}, {free / 2**30:.0f} of {total / 2**30:.0f} GB free"
    return Device(torch.device("cuda", index), precision, title)
