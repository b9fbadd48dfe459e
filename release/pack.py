"""Pack the plugin of a commit for QGIS, with its manual and its changelog; the same commit gives the same bytes.

Run by `make zip`: `python release/pack.py TARGET.zip`. What stays out stands in `.gitattributes`.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "outcrop"
_VERSION = re.compile(r"^## \[?(?P<name>[^\]\s]+)\]?.*$", re.MULTILINE)
_LONGEST_CHANGELOG = 20_000
_READABLE = 0o644 << 16


def pack(target: Path, commit: str = "HEAD", root: Path = ROOT) -> None:
    """Write the package of a commit; what isn't committed is not in it.

    Raises:
        SystemExit: The manual has faults.
    """
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / PACKAGE
        _git("clone", "--quiet", "--shared", "--no-checkout", str(root), str(clone))
        wanted = _git("-C", str(root), "rev-parse", commit).decode().strip()
        _git("-C", str(clone), "checkout", "--quiet", "--detach", wanted)
        subprocess.run([sys.executable, "docs/manual/build.py"], cwd=clone, check=True, stdout=subprocess.DEVNULL)
        files = _archived(clone)
        manual = clone / "resources" / "manual"
        files.update({f"resources/manual/{path.relative_to(manual).as_posix()}": path.read_bytes()
                      for path in manual.rglob("*") if path.is_file()})  # fmt: skip
        changes = changelog((clone / "CHANGELOG.md").read_text(encoding="utf-8"))
    files["metadata.txt"] = with_changelog(files["metadata.txt"].decode("utf-8"), changes).encode("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(zipped(files))


def zipped(files: dict[str, bytes]) -> bytes:
    """Give the ZIP of files by their paths, without anything that depends on when and where it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{PACKAGE}/{path}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _READABLE, 3
            package.writestr(entry, files[path])
    return buffer.getvalue()


def changelog(text: str) -> str:
    """Give what changed in the newest version, and its name, as QGIS's plugin manager shows it: plain lines."""
    versions = list(_VERSION.finditer(text))
    if not versions:
        return ""
    end = versions[1].start() if len(versions) > 1 else len(text)
    section = re.sub(r"\n {2,}", " ", text[versions[0].end() : end])  # items that go on in a further line
    lines = [re.sub(r"^#+ ", "", line).replace("*", "").replace("`", "") for line in section.splitlines()]
    body = "\n".join(line for line in lines if line.strip())
    told = f"{versions[0]['name']}\n{body}"[:_LONGEST_CHANGELOG]
    return re.sub(" ?%", " percent", told)  # a reader of metadata takes that sign for the name of another value


def with_changelog(metadata: str, changes: str) -> str:
    """Give the metadata with its changelog, as QGIS and the plugin repository read it: further lines are indented."""
    indented = changes.replace("\n", "\n\t")
    return f"{metadata.rstrip()}\nchangelog={indented}\n"


def _archived(clone: Path) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(_git("-C", str(clone), "archive", "--format=tar", "HEAD"))) as archive:
        found = {entry.name: archive.extractfile(entry) for entry in archive if entry.isfile()}
        return {name: content.read() for name, content in found.items() if content is not None}


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


if __name__ == "__main__":
    pack(Path(sys.argv[1]))
