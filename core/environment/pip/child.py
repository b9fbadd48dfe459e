"""Installers as child processes: started apart, so that they can be ended with all their children."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Optional

from .process_tree import apart, kill_command


def start_child(
    command: Sequence[str], out: IO[bytes], variables: Optional[Mapping[str, str]]
) -> subprocess.Popen[bytes]:
    """Start a command whose output goes into a file, at the head of a process group of its own, without a window."""
    return subprocess.Popen(
        list(command), stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=variables,
        **apart(sys.platform),
    )  # fmt: skip


def end_child(process: subprocess.Popen[bytes], grace_s: float = 1.0) -> None:
    """End a command with all its children: ask, wait, kill; nothing happens where it has ended already."""
    if process.poll() is not None:
        return
    _signal(process, force=False)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(grace_s)
    _signal(process, force=True)
    process.wait()


def _signal(process: subprocess.Popen[bytes], *, force: bool) -> None:
    command = kill_command(process.pid, sys.platform)
    if command is not None:
        subprocess.run(command, check=False, capture_output=True, timeout=10)
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)
