"""The table of jobs: every kind of job by its name, and jobs as JSON text, the same for dock and command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Union

from ..assessment.jobs import AssessBoundariesJob, CompareModelsJob, EvaluateJob
from ..assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from ..comparison.jobs import ChangesJob, CompareJob
from ..correction.jobs import ApplyCorrectionsJob, CorrectionsToLabelsJob, RegionsJob
from ..errors import UnknownNameError
from ..explanation.jobs import ApplicabilityJob, BandImportanceJob, SaliencyJob
from ..files.json_text import parse_json, read_json
from ..interchange.jobs import ExportOnnxJob, ImportModelJob
from ..labels.datasets.jobs import ExportTilesJob, ImportTilesJob
from ..labels.jobs import CheckLabelsJob, RasteriseJob
from ..live.jobs import LiveMapJob
from ..parameters import from_dict, to_dict
from ..prediction.jobs import PredictJob, PrepareJob, ThresholdJob
from ..preparation.jobs import LayerJob, SaveStackJob, TableLogRatiosJob
from ..report.jobs import ReportJob
from ..review.jobs import NextTilesJob
from ..sample.jobs import SampleJob
from ..training.settings.jobs import ForeseeJob, ResumeJob, SplitLabelsJob, TrainJob
from ..vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob

JOBS: dict[str, type] = {
    "train": TrainJob,
    "resume": ResumeJob,
    "foresee": ForeseeJob,
    "predict": PredictJob,
    "prepare": PrepareJob,
    "live_map": LiveMapJob,
    "evaluate": EvaluateJob,
    "compare_models": CompareModelsJob,
    "draw_sample": DrawSampleJob,
    "assess_sample": AssessSampleJob,
    "changes": ChangesJob,
    "next_tiles": NextTilesJob,
    "rasterise": RasteriseJob,
    "split_labels": SplitLabelsJob,
    "check_labels": CheckLabelsJob,
    "threshold": ThresholdJob,
    "clean": CleanJob,
    "polygons": PolygonsJob,
    "centre_lines": CentreLinesJob,
    "apply_corrections": ApplyCorrectionsJob,
    "corrections_to_labels": CorrectionsToLabelsJob,
    "regions": RegionsJob,
    "assess_boundaries": AssessBoundariesJob,
    "compare": CompareJob,
    "band_importance": BandImportanceJob,
    "applicability": ApplicabilityJob,
    "saliency": SaliencyJob,
    "report": ReportJob,
    "export_tiles": ExportTilesJob,
    "import_tiles": ImportTilesJob,
    "export_onnx": ExportOnnxJob,
    "import_model": ImportModelJob,
    "prepare_layer": LayerJob,
    "table_log_ratios": TableLogRatiosJob,
    "save_stack": SaveStackJob,
    "sample": SampleJob,
}
"""Every kind of job by the name that the job file, the command line and the events use."""


def job_to_json(job: Any) -> str:
    """Write a job as JSON text, with its kind."""
    kind = next(name for name, cls in JOBS.items() if cls is type(job))
    return json.dumps({"job": kind, **to_dict(job)}, indent=2, ensure_ascii=False)


def job_from_json(text: str) -> Any:
    """Read a job from JSON text.

    Raises:
        BadInputError: When the text isn't JSON or a value doesn't fit.
        UnknownNameError: For an unknown kind of job or parameter.
    """
    return _job_of(parse_json(text, "The job file", "JSON"))


def read_job(path: Union[str, Path]) -> Any:
    """Read a job file.

    Raises:
        BadInputError: When it can't be read, isn't JSON or a value doesn't fit.
    """
    return _job_of(read_json(path, "a job file"))


def _job_of(values: Any) -> Any:
    kind = values.get("job") if isinstance(values, dict) else None
    if not isinstance(kind, str) or kind not in JOBS:
        raise UnknownNameError("kind of job", kind, JOBS)
    return from_dict(JOBS[kind], {name: value for name, value in values.items() if name != "job"})
