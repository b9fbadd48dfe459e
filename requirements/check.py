"""See whether the locks hold a wheel of every package for every Python and system: run by `make check-locks`.

Nothing is installed; the package index is asked. `uv` is the program given as the only argument.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "Windows": "x86_64-pc-windows-msvc", "macOS 15 (Apple silicon)": "aarch64-apple-darwin",
    "Linux": "x86_64-manylinux_2_28", "Linux on Arm": "aarch64-manylinux_2_35",
}  # fmt: skip
WANTED = {"what computes": ("worker.txt", "torch-cuda.txt"), "with engines, tests and manual": (
    "worker.txt", "torch-cuda.txt", "engines.txt", "checks.txt", "manual.txt",
)}  # fmt: skip


def missing(uv: str, python: str, system: str, locks: tuple[str, ...]) -> str:
    """Say what a Python on a system lacks of some locks; empty where every package has a wheel for it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [uv, "pip", "install", "--dry-run", "--target", folder, "--no-deps", "--only-binary", ":all:"]
        command += ["--require-hashes", "--python-version", python, "--python-platform", system, "--quiet"]
        command += [part for lock in locks for part in ("--requirement", str(HERE / lock))]
        environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": "15.0"}
        answer = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return "" if answer.returncode == 0 else " ".join(answer.stderr.split())[:300]


def main() -> int:
    """Ask for all of them; 1 where something is missing."""
    uv, is_whole = sys.argv[1], True
    for name, locks in WANTED.items():
        for system, platform in SYSTEMS.items():
            for python in PYTHONS:
                lacks = missing(uv, python, platform, locks)
                is_whole = is_whole and not lacks
                sys.stdout.write(f"{name}, {system}, Python {python}: {lacks or 'whole'}\n")
                sys.stdout.flush()
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
