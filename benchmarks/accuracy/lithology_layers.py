"""What each kind of layer is worth for mapping rock units, and what fusion adds, for a forest and a network.

    .venv/bin/python -m benchmarks.accuracy.lithology_layers diamantina [--seeds 1] [--epochs 20]
    .venv/bin/python -m benchmarks.accuracy.lithology_layers sample [--seeds 1] [--epochs 60] [--set KEY=VALUE]

`diamantina` trains on the publication's 797 points with Landsat's bands alone and with gamma rays, magnetics, terrain
or all of them added. As published, all its 10,621 test points are told, which are strewn between the training's;
leak-free, squares of 1.5 km are told by models that saw no point in or near them, each square by one of them. `sample`
makes the lithology sample scene and the layers of the paper (seven oxides' log-ratios gridded to 600 m, magnetics
reduced to the pole, elevation), learns the geological map of the west with the recipe `lithology`, and maps the east.
Everything is counted in steps, so that figures don't depend on how busy the machine is. A line of JSON for every trial
goes to standard error as it comes, the table to standard output.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
import torch
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.preparation.jobs import LayerJob, TableLogRatiosJob
from outcrop.core.sample.lithology import layers as sample_layers
from outcrop.core.sample.polygons import evaluation_area, labelled_area
from outcrop.core.sample.scenes import make_scene
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.training.settings.recipes import RECIPES, recipe
from scipy.ndimage import distance_transform_edt

from benchmarks.accuracy.default_recipe import Task, lithology

FOREST = "random_forest"
OPTICAL, GAMMA, MAGNETICS = (
    tuple(f"1:{number}" for number in numbers) for numbers in (range(1, 6), range(6, 13), [13])
)
ELEVATION = "1:14"
SQUARE_PX, GAP_PX, FOLDS = 24, 4, 4
OXIDES = ("SiO2", "Al2O3", "Fe2O3", "MgO", "CaO", "Na2O", "K2O")
"""The major oxides, seven as in the paper."""
COARSE = 20
"""How many times larger the pixels of the gridded oxides are than the imagery's: 600 m."""
SMALL = ("tile_px=64", "stride_px=16", "tiles_per_epoch=160", "batch_size=8", "patience=0", "minutes=none")


@dataclass(frozen=True)
class Layers:
    """Imagery with chosen bands."""

    images: tuple[str, ...]
    bands: tuple[str, ...] = ()


