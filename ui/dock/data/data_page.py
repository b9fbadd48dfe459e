"""The Data page: imagery, polygons, class field, what lies elsewhere, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Optional

from qgis.core import QgsFieldProxyModel, QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ....core.errors import BadInputError
from ....core.labels.legend import MOST_CLASSES
from ...layers.classes.class_counts import ClassCounter, Counts
from ...layers.classes.class_field import likely_field
from ...layers.classes.class_style import can_draw
from ...layers.imagery import Imagery
from ...layers.imagery_stack import read_stack
from ...live.live_row import LiveRow
from ...texts import as_plain, error_text, tr, wrapped
from ...widgets.page import Page, breakable, grey_label, next_button
from ...widgets.problems import ERROR, HINT, Problem, ProblemList
from ...widgets.sample_button import SampleButton
from .class_table import ClassTable
from .corrections_row import CorrectionsRow
from .counting import Counting
from .data_choice import (
    MERGE_INTO,
    REST_IS_BACKGROUND,
    TAKE_FOR_IMAGERY,
    DataChoice,
    area_problems,
    label_problems,
    layer_problems,
    missing_imagery,
)
from .drawing import drawing_text
from .elsewhere import IMAGERY, RECTANGLE, Elsewhere, LabelledAreaChoice
from .imagery.band_choice import BandChoice
from .imagery.imagery_box import ImageryBox
from .imagery.imagery_summary import imagery_summary
from .imagery.pixel_size import PixelSizeField
from .imagery.stack_rows import StackRows
from .label_classes import LabelClasses
from .labels_box import LabelsBox, NewLabels, are_points, selected_text
from .new_class_field import NewClassField

_FEW_POLYGONS = 300
"""A labelled area of more polygons than these isn't measured beforehand."""


