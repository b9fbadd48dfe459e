"""Files that are damaged or made to harm: every one is done or told in words, in time and memory, and leaves nothing.

Each sample has a seed of its own, so that one that fails can be made again: `-k target`, and the seed in the message.
`OUTCROP_FUZZ` says how many samples there are of every target, or which: `2599-2600` are two of them.
"""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import shutil
import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
import torch
from affine import Affine
from outcrop.core.commands.base.scenes_file import read_scenes
from outcrop.core.errors import OutcropError
from outcrop.core.events import Events
from outcrop.core.files.output_guard import check_outputs
from outcrop.core.geodata.imagery import open_imagery
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.geodata.scene import Scene
from outcrop.core.interchange.import_parameters import OnnxSettings
from outcrop.core.interchange.jobs import ImportModelJob
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.specs import job_from_json, job_to_json
from outcrop.core.labels.datasets.jobs import ImportTilesJob
from outcrop.core.labels.jobs import CheckLabelsJob, RasteriseJob
from outcrop.core.labels.legend import Legend
from outcrop.core.model.card_file import read_card
from outcrop.core.model.catalogue import build
from outcrop.core.model.companion import Companion, joined_arrays
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.report.pages.model_page import model_page
from outcrop.core.training.runs.checkpoints import load_checkpoint, save_checkpoint
from outcrop.core.training.runs.found_runs import list_runs, measures_so_far
from outcrop.core.training.runs.run import EPOCHS, EVENTS, OUTCOME, SPEC, Run
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.vectorise.jobs import PolygonsJob


def seeds(asked: str) -> range:
    """Give the seeds that are asked for: so many from 0, or from one to another."""
    first, _, last = asked.rpartition("-")
    return range(int(first), int(last) + 1) if first else range(int(last))


SEEDS = seeds(os.environ.get("OUTCROP_FUZZ", "100"))
SLOWEST_S, MOST_MB, LONGEST_MESSAGE = 20.0, 1_000, 3_000
PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)
SIDE = 40

spec = importlib.util.spec_from_file_location("mutations", Path(__file__).with_name("mutations.py"))
assert spec is not None
assert spec.loader is not None
mutations = importlib.util.module_from_spec(spec)
spec.loader.exec_module(mutations)


@dataclass(frozen=True)
class Target:
    """What reads one kind of file: the whole content by file name, which of them is damaged, how, and the reader."""

    files: dict[str, bytes]
    victims: tuple[str, ...]
    read: Callable[[Path], object]
    is_json: bool = False
    same: bool = False
    """Whether what is read must be what was written, if it isn't refused."""


def write_raster(path: Path, values: np.ndarray, **more: Any) -> bytes:
    profile = {"driver": "GTiff", "width": SIDE, "height": SIDE, "count": len(values), "dtype": values.dtype.name,
               "crs": "EPSG:32654", "transform": PLACE, **more}  # fmt: skip
    with rasterio.open(path, "w", **profile) as file:
        file.write(values)
    return path.read_bytes()


def values() -> np.ndarray:
    random = np.random.default_rng(1)
    half = np.where(np.arange(SIDE) < SIDE // 2, 60, 160)
    return np.clip(random.normal(np.broadcast_to(half, (3, SIDE, SIDE)), 5), 1, 255).astype(np.uint8)


def geojson() -> bytes:
    features = []
    for number, name in enumerate(("rock", "sand")):
        left = 400_000 + 200 * number + 20
        box = shapely.box(left, 4_699_700, left + 150, 4_699_900)
        geometry = json.loads(shapely.to_geojson(box))
        features.append({"type": "Feature", "properties": {"kind": name, "n": number}, "geometry": geometry})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}).encode()


LOOK = Normalisation("mean_deviation", (110.0,) * 3, (50.0,) * 3, (0.0,) * 3, (255.0,) * 3, (110.0,) * 3, (50.0,) * 3)


