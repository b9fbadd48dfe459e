"""What was corrected and sampled on the predictions of an imagery, found by the layers of a project."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer

from ...core.assessment.sampling.fields import LAYER as SAMPLE_LAYER
from ...core.correction.session_files import session_files
from .predictions import IMAGERY_PROPERTY

MAP_ENDING = ".map.vrt"
"""How the names of the rasters end that show a session; before that is the session's own name."""
PREDICTION_PROPERTY = "outcrop/prediction"
"""Custom property of a layer that shows corrections: the file of the prediction itself."""
REVIEWS_PROPERTY = "outcrop/reviews"
"""Custom property of a layer of reviews."""
_REVIEWS = "_reviews.gpkg"


def is_reviews(layer: QgsMapLayer) -> bool:
    """Whether a layer holds the reviews of a map, which are no polygons to train on."""
    return bool(layer.customProperty(REVIEWS_PROPERTY))


def prediction_file(layer: QgsMapLayer) -> str:
    """Give the file of the prediction that a layer shows, with corrections or without.

    Where it was moved together with its corrections, it lies beside them.
    """
    source = str(layer.dataProvider().dataSourceUri()).partition("|")[0]
    kept = str(layer.customProperty(PREDICTION_PROPERTY) or "")
    if not kept or not source.endswith(MAP_ENDING):
        return source
    beside = Path(source).with_name(Path(kept).name)
    return str(beside) if not Path(kept).is_file() and beside.is_file() else kept


def session_file(layer: QgsMapLayer) -> Optional[Path]:
    """Give the file of the session whose corrections a layer shows; None where it shows none."""
    source = str(layer.dataProvider().dataSourceUri()).partition("|")[0]
    return Path(source[: -len(MAP_ENDING)] + ".gpkg") if source.endswith(MAP_ENDING) else None


def sessions_of(layer: QgsRasterLayer) -> list[Path]:
    """List the sessions of a layer's prediction: those beside it, and those where the layer shows one, in order."""
    prediction, shown = prediction_file(layer), session_file(layer)
    beside = session_files(prediction)
    elsewhere = session_files(prediction, shown.parent) if shown is not None else []
    return [*beside, *(file for file in elsewhere if file not in beside)]


def reviews_of(prediction: Path) -> Path:
    """Give the place of a prediction's reviews."""
    return prediction.with_name(f"{prediction.stem}{_REVIEWS}")


def reviews_to_go_on(project: QgsProject, layer: QgsRasterLayer) -> Path:
    """Give the file in which the reviews of a map go on: that of an earlier map of the same extent, if there is one.

    So rounds go on, and random places tell of both maps.
    """
    files = [reviews_of(Path(prediction_file(one))) for one in (layer, *maps_before(project, layer))]
    return next((file for file in files if file.is_file()), files[0])


def maps_before(project: QgsProject, layer: QgsRasterLayer) -> list[QgsRasterLayer]:
    """List the older maps of the same imagery and extent, the newest first."""
    imagery, own_file = layer.customProperty(IMAGERY_PROPERTY), prediction_file(layer)
    by_file: dict[str, QgsRasterLayer] = {}
    for other in project.mapLayers().values():
        if isinstance(other, QgsRasterLayer) and other.customProperty(IMAGERY_PROPERTY) == imagery and imagery:
            file = prediction_file(other)
            if file != own_file and Path(file).is_file() and _as_large(layer, other):
                by_file.setdefault(file, other)
    times = {file: Path(file).stat().st_mtime for file in (*by_file, own_file) if Path(file).is_file()}
    older = [file for file in by_file if times[file] <= times.get(own_file, float("inf"))]
    return [by_file[file] for file in sorted(older, key=lambda file: -times[file])]


def _as_large(one: QgsRasterLayer, other: QgsRasterLayer) -> bool:
    """Whether two rasters have the same pixels in the same place."""
    same = (one.width(), one.height()) == (other.width(), other.height()) and one.crs() == other.crs()
    reach = one.rasterUnitsPerPixelX() / 2
    corners = zip(
        (one.extent().xMinimum(), one.extent().yMaximum()), (other.extent().xMinimum(), other.extent().yMaximum())
    )
    return same and all(abs(here - there) < reach for here, there in corners)


def sessions_over(project: QgsProject, imagery_id: str) -> dict[Path, QgsRasterLayer]:
    """Find the correction sessions of an imagery's predictions, each with the layer of its prediction, newest first."""
    by_session: dict[Path, QgsRasterLayer] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.customProperty(IMAGERY_PROPERTY) == imagery_id:
            for session in sessions_of(layer):
                by_session.setdefault(session, layer)
    return dict(sorted(by_session.items(), key=lambda entry: -entry[0].stat().st_mtime))


def reviews_over(project: QgsProject, imagery_id: str) -> tuple[str, ...]:
    """Find the reviews of an imagery's predictions."""
    layers = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and layer.customProperty(IMAGERY_PROPERTY) == imagery_id
    ]
    files = {reviews_of(Path(prediction_file(layer))) for layer in layers}
    return tuple(sorted(str(file) for file in files if file.is_file()))


def accuracy_samples(project: QgsProject) -> tuple[str, ...]:
    """Find the files of the accuracy samples in a project, whose pixels must stay unseen by any training."""
    samples = []
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            path = str(parts.get("path") or "")
            if parts.get("layerName") == SAMPLE_LAYER and Path(path).is_file():
                samples.append(path)
    return tuple(dict.fromkeys(samples))
