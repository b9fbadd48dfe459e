"""Which class of the labels is which of a prediction, where they go by other names: a dialog and the text it makes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..texts import as_plain, tr


class ClassMappingDialog(QDialog):
    """Shows every class of the labels with the prediction's classes to choose from, likely ones chosen already."""

    def __init__(
        self, labelled: Sequence[str], predicted: Sequence[str], renamed: Mapping[str, str],
        parent: Optional[QWidget] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(tr("Match classes"))
        self.resize(440, 360)
        note = QLabel(tr("Say which class of the prediction each class of the labels is."))
        note.setWordWrap(True)
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(f"<b>{tr('Labels')}</b>"), 0, 0)
        grid.addWidget(QLabel(f"<b>{tr('Prediction')}</b>"), 0, 1)
        self.boxes: dict[str, QComboBox] = {}
        for row, name in enumerate(labelled, start=1):
            box = QComboBox()
            box.addItem(tr("a class of its own"), "")
            for other in predicted:
                box.addItem(other, other)
            about = tr("What “{name}” is called in the prediction", name=name)
            box.setToolTip(as_plain(about))
            box.setAccessibleName(about)
            box.setCurrentIndex(max(0, box.findData(renamed.get(name) or likely(name, predicted))))
            label = QLabel(name)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            self.boxes[name] = box
        grid.setRowStretch(len(labelled) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (note, area, buttons):
            layout.addWidget(widget)

    @property
    def renamed(self) -> dict[str, str]:
        """The prediction's class for each class of the labels that goes by another name."""
        chosen = {name: box.currentData() for name, box in self.boxes.items()}
        return {name: other for name, other in chosen.items() if other and other != name}


def likely(name: str, predicted: Sequence[str]) -> str:
    """Give the prediction's class that is most likely meant; empty where none is."""
    plain = {other.casefold(): other for other in reversed(predicted)}
    matches = get_close_matches(name.casefold(), list(plain), 1, 0.75)
    return plain[matches[0]] if matches else ""


def mapping_text(renamed: Mapping[str, str]) -> str:
    """Write pairs as parameters take them; as JSON where a name holds what stands between pairs."""
    if any(mark in name for pair in renamed.items() for name in pair for mark in ",="):
        return json.dumps(renamed, ensure_ascii=False)
    return ", ".join(f"{name}={other}" for name, other in renamed.items())
