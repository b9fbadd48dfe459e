"""Run Outcrop on the QGIS, or on the Python, of another Debian, in a chroot that is made where there is none.

`make matrix` calls it. It needs Linux, root, a network, and 5 GB of disk a suite (10 with PyTorch's CUDA build).
Everything happens in namespaces of its own, so that nothing is left mounted or running. What was found is kept in
build/matrix/SUITE.json; the tables of docs/versions.md are written anew from it, and rows of suites that weren't run
here stay.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent))

from chroot import HERE, ROOT, SOURCE, bring_in, inside, make_chroot

PAGE = ROOT / "docs" / "versions.md"
QGIS_SUITES = ("bookworm", "bookworm-backports", "trixie", "trixie-backports", "sid")
PYTHON_SUITES = ("bullseye",)
"""Those whose QGIS is older than Outcrop asks for: the worker alone runs there."""
STEPS: dict[str, str] = {
    "setup-qgis": "make setup-qgis",
    "setup": "make setup TORCH=$TORCH",
    "plugin": "$QGIS_TESTS tests/test_plugin.py tests/ui/test_compat.py",
    "window": "$QGIS_TESTS tests/desktop/test_desktop.py -k stub_worker",
    "toolbox": "$QGIS_TESTS tests/ui/processing/test_qgis_process.py",
    "suite": "$QGIS_TESTS -m 'not slow' $ARGS",
    "package": "$QGIS_TESTS tests/desktop/test_desktop.py -k package",
    "worker": "$WORKER_TESTS -m 'not slow'",
    "first-map": 'make first-map TORCH=$TORCH ARGS="$ARGS"',
}
"""What is run inside, in this order, each on its own."""
_OF_PYTHON, _WHEN_ASKED, _ENVIRONMENTS = ("setup", "worker"), ("first-map",), ("setup-qgis", "setup")
_TESTS = "-m pytest -q --junitxml=$OUT.xml"
_QGIS_TESTS = f"env QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python {_TESTS}"
_WORKER_TESTS = f".venv/bin/python {_TESTS} -o addopts=--import-mode=importlib"  # older ones lack some settings
_VERSIONS = """
import json, sys
found = {"python": "%d.%d" % sys.version_info[:2]}
try:
    from osgeo import gdal
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QT_VERSION_STR
    found.update(qgis=Qgis.QGIS_VERSION.split("-")[0], qt=QT_VERSION_STR, gdal=gdal.__version__)
except ImportError:
    pass
print(json.dumps(found))
"""
_COLUMNS = ("plugin", "window", "toolbox", "suite", "package")
_QGIS_HEAD = (
    "| QGIS | Python | Qt | GDAL | Debian | `make setup` | loads | window | toolbox | fast tests | package | on |"
)
_PYTHON_HEAD = "| Python | Debian | PyTorch | `make setup` | the worker's fast tests | on |"


def main() -> None:
    """Make the chroot, bring the commit in, run the steps, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", choices=QGIS_SUITES + PYTHON_SUITES, help="the Debian, with its newest QGIS")
    parser.add_argument("--only", default="", help="steps, separated by commas, such as suite,window")
    parser.add_argument("--args", default="", help="further arguments of the steps “suite” and “first-map”")
    parser.add_argument("--torch", default="cpu", help="the build of PyTorch that `make setup` takes")
    parser.add_argument("--check", action="store_true", help="write no table; fail if a step does, show what it said")
    given = parser.parse_args()
    chroot, with_qgis = HERE / given.suite, given.suite in QGIS_SUITES
    hindrance = prepare(given.suite, chroot, with_qgis=with_qgis)
    if hindrance:
        if given.check:
            print(f"LEFT OUT: {hindrance}")
            return
        raise SystemExit(hindrance)
    found = json.loads(report(given.suite).read_text()) if report(given.suite).exists() else {}
    found.update(json.loads(inside(chroot, f"python3 -c '{_VERSIONS}'", quiet=True)[1].splitlines()[-1]))
    found.update(date=time.strftime("%Y-%m-%d"))
    usual = [name for name in STEPS if name not in _WHEN_ASKED] if with_qgis else _OF_PYTHON
    for name in given.only.split(",") if given.only else usual:
        found[name] = step(chroot, given.suite, name, given.args, given.torch)
        if name == "setup":
            found["torch"] = given.torch
        print(f"{name}: {found[name]}", flush=True)
        if given.check and found[name]["status"] != 0:
            print((HERE / f"{given.suite}-{name}.log").read_text())
            if name not in _ENVIRONMENTS:
                raise SystemExit(1)
            print(f"LEFT OUT: the package index lacks what “{STEPS[name]}” needs, or can't be reached.")
            return
        report(given.suite).write_text(json.dumps(found, indent=1) + "\n")
    if not given.check:
        write_page()


