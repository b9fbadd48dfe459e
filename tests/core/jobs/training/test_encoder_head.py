"""A head on a frozen encoder, trained by the job, from a weight file that is made here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import torch
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.foresee import foresee
from outcrop.core.jobs.training.train import train
from outcrop.core.model.model_file import load_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training import head_job
from outcrop.core.training.settings.jobs import ForeseeJob, TrainJob
from outcrop.models import build


@pytest.fixture
def own(job: TrainJob, tmp_path: Path) -> TrainJob:
    """Give the job with a head on a small encoder whose weights stand in a file of torch's."""
    torch.manual_seed(3)
    encoder = build("encoder_head", 3, 2, encoder="test_resnet", weights="none").encoder
    torch.save({name.partition(".")[2]: tensor for name, tensor in encoder.state_dict().items()}, tmp_path / "own.pth")
    parameters = {"encoder": "test_resnet", "weights": "imagenet", "weights_file": str(tmp_path / "own.pth")}
    recipe = replace(
        job.recipe, model="encoder_head", model_parameters=parameters, tile_px=48, refit="auto", adapt_to_few=True,
        committee="auto",
    )  # fmt: skip
    return replace(job, recipe=recipe)


def test_a_head_learns_the_classes_and_the_encoder_stays(
    own: TrainJob, scene: Any, tmp_path: Path, hearing: Any
) -> None:
    result = train(own, hearing.events)
    card, arrays = load_model(own.model_file)
    published = torch.load(tmp_path / "own.pth", weights_only=True)
    for name, tensor in published.items():
        if not name.startswith("conv1.0."):  # which is made for other bands
            np.testing.assert_array_equal(arrays[f"encoder.features.{name}"], tensor.numpy())
    assert result["refit"]
    assert card.provenance["refit"] == {"fits": 1}
    assert card.provenance["pretrained_weights"]["file"] == "own.pth"
    assert not card.companions
    assert card.measures["f1"] > 0.7
    assert card.provenance["polygons"]["validation"] == 1
    assert card.measures["spread"]["f1"] == [0.0, 1.0]  # which one polygon says nothing of
    out = str(tmp_path / "map.tif")
    predict(PredictJob((own.model_file,), (scene.image,), out, device="cpu"), Events())
    with rasterio.open(out) as file, rasterio.open(scene.image) as image:
        assert ((file.read(1) == 2) == (image.read(1) > 600)).mean() > 0.9


def test_the_same_seed_gives_the_same_model(own: TrainJob, tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        again = replace(own, model_file=str(tmp_path / f"{name}.safetensors"), run_folder=str(tmp_path / f"{name}.run"))
        train(again, Events())
        files.append(load_model(again.model_file)[1])
    assert all(np.array_equal(files[0][name], files[1][name]) for name in files[0])


def test_everything_is_what_lies_between_the_parts_too(own: TrainJob, monkeypatch: pytest.MonkeyPatch) -> None:
    fit, learned = head_job._fit, []

    def noted(network: Any, columns: head_job.Columns, *more: Any) -> None:
        learned.append(len(columns.labels))
        fit(network, columns, *more)

    monkeypatch.setattr(head_job, "_fit", noted)
    own = replace(own, recipe=replace(own.recipe, refit="always", gap_px=6))
    train(own, Events())
    with rasterio.open(Path(own.run_folder) / "labels.tif") as labels:
        labelled = int(np.count_nonzero(labels.read(1)))
    assert learned[0] < learned[1] == labelled


def test_rare_classes_are_kept_whole_where_pixels_are_many(own: TrainJob) -> None:
    recipe = replace(own.recipe, model_parameters={**own.recipe.model_parameters, "samples_at_most": 100})
    train(replace(own, recipe=recipe), Events())
    assert load_model(own.model_file)[0].measures["f1"] > 0.6


def test_one_class_alone_is_refused(own: TrainJob, scene: Any, tmp_path: Path) -> None:
    alone = replace(own.scenes[0], labels=scene.polygons, labelled_area="")
    with pytest.raises(BadInputError, match="at least two classes"):
        train(replace(own, scenes=(alone,)), Events())


def test_there_are_no_epochs_to_foresee(own: TrainJob) -> None:
    assert foresee(ForeseeJob(own.scenes, own.recipe), Events()) == {}


def test_it_cannot_go_on_from_a_model(own: TrainJob, tmp_path: Path) -> None:
    train(own, Events())
    again = replace(own, start_from=own.model_file, model_file=str(tmp_path / "again.safetensors"))
    with pytest.raises(BadInputError, match="learns everything anew"):
        train(again, Events())
