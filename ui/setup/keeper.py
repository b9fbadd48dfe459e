"""The keeper of the environment: knows its state, makes, repairs and removes it, one thing at a time."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.environment.diagnostics import write_diagnostics
from ...core.environment.installation import make_environment, remove_environment, repair_environment
from ...core.environment.managed import EnvironmentChoice, choose_managed, current_folder, old_environments
from ...core.environment.plan import EnvironmentPlan
from ...core.errors import OutcropError
from ..settings import INTERPRETER
from ..texts import error_text, tr
from ..worker.environment import NoInterpreterError, child_environment, find_interpreter, managed_folder, qgis_folder
from ..worker.task import add_task
from .network import network_variables
from .task import Ending, SetupTask, Work

READY, MISSING, SETTING_UP, FAILED, OUTDATED, PARTLY = "ready", "missing", "setting up", "failed", "outdated", "partly"
USABLE = (READY, OUTDATED, PARTLY)
"""States in which something can be computed."""
_GONE_S = 6.0


@dataclass(frozen=True)
class State:
    """What is shown of the environment: which state, in words, how far (0 to 1), and details where there are some."""

    kind: str
    text: str = ""
    fraction: float = 0.0
    details: str = ""


class Keeper(QObject):
    """Keeps the environment; `changed` whenever `state` may be another."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[SetupTask] = None
        self._progress = (0.0, "")
        self.ending: Optional[Ending] = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    @property
    def base(self) -> Path:
        """The folder that environments are made in."""
        return managed_folder()

    @property
    def folder(self) -> Path:
        """The folder of the environment of this version."""
        return current_folder(self.base)

    def choice(self) -> EnvironmentChoice:
        """Look which environments there are."""
        return choose_managed(self.base, sys.platform)

    def variables(self) -> dict[str, str]:
        """Give the variables for installers: scrubbed of QGIS's own, with QGIS's proxy and certificates."""
        child = child_environment(os.environ, qgis_folder())
        return {**child, **network_variables(self.base, child)}

    def state(self) -> State:
        """Say how things stand; nothing is run."""
        if self._task is not None:
            return State(SETTING_UP, self._progress[1], self._progress[0])
        choice, ending = self.choice(), self.ending
        try:
            interpreter = find_interpreter(INTERPRETER.value())
        except NoInterpreterError as error:
            if ending is not None and ending.sentence:
                return State(FAILED, ending.sentence, details=ending.details)
            return State(FAILED if choice.damaged else MISSING, error_text(error))
        used = choice.used
        if used is None or interpreter != used.interpreter:
            return State(READY)
        if not used.is_current:
            return State(OUTDATED, _older_text())
        if not used.verdict.networks:
            return State(PARTLY, _partly_text(), details=ending.details if ending is not None else "")
        return State(READY)

    def make(self, plan: EnvironmentPlan, *, repair: bool = False) -> None:
        """Make or repair an environment, and use it from then on."""
        variables = self.variables()
        act = repair_environment if repair else make_environment

        def work(progress: Any, cancelled: Any) -> None:
            act(plan, progress, cancelled, variables)

        self._begin(tr("Outcrop: setting up"), work, use=True)

    def remove(self) -> None:
        """Remove the environments that Outcrop has made, all versions of them."""
        folders = [path for path in self.base.glob("env-*") if path.is_dir()]

        def work(_progress: Any, _cancelled: Any) -> None:
            for folder in folders:
                remove_environment(folder)

        self._begin(tr("Outcrop: removing the environment"), work)

    def cancel(self) -> None:
        """Stop what is being done."""
        if self._task is not None:
            self._task.cancel()

    def shutdown(self) -> bool:
        """Stop and wait; True when no process is left."""
        task, self._task = self._task, None
        if task is None:
            return True
        task.progressed.disconnect()
        task.ended.disconnect()
        task.cancel()
        return task.wait_until_over(_GONE_S)

    def diagnostics(self, facts: Optional[Mapping[str, Any]] = None) -> str:
        """Describe everything that helps to find out what went wrong, without home folder and credentials."""
        state = self.state()
        known = {
            "QGIS": Qgis.QGIS_VERSION, "System": platform.platform(), "Processor": platform.machine(),
            "Python in QGIS": platform.python_version(), "State": f"{state.kind}: {state.text}",
            "Folder": self.folder, "Environments": [path.name for path in self.base.glob("env-*")],
            **(facts or {}), "Details": state.details or (self.ending.details if self.ending else ""),
        }  # fmt: skip
        try:
            variables = self.variables()
        except OutcropError as error:
            variables = {"OUTCROP_VARIABLES": str(error)}
        return write_diagnostics(known, variables, self.folder.with_name(f"{self.folder.name}.log"), str(Path.home()))

    def _begin(self, title: str, work: Work, *, use: bool = False) -> None:
        if self._task is not None:
            return
        self.ending, self._progress = None, (0.0, title)
        task = SetupTask(title, work)
        self._task = task
        task.progressed.connect(self._on_progress)
        task.ended.connect(lambda ending: self._on_end(ending, use=use))
        add_task(task)
        self.changed.emit()

    def _on_progress(self, fraction: float, text: str) -> None:
        self._progress = (fraction, text)
        self.changed.emit()

    def _on_end(self, ending: Ending, *, use: bool) -> None:
        self._task, self.ending = None, ending
        if use and (ending.succeeded or ending.partly):
            INTERPRETER.set_value("")
            if ending.succeeded:
                self._remove_old()
        self.changed.emit()

    def _remove_old(self) -> None:
        """Remove what older versions have left, now that there is a newer one."""
        for folder in old_environments(self.base, sys.platform):
            try:
                remove_environment(folder)
            except OutcropError:
                return  # a running job holds it; the next time will do


def _older_text() -> str:
    return tr(
        "Outcrop was updated. It goes on with the computing environment of the version before; "
        "renew it when you have a few minutes."
    )


def _partly_text() -> str:
    return tr(
        "Random forest, support vector machine and maximum likelihood work. "
        "The networks don't: PyTorch isn't installed."
    )
