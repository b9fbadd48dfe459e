"""A dozen polygons: what the recipe `quick` makes of them, beside a random forest and the live map's sketch.

    .venv/bin/python -m benchmarks.accuracy.few_polygons [--seeds 1 2 3] [--minutes 5]
        [--models unet_improved random_forest sketch]

For every seed it draws 6 landslides (or `--each`) and as many patches without any from the scene of Hokkaido, or
pegmatite dikes from the sample scene of that seed, trains each model on these polygons alone, maps the whole scene and
measures the map wherever no polygon was drawn. The sketch is the live map's own job, over the whole scene at its own
pixels. The table goes to standard output, what was measured of each model to
standard error as it comes. Times are core time (see `trial.py`).
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import rasterio
import shapely
import torch
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.live_map import live_map
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.labels.burner import Burner
from outcrop.core.live.jobs import LiveMapJob
from outcrop.core.model.model_card import AGREEMENT
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.sample.scenes import make_scene
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import recipe
from scipy.ndimage import uniform_filter

from benchmarks import DATA
from benchmarks.accuracy.trial import budget_in_core_time, core_seconds

HOKKAIDO = DATA / "l4s_hokkaido"
SMALLEST_PX = 50
"""Landslides and dikes with fewer pixels aren't drawn: an analyst begins with those that are easily seen."""
PATCH_PX = 20, 40
BACKGROUND, TARGET = 1, 2
SKETCH = "sketch"
"""Named among the models: what the live map shows."""


@dataclass(frozen=True)
class Ground:
    """What is known of a scene: its image, the shapes of what is looked for, and where that is.

    `mask` (H, W) is 1 there, 0 where it isn't, and 2 where nobody knows.
    """

    image: str
    grid: Grid
    shapes: np.ndarray
    mask: np.ndarray


@dataclass(frozen=True)
class Drawn:
    """The polygons of one seed: their file, and the pixels (H, W) that they cover."""

    path: Path
    covered: np.ndarray


def main() -> None:
    """Measure and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            ground = sample(seed, Path(folder) / f"scene_{seed}") if given.scene == "sample" else hokkaido()
            drawn = draw(ground, seed, given.each, Path(folder) / f"{seed}.gpkg")
            for model in given.models:
                measures = _measure(model, ground, drawn, seed, given, Path(folder) / f"{model}_{seed}")
                rows.append((seed, model, measures))
                print(json.dumps({"seed": seed, "model": model, **measures}), file=sys.stderr, flush=True)
    print(f"`.venv/bin/python -m benchmarks.accuracy.few_polygons {shlex.join(sys.argv[1:])}`".replace(" `", "`"))
    print(f"\n{_table(rows)}")


def hokkaido() -> Ground:
    """Give the landslides of Hokkaido."""
    return ground_of(HOKKAIDO)


def ground_of(folder: Path) -> Ground:
    """Give the landslides of a folder's scene."""
    if not folder.is_dir():
        sys.exit(f"There are no data in {folder}; benchmarks/README.md says where they belong.")
    with rasterio.open(folder / "mask.tif") as file:
        mask, grid = file.read(1), Grid.of(file)
    _, _, wkb, _ = pyogrio.raw.read(folder / "landslides.gpkg")
    return Ground(str(folder / "image_harmonised.tif"), grid, shapely.from_wkb(wkb), mask)


def sample(seed: int, folder: Path) -> Ground:
    """Make the sample scene of a seed, and give its pegmatite dikes."""
    made = make_scene("pegmatite", folder, seed=seed)
    with rasterio.open(made["image"]) as file:
        grid, known = Grid.of(file), file.dataset_mask() > 0
    _, _, wkb, _ = pyogrio.raw.read(made["truth_labels"])
    dikes = shapely.from_wkb(wkb)
    return Ground(str(made["image"]), grid, dikes, np.where(known, _burnt(dikes, grid), 2).astype(np.uint8))


def draw(ground: Ground, seed: int, each: int, path: Path, name: str = "target") -> Drawn:
    """Draw a seed's polygons, so many of what has the name as of background, into a file with a field `class`."""
    rng, grid = np.random.default_rng(seed), ground.grid
    large = ground.shapes[shapely.area(ground.shapes) >= SMALLEST_PX * grid.pixel_area_m2]
    shapes = np.array([*rng.choice(large, each, replace=False), *_patches(ground.mask, grid, each, rng)])
    kinds = np.array([name] * each + ["background"] * each, dtype=object)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), [kinds], np.array(["class"]), geometry_type="Unknown", crs=grid.crs.to_wkt(),
        driver="GPKG",
    )  # fmt: skip
    return Drawn(path, _burnt(shapes, grid))


def _burnt(shapes: np.ndarray, grid: Grid) -> np.ndarray:
    """Say which pixels (H, W) shapes cover."""
    inverse = ~grid.transform
    in_pixels = shapely.transform(shapes, lambda xy: np.column_stack(inverse @ (xy[:, 0], xy[:, 1])) if len(xy) else xy)
    whole = Window(0, 0, grid.height, grid.width)
    return Burner(in_pixels).burn(whole, np.ones(len(shapes), np.uint8)) > 0


