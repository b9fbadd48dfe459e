"""What is chosen to correct with: class, condition, brush and tolerance, shared by page, tools and keys."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

SMALLEST, LARGEST = 1.0, 5000.0
_STEP = 1.25


class Choice(QObject):
    """`changed` tells that something of it is another."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.class_id = self.last_class_id = 0
        self.only = 0
        self.size = 9.0
        self.in_metres = False
        self.tolerance = 1.0

    def take_class(self, class_id: int) -> None:
        """Paint with a class from now on."""
        if class_id != self.class_id:
            self.class_id, self.last_class_id = class_id, self.class_id
            self.changed.emit()

    def swap(self) -> None:
        """Go back to the class that was used before."""
        if self.last_class_id:
            self.take_class(self.last_class_id)

    def set_only(self, class_id: int) -> None:
        """Change only pixels that have a class now; 0 changes all."""
        if class_id != self.only:
            self.only = class_id
            self.changed.emit()

    def set_size(self, size: float, *, in_metres: bool | None = None) -> None:
        """Give the brush a diameter, in pixels or metres."""
        if in_metres is not None:
            self.in_metres = in_metres
        self.size = min(max(size, 0.01 if self.in_metres else SMALLEST), LARGEST)
        self.changed.emit()

    def resize(self, steps: float) -> None:
        """Make the brush larger by steps of a quarter, or smaller; whole pixels while it is small."""
        size = self.size * _STEP**steps
        if not self.in_metres:
            size = max(size, self.size + 1) if steps > 0 else min(size, self.size - 1)
            size = float(round(size))
        self.set_size(size)

    def loosen(self, steps: float) -> None:
        """Let colours be further apart in what looks alike, or nearer."""
        self.tolerance = min(max(self.tolerance * _STEP**steps, 0.05), 20.0)
        self.changed.emit()

    def diameter(self, pixel_m: float) -> float:
        """Give the brush's diameter in pixels of a raster whose pixels have a side in metres."""
        return max(1.0, self.size / pixel_m if self.in_metres and pixel_m > 0 else self.size)
