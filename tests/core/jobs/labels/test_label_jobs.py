"""The small jobs on labels and after predictions: they do what the functions behind them do, and tell it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.specs import job_from_json, job_to_json
from outcrop.core.labels.jobs import CheckLabelsJob, RasteriseJob
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.training.settings.jobs import SplitLabelsJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob
from outcrop.core.vectorise.parameters import CleanParameters, PolygonParameters

from tests.core.ground import area_scale


@pytest.fixture
def labelled(scene: Any, tmp_path: Path) -> Scene:
    boxes = [(0, 0, 30, 40), (28, 50, 60, 80), (40, 0, 90, 30), (70, 60, 95, 95), (28, 50, 50, 52)]
    labels = scene.write_polygons(tmp_path / "p.gpkg", boxes, ["a", "b", "a", "b", "a"])
    return Scene((scene.image,), labels, "kind")


def done(job: Any) -> dict[str, Any]:
    return execute(job_from_json(job_to_json(job)), Events())


@pytest.mark.parametrize("kind", [RasteriseJob, SplitLabelsJob])
def test_cancelled_amid_the_windows_nothing_is_written(labelled: Scene, tmp_path: Path, kind: Any) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    events = Events(lambda event: events.cancel() if event.get("text") == "Rasterising the labels" else None)
    with pytest.raises(CancelledError):
        execute(kind(labelled, str(folder / "l.tif")), events)
    assert list(folder.iterdir()) == []


def test_rasterise(labelled: Scene, tmp_path: Path) -> None:
    result = done(RasteriseJob(labelled, str(tmp_path / "l.tif")))
    with rasterio.open(result["out"]) as file:
        values = file.read(1)
    assert [entry["name"] for entry in result["classes"]] == ["a", "b"]
    assert result["counts"]["a"]["pixels"] == np.count_nonzero(values == 1)
    assert result["counts"]["b"]["polygons"] == 2


def call_them_surfaces(labels: Path) -> None:
    """Say in a GeoPackage that its polygons are polyhedral surfaces, of which the library knows nothing."""
    with closing(sqlite3.connect(labels)) as file, file:
        file.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = 'POLYHEDRALSURFACE'")


def cut(labels: Path) -> None:
    labels.write_bytes(labels.read_bytes()[: labels.stat().st_size // 3])


@pytest.mark.parametrize("harm", [call_them_surfaces, cut])
@pytest.mark.parametrize("kind", [RasteriseJob, CheckLabelsJob])
def test_labels_that_cannot_be_read_are_named(labelled: Scene, tmp_path: Path, kind: Any, harm: Any) -> None:
    harm(Path(labelled.labels))
    with pytest.raises(BadInputError, match=f"“{labelled.labels}” (holds surfaces in space|can't be read)"):
        done(kind(labelled, str(tmp_path / "out.gpkg")))


def test_split(labelled: Scene, tmp_path: Path) -> None:
    recipe = Recipe(tile_px=16, stride_px=16, gap_px=2, validation_share=0.4)
    first = done(SplitLabelsJob(labelled, str(tmp_path / "s.tif"), recipe, seed=3))
    with rasterio.open(first["out"]) as file:
        values = file.read(1)
    assert first["kind"] == "blocks"
    assert sum(first["counts"]["validation"].values()) == np.count_nonzero(values == 2)
    assert (tmp_path / "s.tif.aux.xml").is_file()


def test_check(labelled: Scene, tmp_path: Path) -> None:
    result = done(CheckLabelsJob(labelled, str(tmp_path / "c.gpkg")))
    assert result["problems"] == {"overlap": 1}
    assert sum(entry["share"] for entry in result["classes"]) == pytest.approx(1.0)
    facts, _, geometry, fields = pyogrio.raw.read(result["out"], layer=result["layer"])
    with rasterio.open(labelled.images[0]) as dataset:
        grid = Grid.of(dataset)
    assert list(facts["fields"]) == ["kind", "class_name", "text", "suggested", "certainty", "area_m2"]
    assert len(geometry) == 1
    assert fields[5][0] == pytest.approx(44.0 * area_scale(grid), rel=1e-6)


def test_check_of_polygons_that_are_all_outside(scene: Any, tmp_path: Path) -> None:
    labels = scene.write_polygons(tmp_path / "far.gpkg", [(5000, 5000, 5100, 5100)], ["a"])
    result = done(CheckLabelsJob(Scene((scene.image,), labels, "kind"), str(tmp_path / "c.gpkg")))
    assert result["problems"] == {"outside the imagery": 1}
    assert "miss the imagery" in result["notes"][0]


def test_check_refuses_a_raster(scene: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no polygons"):
        done(CheckLabelsJob(Scene((scene.image,), scene.image), str(tmp_path / "c.gpkg")))


@pytest.fixture
def prediction(scene: Any, tmp_path: Path) -> str:
    with rasterio.open(scene.image) as file:
        grid = Grid.of(file)
    values = np.ones((grid.height, grid.width), np.uint8)
    values[20:24, 10:80] = 2
    values[60, 60] = 2
    with Outputs(Wanted(tmp_path / "p.tif", Legend.from_names(["background", "dike"])), grid) as out:
        out.write(grid.window, values, values > 0)
    return str(tmp_path / "p.tif")


def test_after_a_prediction(prediction: str, tmp_path: Path) -> None:
    cleaned = done(CleanJob(prediction, str(tmp_path / "c.tif"), CleanParameters(least_area_m2=9.0)))
    with rasterio.open(cleaned["out"]) as file:
        assert np.count_nonzero(file.read(1) == 2) == 280
    drawn = done(PolygonsJob(prediction, str(tmp_path / "p.gpkg"), PolygonParameters(classes=("dike",))))
    assert drawn["polygons"] == 2
    assert [entry["name"] for entry in drawn["classes"]] == ["background", "dike"]
    lines = done(CentreLinesJob(prediction, str(tmp_path / "l.gpkg"), "dike"))
    assert lines["lines"] >= 1
