"""The Correct page: what is corrected, with which class and tool, how far it has come, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ...compat import POLYGON_GEOMETRY, QAction
from ...correction.choice import LARGEST, Choice
from ...correction.tool_kinds import PIXELS, POLYGONS
from ...icons import ThemeFollower, icon
from ...layers.corrected import is_reviews
from ...layers.temporary import is_temporary
from ...texts import number_text, tr
from ...widgets.class_button import colour_icon
from ...widgets.page import Page, grey_label, next_button, wrapped_label
from .class_buttons import ClassButtons, Entry
from .correction_list import CorrectionList
from .finding import is_prediction
from .help import open_help
from .layer_box import LayerBox
from .tool_row import ToolRow


class CorrectPage(Page):
    """Chooses; `CorrectControl` does."""

    layer_chosen = pyqtSignal()
    session_chosen = pyqtSignal(str)
    undo_requested = pyqtSignal()
    redo_requested = pyqtSignal()
    apply_requested = pyqtSignal()
    export_requested = pyqtSignal()
    shown = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self.choice = Choice(self)
        self._has_sessions = False
        self._build_subject()
        self._build_tools()
        self._build_footer()
        self._connect()
        self.set_subject("")

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page is looked at."""
        super().showEvent(event)
        self.shown.emit()

    @property
    def chosen_layer(self) -> Optional[QgsMapLayer]:
        """The prediction or the polygons to correct."""
        return self.layer.current_layer()

    def set_subject(self, subject: str) -> None:
        """Offer what goes with pixels or polygons; with neither, only say what is missing."""
        for widget in (*self._always, self.tools):
            widget.setVisible(bool(subject))
        for widget in self._of_pixels:
            widget.setVisible(subject == PIXELS)
        for widget in self._of_polygons:
            widget.setVisible(subject == POLYGONS)
        self._show_session_row()
        self.tools.set_subject(subject or PIXELS)
        self.set_tool("")
        self.apply.setText(tr("Apply…") if subject != POLYGONS else tr("Save Edits"))

    def say(self, text: str) -> None:
        """Write the grey line under the layer."""
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def show_classes(self, entries: Sequence[Entry]) -> None:
        """Show the classes as buttons, and offer them as a condition."""
        self.classes.show_classes(entries)
        self.classes.set_class(self.choice.class_id)
        self.only.blockSignals(True)
        self.only.clear()
        self.only.addItem(tr("any class"), 0)
        for class_id, name, colour in entries:
            if colour.isValid():
                self.only.addItem(colour_icon(colour.name()), name, class_id)
        self.only.setCurrentIndex(max(0, self.only.findData(self.choice.only)))
        self.only.blockSignals(False)

    def show_sessions(self, names: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the sessions of the prediction, by file and name."""
        self.session.blockSignals(True)
        self.session.clear()
        for file, name in names:
            self.session.addItem(name, file)
        self.session.addItem(tr("New session"), "")
        self.session.setCurrentIndex(max(0, self.session.findData(chosen)))
        self.session.blockSignals(False)
        self._has_sessions = bool(names)
        self._show_session_row()

    def set_tool(self, name: str) -> None:
        """Show which tool is used."""
        self.tools.set_tool(name)
        for widget in (self.other, self._other_label):
            widget.setVisible(name == "take")

    def set_counts(self, undo: int, redo: int) -> None:
        """Show how much can be undone and done again."""
        for button, count, text in ((self.undo, undo, tr("Undo")), (self.redo, redo, tr("Redo"))):
            button.setText(f"{text} {number_text(count)}" if count else text)
            button.setEnabled(count > 0)

    def set_finished(self, *, can_apply: bool, can_export: bool) -> None:
        """Say what can be made of the corrections now."""
        self.apply.setEnabled(can_apply)
        self.export.setEnabled(can_export)

    def _show_session_row(self) -> None:
        for widget in (self.session, self._session_label):
            widget.setVisible(self._has_sessions and not self.list.isHidden())

    def _is_kept(self, layer: QgsMapLayer) -> bool:
        """Whether a layer is a prediction that stays; previews and the like go again."""
        return is_prediction(layer) and not is_temporary(layer, self._project)

    def _build_subject(self) -> None:
        self.layer = LayerBox(self._project, lambda layer: self._is_kept(layer) or has_polygons(layer))
        self.layer.setToolTip(tr("The prediction to correct, or a layer of training polygons"))
        self.help = QToolButton()
        self.help.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        self.help.setAutoRaise(True)
        self.help.setToolTip(tr("All tools and keys of this page, in a window beside it"))
        self.help.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layer_label = self.add_row(tr("Correct"), self.layer, self.help)
        self.session = QComboBox()
        self.session.setToolTip(tr("The file of corrections beside the prediction; there can be several"))
        self._session_label = self.add_row(tr("Session"), self.session)
        self.class_field = QgsFieldComboBox()
        self.class_field.setToolTip(tr("The field that holds the class"))
        field_label = self.add_row(tr("Class"), self.class_field)
        self.line = grey_label()
        self.add_wide(self.line)
        self._of_polygons = [self.class_field, field_label]

    def _build_tools(self) -> None:
        self.classes = ClassButtons()
        self.tools = ToolRow()
        self.add_wide(self.classes)
        self.add_wide(self.tools)
        self.only = QComboBox()
        self.only.setToolTip(tr("Only pixels that have this class now are changed, whichever tool is used"))
        only_label = self.add_row(tr("Only where\nthe map says"), self.only)
        self.size = QDoubleSpinBox()
        self.size.setDecimals(0)
        self.size.setRange(1, LARGEST)
        self.size.setToolTip(tr("The brush’s diameter; Alt and the wheel change it on the map"))
        self.unit = QComboBox()
        self.unit.addItem(tr("px"), False)
        self.unit.addItem(tr("m"), True)
        self.unit.setToolTip(tr("Whether the brush is measured in pixels or in metres"))
        size_label = self.add_row(tr("Brush size"), self.size, self.unit)
        self.other = LayerBox(self._project, self._is_kept)
        self.other.setToolTip(tr("The prediction whose classes are taken inside the polygon"))
        self._other_label = self.add_row(tr("Take from"), self.other)
        self.over_nodata = QCheckBox(tr("Paint over “no data” too"))
        self.over_nodata.setToolTip(tr("Otherwise pixels without a prediction are left as they are"))
        self.add_under(self.over_nodata)
        self.list = CorrectionList()
        self.add_wide(self.list, 10)
        self._always = [self.classes, self.size, self.unit, size_label]
        self._of_pixels = [self.only, only_label, self.over_nodata, self.list]

    def _build_footer(self) -> None:
        self.progress = wrapped_label(tr("What stands in the session; every correction is on the disk already"))
        self.unsaved = QPushButton(tr("Try again"))
        self.unsaved.setToolTip(tr("Write again what couldn’t be written"))
        self.unsaved.hide()
        self.undo, self.redo = QPushButton(), QPushButton()
        self.undo.setToolTip(tr("Take the last correction back (Z or Ctrl+Z on the map)"))
        self.redo.setToolTip(tr("Do it again (Y or Ctrl+Shift+Z on the map)"))
        self.eye = QToolButton()
        show_eye = QAction(icon("correct/eye"), tr("Help for the eye"), self.eye)
        self.eye.setDefaultAction(show_eye)
        self._follower = ThemeFollower({"correct/eye": show_eye}, self.eye)
        self.eye.setToolTip(tr("Help for the eye: band combinations, stretches, a second map view, hillshade"))
        self.eye.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.eye.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.eye_menu = QMenu(self)
        self.eye.setMenu(self.eye_menu)
        self.export = QPushButton(tr("Export as labels"))
        self.export.setToolTip(tr("Write the corrections as polygons to train on"))
        self.apply = next_button(tr("Apply…"), tr("Write a corrected copy of the prediction, or save the polygons"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, widgets in ((first, (self.undo, self.redo, None, self.unsaved, self.eye)),
                              (second, (self.export, None, self.apply))):  # fmt: skip
            line.setSpacing(6)
            for widget in widgets:
                line.addStretch(1) if widget is None else line.addWidget(widget)
        self.footer.addWidget(self.progress)
        self.footer.addLayout(first)
        self.footer.addLayout(second)
        self._always += [self.progress, self.undo, self.redo, self.apply]
        self._of_pixels += [self.export]

    def _connect(self) -> None:
        self.layer.layer_changed.connect(self.layer_chosen)
        self.session.activated.connect(lambda _index: self.session_chosen.emit(self.session.currentData() or ""))
        self.help.clicked.connect(lambda: open_help(self))
        self.classes.chosen.connect(self.choice.take_class)
        self.only.currentIndexChanged.connect(lambda _index: self.choice.set_only(self.only.currentData() or 0))
        self.size.valueChanged.connect(self.choice.set_size)
        self.unit.currentIndexChanged.connect(self._on_unit)
        self.choice.changed.connect(self._show_choice)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.apply.clicked.connect(self.apply_requested)
        self.export.clicked.connect(self.export_requested)
        self._show_choice()

    def _on_unit(self, _index: int) -> None:
        self.choice.set_size(self.choice.size, in_metres=bool(self.unit.currentData()))

    def _show_choice(self) -> None:
        self.classes.set_class(self.choice.class_id)
        fields = (self.size, self.only)
        for field in fields:
            field.blockSignals(True)
        self.size.setValue(self.choice.size)
        self.only.setCurrentIndex(max(0, self.only.findData(self.choice.only)))
        for field in fields:
            field.blockSignals(False)


def has_polygons(layer: QgsMapLayer) -> bool:
    """Whether a layer holds polygons, such as labels to train on; the reviews of a map are none."""
    if not isinstance(layer, QgsVectorLayer) or is_reviews(layer):
        return False
    return bool(layer.geometryType() == POLYGON_GEOMETRY)


def no_data_entry(class_id: int) -> Entry:
    """Give the button that makes pixels “no data”."""
    return class_id, tr("no data"), QColor()
