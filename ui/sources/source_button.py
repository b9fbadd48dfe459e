"""The button that says what a layer's numbers are, and offers to read them otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsApplication, QgsRasterLayer
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...core.geodata.sources.settings import (
    ALL_BANDS,
    ANGLE,
    ANY_BAND,
    AUTO,
    AVERAGE,
    BILINEAR,
    CATEGORY,
    CUBIC,
    EMBEDDING,
    MEASUREMENT,
    NEAREST,
    SourceSettings,
)
from ...core.parameters import from_dict, to_dict
from ..texts import as_plain, tr
from .layer_source import choose_source, chosen_source, guessed_source, source_of

_ROLES = {
    MEASUREMENT: QT_TRANSLATE_NOOP("Outcrop", "Measurements"),
    CATEGORY: QT_TRANSLATE_NOOP("Outcrop", "Categories"),
    ANGLE: QT_TRANSLATE_NOOP("Outcrop", "Angles"),
    EMBEDDING: QT_TRANSLATE_NOOP("Outcrop", "Embedding"),
}
_ICONS = {
    MEASUREMENT: "/rendererGraduatedSymbol.svg",
    CATEGORY: "/rendererCategorizedSymbol.svg",
    ANGLE: "/mActionRotateFeature.svg",
    EMBEDDING: "/rendererRuleBasedSymbol.svg",
}
_MEANS = {
    MEASUREMENT: QT_TRANSLATE_NOOP("Outcrop", "Measurements: brightness, elevation, contents, counts"),
    CATEGORY: QT_TRANSLATE_NOOP("Outcrop", "Categories: whole numbers that stand for names, never mixed"),
    ANGLE: QT_TRANSLATE_NOOP("Outcrop", "Angles in degrees, such as aspect: between 359° and 1° lies 0°"),
    EMBEDDING: QT_TRANSLATE_NOOP("Outcrop", "Embedding, such as AlphaEarth’s: bands that mean something together"),
}
_RESAMPLING = {
    AUTO: QT_TRANSLATE_NOOP("Outcrop", "As it suits them"),
    NEAREST: QT_TRANSLATE_NOOP("Outcrop", "Nearest pixel"),
    BILINEAR: QT_TRANSLATE_NOOP("Outcrop", "Interpolated (bilinear)"),
    CUBIC: QT_TRANSLATE_NOOP("Outcrop", "Smoothly interpolated (cubic)"),
    AVERAGE: QT_TRANSLATE_NOOP("Outcrop", "Averaged"),
}
_GAPS = {
    ANY_BAND: QT_TRANSLATE_NOOP("Outcrop", "Where any band has no data"),
    ALL_BANDS: QT_TRANSLATE_NOOP("Outcrop", "Where all bands have no data"),
}


class SourceButton(QToolButton):
    """Shows what a layer's numbers are taken for; `changed` when the analyst says otherwise."""

    changed = pyqtSignal()

    def __init__(self, layer: Optional[QgsRasterLayer] = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)
        self.show_layer(layer)

    def show_layer(self, layer: Optional[QgsRasterLayer]) -> None:
        """Show how a layer is read; nothing without one."""
        self._layer = layer
        self.setVisible(layer is not None)
        if layer is None:
            return
        settings = source_of(layer)
        role = settings.role if settings.role in _ROLES else MEASUREMENT
        self.setText(tr(_ROLES[role]))
        self.setIcon(QgsApplication.getThemeIcon(_ICONS[role]))
        known = (
            tr("Chosen by you.") if chosen_source(layer).role != AUTO else
            tr("Guessed from the file.") if settings.role != AUTO else tr("Taken for measurements.")
        )  # fmt: skip
        told = tr("What the numbers of this raster are, and how they are brought to the imagery’s pixels.")
        self.setToolTip(as_plain(f"{told}\n{tr(_MEANS[role])}. {known}"))
        self.setAccessibleName(tr("What the numbers are: {role}", role=tr(_ROLES[role])))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        if self._layer is None:
            return
        chosen, guessed = chosen_source(self._layer), guessed_source(self._layer)
        taken = guessed.role if guessed.role in _ROLES else MEASUREMENT
        first = tr("As guessed: {role}", role=tr(_ROLES[taken]))
        self._offer(menu, {AUTO: first, **{role: tr(text) for role, text in _MEANS.items()}}, chosen.role, "role")
        menu.addSeparator()
        resampling = menu.addMenu(tr("Between pixels"))
        self._offer(resampling, {key: tr(text) for key, text in _RESAMPLING.items()}, chosen.resampling, "resampling")
        gaps = menu.addMenu(tr("Missing pixels"))
        self._offer(gaps, {key: tr(text) for key, text in _GAPS.items()}, chosen.gaps, "gaps")

    def _offer(self, menu: QMenu, texts: dict[str, str], current: str, field: str) -> None:
        for key, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.triggered.connect(self._chooser(field, key))

    def _chooser(self, field: str, key: str) -> Callable[[], None]:
        def choose() -> None:
            if self._layer is None:
                return
            settings = from_dict(SourceSettings, {**to_dict(chosen_source(self._layer)), field: key})
            choose_source(self._layer, settings)
            self.show_layer(self._layer)
            self.changed.emit()

        return choose
