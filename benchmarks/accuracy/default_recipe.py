"""The default recipe, before and after: what `quick` and a forest make of every shared scene, and what was told of it.

    .venv/bin/python -m benchmarks.accuracy.default_recipe [--tasks demo lithology] [--seeds 1 2 3] [--set KEY=VALUE]

Every task trains on one part of the labels and maps what training never saw. `f1` is that of what is looked for (the
mean over all classes of the lithological map and the land cover), `told` the figure of the model's card that answers
to it, from what was held back. A line of JSON for every model goes to standard error as it comes, the table to standard
output. With `--trials FILE` a table that takes hours can be made in several sittings. Times are core time (see
`trial.py`); minutes are counted in it too.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
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
from outcrop.core.jobs.labels.rasterise import rasterise
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.labels.jobs import RasteriseJob
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_card import AGREEMENT
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import recipe

from benchmarks import DATA
from benchmarks.accuracy import few_polygons
from benchmarks.accuracy.trial import add_run_arguments, budget_in_core_time, core_seconds
from benchmarks.accuracy.trials_file import TrialsFile, told_states

NETWORK, FOREST, COMMITTEE = "unet_improved", "random_forest", "committee"
_SQUARE_PX, _GAP_PX = 24, 3
_TOGETHER = " + "
_NO_SETTINGS = {"tasks", "seeds", "models", "together", "folder", "trials"}


@dataclass(frozen=True)
class Task:
    """Scenes to learn from, images to map, and what is there.

    Attributes:
        scenes: What training is given.
        maps: Images, each with the classes (H, W) that are true there, 0 where nothing is measured.
        target: Id of the class that is looked for; 0 takes the mean over all classes.
        predict: Settings of the prediction.
    """

    scenes: tuple[Scene, ...]
    maps: tuple[tuple[str, np.ndarray], ...]
    target: int = 0
    predict: dict[str, Any] = field(default_factory=dict)


def halves(folder: Path, image: Path, polygons: Path, mask: Path, border: int) -> Task:
    """Learn from the columns before a border, and map the others; all of both is labelled."""
    with rasterio.open(mask) as file:
        truth, grid = file.read(1), Grid.of(file)
    window = Window(0, 0, grid.height, border)
    truth = np.where(truth < 2, truth + 1, 0).astype(np.uint8)
    truth[:, :border] = 0
    west = Scene(
        (str(image),), str(polygons), "class", labelled_area=_area(folder / "west.gpkg", grid, window),
        extent=grid.extent_of(window),
    )  # fmt: skip
    return Task((west,), ((str(image), truth),), 2)


def demo(folder: Path, _seed: int) -> Task:
    """Landslides of the small scene, west to east."""
    own = DATA / "l4s_hokkaido" / "demo"
    files = own / "atsuma_rgb.tif", own / "atsuma_landslides.gpkg", own / "atsuma_landslide_mask.tif"
    return halves(folder, *files, border=448)


def hokkaido(folder: Path, _seed: int) -> Task:
    """Landslides of the large scene, west to east."""
    own = DATA / "l4s_hokkaido"
    return halves(folder, own / "image_harmonised.tif", own / "landslides.gpkg", own / "mask.tif", border=1024)


def other_scene(folder: Path, here: Path, there: Path, name: str) -> Task:
    """Landslides of one scene, mapped on another."""
    with rasterio.open(there / "mask.tif") as file:
        truth = file.read(1)
    with rasterio.open(here / "mask.tif") as file:
        grid = Grid.of(file)
    area = _area(folder / "whole.gpkg", grid, Window(0, 0, grid.height, grid.width))
    scene = Scene((str(here / name),), str(here / "landslides.gpkg"), "class", labelled_area=area)
    return Task((scene,), ((str(there / name), np.where(truth < 2, truth + 1, 0).astype(np.uint8)),), 2)


def taiwan(folder: Path, _seed: int) -> Task:
    """Landslides of Hokkaido, mapped on Taiwan."""
    return other_scene(folder, DATA / "l4s_hokkaido", DATA / "l4s_taiwan_b", "image_harmonised.tif")


def taiwan_original(folder: Path, _seed: int) -> Task:
    """The same with tiles stretched one by one, as they were published."""
    return other_scene(folder, DATA / "l4s_hokkaido", DATA / "l4s_taiwan_b", "image_original_values.tif")


def from_taiwan(folder: Path, _seed: int) -> Task:
    """Landslides of Taiwan, mapped on Hokkaido."""
    return other_scene(folder, DATA / "l4s_taiwan_b", DATA / "l4s_hokkaido", "image_harmonised.tif")


def lithology(folder: Path, _seed: int) -> Task:
    """Six rock units from points, burnt into a raster, measured at the publication's test points."""
    own = DATA / "diamantina_lithology"
    with rasterio.open(own / "stack14.tif") as file:
        profile, transform = file.profile, file.transform
    known = {}
    for layer in ("train", "test"):
        _, _, points, (ids,) = pyogrio.raw.read(own / "points.gpkg", layer=layer, columns=["class_id"])
        x, y = shapely.get_coordinates(shapely.from_wkb(points)).T
        rows, columns = rasterio.transform.rowcol(transform, x, y)
        known[layer] = np.zeros((profile["height"], profile["width"]), np.uint8)
        known[layer][rows, columns] = np.unique(ids, return_inverse=True)[1] + 1
    labels = folder / "points.tif"
    with rasterio.open(labels, "w", **{**profile, "count": 1, "dtype": "uint8", "nodata": 0}) as file:
        file.write(known["train"], 1)
    image = str(own / "stack14.tif")
    return Task((Scene((image,), str(labels)),), ((image, known["test"]),))


