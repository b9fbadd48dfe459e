"""How much of a training step is the network, and how much waits for data.

    python -m benchmarks.performance.training_step [--models unet_improved unet] [--set width=16] [--tile 128]

It makes a raster of 2,048×2,048×4 with dense labels and trains one epoch on it as the job does, with every part that a
step has: drawing, reading, scaling, augmentation, loss, clipping, optimiser, events. Before and after, the bare
network's forward and backward pass is measured on a batch in memory. “bare/step” compares the two (aim: 0.90 or more),
“waits” is the share of a step in which the network waits for its batch (aim: 0.10 or less); “by CPU time” compares CPU
time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from affine import Affine
from outcrop.core.events import Events
from outcrop.core.freed_memory import freed_memory_kept
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import SETTINGS
from outcrop.core.jobs.training.train import train
from outcrop.core.model.catalogue import architecture, build
from outcrop.core.model.devices import Device, choose_device
from outcrop.core.parameters import with_settings
from outcrop.core.training.data.batches import BatchReader, LabelledBatch
from outcrop.core.training.optimisation.losses import loss
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

SIZE, BANDS, CLASSES = 2048, 4, 4
WARM_UP = 5
_SQUARES = 12


@dataclass
class Stopwatch:
    """When every training batch was asked for and given, by wall clock and CPU time."""

    asked: list[float] = field(default_factory=list)
    given: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def clear(self) -> None:
        """Forget the training before."""
        for times in (self.asked, self.given, self.cpu):
            times.clear()

    def measured(self) -> tuple[float, float, float]:
        """Give the seconds of a step, those of CPU time, and the share of a step that waits for data."""
        steps, cpu = np.diff(self.given)[WARM_UP:], np.diff(self.cpu)[WARM_UP:]
        waits = (np.array(self.given) - np.array(self.asked[: len(self.given)]))[WARM_UP + 1 :]
        return float(steps.mean()), float(cpu.mean()), float(waits.sum() / steps.sum())

    def watch(self) -> None:
        """Watch the reading of all trainings from now on."""
        read = BatchReader.read

        def watched(reader: BatchReader, *arguments: Any, **options: Any) -> Iterator[LabelledBatch]:
            batches = read(reader, *arguments, **options)
            if options.get("shows_all"):
                yield from batches
                return
            while True:
                self.asked.append(time.perf_counter())
                batch = next(batches, None)
                if batch is None:
                    return
                self.given.append(time.perf_counter())
                self.cpu.append(time.process_time())
                yield batch

        BatchReader.read = watched  # type: ignore[method-assign]


HEADER = (
    "| model | tile | batch | device | bare step ms | step ms | bare/step | by CPU time | waits |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure and print."""
    given = _arguments()
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    device = choose_device(given.device, given.threads)
    watch = Stopwatch()
    watch.watch()
    print(f"`.venv/bin/python -m benchmarks.performance.training_step {shlex.join(sys.argv[1:])}`".replace(" `", "`"))
    print(f"\n{HEADER}")
    with tempfile.TemporaryDirectory() as folder, freed_memory_kept():
        scene = make_scene(Path(folder), given.rows)
        for model in given.models:
            print(_row(model, scene, given, device, watch, Path(folder)), flush=True)


def _row(model: str, scene: Scene, given: argparse.Namespace, device: Device, watch: Stopwatch, folder: Path) -> str:
    """Measure one model and write its row of the table."""
    recipe = Recipe(
        model=model, tile_px=given.tile, stride_px=given.tile, batch_size=given.batch, epochs=1,
        tiles_per_epoch=given.batch * (given.steps + WARM_UP + 1), rotate_degrees=given.rotate,
        model_parameters=_settings(model, given),
    )  # fmt: skip
    job = TrainJob((scene,), f"{folder}/{model}.safetensors", recipe, device=given.device, threads=given.threads)
    watch.clear()
    before = bare_step(recipe, given, device)
    train(job, Events())
    after = bare_step(recipe, given, device)
    step, step_cpu, waits = watch.measured()
    bare, bare_cpu = (float(np.mean(pair)) for pair in zip(before, after))
    return (
        f"| `{model}` | {given.tile} | {given.batch} | {device.title} | {1000 * bare:.1f} | {1000 * step:.1f} | "
        f"{bare / step:.2f} | {bare_cpu / step_cpu:.2f} | {waits:.2f} |"
    )


