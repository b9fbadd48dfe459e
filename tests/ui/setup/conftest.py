"""A folder for environments, nothing else to compute with, and an installer that only pretends."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.environment.interpreters import Interpreter
from outcrop.core.environment.managed import current_folder
from outcrop.core.environment.plan import EnvironmentPlan, stamp
from outcrop.core.environment.survey import MachineSurvey
from outcrop.core.environment.torch_build import choose_torch_build
from outcrop.core.errors import CancelledError
from outcrop.ui.setup import dialog, keeper
from outcrop.ui.worker import environment

VERSIONS = {
    "numpy": "2.4", "scipy": "1.17", "sklearn": "1.9", "skimage": "0.26", "rasterio": "1.4", "pyogrio": "0.13",
    "shapely": "2.2", "pyproj": "3.7", "safetensors": "0.8", "matplotlib": "3.11",
}  # fmt: skip


def lay_out(plan: EnvironmentPlan) -> None:
    """Make what a finished environment looks like from outside."""
    versions = {**VERSIONS, **({"torch": "2.13"} if plan.torch is not None else {})}
    plan.interpreter.parent.mkdir(parents=True, exist_ok=True)
    plan.interpreter.write_text("#!/bin/sh\n", encoding="utf-8")
    plan.interpreter.chmod(0o755)
    (plan.folder / "pyvenv.cfg").write_text(f"home = {plan.folder}\n", encoding="utf-8")
    for module in versions:
        package = plan.folder / "lib" / "python3.11" / "site-packages" / module
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").write_text("", encoding="utf-8")
    (plan.folder / "outcrop-environment.json").write_text(stamp(plan, "3.11.2", versions), encoding="utf-8")


class Installer:
    """Pretends to install; `failure` is raised in the middle, `slow` goes on until it is cancelled."""

    def __init__(self) -> None:
        self.plans: list[EnvironmentPlan] = []
        self.failure: Exception | None = None
        self.slow = False

    def __call__(self, plan: EnvironmentPlan, progress: Callable, cancelled: Callable, variables: object) -> None:
        self.plans.append(plan)
        progress(0.4, "Installing numpy 2.4, 3 of 51 packages")
        deadline = time.monotonic() + 10
        while self.slow and time.monotonic() < deadline:
            if cancelled():
                raise CancelledError("Stopped. What is installed already is kept; start again to go on.")
            time.sleep(0.02)
        if self.failure is not None:
            raise self.failure
        lay_out(plan)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "environments"
    monkeypatch.setenv("OUTCROP_ENVIRONMENTS", str(folder))
    monkeypatch.delenv("OUTCROP_PYTHON")
    monkeypatch.setattr(environment.find_interpreter, "__defaults__", (environment.os.environ, tmp_path))
    return folder


@pytest.fixture
def installer(base: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    made = Installer()
    found = Interpreter(Path(sys.executable), "3.11.2", "x86_64")
    build = choose_torch_build("auto", "Linux", ())
    monkeypatch.setattr(keeper, "make_environment", made)
    monkeypatch.setattr(keeper, "repair_environment", made)
    monkeypatch.setattr(dialog, "survey_machine", lambda *_: MachineSurvey(found, "", build, "", True, 35.0))
    return made


@pytest.fixture
def current(base: Path) -> Path:
    return current_folder(base)
