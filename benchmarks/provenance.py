"""Provenance of a figure: the state of the code that was measured, and the machine."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path

import torch


def code() -> str:
    """Give the commit that measures, with a mark where files have changed since; empty outside a checkout."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=7"], cwd=Path(__file__).parent, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    return told.stdout.strip()


def machine() -> str:
    """Give the processor and the number of threads, or the GPU."""
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.processor()}, {torch.get_num_threads()} threads"
