"""Make an environment as planned: step by step, with progress, stoppable, and without doing anything twice."""

from __future__ import annotations

import json
import os
import shutil
import sys
import uuid
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from ..errors import BadInputError
from ..files.whole_file import write_text
from .held_lock import held_lock
from .interpreters import Interpreter, ask_python
from .path_length import long_paths_are_on, packages_fit
from .pip.failure import InstallError, NetworksUnavailableError
from .places import VARIABLE, Machine, uv_candidates
from .plan import HIGHEST_PYTHON, LOWEST_PYTHON, STAMP, EnvironmentPlan, facts, stamp
from .steps import Cancelled, Progress, Steps
from .wholeness import base_is_there, forget_broken, missing_modules

_NETWORK_IMPORTS = ("torch",)


def is_ready(plan: EnvironmentPlan, variables: Optional[Mapping[str, str]] = None) -> bool:
    """Tell whether the environment is there, whole, and what the locks ask for now."""
    return _is_ready(plan, _base(plan, find_uv(plan, variables), variables))


def make_environment(
    plan: EnvironmentPlan,
    progress: Progress,
    cancelled: Cancelled = lambda: False,
    variables: Optional[Mapping[str, str]] = None,
) -> bool:
    """Make or mend the environment, and return False where nothing had to be done.

    What was installed before a stop or a failure is kept and not fetched again. The stamp, without which an
    environment isn't used, comes when the classifiers work, and again when the networks do.

    Args:
        plan: What the environment shall hold.
        progress: Called with the finished fraction, 0 to 1, and what is being done.
        cancelled: Asked several times a second.
        variables: The environment variables of every command that is run; this process's own if None.

    Raises:
        BadInputError: The interpreter doesn't suit, there is too little room, or another process is at it.
        CancelledError: Stopped on request.
        NetworksUnavailableError: All is installed but torch.
        InstallError: A step failed; the message holds the end of its log.
    """
    uv = find_uv(plan, variables)
    base = _base(plan, uv, variables)
    if _is_ready(plan, base):
        return False
    _check(plan, base)
    with held_lock(plan.lock_file):
        if _is_ready(plan, base):  # another process has made it meanwhile
            return False
        _make(plan, base, Steps(plan, progress, cancelled, variables, uv))
    progress(1.0, "Ready")
    return True


def repair_environment(
    plan: EnvironmentPlan,
    progress: Progress,
    cancelled: Cancelled = lambda: False,
    variables: Optional[Mapping[str, str]] = None,
) -> None:
    """Look at every file, put back what is missing or cut short, and import everything again.

    Raises:
        OutcropError: As `make_environment` does.
    """
    with held_lock(plan.lock_file):
        (plan.folder / STAMP).unlink(missing_ok=True)
    make_environment(plan, progress, cancelled, variables)


def remove_environment(folder: Path, lock_file: Optional[Path] = None) -> None:
    """Remove an environment; from the first moment on it isn't used any more.

    Raises:
        BadInputError: Another process is at it, or a running job holds its files.
    """
    with held_lock(lock_file or folder.with_name(f"{folder.name}.lock")):
        (folder / STAMP).unlink(missing_ok=True)
        doomed = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:6]}.removed")
        try:
            if folder.exists():
                folder.rename(doomed)
            for leftover in folder.parent.glob(".*.removed"):
                shutil.rmtree(leftover)
        except OSError as error:
            raise BadInputError(
                (
                    "“{folder}” can't be removed entirely: {reason}. End running jobs of Outcrop in every QGIS and try "
                    "again."
                ),
                folder=folder,
                reason=error.strerror or error,
            ) from error
    shutil.rmtree(folder.with_name("uv-cache"), ignore_errors=True)
    folder.with_name(f"{folder.name}.log").unlink(missing_ok=True)


def find_uv(plan: EnvironmentPlan, variables: Optional[Mapping[str, str]] = None) -> Optional[Path]:
    """Find uv on this computer, where the plan asks for it."""
    if not plan.uv:
        return None
    machine = Machine(sys.platform, str(Path.home()), os.environ if variables is None else variables)
    candidates = map(Path, uv_candidates(machine))
    return next((candidate for candidate in candidates if candidate.is_file() and os.access(candidate, os.X_OK)), None)


