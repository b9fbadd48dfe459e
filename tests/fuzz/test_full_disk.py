"""Disks that get full, for every job that writes: told in words, the old file whole, nothing half written left.

Needs root, to mount a small disk in memory. `OUTCROP_DISKS` says on how many sizes each job is tried.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import OutcropError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.interchange.jobs import ImportModelJob
from outcrop.core.jobs.execution import execute
from outcrop.core.labels.jobs import CheckLabelsJob, RasteriseJob
from outcrop.core.model.model_card import read_card, write_card
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob
from outcrop.core.vectorise.parameters import CleanParameters

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts a disk"
)
DISKS = int(os.environ.get("OUTCROP_DISKS", "6"))
_SPEC = importlib.util.spec_from_file_location("damaged", Path(__file__).with_name("test_damaged_files.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
damaged = importlib.util.module_from_spec(_SPEC)
sys.modules["damaged"] = damaged
_SPEC.loader.exec_module(damaged)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], check=False)
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    damaged.write_raster(folder / "i.tif", damaged.values())
    damaged.a_model(folder / "m.safetensors")
    (folder / "l.geojson").write_bytes(damaged.geojson())
    predict(folder, folder / "p.tif")
    return folder


def predict(inputs: Path, out: Path, **more: Any) -> None:
    do(PredictJob((str(inputs / "m.safetensors"),), (str(inputs / "i.tif"),), str(out), device="cpu", **more))


def do(job: Any) -> None:
    execute(job, Events())


def scene(inputs: Path) -> Scene:
    return Scene((str(inputs / "i.tif"),), str(inputs / "l.geojson"), "kind")


def rename(out: Path) -> None:
    write_card(out, read_card(out).noted("n" * 3_000))


JOBS: dict[str, tuple[str, Callable[[Path, Path], object]]] = {
    "predict": ("o.tif", lambda inputs, out: predict(inputs, out, probabilities=True, uncertainty=True)),
    "rasterise": ("o.tif", lambda inputs, out: do(RasteriseJob(scene(inputs), str(out)))),
    "check_labels": ("o.gpkg", lambda inputs, out: do(CheckLabelsJob(scene(inputs), str(out)))),
    "clean": (
        "o.tif", lambda inputs, out: do(CleanJob(str(inputs / "p.tif"), str(out), CleanParameters(majority_px=1)))
    ),
    "polygons": ("o.gpkg", lambda inputs, out: do(PolygonsJob(str(inputs / "p.tif"), str(out)))),
    "centre_lines": ("o.gpkg", lambda inputs, out: do(CentreLinesJob(str(inputs / "p.tif"), str(out), "rock"))),
    "import_model": (
        "o.safetensors", lambda inputs, out: do(ImportModelJob(str(inputs / "m.safetensors"), str(out)))
    ),
    "rename": ("o.safetensors", lambda _inputs, out: rename(out)),
}  # fmt: skip


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "filler"}


@pytest.mark.parametrize("name", list(JOBS))
def test_a_disk_that_gets_full(name: str, disk: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, job = JOBS[name]
    sizes = np.unique(np.geomspace(1, 600, DISKS).astype(int))
    told, wrong = 0, []
    monkeypatch.setattr("outcrop.core.prediction.checks._SPARE_BYTES", 0)  # which would refuse so small a disk
    for free_kb in sizes.tolist():
        for path in disk.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        out = disk / file
        if name == "rename":
            shutil.copyfile(inputs / "m.safetensors", out)
        else:
            job(inputs, out)
        before = content(disk)
        filler = max(0, shutil.disk_usage(disk).free - free_kb * 1024)
        (disk / "filler").write_bytes(bytes(filler))
        try:
            job(inputs, out)
        except OutcropError as error:
            told += 1
            if not any(word in str(error).lower() for word in ("disk", "free")) or content(disk) != before:
                wrong.append(f"{free_kb} KB: {error}")
        wrong += [f"{free_kb} KB: leaves {path.name}" for path in disk.iterdir() if path.name.startswith(".")]
    assert wrong == []
    print(f"\n{name}: {len(sizes)} disks, {told} told")
