"""Training again: going on from the model against starting anew, after tiles of its map were answered.

    .venv/bin/python -m benchmarks.accuracy.going_on [--scene sample] [--seeds 1 2 3] [--epochs 24] [--tiles 10]

A network of the recipe `quick` learns from a dozen polygons for so many epochs. Ten tiles chosen by chance are answered
from the truth. Then three trainings are compared, by epochs: anew on old and new labels; going on from the model with
both (the old labels are replayed); going on with the new ones alone. F1 of the target is measured on tiles that nobody
labelled, after a sixth, a half and all of the epochs. Nothing is held back for validation: the last epoch is the model.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import torch
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe
from sklearn.metrics import f1_score

from benchmarks.accuracy.few_polygons import Ground, draw, hokkaido, sample

SIDE, HELD_BACK = 64, 0.4
WAYS = ("anew", "going on, old and new labels", "going on, new labels alone")


@dataclass(frozen=True)
class Files:
    """What the trainings read: the image, both label rasters, and where F1 is measured (H, W)."""

    image: str
    first: str
    both: str
    new: str
    truth: np.ndarray
    test: np.ndarray


def main() -> None:
    """Train, map and print a table of F1 by way and epochs."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    epochs = sorted({max(1, given.epochs // 6), given.epochs // 2, given.epochs})
    found: dict[tuple[str, int], list[float]] = defaultdict(list)
    for seed in given.seeds:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            ground = sample(seed, folder / "scene") if given.scene == "sample" else hokkaido()
            files = _files(ground, seed, given.tiles, folder)
            first = _trained(files.image, files.first, folder / "first", given.epochs, seed, given)
            found["before", given.epochs].append(_f1(first, files, folder, given))
            _tell(seed, "before", given.epochs, found)
            for count in epochs:
                for way in WAYS:
                    labels = files.new if way == WAYS[2] else files.both
                    start = "" if way == WAYS[0] else first
                    stem = folder / f"{WAYS.index(way)}_{count}"
                    model = _trained(files.image, labels, stem, count, seed, given, start)
                    found[way, count].append(_f1(model, files, folder, given))
                    _tell(seed, way, count, found)
    print(f"\n{given.scene}, {len(given.seeds)} seeds, before: {np.mean(found['before', given.epochs]):.3f}\n")
    print(f"| way | {' | '.join(f'{count} epochs' for count in epochs)} |\n|---|{'---|' * len(epochs)}")
    for way in WAYS:
        cells = [f"{np.mean(found[way, count]):.3f} ± {np.std(found[way, count]):.3f}" for count in epochs]
        print(f"| {way} | {' | '.join(cells)} |", flush=True)


def _tell(seed: int, way: str, epochs: int, found: dict[tuple[str, int], list[float]]) -> None:
    """Say what a training came to, at once: a run that is stopped has told what it had."""
    print(json.dumps([seed, way, epochs, round(found[way, epochs][-1], 3)]), file=sys.stderr, flush=True)


def _files(ground: Ground, seed: int, tiles: int, folder: Path) -> Files:
    """Draw the polygons, answer tiles, and write the labels."""
    drawn = draw(ground, seed, 6, folder / "polygons.gpkg")
    with rasterio.open(ground.image) as file:
        known = (file.dataset_mask() > 0) & (ground.mask < 2)
    truth = np.where(known, ground.mask + 1, 0).astype(np.uint8)
    height, width = truth.shape
    number = (np.arange(height) // SIDE)[:, None] * (-(-width // SIDE)) + (np.arange(width) // SIDE)[None]
    rng = np.random.default_rng(seed)
    order = rng.permutation(number.max() + 1)
    held, offered = np.split(order, [int(HELD_BACK * len(order))])
    answered = np.isin(number, offered[:tiles])
    first = np.where(drawn.covered & ~np.isin(number, held), truth, 0)
    new = np.where(answered, truth, 0)
    paths = {}
    for name, values in (("first", first), ("new", new), ("both", np.where(answered, truth, first))):
        paths[name] = str(folder / f"{name}.tif")
        names = {1: "background", 2: "target"}
        with class_raster(Path(paths[name]), ground.grid, names, {1: "#cccccc", 2: "#cc0000"}) as dataset:
            dataset.write(values.astype(np.uint8), 1, window=Window(0, 0, height, width).rasterio())
    return Files(ground.image, paths["first"], paths["both"], paths["new"], truth, np.isin(number, held) & known)


def _trained(
    image: str, labels: str, stem: Path, epochs: int, seed: int, given: argparse.Namespace, start: str = ""
) -> str:
    settings = [f"epochs={epochs}", "minutes=none", "split=none", *given.set]
    job = TrainJob(
        (Scene((image,), labels),), f"{stem}.safetensors", recipe("quick", settings), f"{stem}.run", start_from=start,
        device=given.device, threads=given.threads, seed=seed,
    )  # fmt: skip
    train(job, Events())
    return job.model_file


def _f1(model: str, files: Files, folder: Path, given: argparse.Namespace) -> float:
    out = str(folder / "map.tif")
    predict(PredictJob((model,), (files.image,), out, device=given.device, threads=given.threads), Events())
    with rasterio.open(out) as file:
        mapped = file.read(1)
    return float(f1_score(files.truth[files.test] == 2, mapped[files.test] == 2))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scene", choices=("hokkaido", "sample"), default="sample")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--tiles", type=int, default=10)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change a setting")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
