"""Run Outcrop without QGIS, from any folder and whatever the checkout is called: `python -I <checkout>/core …`.

The checkout's root is the package. It is bound here to its one fixed name, so that nothing depends on the name of
the folder and nothing is added to `sys.path`, where another plugin's folder could hide a library.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = "outcrop"
ROOT = Path(__file__).resolve().parent.parent


def bind_package() -> ModuleType:
    """Register the checkout's root as the package `PACKAGE`, once, and return it.

    Raises:
        ImportError: The root holds no `__init__.py`: the checkout is incomplete.
    """
    if PACKAGE in sys.modules:
        return sys.modules[PACKAGE]
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"“{ROOT}” is no complete checkout of Outcrop.")
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)
    return package


def run() -> int:
    """Run the command line and return its exit status."""
    if sys.path and Path(sys.path[0]).resolve() == ROOT / "core":
        sys.path.pop(0)
    bind_package()
    return int(importlib.import_module(f"{PACKAGE}.core.commands.command_line").main() or 0)


if __name__ == "__main__":
    sys.exit(run())
