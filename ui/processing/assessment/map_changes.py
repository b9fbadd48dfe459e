"""What changed between two maps of a place, from which class to which."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.comparison.jobs import ChangesJob
from ....core.errors import BadInputError
from ....core.files.whole_file import write_text
from ....core.report.pages.table_page import page, table
from ...layers.imagery import source_path
from ...texts import area_text, number_text, tr
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import file_output, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job

BEFORE, AFTER = "BEFORE", "AFTER"


class MapChanges(OutcropAlgorithm):
    """Find what changed between two maps."""

    KEY = "changes"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Changes between two maps")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Compares two maps of the same place: a raster of where they differ, in the colours of what became of it, and "
        "a table from which class to which, with areas. Classes are matched by name, and the first map is brought to "
        "the pixels of the second.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "difference change detection two predictions transition matrix")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare both maps, the raster and the page."""
        del configuration
        self.addParameter(
            with_help(QgsProcessingParameterRasterLayer(BEFORE, tr("First map")), tr("The map before the change."))
        )
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterLayer(AFTER, tr("Second map")),
                tr("The map after it, on whose pixels they are compared."),
            )
        )
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Changes")),
                tr("One value for each kind of change; 0 where nothing changed."),
            )
        )
        self.addParameter(
            with_help(
                file_output("PAGE", tr("Report"), tr("Pages"), ".html", optional=True),
                tr("A page with the kinds of change and their areas."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("CHANGED", tr("Share of the map that changed")))

    def _read(self, inputs: Inputs) -> ChangesJob:
        before, after = (source_path(inputs.raster(name)) for name in (BEFORE, AFTER))
        return ChangesJob(before, after, inputs.raster_output("OUTPUT"))

    def _work(self, task: ChangesJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        if not result["out"]:
            raise BadInputError(tr("The two maps are the same: nothing changed, so there is no raster of changes."))
        for kind in result["changes"]:
            feedback.pushInfo(
                tr("{before} → {after} {area}", before=kind["before"], after=kind["after"],
                   area=area_text(kind["area_m2"]))
            )  # fmt: skip
        style_output(inputs, "OUTPUT", task.out, tr("changes"), classes=result["classes"])
        outputs: dict[str, Any] = {"OUTPUT": task.out, "CHANGED": result["changed"] / max(1, result["pixels"])}
        target = inputs.output("PAGE", ".html")
        if target:
            write_text(target, _page(result))
            outputs["PAGE"] = target
        return outputs


def _page(result: dict[str, Any]) -> str:
    share = max(1, result["pixels"]) / 100
    rows = [
        [kind["before"], kind["after"], number_text(kind["pixels"]), area_text(kind["area_m2"]),
         f"{number_text(kind['pixels'] / share, 2)} %"]
        for kind in result["changes"]
    ]  # fmt: skip
    columns = (tr("Before"), tr("After"), tr("Pixels"), tr("Area"), tr("Share"))
    return page(tr("Changes between two maps"), table(columns, rows))
