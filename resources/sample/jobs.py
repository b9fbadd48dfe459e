"""The job that makes the sample scene, as it travels to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.file_roles import fills


@dataclass(frozen=True)
class SampleJob:
    """Make the sample scene in a folder, from a seed."""

    folder: str = fills()
    seed: int = 1
    size_px: int = 1024
