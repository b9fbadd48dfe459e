"""What a computer offers before anything is installed: a Python, a build of torch, uv, room on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import BadInputError
from .interpreters import Interpreter, find_python
from .places import Machine, python_candidates, uv_candidates
from .plan import WORKER_LOCK, locked_versions, read_lock
from .torch_build import TorchBuild, choose_torch_build

NONE = "none"
"""The wish for an environment without torch."""
_SYSTEMS = {"win32": "Windows", "darwin": "Darwin"}
_CLASSIFIERS_GB = 0.75


@dataclass(frozen=True)
class MachineSurvey:
    """What was found.

    Attributes:
        python: The interpreter to start from; None where there is none that suits.
        obstacle: Why there is none.
        torch: The build that suits; None where there is none, or none was wished.
        no_torch: Why there is no build.
        uv: Whether uv is on this computer.
        free_gb: Room where the environment shall lie.
    """

    python: Optional[Interpreter]
    obstacle: str
    torch: Optional[TorchBuild]
    no_torch: str
    uv: bool
    free_gb: float

    @property
    def size_gb(self) -> float:
        """How much the finished environment takes."""
        return self.torch.size_gb if self.torch is not None else _CLASSIFIERS_GB

    @property
    def room(self) -> bool:
        """Whether there is room enough to make it."""
        return self.free_gb >= (self.torch.disk_gb if self.torch is not None else 2 * _CLASSIFIERS_GB)


def survey_machine(
    machine: Machine, folder: Path, variables: Mapping[str, str], wish: str = "auto", python: Optional[Path] = None
) -> MachineSurvey:
    """Look around; this runs programs and can take seconds.

    Args:
        machine: Where to look.
        folder: Where the environment shall lie.
        variables: The environment variables of the programs that are run.
        wish: A build of torch, "auto" or "none".
        python: The interpreter to start from; None looks for one.
    """
    uv = any(Path(path).is_file() for path in uv_candidates(machine))
    obstacle, interpreter = "", None
    try:
        candidates = [python] if python is not None else [Path(path) for path in python_candidates(machine)]
        interpreter = find_python(candidates, variables, uv=uv)
    except BadInputError as error:
        obstacle = str(error)
    torch, no_torch = None, ""
    if wish != NONE:
        system = _SYSTEMS.get(machine.platform, "Linux")
        try:
            torch = choose_torch_build(wish, system, machine=interpreter.machine if interpreter else None)
            if interpreter is not None:
                torch.check_python(interpreter.path, interpreter.version)
        except BadInputError as error:
            torch, no_torch = None, str(error)
    there = next((parent for parent in (folder, *folder.parents) if parent.exists()), Path.home())
    return MachineSurvey(interpreter, obstacle, torch, no_torch, uv, shutil.disk_usage(there).free / 1e9)


def versions_to_install(torch: Optional[TorchBuild]) -> dict[str, str]:
    """List every package with its version, torch first."""
    worker = locked_versions(read_lock(WORKER_LOCK))
    if torch is None:
        return {name: version for name, version in worker.items() if name not in {"torchvision", "timm"}}
    return {"torch": locked_versions(read_lock(torch.lock))["torch"], **worker}