def read_stamp(folder: Path) -> Optional[dict[str, Any]]:
    """Read what a finished environment holds; None where it isn't finished."""
    try:
        content = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def _base(plan: EnvironmentPlan, uv: Optional[Path], variables: Optional[Mapping[str, str]]) -> Interpreter:
    return ask_python(plan.python, variables, ("venv",) if uv else ("ensurepip", "venv"))


def _is_ready(plan: EnvironmentPlan, base: Interpreter) -> bool:
    content = read_stamp(plan.folder)
    if content is None or not plan.interpreter.exists() or not base_is_there(plan.folder):
        return False
    wanted = facts(plan, base.version)
    if any(content.get(name) != value for name, value in wanted.items()):
        return False
    if plan.sees_system:
        return True
    return not missing_modules(
        plan.folder, [name for name in content.get("versions", {}) if name in _all_imports(plan)]
    )


def _check(plan: EnvironmentPlan, base: Interpreter) -> None:
    if plan.sees_system:
        return
    if not base.suits:
        low, high = (".".join(map(str, version)) for version in (LOWEST_PYTHON, HIGHEST_PYTHON))
        raise BadInputError(
            "“{python}” is Python {version}; {low} to {high} is needed. Choose another one.",
            python=plan.python,
            version=base.version,
            low=low,
            high=high,
        )
    if not packages_fit(plan.folder, sys.platform, long_paths=long_paths_are_on()):
        raise BadInputError(
            (
                "“{folder}” is so long a path that Windows can't hold the packages in it. Set the environment variable "
                "{variable} to a shorter folder, such as C:\\Outcrop, and open QGIS again."
            ),
            folder=plan.folder,
            variable=VARIABLE,
        )
    if plan.torch is None:
        return
    plan.torch.check_python(plan.python, base.version)
    there = next(folder for folder in (plan.folder, *plan.folder.parents) if folder.exists())
    free_gb = shutil.disk_usage(there).free / 1e9
    if free_gb < plan.torch.disk_gb and not plan.interpreter.exists():
        raise BadInputError(
            (
                "“{there}” has {free_gb:.1f} GB left; about {disk_gb:.1f} GB are needed. Make room, or choose another "
                "folder."
            ),
            there=there,
            free_gb=free_gb,
            disk_gb=plan.torch.disk_gb,
        )


def _make(plan: EnvironmentPlan, base: Interpreter, steps: Steps) -> None:
    """Make what is missing: first what the classifiers need, which is of use alone, then torch."""
    without_torch = replace(plan, torch=None)
    whole = 0.9 if plan.torch is None else 0.45
    if not _is_ready(without_torch, base):
        (plan.folder / STAMP).unlink(missing_ok=True)
        if _works(plan, base, steps.variables):
            forget_broken(plan.folder)
        else:
            steps.create(by_uv=not _has_pip(plan.python, steps.variables))
        steps.fetch_uv()
        steps.install_packages(whole)
        versions = steps.verify(plan.imports or ("pip",), whole)
        if plan.torch is not None and plan.imports:
            write_text(plan.folder / STAMP, stamp(without_torch, base.version, versions))
    else:
        steps.fetch_uv()
    if plan.torch is not None:
        _add_torch(plan, steps)
    steps.remove_strays()
    versions = steps.verify(_all_imports(plan) or ("pip",), 0.95)
    write_text(plan.folder / STAMP, stamp(plan, base.version, versions))
    shutil.rmtree(plan.uv_cache, ignore_errors=True)


def _add_torch(plan: EnvironmentPlan, steps: Steps) -> None:
    try:
        steps.install_torch(0.5, 0.9)
        steps.verify(_NETWORK_IMPORTS, 0.9)
    except InstallError as error:
        if plan.imports:
            raise NetworksUnavailableError(error) from error
        raise


def _all_imports(plan: EnvironmentPlan) -> tuple[str, ...]:
    return plan.imports + (_NETWORK_IMPORTS if plan.torch is not None else ())


def _works(plan: EnvironmentPlan, base: Interpreter, variables: Mapping[str, str]) -> bool:
    """Tell whether the environment's interpreter runs, has pip, and the version of the one it is made with."""
    if not plan.interpreter.exists():
        return False
    try:
        return ask_python(plan.interpreter, variables, ("pip",)).version == base.version
    except BadInputError:
        return False


def _has_pip(python: Path, variables: Mapping[str, str]) -> bool:
    try:
        ask_python(python, variables)
    except BadInputError:
        return False
    return True
