"""Fine-tune a model: learn on from a model file, with its architecture and its recipe, on other labels."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.model.base_model import check_base
from ....core.model.card_file import read_card
from ....core.training.settings.few_polygons import at_full_speed
from ....core.training.settings.jobs import TrainJob
from ....core.training.settings.recipe import Recipe, recipe_from_dict
from ...texts import tr
from ..base.algorithm import TRAINING, OutcropAlgorithm
from ..base.declarations import left_open, model_input, with_help
from ..base.inputs import Inputs
from ..base.recipe_parameters import model_papers, recipe_settings, with_settings
from ..base.scene import add_training_data, check_labels_given
from .train import START_FROM, add_left_alone, add_model_file, read_training, train


class FineTune(OutcropAlgorithm):
    """Fine-tune a model."""

    KEY = "finetune"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Fine-tune a model")
    GROUP = TRAINING
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Learns on from a network that was trained before, on polygons of another scene or another year, and leaves a "
        "model file of its own; the first one stays as it is. Fewer polygons and less time are needed than from the "
        "beginning.\n"
        "Architecture, settings and recipe are those of the model; what is set below changes them. Classes that it "
        "knows keep what was learned, new ones start anew. The imagery needs the same bands.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "transfer learning continue update")

    def papers(self) -> list[str]:
        """Give the papers of the models."""
        return model_papers()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, the model to start from, settings, and the model file."""
        del configuration
        add_training_data(self)
        base = model_input(START_FROM, tr("Start from a model of mine"))
        self.addParameter(with_help(base, tr("The model file of a network, to learn on from.")))
        add_left_alone(self)
        for entry in recipe_settings():
            self.addParameter(left_open(entry))
        add_model_file(self)

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)
        _recipe(inputs)

    def _read(self, inputs: Inputs) -> TrainJob:
        return read_training(inputs, _recipe(inputs))

    def _work(self, task: TrainJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return train(task, inputs, feedback)


def _recipe(inputs: Inputs) -> Recipe:
    """Give the recipe by which the model was trained, with the settings that are set, checked.

    Raises:
        BadInputError: When the file is no network's, or values don't go together.
    """
    card = read_card(inputs.file(START_FROM))
    check_base(card, card.architecture, card.bands)
    return with_settings(at_full_speed(recipe_from_dict(card.recipe)), inputs)
