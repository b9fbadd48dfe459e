"""Where a per-pixel classifier is computed: on CUDA where there is any, without loading torch to find out."""

from __future__ import annotations

import ctypes
import sys
from importlib.util import find_spec

from ..errors import BadInputError

_DRIVERS = {"win32": "nvcuda.dll", "linux": "libcuda.so.1"}
CPU = "cpu"


def classifier_device(name: str = "auto", threads: int = 0) -> str:
    """Choose the device of a per-pixel classifier: “auto” takes CUDA where there is a driver and torch, else the CPU.

    Apple's GPU has no double precision, so that there classifiers stay on the CPU.

    Args:
        name: As `choose_device` takes it.
        threads: Threads on the CPU; 0 takes all cores.

    Raises:
        BadInputError: When another device is named that the machine doesn't have.
    """
    if name == CPU or (name == "auto" and not _has_driver()):
        return CPU
    if find_spec("torch") is None:
        if not name.startswith("cuda"):
            return CPU
        raise BadInputError("The device “{name}” needs torch, which isn't installed. Choose auto or cpu.", name=name)
    from .devices import choose_device

    chosen = choose_device(name, threads).torch
    return str(chosen) if chosen.type == "cuda" else CPU


def _has_driver() -> bool:
    """Say whether this machine has NVIDIA's driver, without which there is no CUDA."""
    library = _DRIVERS.get(sys.platform)
    if library is None:
        return False
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
