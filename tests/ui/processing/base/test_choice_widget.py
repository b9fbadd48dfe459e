"""Choices are shown by title, and held by the name that never changes."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.gui import QgsProcessingModelerParameterWidget


@pytest.fixture
def algorithm(provider: OutcropProvider) -> Any:
    del provider
    return QgsApplication.processingRegistry().createAlgorithmById("outcrop:train")


def test_recipes_and_models_have_titles(dialog: Any) -> None:
    wrappers = dialog.mainWidget().wrappers
    recipe, model = wrappers["RECIPE"], wrappers["MODEL"]
    assert recipe.widget.currentText() == "Quick: minutes on a laptop"
    assert recipe.parameterValue() == "quick"
    assert model.parameterValue() is None
    model.widget.setCurrentIndex(model.widget.findText("Random forest"))
    assert model.parameterValue() == "random_forest"
    shown = [model.widget.itemText(index) for index in range(model.widget.count())]
    assert not [text for text in shown if "_" in text]


def test_a_name_that_a_recipe_has_too_is_shown_as_what_it_is() -> None:
    from outcrop.core.parameters import describe
    from outcrop.core.preparation.points.parameters import GridParameters
    from outcrop.ui.processing.base.choice_widget import title_of

    (model,) = (entry for entry in describe(GridParameters) if entry.name == "model")
    assert [title_of(name, model.choices) for name in model.choices] == list(model.choices)
    assert title_of("best", ["quick", "best"]) == "Best: half an hour"


def test_history_brings_the_choice_back(dialog: Any) -> None:
    dialog.setParameters({"RECIPE": "pegmatite", "MODEL": "random_forest"})
    wrappers = dialog.mainWidget().wrappers
    assert (wrappers["RECIPE"].parameterValue(), wrappers["MODEL"].parameterValue()) == ("pegmatite", "random_forest")
    assert wrappers["RECIPE"].widget.currentText() == "Pegmatite dikes"


def test_the_model_designer_has_its_own_widget(algorithm: Any) -> None:
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    designer = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm("any", "tests"))
    assert isinstance(designer.widget.widget.wrappers["RECIPE"], QgsProcessingModelerParameterWidget)
    designer.deleteLater()
