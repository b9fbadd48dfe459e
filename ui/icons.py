"""Icons: our own SVG pictures, drawn in the text colour of the theme so that they show on light and on dark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QLabel

from .compat import QAction

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
    drawn = QIcon()
    modes = {QIcon.Mode.Normal: QPalette.ColorGroup.Active, QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled}
    for mode, group in modes.items():
        ink = palette.color(group, QPalette.ColorRole.WindowText)
        for side in _SIDES:
            drawn.addPixmap(_draw(text, ink, side), mode)
    return drawn


_COLOURING = (
    QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange, QEvent.Type.Show,
)  # fmt: skip
"""When to look for other colours; the last for what was made before QGIS had set its theme."""


class ThemeFollower(QObject):
    """Draws the icons of actions anew when the theme changes; to be installed as event filter where they are shown."""

    def __init__(self, names: Mapping[str, QAction], parent: QObject) -> None:
        """Take actions by the name of their icon."""
        super().__init__(parent)
        self._names, self._inks = names, _inks()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for a change of colours."""
        if event.type() in _COLOURING and self._inks != _inks():
            self._inks = _inks()
            for name, action in self._names.items():
                action.setIcon(icon(name))
        return bool(super().eventFilter(watched, event))


def _inks() -> tuple[str, str]:
    """Give the colours of the theme's texts, of those that can be used and those that can't."""
    palette = _palette()
    groups = QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled
    return tuple(palette.color(group, QPalette.ColorRole.WindowText).name() for group in groups)


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
