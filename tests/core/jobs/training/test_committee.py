"""A committee: a network and classifiers in one model file, trained by one job and used as any other model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.assessment.agreement import Agreement
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.explanation.jobs import ApplicabilityJob, ApplicabilitySettings, SaliencyJob
from outcrop.core.interchange.jobs import ExportOnnxJob
from outcrop.core.jobs.assessment.applicability import applicability
from outcrop.core.jobs.assessment.saliency import saliency
from outcrop.core.jobs.interchange.export_onnx import export_onnx
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.training.resume import resume
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.model.companion import Companion, joined_arrays, parted_arrays
from outcrop.core.model.members import load_members
from outcrop.core.model.model_card import ModelCard
from outcrop.core.model.model_file import load_model, save_model
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.prediction.operating_points import points_of
from outcrop.core.training.committee import companions
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob

BESIDE = ("maximum_likelihood", "svm")


def committee(job: TrainJob, folder: str = "", **changes: Any) -> TrainJob:
    """Give a job that trains a network with classifiers beside it, into a folder of its own."""
    place = Path(job.model_file).parent / folder
    place.mkdir(exist_ok=True)
    names = {"model_file": str(place / "m.safetensors"), "run_folder": str(place / "run")}
    return replace(job, recipe=replace(job.recipe, **{"committee": "with_classifiers", **changes}), **names)


def parts_of(path: str) -> tuple[ModelCard, list[dict[str, np.ndarray]]]:
    card, arrays = load_model(path)
    return card, parted_arrays(arrays, len(card.companions))


def save_weighted(path: str, weight: float) -> None:
    """Let the classifiers of a committee's file have another weight."""
    card, arrays = load_model(path)
    save_model(path, replace(card, companions=tuple(replace(one, weight=weight) for one in card.companions)), arrays)


def members_apart(path: str, folder: Path) -> list[str]:
    """Write each model of a committee's file into a file of its own; give their paths."""
    card, parts = parts_of(path)
    files = [str(folder / f"member_{number}.safetensors") for number in range(len(parts))]
    for file, member, arrays in zip(files, card.members, parts):
        save_model(file, member, arrays)
    return files


def are_equal(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)


def probabilities(models: list[str], image: str, out: Path, **settings: Any) -> tuple[np.ndarray, dict[str, Any]]:
    found = predict(
        PredictJob(tuple(models), (image,), str(out), device="cpu", threads=1, probabilities=True, **settings), Events()
    )
    with rasterio.open(found["outputs"]["probabilities"]) as file:
        return file.read(), found


