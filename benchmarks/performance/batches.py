"""Many small rasters: seconds for each in a batch of the command line and of the toolbox, and for one from nothing.

    python -m benchmarks.performance.batches [--count 100] [--side 1000] [--cold 5] [--width 16] [--without-toolbox]

The network learns the pegmatite sample scene for a minute and maps parts of another that differ: the engines of 16
bits, which change labels where two classes are as likely as each other, serve as they do in use. Each row tells the
first map of a batch apart from those that follow it (mean, and the slowest of them); the cold rows are processes of
their own, the fastest and the median of them; “starting” is the time until a worker says its first word. Aims: 0.8 s
for each raster after the first; 3 s and 600 MB for a cold one; 0.3 s until it is starting.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import rasterio
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.training.train import train
from outcrop.core.sample.scenes import CLASS_FIELD, make_scene
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe
from rasterio.windows import Window

from benchmarks import ROOT
from benchmarks.performance.small_rasters import predict

PYTHON, QGIS_PYTHON = (ROOT / folder / "bin" / "python" for folder in (".venv", ".venv-qgis"))
_COLD_SIDES = (700, 1000)


def main() -> None:
    """Measure and print."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as name:
        folder = Path(name)
        model, rasters = folder / "model.safetensors", folder / "rasters"
        apart = get_context("spawn").Process(target=prepare, args=(folder, model, rasters, given))
        apart.start()  # what a process takes up before it starts another counts into the other's largest memory
        apart.join()
        if apart.exitcode:
            raise SystemExit("The model and the rasters couldn't be made.")
        print(f"{os.cpu_count()} cores, {given.count} rasters of {given.side}×{given.side} px, width {given.width}\n")
        print("| batch | first s | each after it s | slowest of these s |\n|---|---|---|---|")
        print(_row("command line", command_line(model, rasters, folder / "maps")), flush=True)
        if not given.without_toolbox:
            print(_row("toolbox", toolbox(model, rasters, folder / "toolbox")), flush=True)
        differ = _labels_that_differ(model, sorted(rasters.glob("*.tif"))[-1], folder)
        print(f"\nOf the batch's last map {differ:.4%} of the labels differ from the same map made alone.")
        print("\n| one cold raster | fastest s | median s | MB |\n|---|---|---|---|")
        for side in _COLD_SIDES:
            raster = folder / f"{side}.tif"
            found = [predict(model, raster, folder / "out.tif", 0) for _ in range(given.cold)]
            seconds, peaks = [one[0] for one in found], [one[2] for one in found]
            print(f"| {side}×{side} | {min(seconds):.2f} | {np.median(seconds):.2f} | {max(peaks):.0f} |", flush=True)
        words = [first_word(folder) for _ in range(given.cold)]
        print(f"\nStarting: {min(words):.2f} s at best, {np.median(words):.2f} s in the median.")


def prepare(folder: Path, model: Path, rasters: Path, given: argparse.Namespace) -> None:
    """Make the model, and the rasters from another scene: those of the batch, and the cold ones."""
    learn(folder, model, given.width)
    image = make_scene("pegmatite", folder / "other", seed=2, size_px=2 * given.side)["image"]
    rng = np.random.default_rng(0)
    rasters.mkdir()
    for number in range(given.count):
        cut(image, rasters / f"{number:03}.tif", given.side, *rng.integers(given.side, size=2))
    for side in _COLD_SIDES:
        cut(image, folder / f"{side}.tif", side, 0, 0)


def learn(folder: Path, model: Path, width: int) -> None:
    """Train the network of `quick` on the sample scene for a minute."""
    made = {name: str(path) for name, path in make_scene("pegmatite", folder / "scene").items()}
    scene = Scene((made["image"],), made["labels"], CLASS_FIELD, labelled_area=made["labelled_area"])
    chosen = replace(recipe("quick", ["committee=alone", "minutes=1"]), model_parameters={"width": width})
    train(TrainJob((scene,), str(model), chosen), Events())


def cut(image: Path, path: Path, side: int, row: int, col: int) -> None:
    """Write a part of an image (side × side pixels), tiled and compressed as it is."""
    with rasterio.open(image) as source:
        window = Window(col, row, side, side)
        profile = {**source.profile, "width": side, "height": side, "transform": source.window_transform(window)}
        with rasterio.open(path, "w", **profile) as file:
            file.write(source.read(window=window))
            file.descriptions = source.descriptions


def command_line(model: Path, rasters: Path, maps: Path) -> list[float]:
    """Give the moments at which the maps of one `outcrop predict` were there, in seconds from its start."""
    images = [str(raster) for raster in sorted(rasters.glob("*.tif"))]
    command = [str(PYTHON), "-I", str(ROOT / "core"), "predict", "--model", str(model), "--out-folder", str(maps)]
    began = time.time()
    subprocess.run([*command, "--image", *images], check=True, capture_output=True)
    return sorted(path.stat().st_mtime - began for path in maps.glob("*.qml"))


def toolbox(model: Path, rasters: Path, maps: Path) -> list[float]:
    """Do the same by QGIS's toolbox."""
    maps.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OUTCROP_PYTHON": str(PYTHON)}
    command = [str(QGIS_PYTHON), "-m", f"{__package__}.batches_toolbox", str(model), str(rasters), str(maps)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    moments: list[float] = json.loads(done.stdout.splitlines()[-1])
    return moments


def first_word(folder: Path) -> float:
    """Give the seconds until a worker says its first word."""
    began = time.monotonic()
    command = [str(PYTHON), "-I", str(ROOT / "core"), "worker", str(folder / "none.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
        if worker.stdout is None or "Starting" not in worker.stdout.readline():
            raise SystemExit("The worker's first word is another one.")
        return time.monotonic() - began


def _row(name: str, moments: Sequence[float]) -> str:
    apart = np.diff(moments)
    return f"| {name} | {moments[0]:.2f} | {apart.mean():.2f} | {apart.max():.2f} |"


def _labels_that_differ(model: Path, raster: Path, folder: Path) -> float:
    predict_alone = [str(PYTHON), "-I", str(ROOT / "core"), "predict", "--model", str(model), "--image", str(raster)]
    subprocess.run([*predict_alone, "--out", str(folder / "alone.tif")], check=True, capture_output=True)
    with rasterio.open(folder / "maps" / raster.name) as batch, rasterio.open(folder / "alone.tif") as alone:
        return float(np.mean(batch.read(1) != alone.read(1)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--side", type=int, default=1000)
    parser.add_argument("--cold", type=int, default=5, help="how often one raster is mapped from nothing")
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--without-toolbox", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
