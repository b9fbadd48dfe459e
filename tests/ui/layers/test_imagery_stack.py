"""Several rasters are one imagery: bands named as the worker names them, chosen and ordered, found again by models."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError
from outcrop.ui.layers.imagery_stack import band_keys, keys_for, read_again, read_stack, worker_images
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer

Maker = Callable[..., QgsRasterLayer]


@pytest.fixture
def layers(make_imagery: Maker) -> list[QgsRasterLayer]:
    made = [make_imagery(), make_imagery("heights", bands=("Elevation", "", "Red"))]
    QgsProject.instance().addMapLayers(made)
    return made


def test_bands_of_two_files_have_distinct_names(layers: list[QgsRasterLayer]) -> None:
    imagery = read_stack(layers, QgsProject.instance())
    assert imagery.bands == ("atsuma_rgb Red 1", "Green", "Blue", "Elevation", "heights 2", "heights Red 3")
    assert band_keys(imagery) == ()


def test_chosen_bands_come_in_their_order(layers: list[QgsRasterLayer]) -> None:
    first, second = layers[0].id(), layers[1].id()
    imagery = read_stack(layers, QgsProject.instance(), [(second, 1), (first, 3), ("gone", 1)])
    assert imagery.bands == ("Elevation", "Blue")
    assert band_keys(imagery) == ("2:1", "1:3")


def test_model_finds_its_bands_outside_the_chosen_ones_too(layers: list[QgsRasterLayer]) -> None:
    imagery = read_stack(layers, QgsProject.instance(), [(layers[1].id(), 1)])
    assert keys_for(("Elevation",), imagery) == ("2:1",)
    assert keys_for(("Blue", "Green"), imagery) == ("1:3", "1:2")
    with pytest.raises(BadInputError, match="Near infrared"):
        keys_for(("Blue", "Near infrared"), imagery)


@pytest.mark.parametrize(("first", "second"), [(350.0, -10.0), (-10.0, 350.0)])
def test_longitudes_of_both_ways_are_stacked(first: float, second: float, tmp_path: Path) -> None:
    layers = []
    for name, west in (("one", first), ("two", second)):
        file = tmp_path / f"{name}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(file), 20, 20)
        dataset.SetGeoTransform((west, 0.1, 0.0, 10.0, 0.0, -0.1))
        dataset.SetProjection(QgsCoordinateReferenceSystem("EPSG:4326").toWkt())
        dataset = None
        layers.append(QgsRasterLayer(str(file), name))
    assert read_stack(layers, QgsProject.instance()).bands == ("one 1", "two 1")


def test_rasters_of_other_places_are_refused(layers: list[QgsRasterLayer], make_imagery: Maker) -> None:
    far = make_imagery("far")
    dataset = gdal.Open(far.source(), gdal.GA_Update)
    dataset.SetGeoTransform((100_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0))
    dataset = None
    with pytest.raises(BadInputError, match="“far” doesn't overlap “atsuma_rgb”"):
        read_stack([layers[0], QgsRasterLayer(far.source(), "far")], QgsProject.instance())


def test_raster_that_left_the_project(layers: list[QgsRasterLayer], tmp_path: Path) -> None:
    project = QgsProject.instance()
    imagery = read_stack(layers, project)
    assert worker_images(imagery, project, tmp_path) == (layers[0].source(), layers[1].source())
    project.removeMapLayer(layers[1].id())
    with pytest.raises(BadInputError, match="no longer in the project"):
        worker_images(imagery, project, tmp_path)
    assert read_again(imagery, project).bands == ("Red", "Green", "Blue")
