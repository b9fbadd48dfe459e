"""The algorithms of all raster functions, each made from the function's entry in core's list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
)

from ....core.errors import BadInputError
from ....core.files.whole_file import write_text
from ....core.parameters import Parameter, from_dict, to_dict
from ....core.preparation.base.raster_function import RasterFunction
from ....core.preparation.functions import FUNCTIONS
from ....core.preparation.jobs import LayerJob
from ....core.report.pages.gridding_page import gridding_page
from ...compat import OF_POINTS
from ...layers.polygons import field_of
from ...page_wording import page_wording
from ...sources.layer_source import sources_of
from ...texts import number_text, tr
from ..base.algorithm import PREPARATION, OutcropAlgorithm
from ..base.declarations import ADVANCED, OPTIONAL, described, file_output, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import INPUT, MORE, add_imagery, images_given, read_images
from ..base.worker_run import run_job

_OUTPUT, _POINTS, _FIELD, _PAGE = "OUTPUT", "POINTS", "FIELD", "PAGE"
_PLACE, _COORDINATES = "PLACE", ("x", "y")
_DECIMALS = 4


class RasterAlgorithm(OutcropAlgorithm):
    """Make a layer by a raster function."""

    GROUP = PREPARATION
    FUNCTION: RasterFunction

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the rasters, the function's parameters, and the layer."""
        del configuration
        add_imagery(self)
        imagery = self.parameterDefinition(INPUT)
        imagery.setDescription(tr(self.FUNCTION.imagery))
        imagery.setHelp(tr(self.FUNCTION.imagery_help))
        if self.FUNCTION.more:
            more = self.parameterDefinition(MORE)
            more.setDescription(tr(self.FUNCTION.more))
            more.setHelp(tr(self.FUNCTION.more_help))
            more.setFlags(more.flags() & ~(ADVANCED | OPTIONAL if self.FUNCTION.needs_more else ADVANCED))
        if self.FUNCTION.points:
            self._add_points(self.FUNCTION.points)
        if self.FUNCTION.place:
            place = QgsProcessingParameterPoint(_PLACE, tr(self.FUNCTION.place))
            self.addParameter(
                with_help(place, tr("A point on the imagery; the button beside it lets you click on the map."))
            )
        for entry in self._entries:
            self.addParameter(described(entry))
        output = QgsProcessingParameterRasterDestination(_OUTPUT, tr(self.TITLE))
        self.addParameter(with_help(output, tr("A raster with a named band for each result, on the same pixels.")))
        if self.FUNCTION.points:
            page = file_output(_PAGE, tr("Report"), tr("Pages"), ".html", optional=True)
            self.addParameter(with_help(page, tr("A page with the variogram, and how far points are missed.")))

    def _add_points(self, label: str) -> None:
        points = QgsProcessingParameterFeatureSource(_POINTS, tr(label), [OF_POINTS])
        self.addParameter(with_help(points, tr("Points of any layer, in any coordinate system.")))
        field = QgsProcessingParameterField(
            _FIELD, tr("Field"), None, _POINTS, QgsProcessingParameterField.DataType.Any
        )
        self.addParameter(with_help(field, tr("The field that holds the number to interpolate.")))

    def _check(self, inputs: Inputs) -> None:
        self._parameters(inputs)
        if self.FUNCTION.points:
            _field_of_points(inputs)

    def _parameters(self, inputs: Inputs) -> Any:
        """Give the function's parameters.

        Raises:
            BadInputError: When values don't fit or don't go together.
        """
        settings = inputs.settings(self._entries)
        if self.FUNCTION.place:
            settings.update(zip(_COORDINATES, inputs.point(_PLACE, inputs.raster(INPUT))))
        return from_dict(self.FUNCTION.parameters, settings).checked()

    @property
    def _entries(self) -> list[Parameter]:
        """The function's parameters but for the coordinates of a place, which is one of its own."""
        return [entry for entry in self.FUNCTION.described if not self.FUNCTION.place or entry.name not in _COORDINATES]

    def _read(self, inputs: Inputs) -> tuple[LayerJob, str]:
        layer, files, bands = read_images(inputs)
        settings = to_dict(self._parameters(inputs))
        job = LayerJob(self.FUNCTION.key, files, inputs.raster_output(_OUTPUT), bands, settings)
        if self.FUNCTION.place:
            job = replace(job, sources=sources_of(images_given(inputs)))
        if not self.FUNCTION.points:
            return job, tr("{layer} · {made}", layer=layer.name(), made=tr(self.TITLE))
        field = _field_of_points(inputs)
        source, points = inputs.polygons(_POINTS, field), inputs.vector_layer(_POINTS)
        job = replace(job, points=source.path, points_layer=source.layer, field=source.field or field)
        name = points.name() if points is not None else layer.name()
        return job, tr("{layer} · {made}", layer=name, made=field)

    def _work(self, task: tuple[LayerJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        for band in result["bands"]:
            low, high = (number_text(band[end] or 0.0, _DECIMALS) for end in ("low", "high"))
            text = tr("{band}: {low} to {high} {unit}", band=band["name"], low=low, high=high, unit=band["unit"])
            feedback.pushInfo(text.strip())
        style_output(inputs, _OUTPUT, job.out, name)
        outputs: dict[str, Any] = {_OUTPUT: job.out}
        target = inputs.output(_PAGE, ".html") if self.FUNCTION.points else ""
        if target:
            write_text(target, gridding_page(result["report"], name, page_wording()))
            outputs[_PAGE] = target
        return outputs


def _field_of_points(inputs: Inputs) -> str:
    """Give the field that holds what was measured.

    Raises:
        BadInputError: The points have none of that name, or it is their key.
    """
    field, points = inputs.text(_FIELD), inputs.vector_layer(_POINTS)
    if points is None:
        return field
    field = field_of(points, field)
    if field in {points.fields().at(key).name() for key in points.primaryKeyAttributes()}:
        raise BadInputError(
            tr("“{field}” only numbers the points. Choose the field that holds what was measured.", field=field)
        )
    return field


def _algorithm_of(function: RasterFunction) -> type[RasterAlgorithm]:
    facts = {
        "__doc__": f"{function.title}.",
        "__module__": __name__,
        "FUNCTION": function,
        "KEY": function.algorithm,
        "TITLE": function.title,
        "SUMMARY": function.summary,
        "PAPER": function.paper,
        "TAGS": function.tags,
    }
    return type(f"{function.algorithm.title()}Algorithm", (RasterAlgorithm,), facts)


RASTER_ALGORITHMS = tuple(map(_algorithm_of, FUNCTIONS))
"""One for every raster function, in their order."""
