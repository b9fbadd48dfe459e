"""Run Outcrop on the QGIS of another Debian, in a chroot that is made when it isn't there: `make matrix`.

Needs Linux, root, 5 GB of disk a suite and a network. Everything happens in namespaces of its own, so that nothing is
left mounted or running. What was found is kept in build/matrix/SUITE.json; docs/versions.md is written anew from it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "build" / "matrix"
PAGE = ROOT / "docs" / "versions.md"
SOURCE = "/src/outcrop"
SUITES = ("bookworm", "bookworm-backports", "trixie", "trixie-backports", "sid")
PACKAGES = (
    "ca-certificates", "make", "git", "python3", "procps", "qgis", "python3-qgis", "python3-venv", "xvfb", "xauth",
    "xdotool", "imagemagick", "fonts-dejavu-core", "fonts-open-sans",
)  # fmt: skip
_KEPT = ("PIP_", "UV_", "SSL_CERT", "REQUESTS_CA", "HTTP", "http", "NO_PROXY", "no_proxy")
"""Beginnings of the variables that installers inside need, too."""
_TEMPORARY = "/tmp"  # noqa: S108  (inside, a file system of its own)
_CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
STEPS: dict[str, str] = {
    "setup-qgis": "make setup-qgis",
    "setup": "make setup TORCH=cpu $WORKER_PYTHON",
    "plugin": "$QGIS_TESTS tests/test_plugin.py tests/ui/test_compat.py",
    "window": "$QGIS_TESTS tests/desktop/test_desktop.py -k stub_worker",
    "toolbox": "$QGIS_TESTS tests/ui/processing/test_qgis_process.py",
    "suite": "$QGIS_TESTS -m 'not slow' $ARGS",
    "package": "$QGIS_TESTS tests/desktop/test_desktop.py -k package",
}
"""What is run inside, in this order, each on its own."""
_TESTS = "env QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m pytest -q --junitxml=$OUT.xml"
_VERSIONS = """
import json, sys
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
python = "%d.%d" % sys.version_info[:2]
qgis = Qgis.QGIS_VERSION.split("-")[0]
print(json.dumps({"qgis": qgis, "python": python, "qt": QT_VERSION_STR, "gdal": gdal.__version__}))
"""
_HEAD = """# Versions of QGIS that Outcrop runs on

Written by `make matrix SUITE=…` (`tests/matrix/matrix.py`), which makes a chroot of that Debian, clones the commit into
it and runs there: both environments, the plugin, a real window, `qgis_process`, the fast tests inside QGIS, and the
package in a fresh profile. Nothing here was run on Windows, on macOS or on QGIS 4; `docs/smoke-test.md` is what a
person does there.

| QGIS | Python | Qt | GDAL | Debian | environments | loads | window | toolbox | fast tests | package | on |
|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Make the chroot, bring the commit in, run the steps, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", choices=SUITES, help="the Debian, with its newest QGIS")
    parser.add_argument("--bind", default="", help="folders that are seen inside, too: a:b")
    parser.add_argument("--only", default="", help="steps, separated by commas, such as suite,window")
    parser.add_argument("--args", default="", help="further arguments of pytest in the step “suite”")
    given = parser.parse_args()
    if os.geteuid() != 0:
        raise SystemExit("A chroot needs root: run it as root, or with sudo.")
    chroot = HERE / given.suite
    if not (chroot / "usr/bin/qgis").exists():
        make_chroot(given.suite, chroot)
    bring_in(chroot)
    found = json.loads(report(given.suite).read_text()) if report(given.suite).exists() else {}
    found.update(json.loads(inside(chroot, f"python3 -c '{_VERSIONS}'", given.bind, quiet=True)[1].splitlines()[-1]))
    found["date"] = time.strftime("%Y-%m-%d")
    wanted = given.only.split(",") if given.only else list(STEPS)
    for name in wanted:
        found[name] = step(chroot, given.suite, name, given.bind, given.args)
        print(f"{name}: {found[name]}", flush=True)
        report(given.suite).write_text(json.dumps(found, indent=1) + "\n")
    write_page()


def make_chroot(suite: str, folder: Path) -> None:
    """Make a small Debian with QGIS, from the mirror that this machine's apt uses."""
    for program in ("mmdebstrap", "eatmydata"):
        if shutil.which(program) is None:
            subprocess.run(["apt-get", "-q", "install", "-y", "--no-install-recommends", program], check=True)
    base = suite.partition("-")[0]
    lines = [f"deb {mirror()} {name} main" for name in dict.fromkeys((base, suite))]
    command = [
        "nice", "mmdebstrap", "--variant=apt", "--dpkgopt=force-unsafe-io", "--skip=cleanup/apt/lists",
        "--hook-dir=/usr/share/mmdebstrap/hooks/eatmydata", '--aptopt=Acquire::Check-Valid-Until "false"',
        f'--aptopt=APT::Default-Release "{suite}"', f"--include={','.join(PACKAGES)}", base, str(folder), "-",
    ]  # fmt: skip
    HERE.mkdir(parents=True, exist_ok=True)
    print(f"Making {folder.relative_to(ROOT)}: some minutes, 3 GB …", flush=True)
    subprocess.run(command, input="\n".join(lines), text=True, check=True)


