"""The dock: its pages, and the wiring between them and the jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional, TypeVar

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..layers.own_rasters import is_likely_map
from ..messages import Messages
from ..naming import name_fields
from ..projects.sample_project import SampleLayers
from ..review.queue_row import QueueRow
from ..texts import tr
from ..widgets.page import Page
from ..worker.launcher import Launcher
from .again.again_control import AgainControl
from .again.queue_control import QueueControl
from .again.threshold_control import ThresholdControl
from .area_drawing import AreaDrawing
from .banner import Banner
from .correct.control import CorrectControl
from .correct.page import CorrectPage
from .data.data_choice import DataChoice
from .data.data_control import DataControl
from .data.data_page import DataPage
from .data.validation_map import ValidationMap
from .dock_state import DockState
from .environment_panel import EnvironmentPanel
from .live_control import LiveControl
from .models.comparison import Compared, Comparison
from .models.interrupted_runs import run_sentence
from .models.model_library import ModelLibrary
from .page_tabs import PageTabs
from .pages import PAGES, Surroundings
from .predict.predict_control import PredictControl
from .predict.predict_page import CANVAS, PredictPage
from .project_state import ProjectState
from .settings_dialog import SettingsDialog
from .shortcuts import add_shortcuts
from .suspects.suspect_control import SuspectControl
from .train.foresight import Foresight
from .train.found_runs import FoundRuns
from .train.offers import Offer
from .train.train_page import TrainChoice, TrainPage
from .train.training import Training

_LEAST_HEIGHT_PX = 320
"""Another panel that is docked above or below leaves this much: a few rows, and the button to press next."""
_EXTENT_PAUSE_MS = 250
_Kind = TypeVar("_Kind", bound=Page)


class OutcropDock(QgsDockWidget):
    """The panel beside the map."""

    def __init__(
        self,
        project: QgsProject,
        canvas: QgsMapCanvas,
        messages: Messages,
        activate: Callable[[QgsVectorLayer], None] = lambda _layer: None,
        cad: Optional[QgsAdvancedDigitizingDockWidget] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        """Make the dock; `activate` makes a layer QGIS's current one, `cad` is its panel for exact digitising."""
        super().__init__(tr("Outcrop"), parent)
        self.setObjectName("OutcropDock")
        self._project, self._canvas, self._messages = project, canvas, messages
        self._launcher = Launcher()
        around = Surroundings(project, canvas, self._launcher, messages)
        self.pages = [entry.make(around) for entry in PAGES]
        self.training = Training(project, self._launcher, messages, self)
        self.data_page = self._page(DataPage)
        self.labelling = DataControl(self.data_page, project, canvas, messages, activate, cad, self)
        self.area_drawing = AreaDrawing(self.data_page.elsewhere, project, canvas, self)
        self.train_page = self._page(TrainPage)
        self.foresight = Foresight(self.train_page, project, self._launcher, self)
        self.live = LiveControl(self.data_page, project, canvas, self._launcher, self)
        self.suspects = SuspectControl(self.data_page, project, canvas, self._launcher, messages, self)
        self.again = AgainControl(
            project, self._launcher, messages, self._train_again, lambda: self.data_page.choice, self
        )
        self.predict_page = self._page(PredictPage)
        self.predicting = PredictControl(self.predict_page, project, canvas, self._launcher, messages, self)
        self.prediction = self.predicting.prediction
        self.correct_page = self._page(CorrectPage)
        self.correcting = CorrectControl(self.correct_page, project, canvas, self._launcher, messages, self)
        self.live.add_to(self.correct_page)
        self.queue_row = QueueRow()
        self.correct_page.add_wide(self.queue_row)
        self.queue = QueueControl(
            self.queue_row, project, canvas, self._launcher, messages, lambda: self.correct_page.chosen_layer,
            lambda: self.data_page.choice, lambda: self.correcting.tools.current is not None, self,
        )  # fmt: skip
        self.threshold = ThresholdControl(self.correct_page, project, canvas, self._launcher, messages, self)
        self.found_runs = FoundRuns(self.train_page, self.training, self)
        self.validation_map = ValidationMap(project, self._launcher, messages, self)
        self._compared_on: Optional[DataChoice] = None
        self._new_model = ""
        self.comparison = Comparison(project, self._launcher, messages, self)
        self.library = ModelLibrary(self.predict_page.models, project, self._launcher, messages, self)
        self._extent_timer = QTimer(self)
        self._extent_timer.setSingleShot(True)
        self._extent_timer.setInterval(_EXTENT_PAUSE_MS)
        self._build()
        self._connect()
        self._on_data(self.data_page.choice)
        self._check_environment()
        self._find_runs()
        self.again.look()
        self._keep_state()

    def shutdown(self) -> bool:
        """End all jobs and let go of project and canvas; True when no process is left."""
        self.state.stop()
        self.labelling.shutdown()
        self.library.shutdown()
        self._canvas.extentsChanged.disconnect(self._extent_timer.start)
        self._extent_timer.stop()
        self.area_drawing.shutdown()
        self.found_runs.shutdown()
        self.foresight.shutdown()
        self.live.shutdown()
        self.predicting.shutdown()
        self.queue.shutdown()
        self.again.shutdown()
        self.threshold.shutdown()
        self.correcting.shutdown()
        for page in self.pages:
            page.shutdown()
        setup_gone = self.environment.shutdown()
        return self._launcher.shutdown() and setup_gone

    def _page(self, kind: type[_Kind]) -> _Kind:
        """Give the page of a kind, of those that the table lists."""
        return next(page for page in self.pages if isinstance(page, kind))

    def _keep_state(self) -> None:
        pages = DockState(self._project, self.tabs, self.data_page, self.train_page, self.predict_page)
        self.state = ProjectState(self._project, pages.collect, pages.restore, self)
        self.state.watch(
            self.data_page.changed, self.train_page.form.changed, self.train_page.device.currentIndexChanged,
            self.predict_page.models.changed, self.predict_page.where.currentIndexChanged, self.tabs.currentChanged,
        )  # fmt: skip
        self.training.started.connect(pages.remember, Qt.ConnectionType.QueuedConnection)  # after the click's own work

    def _build(self) -> None:
        self.tabs = PageTabs()
        for entry, page in zip(PAGES, self.pages):
            self.tabs.add_page(page, tr(entry.title), tr(entry.tip))
        add_shortcuts(self.tabs)
        gear = QToolButton()
        gear.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        gear.setAutoRaise(True)
        gear.setToolTip(tr("Settings of Outcrop"))
        gear.clicked.connect(self.open_settings)
        self.banner = Banner(self.tabs)
        self.environment = EnvironmentPanel(
            self.banner, self._project, self._canvas, self._launcher, self._messages, self
        )
        self.tabs.setCornerWidget(self.environment.help_button(lambda: PAGES[self.tabs.currentIndex()].manual, gear))
        self.banner.setMinimumHeight(_LEAST_HEIGHT_PX)
        self.setWidget(self.banner)
        name_fields(self.banner)

    def _connect(self) -> None:
        self.data_page.changed.connect(self._on_data)
        self.data_page.stack.taken.connect(self.predict_page.imagery.look)
        self.data_page.new.marked.connect(self.predict_page.imagery.look)
        self.data_page.next_requested.connect(lambda: self.tabs.setCurrentWidget(self.train_page))
        self.data_page.sample_requested.connect(self.environment.open_sample)
        self.environment.sample.opened.connect(self._on_sample)
        self.environment.networks_work.connect(self.train_page.form.set_networks_work)
        self.live.train_requested.connect(self._on_live_train)
        self.correcting.corrected.connect(self.live.on_corrected)
        self.data_page.corrections.again_requested.connect(self._on_again)
        self.queue_row.again_requested.connect(self._on_again)
        self.correcting.tools.taken.connect(self.threshold.on_tool)
        self.again.told.connect(self._messages.log)
        self.again.mapped.connect(self._on_mapped_again)
        self.train_page.train_requested.connect(self._on_train)
        self.train_page.predict_requested.connect(self._on_predict_now)
        self.training.started.connect(self.train_page.set_running)
        self.training.refused.connect(self.train_page.show_refusal)
        self.training.ended.connect(self._on_trained)
        self.training.ended.connect(lambda _text, model_file: self.again.on_trained(model_file))
        self.training.offered.connect(self.train_page.show_offer)
        self.train_page.offer_taken.connect(self._on_offer)
        self.found_runs.ended.connect(self._on_trained)
        self.train_page.running.connect(self._mark_running)
        self.train_page.running.connect(self.predict_page.set_training)
        self.predict_page.predict_requested.connect(lambda _choice: self._check_environment())
        self.train_page.map_requested.connect(lambda recipe: self.validation_map.start(self.data_page.choice, recipe))
        self.validation_map.busy.connect(self.train_page.show_map.setDisabled)
        self.library.runs_requested.connect(self.found_runs.show_list)
        self.library.compare_requested.connect(self._on_compare)
        self.comparison.busy.connect(self.library.actions["assessment"].setDisabled)
        self.comparison.compared.connect(self._on_compared)
        self.library.changed.connect(lambda file: self.predict_page.refresh(check=file))
        self.tabs.currentChanged.connect(self._on_tab)
        self._canvas.extentsChanged.connect(self._extent_timer.start)
        self._extent_timer.timeout.connect(self.predict_page.update_extent)

    def _on_sample(self, layers: SampleLayers) -> None:
        self.data_page.choose_scene(layers.imagery, layers.polygons, layers.class_field, layers.area)
        self.tabs.setCurrentWidget(self.data_page)

    def _on_data(self, choice: DataChoice) -> None:
        if self._compared_on is not None and not choice.is_same(self._compared_on):
            self._compared_on = None
            self.predict_page.models.show_compared(None)
        self.train_page.set_data(choice)
        if choice.imagery is not None:
            self.predict_page.follow(choice.imagery)

    def _find_runs(self) -> None:
        """Look for trainings of an earlier start, and say so where there is one."""
        run = self.found_runs.refresh()
        if run is not None:
            self._messages.warning(run_sentence(run), tr("Show"), lambda: self.tabs.setCurrentWidget(self.train_page))

    def _on_tab(self, _index: int) -> None:
        self.area_drawing.show_outline(on=self.tabs.currentWidget() is self.data_page)
        if self.tabs.currentWidget() is self.train_page:
            self.found_runs.refresh()
        if self.tabs.currentWidget() is self.predict_page:
            self.predict_page.refresh()
        self._check_environment()

    def _on_train(self, choice: TrainChoice) -> None:
        self._check_environment()
        self.training.start(self.data_page.choice, choice)

    def _on_live_train(self, choice: Optional[TrainChoice]) -> None:
        """Train with the live map's labels: as the Train page says, or the small model of the sketch itself."""
        self.tabs.setCurrentWidget(self.train_page)
        if choice is None:
            self.train_page.train.click()
        else:
            self._on_train(choice)

    def _on_again(self) -> None:
        self.data_page.look_for_corrections()
        data = self.data_page.choice
        if not data.corrections:
            text = tr("There are no corrections to learn from yet. Correct a map of this imagery first.")
            self._messages.warning(text)
        self.again.start(data.imagery, data.corrections)

    def _on_mapped_again(self, layer: QgsRasterLayer) -> None:
        """Go on with the new map on the Correct page, unless somebody is at the first one."""
        if self.correcting.tools.current is None:
            self.correct_page.layer.set_layer(layer)

    def _train_again(self) -> Optional[Path]:
        """Train as the Train page says, and give the folder of that if it runs."""
        self.tabs.setCurrentWidget(self.train_page)
        self.train_page.train.click()
        return self.training.folder

    def _on_trained(self, text: str, model_file: str) -> None:
        """Tell it at once; what was left and what models there are is looked at when the window has heard the mouse."""
        self.train_page.set_ended(text, has_model=bool(model_file))
        QTimer.singleShot(0, self.found_runs.refresh)
        if not model_file:
            return
        self._new_model = model_file
        QTimer.singleShot(0, self._list_new_model)
        if self.tabs.currentWidget() is not self.train_page or not self.isVisible():
            self._messages.success(text, tr("Predict canvas extent"), self._on_predict_now)

    def _list_new_model(self) -> None:
        """List the model that was just made, checked."""
        file, self._new_model = self._new_model, ""
        if file:
            self.predict_page.refresh(check=file)

    def _on_compare(self) -> None:
        models = self.predict_page.models
        self.comparison.start(self.data_page.choice, models.checked(), models.entries)

    def _on_compared(self, compared: Compared) -> None:
        if self.comparison.data is None or not self.data_page.choice.is_same(self.comparison.data):
            self._messages.log(compared.sentence)
            return
        self._compared_on = self.comparison.data
        self.predict_page.models.show_compared(compared)
        self.predict_page.tell(compared.sentence)

    def _on_offer(self, offer: Offer) -> None:
        if offer.empty_bands:
            self.data_page.leave_out_bands(offer.empty_bands)
        else:
            self.training.go_on(offer)

    def _mark_running(self, running: bool) -> None:
        """Show on the tab that a training runs, whichever page is looked at."""
        icon = QgsApplication.getThemeIcon("/mActionStart.svg") if running else QIcon()
        self.tabs.setTabIcon(self.tabs.indexOf(self.train_page), icon)

    def _on_predict_now(self) -> None:
        self._list_new_model()
        self.tabs.setCurrentWidget(self.predict_page)
        if self.prediction.is_running:
            self._messages.warning(tr("A prediction runs already. Wait for its end, or cancel it."))
            return
        self.predict_page.where.setCurrentIndex(CANVAS)
        QTimer.singleShot(0, self.predict_page.request)  # when the page is seen

    def show_prediction_of(self, layer: QgsRasterLayer) -> None:
        """Show the page that maps a layer."""
        self.setUserVisible(True)
        self.tabs.setCurrentWidget(self.predict_page)
        if is_likely_map(layer):
            self.data_page.stack.take(layer.id())
        self.predict_page.imagery.setLayer(layer)

    def open_settings(self) -> None:
        """Show the settings in a window that blocks nothing; one that is open already comes to the front."""
        dialog = self.findChild(SettingsDialog)
        if dialog is None:
            dialog = SettingsDialog(self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.applied.connect(self._on_settings)
            dialog.environment_requested.connect(self.environment.open_dialog)
        dialog.show()
        dialog.raise_()

    def _on_settings(self) -> None:
        self._check_environment()
        self.predict_page.refresh()

    def _check_environment(self) -> None:
        self.environment.check()
