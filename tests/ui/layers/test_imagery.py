"""Imagery is looked at without touching it, and refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError
from outcrop.ui.layers.imagery import extent_in, pixels_in, read_imagery, worker_path
from outcrop.ui.layers.imagery_stack import band_keys, keys_for, read_stack
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

Maker = Callable[..., QgsRasterLayer]


def test_imagery_is_described(make_imagery: Maker) -> None:
    imagery = read_imagery(make_imagery(bands=("Red", "Green", "", "Height")))
    assert imagery.bands == ("Red", "Green", "band 3", "Height")
    assert (imagery.columns, imagery.rows, imagery.data_type) == (80, 60, "Byte")
    assert imagery.pixel_size_m == pytest.approx(10.0, rel=1e-3)
    assert imagery.name == "atsuma_rgb"


def test_pixel_size_is_in_metres_in_degrees_too(make_imagery: Maker, tmp_path: Path) -> None:
    utm = make_imagery()
    path = tmp_path / "degrees.tif"
    gdal.Warp(str(path), utm.source(), dstSRS="EPSG:4326")
    assert read_imagery(QgsRasterLayer(str(path), "degrees")).pixel_size_m == pytest.approx(10.0, rel=0.1)


def test_alpha_band_is_no_band(make_imagery: Maker) -> None:
    layer = make_imagery(bands=("Red", "Green", "Blue", "A"))
    dataset = gdal.Open(layer.source(), gdal.GA_Update)
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset = None
    assert read_imagery(QgsRasterLayer(layer.source(), "x")).bands == ("Red", "Green", "Blue")


@pytest.mark.parametrize(
    ("options", "message"), [({"crs": ""}, "no coordinate system"), ({"size": (1, 1)}, "one pixel")]
)
def test_imagery_that_cannot_work_is_refused(make_imagery: Maker, options: dict[str, object], message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        read_imagery(make_imagery(**options))


def test_file_that_has_gone_is_refused(make_imagery: Maker) -> None:
    layer = make_imagery()
    Path(layer.source()).unlink()
    with pytest.raises(BadInputError, match="gone or damaged"):
        read_imagery(layer)


def test_plugin_that_makes_gdal_raise_changes_nothing(make_imagery: Maker) -> None:
    layer = make_imagery()
    Path(layer.source()).unlink()
    gdal.UseExceptions()
    try:
        with pytest.raises(BadInputError, match="gone or damaged"):
            read_imagery(layer)
    finally:
        gdal.DontUseExceptions()


def test_worker_gets_the_file_itself(make_imagery: Maker, tmp_path: Path) -> None:
    layer = make_imagery()
    assert worker_path(layer, tmp_path) == layer.source()


def test_coordinate_system_given_in_qgis_reaches_the_worker(make_imagery: Maker, tmp_path: Path) -> None:
    layer = make_imagery(crs="")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32655"))
    path = worker_path(layer, tmp_path)
    assert path.endswith(".vrt")
    again = QgsRasterLayer(path, "again")
    assert again.crs().authid() == "EPSG:32655"
    assert again.dataProvider().sourceNoDataValue(1) == layer.dataProvider().sourceNoDataValue(1) or again.isValid()


def test_canvas_extent_is_brought_to_the_imagery(make_imagery: Maker) -> None:
    imagery = read_imagery(make_imagery())
    project, web = QgsProject.instance(), QgsCoordinateReferenceSystem("EPSG:3857")
    wanted = QgsRectangle(600_100, 4_739_600, 600_300, 4_739_900)
    shown = QgsCoordinateTransform(imagery.crs, web, project).transformBoundingBox(wanted)
    xmin, ymin, xmax, ymax = extent_in(imagery, shown, web, project)
    assert (xmin, ymin, xmax, ymax) == pytest.approx((600_100, 4_739_600, 600_300, 4_739_900), abs=20)
    assert pixels_in(imagery, (600_100, 4_739_600, 600_300, 4_739_900)) == 600


def test_canvas_extent_is_cut_to_the_imagery(make_imagery: Maker) -> None:
    imagery = read_imagery(make_imagery())
    extent = extent_in(imagery, imagery.extent.buffered(1e5), imagery.crs, QgsProject.instance())
    assert extent == pytest.approx((600_000, 4_739_400, 600_800, 4_740_000))


def test_canvas_extent_that_misses_is_refused(make_imagery: Maker) -> None:
    imagery = read_imagery(make_imagery())
    with pytest.raises(BadInputError, match="shows nothing of “atsuma_rgb”"):
        extent_in(imagery, QgsRectangle(0, 0, 10, 10), imagery.crs, QgsProject.instance())


def test_near_infrared_flagged_as_alpha_can_be_chosen(make_imagery: Maker) -> None:
    layer = make_imagery(bands=("Red", "Green", "Blue", ""))
    dataset = gdal.Open(layer.source(), gdal.GA_Update)
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset = None
    layer, project = QgsRasterLayer(layer.source(), "rgbn"), QgsProject.instance()
    project.addMapLayer(layer)
    imagery = read_stack([layer], project)
    assert [band.name for band in imagery.available] == ["Red", "Green", "Blue", "band 4"]
    assert band_keys(imagery) == ()
    chosen = read_stack([layer], project, [(layer.id(), number) for number in (1, 4)])
    assert band_keys(chosen) == ("1:1", "1:4")
    assert keys_for(("Red", "band 4"), imagery) == ("1:1", "1:4")
    with pytest.raises(BadInputError):
        keys_for(("Red", "Green", "Blue", "Near infrared"), imagery)  # a real alpha band is no near infrared


@pytest.mark.parametrize(("code", "side"), [("EPSG:3857", 5.0), ("EPSG:32635", 10.0)])
def test_pixels_are_as_large_as_on_the_ground_in_every_projection(code: str, side: float, tmp_path: Path) -> None:
    crs, project = QgsCoordinateReferenceSystem(code), QgsProject.instance()
    place = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, project).transform(27.0, 60.0)
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 40, 30)
    dataset.SetGeoTransform((place.x() - 200, 10, 0, place.y() + 150, 0, -10))
    dataset.SetProjection(crs.toWkt())
    dataset = None
    assert read_imagery(QgsRasterLayer(str(tmp_path / "a.tif"), "a")).pixel_size_m == pytest.approx(side, rel=5e-3)


def test_band_names_in_other_encodings_are_read_as_the_worker_does(make_imagery: Maker) -> None:
    path = Path(make_imagery(bands=("", "")).source()).with_suffix(".dat")
    gdal.Translate(str(path), make_imagery(bands=("", "")).source(), format="ENVI")
    header = path.with_suffix(".hdr")
    text = header.read_text()
    header.write_bytes(f"{text[: text.index('band names')]}band names = {{\n红光, 近红外}}\n".encode("gbk"))
    path.with_name(f"{path.name}.aux.xml").unlink(missing_ok=True)
    assert read_imagery(QgsRasterLayer(str(path), "envi")).bands == ("红光", "近红外")
