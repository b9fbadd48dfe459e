"""An accuracy sample from drawing over answering to figures, through the jobs' doors."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from outcrop.core.assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from outcrop.core.assessment.sampling.settings import SampleSettings
from outcrop.core.commands.command_line import main
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.assessment.assess_sample import assess_sample
from outcrop.core.jobs.assessment.draw_sample import draw_sample
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import LEGEND_TAG

NAMES = ["rock", "dike", "pond"]
METRES, DEGREES = Affine(10, 0, 5e5, 0, -10, 5e6), Affine(0.02, 0, 10, 0, -0.02, 66)


def write_map(path: Path, classes: np.ndarray, names: list[str] = NAMES, place: Affine = METRES) -> str:
    profile = {
        "driver": "GTiff", "count": 1, "height": classes.shape[0], "width": classes.shape[1], "dtype": "uint8",
        "crs": "EPSG:4326" if place is DEGREES else "EPSG:32633", "transform": place, "nodata": 0,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(classes.astype(np.uint8), 1)
        dataset.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(names).to_dicts())})
    return str(path)


@pytest.fixture
def truth() -> np.ndarray:
    rows, cols = np.mgrid[:1500, :400]
    return np.where(cols > 320, 3, np.where((cols + rows) % 9 == 0, 2, 1))


@pytest.fixture
def mapped(truth: np.ndarray) -> np.ndarray:
    random = np.random.default_rng(3)
    classes = np.where(random.random(truth.shape) < 0.85, truth, random.integers(1, 4, truth.shape))
    classes[:10] = 0
    return classes


def opened(path: str) -> sqlite3.Connection:
    """Open a GeoPackage for changing fields; its triggers ask for functions that only GDAL has."""
    file = sqlite3.connect(path)
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        file.create_function(name, 1, lambda _shape: 0)
    return file


def answer(path: str, truth: np.ndarray, place: Affine = METRES, field: str = "answer", least: int = 0) -> None:
    """Answer every point from `least` on with the truth."""
    _, fids, shapes, _ = pyogrio.raw.read(path, return_fids=True)
    xs, ys = np.array([np.frombuffer(shape[5:21]) for shape in shapes]).T
    cols, rows = (~place) @ (xs, ys)
    found = truth[rows.astype(int), cols.astype(int)]
    with opened(path) as file:
        file.executemany(
            f"UPDATE accuracy_sample SET {field} = ? WHERE fid = ?",  # noqa: S608
            [(NAMES[value - 1], int(fid)) for value, fid in zip(found, fids) if fid > least],
        )


def drawn(path: Path, prediction: str, **settings: Any) -> tuple[str, dict[str, Any]]:
    target = str(path / "sample.gpkg")
    return target, draw_sample(DrawSampleJob(prediction, target, SampleSettings(**settings), seed=4), Events())


@pytest.mark.parametrize("place", [METRES, DEGREES])
def test_from_drawing_to_areas(tmp_path: Path, truth: np.ndarray, mapped: np.ndarray, place: Affine) -> None:
    prediction = write_map(tmp_path / "p.tif", mapped, place=place)
    sample, made = drawn(tmp_path, prediction, points=900)
    assert made["points"] >= 900
    info, _, _, values = pyogrio.raw.read(sample)
    fields = dict(zip(info["fields"], values))
    assert len(np.unique(fields["number"])) == made["points"]
    for name, own in made["strata"].items():
        chosen = fields["stratum"] == name
        assert chosen.sum() == own["points"]
        assert np.allclose(fields["probability"][chosen], own["points"] / own["pixels"])
        assert own["area_m2"] == pytest.approx(fields["area_m2"][chosen].mean() * own["pixels"], rel=0.05)
    answer(sample, truth, place)
    report = assess_sample(AssessSampleJob(prediction, sample), Events())
    overall = report["estimates"]["overall"]
    right = (mapped == truth)[10:].mean()
    assert abs(overall["value"] - right) < 4 * overall["error"]
    assert "Olofsson" in report["design"]
    pixel = 100.0 if place is METRES else made["strata"]["rock"]["area_m2"] / made["strata"]["rock"]["pixels"]
    for number, own in enumerate(report["estimates"]["classes"], start=1):
        area = own["area_m2"]
        assert area["value"] == pytest.approx((truth[10:] == number).sum() * pixel, abs=5 * area["error"])


def test_the_same_seed_draws_the_same_points(tmp_path: Path, mapped: np.ndarray) -> None:
    prediction = write_map(tmp_path / "p.tif", mapped)
    first = pyogrio.raw.read(drawn(tmp_path, prediction)[0])[2].tolist()
    assert pyogrio.raw.read(drawn(tmp_path, prediction)[0])[2].tolist() == first


def test_half_answered_is_used_and_said(tmp_path: Path, truth: np.ndarray, mapped: np.ndarray, hearing: Any) -> None:
    prediction = write_map(tmp_path / "p.tif", mapped)
    sample, made = drawn(tmp_path, prediction, points=400)
    with pytest.raises(BadInputError, match=r"At least two points.*“dike” \(0\)"):
        assess_sample(AssessSampleJob(prediction, sample), Events())
    answer(sample, truth, least=150)
    with opened(sample) as file:
        file.execute("UPDATE accuracy_sample SET answer = '?' WHERE fid = 200")
        file.execute("UPDATE accuracy_sample SET second_answer = 'pond' WHERE fid = 201")
    report = assess_sample(AssessSampleJob(prediction, sample), hearing.events)
    assert report["answers"]["open"] == 150
    assert report["answers"]["cannot_tell"] == 1
    assert report["answers"]["second_opinions"] == 1
    assert report["estimates"]["points"] == made["points"] - 151
    assert "150 of" in hearing.warnings
    with opened(sample) as file:
        file.execute("UPDATE accuracy_sample SET answer = 'lake' WHERE fid = 300")
    with pytest.raises(BadInputError, match=r"lake. The map has: rock, dike, pond"):
        assess_sample(AssessSampleJob(prediction, sample), Events())


def test_a_sample_of_another_map_is_used_by_its_own_strata(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    sample, _ = drawn(tmp_path, write_map(tmp_path / "p.tif", mapped), points=600)
    answer(sample, truth)
    other = write_map(tmp_path / "other.tif", truth[:, :].clip(1, 3))
    report = assess_sample(AssessSampleJob(other, sample), Events())
    assert "Stehman" in report["design"]
    assert report["estimates"]["overall"]["value"] == 1.0
    one_class = write_map(tmp_path / "one.tif", np.ones_like(truth), ["ground"])
    plain, _ = drawn(tmp_path, one_class, points=300)
    answer(plain, truth)
    poststratified = assess_sample(AssessSampleJob(write_map(tmp_path / "q.tif", mapped), plain), Events())
    assert "poststratified" in poststratified["design"]


def test_two_maps_are_compared_where_they_differ(tmp_path: Path, truth: np.ndarray, mapped: np.ndarray) -> None:
    good, bad = write_map(tmp_path / "good.tif", truth), write_map(tmp_path / "bad.tif", mapped)
    sample = str(tmp_path / "s.gpkg")
    draw_sample(DrawSampleJob(good, sample, SampleSettings(points=60), bad), Events())
    answer(sample, truth)
    report = assess_sample(AssessSampleJob(good, sample, other=bad), Events())
    assert report["two_maps"]["first_right"] == 60
    assert report["two_maps"]["p_value"] < 1e-6
    gain = report["two_maps"]["difference"]
    assert gain["value"] == pytest.approx((mapped != truth)[10:].mean(), abs=1e-6)
    assert 0 < gain["low"] < gain["value"] <= gain["high"]
    changed = mapped.copy()
    changed[:, :200] = truth[:, :200]
    for other in (good, write_map(tmp_path / "changed.tif", changed)):
        with pytest.raises(BadInputError, match="both maps say the same"):
            assess_sample(AssessSampleJob(good, sample, other=other), Events())
    with pytest.raises(BadInputError, match="nothing of either alone"):
        assess_sample(AssessSampleJob(good, sample), Events())
    with pytest.raises(BadInputError, match="don't differ"):
        draw_sample(DrawSampleJob(good, sample, SampleSettings(), good), Events())


def test_files_that_are_no_sample_are_refused(scene: Any, tmp_path: Path, mapped: np.ndarray) -> None:
    prediction = write_map(tmp_path / "p.tif", mapped)
    with pytest.raises(BadInputError, match="isn't a sample"):
        assess_sample(AssessSampleJob(prediction, scene.polygons), Events())
    with pytest.raises(BadInputError, match=r"There is no sample in .*none\.gpkg"):
        assess_sample(AssessSampleJob(prediction, str(tmp_path / "none.gpkg")), Events())


def test_the_commands_print_what_they_made(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray, capsys: pytest.CaptureFixture[str]
) -> None:
    prediction, sample = write_map(tmp_path / "p.tif", mapped), str(tmp_path / "s.gpkg")
    assert main(["draw-sample", "--prediction", prediction, "--out", sample, "--expected", "dike=0.6"]) == 0
    assert "dike: " in capsys.readouterr().out
    answer(sample, truth)
    assert main(["assess-sample", "--prediction", prediction, "--sample", sample]) == 0
    text = capsys.readouterr().out
    assert "Producer's accuracy" in text
    assert "Intervals of 95 %." in text
