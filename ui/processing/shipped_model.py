"""The graphical model that comes with Outcrop: the whole way from imagery and polygons to an accuracy report."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP
from qgis.PyQt.QtGui import QIcon

from ...core.parameters import describe
from ...core.training.settings.recipe import Recipe
from ...core.vectorise.parameters import CleanParameters
from ..messages import first_sentence
from ..texts import tr
from ..worker.environment import ROOT
from .base.algorithm import ICONS, WORKFLOWS, help_text
from .base.declarations import described, polygon_source, with_help
from .base.recipe_parameters import model_choice, model_papers, recipe_choice
from .base.scene import CLASS_FIELD, INPUT, LABELLED_AREA, POLYGONS

FILE = ROOT / "resources" / "models" / "imagerytomap.model3"
TITLE = QT_TRANSLATE_NOOP("Outcrop", "Imagery and polygons to a map with its accuracy")
SUMMARY = QT_TRANSLATE_NOOP(
    "Outcrop",
    "Trains a model on polygons, maps the imagery with it, cleans the map, draws it as polygons and measures it "
    "against other polygons, in one go.\nA graphical model: copy its file and change it in the model designer.",
)
_CHECK_POLYGONS, _MINUTES = "CHECK_POLYGONS", 5.0
_REPORT = QT_TRANSLATE_NOOP("Outcrop", "Accuracy report")
"""What the file calls its report; its other outputs have the names that they have elsewhere."""


class ImageryToMap(QgsProcessingModelAlgorithm):
    """The model under an id that never changes, with texts that are translated and the recipes that there are."""

    def __init__(self) -> None:
        super().__init__()
        self.fromFile(str(FILE))
        self.setSourceFilePath(str(FILE))  # without it history has no command
        for definition in _inputs():
            self.updateModelParameter(definition)
        self.updateDestinationParameters()
        for definition in self.destinationParameterDefinitions():
            definition.setDescription(tr(definition.description()))
            definition.setHelp(tr(definition.help()))

    def createInstance(self) -> ImageryToMap:
        """Make another one."""
        return ImageryToMap()

    def name(self) -> str:
        """Give the id."""
        return FILE.stem

    def displayName(self) -> str:
        """Give the name in the toolbox."""
        return tr(TITLE)

    def group(self) -> str:
        """Give the group's title."""
        return tr(WORKFLOWS.title)

    def groupId(self) -> str:
        """Give the group's id."""
        return WORKFLOWS.id

    def icon(self) -> QIcon:
        """Give the icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Give the icon's file."""
        return str(ICONS / "outcrop.svg")

    def tags(self) -> list[str]:
        """Give further words by which it is found."""
        return ["outcrop", "workflow"]

    def shortDescription(self) -> str:
        """Give the tooltip."""
        return first_sentence(tr(SUMMARY))

    def shortHelpString(self) -> str:
        """Give the help that stands beside the parameters."""
        text = tr("Its file: {file}", file=FILE)
        return help_text(self.name(), [*tr(SUMMARY).split("\n"), text], model_papers())


def _inputs() -> list[QgsProcessingParameterDefinition]:
    """Make the model's own parameters, in the order of the work; the file has them by name alone."""
    settings = {entry.name: entry for entry in (*describe(Recipe), *describe(CleanParameters))}
    return [
        with_help(QgsProcessingParameterRasterLayer(INPUT, tr("Imagery")), tr("The raster to train on and to map.")),
        with_help(polygon_source(POLYGONS, tr("Training polygons")), tr("Polygons with a class.")),
        with_help(
            QgsProcessingParameterField(CLASS_FIELD, tr("Class field"), None, POLYGONS),
            tr("The field that holds the class: text or a number."),
        ),
        with_help(
            polygon_source(LABELLED_AREA, tr("Labelled area"), optional=True),
            tr("Polygons inside which labelling is complete: what no class covers there is background."),
        ),
        recipe_choice(),
        model_choice(),
        described(replace(settings["minutes"], default=_MINUTES)),
        described(settings["least_area_m2"]),
        with_help(
            polygon_source(_CHECK_POLYGONS, tr("Polygons to check with")), tr("Polygons that training doesn't see.")
        ),
        with_help(
            QgsProcessingParameterField("CHECK_FIELD", tr("Their class field"), None, _CHECK_POLYGONS),
            tr("The field that holds the class: text or a number."),
        ),
    ]
