"""Training from files to one model file: what it leaves, what ends it, and what it never sees."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.labels.parts import TRAINING, VALIDATION
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_file import load_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.prediction.operating_points import MEASURE
from outcrop.core.training.network.learner import Learner
from outcrop.core.training.runs.run import FAILED, FINISHED, Run
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import recipe

ROOT = Path(__file__).resolve().parents[4]


def with_recipe(job: TrainJob, **changes: Any) -> TrainJob:
    return replace(job, recipe=replace(job.recipe, **changes))


def with_scene(job: TrainJob, **changes: Any) -> TrainJob:
    return replace(job, scenes=(replace(job.scenes[0], **changes),))


def test_training_leaves_one_model_and_a_run_to_look_into(job: TrainJob, hearing: Any) -> None:
    result = train(job, hearing.events)

    run = Run(job.run_folder)
    card = read_card(job.model_file)
    assert run.state == FINISHED
    assert {name: value for name, value in card.measures.items() if name != MEASURE} == result["measures"]
    assert set(card.measures[MEASURE]) == set(card.legend.names)
    assert card.legend.names == ("background", "dike")
    assert card.provenance["pixels"]["training"]["dike"] > 0
    assert 0 <= card.margin_px < 129
    with run.path("epochs.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert {"loss", "validation_loss", "miou", "f1", "f1 background", "f1 dike", "learning_rate"} <= rows[0].keys()
    assert len(hearing.epochs) == 2
    for row, told in zip(rows, hearing.epochs):
        assert float(row["f1 dike"]) == told["f1_by_class"]["dike"]
        assert told["epochs"] == 2
    best = hearing.epochs[-1]["best_epoch"]
    with rasterio.open(run.path("samples") / f"epoch_{best:04}.png") as picture:
        assert picture.count == 3
        assert len(np.unique(picture.read())) > 10
    table = [row.split(",") for row in run.path("confusion.csv").read_text().splitlines()]
    assert [row[0] for row in table[1:]] == ["background", "dike"]
    counts = [[int(cell) for cell in row[1:3]] for row in table[1:]]
    assert counts == result["measures"]["confusion"]["matrix"]
    assert sum(map(sum, counts)) == result["measures"]["pixels"]
    assert list(run.path("tensorboard").iterdir())
    with rasterio.open(result["split_rasters"][0]) as split, rasterio.open(result["label_rasters"][0]) as labels:
        counted = card.provenance["pixels"]["validation"]
        assert np.bincount(labels.read(1)[split.read(1) == VALIDATION]).tolist()[1:] == list(counted.values())
    assert [event["epoch"] for event in run.events() if "miou" in event] == [1, 2]
    assert "Epoch 2 of 2" in run.path("log.txt").read_text()


def test_the_seed_decides(job: TrainJob, tmp_path: Path) -> None:
    weights = []
    for number, seed in enumerate((3, 3, 4)):
        own = replace(job, seed=seed, model_file=str(tmp_path / f"{number}.safetensors"), run_folder="")
        result = train(own, Events())
        assert result["run_folder"] == str(tmp_path / f"{number}.run")
        weights.append(load_model(own.model_file)[1])
    assert all(np.array_equal(weights[0][name], weights[1][name]) for name in weights[0])
    assert not all(np.array_equal(weights[0][name], weights[2][name]) for name in weights[0])


@pytest.mark.slow
def test_a_classifier_is_trained_without_torch(job: TrainJob) -> None:
    script = (
        f"import runpy, sys; runpy.run_path({str(ROOT / 'core' / '__main__.py')!r})['bind_package']()\n"
        "from outcrop.core.events import Events\n"
        "from outcrop.core.jobs.specs import read_job\n"
        "from outcrop.core.jobs.training.train import train\n"
        "result = train(read_job(sys.argv[1]), Events())\n"
        "print(result['measures']['miou'], 'torch' in sys.modules)"
    )
    from outcrop.core.jobs.specs import job_to_json

    file = Path(job.model_file).with_name("job.json")
    recipe = replace(job.recipe, model="maximum_likelihood", model_parameters={})
    file.write_text(job_to_json(replace(job, recipe=recipe)))
    command = [sys.executable, "-I", "-c", script, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    miou, has_torch = done.stdout.split()
    assert float(miou) > 0.9
    assert has_torch == "False"
    assert read_card(job.model_file).provenance["pixels_learned_from"]["dike"] > 100


# --- what is refused --------------------------------------------------------------------------------------------------


def refuse(job: TrainJob, match: str) -> None:
    with pytest.raises(BadInputError, match=match):
        train(job, Events())
    assert not Path(job.model_file).exists()


def test_bad_jobs_are_refused_before_anything_is_made(job: TrainJob, tmp_path: Path, scene: Any) -> None:
    refuse(replace(job, scenes=()), "nothing to train on")
    refuse(replace(job, model_file=str(tmp_path / "m.pt")), "must end with")
    refuse(replace(job, model_file=str(tmp_path / "no" / "m.safetensors")), "doesn't exist")
    refuse(with_scene(job, images=(str(tmp_path / "gone.tif"),)), "can't be read")
    refuse(replace(job, device="cuda:77"), "no device")
    refuse(replace(job, start_from=scene.image), "isn't a model file")
    pixel = scene.write_image(tmp_path / "pixel.tif", np.ones((1, 1, 1), np.uint8))
    refuse(with_scene(job, images=(pixel,)), "one pixel only")
    assert not Path(job.run_folder).exists()


def test_bad_labels_are_told_and_noted(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    refuse(with_scene(job, labelled_area=""), "only one class")
    assert Run(job.run_folder).state == FAILED
    assert "only one class" in json.loads(Run(job.run_folder).path("outcome.json").read_text())["text"]


def test_bands_that_are_all_constant_are_refused(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    flat = scene.write_image(tmp_path / "flat.tif", np.full((2, 96, 96), 7, np.uint8), nodata=None)
    refuse(with_scene(job, images=(flat,)), "has the same value wherever there are labels")
    assert Run(job.run_folder).state == FAILED


def test_validation_without_imagery_is_refused(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    boxes = [(2, 2, 40, 40), (4, 60, 44, 90), (60, 60, 90, 90), (60, 4, 90, 40)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["rock", "field"] * 2)
    split = train(job := with_scene(job, labels=labels, labelled_area=""), Events())["split_rasters"][0]
    with rasterio.open(split) as parts, rasterio.open(scene.image) as file:
        values = file.read()
        values[:, parts.read(1) == VALIDATION] = 0
    holed = scene.write_image(tmp_path / "holed.tif", values)
    Path(job.model_file).unlink()
    again = replace(with_scene(job, images=(holed,)), run_folder=str(tmp_path / "b"))
    refuse(again, "no data at any pixel held back")
    assert Run(again.run_folder).state == FAILED


# --- kinds of data ----------------------------------------------------------------------------------------------------


def test_few_pixels_and_a_part_without_a_class_are_warned_about(
    job: TrainJob, hearing: Any, scene: Any, tmp_path: Path
) -> None:
    boxes = [(2, 2, 40, 40), (4, 60, 44, 90), (60, 60, 66, 66)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["rock", "field", "road"])
    train(with_scene(job, labels=labels, labelled_area=""), hearing.events)
    assert "Fewer than 400 pixels are labelled of “road” (36): what is held back" in hearing.warnings
    assert "Class “road” (36 px) has none in the" in hearing.warnings
    assert read_card(job.model_file).legend.names == ("field", "road", "rock")


def test_labels_in_one_block_train_without_validation(job: TrainJob, hearing: Any, scene: Any, tmp_path: Path) -> None:
    labels = scene.write_polygons(tmp_path / "l.gpkg", [(20, 20, 24, 24), (24, 20, 28, 24)], ["a", "b"])
    result = train(with_scene(with_recipe(job, block_px=96), labels=labels, labelled_area=""), hearing.events)
    assert "isn't possible" in hearing.warnings
    assert result["measures"]["pixels"] in (16, 32)


def test_a_dozen_small_polygons_are_enough(
    job: TrainJob, hearing: Any, scene: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = [(4 + 15 * n, row + 24 * (n % 4), 10 + 15 * n, row + 6 + 24 * (n % 4)) for row in (3, 15) for n in range(6)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["ground"] * 6 + ["dike"] * 6)
    labelled: list[bool] = []
    learn = Learner.learn

    def watch(learner: Learner, batch: Any, *more: Any) -> float:
        labelled.extend((batch.labels > 0).flatten(1).any(dim=1).tolist())
        return learn(learner, batch, *more)

    monkeypatch.setattr(Learner, "learn", watch)
    settings = ["model_parameters.width=4", "tile_px=32", "gap_px=4", "tiles_per_epoch=16", "epochs=1", "minutes=none"]
    result = train(
        replace(with_scene(job, labels=labels, labelled_area=""), recipe=recipe("quick", settings)), Events()
    )

    assert result["split"].startswith(("Spatial blocks", "Whole polygons"))
    pixels = read_card(job.model_file).provenance["pixels"]
    assert min(pixels["training"].values()) > 36
    assert min(pixels["validation"].values()) > 0
    assert sum(sum(part.values()) for part in pixels.values()) == 12 * 36
    assert len(labelled) == 2 * 16  # measuring, then learning from everything
    assert all(labelled)


def test_no_validation_measures_the_training_pixels(job: TrainJob, hearing: Any) -> None:
    result = train(with_recipe(job, split="none"), hearing.events)
    assert result["measures"]["pixels"] == 96 * 48 + 4 * 12 * 44
    assert "Nothing was held back" in result["split"]


def test_a_raster_smaller_than_a_tile(job: TrainJob, hearing: Any) -> None:
    result = train(with_recipe(job, tile_px=128, batch_size=2, tiles_per_epoch=2, epochs=1), hearing.events)
    assert result["measures"]["pixels"] > 0


def test_a_model_of_shrunk_tiles_maps_the_imagery_it_learned_from_by_itself(
    job: TrainJob, hearing: Any, tmp_path: Path
) -> None:
    train(with_recipe(job, tile_px=32, stride_px=32, resize_px=16, epochs=1), hearing.events)
    card = read_card(job.model_file)
    assert (card.pixel_size_m, card.tile_px, card.works_at_its_size) == (2.0, 16, True)
    out = str(tmp_path / "map.tif")
    predict(PredictJob((job.model_file,), job.scenes[0].images, out, engine="torch", threads=1), hearing.events)
    with rasterio.open(out) as file:
        assert file.shape == (48, 48)
        assert file.transform[0] == 2


def test_a_classifier_takes_pixels_as_they_are_whatever_the_recipe_says_of_tiles(job: TrainJob, hearing: Any) -> None:
    forest = with_recipe(job, model="maximum_likelihood", model_parameters={}, tile_px=32, resize_px=16)
    train(forest, hearing.events)
    card = read_card(job.model_file)
    assert (card.pixel_size_m, card.works_at_its_size) == (1.0, False)


def test_a_class_that_was_not_learned_is_warned_about(job: TrainJob, hearing: Any, scene: Any, tmp_path: Path) -> None:
    boxes = [(2, 2, 40, 40), (4, 60, 44, 90), (60, 60, 62, 62)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["rock", "field", "road"])
    drawn = with_scene(job, labels=labels, labelled_area="")
    train(with_recipe(drawn, split="none", balance=0.0, loss="cross_entropy", learning_rate=0.01), hearing.events)
    assert read_card(job.model_file).measures["classes"]["road"]["recall"] == 0
    assert "Not one pixel of class" in hearing.warnings
    assert "“road” was found where the model is measured. Draw more of" in hearing.warnings
    assert "lower the learning rate (0.001 instead of 0.01)" in hearing.warnings


def test_tiles_smaller_than_the_stride_of_the_network_as_it_is_built_are_refused(job: TrainJob, hearing: Any) -> None:
    deep = with_recipe(job, model="unet", model_parameters={"width": 4, "depth": 6}, tile_px=32)
    with pytest.raises(BadInputError, match=r"Tiles of 32 px are too small for this unet: at least 64\."):
        train(deep, hearing.events)


def test_several_scenes_and_stacks_of_several_images(job: TrainJob, hearing: Any, scene: Any, tmp_path: Path) -> None:
    with rasterio.open(scene.image) as file:
        values = file.read()
    height = scene.write_image(tmp_path / "height.tif", (values[:1] / 7).astype(np.float32))
    other = scene.write_image(tmp_path / "other.tif", values[:, ::-1])
    flipped = [(4, 96 - bottom, 92, 96 - top) for top, bottom in ((12, 24), (36, 48), (60, 72), (84, 96))]
    labels = scene.write_polygons(tmp_path / "other.gpkg", flipped, ["dike"] * 4)
    scenes = (
        replace(job.scenes[0], images=(scene.image, height), bands=("1:2", "2:1")),
        Scene((other, height), labels, "kind", labelled_area=scene.east, bands=("1:2", "2:1")),
    )
    result = train(replace(with_recipe(job, split="scenes"), scenes=scenes), hearing.events)
    card = read_card(job.model_file)
    assert len(card.bands) == 2
    assert card.data_type == "float32"
    assert result["split"].startswith("Whole scenes")
    assert len(result["split_rasters"]) == 2
    assert result["measures"]["pixels"] in (6720, 96 * 48 + 4 * 12 * 44)

    wrong = replace(job, scenes=(scenes[0], replace(scenes[1], bands=("1:1", "2:1"))), run_folder=f"{job.run_folder}2")
    with pytest.raises(BadInputError, match="Choose the same bands in every scene"):
        train(wrong, Events())


def test_a_label_raster_serves(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    truth = (np.arange(96)[:, None] // 12 + np.zeros(96, int)) % 2
    labels = scene.write_image(tmp_path / "labels.tif", truth[None].astype(np.uint8), nodata=255)
    result = train(with_scene(job, labels=labels, class_field="", labelled_area=""), Events())
    assert [entry["name"] for entry in result["classes"]] == ["0", "1"]
    assert result["measures"]["pixels"] > 1000


def test_random_tiles_work_and_say_that_they_leak(job: TrainJob, hearing: Any) -> None:
    own = with_recipe(job, split="random_tiles", stride_px=8, tiles_per_epoch=None, validation_share=0.2, epochs=1)
    result = train(own, hearing.events)
    assert "leaks: for reproduction only" in result["split"]
    assert "Random tiles share pixels" in hearing.warnings
    card = read_card(job.model_file)
    assert card.provenance["pixels"]["several parts"]["dike"] > 0
    held = card.provenance["tiles_measured_on"][1]
    assert result["measures"]["pixels"] <= held * 256


# --- what training never sees -----------------------------------------------------------------------------------------


@pytest.fixture
def places(scene: Any, tmp_path: Path) -> str:
    """Write an image whose values tell the place: row and column, as numbers that scaling leaves as they are."""
    rows, cols = np.mgrid[0:96, 0:96]
    return str(scene.write_image(tmp_path / "places.tif", ((np.stack([rows, cols]) + 1) / 32).astype(np.float32), None))


@pytest.mark.parametrize(
    ("split", "changes"),
    [
        ("blocks", {}),
        ("blocks", {"block_px": 8, "gap_px": 0, "tile_px": 32}),
        ("blocks", {"tile_px": 128, "random_crop": True, "batch_size": 2, "tiles_per_epoch": 4}),
        ("polygons", {}),
        ("polygons", {"test_share": 0.2, "gap_px": 4, "tile_px": 64}),
    ],
)
def test_no_validation_pixel_is_shown_in_training(
    job: TrainJob, places: str, split: str, changes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = np.zeros((96, 96), bool)
    learned = np.zeros((96, 96), bool)
    learn = Learner.learn

    def watch(learner: Learner, batch: Any, *more: Any) -> float:
        seen = np.rint(batch.images.numpy() * 32).astype(int) - 1
        shown[tuple(seen[:, band][seen[:, 0] >= 0] for band in (0, 1))] = True
        learned[tuple(seen[:, band][batch.labels.numpy() > 0] for band in (0, 1))] = True
        return learn(learner, batch, *more)

    monkeypatch.setattr(Learner, "learn", watch)
    own = with_recipe(job, **{"split": split, "normalisation": "none", "tiles_per_epoch": 64, "epochs": 1, **changes})
    result = train(with_scene(own, images=(places,)), Events())

    with rasterio.open(result["split_rasters"][0]) as file:
        parts = file.read(1)
    assert result["split"].startswith({"blocks": "Spatial blocks", "polygons": "Whole polygons"}[split])
    held = parts >= VALIDATION
    assert held.sum() > 50
    assert not (shown & held).any()
    assert not (learned & (parts != TRAINING)).any()
    assert learned.sum() > 0.3 * (parts == TRAINING).sum()
    assert result["measures"]["pixels"] == (parts == VALIDATION).sum()


# --- starting from a model --------------------------------------------------------------------------------------------


def test_fine_tuning_keeps_what_is_frozen_and_knows_the_classes_again(
    job: TrainJob, hearing: Any, scene: Any, tmp_path: Path
) -> None:
    base = replace(
        with_recipe(job, model="unet_improved"), model_file=str(tmp_path / "base.safetensors"), run_folder=""
    )
    train(base, Events())
    boxes = [(4, row, 44, row + 12) for row in range(0, 96, 24)] + [(4, row, 44, row + 12) for row in range(12, 96, 24)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["field"] * 4 + ["dike"] * 4)
    own = with_recipe(with_scene(job, labels=labels), model="unet_improved", model_parameters={})
    tuned = replace(with_recipe(own, kept_share=0.5), start_from=base.model_file, freeze="encoder")

    train(tuned, hearing.events)

    (old_card, old), (card, new) = load_model(base.model_file), load_model(job.model_file)
    encoder = [name for name in old if name.startswith("encoder.")]
    assert any("running_mean" in name for name in encoder)
    assert all(np.array_equal(old[name], new[name]) for name in encoder)
    assert not np.array_equal(old["decoder.0.0.weight"], new["decoder.0.0.weight"])
    assert card.legend.names == ("background", "dike", "field")
    assert len(new["head.bias"]) == 3
    assert card.architecture_parameters["width"] == 4
    assert card.normalisation == old_card.normalisation
    assert card.provenance["start_from"] == "base.safetensors"
    assert "classes new to it: field" in "\n".join(event["text"] for event in hearing.of("log"))

    assert card.recipe["kept_share"] == 0

    refuse_base = replace(tuned, run_folder=f"{job.run_folder}2")
    with pytest.raises(BadInputError, match="Choose the model “Improved U-Net”"):
        train(with_recipe(refuse_base, model="unet"), Events())
    with pytest.raises(BadInputError, match="Choose the same bands"):
        train(with_scene(refuse_base, bands=("1:1", "1:2")), Events())
    with pytest.raises(BadInputError, match="learns everything anew"):
        train(with_recipe(refuse_base, model="random_forest", model_parameters={}), Events())


def test_the_card_knows_how_often_classes_occur_where_labelling_is_complete(
    job: TrainJob, scene: Any, tmp_path: Path
) -> None:
    train(job, Events())
    shares = read_card(job.model_file).provenance["class_shares"]
    assert sum(shares.values()) == pytest.approx(1)
    assert 0.3 < shares["dike"] < 0.7
    boxes = [(4, row, 92, row + 4) for row in range(0, 96, 12)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["field", "dike"] * 4)
    sparse = replace(job.scenes[0], labels=labels, labelled_area="")
    other = replace(job, scenes=(sparse,), model_file=str(tmp_path / "s.safetensors"), run_folder=str(tmp_path / "s"))
    train(other, Events())
    card = read_card(other.model_file)
    assert "class_shares" not in card.provenance
    assert len(card.values.mean) == len(card.bands)