def main() -> None:
    """Measure and print."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    part = {"diamantina": diamantina, "sample": sample}[given.part]
    found = []
    for seed in given.seeds:
        with tempfile.TemporaryDirectory() as folder:
            for row in part(seed, given, given.folder or Path(folder)):
                found.append({"seed": seed, **row})
                print(json.dumps(found[-1]), file=sys.stderr, flush=True)
    print(f"`.venv/bin/python -m benchmarks.accuracy.lithology_layers {shlex.join(sys.argv[1:])}`\n\n{_table(found)}")


def diamantina(seed: int, given: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """Give accuracy and macro-F1 of each model with each set of layers, under both protocols."""
    whole = lithology(folder, seed)
    (scene,), ((image, truth),) = whole.scenes, whole.maps
    terrain = str(folder / "terrain.tif")
    execute(LayerJob("terrain", (image,), terrain, (ELEVATION,), {"radius_px": 5}), Events())
    with rasterio.open(terrain) as file:
        ground = (ELEVATION, *(f"2:{number}" for number in file.indexes))
    sets = {
        "optical only": OPTICAL, "+ gamma rays": OPTICAL + GAMMA, "+ magnetics": OPTICAL + MAGNETICS,
        "+ terrain": OPTICAL + ground, "all": OPTICAL + GAMMA + MAGNETICS + ground,
    }  # fmt: skip
    protocols = {"as published": [whole], "leak-free": list(_squares(scene, image, truth, seed, folder))}
    for name, bands in sets.items():
        for model in given.models or (FOREST, "unet_improved"):
            if given.only and name not in given.only:
                continue
            chosen = _recipe(model, "quick", given)
            for protocol, tasks in protocols.items():
                confusion = Confusion(int(truth.max()))
                for number, task in enumerate(tasks):
                    stem = folder / f"{number}_{model}"
                    layers = Layers((image, terrain), bands)
                    confusion.add(task.maps[0][1], _mapped(layers, task.scenes[0].labels, chosen, seed, given, stem))
                yield {"layers": name, "model": model, "protocol": protocol, **_measures(confusion)}


def _squares(scene: Scene, image: str, truth: np.ndarray, seed: int, folder: Path) -> Iterator[Task]:
    """Give a task for every fold: what lies in its squares is told, and nothing learned in or near them."""
    rng = np.random.default_rng(seed)
    rows, cols = np.indices(truth.shape) // SQUARE_PX
    count = (rows.max() + 1) * (cols.max() + 1)
    fold = rng.permutation(np.arange(count) % FOLDS)[rows * (cols.max() + 1) + cols]
    with rasterio.open(scene.labels) as file:
        labels, profile = file.read(1), file.profile
    for number in range(FOLDS):
        near = distance_transform_edt(fold != number) <= GAP_PX
        path = folder / f"fold_{number}.tif"
        with rasterio.open(path, "w", **profile) as file:
            file.write(np.where(near, 0, labels).astype(np.uint8), 1)
        yield Task((Scene((image,), str(path)),), ((image, np.where(fold == number, truth, 0).astype(np.uint8)),))


def sample(seed: int, given: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """Give accuracy, mean IoU and macro-F1 in the east, of models that learned the west's map."""
    files = make_scene("lithology", folder / "scene", seed, given.size)
    with rasterio.open(files["truth"]) as file:
        units, profile = file.read(1), file.profile
    west, east = (_inside(area(*units.shape), units.shape) for area in (labelled_area, evaluation_area))
    labels = folder / "west.tif"
    with rasterio.open(labels, "w", **{**profile, "nodata": 0}) as file:
        file.write(np.where(west, units, 0).astype(np.uint8), 1)
    truth = np.where(east, units, 0).astype(np.uint8)
    for name, layers in _paper_layers(files, folder).items():
        for model in given.models or (FOREST, "fcn8s"):
            if given.only and name not in given.only:
                continue
            chosen = _recipe(model, "lithology", given)
            confusion = Confusion(int(units.max()))
            confusion.add(truth, _mapped(layers, str(labels), chosen, seed, given, folder / model))
            yield {"layers": name, "model": model, "protocol": "west to east", **_measures(confusion)}


def _paper_layers(files: Mapping[str, Path], folder: Path) -> dict[str, Layers]:
    """Prepare the paper's layers, and give the imagery with none, with coarse, and with fused ones."""
    image, out = str(files["image"]), {name: str(folder / f"{name}.tif") for name in ("coarse", "oxides", "fused")}
    table = folder / "ratios.gpkg"
    execute(TableLogRatiosJob(str(files["geochemistry"]), str(table), OXIDES), Events())
    with rasterio.open(image) as file:
        side = max(file.width, file.height) // COARSE
        profile = {**file.profile, "count": 1, "width": side, "height": side, "dtype": "float32", "nodata": None}
        profile.update(transform=file.transform @ rasterio.Affine.scale(COARSE), blockxsize=256, blockysize=256)
    with rasterio.open(out["coarse"], "w", **profile) as file:
        file.write(np.ones((1, side, side), np.float32))
    gridded = []
    for oxide in OXIDES:
        path = str(folder / f"{oxide}.tif")
        job = LayerJob("points-to-grid", (out["coarse"],), path, points=str(table), field=f"clr_{oxide}")
        execute(job, Events())
        gridded.append(path)
    pole = str(folder / "pole.tif")
    direction = {
        "inclination_deg": sample_layers.INCLINATION_DEG, "declination_deg": sample_layers.DECLINATION_DEG,
        "total_gradient": False, "tilt": False,
    }  # fmt: skip
    execute(LayerJob("magnetics", (str(files["magnetics"]),), pole, settings=direction), Events())
    coarse = (image, *gridded, pole)
    with rasterio.open(image) as file:
        bands = tuple(f"1:{number}" for number in file.indexes)
    first = tuple(f"{number}:1" for number in range(2, len(coarse) + 1))  # the estimate, not its standard error
    execute(LayerJob("fusion", coarse, out["fused"], bands + first), Events())
    height, gamma, sharp = str(files["elevation"]), str(files["radiometrics"]), str(folder / "survey.tif")
    execute(LayerJob("fusion", (image, pole, gamma), sharp), Events())
    last = (f"{len(coarse) + 1}:1",)
    return {
        "imagery only": Layers((image,)),
        "with coarse layers": Layers((*coarse, height), bands + first + last),
        "with fused layers": Layers((image, out["fused"], height)),
        "with the survey's layers": Layers((image, pole, gamma, height)),
        "with the survey's layers fused": Layers((image, sharp, height)),
    }


