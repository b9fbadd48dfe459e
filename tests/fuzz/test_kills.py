"""Jobs that are killed at any moment: the old file is whole, and the next job leaves nothing of the killed one.

`OUTCROP_KILLS` says how often each job is killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.fuzz import writers

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("OUTCROP_KILLS", "3"))
LABELS = "--image {f}/image.tif --labels {f}/labels.gpkg --class-field kind --labelled-area {f}/area.gpkg"
COMMANDS = {
    "predict": "predict --model {f}/model.safetensors --image {f}/image.tif --out {o}/o.tif --probabilities",
    "predict by a network": "predict --model {f}/network.safetensors --image {f}/image.tif --out {o}/o.tif",
    "train": f"train --model maximum_likelihood {LABELS} --out {{o}}/o.safetensors --set gap_px=2 --set tile_px=16",
    "train a network": f"train --model unet {LABELS} --out {{o}}/o.safetensors --set gap_px=2 --set tile_px=16 "
    "--set epochs=2 --set tiles_per_epoch=8 --set batch_size=4 --set model_parameters.width=4 "
    "--set model_parameters.depth=1 --set stride_px=16",
    "polygons": "polygons --prediction {f}/map.tif --out {o}/o.gpkg",
    "export-tiles": f"export-tiles {LABELS} --out {{o}}/tiles --tile-px 32 --stride-px 8 --least-labelled-share 0",
    "export-onnx": "export-onnx --model {f}/network.safetensors --out {o}/o.onnx",
    "report": "report --comparison {f}/comparison --out {o}/o.html",
}
OFTEN = ("predict", "train", "polygons", "export-tiles")
"""Those that the tests kill; `make kills` takes all."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writers.make_inputs(tmp_path_factory.mktemp("inputs"))


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
@pytest.mark.parametrize("name", list(COMMANDS) if "OUTCROP_KILLS" in os.environ else OFTEN)
def test_what_was_whole_stays_whole(name: str, inputs: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    done = run(name, inputs, tmp_path)
    assert done.returncode == 0, done.stderr
    length, first = time.monotonic() - began, outputs(tmp_path)
    random = np.random.default_rng(16)
    killed = late = 0
    while killed < KILLS:
        for path in tmp_path.glob("tiles"):
            path.rename(tmp_path / f"kept {time.monotonic_ns()}")  # tiles are made in a new folder each time
        began = time.monotonic()
        with subprocess.Popen(
            command(name, inputs, tmp_path), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ) as job:
            try:
                job.wait(float(random.uniform(0.5, 1.0)) * length)
                late, length = late + 1, time.monotonic() - began
                assert job.returncode == 0
            except subprocess.TimeoutExpired:
                job.kill()
                killed += 1
        assert set(outputs(tmp_path)) == set(first)
        assert all(outputs(tmp_path).values())
        journals = any(path.name.endswith("-journal") for path in tmp_path.iterdir())
        wholes = [] if journals else [tmp_path / file for file in first]
        assert not [text for text in map(writers.trouble_with, wholes) if text]
        if name == "predict":
            assert outputs(tmp_path) == first
    for path in tmp_path.glob("tiles"):
        path.rename(tmp_path / "last")
    done = run(name, inputs, tmp_path)
    assert done.returncode == 0, done.stderr
    names = [path.name for path in tmp_path.iterdir()]
    assert not [name for name in names if name.startswith(".") or name.endswith("-journal")]
    print(f"\n{name}: {killed} kills, {late} more came too late, nothing lost, nothing left")
