"""A prediction that is damaged is named by every job that reads one; none takes what is left of it for all there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.assessment.jobs import AssessBoundariesJob, EvaluateJob
from outcrop.core.assessment.sampling.jobs import DrawSampleJob
from outcrop.core.comparison.jobs import ChangesJob
from outcrop.core.correction.jobs import RegionsJob
from outcrop.core.errors import DiskError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.jobs.execution import execute
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.jobs import ThresholdJob
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob
from outcrop.core.vectorise.parameters import CleanParameters
from rasterio.crs import CRS

SIDE = 600
GRID = Grid(SIDE, SIDE, Affine(10, 0, 500_000, 0, -10, 5_000_000), CRS.from_epsg(32633))
WHOLE, DAMAGED = "whole.tif", "damaged.tif"
JOBS: dict[str, Callable[[str, str, str], Any]] = {
    "polygons": lambda damaged, _whole, out: PolygonsJob(damaged, f"{out}.gpkg"),
    "sieve": lambda damaged, _whole, out: CleanJob(damaged, f"{out}.tif", CleanParameters(least_area_m2=400.0)),
    "majority": lambda damaged, _whole, out: CleanJob(damaged, f"{out}.tif", CleanParameters(majority_px=2)),
    "centre lines": lambda damaged, _whole, out: CentreLinesJob(damaged, f"{out}.gpkg", "dike"),
    "before": lambda damaged, whole, out: ChangesJob(damaged, whole, f"{out}.tif"),
    "after": lambda damaged, whole, out: ChangesJob(whole, damaged, f"{out}.tif"),
    "sample": lambda damaged, _whole, out: DrawSampleJob(damaged, f"{out}.gpkg"),
    "regions": lambda damaged, _whole, out: RegionsJob(damaged, f"{out}.regions"),
    "evaluation": lambda damaged, whole, _out: EvaluateJob(damaged, whole),
    "reference": lambda damaged, whole, _out: EvaluateJob(whole, damaged),
    "boundaries": lambda damaged, whole, _out: AssessBoundariesJob(damaged, whole),
    "threshold": lambda damaged, whole, out: ThresholdJob(
        damaged, f"{out}.tif", "dike", probabilities=whole.replace(".tif", "_probabilities.tif")
    ),
}


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a map with its probabilities, and the same cut off amid its pixels."""
    folder = tmp_path_factory.mktemp("maps")
    share = np.random.default_rng(0).random((SIDE, SIDE)).astype(np.float32)
    with Outputs(Wanted(folder / WHOLE, Legend.from_names(["background", "dike"]), probabilities=True), GRID) as out:
        out.write(GRID.window, np.stack([share, 1 - share]), np.ones(GRID.window.shape, bool))
    content = (folder / WHOLE).read_bytes()
    (folder / DAMAGED).write_bytes(content[: len(content) // 2])
    with rasterio.open(folder / DAMAGED) as file:  # what it is can still be read
        assert file.shape == (SIDE, SIDE)
    return folder


@pytest.mark.parametrize("name", JOBS)
def test_a_damaged_prediction_is_named(name: str, maps: Path, tmp_path: Path) -> None:
    job = JOBS[name](str(maps / DAMAGED), str(maps / WHOLE), str(tmp_path / "out"))
    with pytest.raises(DiskError, match=f"“{maps / DAMAGED}” can't be read at rows .*Copy it again"):
        execute(job, Events())
    assert list(tmp_path.iterdir()) == []
