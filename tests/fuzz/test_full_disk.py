"""Disks that get full, for every job that writes: told in words, the old file whole, nothing half written left.

Needs root, to mount a small disk in memory. `OUTCROP_DISKS` says on how many sizes each job is tried; without it
each is tried on two, where its outputs go.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.errors import OutcropError
from outcrop.core.jobs.specs import JOBS

from tests.fuzz import writers

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts a disk"
)
DISKS = int(os.environ.get("OUTCROP_DISKS", "0"))
at_length = pytest.mark.skipif(not DISKS, reason="one of those that `make disks` tries")
NAMES = list(writers.WRITERS)
FILLER = "filler"
PAGE, FEW = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096, 5


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], check=False)
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writers.make_inputs(tmp_path_factory.mktemp("inputs"))


@pytest.fixture(autouse=True)
def _small_disks_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outcrop.core.prediction.checks._SPARE_BYTES", 0)


@dataclasses.dataclass
class Tried:
    """A job whose outputs lie in a folder, with what lies there before and what it makes of that."""

    name: str
    inputs: Path
    out: Path
    old: Path

    def __post_init__(self) -> None:
        self.writer = writers.WRITERS[self.name]
        empty(self.out)
        self.writer.before(self.inputs, self.out)
        is_new = self.writer.fresh or self.name == "resume"
        if is_new:
            self._keep()
        self.writer.work(self.inputs, self.out)
        self.made = set(content(self.out))
        if not is_new:
            self._keep()

    def _keep(self) -> None:
        shutil.copytree(self.out, self.old, dirs_exist_ok=True)
        self.before = content(self.out)

    def again(self, place: Path, free_kb: int) -> tuple[bool, list[str]]:
        """Do the job once more with so much room in a place; give whether it told of the disk, and what is wrong."""
        empty(self.out)
        shutil.copytree(self.old, self.out, dirs_exist_ok=True)
        filler, told, wrong = place / FILLER, False, []
        filler.write_bytes(bytes(max(0, shutil.disk_usage(place).free - free_kb * 1024)))
        try:
            self.writer.work(self.inputs, self.out)
        except OutcropError as error:
            told = True
            if not any(word in str(error).lower() for word in ("disk", "free", "written")):
                wrong.append(f"says {error}")
            if not self.writer.goes_on and content(self.out) != self.before:
                wrong.append(f"changes {changed(self.before, content(self.out))}")
        except Exception as error:  # noqa: BLE001  (which is what is looked for)
            wrong.append(f"{type(error).__name__}: {str(error)[:200]}")
        filler.unlink(missing_ok=True)
        wrong += [f"leaves {path.name}" for path in hidden(self.out) + (hidden(place) if place != self.out else [])]
        if told and self.writer.goes_on:
            wrong += self._goes_on()
        if not told:
            lacking = self.made - set(content(self.out)) if self.name != "train" else set()
            wrong += [f"makes no {name}" for name in lacking if "tfevents" not in name]  # whose names tell the time
        files = [path for path in self.out.rglob("*") if path.is_file()]
        return told, wrong + [f"writes {text}" for text in map(writers.trouble_with, files) if text]

    def _goes_on(self) -> list[str]:
        """Do it now that there is room."""
        try:
            self.writer.work(self.inputs, self.out)
        except Exception as error:  # noqa: BLE001
            if "is finished" not in str(error):
                return [f"then {type(error).__name__}: {str(error)[:200]}"]
        return []


def sizes_kb(written: int, count: int) -> list[int]:
    """Give so many different sizes, in whole pages of memory, up to three times what is written and some more.

    Small ones lie close together: there one file after the other of a job fails to find room.
    """
    most = max(count, (64 * 1024 + 3 * written) // PAGE)
    if count < FEW:
        return [most // 20 * PAGE // 1024, most // 4 * PAGE // 1024]
    tried = count
    while len(pages := np.unique(np.geomspace(1, most, tried).astype(int))) < count:
        tried += count
    return (pages[np.linspace(0, len(pages) - 1, count).astype(int)] * PAGE // 1024).tolist()


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def content(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != FILLER]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return [name for name in {*before, *after} if before.get(name) != after.get(name)]


def hidden(folder: Path) -> list[Path]:
    """Give what is hidden; locks beside a session stay, as an open one has them."""
    return [path for path in folder.rglob(".*") if not path.name.endswith(".gpkg.lock")]


def test_every_job_that_names_an_output_is_tried() -> None:
    writing = {kind for kind, job in JOBS.items() if any(f.metadata.get("role") in ("written", "filled", "shared")
               for f in dataclasses.fields(job))}  # fmt: skip
    assert writing | {"resume"} <= set(NAMES)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["outputs", pytest.param("temporary", marks=at_length)])
@pytest.mark.parametrize("name", NAMES)
def test_a_disk_that_gets_full(
    name: str, where: str, disk: Path, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    empty(disk)
    out = disk if where == "outputs" else tmp_path / "out"
    tried = Tried(name, inputs, out, tmp_path / "old")
    if where == "temporary":
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        monkeypatch.setenv("TMPDIR", str(disk))
    told, wrong, sizes = 0, [], sizes_kb(sum(map(len, content(out).values())), DISKS or 2)
    for free_kb in sizes:
        was_told, trouble = tried.again(disk, free_kb)
        told += was_told
        wrong += [f"{free_kb} KB: {text}" for text in trouble]
    assert wrong == []
    print(f"\n{name}, {where}: {len(sizes)} disks, {told} told")


@at_length
@pytest.mark.parametrize("name", NAMES)
def test_a_disk_that_can_only_be_read(name: str, inputs: Path, tmp_path: Path) -> None:
    writable, out = tmp_path / "writable", tmp_path / "out"
    for folder in (writable, out):
        folder.mkdir()
    subprocess.run(["mount", "--bind", str(writable), str(out)], check=True)
    try:
        before = Tried(name, inputs, out, tmp_path / "old").before
        empty(out)
        shutil.copytree(tmp_path / "old", out, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", str(out)], check=True)
        with pytest.raises(OutcropError, match=r"(?i)written|read-only|disk"):
            writers.WRITERS[name].work(inputs, out)
    finally:
        subprocess.run(["umount", "-l", str(out)], check=True)
    assert content(writable) == before
