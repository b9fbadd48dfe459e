"""The job that makes the sample scene."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..events import Events
from .specs import SampleJob


def sample(job: SampleJob, events: Events) -> dict[str, Any]:
    """Make the sample scene, and give the paths of its files by name."""
    from ...resources.sample.scene import make_sample

    events.progress(0.0, "Making the sample scene")
    made = make_sample(Path(job.folder), seed=job.seed, size_px=job.size_px)
    return {name: str(path) for name, path in vars(made).items()}
