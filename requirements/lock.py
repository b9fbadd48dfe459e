"""Lock what requirements/*.in ask for, with hashes, for every platform and Python: run by `make lock`.

With `--keep` (`make lock KEEP=yes`) packages stay at their versions as far as what is asked for allows.

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
LOWEST_PYTHON = "3.9"
OF_CUDA = re.compile(r"(torch|triton|nvidia-.*|cuda-.*)")
LEFT_OUT = {"openvino-telemetry"}  # reports use to its makers; openvino works without
UPGRADE = [] if "--keep" in sys.argv else ["--upgrade"]
HEAD = "# Made by `make lock` from {source}; change that file instead.\n"


def resolve(uv: str, source: Path, constraints: list[Path], result: Path) -> dict[str, list[str]]:
    """Resolve one list for every platform and return its entries, hashes included, by package name."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", LOWEST_PYTHON, "--generate-hashes"]
    command += ["--no-header", "--no-annotate", *UPGRADE, "--output-file", str(result)]
    if not UPGRADE:  # uv keeps the versions that it finds in the file
        result.write_text("\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.txt"))))
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


def beyond(entries: dict[str, list[str]], *locked: dict[str, list[str]]) -> dict[str, list[str]]:
    """Give the entries that stand in no other lock; one package can be needed by each for other Pythons."""
    there = {entry for lock in locked for name in lock for entry in lock[name]}
    left = {name: [entry for entry in of if entry not in there] for name, of in entries.items()}
    return {name: of for name, of in left.items() if of}


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
        qt6 = resolve(uv, HERE / "checks-qt6.in", resolved[2:3], Path(folder) / "checks-qt6.txt")
        installer = resolve(uv, HERE / "installer.in", [], Path(folder) / "installer.txt")
    cuda = {name: entry for name, entry in worker.items() if OF_CUDA.fullmatch(name)}
    write("torch-cuda.txt", "worker.in", cuda)
    write("worker.txt", "worker.in", {name: worker[name] for name in worker.keys() - cuda.keys()})
    engines = {name: entries for name, entries in engines.items() if name not in LEFT_OUT}
    write("engines.txt", "engines.in", beyond(engines, worker))
    write("checks.txt", "checks.in", beyond(checks, worker, engines))
    write("manual.txt", "manual.in", beyond(manual, worker, engines, checks))
    write("checks-qgis.txt", "checks-qgis.in", in_qgis)
    write("checks-qt6.txt", "checks-qt6.in", qt6)
    write("installer.txt", "installer.in", installer)


if __name__ == "__main__":
    main()
