"""The first steps: the loop in five pictures and sentences, and a sample to try it on."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPalette
from qgis.PyQt.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .memory.memory import memory
from .texts import tr
from .widgets.sample_button import SampleButton

PICTURES = Path(__file__).resolve().parent.parent / "resources" / "first_steps"
_SIDE = 56
_SEEN = "first-steps-seen"


class FirstSteps(QDialog):
    """Explains the loop; shown once by itself, and whenever it is asked for."""

    sample_requested = pyqtSignal(str)
    manual_requested = pyqtSignal()
    setup_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Outcrop: First steps"))
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        steps = QGridLayout()
        steps.setColumnStretch(1, 1)
        steps.setHorizontalSpacing(12)
        steps.setVerticalSpacing(8)
        for row, (name, text) in enumerate(_steps()):
            picture = QLabel()
            picture.setPixmap(picture_of(name, self.palette()).pixmap(QSize(_SIDE, _SIDE)))
            words = QLabel(text)
            words.setWordWrap(True)
            steps.addWidget(picture, row, 0)
            steps.addWidget(words, row, 1)
        layout.addLayout(steps)
        self.hint = QLabel(tr("To compute, Outcrop needs its environment first: once, with one click."))
        self.hint.setWordWrap(True)
        layout.addWidget(self.hint)
        self.setup = QPushButton(tr("Set up…"))
        self.setup.setToolTip(tr("Show what would be installed, where, and how large it is; nothing happens yet"))
        self.sample = SampleButton()
        self.manual = QPushButton(tr("Manual"))
        self.manual.setToolTip(tr("Open the manual: the loop in five minutes, and a walk-through for each sample"))
        self.manual.setAutoDefault(False)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setToolTip(tr("Close this window; the [?] of the dock opens it again"))
        line = QHBoxLayout()
        line.addWidget(self.manual)
        line.addStretch(1)
        for button in (self.setup, self.sample, self.close_button):
            line.addWidget(button)
        layout.addLayout(line)
        self.setup.clicked.connect(self.setup_requested)
        self.sample.requested.connect(self._on_sample)
        self.manual.clicked.connect(self.manual_requested)
        self.close_button.clicked.connect(self.close)

    def set_ready(self, *, ready: bool) -> None:
        """Offer the sample where it can be made, and setting up where it can't yet."""
        self.hint.setVisible(not ready)
        self.setup.setVisible(not ready)
        self.sample.setEnabled(ready)
        memory().remember(_SEEN, True)

    def _on_sample(self, kind: str) -> None:
        self.close()
        self.sample_requested.emit(kind)


def are_seen() -> bool:
    """Whether the first steps have been shown in this profile."""
    return bool(memory().recall(_SEEN))


def picture_of(name: str, palette: QPalette) -> QIcon:
    """Give a picture in the colours for a light or a dark theme."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return QIcon(str(PICTURES / f"{name}-{'dark' if dark else 'light'}.svg"))


def _steps() -> tuple[tuple[str, str], ...]:
    return (
        ("imagery", tr("Choose imagery: any raster with any bands, elevation or geophysics beside it.")),
        ("draw", tr("Draw a few polygons of every class that you want to find.")),
        ("train", tr("Train. QGIS stays free; stop when the curve is good enough and keep the best.")),
        ("predict", tr("Predict what the canvas shows. The map arrives styled beside the imagery.")),
        ("correct", tr("Draw over what is wrong, and train again. Each round gets better.")),
    )
