"""Bind the checkout to its package name, leave out what this environment can't run, and put slow tests last."""

from __future__ import annotations

import importlib.util
import os
import runpy
import sys
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
NEED_QGIS = ["ui", "desktop", "test_plugin.py"]
NEED_WORKER = [
    "core", "docs", "fuzz", "matrix", "models", "release", "resources", "test_architecture.py",
]  # fmt: skip

runpy.run_path(str(TESTS.parent / "core" / "__main__.py"))["bind_package"]()

settings.register_profile("outcrop", deadline=None)
settings.load_profile("outcrop")
"""How long an example takes says more about the machine than about the code."""

NEED_QT6 = ["qt6"]

collect_ignore = []
if importlib.util.find_spec("PyQt6") is None:
    collect_ignore += NEED_QT6
if importlib.util.find_spec("qgis") is None:
    collect_ignore += NEED_QGIS
if importlib.util.find_spec("torch") is None:
    collect_ignore += NEED_WORKER


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast tests first, so that a plain mistake shows within seconds."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End at once with the tests' status: QGIS 3.22 may crash while Python takes it apart, after all has been told."""
    session = config.pluginmanager.get_plugin("session")
    if "qgis.core" in sys.modules and session is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(session.exitstatus))
