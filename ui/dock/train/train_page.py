"""The Train page: recipe, model, time, device, all settings, and the run as it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from ....core.model.architecture import CLASSIFIER
from ....core.training.runs.found_runs import FoundRun
from ....core.training.settings.recipe import Recipe
from ...recipe_texts import few_polygons_sentence, recipe_sentence, time_sentence, validation_sentence
from ...settings import models_folder
from ...texts import tr
from ...widgets.page import Page, grey_label, highlight, next_button
from ...widgets.problems import ERROR, HINT, Problem, ProblemList
from ..data.data_choice import DataChoice
from ..models.interrupted_runs import InterruptedRuns
from ..models.model_entries import list_models
from .offers import Offer
from .recipe_form import RecipeForm
from .run_view import IDLE, RunView


@dataclass(frozen=True)
class TrainChoice:
    """What was chosen on the Train page."""

    recipe: Recipe
    model_title: str
    device: str
    start_from: str = ""


class TrainPage(Page):
    """Chooses how to learn, and steers the run."""

    train_requested = pyqtSignal(object)
    predict_requested = pyqtSignal()
    map_requested = pyqtSignal(object)
    running = pyqtSignal(bool)
    offer_taken = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._data = self._trained_on = DataChoice()
        self._offer: Optional[Offer] = None
        self.form = RecipeForm(self)
        self.device = QComboBox()
        for name, text in (
            ("auto", tr("Automatic: the GPU if there is one")),
            ("cpu", tr("Processor")),
            ("cuda", tr("GPU")),
        ):
            self.device.addItem(text, name)
        self.device.setToolTip(tr("Where the network is computed"))
        self.runs = InterruptedRuns()
        self.add_wide(self.runs)
        self.recipe_line, self.model_line, self.validation_line = grey_label(), grey_label(), grey_label()
        self.add_row(tr("Recipe"), self.form.recipes)
        self.add_under(self.recipe_line)
        self.add_row(tr("Model"), self.form.models)
        self.add_under(self.model_line)
        self.add_row(tr("Start from"), self.form.start_from)
        self.add_row(tr("Stop after"), self.form.minutes)
        self.time_line = grey_label(tr("How long an epoch of this model took on this machine the last time tells"))
        self.add_under(self.time_line)
        self.add_row(tr("Device"), self.device)
        self.show_map = QToolButton()
        self.show_map.setText(tr("Show map"))
        self.show_map.setToolTip(tr("Show which labelled pixels train and which are held back, as a layer"))
        self.show_map.clicked.connect(lambda: self.map_requested.emit(self.form.recipe()))
        held_back = QWidget()
        beside = QHBoxLayout(held_back)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.validation_line, 1)
        beside.addWidget(self.show_map, 0, Qt.AlignmentFlag.AlignTop)
        self.add_wide(held_back)
        self.add_wide(self.form.settings)
        self.run = RunView()
        self.problem_list = ProblemList()
        self.train = next_button(tr("Train"), tr("Start training; QGIS stays free for other work"))
        self.predict = next_button(
            tr("Predict canvas extent"), tr("Map what the canvas shows with the model that was just trained")
        )
        self.predict.hide()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addStretch(1)
        line.addWidget(self.train)
        line.addWidget(self.predict)
        self.footer.addWidget(self.problem_list)
        self.footer.addWidget(self.run)
        self.footer.addLayout(line)
        self.form.changed.connect(self._update)
        self.train.clicked.connect(self._on_train)
        self.predict.clicked.connect(self.predict_requested)
        self.problem_list.mend_requested.connect(self._on_offer_taken)
        self._update()

    def set_data(self, data: DataChoice) -> None:
        """Take what was chosen on the Data page; of what was trained on other data nothing is shown any more."""
        self._data = data
        if self.run.state == IDLE and not data.is_same(self._trained_on):
            self._forget()
        self._update()

    def show_offer(self, offer: Optional[Offer]) -> None:
        """Show what can be done after the run that is over, until something else is done."""
        self._offer = offer
        self._update()

    def _on_offer_taken(self, action: str) -> None:
        offer = self._offer
        if offer is not None and offer.problem.action == action:
            self.show_offer(None)
            self.offer_taken.emit(offer)

    def _forget(self) -> None:
        self._offer = None
        self.run.forget()
        self.predict.hide()
        self.train.setText(tr("Train"))

    def showEvent(self, event: QShowEvent) -> None:
        """Look which model files there are to start from."""
        super().showEvent(event)
        self.form.offer_models(list_models(models_folder()))

    def show_runs(self, runs: Sequence[FoundRun]) -> None:
        """Show runs that were found from an earlier start."""
        self.runs.show_runs(runs)
        self._update()

    def set_running(self, *, watching: bool = False) -> None:
        """Show that a run has begun, or that one of another process is watched."""
        self._trained_on, self._offer = self._data, None
        self.run.start(watching=watching)
        self.running.emit(True)
        self.predict.hide()
        self._update()

    def set_ended(self, text: str, *, has_model: bool) -> None:
        """Show how the run ended."""
        self.run.end(text)
        self.running.emit(False)
        is_same = self._data.is_same(self._trained_on)
        self.predict.setVisible(has_model and is_same)
        self.train.setText(tr("Train again") if has_model and is_same else tr("Train"))
        self._trained_on = self._data
        self._update()

    def _update(self) -> None:
        entry = self.form.architecture
        self.model_line.setText(tr(entry.good_for))
        self.model_line.setToolTip(entry.paper)
        problem = self.form.problem()
        if not problem and self._data.imagery is not None:
            problem = self.form.start_problem(self._data.imagery.bands)
        problems = [Problem(ERROR, problem)] if problem else []
        if not self._data.ready or self._data.imagery is None:
            first = self._data.first_obstacle or tr("Choose imagery and polygons first.")
            problems.insert(0, Problem(HINT, tr("On the Data page: {obstacle}", obstacle=first)))
        running = self.run.state != IDLE
        offered = [self._offer.problem] if self._offer is not None else []
        self.problem_list.set_problems([] if running else [*problems, *offered])
        found = self.runs.newest
        self.runs.setVisible(found is not None and not running)
        highlight(self.train, on=self.predict.isHidden() and (found is None or found.is_running))
        self.train.setVisible(not running)
        self.train.setEnabled(not problems)
        self.device.setEnabled(entry.kind != CLASSIFIER)
        self.show_map.setEnabled(not problems)
        self.recipe_line.setText(recipe_sentence(self.form.preset.name))
        self.time_line.hide()
        if not problem:
            self._tell_of(self.form.recipe())

    def _tell_of(self, recipe: Recipe) -> None:
        """Say what the recipe makes of the polygons, how long it will take, and what it holds back."""
        polygons = 0 if self._data.area else self._data.polygons
        few = few_polygons_sentence(recipe, polygons, self.form.start_card)
        self.recipe_line.setText(f"{recipe_sentence(recipe.name)} {few}".strip())
        self.time_line.setText(time_sentence(recipe))
        self.time_line.setVisible(bool(self.time_line.text()))
        self.validation_line.setText(validation_sentence(recipe))

    def _on_train(self) -> None:
        form = self.form
        choice = TrainChoice(form.recipe(), form.architecture.title, self.device.currentData(), form.start_file)
        self.train_requested.emit(choice)
