"""The small scene that the jobs' tests use too."""

from __future__ import annotations

from ..jobs.conftest import scene

__all__ = ["scene"]
