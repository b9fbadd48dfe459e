"""The algorithm that saves a stack as a virtual raster."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.preparation.jobs import SaveStackJob
from ...texts import tr
from ..base.algorithm import PREPARATION, OutcropAlgorithm
from ..base.declarations import file_output, with_help
from ..base.inputs import Inputs
from ..base.scene import add_imagery, add_sources, read_images, read_sources_given
from ..base.worker_run import run_job

_OUTPUT, _SUFFIX = "OUTPUT", ".vrt"


class SaveStack(OutcropAlgorithm):
    """Save a stack."""

    KEY = "savestack"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Save a stack")
    GROUP = PREPARATION
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Saves imagery with further rasters on its grid as one virtual raster, which is imagery everywhere: a small "
        "file that refers to the rasters where they are and copies none of their pixels.\n"
        "Every band keeps its name, its unit and what its numbers are: measurements, categories, angles or an "
        "embedding, each brought to the grid as it has to be.",
    )
    TAGS = "VRT virtual raster layer stack bands align merge resample"

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the rasters and the file."""
        del configuration
        add_imagery(self)
        add_sources(self)
        output = file_output(_OUTPUT, tr("Saved stack"), tr("Virtual rasters"), _SUFFIX)
        self.addParameter(with_help(output, tr("The file to write; it is of use where the rasters stay.")))

    def _read(self, inputs: Inputs) -> tuple[SaveStackJob, str]:
        layer, files, bands = read_images(inputs)
        job = SaveStackJob(files, inputs.output(_OUTPUT, _SUFFIX), bands, read_sources_given(inputs))
        return job, tr("{layer} · {made}", layer=layer.name(), made=tr("stack"))

    def _work(self, task: tuple[SaveStackJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        for band in result["bands"]:
            feedback.pushInfo(f"{band['name']} · {band['layer']} · {tr(str(band['role']))}")
        project = inputs.context.project()
        if project is not None:
            inputs.context.addLayerToLoadOnCompletion(job.out, QgsProcessingContext.LayerDetails(name, project))
        return {_OUTPUT: job.out}