def make_scene(folder: Path, row_px: int = 0) -> Scene:
    """Write imagery as it usually is, tiled and compressed, and labels of every pixel.

    With `row_px` it is stored in rows of that length, and a dozen squares of it are labelled.
    """
    rng = np.random.default_rng(0)
    labels = np.kron(rng.integers(1, CLASSES + 1, (SIZE // 32, SIZE // 32)), np.ones((32, 32), int))
    noise = rng.normal(0, 300, (BANDS, SIZE, SIZE))
    image = np.clip(2000 + 500 * labels + noise, 1, 10_000).astype(np.uint16)
    layout: dict[str, Any] = {"tiled": True, "blockxsize": 256, "blockysize": 256}
    if row_px:
        layout = {"interleave": "pixel"}
        image, labels = (_widened(values, row_px) for values in (image, labels))
        squares = np.zeros((SIZE, row_px), bool)
        for row, col in rng.integers(0, (SIZE - 96, row_px - 96), (_SQUARES, 2)):
            squares[row : row + 96, col : col + 96] = True
        labels = labels * squares
    for name, values in (("image", image), ("labels", labels[None].astype(np.uint8))):
        profile = {
            "driver": "GTiff", "height": SIZE, "width": values.shape[2], "count": len(values), "dtype": values.dtype,
            "compress": "deflate", "crs": "EPSG:32654", "transform": Affine(10, 0, 400_000, 0, -10, 4_700_000),
            "nodata": 0, **layout,
        }  # fmt: skip
        with rasterio.open(folder / f"{name}.tif", "w", **profile) as file:
            file.write(values)
    return Scene((str(folder / "image.tif"),), str(folder / "labels.tif"))


def _widened(values: np.ndarray, width: int) -> np.ndarray:
    """Lay an array beside itself, each time with other rows, so that it is as hard to pack as before."""
    copies = [np.roll(values, 97 * number, axis=-2) for number in range(-(-width // SIZE))]
    return np.concatenate(copies, axis=-1)[..., :width]


def bare_step(recipe: Recipe, given: argparse.Namespace, device: Device) -> tuple[float, float]:
    """Measure forward and backward pass on a batch in memory: seconds of a step, and of its CPU time."""
    torch.manual_seed(0)
    bands = tuple(f"band {number}" for number in range(1, BANDS + 1))
    network = build(recipe.model, bands, CLASSES, recipe.model_parameters).to(
        device.torch, memory_format=torch.channels_last
    )
    network.train()
    images = torch.randn(given.batch, BANDS, given.tile, given.tile).to(device.torch, memory_format=torch.channels_last)
    labels = torch.randint(1, CLASSES + 1, (given.batch, given.tile, given.tile)).to(device.torch)
    chosen = loss(recipe.loss)
    times = []
    for _ in range(WARM_UP + given.steps // 2):
        begin = time.perf_counter(), time.process_time()
        network.zero_grad(set_to_none=True)
        with device.autocast():
            logits = network(images)
        value = chosen(logits, labels, None)
        value.backward()
        float(value.detach())
        times.append((time.perf_counter() - begin[0], time.process_time() - begin[1]))
    wall, cpu = np.mean(times[WARM_UP:], axis=0)
    return float(wall), float(cpu)


def _settings(model: str, given: argparse.Namespace) -> dict[str, Any]:
    """Read the model's own settings."""
    entry = architecture(model).parameters()
    changed = with_settings(entry, given.set)
    return {name: value for name, value in vars(changed).items() if value != getattr(entry, name)}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", default=["unet_improved"])
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="the models' own settings")
    parser.add_argument("--tile", type=int, default=128)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--rows", type=int, default=0, help="store imagery in rows so long, a dozen squares labelled")
    parser.add_argument("--rotate", type=float, default=0.0, help="largest free turn in degrees")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
