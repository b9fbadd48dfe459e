"""The source of a layer: how it is read, as the analyst has chosen, else as is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsRasterLayer

from ...core.errors import BadInputError
from ...core.geodata.sources.settings import SourceSettings
from ..layers.gdal_source import gdal_source
from .source_guess import guess

SOURCE_PROPERTY = "outcrop/source"
"""Custom property of a raster layer: how its numbers are read, as text; where there is none, as is guessed."""


def chosen_source(layer: QgsRasterLayer) -> SourceSettings:
    """Give what the analyst has chosen; nothing where the project's text can't be understood."""
    try:
        return SourceSettings.read(str(layer.customProperty(SOURCE_PROPERTY) or ""))
    except BadInputError:
        return SourceSettings()


def guessed_source(layer: QgsRasterLayer) -> SourceSettings:
    """Guess how a layer is read; one that is no file is as any picture is."""
    if layer.providerType() != "gdal" or gdal_source(layer).is_only_here:
        return SourceSettings()
    source = gdal_source(layer)
    return guess(source.name, source.open_options)


def source_of(layer: QgsRasterLayer) -> SourceSettings:
    """Give how a layer is read."""
    return chosen_source(layer).over(guessed_source(layer))


def choose_source(layer: QgsRasterLayer, settings: SourceSettings) -> None:
    """Keep what the analyst has chosen with the layer, and so in the project."""
    if str(settings):
        layer.setCustomProperty(SOURCE_PROPERTY, str(settings))
    else:
        layer.removeCustomProperty(SOURCE_PROPERTY)


def sources_of(layers: Sequence[QgsRasterLayer]) -> tuple[str, ...]:
    """Say how layers are read, as the worker wants it: “2=category” for the second."""
    return _numbered(map(source_of, layers))


def chosen_sources(layers: Sequence[QgsRasterLayer]) -> tuple[str, ...]:
    """Say how layers are read as far as the analyst has chosen it: nothing is guessed."""
    return _numbered(map(chosen_source, layers))


def _numbered(settings: Iterable[SourceSettings]) -> tuple[str, ...]:
    texts = ((number, str(one)) for number, one in enumerate(settings, start=1))
    return tuple(f"{number}={text}" for number, text in texts if text)
