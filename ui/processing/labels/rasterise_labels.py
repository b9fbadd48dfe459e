"""Rasterise training polygons: class ids on the imagery's grid."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.labels.jobs import RasteriseJob
from ...texts import number_text, tr
from ..base.algorithm import LABELS, OutcropAlgorithm
from ..base.declarations import with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import INPUT, add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job


class RasteriseLabels(OutcropAlgorithm):
    """Rasterise labels."""

    KEY = "rasteriselabels"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Rasterise training polygons")
    GROUP = LABELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Writes class polygons as a raster on the imagery's own pixels, as training sees them: 0 is unlabelled, every "
        "class has a number from 1 with its name and colour. Inside a labelled area what no class covers is "
        "background.\n"
        "Polygons are reprojected to the imagery. Where they overlap, the one drawn last counts.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "mask burn ground truth")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels and the raster."""
        del configuration
        add_imagery(self, bands=False)
        add_labels(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterBoolean("ALL_TOUCHED", tr("Label every pixel that a polygon touches"), False),
                tr("Otherwise a polygon labels the pixels whose centre it covers."),
                advanced=True,
            )
        )
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Label raster")),
                tr("A raster of class numbers with names and colours."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("PIXELS", tr("Labelled pixels")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> tuple[RasteriseJob, str]:
        job = RasteriseJob(read_scene(inputs), inputs.raster_output("OUTPUT"), inputs.flag("ALL_TOUCHED"))
        return job, tr("{imagery} · labels", imagery=inputs.raster(INPUT).name())

    def _work(self, task: tuple[RasteriseJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        pixels = {entry: int(count["pixels"]) for entry, count in result["counts"].items()}
        for entry, count in pixels.items():
            feedback.pushInfo(tr("{name}: {n} pixels", name=entry, n=number_text(count)))
        style_output(inputs, "OUTPUT", job.out, name, classes=result["classes"])
        return {"OUTPUT": job.out, "PIXELS": sum(pixels.values())}
