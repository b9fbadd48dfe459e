"""Scenes that look different: they are told, and the scaling is fitted to them where that is wished for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from outcrop.core.events import Events
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.geodata.stack import Stack
from outcrop.core.geodata.values.scene_values import scene_values
from outcrop.core.jobs.predict import predict
from outcrop.core.labels.legend import Legend
from outcrop.core.model.card_file import read_card, write_card
from outcrop.core.model.catalogue import build
from outcrop.core.model.members import Member
from outcrop.core.model.model_card import ModelCard
from outcrop.core.prediction.fitting import scaling
from outcrop.core.prediction.fitting.scaling import fit_scaling
from outcrop.core.prediction.jobs import FIT_SCALING, PredictJob
from outcrop.core.prediction.raster.tags import MODELS_TAG

Maker = Callable[..., str]
SIDE = 300


def ground(seed: int = 0) -> np.ndarray:
    """Give three bands (3, H, W) that vary mostly together."""
    rng = np.random.default_rng(seed)
    coarse = np.kron(rng.normal(0, 30, (SIDE // 10, SIDE // 10)), np.ones((10, 10)))
    return (200 + coarse + rng.normal(0, 8, (3, SIDE, SIDE))).clip(1, 600)


@pytest.fixture
def here(make_image: Maker) -> str:
    """Give the scene of the training."""
    return make_image("here", values=ground().astype(np.uint16))


@pytest.fixture
def there(make_image: Maker) -> str:
    """Give the same ground under other light: every band with a gain and an offset of its own."""
    gain, offset = np.array([0.5, 1.4, 1.0])[:, None, None], np.array([20, -40, 60])[:, None, None]
    return make_image("there", values=(ground() * gain + offset).clip(1, 60_000).astype(np.uint16))


@pytest.fixture
def model(make_model: Maker, here: str) -> str:
    """Give a model that knows its training's scene."""
    path = make_model(kind="nearest", offset=200.0, scale=40.0)
    with Stack([here]) as stack:
        write_card(path, replace(read_card(path), values=scene_values([stack])))
    return path


def mapped(model: str, image: str, out: Path, **settings: Any) -> tuple[np.ndarray, list[str], dict[str, Any]]:
    """Predict; give the classes, the warnings and the result."""
    heard: list[dict[str, Any]] = []
    result = predict(PredictJob((model,), (image,), str(out), **settings), Events(heard.append))
    with rasterio.open(out) as file:
        result["tags"] = json.loads(file.tags()[MODELS_TAG])
        return file.read(1), [event["text"] for event in heard if event["event"] == "warning"], result


def test_the_training_scene_and_one_like_it_stay_as_they_are(
    model: str, here: str, make_image: Maker, tmp_path: Path
) -> None:
    like = make_image("like", values=ground(1).astype(np.uint16))
    for image in (here, like):
        auto, told, result = mapped(model, image, tmp_path / "auto.tif")
        plain, _, _ = mapped(model, image, tmp_path / "plain.tif", fit_scaling="as_trained")
        assert told == []
        assert result["scaling"] == ["as_trained"]
        assert np.array_equal(auto, plain)


def test_another_light_is_told_and_undone(model: str, here: str, there: str, tmp_path: Path) -> None:
    wanted, _, _ = mapped(model, here, tmp_path / "here.tif")
    found = {}
    for wish in FIT_SCALING:
        classes, told, result = mapped(model, there, tmp_path / f"{wish}.tif", fit_scaling=wish)
        (text,) = [text for text in told if "looks different" in text]
        assert "outcrop applicability" in text
        assert ("was fitted" in text) == (wish != "as_trained")
        assert ("Fit the scaling to this scene" in text) == (wish == "as_trained")
        assert result["scaling"] == [entry["scaling"] for entry in result["tags"]]
        found[wish] = (classes == wanted).mean()
        assert result["scaling"] == [{"auto": "percentiles", "batch_statistics": "percentiles"}.get(wish, wish)]
    assert found["as_trained"] < 0.8
    assert min(found[wish] for wish in FIT_SCALING if wish != "as_trained") > 0.97


