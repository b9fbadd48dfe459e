"""Models are measured on the same pixels, none of which any of them has learned from."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
from outcrop.core.assessment.comparable import MEASURED, learned_in, write_comparable
from outcrop.core.assessment.jobs import CompareModelsJob
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.compare_models import compare_models
from outcrop.core.jobs.training.train import train
from outcrop.core.labels.parts import TEST, VALIDATION
from outcrop.core.model.model_file import load_model
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

SIDE = 96


class Bench:
    """Trains classifiers on more and more polygons of two classes over stripes."""

    def __init__(self, scene: Any, folder: Path) -> None:
        self.scene, self.folder = scene, folder

    def labels(self, columns: list[int], name: str) -> Scene:
        boxes = [(col, row, col + 8, row + 8) for col in columns for row in range(2, SIDE - 12, 12)]
        kinds = ["dike" if (row // 12) % 2 else "rock" for _ in columns for row in range(2, SIDE - 12, 12)]
        path = self.scene.write_polygons(self.folder / f"{name}.gpkg", boxes, kinds)
        return Scene((self.scene.image,), path, "kind")

    def train(
        self, source: Scene, name: str, keep: str = "", model: str = "maximum_likelihood", refit: str = "never"
    ) -> TrainJob:
        recipe = Recipe(
            model=model, gap_px=1, tile_px=32, split="polygons", refit=refit, epochs=2, tiles_per_epoch=8,
            model_parameters={"width": 4, "depth": 1} if model == "unet" else {},
        )  # fmt: skip
        job = TrainJob(
            (source,), str(self.folder / f"{name}.safetensors"), recipe, str(self.folder / name), keep_split_of=keep
        )
        train(job, Events())
        return job


@pytest.fixture
def bench(scene: Any, tmp_path: Path) -> Bench:
    return Bench(scene, tmp_path)


def compared(source: Scene, *jobs: TrainJob) -> dict[str, Any]:
    models, runs = tuple(job.model_file for job in jobs), tuple(job.run_folder for job in jobs)
    return compare_models(CompareModelsJob(source, models, runs, "cpu"), Events())


@pytest.mark.parametrize("model", ["maximum_likelihood", "unet"])
def test_what_learned_from_everything_is_measured_as_it_was_before(bench: Bench, model: str) -> None:
    source = bench.labels([4, 40], "few")
    measured = bench.train(source, "measured", model=model)
    everything = bench.train(source, "everything", keep=measured.run_folder, model=model, refit="always")
    known, other = load_model(measured.model_file)[1], load_model(everything.model_file)[1]
    assert any(not np.array_equal(known[name], other[name]) for name in known)
    told = compared(source, measured, everything)
    assert told["models"][0]["measures"] == told["models"][1]["measures"]
    assert told["models"][1]["model"] == everything.model_file


def test_all_are_measured_on_what_none_has_learned(bench: Bench) -> None:
    few, more = bench.labels([4, 40], "few"), bench.labels([4, 40, 70], "more")
    first = bench.train(few, "first")
    second = bench.train(more, "second", keep=first.run_folder)
    told = compared(more, first, second)
    assert [entry["model"] for entry in told["models"]] == [first.model_file, second.model_file]
    assert all(0 < entry["measures"]["miou"] <= 1 for entry in told["models"])
    assert told["polygons"] >= 4
    (gain,) = told["gains"]
    before, after = (entry["measures"]["miou"] for entry in told["models"])
    assert gain["model"] == second.model_file
    assert gain["value"] == pytest.approx(after - before)
    assert gain["low"] <= gain["value"] <= gain["high"]

    with rasterio.open(Path(second.run_folder) / "labels.tif") as labels:
        grid, now = Grid.of(labels), labels.read(1)
    learned = [one for job in (first, second) for one in learned_in(job.run_folder, grid)]
    pixels, windows = write_comparable(Path(second.run_folder) / "labels.tif", learned, bench.folder / "left.tif")
    with rasterio.open(bench.folder / "left.tif") as dataset:
        left = dataset.read(1)
    assert pixels == told["pixels"] == np.count_nonzero(left)
    for one in learned:
        with rasterio.open(one.labels) as labels, rasterio.open(one.split) as split:
            then, parts = labels.read(1), split.read(1)
        assert not (left[(then > 0) & ~np.isin(parts, (VALIDATION, TEST))]).any()
    assert (left[left > 0] == now[left > 0]).all()
    inside = np.zeros(left.shape, bool)
    for window in windows:
        inside[window.slices()] = True
    assert inside[left > 0].all()


def test_what_a_model_has_learned_in_the_end_measures_none(bench: Bench) -> None:
    few = bench.labels([4, 40], "few")
    first = bench.train(few, "first")
    second = replace(first, model_file=str(bench.folder / "s.safetensors"), run_folder=str(bench.folder / "s"))
    train(replace(second, recipe=replace(second.recipe, refit="always")), Events())
    assert compared(few, first, second)["pixels"] > 0
    (Path(second.run_folder) / MEASURED).unlink()
    with pytest.raises(BadInputError, match="Every labelled pixel has trained"):
        compared(few, first, second)
    assert compared(bench.labels([70], "new"), first, second)["pixels"] > 0


def test_a_class_that_only_the_model_knows_is_wrong(bench: Bench) -> None:
    first = bench.train(bench.labels([4, 40], "few"), "first")
    told = compared(bench.labels([70], "new"), first, first)
    renamed = bench.labels([70], "renamed")
    boxes = [(70, row, 78, row + 8) for row in range(2, SIDE - 12, 12)]
    path = bench.scene.write_polygons(bench.folder / "other.gpkg", boxes, ["gneiss"] * len(boxes))
    worse = compared(replace(renamed, labels=path), first, first)
    assert told["models"][0]["measures"]["miou"] > 0.8
    assert worse["models"][0]["measures"]["miou"] == 0


def test_models_whose_training_is_gone_are_named(bench: Bench) -> None:
    few = bench.labels([4, 40], "few")
    first, second = bench.train(few, "first"), bench.train(few, "second")
    shutil.rmtree(first.run_folder)
    told = {entry["model"]: entry for entry in compared(bench.labels([70], "new"), first, second)["models"]}
    assert "isn't known any more" in told[first.model_file]["trouble"]
    assert "measures" in told[second.model_file]
    shutil.rmtree(second.run_folder)
    with pytest.raises(BadInputError, match="their trainings are gone"):
        compared(few, first, second)


def test_nothing_left_to_compare_on_is_told(bench: Bench) -> None:
    few = bench.labels([4, 40], "few")
    none_held = Recipe(model="maximum_likelihood", gap_px=1, tile_px=32, split="none")
    job = TrainJob((few,), str(bench.folder / "all.safetensors"), none_held, str(bench.folder / "all"))
    train(job, Events())
    with pytest.raises(BadInputError, match="Draw a few polygons in new places"):
        compared(few, job, job)


def test_the_command_tells_every_model(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    from outcrop.core.commands.command_line import main

    few, more = bench.labels([4, 40], "few"), bench.labels([4, 40, 70], "more")
    first = bench.train(few, "first")
    second = bench.train(more, "second", keep=first.run_folder)
    words = ["compare-models", "--image", more.images[0], "--labels", more.labels, "--class-field", "kind"]
    for job in (first, second):
        words += ["--trained", job.model_file, job.run_folder]
    assert main([*words, "--device", "cpu"]) == 0
    said = capsys.readouterr().out
    assert "that none has learned from" in said
    assert f"{first.model_file}: mIoU 0." in said or f"{first.model_file}: mIoU 1." in said
    assert f"{second.model_file}: mIoU" in said


def test_spelling_parts_no_classes(bench: Bench) -> None:
    source = bench.labels([4, 40], "few")
    job = bench.train(source, "one")
    more = bench.labels([4, 40, 64], "more")
    told = compared(more, job, bench.train(more, "two", keep=job.run_folder))
    facts, _, geometry, (kinds,) = pyogrio.raw.read(more.labels)
    capitals = str(bench.folder / "capitals.gpkg")
    pyogrio.raw.write(
        capitals, geometry, [np.array([str(kind).capitalize() for kind in kinds], object)], ["kind"], driver="GPKG",
        geometry_type="Polygon", crs=facts["crs"],
    )  # fmt: skip
    other = bench.train(replace(more, labels=capitals), "three", keep=job.run_folder)
    again = compared(replace(more, labels=capitals), job, other)
    assert again["models"][0]["measures"] == told["models"][0]["measures"]