def mirror() -> str:
    """Give the address of the Debian mirror in use."""
    places = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    text = "\n".join(path.read_text() for path in places if path.is_file())
    found = re.findall(r"^(?:URIs:|deb(?: \[[^]]*\])?) *(\S*debian/?)(?:\s|$)", text, re.MULTILINE)
    return found[0] if found else "http://deb.debian.org/debian"


def bring_in(chroot: Path) -> None:
    """Clone the commit into the chroot, with the way to the network that this machine has."""
    for name in ("etc/resolv.conf", _CERTIFICATES, "etc/pip.conf", "root/.config/pip/pip.conf"):
        if Path("/", name).is_file():
            (chroot / name).parent.mkdir(parents=True, exist_ok=True)
            (chroot / name).unlink(missing_ok=True)
            shutil.copyfile(Path("/", name), chroot / name)
    source = chroot / SOURCE.lstrip("/")
    if not source.exists():
        source.parent.mkdir(exist_ok=True)
        subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    commit = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    git = ["git", "-C", str(source), "-c", f"safe.directory={source}"]
    subprocess.run([*git, "fetch", "-q", str(ROOT), commit.stdout.strip()], check=True)
    subprocess.run([*git, "checkout", "-q", "--detach", commit.stdout.strip()], check=True)


def inside(chroot: Path, command: str, bind: str, *, quiet: bool = False) -> tuple[int, str]:
    """Run a shell command in the checkout inside; give its status and what it said."""
    mounts = [
        "mount --make-rprivate /", f"mount -t proc proc {chroot}/proc", f"mount --rbind /sys {chroot}/sys",
        f"mount --rbind /dev {chroot}/dev", f"mount -t tmpfs -o mode=1777 tmpfs {chroot}{_TEMPORARY}",
    ]  # fmt: skip
    for folder in filter(None, bind.split(":")):
        mounts += [f"mkdir -p {chroot}{folder}", f"mount --bind {folder} {chroot}{folder}"]
    kept = {name: value for name, value in os.environ.items() if name.startswith(_KEPT)}
    system = {
        "HOME": "/root",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }
    script = " && ".join([*mounts, f'exec chroot {chroot} /bin/bash -c "$OUTCROP_COMMAND"'])
    run = ["nice", "unshare", "--mount", "--pid", "--fork", "--kill-child", "/bin/bash", "-c", script]
    environment = {**kept, **system, "OUTCROP_COMMAND": f"cd {SOURCE} && {command}"}
    process = subprocess.run(run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = process.stdout.decode(errors="replace")
    if process.returncode and quiet:
        raise SystemExit(text)
    return process.returncode, text


def step(chroot: Path, suite: str, name: str, bind: str, arguments: str) -> dict[str, Any]:
    """Run one step; give its status, its seconds, and how many tests passed, failed and were skipped."""
    worker = os.environ.get("WORKER_PYTHON", "")
    settings = f"QGIS_TESTS='{_TESTS.replace('$OUT', f'build/{name}')}' OUT=build/{name} ARGS='{arguments}'"
    settings += f" WORKER_PYTHON='{f'PYTHON={worker}' if worker else ''}'"
    begin = time.monotonic()
    status, text = inside(chroot, f"mkdir -p build && {settings} && {STEPS[name]}", bind)
    (HERE / f"{suite}-{name}.log").write_text(text)
    found: dict[str, Any] = {"status": status, "seconds": round(time.monotonic() - begin)}
    results = chroot / SOURCE.lstrip("/") / "build" / f"{name}.xml"
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
    """Write the table of versions from all that was found here."""
    found = {path.stem: json.loads(path.read_text()) for path in sorted(HERE.glob("*.json"))}
    PAGE.write_text(page(found), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


def page(found: dict[str, dict[str, Any]]) -> str:
    """Give the page: a row for each version."""
    rows = [_row(suite, entry) for suite, entry in sorted(found.items(), key=lambda item: _number(item[1]["qgis"]))]
    return _HEAD + "".join(f"{row}\n" for row in rows)


def _row(suite: str, entry: dict[str, Any]) -> str:
    cells = [entry["qgis"], entry["python"], entry["qt"], entry["gdal"], suite, _told(entry, "setup")]
    cells += [_told(entry, name) for name in ("plugin", "window", "toolbox", "suite", "package")]
    cells.append(entry["date"])
    return f"| {' | '.join(cells)} |"


def _told(entry: dict[str, Any], name: str) -> str:
    step_found = entry.get(name)
    if step_found is None:
        return "not run"
    if "passed" in step_found:
        skipped = f", {step_found['skipped']} skipped" if step_found["skipped"] else ""
        return f"{step_found['passed']} passed, {step_found['failed']} failed{skipped}"
    return "yes" if step_found["status"] == 0 else f"no (status {step_found['status']})"


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


if __name__ == "__main__":
    main()
