"""Resume a training: go on with a run that was stopped."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputFile, QgsProcessingParameterFile
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.training.settings.jobs import ResumeJob
from ...texts import tr
from ..base.algorithm import TRAINING, OutcropAlgorithm
from ..base.declarations import with_help
from ..base.inputs import Inputs
from ..base.recipe_parameters import model_papers
from ..base.worker_run import run_job
from .train import add_device, add_training_outputs, read_device, training_outputs


class Resume(OutcropAlgorithm):
    """Go on with a run."""

    KEY = "resume"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Resume a training")
    GROUP = TRAINING
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Goes on with a training that was stopped or interrupted, from its last checkpoint, and writes the model file "
        "that the run was to make.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "continue checkpoint interrupted")

    def papers(self) -> list[str]:
        """Give the papers of the models."""
        return model_papers()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the run's folder."""
        del configuration
        folder = QgsProcessingParameterFile(
            "RUN_FOLDER", tr("Folder of the run"), QgsProcessingParameterFile.Behavior.Folder
        )
        self.addParameter(with_help(folder, tr("It lies beside the model file and ends with “.run”.")))
        add_device(self)
        self.addOutput(QgsProcessingOutputFile("MODEL_FILE", tr("Model file")))
        add_training_outputs(self)

    def _read(self, inputs: Inputs) -> ResumeJob:
        return ResumeJob(inputs.file("RUN_FOLDER"), read_device(inputs))

    def _work(self, task: ResumeJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return training_outputs(run_job(task, inputs.folder, feedback))
