"""The graphical model that comes with Outcrop: the whole way from imagery and polygons to an accuracy report."""

from __future__ import annotations

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP
from qgis.PyQt.QtGui import QIcon

from ..environment import ROOT
from ..messages import first_sentence
from ..texts import tr
from .algorithm import ICONS, WORKFLOWS, reference
from .recipe_parameters import model_papers

FILE = ROOT / "resources" / "models" / "imagerytomap.model3"
TITLE = QT_TRANSLATE_NOOP("Outcrop", "Imagery and polygons to a map with its accuracy")
SUMMARY = QT_TRANSLATE_NOOP(
    "Outcrop",
    "Trains a model on polygons, maps the imagery with it, cleans the map, draws it as polygons and measures it "
    "against other polygons, in one go. A graphical model: copy its file and change it in the model designer.",
)


class ImageryToMap(QgsProcessingModelAlgorithm):
    """The model under an id that never changes, with a name that is translated."""

    def __init__(self) -> None:
        super().__init__()
        self.fromFile(str(FILE))

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
        return "\n".join([f"<p>{tr(SUMMARY)}</p>", f"<p>{FILE}</p>", *reference(model_papers())])
