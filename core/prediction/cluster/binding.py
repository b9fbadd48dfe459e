"""What makes the package importable on the workers of a Dask cluster, those that join later too.

It is sent to them by value: they need to know no more than the checkout's path.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

from distributed import WorkerPlugin


class Binding(WorkerPlugin):
    """Binds the checkout to its package name on a worker, before that does anything."""

    name = "outcrop"

    def __init__(self, root: str, package: str) -> None:
        """Keep the checkout's path, as every machine sees it, and the package's name."""
        self._root, self._package = root, package

    def setup(self, worker: Any) -> None:
        """Bind the package, where that worker doesn't have it yet."""
        del worker
        if self._package not in sys.modules:
            runpy.run_path(str(Path(self._root) / "core" / "__main__.py"))["bind_package"]()
