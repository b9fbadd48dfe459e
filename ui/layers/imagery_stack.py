"""The stack as layers: several rasters read as one imagery, with bands chosen and ordered, and the worker's files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer, QgsRectangle

from ...core.errors import BadInputError
from ...core.files.naming import file_stem
from ...core.geodata.sources.band_names import stack_names
from ...core.prediction.bands import match_bands, plain_band
from ..texts import tr
from .imagery import Band, Imagery, open_file, own_band_names, read_imagery, usual_bands, worker_path

BandPlace = tuple[str, int]
"""A band by its layer's id and its number there."""
_CIRCLE = 360.0


def read_stack(layers: Sequence[QgsRasterLayer], project: QgsProject, chosen: Sequence[BandPlace] = ()) -> Imagery:
    """Look at one or several raster layers as one imagery on the first one's grid.

    Args:
        layers: The layers in order.
        project: What says how coordinate systems are brought together.
        chosen: The bands to take, in order; none takes all. Those that aren't there are passed over.

    Raises:
        BadInputError: When the worker couldn't work with one of them, or they lie in different places.
    """
    facts = [read_imagery(layer) for layer in layers]
    first = facts[0]
    for other in facts[1:]:
        _check_overlap(first, other, project)
    available = _named(facts) if len(facts) > 1 else first.available
    by_place = {(band.layer_id, band.number): band for band in available}
    bands = tuple(by_place[key] for key in chosen if key in by_place) or usual_bands(available)
    types = dict.fromkeys(one.data_type for one in facts)
    return replace(
        first, bands=tuple(band.name for band in bands), data_type=" + ".join(types), available=available,
        chosen=bands, more=tuple(one.layer_id for one in facts[1:]),
    )  # fmt: skip


def read_again(imagery: Imagery, project: QgsProject) -> Imagery:
    """Look at an imagery's layers anew, with the same bands chosen; a layer stacked on it that has gone is left out.

    Raises:
        BadInputError: See `read_stack`; also when the first layer has gone.
    """
    layers = [project.mapLayer(layer_id) for layer_id in (imagery.layer_id, *imagery.more)]
    if not isinstance(layers[0], QgsRasterLayer):
        raise BadInputError(_gone(imagery))
    keys = (
        []
        if imagery.chosen == usual_bands(imagery.available)
        else [(band.layer_id, band.number) for band in imagery.chosen]
    )
    return read_stack([layer for layer in layers if isinstance(layer, QgsRasterLayer)], project, keys)


def rendered_file(folder: Path, name: str) -> Path:
    """Give the file to which an imagery's first layer is written where that is no file."""
    return folder / f"{file_stem(name)} imagery.tif"


def worker_images(imagery: Imagery, project: QgsProject, folder: Path) -> tuple[str, ...]:
    """Give the files by which the worker reads an imagery's layers, in order.

    A first layer that is no file has to be rendered to its file before it is read.

    Raises:
        BadInputError: A layer has gone meanwhile, or a virtual raster can't be written.
    """
    layers = imagery_layers(imagery, project)
    files = [worker_path(layer, folder) for layer in (layers[1:] if imagery.is_rendered else layers)]
    return (str(rendered_file(folder, imagery.name)), *files) if imagery.is_rendered else tuple(files)


def imagery_layers(imagery: Imagery, project: QgsProject) -> list[QgsRasterLayer]:
    """Give the layers of an imagery in order.

    Raises:
        BadInputError: A layer has gone meanwhile.
    """
    layers = [project.mapLayer(layer_id) for layer_id in (imagery.layer_id, *imagery.more)]
    if not all(isinstance(layer, QgsRasterLayer) for layer in layers):
        raise BadInputError(_gone(imagery))
    return layers


def band_keys(imagery: Imagery) -> tuple[str, ...]:
    """Give the chosen bands as the worker wants them, “image:band”; none where all are taken as they stand."""
    return () if imagery.chosen == usual_bands(imagery.available) else _keys(imagery, imagery.chosen)


def keys_for(wanted: Sequence[str], imagery: Imagery) -> tuple[str, ...]:
    """Give those bands of an imagery that a model wants: from the chosen ones, else by name from all of its layers.

    Raises:
        BadInputError: They aren't there; says which.
    """
    try:
        indices = match_bands(wanted, imagery.bands, imagery.name)
        return _keys(imagery, [imagery.chosen[index] for index in indices])
    except BadInputError:
        asked = {plain_band(name) for name in wanted}
        offered = [band for band in imagery.available if not band.is_alpha or plain_band(band.name) in asked]
        if len(offered) == len(imagery.bands):
            raise
        indices = match_bands(wanted, [band.name for band in offered], imagery.name)
        return _keys(imagery, [offered[index] for index in indices])


def _gone(imagery: Imagery) -> str:
    return tr("A raster of “{name}” is no longer in the project. Choose the imagery again.", name=imagery.name)


def _keys(imagery: Imagery, bands: Sequence[Band]) -> tuple[str, ...]:
    order = (imagery.layer_id, *imagery.more)
    return tuple(f"{order.index(band.layer_id) + 1}:{band.number}" for band in bands)


def _named(facts: Sequence[Imagery]) -> tuple[Band, ...]:
    """Name the bands of several files as the worker does."""
    named = [_own_names(one) for one in facts]
    stems = [Path(one.path).stem or rendered_file(Path(), one.name).stem for one in facts]
    names = stack_names(list(zip(stems, named)))
    bands = {(band.layer_id, band.number): band for one in facts for band in one.available}
    keys = [(one.layer_id, number) for one, listed in zip(facts, named) for number, _name in listed]
    return tuple(replace(bands.get(key, Band(*key, name)), name=name) for key, name in zip(keys, names))


def _own_names(imagery: Imagery) -> list[tuple[int, str]]:
    if imagery.is_rendered:
        return [(band.number, band.name) for band in imagery.available]
    dataset = open_file(imagery.path)
    return [] if dataset is None else [(number, name) for number, name, _is_alpha in own_band_names(dataset)]


def _check_overlap(first: Imagery, other: Imagery, project: QgsProject) -> None:
    try:
        moved = QgsCoordinateTransform(other.crs, first.crs, project).transformBoundingBox(other.extent)
        apart = not any(_turned(moved, turn).intersects(first.extent) for turn in _turns(first))
    except QgsCsException:
        apart = True
    if apart:
        raise BadInputError(
            tr(
                "“{other}” doesn't overlap “{first}”. Stack rasters of the same place, or check their coordinate "
                "systems.",
                other=other.name, first=first.name,
            )
        )  # fmt: skip


def _turns(first: Imagery) -> tuple[float, ...]:
    """Give the turns after which longitudes mean the same; the worker finds the one that puts two rasters together."""
    return (0.0, _CIRCLE, -_CIRCLE) if first.crs.isGeographic() else (0.0,)


def _turned(box: QgsRectangle, turn: float) -> QgsRectangle:
    return QgsRectangle(box.xMinimum() + turn, box.yMinimum(), box.xMaximum() + turn, box.yMaximum())
