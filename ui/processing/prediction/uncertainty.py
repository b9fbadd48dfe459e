"""Uncertainty: where one or several models aren't sure of what they map."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterRasterDestination
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.files.unfinished import temporary_folder
from ...texts import tr
from ..base.algorithm import PREDICTION, OutcropAlgorithm
from ..base.declarations import with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job, stop_if_cancelled
from .prediction_run import MODEL_FILES, OUTPUT, PredictionTask, add_prediction, check_models, read_prediction

_FIXED = ("probabilities", "uncertainty")


class Uncertainty(OutcropAlgorithm):
    """Map how unsure models are."""

    KEY = "uncertainty"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Map the uncertainty of models")
    GROUP = PREDICTION
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Maps how unsure one or several models are of each pixel, from 0 (sure) to 1 (unsure): the entropy of the "
        "class probabilities, and how close the two likeliest classes are. Training polygons are best added where "
        "models are unsure.",
    )
    PAPER = QT_TRANSLATE_NOOP(
        "Outcrop", "Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "entropy confidence active learning")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, models, area, settings and the output."""
        del configuration
        add_prediction(self, *_FIXED, several=True)
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination(OUTPUT, tr("Uncertainty")),
                tr("Two bands from 0 (sure) to 1 (unsure): entropy, and closeness of the two likeliest classes."),
            )
        )

    def _check(self, inputs: Inputs) -> None:
        check_models(inputs.files(MODEL_FILES))

    def _read(self, inputs: Inputs) -> PredictionTask:
        out = str(inputs.folder / "classes.tif")
        inputs.raster_output(OUTPUT)
        return read_prediction(inputs, inputs.files(MODEL_FILES), out, *_FIXED, uncertainty=True)

    def _work(self, task: PredictionTask, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task.job, inputs.folder, feedback)
        stop_if_cancelled(feedback)
        target = inputs.raster_output(OUTPUT)
        style = _taken(Path(result["outputs"]["uncertainty"]), Path(target))
        style_output(inputs, OUTPUT, target, f"{task.name} · {tr('uncertainty')}", style=style)
        return {OUTPUT: target}


def _taken(file: Path, target: Path) -> str:
    """Bring a raster and its style to where they are wanted, whole; give the style's file."""
    with temporary_folder(target) as folder:
        for suffix in (".qml", file.suffix):
            moved = shutil.copy2(file.with_suffix(suffix), folder)
            Path(moved).replace(target.with_suffix(suffix) if suffix == ".qml" else target)
    return str(target.with_suffix(".qml"))