def polygons(ground: few_polygons.Ground, folder: Path, seed: int) -> Task:
    """Six polygons of what is looked for and six of other ground, mapped on the whole scene without them."""
    drawn = few_polygons.draw(ground, seed, 6, folder / "drawn.gpkg")
    truth = np.where((ground.mask < 2) & ~drawn.covered, ground.mask + 1, 0).astype(np.uint8)
    return Task((Scene((ground.image,), str(drawn.path), "class"),), ((ground.image, truth),), few_polygons.TARGET)


def dozen(folder: Path, seed: int) -> Task:
    """A dozen polygons on Hokkaido."""
    return polygons(few_polygons.hokkaido(), folder, seed)


def dozen_sample(folder: Path, seed: int) -> Task:
    """A dozen polygons on the sample scene of the seed."""
    return polygons(few_polygons.sample(seed, folder / "scene"), folder, seed)


def fractures(_folder: Path, _seed: int) -> Task:
    """Lines of one to five pixels, six scenes to learn from and three to map."""
    own = DATA / "antarctic_fractures"
    images = [path for path in sorted(own.glob("train_*.tif")) if not path.stem.endswith("_mask")]
    tests = [path for path in sorted(own.glob("test_*.tif")) if path.with_name(f"{path.stem}_mask.tif").exists()]
    scenes = tuple(Scene((str(path),), str(path.with_name(f"{path.stem}_mask.tif"))) for path in images)
    maps = []
    for path in tests:
        with rasterio.open(path.with_name(f"{path.stem}_mask.tif")) as file:
            truth = file.read(1)
        maps.append((str(path), np.where(truth < 2, truth + 1, 0).astype(np.uint8)))
    return Task(scenes, tuple(maps), 2)


def chiapas(folder: Path, _seed: int) -> Task:
    """Land cover from 30 polygons of one date, mapped on the other."""
    own = DATA / "landsat7_chiapas"
    here, there = (own / f"{name}_stack.gtif" for name in ("LE70220491999322EDC01", "LE70220492002106EDC00"))
    scene = Scene((str(here),), str(own / "training_data.shp"), "class")
    truth = folder / "truth.tif"
    rasterise(RasteriseJob(scene, str(truth)), Events())
    with rasterio.open(truth) as file:
        return Task((scene,), ((str(there), file.read(1)),))


