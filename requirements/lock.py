"""Lock what requirements/*.in ask for, with hashes, for every platform: run by `make lock`.

Each lock is complete in itself or together with those it builds on, so that packages are installed without asking
any of them what else it wants. That is what keeps several GB of CUDA away from machines without a GPU.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOWEST_PYTHON = "3.11"
OF_CUDA = re.compile(r"(torch|triton|nvidia-.*|cuda-.*)")
LEFT_OUT = {"openvino-telemetry"}  # reports use to its makers; openvino works without
HEAD = "# Made by `make lock` from {source}; change that file instead.\n"


def resolve(uv: str, source: Path, constraints: list[Path], result: Path) -> dict[str, list[str]]:
    """Resolve one list for every platform and return its entries, hashes included, by package name."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", LOWEST_PYTHON, "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--upgrade", "--output-file", str(result)]
    for constraint in constraints:
        command += ["--constraints", str(constraint)]
    subprocess.run([*command, str(source)], check=True)
    entries: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", result.read_text(encoding="utf-8").strip()):
        entries.setdefault(re.split(r"[=\s]", entry, maxsplit=1)[0], []).append(entry)
    return entries


def write(target: str, source: str, entries: dict[str, list[str]]) -> None:
    """Write one lock file, sorted by name."""
    lines = [entry for name in sorted(entries) for entry in entries[name]]
    (HERE / target).write_text(HEAD.format(source=source) + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"requirements/{target}: {len(entries)} packages\n")


def main() -> None:
    """Write the locks; `uv` is the program given as the only argument."""
    uv = sys.argv[1] if len(sys.argv) > 1 else "uv"
    with tempfile.TemporaryDirectory() as folder:
        resolved = [
            Path(folder) / name for name in ("worker.txt", "engines.txt", "checks.txt", "checks-qgis.txt", "manual.txt")
        ]
        worker = resolve(uv, HERE / "worker.in", [], resolved[0])
        engines = resolve(uv, HERE / "engines.in", resolved[:1], resolved[1])
        checks = resolve(uv, HERE / "checks.in", resolved[:2], resolved[2])
        manual = resolve(uv, HERE / "manual.in", resolved[:3], resolved[4])
        in_qgis = resolve(uv, HERE / "checks-qgis.in", resolved[2:3], resolved[3])
        installer = resolve(uv, HERE / "installer.in", [], Path(folder) / "installer.txt")
    cuda = {name: entry for name, entry in worker.items() if OF_CUDA.fullmatch(name)}
    write("torch-cuda.txt", "worker.in", cuda)
    write("worker.txt", "worker.in", {name: worker[name] for name in worker.keys() - cuda.keys()})
    write("engines.txt", "engines.in", {name: engines[name] for name in engines.keys() - worker.keys() - LEFT_OUT})
    locked = worker.keys() | engines.keys()
    write("checks.txt", "checks.in", {name: checks[name] for name in checks.keys() - locked})
    locked |= checks.keys()
    write("manual.txt", "manual.in", {name: manual[name] for name in manual.keys() - locked})
    write("checks-qgis.txt", "checks-qgis.in", in_qgis)
    write("installer.txt", "installer.in", installer)


if __name__ == "__main__":
    main()