def a_model(path: Path, companions: tuple[Companion, ...] = (), **changes: Any) -> bytes:
    """Write a maximum-likelihood model of the image that `values` gives, beside which companions are the same."""
    bands, image = ("Red", "Green", "Blue"), values()
    valid = np.ones((SIDE, SIDE), bool)
    model = build("maximum_likelihood", bands, 2, {})
    features = model.features(LOOK.apply(image, valid), valid)
    labels = np.where(np.arange(SIDE * SIDE) % SIDE < SIDE // 2, 1, 2)
    model.fit(features.reshape(len(features), -1).T, labels, 0)
    measures = {"miou": 0.9, "classes": {"rock": {"iou": 0.9}}, "confusion": {"matrix": [[1, 2], [3, 4]]}}
    provenance = {"finished": "2026-01-01T00:00:00", "pixels": {"training": {"rock": 7}}, "label_counts": [{}]}
    legend = Legend.from_names(["rock", "sand"])
    facts: dict[str, Any] = {"measures": measures, "provenance": provenance, "companions": companions, **changes}
    card = ModelCard("m", "maximum_likelihood", {}, bands, legend, LOOK, 10.0, "uint8", 64, 0, {"epochs": 3}, **facts)
    save_model(path, card, joined_arrays(model.arrays(), [model.arrays() for _ in companions]))
    return path.read_bytes()


def job(job: Any) -> dict[str, Any]:
    return execute(job, Events())


def with_card(path: Path) -> None:
    """Put the card that lies beside a model file into it, as a hostile program would: without a digest."""
    from safetensors.numpy import load_file, save_file

    card = path.with_suffix(".json").read_text(encoding="utf-8", errors="replace")
    save_file(load_file(path), path, metadata={"outcrop": card})


def read_model(folder: Path) -> object:
    card, arrays = load_model(folder / "m.safetensors")
    return card, {name: array.tolist() for name, array in arrays.items()}


def read_hostile_model(folder: Path) -> None:
    with_card(folder / "m.safetensors")
    model_page(read_card(folder / "m.safetensors"))
    job(PredictJob((str(folder / "m.safetensors"),), (str(folder / "i.tif"),), str(folder / "made.tif"), device="cpu"))


def read_raster(folder: Path) -> None:
    job(PredictJob((str(folder / "m.safetensors"),), (str(folder / "i.tif"),), str(folder / "made.tif"), device="cpu"))


def scene(folder: Path, labels: str) -> Scene:
    return Scene((str(folder / "i.tif"),), str(folder / labels), "kind")


def read_vector(folder: Path) -> None:
    labels = next(path.name for path in folder.iterdir() if path.name.startswith("labels."))
    job(RasteriseJob(scene(folder, labels), str(folder / "made.tif")))
    job(CheckLabelsJob(scene(folder, labels), str(folder / "made.gpkg")))


def read_job_text(folder: Path) -> None:
    check_outputs(job_from_json((folder / "job.json").read_text(encoding="utf-8", errors="replace")))


def read_scenes_file(folder: Path) -> None:
    for made in read_scenes(folder / "scenes.json"):
        job(RasteriseJob(made, str(folder / "made.tif")))


def read_item(folder: Path) -> None:
    work = folder / "made"
    work.mkdir()
    for path in open_imagery(str(folder / "item.json"), work):
        assert not Path(path).is_relative_to(folder.parent) or Path(path).is_relative_to(folder), path
    assert {path.name for path in folder.parent.iterdir()} == {folder.name}, "a name left the work folder"


def read_data_set(folder: Path) -> None:
    job(ImportTilesJob(str(folder / "set"), str(folder / "made")))


def read_onnx(folder: Path) -> None:
    settings = OnnxSettings(classes=("rock", "sand"), pixel_size_m=10.0)
    job(ImportModelJob(str(folder / "g.onnx"), str(folder / "made.safetensors"), settings))


def read_runs(folder: Path) -> None:
    assert all(found.trouble or found.name for found in list_runs(folder))
    measures_so_far(folder / "r")
    run = Run(folder / "r")
    run.keep_epochs(1)
    assert run.state
    assert run.epochs() is not None


def read_prediction(folder: Path) -> None:
    job(PolygonsJob(str(folder / "p.tif"), str(folder / "made.gpkg")))


def read_checkpoint(folder: Path) -> None:
    load_checkpoint(folder / "c.safetensors")


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Target]:
    """Make a whole file of every kind."""
    folder = tmp_path_factory.mktemp("whole")
    warnings.simplefilter("ignore")
    image = write_raster(folder / "i.tif", values(), compress="deflate", tiled=True, blockxsize=16, blockysize=16)
    return {**model_targets(folder, image), **scene_targets(image), **run_targets(), **made_targets(folder)}


