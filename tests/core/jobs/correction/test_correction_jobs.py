"""The jobs of correction as the command line does them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.commands.command_line import main
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.regions import RegionIndex, region_file
from outcrop.core.files.digest import sha256_of
from outcrop.core.geodata.grid import Window

from tests.core.correction.conftest import ground_of
from tests.core.correction.results.conftest import Predicted, correcting, predicted

__all__ = ["predicted"]


def test_from_prediction_to_map_and_labels(
    predicted: Predicted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = np.random.default_rng(1).integers(1, 5, (40, 50), np.uint8)
    path = predicted(values)
    with correcting(path, values) as session:
        session.paint(Runs.of_window(Window(3, 4, 9, 11)), 2, "rectangle")
    given = ["--prediction", str(path), "--session", str(session.path)]
    assert main(["apply-corrections", *given, "--out", str(tmp_path / "corrected.tif"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["corrections"] == 1
    with rasterio.open(tmp_path / "corrected.tif") as dataset:
        assert (dataset.read(1)[3:12, 4:15] == 2).all()
    assert main(["corrections-to-labels", *given[2:], "--out", str(tmp_path / "labels.gpkg")]) == 0
    assert (tmp_path / "labels.gpkg").is_file()
    assert main(["regions", *given[:2], "--out", str(region_file(path))]) == 0
    index = RegionIndex.open(region_file(path), sha256_of(path))
    assert index is not None
    assert index.region_at(7, 9, ground_of(values)).value == values[7, 9]


def test_prediction_is_never_written_over(
    predicted: Predicted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = np.ones((20, 20), np.uint8)
    path = predicted(values)
    with correcting(path, values) as session:
        session.paint(Runs.of_window(Window(3, 4, 9, 11)), 2, "rectangle")
    before = path.read_bytes()
    given = ["apply-corrections", "--prediction", str(path), "--session", str(session.path), "--out"]
    assert main([*given, str(path)]) == 2
    assert path.read_bytes() == before
    assert path.name in capsys.readouterr().err
    kept = session.path.read_bytes()
    assert main(["corrections-to-labels", "--session", str(session.path), "--out", str(session.path)]) == 2
    assert session.path.read_bytes() == kept
