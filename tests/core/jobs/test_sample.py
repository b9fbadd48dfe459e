"""The sample is made as a job, as the dock asks for it."""

from __future__ import annotations

from pathlib import Path

from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.jobs.specs import job_from_json, job_to_json
from outcrop.core.sample.jobs import SampleJob


def test_sample_job_gives_the_files_it_made(tmp_path: Path) -> None:
    job = job_from_json(job_to_json(SampleJob(str(tmp_path), seed=2, size_px=128)))
    made = execute(job, Events(lambda _: None))
    assert {"image", "labels", "labelled_area"} <= made.keys()
    assert all(Path(path).is_file() for path in made.values())
