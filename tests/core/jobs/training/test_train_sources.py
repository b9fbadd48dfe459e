"""Training and mapping with layers of other kinds, and with layers that end."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card, write_card
from outcrop.core.model.model_card import MASKED
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from outcrop.core.training.settings.jobs import TrainJob

SIDE, END = 96, 60


def mapped(job: TrainJob, images: tuple[str, ...], out: Path, **more: Any) -> tuple[dict[str, Any], np.ndarray]:
    result = predict(PredictJob((job.model_file,), images, str(out), device="cpu", **more), Events())
    with rasterio.open(result["out"]) as file:
        return result, file.read(1)


@pytest.fixture
def layers(scene: Any, tmp_path: Path) -> tuple[str, ...]:
    """The image, and magnetics that show the dikes and end at a column."""
    with rasterio.open(scene.image) as file:
        bright = file.read(1) > 600
    rng = np.random.default_rng(1)
    magnetics = np.where(bright, 50.0, -50.0) + rng.normal(0, 5, bright.shape)
    magnetics[:, END:] = -9999
    return scene.image, scene.write_image(tmp_path / "magnetics.tif", magnetics[None].astype("float32"), -9999)


def job_of(job: TrainJob, images: tuple[str, ...], sources: tuple[str, ...] = (), **recipe: Any) -> TrainJob:
    """Train on the west alone, whose magnetics are all there; there is an area on both sides of where they end."""
    source = replace(job.scenes[0], images=images, sources=sources)
    return replace(job, scenes=(source,), recipe=replace(job.recipe, **recipe))


@pytest.mark.parametrize("model", ["forest", "network"])
@pytest.mark.parametrize("blend", [False, True])
def test_one_model_serves_where_layers_end(
    model: str, blend: bool, job: TrainJob, layers: tuple[str, ...], tmp_path: Path
) -> None:
    chosen = {"model": "random_forest", "model_parameters": {"trees": 10}} if model == "forest" else {}
    masked = job_of(job, layers, missing_layers=MASKED, hidden_share=0.5, **chosen)
    train(masked, Events())

    result, labels = mapped(masked, layers, tmp_path / "out.tif", blend=blend)
    assert (labels > 0).all()
    if model == "forest":
        assert len(np.unique(labels[:, END:])) == 2
    with rasterio.open(result["outputs"]["lacking"]) as file:
        lacking = file.read(1)
        assert file.colorinterp[0].name == "palette"
        assert MODELS_TAG in file.tags(), "it is no imagery"
        assert LEGEND_TAG not in file.tags(), "it is no map to correct"
    assert (lacking[:, :END] == 1).all()
    assert (lacking[:, END:] == 3).all()
    style = Path(result["outputs"]["lacking"]).with_suffix(".qml").read_text(encoding="utf-8")
    assert re.findall(r'label="([^"]*)"', style) == ["nothing lacking", "magnetics lacking"]


@pytest.mark.slow
def test_a_cluster_maps_where_layers_end_as_one_machine_does(
    job: TrainJob, layers: tuple[str, ...], tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask isn't installed")
    masked = job_of(job, layers, missing_layers=MASKED, model="random_forest", model_parameters={"trees": 10})
    train(masked, Events())
    alone, _ = mapped(masked, layers, tmp_path / "alone.tif", tile_px=48)
    with distributed.LocalCluster(n_workers=1, processes=True, dashboard_address=None, memory_limit=0) as cluster:
        scheduler = cluster.scheduler_address
        together, _ = mapped(masked, layers, tmp_path / "together.tif", tile_px=48, scheduler=scheduler)
    assert "cluster" in together["engine"]
    assert alone["outputs"].keys() == together["outputs"].keys() == {"classes", "lacking"}
    for kind, path in alone["outputs"].items():
        with rasterio.open(path) as one, rasterio.open(together["outputs"][kind]) as other:
            assert np.array_equal(one.read(), other.read())


def test_by_default_there_is_a_map_only_where_all_layers_are(
    job: TrainJob, layers: tuple[str, ...], tmp_path: Path
) -> None:
    strict = job_of(job, layers, model="random_forest", model_parameters={"trees": 5})
    train(strict, Events())
    result, labels = mapped(strict, layers, tmp_path / "out.tif")
    assert (labels[:, :END] > 0).all()
    assert not labels[:, END:].any()
    assert result["outputs"].keys() == {"classes"}


def test_pixels_that_lack_a_layer_are_mapped_as_if_it_had_its_mean(
    job: TrainJob, layers: tuple[str, ...], scene: Any, tmp_path: Path
) -> None:
    masked = job_of(job, layers, missing_layers=MASKED, model="random_forest", model_parameters={"trees": 10})
    train(masked, Events())
    mean = read_card(masked.model_file).normalisation.mean[3]
    with rasterio.open(layers[1]) as file:
        values = file.read()
    values[:, :, END:] = mean
    filled = scene.write_image(tmp_path / "filled.tif", values, -9999)
    with rasterio.open(layers[1], "r+") as one, rasterio.open(filled, "r+") as other:
        one.set_band_description(1, "magnetics")
        other.set_band_description(1, "magnetics")
    card = read_card(masked.model_file)
    write_card(masked.model_file, replace(card, bands=(*card.bands[:3], "magnetics")))
    lacking = mapped(masked, layers, tmp_path / "lacking.tif")[1]
    assert np.array_equal(lacking, mapped(masked, (layers[0], filled), tmp_path / "filled_map.tif")[1])


def test_the_model_reads_bands_as_in_its_training(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    codes = np.zeros((1, SIDE * 2, SIDE * 2), np.uint8)
    with rasterio.open(scene.image) as file:
        codes[0] = np.kron(np.where(file.read(1) > 600, 7, 200), np.ones((2, 2)))
    fine = scene.write_image(tmp_path / "geology.tif", codes[:, :SIDE, :SIDE], None)
    with rasterio.open(fine, "r+") as file:
        file.transform = rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    said = ("2=category,nodata=255",)
    chosen = job_of(job, (scene.image, fine), said, model="random_forest", model_parameters={"trees": 5})
    train(chosen, Events())
    card = read_card(chosen.model_file)
    assert card.sources == {card.bands[3]: "category,nodata=255"}
    _, labels = mapped(chosen, (scene.image, fine), tmp_path / "out.tif")
    assert (labels[: SIDE // 2, : SIDE // 2] > 0).all()


def test_scenes_of_mixed_kinds_and_units_are_refused(job: TrainJob, layers: tuple[str, ...], tmp_path: Path) -> None:
    two = job_of(job, layers)
    other = replace(two.scenes[0], sources=("2=angle",))
    with pytest.raises(BadInputError, match=r"another role .*: angle, auto"):
        train(replace(two, scenes=(two.scenes[0], other)), Events())
    feet = tmp_path / "feet.tif"
    feet.write_bytes(Path(layers[1]).read_bytes())
    for path, unit in ((layers[1], "nT"), (str(feet), "ft")):
        with rasterio.open(path, "r+") as file:
            file.set_band_unit(1, unit)
            file.set_band_description(1, "magnetics")
    other = replace(two.scenes[0], images=(layers[0], str(feet)))
    with pytest.raises(BadInputError, match=r"another unit .*: ft, nT"):
        train(replace(two, scenes=(two.scenes[0], other), run_folder=f"{two.run_folder}-2"), Events())


def test_a_layer_without_data_is_named(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    empty = scene.write_image(tmp_path / "gamma.tif", np.full((1, SIDE, SIDE), -1, np.int16), -1)
    for missing in ("left_out", MASKED):
        tried = replace(
            job_of(job, (scene.image, empty), missing_layers=missing), run_folder=f"{job.run_folder}-{missing}"
        )
        with pytest.raises(BadInputError, match="no data in band “gamma 1”"):
            train(tried, Events())


def test_embeddings_keep_the_directions_of_their_vectors(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    stored = rng.integers(-60, 61, (64, SIDE, SIDE)).astype(np.int8)
    path = scene.write_image(tmp_path / "alphaearth.tif", stored, -128)
    chosen = job_of(job, (scene.image, path), ("2=embedding",), model="random_forest", model_parameters={"trees": 5})
    train(chosen, Events())
    look = read_card(chosen.model_file).normalisation
    assert set(look.offset[3:]) == {0.0}
    assert len(set(look.scale[3:])) == 1
    assert len(set(look.scale[:3])) == 3
