"""A small Debian in a folder: made from this machine's mirror, brought a commit, and run in namespaces of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "build" / "matrix"
SOURCE = "/src/outcrop"
_TOOLS = ("ca-certificates", "make", "git", "python3", "python3-venv", "procps")
_OF_QGIS = (
    "qgis", "python3-qgis", "xvfb", "xauth", "xdotool", "imagemagick", "fonts-dejavu-core", "fonts-open-sans",
)  # fmt: skip
_KEPT = ("PIP_", "UV_", "SSL_CERT", "REQUESTS_CA", "HTTP", "http", "NO_PROXY", "no_proxy")
"""Beginnings of the variables that installers inside need, too."""
_TEMPORARY = "/tmp"  # noqa: S108  (inside, a file system of its own)
_LONGEST_S = 1800
_CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"


def make_chroot(suite: str, folder: Path, *, with_qgis: bool = True) -> None:
    """Make a small Debian, with QGIS if it is wanted, from the mirror that this machine's apt uses.

    It appears under its name only when it is whole, so that one that was broken off is made anew.
    """
    missing = [program for program in ("mmdebstrap", "eatmydata") if shutil.which(program) is None]
    if missing:
        subprocess.run(["apt-get", "-q", "update"], check=False)
        subprocess.run(["apt-get", "-q", "install", "-y", "--no-install-recommends", *missing], check=True)
    base = suite.partition("-")[0]
    lines = [f"deb {mirror()} {name} main" for name in dict.fromkeys((base, suite))]
    wanted = (*_TOOLS, *_OF_QGIS) if with_qgis else _TOOLS
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [
        "nice", "mmdebstrap", "--variant=apt", "--dpkgopt=force-unsafe-io", "--skip=cleanup/apt/lists",
        "--hook-dir=/usr/share/mmdebstrap/hooks/eatmydata", '--aptopt=Acquire::Check-Valid-Until "false"',
        f'--aptopt=APT::Default-Release "{suite}"', f"--include={','.join(wanted)}", base, str(unfinished), "-",
    ]  # fmt: skip
    HERE.mkdir(parents=True, exist_ok=True)
    print(f"Making {folder.relative_to(ROOT)}: some minutes, {3 if with_qgis else 1} GB …", flush=True)
    subprocess.run(command, input="\n".join(lines), text=True, check=True, timeout=_LONGEST_S)
    unfinished.rename(folder)


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


def package_folders(settings: str) -> list[str]:
    """Give the folders on this machine that pip looks for packages in, from what `pip config list` prints."""
    lines = [line for line in settings.splitlines() if re.match(r"\S*\.(find-links|(extra-)?index-url)=", line)]
    places = re.findall(r"(?:file://|(?<=[\s'=]))(/[^\s',]+)", "\n".join(lines))
    return sorted({f"/{place.split('/')[1]}" for place in places})


def inside(chroot: Path, command: str, *, quiet: bool = False) -> tuple[int, str]:
    """Run a shell command in the checkout inside; give its status and what it said."""
    mounts = [
        "mount --make-rprivate /", f"mount -t proc proc {chroot}/proc", f"mount --rbind /sys {chroot}/sys",
        f"mount --rbind /dev {chroot}/dev", f"mount -t tmpfs -o mode=1777 tmpfs {chroot}{_TEMPORARY}",
    ]  # fmt: skip
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    for folder in filter(os.path.isdir, package_folders(listed.stdout)):
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
