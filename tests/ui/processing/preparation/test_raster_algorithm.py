"""Algorithms that prepare layers: what the dialog is set to is what the worker is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.base.inputs import Inputs
from outcrop.ui.processing.provider import OutcropProvider


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"INCLINATION_DEG": -31.0, "DECLINATION_DEG": 0.0}, (-31.0, 0.0)),
        ({"INCLINATION_DEG": 0.0, "DECLINATION_DEG": 4.5}, (0.0, 4.5)),
        ({"YEAR": 1998.5}, (None, None)),
    ],
)
def test_a_field_that_points_north_is_given(
    provider: OutcropProvider, context: Any, scene: Any, tmp_path: Path, given: dict[str, float], wanted: tuple
) -> None:
    algorithm = provider.algorithm("magnetics").create()
    values = {"INPUT": scene.image, "BANDS": [1], "OUTPUT": str(tmp_path / "o.tif"), **given}
    job, name = algorithm._read(Inputs(algorithm, values, context, tmp_path))
    settings = job.settings
    assert (settings["inclination_deg"], settings["declination_deg"]) == wanted
    assert name == "rocks · Magnetic layers"
