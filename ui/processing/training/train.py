"""Train a model: from imagery and polygons to a model file."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.model.card_file import SUFFIX
from ....core.training.settings.choices import FREEZE
from ....core.training.settings.jobs import TrainJob
from ....core.training.settings.recipe import Recipe
from ...settings import THREADS
from ...texts import tr
from ..base.algorithm import TRAINING, OutcropAlgorithm
from ..base.declarations import choice, file_output, model_input, with_help
from ..base.inputs import Inputs
from ..base.recipe_parameters import add_recipe, model_papers, read_recipe
from ..base.scene import add_training_data, check_labels_given, read_scene
from ..base.worker_run import run_job

DEVICE, SEED, ALL_TOUCHED = "DEVICE", "SEED", "ALL_TOUCHED"
START_FROM, LEFT_ALONE, NAME, MODEL_FILE = "START_FROM", "FREEZE", "NAME", "MODEL_FILE"


def add_device(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare what computes."""
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterString(DEVICE, tr("Device"), "auto", optional=True),
            tr("What computes: auto, cpu, mps, cuda, cuda:1 …"),
            advanced=True,
        )
    )


def add_chance(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare where chance comes from, and which pixels a polygon labels."""
    kind = QgsProcessingParameterNumber.Type.Integer
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterNumber(SEED, tr("Seed"), kind, 0, minValue=0),
            tr("The same seed gives the same outcome on the same computer."),
            advanced=True,
        )
    )
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterBoolean(ALL_TOUCHED, tr("Label every pixel that a polygon touches"), False),
            tr("Otherwise a polygon labels the pixels whose centre it covers. Helps where polygons are very thin."),
            advanced=True,
        )
    )


def add_left_alone(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare which layers keep their weights."""
    layers = choice(LEFT_ALONE, tr("Leave as it is"), FREEZE, "none")
    algorithm.addParameter(with_help(layers, tr("Which layers of that model aren't changed."), advanced=True))


def add_model_file(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the model that is made: its name, chance, what computes it, its file and its measures."""
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterString(NAME, tr("Name of the model"), optional=True),
            tr("What the model is called in lists; empty takes its file's name."),
            advanced=True,
        )
    )
    add_chance(algorithm)
    add_device(algorithm)
    algorithm.addParameter(
        with_help(
            file_output(MODEL_FILE, tr("Model file"), tr("Model files"), SUFFIX),
            tr("Holds the weights and everything that is needed to predict with them."),
        )
    )
    add_training_outputs(algorithm)


def read_device(inputs: Inputs) -> str:
    """Give what computes."""
    return inputs.text(DEVICE) or "auto"


def training_outputs(result: dict[str, Any]) -> dict[str, Any]:
    """Give the outputs of a training from its result."""
    measures = result.get("measures") or {}
    return {
        MODEL_FILE: result["model_file"],
        "RUN_FOLDER": result["run_folder"],
        "MIOU": measures.get("miou"),
        "F1": measures.get("f1"),
    }


def read_training(inputs: Inputs, recipe: Recipe) -> TrainJob:
    """Give the job that the parameters of a training describe."""
    return TrainJob(
        (read_scene(inputs),), inputs.output(MODEL_FILE, SUFFIX), recipe, start_from=inputs.file(START_FROM),
        freeze=inputs.choice(LEFT_ALONE), device=read_device(inputs), threads=THREADS.value(), seed=inputs.whole(SEED),
        all_touched=inputs.flag(ALL_TOUCHED), name=inputs.text(NAME),
    )  # fmt: skip


def train(job: TrainJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Train, and give the outputs."""
    result = run_job(job, inputs.folder, feedback)
    feedback.pushInfo(str(result.get("split") or ""))
    return training_outputs(result)


def add_training_outputs(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare what a training gives besides the model file."""
    algorithm.addOutput(QgsProcessingOutputFolder("RUN_FOLDER", tr("Folder of the run")))
    algorithm.addOutput(QgsProcessingOutputNumber("MIOU", tr("Mean IoU on the validation part")))
    algorithm.addOutput(QgsProcessingOutputNumber("F1", tr("F1 on the validation part, without background")))


class Train(OutcropAlgorithm):
    """Train a model."""

    KEY = "train"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Train a model")
    GROUP = TRAINING
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Trains a network or a classifier of single pixels on polygons drawn over imagery, and leaves one model file. "
        "A part of the labels is held back in blocks of the map, to measure the model on ground it never saw.\n"
        "The recipe decides everything that is left empty. A run that was stopped can be resumed from its folder, "
        "which lies beside the model file.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "segmentation classification deep learning network classifier supervised")

    def papers(self) -> list[str]:
        """Give the papers of the models."""
        return model_papers()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, recipe, what to start from, and the model file."""
        del configuration
        add_training_data(self)
        add_recipe(self)
        self.addParameter(
            with_help(
                model_input(START_FROM, tr("Start from a model of mine"), optional=True),
                tr("A model file of the same architecture and bands, to learn on from; empty starts from the recipe."),
                advanced=True,
            )
        )
        add_left_alone(self)
        add_model_file(self)

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)
        read_recipe(inputs)

    def _read(self, inputs: Inputs) -> TrainJob:
        return read_training(inputs, read_recipe(inputs))

    def _work(self, task: TrainJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return train(task, inputs, feedback)
