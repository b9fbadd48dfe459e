"""Import this first: it makes the checkout importable as `outcrop`, whatever its folder is called."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