def lithology_blocks(folder: Path, seed: int) -> Task:
    """Six rock units of the geological map: squares of it are learned from, those between them mapped, a gap apart."""
    own = DATA / "diamantina_lithology"
    with rasterio.open(own / "lithology_raster.tif") as file:
        units, profile = file.read(1), file.profile
    rows, columns = (np.arange(length) for length in units.shape)
    shifted = np.random.default_rng(seed).integers(0, _SQUARE_PX, 2)
    row, column = (rows + shifted[0])[:, None], (columns + shifted[1])[None]
    learns = (row // _SQUARE_PX + column // _SQUARE_PX) % 2 == 0
    inside = (row % _SQUARE_PX >= _GAP_PX) & (column % _SQUARE_PX >= _GAP_PX)
    labels = folder / "squares.tif"
    with rasterio.open(labels, "w", **{**profile, "driver": "GTiff", "dtype": "uint8", "nodata": 0}) as file:
        file.write(np.where(learns, units, 0).astype(np.uint8), 1)
    image = str(own / "stack14.tif")
    return Task((Scene((image,), str(labels)),), ((image, np.where(~learns & inside, units, 0).astype(np.uint8)),))


TASKS: dict[str, Callable[[Path, int], Task]] = {
    "demo": demo, "hokkaido": hokkaido, "taiwan": taiwan, "taiwan_original": taiwan_original,
    "from_taiwan": from_taiwan, "lithology": lithology, "lithology_blocks": lithology_blocks, "dozen": dozen,
    "dozen_sample": dozen_sample, "fractures": fractures, "chiapas": chiapas,
}  # fmt: skip
SAME_SCENE = {"demo", "hokkaido", "lithology", "lithology_blocks", "dozen", "dozen_sample"}
"""Tasks whose maps are of the scene that was learned from."""


def main() -> None:
    """Measure and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    settings = {key: value for key, value in vars(given).items() if key not in _NO_SETTINGS}
    trials, found = TrialsFile(given.trials, settings), []
    together = [_TOGETHER.join(given.models)] if given.together and len(given.models) > 1 else []
    for name in given.tasks:
        for seed in given.seeds:
            rows = trials.of(name, seed, [*given.models, *together])
            if not rows:
                with scratch(given.folder, f"{name}_{seed}") as folder:
                    for row in _rows(TASKS[name](folder, seed), seed, given, folder):
                        rows.append({"task": name, "seed": seed, **row})
                        print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
                rows = trials.add(rows)
            found += rows
    print(f"`.venv/bin/python -m benchmarks.accuracy.default_recipe {shlex.join(sys.argv[1:])}`")
    print(f"\n{_table(found)}\n\n{_honesty(found)}\n\n{told_states(found)}")


def _rows(task: Task, seed: int, given: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """Train every model and map with it, and with all of them together, as several model files are averaged."""
    for model in given.models:
        yield {"model": model, **trial(task, _recipe(model, given), seed, given, folder, model)}
    if given.together and len(given.models) > 1:
        files = [str(folder / f"{model}.safetensors") for model in given.models]
        yield {"model": _TOGETHER.join(given.models), **measured(task, files, given, folder)}


def trial(
    task: Task, chosen: Recipe, seed: int, given: argparse.Namespace, folder: Path, name: str = "model"
) -> dict[str, Any]:
    """Train one recipe, map what training never saw, and give what the maps are worth and what was told of it."""
    file = str(folder / f"{name}.safetensors")
    job = TrainJob(
        task.scenes, file, chosen, str(folder / f"{name}.run"), device=given.device, threads=given.threads, seed=seed
    )
    begin = core_seconds()
    with budget_in_core_time():
        train(job, Events())
    card, seconds = read_card(file), core_seconds() - begin
    facts = {key: card.provenance.get(key) for key in ("refit", "best_epoch", "polygons", "committee")}
    return {
        **measured(task, [file], given, folder),
        "told": f1_of(Confusion.from_dict(card.measures["confusion"]), task.target),
        "agreement": card.measures.get(AGREEMENT, {}).get("f1"), "spread": card.measures.get("spread", {}),
        "train_s": round(seconds, 1), "steps": card.provenance.get("steps", 0), "told_facts": facts,
    }  # fmt: skip


def measured(task: Task, models: Sequence[str], given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Map what training never saw, and measure the maps."""
    confusions = []
    for number, (image, truth) in enumerate(task.maps):
        out = str(folder / f"{Path(models[0]).stem}_{len(models)}_{number}.tif")
        settings = {**task.predict, **dict(pair.split("=", 1) for pair in given.predict)}
        predict(
            PredictJob(tuple(models), (image,), out, device=given.device, threads=given.threads, **settings), Events()
        )
        with rasterio.open(out) as file:
            confusions.append(Confusion(len(read_card(models[0]).legend)))
            confusions[-1].add(truth, file.read(1))
    f1 = [f1_of(confusion, task.target) for confusion in confusions]
    total = sum(int(confusion.matrix.sum()) for confusion in confusions)
    right = sum(int(np.trace(confusion.matrix)) for confusion in confusions)
    return {"f1": float(np.mean(f1)), "f1_each": f1, "accuracy": right / total}


def f1_of(confusion: Confusion, target: int) -> float:
    """Give the F1 of a class, or the mean over the classes that occur."""
    classes = confusion.of_classes()
    if target:
        return float(classes[target - 1].f1)
    return float(np.mean([own.f1 for own in classes if own.true_px]))


def _recipe(model: str, given: argparse.Namespace) -> Recipe:
    chosen = recipe(given.recipe, [f"minutes={given.minutes or 'none'}", *given.set])
    if model == COMMITTEE:
        return replace(chosen, committee="with_classifiers").checked()
    return chosen if model == chosen.model else replace(chosen, model=model, model_parameters={}).checked()


def _area(path: Path, grid: Grid, window: Window) -> str:
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array([shapely.box(*grid.extent_of(window))])), [np.array(["x"], dtype=object)],
        np.array(["part"]), geometry_type="Polygon", crs=grid.crs.to_wkt(), driver="GPKG",
    )  # fmt: skip
    return str(path)


