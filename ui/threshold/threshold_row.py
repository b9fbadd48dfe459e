"""The row of the slider: a class, more or fewer of it, and what that makes of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ..texts import tr
from ..widgets.class_button import colour_icon
from ..widgets.page import grey_label, wrapped_label

_HIGHEST = 255
Entry = tuple[int, str, str]
"""A class: id, name, colour."""


class ThresholdRow(QWidget):
    """`opened` and `closed` by its button; `class_chosen`, `moved` (to a threshold of 1…255) and `share_wanted`
    (0…1) by its fields; `kept` and `making_wanted` by its buttons.
    """  # noqa: D205

    opened = pyqtSignal()
    closed = pyqtSignal()
    class_chosen = pyqtSignal(int)
    moved = pyqtSignal(int)
    share_wanted = pyqtSignal(float)
    kept = pyqtSignal()
    making_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.open = QPushButton(tr("More or fewer…"))
        self.open.setCheckable(True)
        self.open.setToolTip(tr("Have more or fewer pixels of one class on this map, and see at once what that does"))
        self.classes = QComboBox()
        self.classes.setToolTip(tr("The class that is set against all others"))
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _HIGHEST - 1)
        self.slider.setPageStep(10)
        self.slider.setToolTip(tr("Left: only where the model is sure of the class. Right: wherever it may be"))
        self.share = QDoubleSpinBox()
        self.share.setRange(0.0, 100.0)
        self.share.setDecimals(1)
        self.share.setSuffix(tr(" %"))
        self.share.setSpecialValueText(tr("not known"))
        self.share.setKeyboardTracking(False)
        self.share.setToolTip(
            tr("Where you know about how much of the scene this class is: the slider goes to where the map says so too")
        )
        for field in (self.classes, self.slider, self.share):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.status, self.figures = wrapped_label(tr("What the map is at this place of the slider")), grey_label()
        self.make = QPushButton(tr("Make the probabilities"))
        self.make.setToolTip(tr("Map the same place again with the same model, and keep the probabilities beside it"))
        self.keep = QPushButton(tr("Keep"))
        self.keep.setToolTip(tr("Write the map like this, and have the model map so from then on"))
        self.leave = QPushButton(tr("Leave as it was"))
        self.leave.setToolTip(tr("Show the map again as it was"))
        self._build()
        self.set_state([], "")
        self.open.toggled.connect(self._on_toggled)
        self.leave.clicked.connect(lambda: self.open.setChecked(False))
        self.classes.currentIndexChanged.connect(lambda _index: self.class_chosen.emit(self.classes.currentData() or 0))
        self.slider.valueChanged.connect(lambda value: self.moved.emit(_HIGHEST - value))
        self.share.valueChanged.connect(lambda value: self.share_wanted.emit(value / 100) if value else None)
        self.keep.clicked.connect(self.kept)
        self.make.clicked.connect(self.making_wanted)

    @property
    def byte(self) -> int:
        """The least kept probability (1…255) at which the class is drawn."""
        return int(_HIGHEST - self.slider.value())

    def set_byte(self, byte: int) -> None:
        """Move the slider there, and tell no one."""
        self.slider.blockSignals(True)
        self.slider.setValue(_HIGHEST - byte)
        self.slider.blockSignals(False)

    def set_state(self, classes: Sequence[Entry], text: str, *, can_make: bool = False) -> None:
        """Offer classes; without any only say why not, and offer to make what is missing."""
        self.classes.blockSignals(True)
        self.classes.clear()
        for class_id, name, colour in classes:
            self.classes.addItem(colour_icon(colour), name, class_id)
        self.classes.blockSignals(False)
        for widget in (self._fields, self._buttons):
            widget.setVisible(bool(classes) and self.open.isChecked())
        self.make.setVisible(can_make and self.open.isChecked())
        self.forget_share()
        self.tell(text, "")

    def forget_share(self) -> None:
        """Show that the share of the class isn't known."""
        self.share.blockSignals(True)
        self.share.setValue(0)
        self.share.blockSignals(False)

    def tell(self, text: str, figures: str) -> None:
        """Show what the map is, and how right it is there."""
        for label, shown in ((self.status, text), (self.figures, figures)):
            label.setText(shown)
            label.setVisible(bool(shown) and self.open.isChecked())

    def set_busy(self, busy: bool) -> None:
        """Let nothing be pressed while the map is written."""
        for widget in (self._fields, self._buttons, self.make):
            widget.setEnabled(not busy)

    def close_up(self) -> None:
        """Close it, as its button does."""
        self.open.setChecked(False)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.opened.emit()
        else:
            self.set_state([], "")
            self.closed.emit()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        self._fields, self._buttons = QWidget(), QWidget()
        fields = QVBoxLayout(self._fields)
        for layout, parts in (
            (QHBoxLayout(), (tr("Class"), self.classes)),
            (QHBoxLayout(), (tr("Fewer"), self.slider, tr("More"))),
            (QHBoxLayout(), (tr("Share of the scene, about"), self.share)),
        ):
            layout.setSpacing(6)
            for part in parts:
                widget = QLabel(part) if isinstance(part, str) else part
                layout.addWidget(widget, 0 if isinstance(part, str) else 1)
            fields.addLayout(layout)
        buttons = QHBoxLayout(self._buttons)
        for layout in (fields, buttons):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
        self.share.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        for widget in (self.open, self._fields, self.status, self.figures, self.make, self._buttons):
            rows.addWidget(widget)