def _patches(mask: np.ndarray, grid: Grid, count: int, rng: np.random.Generator) -> list[Any]:
    """Place ellipses where there is nothing to be found and no nodata."""
    made = []
    free = (mask == 0).astype(np.float32)
    while len(made) < count:
        side = int(rng.integers(*PATCH_PX))
        rows, cols = np.nonzero(uniform_filter(free, side + 2, mode="constant") > 1 - 1e-6)
        place = rng.integers(len(rows))
        x, y = grid.transform @ (cols[place] + 0.5, rows[place] + 0.5)
        circle = shapely.Point(0, 0).buffer(side / 2 * grid.pixel_size_m)
        scale, turn = rng.uniform(0.5, 1.0), rng.uniform(0, np.pi)
        xy = shapely.get_coordinates(circle) * [1.0, scale]
        turned = xy @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        made.append(shapely.Polygon(turned + np.array([x, y])))
    return made


def _measure(
    model: str, ground: Ground, drawn: Drawn, seed: int, given: argparse.Namespace, stem: Path
) -> dict[str, Any]:
    make = _sketched if model == SKETCH else partial(_trained, model, seed=seed, given=given)
    made = make(ground, drawn, stem)
    with rasterio.open(f"{stem}.tif") as file:
        predicted = file.read(1)
    labels = np.where((ground.mask < 2) & ~drawn.covered, ground.mask + 1, 0).astype(np.uint8)
    confusion = Confusion(2)
    confusion.add(labels, predicted)
    own = confusion.of_classes()[TARGET - 1]
    return {
        "f1": own.f1, "iou": own.iou, "precision": own.precision, "recall": own.recall,
        "miou": confusion.average().iou, **made,
    }  # fmt: skip


def _trained(
    model: str, ground: Ground, drawn: Drawn, stem: Path, seed: int, given: argparse.Namespace
) -> dict[str, Any]:
    """Train a model on the polygons and map the scene with it."""
    job = TrainJob(
        (_scene(ground, drawn),), f"{stem}.safetensors", _recipe(model, given), f"{stem}.run",
        device=given.device, threads=given.threads, seed=seed,
    )  # fmt: skip
    heard: list[dict[str, Any]] = []
    begin = core_seconds()
    with budget_in_core_time():
        trained = train(job, Events(heard.append))
    seconds = core_seconds() - begin
    begin = core_seconds()
    mapping = PredictJob(
        (job.model_file,), (ground.image,), f"{stem}.tif", device=given.device, threads=given.threads
    )  # fmt: skip
    predict(mapping, Events())
    epochs = sum("miou" in event for event in heard)
    return {
        "validation_f1": trained["measures"]["f1"], "agreement": trained["measures"].get(AGREEMENT, {}).get("f1"),
        "epochs": epochs, "train_s": seconds,
        "predict_s": core_seconds() - begin, "split": trained["split"],
    }  # fmt: skip


def _sketched(ground: Ground, drawn: Drawn, stem: Path) -> dict[str, Any]:
    """Have the live map sketch the scene from the polygons."""
    grid = ground.grid
    view = grid.extent_of(Window(0, 0, grid.height, grid.width))
    begin = core_seconds()
    made = live_map(LiveMapJob(_scene(ground, drawn), view, grid.pixel_size_m, f"{stem}.tif"), Events())
    if [one["name"] for one in made["classes"]] != ["background", "target"]:
        raise AssertionError(made["classes"])
    return {"train_s": core_seconds() - begin}


def _scene(ground: Ground, drawn: Drawn) -> Scene:
    return Scene((ground.image,), str(drawn.path), "class")


def _recipe(model: str, given: argparse.Namespace) -> Recipe:
    chosen = recipe("quick", [f"minutes={given.minutes or 'none'}", *given.set])
    return chosen if model == chosen.model else replace(chosen, model=model, model_parameters={}).checked()


def _table(rows: Sequence[tuple[int, str, dict[str, Any]]]) -> str:
    lines = [
        "| polygons (seed) | model | F1 | IoU | precision | recall | mIoU | training s |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    keys = ("f1", "iou", "precision", "recall", "miou")
    lines += [
        f"| {seed} | {model} | " + " | ".join(f"{found[key]:.3f}" for key in keys) + f" | {found['train_s']:.0f} |"
        for seed, model, found in rows
    ]
    for model in dict.fromkeys(model for _, model, _ in rows):
        own = [found for _, name, found in rows if name == model]
        means = " | ".join(f"{np.mean([found[key] for found in own]):.3f}" for key in keys)
        lines.append(f"| mean | {model} | {means} | {np.mean([found['train_s'] for found in own]):.0f} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--scene", choices=("hokkaido", "sample"), default="hokkaido")
    parser.add_argument("--each", type=int, default=6, help="polygons of each class")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--models", nargs="+", default=["unet_improved", "random_forest", SKETCH])
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change a setting of the recipe"
    )
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