def test_a_committee_maps_as_the_mean_of_its_models(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    own = committee(job)
    result = train(own, Events())
    card = read_card(own.model_file)
    assert card.architectures == ("unet", *BESIDE)
    assert [member.weight for member in load_members([own.model_file])] == pytest.approx([1, 1 / 3, 1 / 3])
    save_weighted(own.model_file, 1.0)  # as files of their own are averaged
    files = members_apart(own.model_file, tmp_path)
    assert not any(read_card(file).companions for file in files)
    together, found = probabilities([own.model_file], scene.image, tmp_path / "one.tif")
    apart, _ = probabilities(files, scene.image, tmp_path / "two.tif")
    np.testing.assert_array_equal(together, apart)
    assert not np.array_equal(together, probabilities(files[:1], scene.image, tmp_path / "net.tif")[0])
    assert found["scaling"] == ["as_trained"] * 3
    with rasterio.open(tmp_path / "one.tif") as file:
        assert file.tags()["OUTCROP_MODELS"].count('"name"') == 1
        assert np.isin(file.read(1), (1, 2)).all()
    assert [member.number for member in load_members([own.model_file, files[0]])] == [0, 1, 2, 0]
    assert result["measures"]["confusion"] == card.measures["confusion"]
    matrix = np.array(card.measures["confusion"]["matrix"])
    for number, name in enumerate(card.legend.names):
        points = points_of(card.measures, name)
        assert points is not None
        assert points.pixels == matrix.sum()
        precision, recall = points.at(128)  # a half: where there are two classes, what is likelier
        assert recall == pytest.approx(matrix[number, number] / matrix[number].sum(), abs=0.02)
        assert precision == pytest.approx(matrix[number, number] / matrix[:, number].sum(), abs=0.02)


def test_votes_count_by_their_weights_on_their_own_scene(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    own = committee(job, epochs=1)
    train(own, Events())
    save_weighted(own.model_file, 0.25)
    network, *others = (
        probabilities([file], scene.image, tmp_path / "alone.tif")[0].astype(float)
        for file in members_apart(own.model_file, tmp_path)
    )
    together, _ = probabilities([own.model_file], scene.image, tmp_path / "both.tif")
    np.testing.assert_allclose(together, (4 * network + sum(others)) / 6, atol=1.5)
    assert np.abs(together - (network + sum(others)) / 3).max() > 10
    twice, _ = probabilities([own.model_file], scene.image, tmp_path / "turned.tif", test_time_augmentation=True)
    assert np.abs(twice.astype(float).sum(axis=0) - together.sum(axis=0)).max() <= 3


@pytest.mark.parametrize(
    ("temperature", "weight", "factors"),
    [(1.0, 1.0, ()), (1.7, 0.25, ()), (1.0, 0.5, (1.0, 0.3)), (1.7, 1.0, (0.2, 1.0))],
)
@pytest.mark.parametrize("beside", [*((key,) for key in (*BESIDE, "random_forest")), BESIDE], ids="+".join)
def test_an_exported_committee_gives_what_it_gives_here(
    beside: tuple[str, ...], temperature: float, weight: float, factors: tuple[float, ...], job: TrainJob, scene: Any,
    tmp_path: Path,
) -> None:  # fmt: skip
    onnxruntime = pytest.importorskip("onnxruntime")
    network = committee(job, epochs=1, committee="alone", split="none")
    alone = {"committee": "alone", "split": "none", "model_parameters": {}}
    others = [committee(job, key, model=key, **alone) for key in beside]
    for one in (network, *others):
        train(one, Events())
    card, arrays = load_model(network.model_file)
    companions = tuple(Companion(key, {}, temperature=temperature, weight=weight) for key in beside)
    both = str(tmp_path / "both.safetensors")
    card = replace(card, temperature=temperature, companions=companions, class_factors=factors)
    save_model(both, card, joined_arrays(arrays, [load_model(other.model_file)[1] for other in others]))
    made = export_onnx(ExportOnnxJob(both, str(tmp_path / "m.onnx"), 96), Events())
    expected, _ = probabilities([both], scene.image, tmp_path / "map.tif", tile_px=256)
    with rasterio.open(scene.image) as file:
        values = file.read().astype(np.float32)[None] / 255
    (found,) = onnxruntime.InferenceSession(made["out"]).run(None, {"images": values})
    inner = slice(24, -24)
    np.testing.assert_allclose(255 * found[0][:, inner, inner], expected[:, inner, inner], atol=1.5)


def test_what_is_told_is_of_all_together_and_of_each_alone(job: TrainJob, hearing: Any) -> None:
    own = committee(job, "own")
    train(own, hearing.events)
    alone = committee(job, "alone", committee="alone")
    train(alone, Events())
    card, network = read_card(own.model_file), read_card(alone.model_file)
    told = card.provenance["committee"]
    assert list(told) == ["unet", *BESIDE]
    assert told["unet"]["miou"] == pytest.approx(network.measures["miou"])
    assert sum(map(sum, card.measures["confusion"]["matrix"])) == sum(map(sum, network.measures["confusion"]["matrix"]))
    assert card.measures["spread"]["f1"][0] <= card.measures["f1"] <= card.measures["spread"]["f1"][1]
    assert are_equal(parts_of(own.model_file)[1][0], load_model(alone.model_file)[1])


def test_it_is_told_how_far_the_models_agree(
    job: TrainJob, scene: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hearing: Any
) -> None:
    own = committee(job)
    train(own, Events())
    card = read_card(own.model_file)
    told = card.measures["agreement"]
    maps = [
        probabilities([file], scene.image, tmp_path / "alone.tif")[0].argmax(axis=0)
        for file in members_apart(own.model_file, tmp_path)
    ]
    alike = [np.mean(maps[0] == other) for other in maps[1:]]
    assert told["accuracy"] == pytest.approx(np.mean(alike), abs=0.03)  # of the network without a margin
    found = card.measures["f1"]
    for agreed, is_warned in ((found - 0.05, False), (found - 0.4, True)):
        monkeypatch.setattr(Agreement, "told", lambda _self, agreed=agreed: {"f1": agreed})
        train(committee(job, f"again {is_warned}"), hearing.events)
        assert ("expect no more of the map" in hearing.warnings) == is_warned


def test_all_learn_from_everything_in_the_end(job: TrainJob) -> None:
    own = committee(job, "own", refit="always", epochs=1)
    train(own, Events())
    machine = committee(own, "../svm", refit="always", model="svm", model_parameters={}, split="none")
    train(machine, Events())
    _, parts = parts_of(own.model_file)
    assert are_equal(parts[2], load_model(machine.model_file)[1])
    measured, before = parts_of(str(Path(own.run_folder) / "measured.safetensors"))
    assert measured.architectures == ("unet", *BESIDE)
    assert not are_equal(before[0], parts[0])
    assert not are_equal(before[1], parts[1])


@pytest.mark.parametrize(("boxes", "settled"), [(2, "with_classifiers"), (0, "forest_elsewhere")])
def test_auto_lets_classifiers_vote_where_labels_are_few(
    boxes: int, settled: str, job: TrainJob, scene: Any, tmp_path: Path
) -> None:
    own = committee(job, committee="auto", epochs=1)
    if boxes:
        drawn = [(4, row, 92, row + 11) for row in range(0, 96, 12)]
        labels = scene.write_polygons(tmp_path / "few.gpkg", drawn, ["field", "dike"] * 4)
        own = replace(own, scenes=(replace(job.scenes[0], labels=labels, labelled_area=""),))
    train(own, Events())
    card = read_card(own.model_file)
    assert len(card.voters) == (3 if boxes else 1)
    assert len(card.members) == (3 if boxes else 2)
    assert card.recipe["committee"] == settled


def test_few_polygons_say_nothing_of_the_scenes_shares(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    """What is drawn oftener than it occurs is found less often than the probabilities of the polygons say."""
    dikes = [(4 + 11 * column, row, 14 + 11 * column, row + 12) for row in (12, 36) for column in range(8)]
    labels = scene.write_polygons(
        tmp_path / "few.gpkg", [*dikes, (4, 2, 24, 11), (60, 26, 80, 34)], ["dike"] * len(dikes) + ["field"] * 2
    )
    few = replace(job, scenes=(replace(job.scenes[0], labels=labels, labelled_area=""),))
    own, plain = committee(few, adapt_to_few=True, refit="auto"), str(tmp_path / "plain.safetensors")
    train(own, Events())
    card, arrays = load_model(own.model_file)
    assert card.legend.names == ("dike", "field")
    assert card.class_factors[0] < card.class_factors[1] == 1
    save_model(plain, replace(card, class_factors=()), arrays)
    shifted, found = (probabilities([one], scene.image, tmp_path / "p.tif")[0] for one in (own.model_file, plain))
    assert shifted[0].sum() < found[0].sum()
    files = members_apart(own.model_file, tmp_path)
    save_weighted(own.model_file, 1.0)
    together, _ = probabilities([own.model_file], scene.image, tmp_path / "together.tif")
    np.testing.assert_allclose(together, probabilities(files, scene.image, tmp_path / "apart.tif")[0], atol=1)
    alone, _ = probabilities(files[:1], scene.image, tmp_path / "alone.tif")
    with rasterio.open(tmp_path / "alone.tif") as file:
        mapped = file.read(1)
    clear = np.abs(alone[0].astype(int) - alone[1]) > 1
    np.testing.assert_array_equal(mapped[clear], alone.argmax(axis=0)[clear] + 1)


def test_labels_of_an_area_have_the_scenes_shares(job: TrainJob) -> None:
    own = committee(job, adapt_to_few=True, epochs=1)
    train(own, Events())
    assert not read_card(own.model_file).class_factors


def test_a_forest_beside_a_network_reads_a_part_of_much(job: TrainJob, monkeypatch: pytest.MonkeyPatch) -> None:
    own = replace(committee(job, committee="forest_elsewhere", epochs=1), scenes=job.scenes * 3)
    real, seen = companions.fitted_classifier, []

    def fitted(job: TrainJob, prepared: Any, events: Events, places: Any) -> Any:
        seen.append(places)
        return real(job, prepared, events, places)

    monkeypatch.setattr(companions, "fitted_classifier", fitted)
    monkeypatch.setattr(companions, "_MOST_PLACES", 2)
    train(own, Events())
    assert [scene for scene, _ in seen[0]] == [0, 1, 2]
    (card, parts) = parts_of(own.model_file)
    assert len(card.companions) == 1
    assert parts[1]["class_ids"].tolist() == [1, 2]


def test_a_training_stops_while_its_forest_grows(job: TrainJob, monkeypatch: pytest.MonkeyPatch, hearing: Any) -> None:
    def fitted(_job: TrainJob, _prepared: Any, events: Events, _places: Any) -> Any:
        hearing.events.cancel()
        events.progress(0.5, "Gathering training pixels")

    monkeypatch.setattr(companions, "fitted_classifier", fitted)
    with pytest.raises(CancelledError):
        train(committee(job), hearing.events)
    assert not any(event["text"] == "Gathering training pixels" for event in hearing.of("progress"))


def test_a_forest_for_other_scenes_stays_out_of_what_is_exported(job: TrainJob, tmp_path: Path, hearing: Any) -> None:
    pytest.importorskip("onnx")
    own = committee(job, committee="forest_elsewhere", epochs=1)
    train(own, Events())
    made = export_onnx(ExportOnnxJob(own.model_file, str(tmp_path / "m.onnx"), 96), hearing.events)
    assert b"TreeEnsemble" not in Path(made["out"]).read_bytes()
    assert any("the network alone" in event["text"] for event in hearing.of("log"))


def test_a_classifier_has_nothing_beside_it(job: TrainJob) -> None:
    own = committee(job, model="maximum_likelihood", model_parameters={})
    train(own, Events())
    assert not read_card(own.model_file).companions


def test_tiles_of_another_size_are_refused_in_words(job: TrainJob) -> None:
    with pytest.raises(BadInputError, match="at their own size"):
        train(committee(job, resize_px=32), Events())


def test_a_stopped_committee_ends_as_one_that_was_not(job: TrainJob, often: None) -> None:
    whole = committee(job, "whole", refit="always")
    train(whole, Events())
    stopped = committee(job, "stopped", refit="always")

    def stop(event: dict[str, Any]) -> None:
        if event.get("text", "").startswith("Learning from everything: epoch 1 of"):
            events.cancel()

    events = Events(stop)
    with pytest.raises(CancelledError):
        train(stopped, events)
    resume(ResumeJob(stopped.run_folder), Events())
    assert are_equal(load_model(stopped.model_file)[1], load_model(whole.model_file)[1])
    assert read_card(stopped.model_file).measures == read_card(whole.model_file).measures


def test_a_training_goes_on_from_the_network_of_a_committee(job: TrainJob, hearing: Any) -> None:
    base = committee(job, "base")
    train(base, Events())
    again = committee(replace(job, start_from=base.model_file), "again", committee="alone")
    train(again, hearing.events)
    assert any("Started from “m.safetensors”; classes new to it: none." in event["text"] for event in hearing.of("log"))
    assert not read_card(again.model_file).companions


def test_a_file_that_lacks_a_companion_is_refused(job: TrainJob) -> None:
    own = committee(job, epochs=1)
    train(own, Events())
    card, parts = parts_of(own.model_file)
    save_model(own.model_file, card, parts[0])
    with pytest.raises(BadInputError, match="lacks the weights"):
        load_members([own.model_file])


def test_a_committee_fits_its_scaling_to_another_scene(job: TrainJob, scene: Any, tmp_path: Path, hearing: Any) -> None:
    own = committee(job, epochs=1, model="unet_improved")
    train(own, Events())
    with rasterio.open(scene.image) as file:
        darker = (file.read() // 3 + 5).astype(np.uint16)
    image = scene.write_image(tmp_path / "darker.tif", darker)
    found = predict(
        PredictJob((own.model_file,), (image,), str(tmp_path / "o.tif"), device="cpu", fit_scaling="batch_statistics"),
        hearing.events,
    )
    assert found["scaling"] == ["batch_statistics", *["percentiles"] * 2]
    assert hearing.warnings.count("looks different") == 1
    assert hearing.warnings.count("are far from those") <= 1


def test_what_is_told_of_a_committee_is_of_all_its_models_or_says_so(
    job: TrainJob, scene: Any, tmp_path: Path, hearing: Any
) -> None:
    own = committee(job, epochs=1)
    train(own, Events())
    card, parts = parts_of(own.model_file)
    files = [own.model_file]
    for number, (member, arrays) in enumerate(zip(card.members, parts)):
        files.append(str(tmp_path / f"{number}.safetensors"))
        save_model(files[-1], member, arrays)
    found, indices = [], []
    for number, file in enumerate(files):
        out, near = str(tmp_path / f"a{number}.tif"), ApplicabilitySettings(block_px=12)
        found.append(applicability(ApplicabilityJob(file, job.scenes[0], out, settings=near, device="cpu"), Events()))
        with rasterio.open(out) as dataset:
            indices.append(dataset.read(1))
    assert [one["space"] for one in found] == ["last layer + features", "last layer", *["features"] * 2]
    shares = [index / one["threshold"] for index, one in zip(indices[1:], found[1:])]
    np.testing.assert_allclose(indices[0], np.max(shares, axis=0), rtol=1e-4)
    assert found[0]["threshold"] == 1.0
    assert found[0]["inside"] <= min(one["inside"] for one in found[1:])
    out = str(tmp_path / "s.tif")
    saliency(SaliencyJob(own.model_file, (scene.image,), out, device="cpu"), hearing.events)
    assert "is a committee. Gradients are those of its network" in hearing.warnings
    with rasterio.open(out) as dataset:
        assert '"alone": "unet"' in dataset.tags()["OUTCROP_MODELS"]
