"""Make an environment with any Python, before there is one: `python3 -I <checkout>/core/environment …`."""

from __future__ import annotations

import importlib
import runpy
import sys
from pathlib import Path


def run() -> int:
    """Bind the package as the command line does, and make the environment."""
    entry = runpy.run_path(str(Path(__file__).resolve().parent.parent / "__main__.py"))
    entry["bind_package"]()
    return int(importlib.import_module(f"{entry['PACKAGE']}.core.environment.make").main())


if __name__ == "__main__":
    if sys.path and Path(sys.path[0]).resolve() == Path(__file__).resolve().parent:
        sys.path.pop(0)
    sys.exit(run())
