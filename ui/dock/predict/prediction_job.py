"""The job of one model: from what was chosen to a running task."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ....core.errors import BadInputError
from ....core.prediction.jobs import PredictJob
from ...layers.imagery_stack import keys_for, worker_images
from ...layers.polygons import VectorSource, worker_source
from ...layers.rendering import rendering_of
from ...settings import THREADS
from ...texts import tr
from ...worker.launcher import Launcher
from ...worker.task import JobTask
from ..models.model_entries import ModelEntry
from .predict_choice import PredictChoice


def start_prediction(
    launcher: Launcher, project: QgsProject, choice: PredictChoice, entry: ModelEntry, out: Path, shared: Path,
    title: str,
) -> JobTask:  # fmt: skip
    """Start predicting with one model; what somebody watches is done by the worker that stays.

    Args:
        launcher: What starts jobs.
        project: Where the chosen layers are.
        choice: What was chosen.
        entry: The model.
        out: The class raster to write; what belongs to this job alone goes into its folder.
        shared: The folder for what the jobs of all models read.
        title: What the task manager shows.

    Raises:
        BadInputError: A layer has gone meanwhile, or can't be written.
        NoInterpreterError: There is nothing to compute with.
    """
    folder = out.parent
    mask = _mask(project, choice, folder)
    renderings = rendering_of(choice.imagery, project, shared, choice.place.box)
    job = PredictJob(
        (str(entry.path),), worker_images(choice.imagery, project, shared), str(out),
        keys_for(entry.card.bands, choice.imagery) if entry.card is not None else (),
        extent=None if mask.path else choice.place.extent, mask=mask.path, mask_layer=mask.layer, centre=choice.centre,
        threads=THREADS.value(), **choice.settings,
    )  # fmt: skip
    return launcher.start(title, job, folder, warm=choice.centre is not None, before=renderings)


def _mask(project: QgsProject, choice: PredictChoice, folder: Path) -> VectorSource:
    if not choice.place.mask_id:
        return VectorSource("", "")
    layer = project.mapLayer(choice.place.mask_id)
    if not isinstance(layer, QgsVectorLayer):
        raise BadInputError(tr("The polygon layer is no longer in the project. Choose again where to map."))
    return worker_source(layer, "", folder, only_selected=choice.place.only_selected)
