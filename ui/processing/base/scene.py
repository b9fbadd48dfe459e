"""The parameters of imagery and labels, the same in every algorithm that needs them, and the scene they make."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterBand,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ....core.errors import BadInputError
from ....core.geodata.scene import Scene
from ....core.geodata.sources.settings import read_sources
from ...compat import OF_FILES, OF_RASTERS
from ...layers.classes.class_values import class_colours
from ...layers.imagery import read_imagery, worker_path
from ...layers.label_rasters import label_raster_colours, worker_labels
from ...layers.polygons import check_area, check_polygons
from ...sources.layer_source import chosen_sources
from ...texts import tr
from .declarations import label_source, polygon_source, with_help
from .inputs import Inputs

INPUT, BANDS, MORE = "INPUT", "BANDS", "MORE_RASTERS"
POLYGONS, CLASS_FIELD, LABEL_RASTER = "POLYGONS", "CLASS_FIELD", "LABEL_RASTER"
LABELLED_AREA, EXTENT = "LABELLED_AREA", "EXTENT"
CORRECTIONS, REVIEWS, SOURCES = "CORRECTIONS", "REVIEWS", "SOURCES"


def add_imagery(algorithm: QgsProcessingAlgorithm, *, bands: bool = True) -> None:
    """Declare the imagery: a raster and, where bands matter, which of them, and further rasters."""
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterRasterLayer(INPUT, tr("Imagery")),
            tr("The raster whose pixels everything else is brought to."),
        )
    )
    if not bands:
        return
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterBand(BANDS, tr("Bands"), None, INPUT, optional=True, allowMultiple=True),
            tr("Bands of the imagery in the order in which they are used; empty takes all."),
            advanced=True,
        )
    )
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterMultipleLayers(MORE, tr("Further rasters"), OF_RASTERS, optional=True),
            tr("Elevation, magnetics and the like: all their bands are added, resampled to the imagery's pixels."),
            advanced=True,
        )
    )


def add_sources(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare how the rasters are read."""
    text = tr(
        "What the numbers of rasters are, and how they are brought to the imagery’s pixels: 1 is the imagery, 2 the "
        "first further raster, as in “2=category; 3=angle,average; 4=measurement,cubic,nodata=0”. Known are "
        "measurement, category, angle and embedding; nearest, bilinear, cubic and average; scale=, offset=, nodata= "
        "and gaps=all. Empty takes what was chosen for the layers on the Data page."
    )
    sources = QgsProcessingParameterString(SOURCES, tr("Kinds of rasters"), optional=True)
    algorithm.addParameter(with_help(sources, text, advanced=True))


def images_given(inputs: Inputs) -> list[QgsRasterLayer]:
    """Give the layers of the imagery and of the further rasters.

    Raises:
        BadInputError: When the imagery can't be loaded.
    """
    return [inputs.raster(INPUT), *(one for one in inputs.layers(MORE) if isinstance(one, QgsRasterLayer))]


def read_sources_given(inputs: Inputs) -> tuple[str, ...]:
    """Give how the rasters are read: as the layers say, and as is written, which goes before.

    Raises:
        BadInputError: For a text that says nothing.
    """
    if inputs.algorithm.parameterDefinition(SOURCES) is None:
        return ()
    layers = images_given(inputs)
    texts = tuple(filter(None, (part.strip() for part in inputs.text(SOURCES).split(";"))))
    read_sources(texts, len(layers))
    return (*chosen_sources(layers), *texts)


def add_labels(algorithm: QgsProcessingAlgorithm, *, raster: bool = True) -> None:
    """Declare the labels: polygons or points with their field, or a raster; the labelled area; the extent.

    Where no raster will do, points won't either.
    """
    drawn = tr(
        "Polygons of any layer: a file, a database, in memory, or the selected ones alone. Those that cross "
        "themselves are repaired, unless the source's settings skip or refuse them."
    )
    if raster:
        source = label_source(POLYGONS, tr("Training polygons or points"), optional=True)
        drawn = f"{drawn} {tr('A point is the label of its pixel.')}"
    else:
        source = polygon_source(POLYGONS, tr("Training polygons"))
    algorithm.addParameter(with_help(source, drawn))
    algorithm.addParameter(
        with_help(
            QgsProcessingParameterField(CLASS_FIELD, tr("Class field"), None, POLYGONS, optional=raster),
            tr("The field that holds the class: text or a number."),
        )
    )
    algorithm.addParameter(
        with_help(
            polygon_source(LABELLED_AREA, tr("Labelled area"), optional=True),
            tr("Polygons inside which labelling is complete: what no class covers there is background."),
        )
    )
    if raster:
        algorithm.addParameter(
            with_help(
                QgsProcessingParameterRasterLayer(LABEL_RASTER, tr("Label raster"), optional=True),
                tr("A raster whose values are classes, in place of polygons. Its nodata is unlabelled."),
                advanced=True,
            )
        )
    add_extent(algorithm, tr("Only labels in here are used; empty uses all."))