def prepare(suite: str, chroot: Path, *, with_qgis: bool) -> str:
    """Make the chroot where there is none and bring the commit in; say what hinders that on this machine."""
    if os.geteuid() != 0:
        return "A chroot needs root: run it as root, or with sudo."
    if subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], check=False).returncode:
        return "A chroot needs namespaces of its own, which this machine doesn't allow."
    try:
        if not (chroot / "usr/bin/python3").exists():
            make_chroot(suite, chroot, with_qgis=with_qgis)
        bring_in(chroot)
    except (OSError, subprocess.SubprocessError) as error:
        return f"The chroot couldn't be made: {error}"
    status, text = inside(chroot, "true")
    return f"Nothing can be run in a chroot on this machine: {text.strip()}" if status else ""


def step(chroot: Path, suite: str, name: str, arguments: str, torch: str) -> dict[str, Any]:
    """Run one step; give its status, its seconds, and how many tests passed, failed and were skipped."""
    values = {
        "OUT": f"build/{name}", "ARGS": arguments, "TORCH": torch,
        "QGIS_TESTS": _QGIS_TESTS.replace("$OUT", f"build/{name}"),
        "WORKER_TESTS": _WORKER_TESTS.replace("$OUT", f"build/{name}"),
    }  # fmt: skip
    settings = " ".join(f"{key}='{value}'" for key, value in values.items())
    results = chroot / SOURCE.lstrip("/") / "build" / f"{name}.xml"
    results.unlink(missing_ok=True)
    begin = time.monotonic()
    status, text = inside(chroot, f"mkdir -p build && {settings} && {STEPS[name]}")
    (HERE / f"{suite}-{name}.log").write_text(text)
    found: dict[str, Any] = {"status": status, "seconds": round(time.monotonic() - begin)}
    return {**found, **counts(results)} if results.exists() else found


def counts(results: Path) -> dict[str, int]:
    """Read what pytest wrote of a run."""
    suite = next(ET.parse(results).iter("testsuite")).attrib  # noqa: S314  (pytest's own file)
    failed, skipped = int(suite["failures"]) + int(suite["errors"]), int(suite["skipped"])
    return {"passed": int(suite["tests"]) - failed - skipped, "failed": failed, "skipped": skipped}


def report(suite: str) -> Path:
    """Give the file with what was found of a suite."""
    return HERE / f"{suite}.json"


def write_page() -> None:
    """Write the rows of all that was found here into the page of versions."""
    found = {path.stem: json.loads(path.read_text()) for path in sorted(HERE.glob("*.json"))}
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


def renewed(page: str, found: dict[str, dict[str, Any]]) -> str:
    """Give the page with the rows of what was found, and the other rows of its tables as they were."""
    qgis = {suite: entry for suite, entry in found.items() if "qgis" in entry}
    page = _with_rows(page, _QGIS_HEAD, {suite: _qgis_row(suite, entry) for suite, entry in qgis.items()}, 4)
    workers = {suite: entry for suite, entry in found.items() if "worker" in entry}
    return _with_rows(page, _PYTHON_HEAD, {suite: _python_row(suite, entry) for suite, entry in workers.items()}, 1)


def _with_rows(page: str, head: str, rows: dict[str, str], named_in: int) -> str:
    """Put rows into the table below a head; what stands in the column `named_in` tells which row they replace."""
    lines = page.splitlines()
    begin = lines.index(head) + 2
    end = next((number for number in range(begin, len(lines)) if not lines[number].startswith("|")), len(lines))
    kept = {_cells(line)[named_in]: line for line in lines[begin:end]}
    table = sorted({**kept, **rows}.values(), key=lambda line: _numbers(_cells(line)[0]))
    return "\n".join([*lines[:begin], *table, *lines[end:]]) + "\n"


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def _qgis_row(suite: str, entry: dict[str, Any]) -> str:
    cells = [entry["qgis"], entry["python"], entry["qt"], entry["gdal"], suite, _told(entry, "setup")]
    return f"| {' | '.join([*cells, *(_told(entry, name) for name in _COLUMNS), entry['date']])} |"


def _python_row(suite: str, entry: dict[str, Any]) -> str:
    cells = [entry["python"], suite, entry.get("torch", "cpu"), _told(entry, "setup"), _told(entry, "worker")]
    return f"| {' | '.join([*cells, entry['date']])} |"


def _told(entry: dict[str, Any], name: str) -> str:
    step_found = entry.get(name)
    if step_found is None:
        return "not run"
    if "passed" in step_found:
        skipped = f", {step_found['skipped']} skipped" if step_found["skipped"] else ""
        return f"{step_found['passed']} passed, {step_found['failed']} failed{skipped}"
    return f"{step_found['seconds']} s" if step_found["status"] == 0 else f"no (status {step_found['status']})"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


if __name__ == "__main__":
    main()
