"""Job specs: what a job needs, as frozen dataclasses that travel as JSON, the same for dock and command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union

from ..assessment.boundary_job import AssessBoundariesJob
from ..assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from ..errors import BadInputError, UnknownNameError
from ..file_roles import fills, reads, writes
from ..geodata.extent import Extent
from ..geodata.scene import Scene
from ..interchange.import_parameters import OnnxSettings
from ..labels.datasets.tile_export_settings import TileSettings
from ..parameters import from_dict, parameter, to_dict
from ..prediction.job import PredictJob
from ..prediction.raster.file_names import beside_prediction, beside_table
from ..training.settings.job import TrainJob
from ..training.settings.recipe import Recipe
from ..vectorise.parameters import CentreLineParameters, CleanParameters, PolygonParameters

TILE_LABELS = ("auto", "masks", "coco", "yolo")
"""In which form a data set of tiles may hold its labels."""


@dataclass(frozen=True)
class PrepareJob:
    """Have models loaded and ready in a worker that stays, for the prediction that is likely to come."""

    models: tuple[str, ...] = reads()
    device: str = "auto"
    threads: int = 0


@dataclass(frozen=True)
class LiveMapJob:
    """Sketch the map of a view, learned from a scene's labels as they are now.

    `view` is in the coordinate system of the scene's first image, `pixel` the side of the canvas's pixels in its units.
    """

    scene: Scene
    view: Extent
    pixel: float
    out: str = writes()


@dataclass(frozen=True)
class EvaluateJob:
    """Compare a prediction with labels it never saw; the report is JSON where `out` is given.

    `trained_on` are the labels that the model learned from: with them it is told how far off test places and map are.
    """

    prediction: str = reads()
    labels: str = reads()
    class_field: str = ""
    layer: str = ""
    labelled_area: str = reads("")
    labelled_area_layer: str = ""
    extent: Optional[Extent] = None
    out: str = writes("")
    trained_on: str = reads("")
    trained_on_layer: str = ""
    question: str = parameter(
        "unstated",
        "What the labels are",
        "transfer: in blocks or scenes that training never saw; map: a probability sample of this map in which every "
        "pixel had the same chance.",
        choices=("unstated", "transfer", "map"),
    )
    renamed: dict[str, str] = parameter(
        {}, "Classes by other names", "The prediction's class for each class of the labels that goes by another name.",
        advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class ResumeJob:
    """Go on with a run that was interrupted, or with `keep_best` end it with the best epoch that it has.

    With `minutes`, which count all its sittings, one that is finished goes on too.
    """

    run_folder: str = reads()
    device: str = "auto"
    keep_best: bool = False
    minutes: Optional[float] = None


@dataclass(frozen=True)
class RasteriseJob:
    """Write a scene's labels as a raster of class ids on the imagery's grid."""

    scene: Scene
    out: str = writes(beside=beside_table)
    all_touched: bool = False


@dataclass(frozen=True)
class SplitLabelsJob:
    """Write which part every labelled pixel belongs to; the recipe says how the labels are split."""

    scene: Scene
    out: str = writes(beside=beside_table)
    recipe: Recipe = Recipe()
    seed: int = 0
    all_touched: bool = False


@dataclass(frozen=True)
class CheckLabelsJob:
    """Look for what is wrong with class polygons; each problem becomes a feature of a GeoPackage."""

    scene: Scene
    out: str = writes()
    all_touched: bool = False


@dataclass(frozen=True)
class CleanJob:
    """Take small patches, speckle and frayed edges out of a prediction."""

    prediction: str = reads()
    out: str = writes(beside=beside_prediction)
    parameters: CleanParameters = CleanParameters()


@dataclass(frozen=True)
class PolygonsJob:
    """Draw a prediction as polygons in a GeoPackage; `probabilities` is the raster made beside it, if there is one."""

    prediction: str = reads()
    out: str = writes()
    parameters: PolygonParameters = PolygonParameters()
    probabilities: str = reads("")


@dataclass(frozen=True)
class CentreLinesJob:
    """Draw the linear features of one class of a prediction as lines in a GeoPackage."""

    prediction: str = reads()
    out: str = writes()
    class_name: str  # type: ignore[misc]
    parameters: CentreLineParameters = CentreLineParameters()


@dataclass(frozen=True)
class ExportTilesJob:
    """Write imagery and labels as a data set of tiles; tiles that touch a polygon of `excluded` are left out."""

    scene: Scene
    folder: str = fills()
    settings: TileSettings = TileSettings()
    seed: int = 0
    excluded: str = reads("")
    excluded_layer: str = ""


@dataclass(frozen=True)
class ImportTilesJob:
    """Make imagery with label rasters of a data set of tiles from elsewhere, in the folder `out`."""

    folder: str = reads()
    out: str = fills()
    classes: tuple[str, ...] = parameter(
        (), "Classes", "Names of the classes in the order of the labels' numbers; empty takes the data set's."
    )
    kind: str = parameter(
        "auto", "Kind of labels", "Auto takes masks before COCO before YOLO.", choices=TILE_LABELS, advanced=True
    )
    pixel_size_m: float = parameter(
        1.0, "Pixel size", "Of tiles that have no place on the map, such as PNG.", unit="m", low=1e-6, high=1e6,
        advanced=True,
    )  # fmt: skip


@dataclass(frozen=True)
class ExportOnnxJob:
    """Write a model file as ONNX, with what Deepness and other programs need to run it."""

    model: str = reads()
    out: str = writes()
    tile_px: int = parameter(
        0, "Tile size", "Side of the tiles that the graph takes; 0 chooses it.", unit="px", low=0, high=8192
    )


@dataclass(frozen=True)
class ImportModelJob:
    """Make a model file of an ONNX file, or take a copy of a model file; `settings` go before the file's metadata."""

    file: str = reads()
    model_file: str = writes()
    settings: OnnxSettings = OnnxSettings()