class DataPage(Page):
    """Chooses what to learn from; `changed` brings the `DataChoice` whenever it is another one.

    `labels_touched` comes with every change of the polygons, before they are counted.
    """

    changed = pyqtSignal(object)
    labels_touched = pyqtSignal()
    new_layer_requested = pyqtSignal(bool)
    draw_requested = pyqtSignal(str)
    next_requested = pyqtSignal()
    sample_requested = pyqtSignal(str)
    show_on_map = pyqtSignal(QgsRectangle)

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._choice = DataChoice()
        self._shown: tuple[Any, ...] = ()
        self._imagery: Optional[Imagery] = None
        self._classes = LabelClasses()
        self._counting = Counting(self)
        self._build()
        self._connect()
        self._on_layers_added()
        self._on_polygons()

    @property
    def choice(self) -> DataChoice:
        """What is chosen now."""
        return self._choice

    def choose_polygons(self, layer: QgsVectorLayer, class_field: str) -> None:
        """Choose a polygon layer and its class field."""
        self.polygons.setLayer(layer)
        self.class_field.setField(class_field)

    def choose_scene(
        self, imagery: QgsRasterLayer, polygons: QgsVectorLayer, class_field: str,
        area: Optional[QgsVectorLayer],
    ) -> None:  # fmt: skip
        """Choose all there is to choose; without an area nothing is known beside the polygons."""
        self.imagery.setLayer(imagery)
        self.choose_polygons(polygons, class_field)
        if area is not None:
            self.elsewhere.choose_layer(area)

    def leave_out_bands(self, positions: Collection[int]) -> None:
        """Leave out bands, by place among the chosen ones."""
        self.bands.set_chosen([band for position, band in enumerate(self.bands.chosen()) if position not in positions])
        self.refresh()

    def state(self) -> dict[str, Any]:
        """Give what is chosen as plain values; layers by id."""
        imagery, polygons = self.imagery.currentLayer(), self.polygons.labels
        return {
            "imagery": [layer.id() for layer in (imagery, *self.stack.layers()) if layer is not None],
            "bands": [] if self.bands.takes_all else [list(key) for key in self.bands.chosen()],
            "polygons": polygons.id() if polygons is not None else "",
            "class_field": self.class_field.currentField(),
            "elsewhere": self.elsewhere.state(),
            "colours": dict(self._classes.own_colours),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what was chosen; layers that have gone leave what the page chooses by itself."""
        ids = [str(layer_id) for layer_id in _listed(state.get("imagery"))]
        self._set_layer(self.imagery, ids[0] if ids else "")
        self.stack.set_layers(ids[1:])
        self._set_layer(self.polygons, state.get("polygons"))
        self._on_polygons()
        layer, field = self.polygons.labels, str(state.get("class_field") or "")
        if isinstance(layer, QgsVectorLayer) and layer.fields().indexOf(field) >= 0:
            self.class_field.setField(field)
        elsewhere = state.get("elsewhere")
        old = {"kind": elsewhere, "layer": state.get("area")}
        self.elsewhere.restore(elsewhere if isinstance(elsewhere, Mapping) else old)
        self._classes.restore(state.get("colours"))
        keys = [(str(key[0]), key[1]) for key in _listed(state.get("bands")) if len(_listed(key)) == 2]
        self.bands.set_chosen(keys)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether a map was corrected meanwhile, and draw the labels by classes from the first time on."""
        super().showEvent(event)
        self.look_for_corrections()
        if not self._classes.may_style:
            self._classes.may_style = True
            self.refresh()

    def look_for_corrections(self) -> None:
        """Look which corrections there are now."""
        self.corrections.look(self._imagery.layer_id if self._imagery is not None else "")
        if self.corrections.chosen() != self._choice.corrections:
            self._choice = replace(self._choice, corrections=self.corrections.chosen())
            self.changed.emit(self._choice)

    def show_drawing(self, name: str) -> None:
        """Show which class is being drawn, if any."""
        self.table.show_drawing(name)
        text = drawing_text(self._project, name, self.polygons.currentLayer(), self.imagery.currentLayer())
        self.drawing_line.setText(breakable(text))
        self.drawing_line.setVisible(bool(name))

    def refresh(self) -> None:
        """Look at everything again."""
        self._imagery, problems = self._read_imagery()
        self.corrections.look(self._imagery.layer_id if self._imagery is not None else "")
        self.sample.setVisible(self.imagery.currentLayer() is None)
        layer, field = self.polygons.labels, self.class_field.currentField()
        selected = layer.selectedFeatureCount() if isinstance(layer, QgsVectorLayer) else 0
        self.only_selected.setVisible(selected > 0)
        self.only_selected.setText(selected_text(layer, selected))
        if self._imagery is not None:
            problems += layer_problems(layer, field)
        if self._imagery is not None and not problems:
            self._counting.start(layer, field, self._imagery, only_selected=self._only_selected)
            if self._counting.is_counting and self._chosen() != self._shown:
                self._wait_for_counts()
            return
        self._counting.stop()
        self._show(Counts(), problems)

    def _chosen(self) -> tuple[Any, ...]:
        """Give what is chosen now, to tell whether what is shown was counted of it."""
        layer = self.polygons.labels
        field = self.class_field.currentField()
        labels = layer.id() if layer is not None else "", field, self._only_selected
        return self._imagery, labels, self.elsewhere.state()

    def _wait_for_counts(self) -> None:
        """Let nobody train from what was chosen before while something else is counted."""
        problem = Problem(HINT, tr("The labels are being counted …"))
        if self._shown[1:2] != self._chosen()[1:2]:
            self._show(Counts(), [problem])
            return
        self._choice = replace(self._choice, imagery=self._imagery, problems=(problem,))
        self.problem_list.set_problems([problem])
        self.next.setEnabled(False)
        self.changed.emit(self._choice)

    @property
    def _only_selected(self) -> bool:
        return self.only_selected.isChecked() and not self.only_selected.isHidden()

    def _build(self) -> None:
        tip = tr("The raster to learn from and to map: satellite, aerial or geophysical imagery")
        self.imagery = ImageryBox(self._project, tip)
        self.summary = grey_label(tr("Bands, ground sampling distance, coordinate system and data type of the imagery"))
        self.stack = StackRows(self._project, self.imagery)
        self.bands = BandChoice()
        self.polygons = LabelsBox(self._project)
        self.new = NewLabels(self._project)
        self.only_selected = QCheckBox()
        self.only_selected.setToolTip(tr("Learn from the polygons that are selected in the map, not from the others"))
        self.class_field = QgsFieldComboBox()
        self.class_field.setFilters(QgsFieldProxyModel.Filter.AllTypes)
        self.class_field.setToolTip(tr("The field that holds the class of each polygon: text or whole numbers"))
        self.elsewhere = Elsewhere(self._project)
        self.problem_list = ProblemList()
        self.sample = SampleButton()
        self.add_row(tr("Imagery"), self.imagery, self.stack.add)
        self.add_under(self.stack)
        self.add_under(self.stack.beside_source(self.summary))
        self.pixel_size = PixelSizeField()
        self.pixel_size.set_label(self.add_row(tr("Pixel size"), self.pixel_size))
        self.add_row(tr("Bands"), self.bands)
        self._labels_label = self.add_row(tr("Polygons"), self.polygons, self.new)
        self.add_under(self.only_selected)
        self._class_label = self.add_row(tr("Class"), self.class_field)
        self.add_row(tr("Elsewhere"), self.elsewhere)
        for box in (self.elsewhere.choice, self.elsewhere.layer):
            self.tame(box)
        self._build_classes()
        self.add_wide(self.problem_list)
        self.add_wide(self.sample)
        self.corrections = CorrectionsRow(self._project)
        self.add_wide(self.corrections)
        self.live = LiveRow()
        self.add_wide(self.live)
        self.next = next_button(tr("Next: Train"), tr("Go to the Train page"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addStretch(1)
        line.addWidget(self.next)
        self.footer.addLayout(line)

    def _build_classes(self) -> None:
        self.table = ClassTable()
        self.new_class = NewClassField()
        self.drawing_line = grey_label()
        self.drawing_line.hide()
        for widget in (self.table, self.new_class, self.drawing_line):
            self.add_wide(widget)

    def _connect(self) -> None:
        self.imagery.layerChanged.connect(self._on_imagery)
        self.stack.changed.connect(self.refresh)
        self.pixel_size.changed.connect(self.refresh)
        self.bands.changed.connect(self.refresh)
        self.polygons.labels_changed.connect(self._on_polygons)
        self.class_field.fieldChanged.connect(lambda _field: self.refresh())
        self.only_selected.toggled.connect(lambda _on: self.refresh())
        self.elsewhere.changed.connect(self.refresh)
        self.corrections.changed.connect(self.look_for_corrections)
        self.table.colour_chosen.connect(self._on_colour)
        self.table.draw_requested.connect(self.draw_requested)
        self.new_class.named.connect(self._on_new_class)
        self.problem_list.show_on_map.connect(self.show_on_map)
        self.problem_list.mend_requested.connect(self._on_mend)
        self.sample.requested.connect(self.sample_requested)
        self.new.requested.connect(self.new_layer_requested)
        self.new.marked.connect(self._on_marked)
        self.next.clicked.connect(self.next_requested)
        self._counting.counted.connect(self._on_counts)
        self._counting.failed.connect(self._on_failure)
        self._counting.layer_changed.connect(self.refresh)
        self._counting.touched.connect(self.labels_touched)
        self._project.layersAdded.connect(self._on_layers_added)

    def _on_imagery(self, layer: Optional[QgsMapLayer]) -> None:
        """Read another imagery; where there is one raster alone, any layer that comes or goes tells it anew."""
        if layer is None or self._imagery is None or layer.id() != self._imagery.layer_id:
            self.refresh()

    def _on_polygons(self) -> None:
        layer = self.polygons.labels
        is_vector = isinstance(layer, QgsVectorLayer)
        self._classes.forget()
        self._counting.watch(layer)
        self.elsewhere.leave_out(layer)
        self.class_field.setLayer(layer if is_vector else None)
        are_polygons = layer is None or (is_vector and not are_points(layer))
        self._labels_label.setText(tr("Polygons") if are_polygons else tr("Labels"))
        for widget in (self._class_label, self.class_field):
            widget.setVisible(is_vector or layer is None)
        if is_vector:
            self.class_field.setField(likely_field(layer))
        self.refresh()

    def _on_marked(self, layer: QgsRasterLayer, holds_labels: bool) -> None:
        """Take a raster for labels, or for imagery again, as the analyst says."""
        self._on_layers_added()
        if holds_labels:
            self.polygons.setLayer(layer)

    def _set_layer(self, box: QgsMapLayerComboBox, layer_id: Any) -> None:
        layer = self._project.mapLayer(str(layer_id or ""))
        if layer is not None:
            box.setLayer(layer)

    def _on_mend(self, action: str) -> None:
        what, _colon, name = action.partition(":")
        if action == REST_IS_BACKGROUND and self._imagery is not None:
            self.elsewhere.choose(RECTANGLE if self._imagery.is_rendered else IMAGERY)
        elif what == TAKE_FOR_IMAGERY:
            self.stack.take(name)
        elif what == MERGE_INTO:
            self._classes.merge(self.polygons.labels, self.class_field.currentField(), name)
            self.refresh()

    def _on_colour(self, name: str, colour: str) -> None:
        self._classes.give_colour(self.polygons.currentLayer(), self.class_field.currentField(), name, colour)
        self.refresh()

    def _on_new_class(self, name: str) -> None:
        """Add a class, to a new layer where there is none yet, and draw it; one that is there already is drawn on."""
        name = self.table.name_like(name)
        if self.polygons.currentLayer() is None:
            self.new_layer_requested.emit(False)
        if self.polygons.currentLayer() is not None:
            self._classes.add(name)
            self.refresh()
            self.draw_requested.emit(name)

    def _on_failure(self, reason: str) -> None:
        self._show(Counts(), [Problem(ERROR, tr("The labels can't be counted: {reason}", reason=reason))])

    def _on_counts(self, counts: Counts) -> None:
        layer = self.polygons.labels
        if self._imagery is None or layer is None:
            return
        area, problems = self._read_area(counts, self._imagery)
        has_area = bool(area) or bool(problems)
        problems += label_problems(layer, counts, self._imagery.name, has_area=has_area)
        self._show(counts if len(counts.classes) <= MOST_CLASSES else Counts(), problems, area)

    def _read_area(self, counts: Counts, imagery: Imagery) -> tuple[LabelledAreaChoice, list[Problem]]:
        """Give the labelled area, and what is wrong with it."""
        try:
            area = self.elsewhere.area(imagery)
        except BadInputError as error:
            return LabelledAreaChoice(), [Problem(HINT, error_text(error))]
        layer = area.layer(self._project)
        if layer is None or not layer.isValid() or layer.featureCount() > _FEW_POLYGONS:
            return area, [] if layer is None else area_problems(layer, float("inf"), 0)
        inside = sum(entry.pixels for entry in ClassCounter(layer, "", imagery).count().classes)
        return area, area_problems(layer, inside, sum(entry.pixels for entry in counts.classes))

    def _show(self, counts: Counts, problems: list[Problem], area: Optional[LabelledAreaChoice] = None) -> None:
        layer, field = self.polygons.labels, self.class_field.currentField()
        is_vector = isinstance(layer, QgsVectorLayer)
        classes, colours = self._classes.of(layer, field, counts) if field or not is_vector else (counts.classes, {})
        self.table.show_classes(classes, colours, can_draw=is_vector and can_draw(layer))
        self.table.setVisible(bool(classes))
        self.new_class.setVisible(self._imagery is not None and (layer is None or (is_vector and can_draw(layer))))
        self.problem_list.set_problems(problems)
        self._choice = DataChoice(
            self._imagery, layer.id() if layer else "", field, self._only_selected, area or LabelledAreaChoice(),
            {entry.name: colours[entry.name] for entry in counts.classes if colours}, tuple(problems),
            max(0, counts.polygons - counts.outside), self.corrections.chosen(),
        )  # fmt: skip
        self._shown = self._chosen()
        self.next.setEnabled(self._choice.ready)
        self.new.setEnabled(self._imagery is not None)
        self.changed.emit(self._choice)

    def _read_imagery(self) -> tuple[Optional[Imagery], list[Problem]]:
        layer = self.imagery.currentLayer()
        self.pixel_size.follow(layer)
        if layer is None:
            self.summary.setText(tr("No raster in this project yet"))
            return None, [missing_imagery(self.imagery.left_out())]
        try:
            layers = [layer, *self.stack.layers()]
            whole = read_stack(layers, self._project)
            self.bands.show_imagery(whole)
            imagery = read_stack(layers, self._project, self.bands.chosen())
        except BadInputError as error:
            self.summary.setText("")
            return None, [Problem(ERROR, error_text(error))]
        self.summary.setText(imagery_summary(imagery))
        self.summary.setToolTip(as_plain(f"{wrapped(', '.join(imagery.bands))}\n{imagery.path}"))
        return imagery, []

    def _on_layers_added(self, *_layers: QgsMapLayer) -> None:
        """Look which layers are offered for what."""
        self.elsewhere.leave_out(self.polygons.labels)
        self.imagery.look()
        self.polygons.look()


def _listed(value: Any) -> Sequence[Any]:
    """Give a list as it is, and anything else as an empty one."""
    return value if isinstance(value, (list, tuple)) else ()