@contextmanager
def scratch(kept: Path | None, name: str) -> Iterator[Path]:
    """Give a trial's folder: one that is kept, or one that vanishes."""
    if kept is None:
        with tempfile.TemporaryDirectory() as work:
            yield Path(work)
    else:
        (kept / name).mkdir(parents=True)
        yield kept / name


def _table(found: list[dict[str, Any]]) -> str:
    heads = ("task", "model", "seeds", "F1", "deviation", "accuracy", "told", "training s")
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for task, model in dict.fromkeys((own["task"], own["model"]) for own in found):
        own = [row for row in found if (row["task"], row["model"]) == (task, model)]
        mean = {name: np.mean([row.get(name, np.nan) for row in own]) for name in ("f1", "accuracy", "told", "train_s")}
        spread = np.std([row["f1"] for row in own])
        lines.append(
            f"| {task} | `{model}` | {len(own)} | {mean['f1']:.3f} | {spread:.3f} | {mean['accuracy']:.3f} | "
            f"{mean['told']:.3f} | {mean['train_s']:.0f} |"
        )
    return "\n".join(lines)


def _honesty(found: list[dict[str, Any]]) -> str:
    """Say how far what was told is from what is true on the rest of the same scene, and how often its spread holds.

    Of a committee that agrees on less than what was found on its labels, that is told too: no more is to be expected.
    """
    own = [row for row in found if row["task"] in SAME_SCENE and "told" in row and row["spread"]]
    if not own:
        return "Nothing was told of the rest of a scene."
    told = [row["told"] if row["agreement"] is None else min(row["told"], row["agreement"]) for row in own]
    away = np.array([one - row["f1"] for one, row in zip(told, own)])
    holds = [row["spread"]["f1"][0] <= row["f1"] <= row["spread"]["f1"][1] for row in own]
    return (
        f"Of {len(own)} runs on the rest of their own scene: told − true {away.mean():+.3f} on average, its size "
        f"{np.abs(away).mean():.3f}; the spread told holds the truth in {100 * np.mean(holds):.0f} %."
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", nargs="+", choices=TASKS, default=list(TASKS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--models", nargs="+", default=[NETWORK, FOREST], help=f"of the list, or {COMMITTEE}")
    parser.add_argument("--together", action="store_true", help="map with all models averaged, too")
    parser.add_argument("--recipe", default="quick")
    parser.add_argument("--minutes", type=float, default=5.0, help="0 for none")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the recipe")
    parser.add_argument("--trials", type=Path, help="keep what is measured in this file, and go on with what it holds")
    add_run_arguments(parser)
    return parser.parse_args()


if __name__ == "__main__":
    main()
