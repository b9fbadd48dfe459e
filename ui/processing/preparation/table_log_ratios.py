"""Log-ratios of the fields of a layer of points."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.parameters import describe, from_dict
from ....core.preparation.compositions.parameters import LogRatioParameters
from ....core.preparation.functions import raster_function
from ....core.preparation.jobs import TableLogRatiosJob
from ...compat import OF_POINTS, WkbType
from ...texts import tr
from ..base.algorithm import PREPARATION, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.features import give_features
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.worker_run import run_job

_POINTS, _FIELDS, _OUTPUT = "POINTS", "FIELDS", "OUTPUT"


class TableLogRatios(OutcropAlgorithm):
    """Log-ratios of fields."""

    KEY = "tablelogratios"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Log-ratios of fields")
    GROUP = PREPARATION
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Takes log-ratios of the fields of points that are parts of a whole, such as oxides or elements of samples, as "
        "new fields. Take them before points become grids.\n"
        "Zeros and values below detection, also those written as “<0.5”, are replaced by 65 % of the limit, the others "
        "giving way in proportion. Negative parts are refused, unless they mean “less than”.",
    )
    PAPER = raster_function("log-ratios").paper
    TAGS = raster_function("log-ratios").tags

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the points, their fields, the settings, and the layer."""
        del configuration
        points = QgsProcessingParameterFeatureSource(_POINTS, tr("Points"), [OF_POINTS])
        self.addParameter(with_help(points, tr("Points of any layer, in any coordinate system.")))
        fields = QgsProcessingParameterField(
            _FIELDS, tr("Parts"), None, _POINTS, QgsProcessingParameterField.DataType.Any, allowMultiple=True
        )
        self.addParameter(with_help(fields, tr("The fields that hold the parts: all oxides or elements of the whole.")))
        for entry in describe(LogRatioParameters):
            self.addParameter(described(entry))
        sink = QgsProcessingParameterFeatureSink(_OUTPUT, tr(self.TITLE), OF_POINTS)
        self.addParameter(with_help(sink, tr("The points with all their fields and the log-ratios.")))

    def _check(self, inputs: Inputs) -> None:
        from_dict(LogRatioParameters, inputs.settings(describe(LogRatioParameters))).checked()

    def _read(self, inputs: Inputs) -> tuple[TableLogRatiosJob, str, WkbType]:
        settings = from_dict(LogRatioParameters, inputs.settings(describe(LogRatioParameters)))
        source, layer = inputs.polygons(_POINTS), inputs.vector_layer(_POINTS)
        target = str(inputs.folder / "ratios.gpkg")
        job = TableLogRatiosJob(source.path, target, tuple(inputs.names(_FIELDS)), source.layer, settings)
        name = layer.name() if layer is not None else ""
        is_multi = layer is not None and QgsWkbTypes.isMultiType(layer.wkbType())
        kind = WkbType.MultiPoint if is_multi else WkbType.Point
        return job, tr("{layer} · {made}", layer=name, made=tr("log-ratios")), kind

    def _work(
        self, task: tuple[TableLogRatiosJob, str, WkbType], inputs: Inputs, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        job, name, kind = task
        result = run_job(job, inputs.folder, feedback)
        destination = give_features(inputs, _OUTPUT, result, kind, feedback)
        style_output(inputs, _OUTPUT, destination, name)
        return {_OUTPUT: destination}
