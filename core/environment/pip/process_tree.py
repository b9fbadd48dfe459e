"""Child processes that are ended with all their children, on every system: pure functions of its name."""

from __future__ import annotations

from typing import Any, Optional

WINDOWS = "win32"
_NEW_PROCESS_GROUP, _NO_WINDOW = 0x00000200, 0x08000000
"""Of Windows; Python names them only there."""


def apart(platform: str) -> dict[str, Any]:
    """Give the options of `subprocess.Popen` for a child at the head of its own group, without a console."""
    if platform == WINDOWS:
        return {"creationflags": _NEW_PROCESS_GROUP | _NO_WINDOW}
    return {"start_new_session": True}


def kill_command(pid: int, platform: str) -> Optional[list[str]]:
    """Give the command that ends a process with its children where groups can't be signalled; None where they can."""
    return ["taskkill", "/PID", str(pid), "/T", "/F"] if platform == WINDOWS else None