def add_training_data(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare all that can be learned from: imagery, how it is read, labels, and what was corrected and reviewed."""
    add_imagery(algorithm)
    add_sources(algorithm)
    add_labels(algorithm)
    _add_corrections(algorithm)


def _add_corrections(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare what was corrected and reviewed on maps, for algorithms that learn."""
    texts = (
        (
            CORRECTIONS,
            tr("Corrections"),
            tr("Correction sessions (.gpkg) whose pixels are labels too: they go before polygons."),
        ),
        (
            REVIEWS,
            tr("Reviews and accuracy samples"),
            tr(
                "Files of reviews, where what was found right is a label too, and of accuracy samples, whose pixels "
                "are never learned from."
            ),
        ),
    )
    for name, label, text in texts:
        files = QgsProcessingParameterMultipleLayers(name, label, OF_FILES, optional=True)
        algorithm.addParameter(with_help(files, text, advanced=True))


def add_extent(algorithm: QgsProcessingAlgorithm, text: str) -> None:
    """Declare an extent."""
    algorithm.addParameter(with_help(QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True), text))


def check_labels_given(inputs: Inputs) -> None:
    """Refuse labels that are given twice or not at all, and layers that can't be used, in the dock's words.

    Raises:
        BadInputError: Saying what to choose.
    """
    polygons, raster = inputs.is_given(POLYGONS), inputs.is_given(LABEL_RASTER)
    if polygons == raster:
        raise BadInputError(tr("Give the labels either as polygons or as a raster."))
    area = inputs.vector_layer(LABELLED_AREA)
    if area is not None:
        check_area(area)
    layer, field = inputs.vector_layer(POLYGONS), inputs.text(CLASS_FIELD)
    if layer is None:
        return
    if not field and not layer.fields().isEmpty():
        names = ", ".join(entry.name() for entry in layer.fields())
        raise BadInputError(tr("Choose the field that holds the class (this layer has: {fields}).", fields=names))
    check_polygons(layer, field)


def read_images(inputs: Inputs) -> tuple[QgsRasterLayer, tuple[str, ...], tuple[str, ...]]:
    """Give the imagery's layer, the files by which the worker reads the stack, and the bands chosen of them.

    Raises:
        BadInputError: When the worker couldn't read one of them; says what to do.
    """
    layer = inputs.raster(INPUT)
    stack = [layer, *(more for more in inputs.layers(MORE) if isinstance(more, QgsRasterLayer))]
    facts = [read_imagery(one) for one in stack]
    files = tuple(worker_path(one, inputs.folder) for one in stack)
    chosen = inputs.numbers(BANDS)
    if not chosen:
        return layer, files, ()
    bands = [f"1:{number}" for number in chosen]
    for position, one in enumerate(facts[1:], start=2):
        bands += [f"{position}:{band.number}" for band in one.chosen]
    return layer, files, tuple(bands)


def read_scene(inputs: Inputs) -> Scene:
    """Give the scene that the parameters describe, by files that the worker can read.

    Raises:
        BadInputError: When a layer can't be read, or labels are missing.
    """
    check_labels_given(inputs)
    scene = replace(_drawn_scene(inputs), sources=read_sources_given(inputs))
    learns = inputs.algorithm.parameterDefinition(CORRECTIONS) is not None
    if not learns:
        return scene
    corrections, reviews = (tuple(filter(None, inputs.files(name))) for name in (CORRECTIONS, REVIEWS))
    return replace(scene, corrections=corrections, reviews=reviews)


def _drawn_scene(inputs: Inputs) -> Scene:
    """Give the scene of imagery and drawn labels."""
    layer, files, bands = read_images(inputs)
    field = inputs.text(CLASS_FIELD)
    area = inputs.polygons(LABELLED_AREA)
    extent = inputs.extent(EXTENT, layer)
    if inputs.is_given(LABEL_RASTER):
        labels = inputs.raster(LABEL_RASTER)
        return Scene(
            files, worker_labels(labels, inputs.folder), labelled_area=area.path, labelled_area_layer=area.layer,
            bands=bands, extent=extent, colours=label_raster_colours(labels),
        )  # fmt: skip
    polygons = inputs.polygons(POLYGONS, field)
    drawn = inputs.vector_layer(POLYGONS)
    return Scene(
        files, polygons.path, polygons.field, polygons.layer, area.path, area.layer, bands, extent,
        class_colours(drawn, field) if drawn is not None else None,
    )  # fmt: skip
