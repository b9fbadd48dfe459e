"""The choice of recipe and model, and the form of all settings that follows from them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout

from ....core.errors import BadInputError
from ....core.model.architecture import CLASSIFIER, NETWORK, Architecture
from ....core.model.base_model import check_base
from ....core.model.catalogue import architectures, weights_terms
from ....core.model.model_card import ModelCard
from ....core.parameters import describe, to_dict
from ....core.training.settings.choices import USED_ON
from ....core.training.settings.recipe import FOR_NETWORKS_ONLY, Recipe, recipe_from_dict
from ....core.training.settings.recipes import RECIPES
from ...recipe_texts import recipe_title
from ...texts import error_text, number_text, tr
from ...widgets.editors import choice_text
from ...widgets.form import ParameterForm
from ..models.model_entries import ModelEntry

FITS_ANYWHERE = "random_forest"
"""What is proposed where there is no time, or no library, for a network."""
_ELSEWHERE = {"model", "model_parameters", "minutes", "used_on"}
"""Fields of the recipe that have a widget of their own on the page."""
_WEIGHTS, NONE, _FILE = "weights", "none", "file:"
_WEIGHTS_NONE = f"{_WEIGHTS}:{NONE}"
_MINUTES = (2.0, 5.0, 15.0, 30.0, 60.0, 240.0, 720.0)


class RecipeForm(QObject):
    """Keeps the widgets that make a recipe in step; the Train page lays them out."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.recipes = QComboBox()
        for name in RECIPES:
            self.recipes.addItem(recipe_title(name), name)
        self.recipes.setToolTip(tr("Where to start: every training choice at once. All of them can be changed below."))
        self.models = QComboBox()
        self._fill_models()
        self.models.setToolTip(tr("The network, or the classifier of single pixels, to train"))
        self.start_from = QComboBox()
        self.start_from.setToolTip(
            tr(
                "What the network knows at the beginning: nothing, what was learned on other pictures, or what one of "
                "your models of the same kind and bands has learned"
            )
        )
        self._offered: list[ModelEntry] = []
        self._wanted_file = ""
        self._networks_work = True
        self.minutes = QComboBox()
        self.minutes.setToolTip(tr("When training ends at the latest; the best model by then is kept"))
        self.used_on = QComboBox()
        for choice in USED_ON:
            self.used_on.addItem(choice_text(choice), choice)
        self.used_on.setToolTip(tr(
            "Whether the model maps the imagery that it learns from, or others too: images of another day, place or "
            "light. For others it learns not to rely on these colours; the map of this scene may be a little worse."
        ))  # fmt: skip
        self.settings = QgsCollapsibleGroupBox(tr("All Settings"))
        self.settings.setToolTip(tr("Every choice of the recipe; what you change is shown in bold"))
        self.settings.setCollapsed(True)
        self.model_form, self.recipe_form = ParameterForm(), ParameterForm()
        layout = QVBoxLayout(self.settings)
        layout.addWidget(self.model_form)
        layout.addWidget(self.recipe_form)
        self.recipes.currentIndexChanged.connect(lambda _index: self._on_recipe())
        self.models.currentIndexChanged.connect(lambda _index: self._on_model())
        self.minutes.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.used_on.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.start_from.currentIndexChanged.connect(lambda _index: self._on_start())
        self.model_form.changed.connect(self._follow_weights)
        for form in (self.model_form, self.recipe_form):
            form.changed.connect(self.changed)
        self._on_recipe()

    @property
    def architecture(self) -> Architecture:
        """The chosen model's entry in the list."""
        return architectures()[self.models.currentData()]

    @property
    def preset(self) -> Recipe:
        """The chosen recipe as it was published."""
        return RECIPES[self.recipes.currentData()]

    @property
    def start_file(self) -> str:
        """The model file that training starts from; empty where it starts from none."""
        chosen = str(self.start_from.currentData() or "")
        return chosen[len(_FILE) :] if chosen.startswith(_FILE) else ""

    @property
    def start_card(self) -> Optional[ModelCard]:
        """The card of the model file that training starts from; None where it starts from none."""
        return next((one.card for one in self._offered if str(one.path) == self.start_file), None)

    @property
    def proposed_model(self) -> str:
        """The recipe's model, or a classifier in place of a network that can't be trained here."""
        own = self.preset.model
        return own if self._networks_work or architectures()[own].is_fitted else FITS_ANYWHERE

    def set_networks_work(self, work: bool) -> None:
        """Note whether networks can be trained here; a model that was only proposed follows."""
        before, self._networks_work = self.proposed_model, work
        if self.models.currentData() == before != self.proposed_model:
            self.models.setCurrentIndex(self.models.findData(self.proposed_model))

    def offer_models(self, entries: Sequence[ModelEntry]) -> None:
        """Offer model files to start from; those that are of another kind than the chosen model aren't shown."""
        self._offered = list(entries)
        self._fill_start()

    def start_problem(self, bands: tuple[str, ...]) -> str:
        """Say why training can't start from the chosen model file with these bands; empty when it can."""
        if self.start_card is None:
            return ""
        try:
            check_base(self.start_card, self.architecture.key, bands)
        except BadInputError as error:
            return error_text(error)
        return ""

    def weights_text(self) -> str:
        """Say which pretrained weights training starts from, how they come here, and what their licence allows."""
        if self.start_file:
            return ""
        try:
            told = weights_terms(self.architecture.key, self.model_form.values())
        except BadInputError:
            return ""
        return told.translated(tr) if told is not None else ""

    def recipe(self) -> Recipe:
        """Give the recipe with all that was changed.

        Raises:
            BadInputError: When values don't go together.
        """
        chosen = {
            "model": self.models.currentData(),
            "model_parameters": self.model_form.changes_from(self._own_parameters()),
            "minutes": self.minutes.currentData(), "used_on": self.used_on.currentData(),
        }  # fmt: skip
        return recipe_from_dict({**to_dict(self.preset), **self.recipe_form.values(), **chosen}).checked()

    def problem(self) -> str:
        """Say in one line what doesn't go together; empty when all does."""
        try:
            self.recipe()
        except BadInputError as error:
            return error_text(error)
        return ""

    def set_recipe(self, recipe: Recipe) -> None:
        """Show a recipe, such as one kept in the project: its preset, its model, and what was changed."""
        self.recipes.setCurrentIndex(max(0, self.recipes.findData(recipe.name)))
        self.models.setCurrentIndex(max(0, self.models.findData(recipe.model)))
        self.model_form.set_values(recipe.model_parameters)
        self.recipe_form.set_values(to_dict(recipe))
        self._show_minutes(recipe.minutes)
        self._show_use(recipe.used_on)

    def state(self) -> dict[str, Any]:
        """Give what is chosen: recipe, model and time, and what was changed of the settings."""
        return {
            "recipe": self.recipes.currentData(), "model": self.models.currentData(),
            "minutes": self.minutes.currentData(), "start_file": Path(self.start_file).name,
            "used_on": self.used_on.currentData(),
            "settings": self.recipe_form.state(), "model_settings": self.model_form.state(),
        }  # fmt: skip

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what was chosen; a recipe or model that isn't known any more leaves the first one."""
        recipe = self.recipes.findData(state.get("recipe"))
        self.recipes.setCurrentIndex(max(0, recipe))
        self._on_recipe()
        model = self.models.findData(state.get("model"))
        if model >= 0:
            self.models.setCurrentIndex(model)
        self.model_form.restore(_mapping(state.get("model_settings")))
        self.recipe_form.restore(_mapping(state.get("settings")))
        self._wanted_file = str(state.get("start_file") or "")
        self._fill_start()
        minutes = state.get("minutes", self.preset.minutes)
        if minutes is None or (isinstance(minutes, (int, float)) and minutes > 0):
            self._show_minutes(minutes)
        self._show_use(str(state.get("used_on") or self.preset.used_on))

    def _fill_models(self) -> None:
        bold = QFont(self.models.font())
        bold.setBold(True)
        for kind, heading in ((NETWORK, tr("Networks")), (CLASSIFIER, tr("Classifiers of single pixels"))):
            self.models.addItem(heading)
            item = self.models.model().item(self.models.count() - 1)
            item.setEnabled(False)
            item.setData(bold, Qt.ItemDataRole.FontRole)
            for key, entry in architectures().items():
                if entry.kind == kind:
                    self.models.addItem(tr(entry.title), key)

    def _on_recipe(self) -> None:
        preset = self.preset
        known = self.models.findData(self.proposed_model)
        self.models.blockSignals(True)
        self.models.setCurrentIndex(known if known >= 0 else 1)
        self.models.blockSignals(False)
        self._show_minutes(preset.minutes)
        self._show_use(preset.used_on)
        self._on_model()

    def _on_model(self) -> None:
        entry, preset = self.architecture, self.preset
        self.model_form.show_parameters(entry.parameters, self._preset_parameters(), heading=tr("Model"))
        hidden = FOR_NETWORKS_ONLY if entry.is_fitted else frozenset()
        self.recipe_form.show_parameters(Recipe, to_dict(preset), _ELSEWHERE | hidden)
        self.minutes.setEnabled(not entry.is_fitted)
        self._fill_start()
        self.changed.emit()

    def _fill_start(self) -> None:
        """Offer what the chosen model can start from, and keep the choice where that is still there."""
        entry = self.architecture
        chosen = self.start_file or self._wanted_file
        weights = next((one for one in describe(entry.parameters) if one.name == _WEIGHTS), None)
        self.start_from.blockSignals(True)
        self.start_from.clear()
        self.start_from.addItem(tr("Scratch"), _WEIGHTS_NONE)
        for choice in weights.choices if weights is not None else ():
            if choice != NONE:
                self.start_from.addItem(choice_text(choice), f"{_WEIGHTS}:{choice}")
        for model in self._offered:
            if model.card is not None and model.card.architecture == entry.key and not entry.is_fitted:
                self.start_from.addItem(tr("my model “{name}”", name=model.name), f"{_FILE}{model.path}")
                if chosen in (str(model.path), model.path.name):
                    self.start_from.setCurrentIndex(self.start_from.count() - 1)
        self.start_from.blockSignals(False)
        self.start_from.setEnabled(self.start_from.count() > 1)
        self._follow_weights()

    def _on_start(self) -> None:
        self._wanted_file = Path(self.start_file).name
        chosen = str(self.start_from.currentData() or "")
        if chosen.startswith(f"{_WEIGHTS}:") and self._has_weights():
            self.model_form.set_values({_WEIGHTS: chosen.partition(":")[2]})
        self._update_forms()
        self.changed.emit()

    def _follow_weights(self) -> None:
        """Show which weights the model's settings say, unless a model file is chosen."""
        if not self.start_file and self._has_weights():
            self.start_from.blockSignals(True)
            index = self.start_from.findData(f"{_WEIGHTS}:{self.model_form.values()[_WEIGHTS]}")
            self.start_from.setCurrentIndex(max(0, index))
            self.start_from.blockSignals(False)
        self._update_forms()

    def _update_forms(self) -> None:
        """Leave the model's settings alone where a model file brings its own."""
        self.model_form.setEnabled(not self.start_file)

    def _has_weights(self) -> bool:
        return _WEIGHTS in self.model_form.values()

    def _preset_parameters(self) -> dict[str, Any]:
        """Give the preset's settings of the model, if it is the preset's model."""
        return dict(self.preset.model_parameters) if self.architecture.key == self.preset.model else {}

    def _own_parameters(self) -> dict[str, Any]:
        """Give the model's own defaults, which need not be written down."""
        return {field.name: field.default for field in dataclasses.fields(self.architecture.parameters)}

    def _show_use(self, choice: str) -> None:
        self.used_on.setCurrentIndex(max(0, self.used_on.findData(choice)))

    def _show_minutes(self, minutes: Optional[float]) -> None:
        self.minutes.blockSignals(True)
        self.minutes.clear()
        for choice in sorted({*_MINUTES, *([minutes] if minutes else [])}):
            text = tr("{n} min", n=number_text(choice, 0 if choice == int(choice) else 1))
            self.minutes.addItem(text if choice < 60 else tr("{n} h", n=number_text(choice / 60)), choice)
        self.minutes.addItem(tr("all epochs, however long"), None)
        indices = [index for index in range(self.minutes.count()) if self.minutes.itemData(index) == minutes]
        self.minutes.setCurrentIndex(indices[0])
        self.minutes.blockSignals(False)
        self.changed.emit()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