def test_the_whole_scene_counts_whatever_part_is_mapped(model: str, there: str, tmp_path: Path) -> None:
    whole, _, _ = mapped(model, there, tmp_path / "whole.tif", fit_scaling="histogram")
    with rasterio.open(there) as file:
        left, bottom, right, top = file.bounds
    part, _, _ = mapped(
        model, there, tmp_path / "part.tif", fit_scaling="histogram",
        extent=(left, (bottom + top) / 2, (left + right) / 2, top),
    )  # fmt: skip
    assert np.array_equal(part, whole[: SIDE // 2, : SIDE // 2])


def test_classifiers_beside_a_network_see_small_contrasts_of_large_values(
    make_image: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    large, seen = 2_000_000_000, []
    image = make_image("large", values=(large + ground()).astype(np.int32))
    look = Normalisation("mean_deviation", (large + 200.0,) * 3, (40.0,) * 3, *([(1.0,) * 3] * 4))
    network = SimpleNamespace(card=SimpleNamespace(tile_px=64, normalisation=look), stride=16)
    monkeypatch.setattr(
        scaling, "with_network_shares", lambda one, _others, pictures, *_more: seen.append(pictures(one)) or ()
    )
    with Stack([image]) as stack:
        scaling._with_shares(PredictJob((), (image,), "", device="cpu"), network, [], (0, 1, 2), stack)
    (tiles,) = seen
    assert tiles.std() == pytest.approx(ground().std() / 40, rel=0.1)
    assert len(np.unique(tiles)) > 100


def test_nodata_doesnt_count(model: str, there: str, make_image: Maker, tmp_path: Path) -> None:
    with rasterio.open(there) as file:
        values = file.read()
    hidden = np.random.default_rng(0).random(values.shape[1:]) < 0.6
    values[:, hidden] = 0
    cut = make_image("cut", values=values, nodata=0)
    wanted, _, _ = mapped(model, there, tmp_path / "whole.tif", fit_scaling="percentiles")
    found, _, _ = mapped(model, cut, tmp_path / "found.tif", fit_scaling="percentiles")
    with Stack([there]) as whole, Stack([cut]) as holes:
        assert scene_values([whole]).distance(scene_values([holes])) < 0.05
    assert (found[~hidden] == wanted[~hidden]).mean() > 0.9  # a percentile may fall on the next whole number
    assert (found[hidden] == 0).all()


def test_an_older_model_is_fitted_by_the_percentiles_that_it_knows(
    make_model: Maker, there: str, tmp_path: Path
) -> None:
    old = make_model(kind="nearest", offset=200.0, scale=40.0)
    assert read_card(old).values is None
    plain, told, result = mapped(old, there, tmp_path / "a.tif")
    assert result["scaling"] == ["as_trained"]
    fitted, told, result = mapped(old, there, tmp_path / "b.tif", fit_scaling="histogram")
    assert result["scaling"] == ["percentiles"]
    assert any("older version" in text for text in told)
    assert not np.array_equal(plain, fitted)


def test_a_network_normalises_by_the_moments_of_another_light(here: str, there: str, make_image: Maker) -> None:
    torch.manual_seed(0)
    names = ("Red", "Green", "Blue")
    look = Normalisation("mean_deviation", (200.0,) * 3, (40.0,) * 3, (120.0,) * 3, (280.0,) * 3, *([(1.0,) * 3] * 2))
    with Stack([here]) as stack:
        values = scene_values([stack])
    parameters = {"width": 4, "depth": 1}
    card = ModelCard(
        "m", "unet_improved", parameters, names, Legend.from_names(["a", "b"]), look, 10.0, "uint16", 64, 8, {},
        values=values,
    )  # fmt: skip
    member = Member("m.safetensors", card, build("unet_improved", names, 2, parameters).eval())
    done = {}
    for image in (here, there):
        with Stack([image]) as stack:
            job = PredictJob(("m.safetensors",), (image,), "o.tif", device="cpu", threads=1)
            fitted = fit_scaling(job, [member], [(0, 1, 2)], stack, lambda _text: None)
            again = fit_scaling(job, [member], [(0, 1, 2)], stack, lambda _text: None)
        done[image] = fitted.done[0]
        assert (fitted.members[0].model is member.model) == (image == here)
        assert again.members[0].model is fitted.members[0].model
    assert done == {here: "as_trained", there: "batch_statistics"}


def test_a_scene_without_values_stays_as_it_is(model: str, make_image: Maker, tmp_path: Path) -> None:
    values = np.zeros((3, 64, 64), np.uint16)
    values[:, :4, :4] = 200
    tiny = make_image("tiny", values=values, nodata=0)
    _, told, result = mapped(model, tiny, tmp_path / "a.tif", fit_scaling="histogram")
    assert result["scaling"] == ["as_trained"]
    assert any("too few pixels" in text for text in told)


@pytest.mark.parametrize("wish", ["auto", "percentiles"])
def test_clouds_that_nobody_masked_are_told_and_left_out(
    model: str, make_image: Maker, tmp_path: Path, wish: str
) -> None:
    values, half = ground(), SIDE // 2
    band_offsets = np.array([0, 60, 120])[:, None, None]
    values[:, :, :half] = np.random.default_rng(3).normal(2500, 150, (1, SIDE, half)) + band_offsets
    image = make_image("cloudy", values=values.astype(np.uint16))
    values[:, :, :half] = 0
    masked = make_image("masked", values=values.astype(np.uint16), nodata=0)
    wanted, _, _ = mapped(model, masked, tmp_path / "masked.tif", fit_scaling=wish)
    found, told, result = mapped(model, image, tmp_path / "cloudy.tif", fit_scaling=wish)
    (text,) = [text for text in told if "as clouds and snow are" in text]
    assert text.startswith("50 % of “cloudy” is much brighter in every band")
    assert not any("looks different" in text for text in told)
    assert result["scaling"] == [{"auto": "as_trained"}.get(wish, wish)]
    assert (found == wanted)[:, half:].mean() > 0.98
