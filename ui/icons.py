"""Icons: our own SVG pictures, drawn in the text colour of the theme so that they show on light and on dark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QAction, QLabel

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
INK = "#808080"
"""The grey in the files that stands for the theme's text colour; it shows on both kinds of theme by itself, too."""
_SIDES = (16, 24, 32, 48)


def icon(name: str) -> QIcon:
    """Give one of our icons in the colours of the theme; one that isn't there is empty."""
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        return QIcon()
    text = file.read_text(encoding="utf-8")
    palette = _palette()
    made = QIcon()
    modes = {QIcon.Mode.Normal: QPalette.ColorGroup.Active, QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled}
    for mode, group in modes.items():
        ink = palette.color(group, QPalette.ColorRole.WindowText)
        for side in _SIDES:
            made.addPixmap(_draw(text, ink, side), mode)
    return made


class ThemeFollower(QObject):
    """Draws the icons of actions anew when the theme changes; to be installed as event filter where they are shown."""

    def __init__(self, names: Mapping[str, QAction], parent: QObject) -> None:
        """Take actions by the name of their icon."""
        super().__init__(parent)
        self._names = names
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for a change of colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            for name, action in self._names.items():
                action.setIcon(icon(name))
        return bool(super().eventFilter(watched, event))


def _palette() -> QPalette:
    """Give the colours of a text: what a style sheet sets, as QGIS's dark themes do, the application doesn't know."""
    text = QLabel()
    text.ensurePolished()
    return QPalette(text.palette())


def _draw(text: str, ink: QColor, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.replace(INK, ink.name()).encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