def _mapped(
    layers: Layers, labels: str, chosen: Recipe, seed: int, given: argparse.Namespace, stem: Path
) -> np.ndarray:
    """Train on labels and give the classes (H, W) of the whole map."""
    model, out = f"{stem}.safetensors", f"{stem}.tif"
    scene = Scene(layers.images, labels, bands=layers.bands)
    train(TrainJob((scene,), model, chosen, device="cpu", threads=given.threads, seed=seed), Events(_told))
    job = PredictJob((model,), layers.images, out, layers.bands, device="cpu", threads=given.threads)
    predict(replace(job, fit_scaling="as_trained"), Events())
    names = [entry.id for entry in read_card(model).legend.classes]
    with rasterio.open(out) as file:
        found = file.read(1)
    ids = np.zeros(max(names) + 1, np.uint8)
    ids[names] = [_number(entry.name) for entry in read_card(model).legend.classes]
    return ids[found]


def _number(name: str) -> int:
    """Give the number of a class that a label raster has, which is all of its name."""
    return int("".join(letter for letter in name if letter.isdigit()))


def _told(event: Mapping[str, Any]) -> None:
    if "miou" in event or event.get("event") == "warning":
        print(json.dumps(event, default=str)[:300], file=sys.stderr, flush=True)


def _recipe(model: str, preset: str, given: argparse.Namespace) -> Recipe:
    """Give a preset in steps: nothing is held back, and the last epoch counts."""
    if model == FOREST:
        return replace(RECIPES[preset], model=model, model_parameters={}, split="none", minutes=None).checked()
    small = SMALL if preset == "lithology" else ("tile_px=64", "stride_px=32", "tiles_per_epoch=160", "minutes=none")
    chosen = recipe(preset, [*small, "split=none", "keep=last", f"epochs={given.epochs}", *given.set])
    if preset == "lithology":
        parameters = {"width": 256, "weights": "none", **chosen.model_parameters}
        chosen = replace(chosen, model=model, model_parameters=parameters)
    elif model != chosen.model:
        chosen = replace(chosen, model=model, model_parameters={})
    return chosen.checked()


def _measures(confusion: Confusion) -> dict[str, float]:
    classes = [own for own in confusion.of_classes() if own.true_px]
    right = float(np.trace(confusion.matrix) / confusion.matrix.sum())
    f1, iou = (float(np.mean([getattr(own, name) for own in classes])) for name in ("f1", "iou"))
    return {"accuracy": round(right, 4), "f1": round(f1, 4), "miou": round(iou, 4)}


def _inside(area: shapely.Polygon, shape: tuple[int, ...]) -> np.ndarray:
    rows, cols = np.indices(shape)
    return np.asarray(shapely.contains_xy(area, cols + 0.5, rows + 0.5))


def _table(found: Sequence[dict[str, Any]]) -> str:
    lines = ["| layers | model | protocol | accuracy | macro-F1 | mIoU |", "|---|---|---|---|---|---|"]
    for key in dict.fromkeys((row["layers"], row["model"], row["protocol"]) for row in found):
        own = [row for row in found if (row["layers"], row["model"], row["protocol"]) == key]
        means = " | ".join(f"{np.mean([row[name] for row in own]):.3f}" for name in ("accuracy", "f1", "miou"))
        lines.append(f"| {key[0]} | `{key[1]}` | {key[2]} | {means} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("diamantina", "sample"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--epochs", type=int, default=20, help="of the network, 20 steps each")
    parser.add_argument("--models", nargs="+", help="default: a forest, and unet_improved or fcn8s")
    parser.add_argument("--only", nargs="+", help="names of sets of layers")
    parser.add_argument("--size", type=int, default=480, help="side of the sample scene in pixels")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change the network's recipe")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep models and maps in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    main()
