"""The workshop that makes files of polygons, which the labels' tests use too."""

from __future__ import annotations

from ...labels.conftest import make

__all__ = ["make"]