def model_targets(folder: Path, image: bytes) -> dict[str, Target]:
    """Make model files, with and without a card that lies beside them, and an image for them."""
    model = a_model(folder / "m.safetensors")
    card = read_card(folder / "m.safetensors").to_json().encode()
    committee = a_model(folder / "c.safetensors", (Companion("maximum_likelihood", {}),))
    committee_card = read_card(folder / "c.safetensors").to_json().encode()
    return {
        "model": Target({"m.safetensors": model}, ("m.safetensors",), read_model, same=True),
        "model card": Target(
            {"m.safetensors": model, "m.json": card, "i.tif": image}, ("m.json",), read_hostile_model, is_json=True
        ),
        "committee": Target({"m.safetensors": committee}, ("m.safetensors",), read_model, same=True),
        "committee card": Target(
            {"m.safetensors": committee, "m.json": committee_card, "i.tif": image}, ("m.json",), read_hostile_model,
            is_json=True,
        ),
        "raster": Target({"m.safetensors": model, "i.tif": image}, ("i.tif",), read_raster),
    }  # fmt: skip


def scene_targets(image: bytes) -> dict[str, Target]:
    """Make labels, a list of scenes, a catalogue's item and a data set."""
    tiles = {f"set/train/images/{n}.tif": image for n in "ab"}
    coco = {
        "images": [{"id": 1, "file_name": "a.tif"}, {"id": 2, "file_name": "b.tif"}],
        "categories": [{"id": 1, "name": "dike"}],
        "annotations": [
            {"image_id": 1, "category_id": 1, "segmentation": [[2, 2, 20, 2, 20, 20]], "bbox": [2, 2, 18, 18]}
        ],
    }
    item = {"type": "Feature", "assets": {"B1": {"href": "i.tif", "type": "image/tiff"}}}
    second = json.loads(json.dumps(item).replace("i.tif", "j.tif"))
    return {
        "vector": Target({"i.tif": image, "labels.geojson": geojson()}, ("labels.geojson",), read_vector, is_json=True),
        "scenes": Target(
            {"i.tif": image, "labels.geojson": geojson(),
             "scenes.json": b'[{"images": ["i.tif"], "labels": "labels.geojson", "class_field": "kind"}]'},
            ("scenes.json",), read_scenes_file, is_json=True,
        ),
        "item": Target(
            {"i.tif": image, "j.tif": image, "item.json": json.dumps({"features": [item, second]}).encode()},
            ("item.json",), read_item, is_json=True,
        ),
        "data set": Target({**tiles, "set/train/_annotations.coco.json": json.dumps(coco).encode()},
                           ("set/train/_annotations.coco.json",), read_data_set, is_json=True),
    }  # fmt: skip


def run_targets() -> dict[str, Target]:
    """Make a job, and the folder of a run."""
    there = Path(tempfile.gettempdir())  # always the same: what a seed makes of a text hangs on its length
    trained = TrainJob(
        (scene(there, "labels.geojson"),), str(there / "new.safetensors"), run_folder=str(there / "new.run")
    )
    events = '{"event": "metric", "step": 1, "loss": 0.5}\n{"event": "log", "text": "x"}\n' * 4
    outcome = json.dumps({"state": "finished", "model_file": "m.safetensors", "measures": {"miou": 0.5}})
    return {
        "job": Target({"job.json": job_to_json(trained).encode()}, ("job.json",), read_job_text, is_json=True),
        "run": Target(
            {f"r/{SPEC}": job_to_json(trained).encode(), f"r/{EVENTS}": events.encode(),
             f"r/{EPOCHS}": b"epoch,loss,miou\n1,0.5,0.4\n2,0.4,0.5\n", f"r/{OUTCOME}": outcome.encode()},
            (f"r/{EVENTS}", f"r/{EPOCHS}", f"r/{OUTCOME}", f"r/{SPEC}"), read_runs,
        ),
    }  # fmt: skip


