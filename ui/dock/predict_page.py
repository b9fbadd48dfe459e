"""The Predict page: which models, on which imagery, where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRectangle
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...core.errors import BadInputError
from ...core.jobs.specs import Extent, PredictJob
from ...core.labels.legend import BACKGROUND
from ...core.parameters import describe
from ..layers.imagery import Imagery, extent_in, pixels_in
from ..layers.imagery_stack import read_again, read_stack
from ..layers.predictions import MODEL_PROPERTY
from ..settings import models_folder, speed_of
from ..texts import short_number, time_text, tr
from .form import ParameterForm
from .model_entries import ModelEntry, list_models
from .model_list import ModelList
from .page import Page, grey_label, next_button, wrapped_label
from .problems import ERROR, HINT, Problem, ProblemList

CANVAS, WHOLE = range(2)
_FURTHER = ("probabilities", "uncertainty")
"""Rasters that can be made besides the classes."""
View = tuple[QgsRectangle, QgsCoordinateReferenceSystem]


@dataclass(frozen=True)
class PredictChoice:
    """What was chosen on the Predict page; the extent is in the imagery's coordinate system, None for all of it."""

    models: tuple[ModelEntry, ...]
    imagery: Imagery
    extent: Optional[Extent]
    pixels: int
    hide_background: bool
    settings: dict[str, Any] = field(default_factory=dict)


