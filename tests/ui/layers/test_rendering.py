"""Layers that are no files are written to a GeoTIFF at the chosen pixel size: tiles from a folder, virtual layers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.ui.layers.imagery import (
    PIXEL_SIZE_PROPERTY,
    drawn_at,
    is_no_file,
    metres_per_unit,
    pixel_size_of,
    pixels_in,
    read_imagery,
    worker_path,
)
from outcrop.ui.layers.imagery_stack import worker_images
from outcrop.ui.layers.rendering import Rendering, rendering_of, rendering_under, tiles_in
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer
from qgis.PyQt.QtGui import QColor, QImage

ZOOM, SIDE = 14, 2 * 20037508.342789244 / 2**14
FIRST = 8192, 8191
"""Column and row of the tile north-east of the origin of coordinates."""

CAPABILITIES = """<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>Green</Title></Service>
<Capability>
<Request>
<GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get>
<OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetCapabilities>
<GetMap><Format>image/png</Format><DCPType><HTTP><Get>
<OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetMap>
</Request>
<Exception><Format>XML</Format></Exception>
<Layer><Title>all</Title><CRS>EPSG:3857</CRS>
<Layer queryable="0"><Name>green</Name><Title>Green</Title><CRS>EPSG:3857</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>-1</westBoundLongitude><eastBoundLongitude>1</eastBoundLongitude>
<southBoundLatitude>-1</southBoundLatitude><northBoundLatitude>1</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="-111319" miny="-111325" maxx="111319" maxy="111325"/>
</Layer></Layer></Capability></WMS_Capabilities>"""


@pytest.fixture
def tiles(tmp_path: Path) -> QgsRasterLayer:
    """Give four tiles in a folder, red, green, blue and none, from the origin to the north-east."""
    for (dx, dy), colour in {(0, 0): "#ff0000", (1, 0): "#00ff00", (0, 1): "#0000ff"}.items():
        image = QImage(256, 256, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        path = tmp_path / "tiles" / str(ZOOM) / str(FIRST[0] + dx) / f"{FIRST[1] - dy}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        assert image.save(str(path))
    uri = f"type=xyz&url=file://{tmp_path}/tiles/{{z}}/{{x}}/{{y}}.png&zmin={ZOOM}&zmax={ZOOM}"
    layer = QgsRasterLayer(uri, "base map", "wms")
    assert layer.isValid()
    layer.setCustomProperty(PIXEL_SIZE_PROPERTY, 10.0)
    return layer


@pytest.fixture
def virtual(make_imagery: Callable[..., QgsRasterLayer]) -> QgsRasterLayer:
    """Give a layer that QGIS computes from another while it is read."""
    source = make_imagery()
    QgsProject.instance().addMapLayer(source)
    parameters = QgsRasterDataProvider.VirtualRasterParameters()
    parameters.crs, parameters.extent = source.crs(), source.extent()
    parameters.width, parameters.height = source.width(), source.height()
    parameters.formula = '"atsuma_rgb@1" * 10'
    member = QgsRasterDataProvider.VirtualRasterInputLayers()
    member.name, member.uri, member.provider = "atsuma_rgb", source.source(), "gdal"
    parameters.rInputLayers = [member]
    uri = QgsRasterDataProvider.encodeVirtualRasterProviderUri(parameters)
    return QgsRasterLayer(uri, "ten times", "virtualraster")


def render(layer: QgsRasterLayer, box: QgsRectangle, folder: Path) -> gdal.Dataset:
    imagery = read_imagery(layer)
    Rendering(layer, imagery, box, folder / "out.tif")(lambda _fraction, _text: None, lambda: False)
    return gdal.Open(str(folder / "out.tif"))


def colour_at(dataset: gdal.Dataset, x: float, y: float) -> tuple[int, ...]:
    left, width, _, top, _, height = dataset.GetGeoTransform()
    values = dataset.ReadAsArray(int((x - left) / width), int((y - top) / height), 1, 1)
    return tuple(values.ravel().tolist())


def test_server_is_described_as_it_will_be_written(tiles: QgsRasterLayer) -> None:
    imagery = read_imagery(tiles)
    assert imagery.is_rendered
    assert (imagery.bands, imagery.data_type) == (("Red", "Green", "Blue"), "Byte")
    assert imagery.pixel_size_m == 10.0
    assert imagery.pixel_width == pytest.approx(10.0, rel=1e-5)
    assert imagery.crs.authid() == "EPSG:3857"


def test_tiles_are_written_with_their_colours(tiles: QgsRasterLayer, tmp_path: Path) -> None:
    dataset = render(tiles, QgsRectangle(0, 0, 2 * SIDE, 2 * SIDE), tmp_path)
    assert dataset.GetGeoTransform()[1] == pytest.approx(10.0, rel=6e-3)
    assert dataset.RasterXSize == pytest.approx(2 * SIDE / 10 + 2 * 128, abs=4)
    middle = SIDE / 2
    assert colour_at(dataset, middle, middle) == (255, 0, 0, 255)
    assert colour_at(dataset, middle + SIDE, middle) == (0, 255, 0, 255)
    assert colour_at(dataset, middle, middle + SIDE) == (0, 0, 255, 255)
    assert colour_at(dataset, middle + SIDE, middle + SIDE)[3] == 0
    assert [dataset.GetRasterBand(number).GetDescription() for number in (1, 2, 3)] == ["Red", "Green", "Blue"]
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    assert 'AUTHORITY["EPSG","3857"]' in dataset.GetProjection() or 'ID["EPSG",3857]' in dataset.GetProjection()


def test_parts_lie_on_one_grid(tiles: QgsRasterLayer, tmp_path: Path) -> None:
    first = render(tiles, QgsRectangle(3, 3, 1000, 1000), tmp_path).GetGeoTransform()
    (tmp_path / "other").mkdir()
    second = render(tiles, QgsRectangle(47, 55, 900, 900), tmp_path / "other").GetGeoTransform()
    for place in (0, 3):
        steps = (first[place] - second[place]) / first[1]
        assert steps == pytest.approx(round(steps), abs=1e-4)


def test_virtual_layer_keeps_its_values(virtual: QgsRasterLayer, tmp_path: Path) -> None:
    assert virtual.isValid()
    assert is_no_file(virtual)
    assert pixel_size_of(virtual) == pytest.approx(10.0, rel=1e-3)
    imagery = read_imagery(virtual)
    assert (imagery.columns, imagery.rows, imagery.bands) == (80, 60, ("band 1",))
    dataset = render(virtual, virtual.extent(), tmp_path)
    source = gdal.Open(str(tmp_path / "atsuma_rgb.tif"))
    np.testing.assert_allclose(dataset.ReadAsArray(), source.ReadAsArray()[0] * 10.0)


@pytest.mark.parametrize(("low", "high"), [(20.0, 20.0), (15.0, 25.0)])
def test_what_is_no_data_in_the_layer_is_none_in_the_file(
    low: float, high: float, virtual: QgsRasterLayer, tmp_path: Path
) -> None:
    virtual.dataProvider().setUserNoDataValue(1, [QgsRasterRange(low, high)])
    dataset = render(virtual, virtual.extent(), tmp_path)
    expected = gdal.Open(str(tmp_path / "atsuma_rgb.tif")).ReadAsArray()[0] != 2
    assert not expected.all()
    assert ((dataset.GetRasterBand(1).GetMaskBand().ReadAsArray() > 0) == expected).all()


def test_layer_in_memory_is_no_file(make_imagery: Callable[..., QgsRasterLayer], tmp_path: Path) -> None:
    gdal.Translate("/vsimem/outcrop.tif", make_imagery().source())
    try:
        layer = QgsRasterLayer("/vsimem/outcrop.tif", "in memory")
        dataset = render(layer, layer.extent(), tmp_path)
        source = gdal.Open(str(tmp_path / "atsuma_rgb.tif")).ReadAsArray()
        np.testing.assert_array_equal(dataset.ReadAsArray(), source)
        dataset = layer = None
    finally:
        gdal.Unlink("/vsimem/outcrop.tif")


def test_vrt_file_is_a_file(make_imagery: Callable[..., QgsRasterLayer], tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "a.vrt"), make_imagery().source(), format="VRT")
    layer = QgsRasterLayer(str(tmp_path / "a.vrt"), "virtual file")
    QgsProject.instance().addMapLayer(layer)
    imagery = read_imagery(layer)
    assert not imagery.is_rendered
    assert worker_images(imagery, QgsProject.instance(), tmp_path) == (str(tmp_path / "a.vrt"),)
    assert rendering_of(imagery, QgsProject.instance(), tmp_path, layer.extent()) == ()


def test_worker_reads_what_will_be_rendered(tiles: QgsRasterLayer, tmp_path: Path) -> None:
    project = QgsProject.instance()
    project.addMapLayer(tiles)
    imagery = read_imagery(tiles)
    assert worker_images(imagery, project, tmp_path) == (str(tmp_path / f"{imagery.name} imagery.tif"),)
    renderings = rendering_of(imagery, project, tmp_path, QgsRectangle(0, 0, 2400, 2400))
    assert renderings[0].tiles == 4
    assert tiles_in(imagery, 256 * 256 * 7) == 7
    with pytest.raises(BadInputError, match="server"):
        worker_path(tiles, tmp_path)


def test_only_what_lies_under_polygons_is_rendered(
    tiles: QgsRasterLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = QgsProject.instance()
    project.addMapLayer(tiles)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "polygons", "memory")
    features = []
    for west in (0.0, 0.01, 10.0):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 0.0, west + 0.002, 0.002)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.selectByIds([1, 2])
    imagery = read_imagery(tiles)
    (near,) = rendering_under(imagery, project, tmp_path, [(layer, True)])
    assert near.columns == pytest.approx(0.012 * 111_319 / 10 + 2 * 128, abs=3)
    monkeypatch.setattr("outcrop.ui.layers.rendering.MOST_TILES", 100)
    with pytest.raises(BadInputError, match="so far apart"):
        rendering_under(imagery, project, tmp_path, [(layer, False)])


def test_cancel_leaves_no_file(tiles: QgsRasterLayer, tmp_path: Path) -> None:
    told: list[float] = []
    rendering = Rendering(tiles, read_imagery(tiles), QgsRectangle(0, 0, SIDE, SIDE), tmp_path / "out.tif")
    with pytest.raises(CancelledError):
        rendering(lambda fraction, _text: told.append(fraction), lambda: bool(told))
    assert told == [0.0]
    assert not list(tmp_path.glob("*.tif"))


def test_place_without_anything_is_refused(tiles: QgsRasterLayer, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="shows nothing here"):
        render(tiles, QgsRectangle(1e6, 1e6, 1e6 + 1000, 1e6 + 1000), tmp_path)
    assert not (tmp_path / "out.tif").exists()


class Server(BaseHTTPRequestHandler):
    """Serves red tiles, and a map service of one layer that is green wherever it is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {key.upper(): value for key, value in parse_qsl(parts.query)}
        if parts.path.startswith("/tiles/"):
            self._answer("image/png", picture(256, 256, "#ff0000"))
        elif query.get("REQUEST") == "GetCapabilities":
            url = f"http://127.0.0.1:{self.server.server_address[1]}/wms?"
            self._answer("text/xml", CAPABILITIES.format(url=url).encode())
        elif query.get("REQUEST") == "GetMap":
            self._answer("image/png", picture(int(query["WIDTH"]), int(query["HEIGHT"]), "#00ff00"))
        else:
            self.send_error(404)

    def _answer(self, kind: str, content: bytes) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Give the address of a server on this machine."""
    Server.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()
        thread.join()


def picture(width: int, height: int, colour: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(content, "PNG")
    return bytes(content.data())


@pytest.mark.parametrize(
    ("uri", "colour", "asked"),
    [
        ("type=xyz&url=SERVER/tiles/{z}/{x}/{y}.png&zmin=14&zmax=14", (255, 0, 0), "/tiles/"),
        ("crs=EPSG:3857&format=image/png&layers=green&styles=&url=SERVER/wms", (0, 255, 0), "GetMap"),
    ],
    ids=["xyz", "wms"],
)
def test_servers_are_asked(uri: str, colour: tuple[int, ...], asked: str, server: str, tmp_path: Path) -> None:
    layer = QgsRasterLayer(uri.replace("SERVER", server), "base map", "wms")
    assert layer.isValid(), layer.error().message()
    layer.setCustomProperty(PIXEL_SIZE_PROPERTY, 10.0)

    dataset = render(layer, QgsRectangle(0, 0, SIDE, SIDE), tmp_path)

    assert colour_at(dataset, SIDE / 2, SIDE / 2) == (*colour, 255)
    assert any(asked in path for path in Server.asked)


@pytest.mark.parametrize(("latitude", "stretched"), [(0.01, 1.0), (60.0, 2.0), (-45.0, 2**0.5), (75.0, 3.864)])
def test_pixels_of_a_map_of_the_world_have_their_size_on_the_ground(
    tiles: QgsRasterLayer, latitude: float, stretched: float, tmp_path: Path
) -> None:
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), tiles.crs(), QgsProject.instance().transformContext()
    )
    middle = to_map.transform(QgsPointXY(12.0, latitude))
    imagery = read_imagery(tiles)
    side = 1000 * stretched
    rendering = Rendering(tiles, imagery, QgsRectangle.fromCenterAndSize(middle, side, side), tmp_path / "r.tif")
    drawn = drawn_at(imagery, middle)
    east, north = metres_per_unit(imagery.crs, middle)
    size = (drawn.pixel_width * east * drawn.pixel_height * north) ** 0.5
    assert size == pytest.approx(10.0, rel=3e-3)
    assert rendering.columns == pytest.approx(100 + 2 * 128, abs=3)
    box = (middle.x() - side / 2, middle.y() - side / 2, middle.x() + side / 2, middle.y() + side / 2)
    assert pixels_in(imagery, box) == pytest.approx(10_000, rel=0.02)