def made_targets(folder: Path) -> dict[str, Target]:
    """Make what comes of a model in a folder: a prediction, a checkpoint, and a network for elsewhere."""
    job(PredictJob((str(folder / "m.safetensors"),), (str(folder / "i.tif"),), str(folder / "p.tif"), device="cpu"))
    save_checkpoint(folder / "c.safetensors", {"step": 3, "weights": {"a": torch.zeros(3)}, "list": [1, "x"]})
    found = {
        "prediction": Target({"p.tif": (folder / "p.tif").read_bytes()}, ("p.tif",), read_prediction),
        "checkpoint": Target(
            {"c.safetensors": (folder / "c.safetensors").read_bytes()}, ("c.safetensors",), read_checkpoint
        ),
    }
    if importlib.util.find_spec("onnx") and importlib.util.find_spec("onnxruntime"):
        network = torch.nn.Sequential(torch.nn.Conv2d(3, 2, 3, padding=1), torch.nn.Softmax(1))
        torch.onnx.export(network, (torch.rand(1, 3, 64, 64),), folder / "g.onnx", dynamo=False, opset_version=17)
        found["onnx"] = Target({"g.onnx": (folder / "g.onnx").read_bytes()}, ("g.onnx",), read_onnx)
    return found


NAMES = (
    "model", "model card", "committee", "committee card", "raster", "vector", "job", "scenes", "item", "data set",
    "run", "prediction", "checkpoint", "onnx",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_are_done_or_told(name: str, targets: dict[str, Target], tmp_path: Path) -> None:
    if name not in targets:
        pytest.skip("ONNX Runtime isn't installed")
    target = targets[name]
    before_mb = forget_peak()
    expected = target.read(laid_out(target, tmp_path / "whole" / "work", {}))
    told, wrong = 0, []
    for seed in SEEDS:
        folder = laid_out(target, tmp_path / str(seed) / "work", changes(target, seed))
        was_told, trouble = judged(target, folder, expected)
        told += was_told
        wrong += [f"{seed}: {text}" for text in trouble]
        shutil.rmtree(folder.parent)
    most_mb = peak_mb() - before_mb
    assert not wrong, f"{len(wrong)} of {len(SEEDS)} ({told} told):\n" + "\n".join(wrong[:40])
    assert most_mb < MOST_MB, f"{most_mb:.0f} MB"
    print(f"\n{name}: {len(SEEDS)} samples, {told} told, {len(SEEDS) - told} done, at most {most_mb:.0f} MB")


def forget_peak() -> float:
    """Begin to look for this process's largest memory anew; give what it holds now, in MB (Linux; else the largest)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return peak_mb()


def peak_mb() -> float:
    """Give this process's largest memory since `forget_peak`, in MB."""
    with suppress(OSError):
        (line,) = [text for text in Path("/proc/self/status").read_text().splitlines() if text.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def changes(target: Target, seed: int) -> dict[str, bytes]:
    """Give the damaged file of a seed."""
    victim = target.victims[seed % len(target.victims)]
    content = target.files[victim]
    if target.is_json or victim.endswith((SPEC, OUTCOME)):
        return {victim: mutations.hostile(content.decode(), seed).encode("utf-8", "replace")}
    return {victim: mutations.damaged(content, seed)}


def judged(target: Target, folder: Path, expected: object) -> tuple[bool, list[str]]:
    """Read a damaged file; say whether that was refused in words, and all that is wrong with how it went."""
    was_told, trouble, began = False, [], time.monotonic()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = target.read(folder)
        if target.same and read != expected:
            trouble.append("silently another one")
    except OutcropError as error:
        was_told = True
        if not str(error).strip() or len(str(error)) > LONGEST_MESSAGE:
            trouble.append(f"{str(error)[:300]!r} is no message")
    except Exception as error:  # noqa: BLE001  (which is what is looked for)
        trouble.append(f"{type(error).__name__}: {str(error)[:300]}")
    if time.monotonic() - began > SLOWEST_S:
        trouble.append(f"{time.monotonic() - began:.0f} s")
    left = [path.name for path in folder.rglob("*") if path.name.startswith(".")]
    return was_told, trouble + ([f"leaves {left}"] if left else [])


def laid_out(target: Target, folder: Path, changed: dict[str, bytes]) -> Path:
    for name, content in {**target.files, **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
