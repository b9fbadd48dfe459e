"""Comparing models and the report of it, through the jobs' doors."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.comparison.jobs import CompareJob, CompareSettings, Contestant
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.geodata.stack import Stack
from outcrop.core.jobs.assessment import compare as module
from outcrop.core.jobs.assessment.compare import compare
from outcrop.core.jobs.assessment.report import report
from outcrop.core.jobs.predict import predict
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.labels.parts import TEST
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.report.jobs import ReportJob
from outcrop.core.report.languages import wording
from outcrop.core.report.pages.comparison_page import TEXTS
from outcrop.core.training.runs.run import Run
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

CLASSICAL = Recipe(model="maximum_likelihood", gap_px=2, tile_px=16, block_px=16)
SETTINGS = CompareSettings(bootstrap_block_px=8)


def job_on(scene: Any, folder: Path, **changes: Any) -> CompareJob:
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    contestants = (Contestant("likelihood", CLASSICAL), Contestant("forest", replace(CLASSICAL, model="random_forest")))
    made = CompareJob(source, str(folder), contestants, settings=SETTINGS, device="cpu", threads=1)
    return replace(made, **changes)


def comparable(found: dict[str, Any]) -> Any:
    """Give what must not depend on the clock or the folder."""
    text = json.dumps([
        {key: row.get(key) for key in ("name", "miou", "f1", "accuracy", "classes", "matrix", "by_seed")}
        for row in found["models"]
    ])  # fmt: skip
    return json.loads(text), found["pairs"], found["blocks"], found["pixels"], found["split"]


def check_by_hand(scene: Any, row: dict[str, Any], found: dict[str, Any]) -> float:
    """Give the expected calibration error from a whole map of probabilities, bin by bin."""
    out = Path(row["maps"][0]).with_name("again.tif")
    again = PredictJob(tuple(row["model_files"]), (scene.image,), str(out), device="cpu", threads=1, probabilities=True)
    with Stack([predict(again, Events())["outputs"]["probabilities"]]) as stack:
        shares = np.clip(stack.read(stack.grid.window)[0], 0, 1)
    with rasterio.open(found["label_raster"]) as labels, rasterio.open(found["split_raster"]) as parts:
        truth = np.where(parts.read(1) == TEST, labels.read(1), 0)
    measured = truth > 0
    surest, right = shares.max(axis=0)[measured], (shares.argmax(axis=0) + 1 == truth)[measured]
    bins = np.ceil(15 * surest.astype(float))
    gaps = [abs(right[bins == one].sum() - surest[bins == one].sum(dtype=float)) for one in np.unique(bins)]
    return float(sum(gaps)) / int(measured.sum())


def test_from_labels_to_a_report_that_needs_nothing_else(scene: Any, tmp_path: Path) -> None:
    found = compare(job_on(scene, tmp_path / "c"), Events())
    assert {row["name"] for row in found["models"]} == {"likelihood", "forest"}
    assert found["models"][0]["miou"]["value"] >= found["models"][1]["miou"]["value"]
    assert found["part"] == "test"
    assert len(found["pairs"]) == 1
    for row in found["models"]:
        assert row["seconds"] > 0
        assert row["file_mb"] > 0
        assert row["miou"]["low"] <= row["miou"]["value"] <= row["miou"]["high"]
        assert row["calibration_error"] == row["calibration"]["error"]
        assert row["calibration"]["pixels"] == found["pixels"]
        assert check_by_hand(scene, row, found) == pytest.approx(row["calibration"]["error"], abs=1e-6)
    with rasterio.open(found["disagreement"]) as dataset:
        assert set(dataset.read(1).ravel().tolist()) <= {0, 1, 2}
    made = report(ReportJob(str(tmp_path / "c"), str(tmp_path / "r.html"), language="zh_CN"), Events())
    page = Path(made["out"]).read_text(encoding="utf-8")
    assert '<html lang="zh">' in page
    assert "模型比较" in page
    assert wording("zh").tr(TEXTS["calibration_figure"]) in page
    assert "data:image/png;base64" in page
    assert page.count("<svg") >= 3
    assert not re.search(r'(src|href)="(?!data:|#)', page)
    assert "无泄漏" in page
    assert (
        "W of kNNDM"
        in Path(report(ReportJob(str(tmp_path / "c"), str(tmp_path / "e.html")), Events())["out"]).read_text()
    )
    folder = Path(made["folder"])
    for name in (
        "maps.svg",
        "maps.png",
        "measures.svg",
        "classes.png",
        "matrix_1.svg",
        "matrix_2.png",
        "calibration.svg",
        "calibration.csv",
        "pairs.csv",
        "comparison.json",
    ):
        assert (folder / name).stat().st_size > 0
    rows = list(csv.DictReader((folder / "models.csv").open(encoding="utf-8")))
    assert float(rows[0]["miou"]) == found["models"][0]["miou"]["value"]
    with pytest.raises(BadInputError, match="There is no comparison in"):
        report(ReportJob(str(tmp_path / "nothing"), str(tmp_path / "r.html")), Events())


def test_the_seed_decides_and_what_was_trained_is_used_again(
    scene: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compare(job_on(scene, tmp_path / "a"), Events())
    second = compare(job_on(scene, tmp_path / "b"), Events())
    assert comparable(first) == comparable(second)
    monkeypatch.setattr(module, "train", lambda *_: pytest.fail("trained again"))
    assert comparable(compare(job_on(scene, tmp_path / "b"), Events())) == comparable(first)


def test_a_training_that_was_killed_is_begun_or_gone_on_with(
    scene: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Recipe(
        model="unet", model_parameters={"width": 4}, tile_px=16, stride_px=16, gap_px=2, block_px=16, epochs=3,
        batch_size=4, adapt_to_few=False,
    )  # fmt: skip
    job = job_on(scene, tmp_path / "c", contestants=(Contestant("unet", network), Contestant("likelihood", CLASSICAL)))
    real = module.train

    def killed_at_once(own: TrainJob, events: Events) -> dict[str, Any]:
        Run.create(own.run_folder, job_to_json(own)).release()
        raise CancelledError

    def killed_after_an_epoch(own: TrainJob, events: Events) -> dict[str, Any]:
        events.redirect(lambda event: events.cancel() if event["event"] == "metric" else None)
        return real(own, events)

    for killed in (killed_at_once, killed_after_an_epoch):
        monkeypatch.setattr(module, "train", killed)
        with pytest.raises(CancelledError):
            compare(job, Events())
    run = Run(tmp_path / "c" / "unet.run")
    assert run.can_resume
    epochs = len(run.epochs())
    monkeypatch.setattr(module, "train", real)
    found = compare(job, Events())
    assert all("miou" in row for row in found["models"])
    assert [int(row["epoch"]) for row in run.epochs()] == [1, 2, 3]
    assert epochs < 3


def test_overlapping_random_tiles_are_measured_where_they_leak(scene: Any, tmp_path: Path) -> None:
    leaking = replace(CLASSICAL, split="random_tiles", stride_px=4)
    job = job_on(scene, tmp_path / "c", contestants=(Contestant("likelihood", leaking),))
    found = compare(replace(job, settings=replace(SETTINGS, test_share=0.0)), Events())
    assert "leaks" in found["split"]
    assert found["part"] == "validation"
    assert found["pixels"] > 500


def test_names_that_look_alike_as_files_are_kept_apart(scene: Any, tmp_path: Path) -> None:
    names = ("a/b", "A?b", "A?b", "a_b 2")
    contestants = tuple(Contestant(name, CLASSICAL) for name in names)
    found = compare(job_on(scene, tmp_path / "c", contestants=contestants), Events())
    for key in ("maps", "model_files", "name"):
        assert len({str(row[key]).casefold() for row in found["models"]}) == 4


def test_seeds_share_the_split(scene: Any, tmp_path: Path) -> None:
    forest = Contestant("forest", replace(CLASSICAL, model="random_forest"))
    found = compare(job_on(scene, tmp_path / "c", contestants=(forest,), settings=replace(SETTINGS, seeds=2)), Events())
    assert len(found["models"][0]["by_seed"]) == 2
    assert found["models"][0]["calibration"]["pixels"] == 2 * found["pixels"]
    splits = [
        rasterio.open(tmp_path / "c" / f"forest seed {seed}.run" / "split.tif").read().tobytes() for seed in (0, 1)
    ]
    assert splits[0] == splits[1]


def test_what_can_not_be_trained_is_listed_with_the_reason(scene: Any, tmp_path: Path, hearing: Any) -> None:
    broken = Contestant("broken", Recipe(model="segnet", tile_px=16, gap_px=2, block_px=16, epochs=1))
    good = Contestant("likelihood", CLASSICAL)
    found = compare(job_on(scene, tmp_path / "c", contestants=(broken, good)), hearing.events)
    assert [row["name"] for row in found["models"]] == ["likelihood", "broken"]
    assert "too small" in found["models"][1]["problem"]
    assert "too small" in hearing.warnings
    assert found["disagreement"] == ""
    page = report(ReportJob(str(tmp_path / "c"), str(tmp_path / "r.html")), Events())["out"]
    assert "Only one model could be measured" in Path(page).read_text()
    with pytest.raises(BadInputError, match="too small"):
        compare(job_on(scene, tmp_path / "d", contestants=(broken,)), Events())
    with pytest.raises(BadInputError, match="nothing to compare"):
        compare(job_on(scene, tmp_path / "e", contestants=()), Events())


def test_names_of_recipes_and_models_are_those_that_the_page_s_language_has(scene: Any, tmp_path: Path) -> None:
    contestants = tuple(Contestant(name, replace(CLASSICAL, name=recipe, model=model)) for name, recipe, model in (
        ("quick", "quick", "maximum_likelihood"), ("Random forest", "", "random_forest"),
        ("Random forest", "", "random_forest"), ("my forest", "", "random_forest"),
    ))  # fmt: skip
    compare(job_on(scene, tmp_path / "c", contestants=contestants), Events())
    pages = {}
    for language in ("en", "zh"):
        told = report(ReportJob(str(tmp_path / "c"), str(tmp_path / f"{language}.html"), language=language), Events())
        pages[language] = Path(told["out"]).read_text(encoding="utf-8")
    for language, names in (
        ("en", ("Quick", "Random forest", "Random forest 2", "my forest")),
        ("zh", ("快速", "随机森林", "随机森林 2", "my forest")),
    ):
        for name in names:
            assert f'<td class="m">{name}' in pages[language], (language, name)
    assert "Random forest" not in pages["zh"]
    assert "Quick" not in pages["zh"]


def test_the_command_prints_the_table_and_writes_the_report(
    scene: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", "--image", scene.image, "--labels", scene.polygons, "--class-field", "kind", "--labelled-area",
             scene.west, "--model", "maximum_likelihood", "--set", "gap_px=2", "--set", "block_px=16", "--set",
             "tile_px=16", "--bootstrap-block-px", "8", "--no-whole-maps", "--out", str(tmp_path / "c")]  # fmt: skip
    assert main(words) == 0
    text = capsys.readouterr().out
    assert "mIoU" in text
    assert (tmp_path / "c" / "report.html").is_file()


def test_a_training_that_was_broken_off_goes_on_or_is_done_anew(scene: Any, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    network = Recipe(model="unet", model_parameters={"width": 4, "depth": 1}, tile_px=16, gap_px=2, block_px=16,
                     batch_size=4, tiles_per_epoch=8, epochs=3)  # fmt: skip
    contestants = (Contestant("net", network), Contestant("likelihood", CLASSICAL))
    events = Events()

    def stop_after_an_epoch(event: dict[str, Any]) -> None:
        if "miou" in event:
            events.cancel()

    events.redirect(stop_after_an_epoch)
    with pytest.raises(CancelledError):
        compare(job_on(scene, folder, contestants=contestants), events)
    epochs = (folder / "net.run" / "epochs.csv").read_text().splitlines()
    found = compare(job_on(scene, folder, contestants=contestants), Events())
    assert all(not row["problem"] for row in found["models"])
    assert (folder / "net.run" / "epochs.csv").read_text().splitlines()[: len(epochs)] == epochs
    (folder / "likelihood.run" / "comparison.json").unlink()  # killed before it was noted
    changed = (Contestant("net", replace(network, epochs=1)), contestants[1])
    (folder / "net.run" / "outcome.json").unlink()
    found = compare(job_on(scene, folder, contestants=changed), Events())
    assert all(not row["problem"] for row in found["models"])
    assert len((folder / "net.run" / "epochs.csv").read_text().splitlines()) == 2
