"""Jobs that are killed at any moment: the old file is whole, and the next job leaves nothing of the killed one.

`OUTCROP_KILLS` says how often each job is killed.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("OUTCROP_KILLS", "3"))
_SPEC = importlib.util.spec_from_file_location("damaged", Path(__file__).with_name("test_damaged_files.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
damaged = importlib.util.module_from_spec(_SPEC)
sys.modules["damaged"] = damaged
_SPEC.loader.exec_module(damaged)
COMMANDS = {
    "predict": "predict --model {f}/m.safetensors --image {f}/i.tif --out {o}/o.tif --probabilities --device cpu",
    "polygons": "polygons --prediction {f}/p.tif --out {o}/o.gpkg",
    "train": "train --model maximum_likelihood --image {f}/i.tif --labels {f}/l.geojson --class-field kind "
    "--out {o}/o.safetensors --set split=none",
    "export-tiles": "export-tiles --image {f}/i.tif --labels {f}/l.geojson --class-field kind --out {o}/tiles "
    "--tile-px 32 --stride-px 8 --least-labelled-share 0",
}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    damaged.write_raster(folder / "i.tif", damaged.values())
    damaged.a_model(folder / "m.safetensors")
    (folder / "l.geojson").write_bytes(damaged.geojson())
    assert run("predict", folder, folder).returncode == 0
    (folder / "o.tif").rename(folder / "p.tif")
    return folder


def command(name: str, inputs: Path, out: Path) -> list[str]:
    words = COMMANDS[name].split()
    return [sys.executable, "-I", str(ROOT / "core"), *(word.format(f=inputs, o=out) for word in words)]


def run(name: str, inputs: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(name, inputs, out), capture_output=True, text=True, check=False)


def outputs(folder: Path) -> dict[str, bytes]:
    """Give what lies under the outputs' names; SQLite's journal is how the file beside it becomes whole again."""
    found = [path for path in folder.glob("o.*") if path.is_file() and not path.name.endswith("-journal")]
    return {path.name: path.read_bytes() for path in found}


@pytest.mark.slow
@pytest.mark.parametrize("name", list(COMMANDS))
def test_what_was_whole_stays_whole(name: str, inputs: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    done = run(name, inputs, tmp_path)
    assert done.returncode == 0, done.stderr
    length, first = time.monotonic() - began, outputs(tmp_path)
    random = np.random.default_rng(16)
    finished = 0
    for _ in range(KILLS):
        for path in tmp_path.glob("tiles"):
            path.rename(tmp_path / f"kept {time.monotonic_ns()}")  # tiles are made in a new folder each time
        with subprocess.Popen(
            command(name, inputs, tmp_path), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ) as job:
            time.sleep(float(random.uniform(0.5, 1.0)) * length)
            job.kill()
        finished += job.returncode == 0
        assert set(outputs(tmp_path)) == set(first)
        assert all(outputs(tmp_path).values())
        if name == "predict":
            assert outputs(tmp_path) == first
    for path in tmp_path.glob("tiles"):
        path.rename(tmp_path / "last")
    done = run(name, inputs, tmp_path)
    assert done.returncode == 0, done.stderr
    names = [path.name for path in tmp_path.iterdir()]
    assert not [name for name in names if name.startswith(".") or name.endswith("-journal")]
    print(f"\n{name}: {KILLS} kills, {finished} came too late, nothing lost, nothing left")