@dataclass(frozen=True)
class SampleJob:
    """Make the sample scene in a folder, from a seed."""

    folder: str = fills()
    seed: int = 1
    size_px: int = 1024


Job = Union[
    TrainJob, PredictJob, EvaluateJob, ResumeJob, RasteriseJob, SplitLabelsJob, CheckLabelsJob, CleanJob, PolygonsJob,
    CentreLinesJob, ExportTilesJob, ImportTilesJob, ExportOnnxJob, ImportModelJob, PrepareJob, SampleJob, LiveMapJob,
    DrawSampleJob, AssessSampleJob, AssessBoundariesJob,
]  # fmt: skip
JOBS: dict[str, type] = {
    "draw_sample": DrawSampleJob, "assess_sample": AssessSampleJob,
    "assess_boundaries": AssessBoundariesJob,
    "train": TrainJob, "predict": PredictJob, "evaluate": EvaluateJob, "resume": ResumeJob, "rasterise": RasteriseJob,
    "split_labels": SplitLabelsJob, "check_labels": CheckLabelsJob, "clean": CleanJob, "polygons": PolygonsJob,
    "centre_lines": CentreLinesJob, "export_tiles": ExportTilesJob, "import_tiles": ImportTilesJob,
    "export_onnx": ExportOnnxJob, "import_model": ImportModelJob, "prepare": PrepareJob, "sample": SampleJob,
    "live_map": LiveMapJob,
}  # fmt: skip
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
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInputError(f"The job file isn't JSON: {error}.") from error
    kind = values.pop("job", None) if isinstance(values, dict) else None
    if kind not in JOBS:
        raise UnknownNameError("kind of job", kind, JOBS)
    return from_dict(JOBS[kind], values)


def read_job(path: Union[str, Path]) -> Any:
    """Read a job file."""
    try:
        return job_from_json(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInputError(f"The job file “{path}” can't be read: {error.strerror}.") from error
