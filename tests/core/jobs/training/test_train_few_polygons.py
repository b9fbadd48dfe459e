"""Training on few polygons: what is changed by itself, and when nothing is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.assessment.prior_shift import shifted
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipes import RECIPES


def with_recipe(job: TrainJob, **changes: Any) -> TrainJob:
    return replace(job, recipe=replace(job.recipe, **changes))


@pytest.fixture
def sparse(job: TrainJob, scene: Any, tmp_path: Path) -> TrainJob:
    """Give a job of eight polygons with nothing labelled around them, and a recipe that adapts."""
    boxes = [(4, row, 92, row + 11) for row in range(0, 96, 12)]
    labels = scene.write_polygons(tmp_path / "l.gpkg", boxes, ["field", "dike"] * 4)
    return with_recipe(
        replace(job, scenes=(replace(job.scenes[0], labels=labels, labelled_area=""),)), adapt_to_few=True
    )


def test_a_recipe_adapts_to_few_polygons_alone(job: TrainJob, sparse: TrainJob, hearing: Any, tmp_path: Path) -> None:
    train(with_recipe(sparse, noise=0.1), hearing.events)
    assert any(event["text"].startswith("8 polygons are few: tiles") for event in hearing.of("log"))
    card = read_card(sparse.model_file)
    assert card.architecture_parameters["pixel_branch"]
    assert (card.recipe["keep"], card.recipe["noise"]) == ("last", 0.1)

    others = {
        "area": with_recipe(job, adapt_to_few=True), "off": with_recipe(sparse, adapt_to_few=False),
        "classifier": with_recipe(sparse, model="maximum_likelihood", model_parameters={}),
    }  # fmt: skip
    for name, other in others.items():
        hearing.heard.clear()
        changed = replace(other, model_file=str(tmp_path / f"{name}.safetensors"), run_folder="")
        train(changed, hearing.events)
        assert not [event for event in hearing.of("log") if "are few" in event["text"]]
        assert read_card(changed.model_file).recipe["rotate_degrees"] == 0


def test_best_says_that_it_ends_sooner_with_few_polygons(sparse: TrainJob, hearing: Any) -> None:
    on_log = hearing.events.redirect(lambda _event: None)

    def listen(event: dict[str, Any]) -> None:
        on_log(event)
        if event["event"] == "log" and "ends after" in event["text"]:
            hearing.events.cancel()

    hearing.events.redirect(listen)
    with pytest.raises(CancelledError):
        train(with_recipe(sparse, name="best", epochs=RECIPES["best"].epochs), hearing.events)
    (told,) = [event["text"] for event in hearing.of("log") if "ends after" in event["text"]]
    assert told == "The training ends after 40 epochs, not 150: more make worse maps of so few polygons."


@pytest.mark.parametrize("pixel_branch", [True, False])
def test_a_model_that_knows_more_than_few_polygons_is_trained_on_as_it_was(
    pixel_branch: bool, job: TrainJob, sparse: TrainJob, tmp_path: Path
) -> None:
    train(with_recipe(job, model_parameters={**job.recipe.model_parameters, "pixel_branch": pixel_branch}), Events())
    own = str(tmp_path / "own.safetensors")
    train(replace(sparse, model_file=own, run_folder="", start_from=job.model_file), Events())
    card = read_card(own)
    assert card.recipe["keep"] == ("last" if pixel_branch else job.recipe.keep)
    assert card.architecture_parameters == read_card(job.model_file).architecture_parameters


@pytest.mark.parametrize(
    ("looks", "knows_all", "slowed", "kept_share"),
    [("different", True, True, 0.5), ("different", False, True, 0.0), ("alike", True, False, 0.0)],
)
def test_few_labels_of_a_scene_that_looks_different_move_a_model_slowly(
    looks: str,
    knows_all: bool,
    slowed: bool,
    kept_share: float,
    job: TrainJob,
    sparse: TrainJob,
    scene: Any,
    tmp_path: Path,
    hearing: Any,
) -> None:
    base = replace(job, scenes=sparse.scenes) if knows_all else job
    train(with_recipe(base, epochs=1), Events())
    with rasterio.open(scene.image) as file:
        values = file.read()
    changed = values // 2 + 4000 if looks == "different" else values
    other = scene.write_image(tmp_path / "other.tif", changed.astype(np.uint16))
    own = replace(
        sparse, scenes=(replace(sparse.scenes[0], images=(other,)),), start_from=job.model_file,
        model_file=str(tmp_path / "own.safetensors"), run_folder="",
    )  # fmt: skip
    train(with_recipe(own, epochs=1, learning_rate=0.003), hearing.events)
    card = read_card(own.model_file)
    assert card.recipe["learning_rate"] == (pytest.approx(0.0003) if slowed else 0.003)
    assert card.recipe["kept_share"] == kept_share
    assert (
        any(f"{100 * kept_share:.0f} % of what it was stays" in event["text"] for event in hearing.of("log")) is slowed
    )
    told = [event["text"] for event in hearing.of("log") if "brought to those by their percentiles" in event["text"]]
    assert bool(told) is slowed
    middle = np.median(changed[:, (changed > 0).all(axis=0)])
    seen = (middle - np.array(card.normalisation.offset)) / np.array(card.normalisation.scale)
    assert (abs(seen) < 2).all()


def test_a_share_of_the_old_model_stays_in_the_new_one(job: TrainJob, tmp_path: Path) -> None:
    base = replace(job, model_file=str(tmp_path / "base.safetensors"), run_folder="")
    train(base, Events())
    made = {}
    for share in (0.0, 0.25):
        own = with_recipe(job, kept_share=share, keep="last", learning_rate=0.03)
        own = replace(own, start_from=base.model_file, model_file=str(tmp_path / f"{share}.safetensors"), run_folder="")
        result = train(own, Events())
        card, made[share] = load_model(own.model_file)
        assert card.recipe["kept_share"] == share
        assert result["measures"]["confusion"] == card.measures["confusion"]
    old = load_model(base.model_file)[1]
    assert any(np.abs(made[0.0][name] - old[name]).max() > 0.05 for name in old)
    for name, learned in made[0.0].items():
        if learned.dtype.kind == "f":
            np.testing.assert_allclose(made[0.25][name], 0.75 * learned + 0.25 * old[name], atol=1e-5)


DIKES = [(4 + 11 * column, row, 8 + 11 * column, row + 10) for row in (12, 36) for column in range(8)]
FIELDS = [(4, 2, 14, 11), (60, 26, 72, 34)]


@pytest.fixture
def overdrawn(job: TrainJob, scene: Any, tmp_path: Path) -> TrainJob:
    """Give a forest's job of few polygons, most of them of dikes, which are a fifth of the scene."""
    labels = scene.write_polygons(tmp_path / "l.gpkg", DIKES + FIELDS, ["dike"] * len(DIKES) + ["field"] * len(FIELDS))
    few = replace(job, scenes=(replace(job.scenes[0], labels=labels, labelled_area=""),))
    return with_recipe(few, adapt_to_few=True, refit="auto", model="random_forest", model_parameters={"trees": 20})


