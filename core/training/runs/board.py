"""The board: measures of every epoch for TensorBoard, where that is installed."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Board:
    """Writes scalars into a folder that TensorBoard shows; without TensorBoard it does nothing."""

    def __init__(self, folder: Path, first_epoch: int = 0) -> None:
        """Begin a file in the folder; what earlier ones hold of `first_epoch` (from 1) and later counts no more."""
        self._folder, self._first_epoch = folder, first_epoch
        self._writer: Any = None
        self._is_there = importlib.util.find_spec("tensorboard") is not None

    def add(self, epoch: int, values: Mapping[str, float]) -> None:
        """Write an epoch's values by name."""
        if not self._is_there:
            return
        from tensorboard.compat.proto.event_pb2 import Event, SessionLog
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.summary.writer.event_file_writer import EventFileWriter

        if self._writer is None:
            self._writer = EventFileWriter(str(self._folder))
            restart = Event(
                step=self._first_epoch, wall_time=time.time(), session_log=SessionLog(status=SessionLog.START)
            )
            self._writer.add_event(restart)
        scalars = [Summary.Value(tag=name, simple_value=value) for name, value in values.items()]
        self._writer.add_event(Event(step=epoch, wall_time=time.time(), summary=Summary(value=scalars)))
        self._writer.flush()

    def close(self) -> None:
        """Close the file."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