class PredictPage(Page):
    """Chooses models and place; `predict_requested` brings the `PredictChoice`."""

    predict_requested = pyqtSignal(object)
    cancel_requested = pyqtSignal()

    def __init__(self, project: QgsProject, view: Callable[[], View], parent: Optional[QWidget] = None) -> None:
        """Make the page; `view` gives the canvas's extent with its coordinate system."""
        super().__init__(parent)
        self._project, self._view = project, view
        self._running = False
        self._followed: Optional[Imagery] = None
        self._build()
        self.imagery.layerChanged.connect(lambda _layer: self.refresh())
        self.models.changed.connect(self._update)
        self.where.currentIndexChanged.connect(lambda _index: self._update())
        self.folder.clicked.connect(_open_models_folder)
        self.predict.clicked.connect(self.request)
        self.cancel.clicked.connect(self.cancel_requested)
        self._project.layersAdded.connect(self._leave_out_predictions)
        self._leave_out_predictions()
        self.refresh()

    def refresh(self, check: str = "") -> None:
        """Read the model files anew; `check` is the one to check."""
        imagery, _problem = self._read_imagery()
        self.models.show_models(list_models(models_folder()), imagery, check)

    def follow(self, imagery: Imagery) -> None:
        """Take the imagery of the Data page, with the layers stacked on it and the bands chosen there."""
        before, self._followed = self._followed, imagery
        layer = self._project.mapLayer(imagery.layer_id)
        if layer is None:
            return
        if layer is not self.imagery.currentLayer():
            self.imagery.setLayer(layer)
        elif before is None or before.chosen != imagery.chosen or before.more != imagery.more:
            self.refresh()

    def update_extent(self) -> None:
        """Look anew at what the canvas shows."""
        if self.where.currentIndex() == CANVAS and self.isVisible():
            self._update()

    def request(self) -> None:
        """Ask for the prediction that is chosen, if it can be made."""
        choice, problems = self._choice()
        if choice is not None and not problems:
            self.predict_requested.emit(choice)

    def set_running(self, text: str, fraction: Optional[float]) -> None:
        """Show how far the prediction is; no fraction shows only that it works."""
        self._running = True
        self.status.setText(text)
        self.bar.setRange(0, 1000 if fraction else 0)
        self.bar.setValue(round(1000 * (fraction or 0.0)))
        self._update()

    def set_ended(self, text: str) -> None:
        """Show how the prediction ended."""
        self._running = False
        self.status.setText(text)
        self._update()

    def _build(self) -> None:
        self.imagery = QgsMapLayerComboBox()
        self.imagery.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.imagery.setToolTip(tr("The raster to map; it needs the bands that the model was trained on"))
        self.models = ModelList()
        self.model_line = grey_label(tr("The model that is selected in the list"))
        self.folder = QPushButton(tr("Folder"))
        self.folder.setToolTip(tr("Open the folder with your model files"))
        self.where = QComboBox()
        self.where.addItem(tr("Canvas extent"))
        self.where.addItem(tr("Whole layer"))
        self.where.setToolTip(tr("The part of the imagery to map: what the map canvas shows, or all of it"))
        self.size_line = grey_label()
        self.hide_background = QCheckBox(tr("Leave background transparent"))
        self.hide_background.setChecked(True)
        self.hide_background.setToolTip(
            tr("Draw the class “background” not at all, so that the imagery shows; it stays in the data")
        )
        self.add_row(tr("Imagery"), self.imagery)
        self.add_wide(self.models)
        self.add_wide(self.model_line)
        self.add_row(tr("Where"), self.where)
        self.add_under(self.size_line)
        self.add_under(self.hide_background)
        self.add_row(tr("Also make"), *self._build_make())
        self.add_wide(self._build_more())
        self.problem_list = ProblemList()
        self.status = wrapped_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop the prediction; layers that are finished stay"))
        self.predict = next_button(tr("Predict"), tr("Map the chosen part with every model that is checked"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.folder)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.predict)
        for widget in (self.problem_list, self.status, self.bar):
            self.footer.addWidget(widget)
        self.footer.addLayout(line)

    def _build_make(self) -> list[QWidget]:
        """Make a check box for each raster that can be made besides the classes."""
        self.make = {}
        for entry in describe(PredictJob):
            if entry.name in _FURTHER:
                self.make[entry.name] = QCheckBox(tr(entry.label))
                self.make[entry.name].setToolTip(tr(entry.help))
        return list(self.make.values())

    def _build_more(self) -> QWidget:
        """Make the form of everything else that the job can be told."""
        more = QgsCollapsibleGroupBox(tr("More Settings"))
        more.setToolTip(tr("Tiles, engine and other settings that seldom need a change"))
        more.setCollapsed(True)
        self.more_form = ParameterForm()
        self.more_form.show_parameters(PredictJob, {}, without=_FURTHER)
        QVBoxLayout(more).addWidget(self.more_form)
        return more

    def _update(self) -> None:
        choice, problems = self._choice()
        entry = self.models.selected()
        self.model_line.setText(entry.summary() if entry is not None else "")
        self.model_line.setVisible(entry is not None)
        self.size_line.setText(_size_text(choice) if choice is not None else "")
        self.size_line.setVisible(choice is not None)
        legends = [model.card.legend for model in self.models.checked() if model.card is not None]
        self.hide_background.setVisible(any(BACKGROUND in legend.names for legend in legends))
        self.problem_list.set_problems([] if self._running else problems)
        self.status.setVisible(bool(self.status.text()))
        self.bar.setVisible(self._running)
        self.cancel.setVisible(self._running)
        self.predict.setVisible(not self._running)
        self.predict.setEnabled(choice is not None and not problems)

    def _choice(self) -> tuple[Optional[PredictChoice], list[Problem]]:
        """Give what is chosen, None where it isn't complete, and what keeps it from working."""
        imagery, problem = self._read_imagery()
        if imagery is None:
            return None, [problem]
        if not self.models.topLevelItemCount():
            return None, [Problem(HINT, tr("There are no models yet. Train one on the Train page."))]
        models = tuple(self.models.checked())
        problems = [] if models else [Problem(HINT, self._no_model(imagery))]
        extent: Optional[Extent] = None
        pixels = imagery.columns * imagery.rows
        if self.where.currentIndex() == CANVAS:
            try:
                extent = extent_in(imagery, *self._view(), self._project)
            except BadInputError as error:
                return None, [*problems, Problem(HINT, str(error))]
            pixels = pixels_in(imagery, extent)
        hide = self.hide_background.isChecked()
        return PredictChoice(models, imagery, extent, pixels, hide, self._settings()), problems

    def _settings(self) -> dict[str, Any]:
        """Give the job's settings that are chosen here, by name."""
        made = {name: box.isChecked() for name, box in self.make.items()}
        return {**self.more_form.values(), **made}

    def _no_model(self, imagery: Imagery) -> str:
        entries = list_models(models_folder())
        if entries and all(entry.obstacle(imagery) for entry in entries):
            return (self.models.selected() or entries[0]).obstacle(imagery)
        return tr("Check the model to predict with.")

    def _read_imagery(self) -> tuple[Optional[Imagery], Problem]:
        layer = self.imagery.currentLayer()
        if layer is None:
            return None, Problem(HINT, tr("Load imagery first: drag a GeoTIFF into QGIS, or use Layer ▸ Add Layer."))
        try:
            if self._followed is not None and self._followed.layer_id == layer.id():
                return read_again(self._followed, self._project), Problem(HINT, "")
            return read_stack([layer], self._project), Problem(HINT, "")
        except BadInputError as error:
            return None, Problem(ERROR, str(error))

    def _leave_out_predictions(self, *_layers: Any) -> None:
        layers: list[QgsMapLayer] = list(self._project.mapLayers().values())
        self.imagery.setExceptedLayerList([layer for layer in layers if layer.customProperty(MODEL_PROPERTY)])


def _size_text(choice: PredictChoice) -> str:
    """Say how large a prediction is and, where these models ran here before, how long it takes."""
    size = tr("{n} pixels", n=short_number(choice.pixels))
    speeds = [speed_of(model.card.architecture) for model in choice.models if model.card is not None]
    if not speeds or not all(speeds):
        return size
    return tr("{size} · {time}", size=size, time=time_text(sum(choice.pixels / speed for speed in speeds)))


def _open_models_folder() -> None:
    folder: Path = models_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
