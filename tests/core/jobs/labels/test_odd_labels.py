"""Labels and scenes that are hardly enough, or other than the model knows: words, and the next best way."""

from __future__ import annotations

import re
from collections.abc import Callable
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
from outcrop.core.model.card_file import read_card
from outcrop.core.model.members import load_members
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob

RECIPES: dict[str, dict[str, Any]] = {
    "network": {
        "model": "unet_improved", "model_parameters": {"width": 4, "depth": 2}, "adapt_to_few": True, "epochs": 1,
        "tile_px": 32, "committee": "auto",
    },
    "classifier": {"model": "random_forest", "model_parameters": {"trees": 20}},
}  # fmt: skip
Make = Callable[..., TrainJob]


@pytest.fixture
def drawn(job: TrainJob, scene: Any, tmp_path: Path) -> Make:
    """Give what makes a training on boxes (column, row, column, row) of fields and dikes, nothing around them known."""

    def make(kind: str, fields: list[tuple[int, ...]], dikes: list[tuple[int, ...]], **recipe: Any) -> TrainJob:
        kinds = ["field"] * len(fields) + ["dike"] * len(dikes)
        labels = scene.write_polygons(tmp_path / "few.gpkg", [*fields, *dikes], kinds)
        source = replace(job.scenes[0], labels=labels, labelled_area="")
        return replace(
            job, scenes=(source,), recipe=replace(job.recipe, **{"refit": "auto", **RECIPES[kind], **recipe})
        )

    return make


def large(scene: Any, folder: Path) -> str:
    """Write the scene's picture in the corner of a large one."""
    with rasterio.open(scene.image) as file:
        return str(scene.write_image(folder / "large.tif", np.tile(file.read(), (1, 8, 8))))


@pytest.mark.parametrize("kind", RECIPES)
def test_one_polygon_a_class_trains_and_its_figure_is_called_too_good(kind: str, drawn: Make, hearing: Any) -> None:
    own = drawn(kind, [(4, 2, 92, 11)], [(4, 13, 92, 23)])
    train(own, hearing.events)
    (told,) = [event["text"] for event in hearing.of("warning") if "next to nothing" in event["text"]]
    assert "from 0.00 to 1.00" in told
    assert "Other parts of the same polygons train" in told
    in_capitals = told.translated(lambda text: re.sub(r"(?<!{)polygons?| pixels", lambda word: word[0].upper(), text))
    assert re.search(r"rest on \d POLYGONS? with \d+ PIXELS held back", in_capitals)  # its amounts are translated too
    assert read_card(own.model_file).measures["spread"]["f1"] == [0.0, 1.0]


def test_a_forest_of_few_polygons_learns_from_every_pixel(drawn: Make) -> None:
    boxes = [(4, 2, 92, 11), (4, 26, 92, 34)], [(4, 13, 92, 23), (4, 37, 92, 47)]
    learned = {}
    for name, more in {
        "few": {},
        "off": {"adapt_to_few": False},
        "hand": {"model_parameters": {"sample_share": 0.5}},
    }.items():
        own = drawn("classifier", *boxes, **{"adapt_to_few": True, "refit": "always", **more})
        own = replace(own, model_file=own.model_file.replace("m.", f"{name}."), run_folder=f"{own.run_folder}_{name}")
        train(own, Events())
        card = read_card(own.model_file)
        learned[name] = sum(card.provenance["pixels_learned_from"].values()), card.architecture_parameters
    assert learned["few"][1]["sample_share"] == 1.0
    assert "sample_share" not in learned["off"][1]
    assert learned["hand"][1]["sample_share"] == 0.5
    assert learned["few"][0] == 3256


def test_whole_polygons_held_back_arent_called_too_good(drawn: Make, hearing: Any) -> None:
    own = drawn("classifier", [(4, 2, 92, 11), (4, 26, 92, 34)], [(4, 13, 92, 23), (4, 37, 92, 47)], split="polygons")
    train(own, hearing.events)
    assert "next to nothing" in hearing.warnings
    assert "same polygons" not in hearing.warnings


@pytest.mark.parametrize("kind", RECIPES)
def test_one_pixel_a_class_trains_without_a_figure_of_anything_else(kind: str, drawn: Make, hearing: Any) -> None:
    own = drawn(kind, [(4, 2, 5, 3)], [(4, 13, 5, 14)])
    result = train(own, hearing.events)
    assert "training without validation" in hearing.warnings
    for name in ("field", "dike"):
        few = {"network": "one labelled pixel", "classifier": "1 training pixel"}[kind]
        assert f"Class “{name}” has only {few}" in hearing.warnings
    assert "Class 1 " not in hearing.warnings
    assert "Nothing was held back" in result["split"]
    assert "spread" not in result["measures"]


