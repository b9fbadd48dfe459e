"""Job specs: the same job in Python and in JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import job_from_json, job_to_json, read_job
from outcrop.core.prediction.jobs import PredictJob, PrepareJob
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob
from outcrop.core.training.settings.recipe import Recipe

JOBS = [
    TrainJob(
        scenes=(
            Scene(
                ("a.tif", "b.tif"), "l.gpkg", "kind", bands=("1:2", "2:1"), extent=(0.0, 0.0, 1.5, 2.0),
                colours={"a": "#aabbcc"},
            ),
        ),
        model_file="m.safetensors", recipe=Recipe(model_parameters={"width": 8}, minutes=2.0), seed=3,
    ),
    PredictJob(("m.safetensors",), ("a.tif",), "p.tif", extent=(0.0, 0.0, 1.0, 1.0), centre=(0.5, 0.5)),
    EvaluateJob("p.tif", "l.gpkg", "kind"),
    ResumeJob("folder"),
    PrepareJob(("m.safetensors",), threads=2),
]  # fmt: skip


@pytest.mark.parametrize("job", JOBS, ids=lambda job: type(job).__name__)
def test_jobs_survive_json(job: object) -> None:
    assert job_from_json(job_to_json(job)) == job


def test_bad_job_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="isn't JSON"):
        job_from_json("{")
    with pytest.raises(UnknownNameError, match="predict"):
        job_from_json('{"job": "dance"}')
    with pytest.raises(UnknownNameError, match="prediction"):
        job_from_json('{"job": "evaluate", "predictoin": "p.tif"}')
    with pytest.raises(BadInputError, match="4 values"):
        job_from_json('{"job": "evaluate", "prediction": "p", "labels": "l", "extent": [1, 2]}')
    with pytest.raises(BadInputError, match="can't be read"):
        read_job(tmp_path / "none.json")
