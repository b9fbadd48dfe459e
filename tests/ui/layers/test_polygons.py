"""The worker gets the polygons as they are in QGIS at this moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from osgeo import ogr, osr
from outcrop.core.errors import BadInputError
from outcrop.ui.layers.polygons import Export, VectorSource, worker_source
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

Maker = Callable[..., QgsVectorLayer]


@pytest.fixture
def on_disk(make_polygons: Maker, tmp_path: Path) -> Callable[..., QgsVectorLayer]:
    def make(driver: str = "GPKG", suffix: str = "gpkg") -> QgsVectorLayer:
        path = tmp_path / f"drawn.{suffix}"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = driver, "drawn"
        context = QgsProject.instance().transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), str(path), context, options)
        return QgsVectorLayer(f"{path}|layername=drawn", "drawn", "ogr")

    return make


def read(source: VectorSource) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{source.path}|layername={source.layer}", "read", "ogr")
    assert layer.isValid()
    return layer


def classes(source: VectorSource) -> list[object]:
    return sorted(feature[source.field] for feature in read(source).getFeatures())


@pytest.mark.parametrize(("driver", "suffix"), [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("GeoJSON", "geojson")])
def test_file_is_used_as_it_is(on_disk: Maker, tmp_path: Path, driver: str, suffix: str) -> None:
    source = worker_source(on_disk(driver, suffix), "kind", tmp_path)
    assert source.path == str(tmp_path / f"drawn.{suffix}")
    assert classes(source) == ["dike", "dike", "snow"]


def test_memory_layer_is_written_with_its_coordinate_system(make_polygons: Maker, tmp_path: Path) -> None:
    source = worker_source(make_polygons(crs="EPSG:4326"), "kind", tmp_path)
    assert classes(source) == ["dike", "dike", "snow"]
    assert read(source).crs().authid() == "EPSG:4326"


def test_polygon_that_is_not_saved_yet_is_there(on_disk: Maker, make_polygons: Maker, tmp_path: Path) -> None:
    layer = on_disk()
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["kind"] = "scree"
    feature.setGeometry(next(make_polygons().getFeatures()).geometry())
    assert layer.addFeature(feature)
    source = worker_source(layer, "kind", tmp_path)
    assert classes(source) == ["dike", "dike", "scree", "snow"]
    assert layer.isModified()
    layer.rollBack()


def test_filter_of_the_layer_holds(on_disk: Maker, tmp_path: Path) -> None:
    layer = on_disk()
    layer.setSubsetString("kind = 'snow'")
    assert classes(worker_source(layer, "kind", tmp_path)) == ["snow"]


def test_selection_holds_only_when_asked_for(on_disk: Maker, tmp_path: Path) -> None:
    layer = on_disk()
    layer.selectByExpression("kind = 'snow'")
    assert len(classes(worker_source(layer, "kind", tmp_path))) == 3
    assert classes(worker_source(layer, "kind", tmp_path, only_selected=True)) == ["snow"]


def test_coordinate_system_given_in_qgis_holds(on_disk: Maker, tmp_path: Path) -> None:
    layer = on_disk()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32655"))
    assert read(worker_source(layer, "kind", tmp_path)).crs().authid() == "EPSG:32655"


def test_virtual_field_becomes_a_real_one(on_disk: Maker, tmp_path: Path) -> None:
    layer = on_disk()
    layer.addExpressionField("length(kind)", QgsField("letters", QVariant.Int))
    assert classes(worker_source(layer, "letters", tmp_path)) == ["4", "4", "4"]


def test_field_called_fid_survives(tmp_path: Path, make_polygons: Maker) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=fid:integer", "numbers", "memory")
    shape = next(make_polygons().getFeatures()).geometry()
    for value in (7, 7, 12):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    assert classes(worker_source(layer, "fid", tmp_path)) == ["12", "7", "7"]


def test_invalid_curved_and_missing_geometries_do_not_stop_it(tmp_path: Path) -> None:
    layer = QgsVectorLayer("CurvePolygon?crs=EPSG:32654&field=kind:string", "odd", "memory")
    shapes = (
        "CurvePolygon(CircularString(0 0, 1 1, 2 0, 1 -1, 0 0))",
        "Polygon((0 0, 2 2, 2 0, 0 2, 0 0))",
        "PolygonZ((0 0 5, 2 0 5, 2 2 5, 0 0 5))",
    )
    for text in shapes:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["dike"])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        layer.dataProvider().addFeature(feature)
    empty = QgsFeature(layer.fields())
    empty.setAttributes(["snow"])
    layer.dataProvider().addFeature(empty)
    written = list(read(worker_source(layer, "kind", tmp_path)).getFeatures())
    assert [feature["kind"] for feature in written] == ["dike", "dike", "dike", "snow"]
    assert written[0].geometry().area() == pytest.approx(3.14, abs=0.02)
    assert not written[1].geometry().isGeosValid()


def test_two_layers_of_one_name_do_not_overwrite_each_other(make_polygons: Maker, tmp_path: Path) -> None:
    paths = {worker_source(make_polygons(), "kind", tmp_path).path for _ in range(2)}
    assert len(paths) == 2


def test_folder_that_is_gone_is_told(make_polygons: Maker, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="“training_2026” can't be written"):
        worker_source(make_polygons(), "kind", tmp_path / "gone")


@pytest.mark.parametrize("chosen", ["GBK", "CP1251"])
def test_the_encoding_chosen_in_qgis_is_the_workers_too(on_disk: Maker, tmp_path: Path, chosen: str) -> None:
    layer = on_disk("ESRI Shapefile", "shp")
    layer.setProviderEncoding(chosen)
    source = worker_source(layer, "kind", tmp_path)
    assert source.path.endswith(".gpkg")
    assert classes(source) == ["dike", "dike", "snow"]


@pytest.mark.parametrize("page", ["GBK", "ISO-8859-1"])
def test_a_code_page_that_the_file_names_is_the_workers_too(on_disk: Maker, tmp_path: Path, page: str) -> None:
    path = Path(on_disk("ESRI Shapefile", "shp").source().partition("|")[0])
    path.with_suffix(".cpg").write_text(page)
    layer = QgsVectorLayer(str(path), "again", "ogr")
    assert worker_source(layer, "kind", tmp_path).path == str(path)
    layer.setProviderEncoding("UTF-8")
    assert worker_source(layer, "kind", tmp_path).path.endswith(".gpkg")


def test_a_layer_by_number_or_with_options_is_exported(on_disk: Maker, tmp_path: Path) -> None:
    path = on_disk().source().partition("|")[0]
    for more in ("|layerid=0", "|layername=drawn|option:LIST_ALL_TABLES=NO"):
        source = worker_source(QgsVectorLayer(path + more, "drawn", "ogr"), "kind", tmp_path)
        assert source.path != path
        assert classes(source) == ["dike", "dike", "snow"]


def test_surfaces_in_space_are_exported_as_polygons(tmp_path: Path) -> None:
    system = osr.SpatialReference()
    system.ImportFromEPSG(32654)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "s.gpkg"))
    made = dataset.CreateLayer("s", system, ogr.wkbPolyhedralSurfaceZ)
    made.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    feature = ogr.Feature(made.GetLayerDefn())
    feature["kind"] = "rock"
    face = "((600000 4739900 0,600100 4739900 0,600100 4740000 5,600000 4739900 0))"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYHEDRALSURFACE Z({face})"))
    made.CreateFeature(feature)
    del feature, made, dataset
    source = worker_source(QgsVectorLayer(str(tmp_path / "s.gpkg"), "s", "ogr"), "kind", tmp_path)
    assert source.path != str(tmp_path / "s.gpkg")
    (read_back,) = read(source).getFeatures()
    assert read_back.geometry().area() == 5000


def test_the_thread_that_exports_takes_no_coordinate_system_with_it(tmp_path: Path) -> None:
    drawn = QgsVectorLayer("Polygon?crs=EPSG:32761&field=kind:string", "drawn", "memory")  # which no other test makes
    export, done, go_on = Export(drawn, "kind", tmp_path / "made.gpkg", only_selected=False), Event(), Event()

    def work() -> None:
        export()
        done.set()
        go_on.wait(60)

    thread = Thread(target=work)
    thread.start()
    assert done.wait(60)
    layer = QgsVectorLayer(str(tmp_path / "made.gpkg"), "made", "ogr")
    go_on.set()
    thread.join()
    assert layer.crs().toWkt()


def test_a_field_is_named_as_the_layer_writes_it_or_refused(tmp_path: Path) -> None:
    drawn = QgsVectorLayer("Polygon?crs=EPSG:32654&field=Kind:string", "drawn", "memory")
    feature = QgsFeature(drawn.fields())
    feature.setAttributes(["dike"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
    drawn.dataProvider().addFeature(feature)
    source = worker_source(drawn, "kind", tmp_path)
    assert source.field == "Kind"
    (read_back,) = read(source).getFeatures()
    assert read_back["Kind"] == "dike"
    with pytest.raises(BadInputError, match=r"“drawn” has no field “rock”\..* values: Kind"):
        worker_source(drawn, "rock", tmp_path)