def test_a_forest_of_few_polygons_finds_less_of_what_is_overdrawn(
    overdrawn: TrainJob, scene: Any, tmp_path: Path
) -> None:
    train(overdrawn, Events())
    card, arrays = load_model(overdrawn.model_file)
    assert card.legend.names == ("dike", "field")
    assert card.class_factors[0] < card.class_factors[1] == 1
    plain = str(tmp_path / "plain.safetensors")
    save_model(plain, replace(card, class_factors=()), arrays)
    found, likely = [], []
    for model in (overdrawn.model_file, plain):
        job = PredictJob((model,), (scene.image,), str(tmp_path / "m.tif"), device="cpu", probabilities=True)
        outputs = predict(job, Events())["outputs"]
        with rasterio.open(job.out) as file, rasterio.open(outputs["probabilities"]) as shares:
            found.append(np.count_nonzero(file.read(1) == 1))
            likely.append(shares.read(1).sum(dtype=float))
    assert found[0] <= found[1]
    assert likely[0] < likely[1]
    probabilities = np.full((2, 1, 1), 0.5, np.float32)
    assert shifted(probabilities, card.class_factors)[0].item() < 0.5


@pytest.mark.parametrize(
    "changes",
    [
        {"model": "maximum_likelihood", "model_parameters": {}},
        {"model_parameters": {"trees": 20, "class_weights": "balanced"}},
        {"adapt_to_few": False}, {"used_on": "other_scenes"},
    ],
    ids=",".join,
)  # fmt: skip
def test_others_find_what_their_probabilities_say(overdrawn: TrainJob, changes: dict[str, Any]) -> None:
    own = with_recipe(overdrawn, **changes)
    train(own, Events())
    assert not read_card(own.model_file).class_factors


def test_labels_on_much_of_the_imagery_tell_a_forest_the_shares(
    overdrawn: TrainJob, scene: Any, tmp_path: Path
) -> None:
    boxes = [(4, row, 92, row + 11) for row in range(0, 96, 12)]
    labels = scene.write_polygons(tmp_path / "much.gpkg", boxes, ["field", "dike"] * 4)
    own = replace(overdrawn, scenes=(replace(overdrawn.scenes[0], labels=labels),))
    train(own, Events())
    assert not read_card(own.model_file).class_factors
