"""The run: a folder holding one job, its spec, log, events, measures, checkpoints and outcome; it survives QGIS."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ...errors import BadInputError, OutcropError
from ...events import as_written, parse_event
from ...files.disk import make_folder
from ...files.json_text import read_json
from ...files.process_lock import ProcessLock
from ...files.unfinished import remove_left_behind
from ...files.whole_file import write_text
from ...message import Message

SPEC, EVENTS, LOG, EPOCHS, OUTCOME = "job.json", "events.jsonl", "log.txt", "epochs.csv", "outcome.json"
CHECKPOINT, BEST, PROCESS = "checkpoint.safetensors", "best.safetensors", "process.lock"
REFIT = "refit.safetensors"
CONFUSION, SAMPLES, BOARD = "confusion.csv", "samples", "tensorboard"
RUNNING, INTERRUPTED, FINISHED, FAILED = "running", "interrupted", "finished", "failed"


class Run:
    """One run's folder; everything about it is read from there, so that it can be watched, resumed or opened later."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._lock = ProcessLock(self.path(PROCESS))

    @classmethod
    def create(cls, folder: str | Path, job_json: str) -> Run:
        """Make the folder and write the job's spec into it.

        Raises:
            BadInputError: When the folder can't be made or already holds a run.
        """
        run = cls(folder)
        make_folder(run.folder)
        if run.path(SPEC).exists():
            raise BadInputError(
                "“{folder}” already holds a run. Resume or discard it, or choose another folder.", folder=folder
            )
        write_text(run.path(SPEC), job_json)
        return run

    def path(self, name: str) -> Path:
        """Give the path of one of its files."""
        return self.folder / name

    @property
    def state(self) -> str:
        """`RUNNING`, `INTERRUPTED` (its process is gone), `FINISHED` or `FAILED`."""
        outcome = self.outcome
        if outcome is not None:
            return str(outcome["state"])
        return RUNNING if self._lock.is_held else INTERRUPTED

    @property
    def outcome(self) -> dict[str, Any] | None:
        """What came of it, or None while it isn't over; of one that can't be read it is known that it is over."""
        path = self.path(OUTCOME)
        try:
            if not path.exists():
                return None
            outcome = read_json(path, "the outcome of a run")
        except (OutcropError, OSError) as error:
            outcome = {"text": getattr(error, "message", str(error))}
        values = outcome if isinstance(outcome, dict) else {}
        known = values.get("state") in (FINISHED, FAILED)
        text = values.get("text") or Message("“{path}” is damaged.", path=path)
        return values if known else {"state": FAILED, "text": text}

    @property
    def can_resume(self) -> bool:
        """Whether there is a checkpoint to go on from."""
        return self.path(CHECKPOINT).exists()

    @property
    def has_best(self) -> bool:
        """Whether an epoch is done, so that a model can be made of the best one."""
        return self.path(BEST).exists()

    def claim(self) -> None:
        """Take the run for this process alone, and clear away what a killed one has left half written.

        Raises:
            BadInputError: When another living process does.
        """
        if not self._lock.take(f"process {os.getpid()} since {now_text()}\n"):
            raise BadInputError(
                "The run in “{folder}” is being worked on by another process. Wait or stop that one.",
                folder=self.folder,
            )
        self.path(OUTCOME).unlink(missing_ok=True)
        for folder in (self.folder, self.path(SAMPLES)):
            remove_left_behind(folder)

    def release(self) -> None:
        """Let go of the run; without an outcome it is one that can be resumed."""
        self._lock.let_go()

    def conclude(self, state: str, **values: Any) -> None:
        """Write how it ended."""
        text = json.dumps({"state": state, "ended": now_text(), **as_written(values)}, indent=2, ensure_ascii=False)
        write_text(self.path(OUTCOME), text)
        self.release()

    def discard(self) -> None:
        """Delete the folder with everything in it.

        Raises:
            BadInputError: When a process works on the run, or when the folder can't be deleted.
        """
        try:
            if not self._lock.take():
                raise BadInputError(
                    "The run in “{folder}” is being worked on by another process. Stop that one first.",
                    folder=self.folder,
                )
            self._lock.let_go()
            shutil.rmtree(self.folder)
        except OSError as error:
            raise BadInputError(
                "“{file}” can't be deleted: {reason}. Close what uses it, and try again.",
                file=error.filename or self.folder,
                reason=error.strerror,
            ) from error

    def append_event(self, event: Mapping[str, Any]) -> None:
        """Add one event to the run's record."""
        with self.path(EVENTS).open("a", encoding="utf-8") as file:
            file.write(
                json.dumps({"time": round(time.time(), 3), **as_written(event)}, ensure_ascii=False, default=str) + "\n"
            )

    def events(self) -> Iterator[dict[str, Any]]:
        """Read the record; lines that are no events, such as a last one that was cut short, are left out."""
        try:
            lines = self.path(EVENTS).read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            event = parse_event(line)
            if event is not None:
                yield event

    def append_epoch(self, values: Mapping[str, Any]) -> None:
        """Add one epoch's measures to the CSV; the first row names the columns."""
        path = self.path(EPOCHS)
        is_new = not path.exists()
        with path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=list(values), lineterminator="\n")
            if is_new:
                writer.writeheader()
            writer.writerow(values)

    def epochs(self) -> list[dict[str, str]]:
        """Read the measures of the epochs that are done; a last row that was cut short is left out.

        Raises:
            OSError: The file can't be read.
        """
        rows = self._epoch_rows()
        return [dict(zip(rows[0], row)) for row in rows[1:] if len(row) == len(rows[0])]

    def keep_epochs(self, last: int) -> None:
        """Drop the rows after an epoch, as when a run is resumed from an earlier checkpoint."""
        path, rows = self.path(EPOCHS), self._epoch_rows()
        if not rows:
            return
        kept = [row for row in rows[1:] if len(row) == len(rows[0]) and row[0].isdigit() and int(row[0]) <= last]
        if not kept:
            path.unlink()
            return
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([rows[0], *kept])
        write_text(path, text.getvalue())

    def _epoch_rows(self) -> list[list[str]]:
        """Read the CSV, its head first; lines that no CSV has are left out."""
        path = self.path(EPOCHS)
        if not path.exists():
            return []
        rows: list[list[str]] = []
        for line in path.read_text(encoding="utf-8", errors="replace").replace("\0", "").splitlines():
            with suppress(csv.Error):
                rows += csv.reader([line])
        return rows


def now_text() -> str:
    """Give the local time as ISO 8601 with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