@pytest.mark.parametrize("kind", RECIPES)
def test_labels_in_one_corner_of_a_large_scene_are_told(
    kind: str, drawn: Make, scene: Any, hearing: Any, tmp_path: Path
) -> None:
    own = drawn(kind, [(4, 2, 40, 11), (4, 26, 40, 34)], [(4, 13, 40, 23), (4, 37, 40, 47)])
    train(own, Events(hearing.heard.append))
    assert "All labels lie in" not in hearing.warnings  # the scene is small
    corner = replace(own.scenes[0], images=(large(scene, tmp_path),))
    there = replace(own, scenes=(corner,), model_file=str(tmp_path / "c.safetensors"), run_folder=str(tmp_path / "c"))
    train(there, hearing.events)
    assert "All labels lie in 0.7 % of “large.tif”" in hearing.warnings
    assert "outcrop applicability" in hearing.warnings


def test_labels_of_one_class_are_refused_with_the_way_out(drawn: Make) -> None:
    with pytest.raises(BadInputError, match="or give a labelled area"):
        train(drawn("network", [], [(4, 13, 92, 23), (4, 37, 92, 47)]), Events())


@pytest.fixture
def trained(drawn: Make) -> str:
    """Train a forest on the small scene, whose dikes are bright."""
    own = drawn("classifier", [(4, 2, 92, 11), (4, 26, 92, 34)], [(4, 13, 92, 23), (4, 37, 92, 47)])
    train(own, Events())
    return own.model_file


def mapped(model: str, image: str, out: Path, events: Events, **settings: Any) -> tuple[np.ndarray, list[str]]:
    found = predict(PredictJob((model,), (image,), str(out), device="cpu", **settings), events)
    with rasterio.open(out) as file:
        return file.read(1), found["scaling"]


def values_of(scene: Any) -> np.ndarray:
    with rasterio.open(scene.image) as file:
        values: np.ndarray = file.read()
    return values


def test_a_scene_of_another_bit_depth_is_told_and_its_scaling_fitted(
    trained: str, scene: Any, tmp_path: Path, hearing: Any
) -> None:
    values = values_of(scene)
    short = scene.write_image(tmp_path / "short.tif", (values // 5).clip(1, 255).astype(np.uint8))
    dikes = values[0] > 600
    plain, _ = mapped(trained, short, tmp_path / "plain.tif", Events(), fit_scaling="as_trained")
    found, scaling = mapped(trained, short, tmp_path / "m.tif", hearing.events, fit_scaling="percentiles")
    assert "looks different" in hearing.warnings
    assert scaling == ["percentiles"]
    dike = read_card(trained).legend.names.index("dike") + 1
    assert ((found == dike) == dikes).mean() > 0.95 > ((plain == dike) == dikes).mean()


def test_bands_in_another_order_are_found_by_name_and_told_where_names_dont_fit(
    trained: str, scene: Any, tmp_path: Path, hearing: Any
) -> None:
    values = values_of(scene)
    names = read_card(trained).bands
    turned = Path(scene.write_image(tmp_path / "turned.tif", values[::-1].copy()))
    with rasterio.open(turned, "r+") as file:
        file.descriptions = names[::-1]
    straight, _ = mapped(trained, scene.image, tmp_path / "straight.tif", Events())
    found, _ = mapped(trained, str(turned), tmp_path / "m.tif", hearing.events)
    np.testing.assert_array_equal(found, straight)
    with rasterio.open(turned, "r+") as file:
        file.descriptions = (names[1], names[0], "other")
    mapped(trained, str(turned), tmp_path / "n.tif", hearing.events)
    assert "Bands were taken in the order in which they stand" in hearing.warnings


def test_a_scene_half_of_which_is_nodata_is_scaled_by_the_other_half(trained: str, scene: Any, tmp_path: Path) -> None:
    values = values_of(scene) // 3
    half = values.copy()
    half[:, :, 48:] = 0  # the image's nodata
    whole, _ = mapped(trained, scene.write_image(tmp_path / "whole.tif", values), tmp_path / "w.tif", Events(),
                      fit_scaling="percentiles")  # fmt: skip
    found, scaling = mapped(trained, scene.write_image(tmp_path / "half.tif", half), tmp_path / "h.tif", Events(),
                            fit_scaling="percentiles")  # fmt: skip
    assert scaling == ["percentiles"]
    assert (found[:, 48:] == 0).all()
    assert (found[:, :48] == whole[:, :48]).mean() > 0.97


def test_weights_of_another_architecture_are_refused_with_the_way_out(
    drawn: Make, trained: str, tmp_path: Path
) -> None:
    card, arrays = load_model(trained)
    wrong = replace(card, architecture="unet", architecture_parameters={})
    save_model(tmp_path / "wrong.safetensors", wrong, arrays)
    with pytest.raises(BadInputError, match="don't fit the model “unet” of this version"):
        load_members([str(tmp_path / "wrong.safetensors")])
    network = drawn("network", [(4, 2, 92, 11)], [(4, 13, 92, 23)])
    with pytest.raises(BadInputError, match="“Random forest” learns everything anew"):
        train(replace(network, start_from=trained), Events())
