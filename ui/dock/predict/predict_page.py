"""The Predict page: which models, on which imagery, where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import BadInputError
from ....core.parameters import describe
from ....core.prediction.jobs import PredictJob
from ...compat import LayerFilter
from ...layers.imagery import Imagery
from ...layers.imagery_stack import read_again, read_stack
from ...layers.mapped_area import MappedArea, point_in, polygons_area, square_area, view_area, whole_area
from ...settings import models_folder
from ...texts import as_plain, error_text, tr, wrapped
from ...widgets.form import ParameterForm
from ...widgets.page import Page, grey_label, next_button, wrapped_label
from ...widgets.problems import ERROR, HINT, Problem, ProblemList
from ..data.counting import Counting
from ..data.imagery.imagery_box import ImageryBox
from ..data.imagery.pixel_size import PixelSizeField
from ..models.model_entries import list_models
from ..models.model_list import ModelList
from .map_opacity import MapOpacity
from .predict_choice import (
    PredictChoice,
    pixel_size_problem,
    refusal,
    size_factor,
    size_text,
    works_at_its_size,
)

CANVAS, WHOLE, POLYGONS, SELECTED = range(4)
_FURTHER = ("probabilities", "uncertainty")
"""Rasters that can be made besides the classes."""
_WATCHED_PIXELS = 100_000_000
"""A prediction of more pixels than these is done by large tiles in any order: nobody watches it to its end."""
_SAME_SIZE = 1.05
View = tuple[QgsRectangle, QgsCoordinateReferenceSystem]


class PredictPage(Page):
    """Chooses models and place; `predict_requested` brings the `PredictChoice`."""

    predict_requested = pyqtSignal(object)
    preview_requested = pyqtSignal(bool)
    cancel_requested = pyqtSignal()
    shown = pyqtSignal()

    def __init__(self, project: QgsProject, view: Callable[[], View], parent: Optional[QWidget] = None) -> None:
        """Make the page; `view` gives the canvas's extent with its coordinate system."""
        super().__init__(parent)
        self._project, self._view = project, view
        self._running = self._trains = False
        self._followed: Optional[Imagery] = None
        self._told_of: tuple[Any, ...] = ()
        self._polygons = Counting(self)
        self._build()
        self._project.layersAdded.connect(self.imagery.look)
        self.imagery.look()
        self.imagery.layerChanged.connect(self.opacity.follow)
        self.imagery.layerChanged.connect(lambda _layer: self.refresh())
        self.models.changed.connect(self._update)
        self.pixel_size.changed.connect(self.refresh)
        self.where.currentIndexChanged.connect(lambda _index: self._update())
        self.mask_layer.layerChanged.connect(self._on_mask_layer)
        self._polygons.layer_changed.connect(self._update)
        for box in (self.resample, *self.make.values()):
            box.toggled.connect(lambda _on: self._update())
        self.folder.clicked.connect(_open_models_folder)
        self.preview.clicked.connect(self.preview_requested)
        self.predict.clicked.connect(self.request)
        self.cancel.clicked.connect(self.cancel_requested)
        self.opacity.follow(self.imagery.currentLayer())
        self._on_mask_layer(self.mask_layer.currentLayer())
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
        if before is None or before.layer_id != imagery.layer_id:
            self.imagery.setLayer(layer)
        if before is None or before.chosen != imagery.chosen or before.more != imagery.more:
            self.refresh()

    def update_extent(self) -> None:
        """Look anew at what the canvas shows."""
        if self.where.currentIndex() == CANVAS and self.isVisible():
            self._update()

    def update_estimate(self) -> None:
        """Say anew how long it takes."""
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self.shown.emit()

    def request(self) -> None:
        """Ask for the prediction that is chosen; what keeps it from being made is listed."""
        if self._running:
            return
        self.status.clear()
        self._update()
        imagery, _trouble = self._read_imagery()
        choice, problems = (None, []) if imagery is None else self._choice(imagery)
        if choice is not None and not any(problem.blocks for problem in problems):
            self.predict_requested.emit(choice)

    def choice_around(self, point: QgsPointXY, side_px: int) -> PredictChoice:
        """Give what is chosen for a square around a point of the canvas, to be looked at and not kept.

        Raises:
            BadInputError: When it can't be mapped; says why.
        """
        imagery, problem = self._read_imagery()
        models = tuple(self.models.checked())
        if imagery is None:
            raise BadInputError(problem.text)
        if not models:
            raise BadInputError(self._no_model(imagery))
        area = square_area(imagery, point, self._view()[1], self._project, side_px)
        settings = {**self._settings(), **dict.fromkeys(_FURTHER, False)}
        centre = area.box.center()
        hide = self.hide_background.isChecked()
        return PredictChoice(models, imagery, area, hide, settings, (centre.x(), centre.y()))

    def tell(self, text: str) -> None:
        """Say something in the line above the buttons, until something else is chosen."""
        self.status.setText(text)
        self._told_of = self._chosen()
        self._update()

    def set_previewing(self, on: bool) -> None:
        """Show whether clicks on the map ask for a preview."""
        self.preview.setChecked(on)

    def set_training(self, on: bool) -> None:
        """Take note whether a training runs that will leave a model."""
        self._trains = on
        self._update()

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
        self.tell(text)

    def _build(self) -> None:
        tip = tr("The raster to map; it needs the bands that the model was trained on")
        self.imagery = ImageryBox(self._project, tip)
        self.models = ModelList()
        self.model_line = grey_label()
        self._build_where()
        self.hide_background = QCheckBox()
        self.hide_background.setChecked(True)
        self.hide_background.setToolTip(
            tr("Draw what is merely the rest not at all, so that the imagery shows; it stays in the data")
        )
        self.add_row(tr("Imagery"), self.imagery)
        self.pixel_size = PixelSizeField()
        self.pixel_size.set_label(self.add_row(tr("Pixel size"), self.pixel_size))
        self.add_wide(self.models)
        self.add_wide(self.model_line)
        self.add_row(tr("Where"), self.where)
        self.opacity = MapOpacity(self._project)
        for widget in (self.mask_layer, self.size_line, self.resample, self.hide_background, self.opacity):
            self.add_under(widget)
        self.add_row(tr("Also make"), *self._build_make())
        self.add_wide(self._build_more())
        self._build_footer()

    def _build_where(self) -> None:
        self.where = QComboBox()
        for text in (tr("Canvas extent"), tr("Whole layer"), tr("Polygons of a layer"), tr("Selected polygons")):
            self.where.addItem(text)
        self.where.setToolTip(tr("The part of the imagery to map: what the map canvas shows, all of it, or polygons"))
        self.mask_layer = QgsMapLayerComboBox()
        self.mask_layer.setFilters(LayerFilter.PolygonLayer)
        self.mask_layer.setToolTip(tr("Only what its polygons cover is mapped; any coordinate system will do"))
        self.size_line = grey_label()
        self.resample = QCheckBox(tr("Resample the imagery"))
        self.resample.setToolTip(
            tr("Look at the imagery at the pixel size that the model learned from; the map gets that size too")
        )

    def _build_footer(self) -> None:
        self.problem_list = ProblemList()
        self.status = wrapped_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.folder = QToolButton()
        self.folder.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        self.folder.setToolTip(tr("Open the folder with your model files"))
        self.preview = QPushButton(tr("Preview"))
        self.preview.setCheckable(True)
        self.preview.setToolTip(
            tr("Click on the map to see what the checked models make of a square around the click; Esc ends it")
        )
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop the prediction; layers that are finished stay"))
        self.predict = next_button(tr("Predict"), tr("Map the chosen part with every model that is checked"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.folder)
        line.addWidget(self.preview)
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
        self.more_form.show_parameters(PredictJob, {}, without=(*_FURTHER, "resample"))
        QVBoxLayout(more).addWidget(self.more_form)
        return more

    def _chosen(self) -> tuple[Any, ...]:
        """Give what is chosen, to see whether it is something else than when the status was told."""
        imagery, mask = self.imagery.currentLayer(), self.mask_layer.currentLayer()
        models = tuple(str(entry.path) for entry in self.models.checked())
        where = self.where.currentIndex()
        settings = tuple(sorted((name, str(value)) for name, value in self._settings().items()))
        masked = mask.id() if mask is not None and where in (POLYGONS, SELECTED) else ""
        return imagery.id() if imagery is not None else "", models, where, masked, settings

    def _update(self) -> None:
        if not self._running and self._told_of != self._chosen():
            self.status.clear()
        models = tuple(self.models.checked())
        trained_m = [entry.card.pixel_size_m for entry in models if entry.card is not None]
        self.pixel_size.follow(self.imagery.currentLayer(), next(iter(trained_m), 0.0))
        imagery, trouble = self._read_imagery()
        factors = [] if imagery is None else [
            size_factor(entry, imagery) for entry in models if not works_at_its_size(entry)
        ]  # fmt: skip
        self.resample.setVisible(any(not 1 / _SAME_SIZE < factor < _SAME_SIZE for factor in factors))
        self.mask_layer.setVisible(self.where.currentIndex() in (POLYGONS, SELECTED))
        choice, problems = (None, [trouble]) if imagery is None else self._choice(imagery)
        entry = self.models.selected()
        self.model_line.setText(f"{entry.name}: {entry.summary()}" if entry is not None else "")
        bands = () if entry is None or entry.card is None else entry.card.bands
        self.model_line.setToolTip(as_plain(wrapped(", ".join(bands))))
        self.model_line.setVisible(entry is not None)
        self.size_line.setText(size_text(choice) if choice is not None else "")
        self.size_line.setVisible(choice is not None)
        rest = dict.fromkeys(name for model in models if model.card is not None for name in model.card.legend.rest)
        self.hide_background.setText(tr("Leave {names} transparent", names=", ".join(f"“{name}”" for name in rest)))
        self.hide_background.setVisible(bool(rest))
        self.problem_list.set_problems([] if self._running else problems)
        self.status.setVisible(bool(self.status.text()))
        self.bar.setVisible(self._running)
        self.cancel.setVisible(self._running)
        self.predict.setVisible(not self._running)
        self.predict.setEnabled(choice is not None and not any(problem.blocks for problem in problems))
        self.preview.setEnabled(not self._running and imagery is not None and bool(models))

    def _choice(self, imagery: Imagery) -> tuple[Optional[PredictChoice], list[Problem]]:
        """Give what is chosen, None where it isn't complete, and what is wrong with it."""
        if not self.models.topLevelItemCount():
            coming = tr("There are no models yet. The one that is being trained will be listed here.")
            missing = tr("There are no models yet. Train one on the Train page.")
            return None, [Problem(HINT, coming if self._trains else missing)]
        models = tuple(self.models.checked())
        problems = [] if models else [Problem(HINT, self._no_model(imagery))]
        try:
            area = self._place(imagery)
        except BadInputError as error:
            return None, [*problems, Problem(HINT, error_text(error))]
        settings, hide = self._settings(), self.hide_background.isChecked()
        coarse = None if settings["resample"] else pixel_size_problem(models, imagery)
        choice = PredictChoice(models, imagery, area, hide, settings, self._centre(imagery, area))
        return choice, [*problems, *(problem for problem in (coarse, refusal(choice)) if problem is not None)]

    def _place(self, imagery: Imagery) -> MappedArea:
        """Give the part of the imagery that is chosen.

        Raises:
            BadInputError: There is nothing to map; says why.
        """
        index = self.where.currentIndex()
        if index == CANVAS:
            return view_area(imagery, *self._view(), self._project)
        if index == WHOLE:
            return whole_area(imagery)
        layer = self.mask_layer.currentLayer()
        if not isinstance(layer, QgsVectorLayer):
            raise BadInputError(tr("Load or draw a polygon layer first: what it covers is mapped."))
        return polygons_area(imagery, layer, self._project, only_selected=index == SELECTED)

    def _centre(self, imagery: Imagery, area: MappedArea) -> Optional[tuple[float, float]]:
        """Give the middle of what the canvas shows, where the prediction is small enough to be watched."""
        extent, crs = self._view()
        middle = point_in(imagery, extent.center(), crs, self._project)
        if middle is None or area.pixels > _WATCHED_PIXELS:
            return None
        return middle.x(), middle.y()

    def _settings(self) -> dict[str, Any]:
        """Give the job's settings that are chosen here, by name."""
        outputs = {name: box.isChecked() for name, box in self.make.items()}
        resample = self.resample.isChecked() and not self.resample.isHidden()
        return {**self.more_form.values(), **outputs, "resample": resample}

    def _no_model(self, imagery: Imagery) -> str:
        unfit = [entry for entry in self.models.wanted() if entry.obstacle(imagery)]
        if unfit:
            obstacle = unfit[0].obstacle(imagery)
            return tr("“{model}” doesn't fit: {obstacle}", model=unfit[0].name, obstacle=obstacle)
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
            return None, Problem(ERROR, error_text(error))

    def _on_mask_layer(self, layer: Optional[QgsMapLayer]) -> None:
        self._polygons.watch(layer if isinstance(layer, QgsVectorLayer) else None)
        self._update()


def _open_models_folder() -> None:
    folder: Path = models_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
