"""A comparison's report with what other assessments have found, through the jobs' doors."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.assessment.jobs import AssessBoundariesJob, EvaluateJob
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.explanation.jobs import ApplicabilityJob, ApplicabilitySettings, BandImportanceJob, ImportanceSettings
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.assessment.applicability import applicability
from outcrop.core.jobs.assessment.assess_boundaries import assess_boundaries
from outcrop.core.jobs.assessment.band_importance import band_importance
from outcrop.core.jobs.assessment.report import report
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.jobs.predict import predict
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.report.jobs import ReportJob
from outcrop.core.report.result_kinds import RESULT_KINDS
from outcrop.core.report.results import read_results

TOLD = {"value": 0.5, "low": 0.4, "high": 0.6, "error": 0.05}
OWN = {
    "users": TOLD, "producers": None, "area_m2": {"value": 5e4, "low": 4e4, "high": 6e4, "error": 5e3}, "mapped": 9,
    "answered": 8,
}  # fmt: skip
SAMPLE = {
    "prediction": "map.tif", "classes": [{"name": "rock"}, {"name": "sand"}], "confidence": 0.9,
    "design": "By classes.", "notes": [], "answers": {}, "mapped_px": [30, 70],
    "estimates": {"overall": TOLD, "classes": [OWN, OWN], "points": 17},
}  # fmt: skip
TWO_MAPS = {
    "prediction": "map.tif", "other": "new.tif", "design": "Exact.", "notes": [], "answers": {}, "two_maps": {
        "first_right": 3, "second_right": 9, "neither": 1, "first_share": TOLD, "p_value": 0.1,
        "difference": TOLD},
}  # fmt: skip


def source(scene: Any) -> Scene:
    return Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)


def compared(scene: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare by the command, with names that hold in the scene's folder alone, and move what was made."""
    monkeypatch.chdir(scene.folder)
    words = ["compare", "--image", Path(scene.image).name, "--labels", scene.polygons, "--class-field", "kind",
             "--labelled-area", scene.west, "--model", "maximum_likelihood", "--set", "gap_px=2", "--set",
             "block_px=16", "--set", "tile_px=16", "--bootstrap-block-px", "8", "--out", "before"]  # fmt: skip
    assert main(words) == 0
    monkeypatch.chdir(folder)
    shutil.move(str(scene.folder / "before"), str(folder / "c"))


def write_saliency(path: Path) -> None:
    with rasterio.open(
        path, "w", driver="GTiff", width=4, height=3, count=3, dtype="float32", nodata=np.nan, crs="EPSG:32633",
        transform=rasterio.Affine(10, 0, 0, 0, -10, 0),
    ) as dataset:  # fmt: skip
        dataset.write(np.array([[[0, 1, -2, np.nan]] * 3, [[1, 1, -3, np.nan]] * 3, [[-1, 0, 1, np.nan]] * 3]))
        dataset.update_tags(OUTCROP_CLASS="vein")
        for number, name in enumerate(("all bands", "red", "green"), start=1):
            dataset.set_band_description(number, name)


def results_of(scene: Any, folder: Path) -> dict[str, str]:
    """Let the real jobs write a result of each kind but samples and saliency, which are written by hand."""
    found = {kind.key: str(folder / f"{kind.key}.json") for kind in RESULT_KINDS}
    found.update(trusted=str(folder / "trusted.tif"), saliency=str(folder / "saliency.tif"))
    model, prediction = str(folder / "c" / "Maximum likelihood.safetensors"), str(folder / "map.tif")
    predict(PredictJob((model,), (scene.image,), prediction, probabilities=True, device="cpu", threads=1), Events())
    labels = {"labels": scene.polygons, "class_field": "kind", "labelled_area": scene.west}
    more = {"trained_on": scene.polygons, "probabilities": str(folder / "map_probabilities.tif")}
    evaluate(EvaluateJob(prediction, **labels, **more, out=found["accuracy"], question="transfer"), Events())
    assess_boundaries(AssessBoundariesJob(prediction, **labels, out=found["boundaries"]), Events())
    few = ImportanceSettings(blocks=8, block_px=16, repeats=1)
    band_importance(BandImportanceJob(model, source(scene), few, found["bands"], device="cpu", threads=1), Events())
    near = ApplicabilitySettings(block_px=16)
    applicability(ApplicabilityJob(model, source(scene), found["trusted"], settings=near, device="cpu"), Events())
    Path(found["areas"]).write_text(json.dumps(SAMPLE))
    write_saliency(Path(found["saliency"]))
    return found


def test_every_kind_of_result_becomes_a_section_in_either_language(
    scene: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(scene, tmp_path, monkeypatch)
    found = results_of(scene, tmp_path)
    two = tmp_path / "two.json"
    two.write_text(json.dumps(TWO_MAPS))
    words = ["report", "--comparison", "c", "--out", "r.html", "--language"]
    given = [word for file in (*found.values(), str(two)) for word in ("--result", file)]
    assert main([*words, "en", *given]) == 0
    page = Path("r.html").read_text(encoding="utf-8")
    headings = [f"<h2>{kind.title}: " for kind in RESULT_KINDS]
    assert [heading for heading in headings if heading not in page] == []
    for said in ("Overall accuracy 0.500 (0.400 to 0.600)", "Only the first map is right at 3 points", "Transfer: the",
                 "Expected calibration error", "W of kNNDM", "Boundaries count as met within", "integrated gradients",
                 "shuffled between blocks", "within the area of applicability", "Outcrop ", "torch "):  # fmt: skip
        assert said in page, said
    assert not re.search(r'(src|href)="(?!data:|#)', page)
    names = {path.name for path in Path("r_files").iterdir()}
    for stem in ("1_areas", "3_accuracy_calibration", "5_bands", "6_trusted", "7_saliency"):
        assert {f"{stem}.svg", f"{stem}.png"} <= names
    assert {"2_areas.json", "3_accuracy.json", "4_boundaries.json", "6_trusted.tif", "7_saliency.tif"} <= names
    assert main([*words, "zh", *given]) == 0
    page = Path("r.html").read_text(encoding="utf-8")
    assert '<html lang="zh">' in page
    assert headings[0] not in page
    assert "Spatial blocks" not in page
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({**SAMPLE, "classes": 3}))
    with pytest.raises(BadInputError, match=r"broken\.json” isn't a result"):
        report(ReportJob("c", "wrong.html", (str(broken),)), Events())
    assert not Path("wrong.html").exists()


def test_what_is_no_comparison_or_no_result_is_refused(scene: Any, tmp_path: Path) -> None:
    other, text = tmp_path / "other.json", tmp_path / "text.json"
    other.write_text("{}")
    text.write_text("no JSON")
    for file, said in (
        (str(other), "no result .* outcrop assess-sample --out,"), (scene.image, "no result that a report shows"),
        (str(text), "text.json”"), (str(tmp_path / "none.json"), "none.json” can't be read"),
        (str(tmp_path / "none.tif"), "none.tif” can't be read"),
    ):  # fmt: skip
        with pytest.raises(BadInputError, match=said):
            read_results([file])
    with pytest.raises(BadInputError, match="Compare models first"):
        report(ReportJob(str(tmp_path), str(tmp_path / "r.html")), Events())
    for content in ("{}", "[]", "5", "no JSON", '{"folder": 5, "models": []}'):
        other.write_text(content)
        with pytest.raises(BadInputError, match=r"“.*other\.json” isn't a comparison that Outcrop has written"):
            report(ReportJob(str(other), str(tmp_path / "r.html")), Events())
