"""Benchmarks: figures that the README beside this file tells. Importing it binds the checkout as `outcrop`."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""
DATA = ROOT.parent / "shared" / "data"
"""Where the data stand that are no part of the checkout."""
runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
