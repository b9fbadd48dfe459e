"""The Train page: recipe, model, time, device, all settings, and the run as it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from ....core.model.architecture import CLASSIFIER
from ....core.training.runs.found_runs import FoundRun
from ....core.training.settings.recipe import Recipe
from ...recipe_texts import (
    few_polygons_sentence,
    foreseen_sentence,
    recipe_sentence,
    short_time_sentence,
    time_sentence,
    validation_sentence,
)
from ...settings import models_folder
from ...texts import tr
from ...widgets.page import Page, grey_label, highlight, next_button
from ...widgets.problems import ERROR, HINT, WARNING, Problem, ProblemList
from ..data.data_choice import DataChoice
from ..models.interrupted_runs import InterruptedRuns
from ..models.model_entries import list_models
from .offers import Offer
from .recipe_form import FITS_ANYWHERE, RecipeForm
from .run_view import IDLE, RunView

QUICK = "quick"
TAKE_FITTING = "take_fitting"
"""What the button of a shortage of time does."""


_Chosen = tuple[DataChoice, dict[str, Any], Any]


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
    choice_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._data = self._trained_on = DataChoice()
        self._offer: Optional[Offer] = None
        self._foreseen: Optional[Mapping[str, Any]] = None
        self._is_coming = False
        self._failed_with: Optional[_Chosen] = None
        self.form = RecipeForm(self)
        self.device = _device_box()
        self.runs = InterruptedRuns()
        self.add_wide(self.runs)
        self.recipe_line, self.model_line, self.validation_line = grey_label(), grey_label(), grey_label()
        self.add_row(tr("Recipe"), self.form.recipes)
        self.add_under(self.recipe_line)
        self.add_row(tr("Model"), self.form.models)
        self.add_under(self.model_line)
        self.add_row(tr("Start from"), self.form.start_from)
        self.weights_line = grey_label(tr("What Train fetches before it begins, and what its licence allows"))
        self.add_under(self.weights_line)
        self.add_row(tr("Use it on"), self.form.used_on)
        self.add_row(tr("Stop after"), self.form.minutes)
        self.time_line = grey_label(tr("Some steps with this data were tried on this machine, and thrown away"))
        self.add_under(self.time_line)
        self.add_row(tr("Device"), self.device)
        self.add_wide(self._build_held_back())
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
        self.form.changed.connect(self._on_choice)
        self.device.currentIndexChanged.connect(lambda _index: self._on_choice())
        self.train.clicked.connect(self._on_train)
        self.predict.clicked.connect(self.predict_requested)
        self.problem_list.mend_requested.connect(self._on_offer_taken)
        self._update()

    def _build_held_back(self) -> QWidget:
        """Make the line that says what is held back, with the button that shows it."""
        self.show_map = QToolButton()
        self.show_map.setText(tr("Show map"))
        self.show_map.setToolTip(tr("Show which labelled pixels train and which are held back, as a layer"))
        self.show_map.clicked.connect(lambda: self.map_requested.emit(self.form.recipe()))
        held_back = QWidget()
        beside = QHBoxLayout(held_back)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.validation_line, 1)
        beside.addWidget(self.show_map, 0, Qt.AlignmentFlag.AlignTop)
        return held_back

    def set_data(self, data: DataChoice) -> None:
        """Take what was chosen on the Data page; of what was trained on other data nothing is shown any more."""
        self._data = data
        if self.run.state == IDLE and not data.is_same(self._trained_on):
            self._forget()
        self._on_choice()

    def chosen(self) -> Optional[tuple[DataChoice, TrainChoice]]:
        """Give what would be trained now; None where that can't be done."""
        if self.run.state != IDLE or self._problems():
            return None
        return self._data, self._choice()

    def show_foreseen(self, told: Optional[Mapping[str, Any]], *, is_coming: bool = False) -> None:
        """Show how long the chosen training will take here, or that this is being tried out."""
        self._foreseen, self._is_coming = told, is_coming
        self._update()

    def show_offer(self, offer: Optional[Offer]) -> None:
        """Show what can be done after the run that is over, until something else is done."""
        self._offer = offer
        self._update()

    def _on_offer_taken(self, action: str) -> None:
        offer = self._offer
        if action == TAKE_FITTING:
            self._take_what_fits()
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
        self._on_choice()

    def show_runs(self, runs: Sequence[FoundRun]) -> None:
        """Show runs that were found from an earlier start."""
        self.runs.show_runs(runs)
        self._update()

    def set_running(self, *, watching: bool = False) -> None:
        """Show that a run has begun, or that one of another process is watched."""
        self._trained_on, self._offer, self._is_coming = self._data, None, False
        self.run.start(watching=watching)
        self.running.emit(True)
        self.predict.hide()
        self._update()

    def show_refusal(self, reason: str) -> None:
        """Show why no run begins, in the place of what was told of the one before."""
        self._forget()
        self.run.end(reason)
        self._failed_with = self._all_chosen()
        self._update()

    def set_ended(self, text: str, *, has_model: bool) -> None:
        """Show how the run ended."""
        self.run.end(text)
        self._failed_with = None if has_model else self._all_chosen()
        self.running.emit(False)
        is_same = self._data.is_same(self._trained_on)
        self.predict.setVisible(has_model and is_same)
        self.train.setText(tr("Train again") if has_model and is_same else tr("Train"))
        self._trained_on = self._data
        self._update()

    def _on_choice(self) -> None:
        """Show what is chosen; what was foreseen of something else is forgotten, and why that could not be trained."""
        if self.run.state == IDLE and self._failed_with is not None and self._failed_with != self._all_chosen():
            self._failed_with = None
            self._forget()
        self._foreseen, self._is_coming = None, False
        self._update()
        self.choice_changed.emit()

    def _problems(self) -> list[Problem]:
        """Say what keeps it from being trained."""
        problem = self.form.problem()
        if not problem and self._data.imagery is not None:
            problem = self.form.start_problem(self._data.imagery.bands)
        problems = [Problem(ERROR, problem)] if problem else []
        if not self._data.ready or self._data.imagery is None:
            first = self._data.first_obstacle or tr("Choose imagery and polygons first.")
            problems.insert(0, Problem(HINT, tr("On the Data page: {obstacle}", obstacle=first)))
        return problems

    def _update(self) -> None:
        entry = self.form.architecture
        self.model_line.setText(tr(entry.good_for))
        self.model_line.setToolTip(entry.paper)
        problems = self._problems()
        running = self.run.state != IDLE
        offered = [self._offer.problem] if self._offer is not None else []
        self.problem_list.set_problems([] if running else [*problems, *self._shortage(), *offered])
        run = self.runs.newest
        self.runs.setVisible(run is not None and not running)
        highlight(self.train, on=self.predict.isHidden() and (run is None or run.is_running))
        self.train.setVisible(not running)
        self.train.setEnabled(not problems)
        self.device.setEnabled(entry.kind != CLASSIFIER)
        self.show_map.setEnabled(not problems)
        self.recipe_line.setText(recipe_sentence(self.form.preset.name))
        self.weights_line.setText(self.form.weights_text())
        self.weights_line.setVisible(bool(self.weights_line.text()))
        self.time_line.hide()
        if not self.form.problem():
            self._tell_of(self.form.recipe())

    def _shortage(self) -> list[Problem]:
        """Warn where the time won't do, and offer what fits it."""
        if self._foreseen is None or self._offer is not None or self.form.problem():
            return []
        text = short_time_sentence(self._foreseen, self.form.recipe())
        fitting = tr("Take Quick") if self.form.recipes.currentData() != QUICK else tr("Take random forest")
        return [Problem(WARNING, text, button=fitting, action=TAKE_FITTING)] if text else []

    def _take_what_fits(self) -> None:
        """Choose the quick recipe or, where that is chosen already, the classifier that needs no epochs."""
        if self.form.recipes.currentData() != QUICK:
            self.form.recipes.setCurrentIndex(self.form.recipes.findData(QUICK))
        else:
            self.form.models.setCurrentIndex(self.form.models.findData(FITS_ANYWHERE))

    def _tell_of(self, recipe: Recipe) -> None:
        """Say what the recipe makes of the polygons, how long it will take, and what it holds back."""
        polygons = 0 if self._data.area else self._data.polygons
        few = few_polygons_sentence(recipe, polygons, self.form.start_card)
        self.recipe_line.setText(f"{recipe_sentence(recipe.name)} {few}".strip())
        self.time_line.setText(self._time_text(recipe))
        self.time_line.setVisible(bool(self.time_line.text()))
        self.validation_line.setText(validation_sentence(recipe))

    def _time_text(self, recipe: Recipe) -> str:
        """Say how long it takes; what another training has taken only where this one can't be tried beforehand."""
        if self._foreseen is not None:
            return foreseen_sentence(self._foreseen)
        if self._is_coming and not self.form.architecture.is_fitted:
            return tr("Trying out how long this takes here …")
        rendered = self._data.imagery is not None and self._data.imagery.is_rendered
        return time_sentence(recipe) if rendered else ""

    def _all_chosen(self) -> _Chosen:
        """Give everything that is chosen, fit for training or not, to see whether it is something else by now."""
        return replace(self._data, problems=()), self.form.state(), self.device.currentData()

    def _choice(self) -> TrainChoice:
        form = self.form
        return TrainChoice(form.recipe(), form.architecture.title, self.device.currentData(), form.start_file)

    def _on_train(self) -> None:
        self.train_requested.emit(self._choice())


def _device_box() -> QComboBox:
    box = QComboBox()
    for name, text in (
        ("auto", tr("Automatic: the GPU if there is one")),
        ("cpu", tr("Processor")),
        ("cuda", tr("GPU")),
    ):
        box.addItem(text, name)
    box.setToolTip(tr("Where the network is computed"))
    return box
