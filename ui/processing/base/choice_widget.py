"""The widget for a choice, with the titles that the dock has too; models, scripts and history hold the names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtWidgets import QComboBox

from ....core.model.catalogue import architectures
from ....core.training.settings.recipes import RECIPES
from ...recipe_texts import recipe_title
from ...texts import tr
from ...widgets.editors import choice_text
from .dialog_wrapper import DialogWrapper

_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class ChoiceWrapper(DialogWrapper):
    """Puts titles into Processing's dialogs."""

    def createWidget(self) -> QComboBox:
        """Make the widget."""
        box = QComboBox()
        parameter = self.parameterDefinition()
        if parameter.flags() & _OPTIONAL:
            box.addItem(tr("[not set]"), None)
        for key in parameter.options():
            box.addItem(title_of(key, parameter.options()), key)
        box.currentIndexChanged.connect(lambda _index: self.widgetValueHasChanged.emit(self))
        return box

    def setValue(self, value: Any) -> None:  # noqa: N802  (QGIS's name)
        """Show a choice; what isn't offered shows the first."""
        self.widget.setCurrentIndex(max(0, self.widget.findData(value or None)))

    def value(self) -> Any:
        """Give the name that is chosen, None where nothing is."""
        return self.widget.currentData()


def title_of(key: str, options: Sequence[str]) -> str:
    """Give the title of a choice among recipes, models, or anything else that a setting offers by a name of theirs."""
    if set(options) <= set(RECIPES):
        return recipe_title(key)
    return tr(architectures()[key].title) if set(options) <= set(architectures()) else choice_text(key)
