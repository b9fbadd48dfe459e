"""What train again set out to do, on the disk until it is done: it is found again when QGIS ended meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

from ....core.files.process_lock import ProcessLock
from ....core.training.runs.run import FINISHED, SPEC, Run

FILE = "again.json"


@dataclass(frozen=True)
class Intent:
    """The map that is to be made again.

    Attributes:
        path: Its file.
        imagery_id: The layer of its imagery.
        sessions: The corrections that are learned from.
    """

    path: str
    imagery_id: str
    sessions: tuple[str, ...] = ()


class Unfinished:
    """The intent beside a training; the system lets go of it when the process that follows it ends."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the training's run."""
        self.folder = folder
        self._lock = ProcessLock(folder / FILE)

    @property
    def intent(self) -> Optional[Intent]:
        """What was set out to do, unless another window is at it or nothing of it can be read."""
        if self._lock.is_held:
            return None
        try:
            values: dict[str, Any] = json.loads((self.folder / FILE).read_text(encoding="utf-8"))
            return Intent(str(values["path"]), str(values["imagery_id"]), tuple(map(str, values["sessions"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @property
    def has_begun(self) -> bool:
        """Whether the training has written something by which it is found again."""
        return (self.folder / SPEC).exists()

    def begin(self, intent: Intent) -> None:
        """Write it down; where that can't be done, it only can't be found again."""
        with suppress(OSError):
            self._lock.take(json.dumps(asdict(intent)))

    def leave(self) -> None:
        """Leave it to whoever finds it."""
        self._lock.let_go()

    def end(self) -> None:
        """It is done, or not wanted any more."""
        with suppress(OSError):
            (self.folder / FILE).unlink(missing_ok=True)
        self._lock.let_go()
        with suppress(OSError):  # there a file that is open doesn't go
            (self.folder / FILE).unlink(missing_ok=True)


def left_unfinished(runs: Path) -> Iterator[tuple[Unfinished, Intent, str]]:
    """Find the intents that nobody follows, the newest first, with the model file; without one where none was begun.

    Where a training was broken off in between, that is what is found again.
    """
    for path in sorted(runs.glob(f"*/{FILE}"), reverse=True):
        unfinished, run = Unfinished(path.parent), Run(path.parent)
        intent = unfinished.intent
        outcome = run.outcome or {}
        model = str(outcome.get("model_file") or "")
        if intent is not None and run.state == FINISHED and Path(model).is_file():
            yield unfinished, intent, model
        elif intent is not None and not unfinished.has_begun:
            yield unfinished, intent, ""
