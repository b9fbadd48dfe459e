"""A real QGIS window loads the plugin from a fresh profile and goes through the loop by mouse and keys."""

from __future__ import annotations

import itertools
import json
import os
import runpy
import shutil
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr, osr

DESKTOP = runpy.run_path(str(Path(__file__).with_name("desktop.py")))
NEEDED = ("qgis", "xvfb-run", "xdotool")
pytestmark = [
    pytest.mark.desktop,
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(name) is None for name in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]


def write_imagery(path: Path, values: np.ndarray) -> None:
    """Write bytes (bands, H, W) at 10 m."""
    bands, rows, columns = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, gdal.GDT_Byte)
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    for number, band in enumerate(values, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
    dataset.FlushCache()


def test_loop_by_mouse_with_a_stub_worker(tmp_path: Path) -> None:
    image = tmp_path / "imagery.tif"
    write_imagery(image, np.ones((3, 60, 60), np.uint8))
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work")
    stub = DESKTOP["ROOT"] / "tests" / "ui" / "stub_worker.py"
    variables = {"OUTCROP_PYTHON": str(stub), "OUTCROP_STUB": "slow"}
    told = DESKTOP["run_script"](DESKTOP["HERE"] / "quick.py", profile, {"image": str(image)}, 120.0, **variables)
    print(told)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert told["cancel_s"] < 2.0
    assert told["worker_gone"]
    assert told["group"] == "Outcrop · imagery"
    assert told["open"]


@pytest.mark.skipif(not (DESKTOP["ROOT"] / ".venv").is_dir(), reason="needs the worker's environment, .venv")
def test_the_package_installed_in_a_fresh_profile_works(tmp_path: Path) -> None:
    root, package = DESKTOP["ROOT"], tmp_path / "outcrop.zip"
    subprocess.run([root / ".venv/bin/python", root / "release/pack.py", package], check=True, capture_output=True)
    zipfile.ZipFile(package).extractall(tmp_path / "installed")
    image = tmp_path / "imagery.tif"
    write_imagery(image, np.ones((3, 60, 60), np.uint8))
    plugin = tmp_path / "installed" / "outcrop"
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work", plugin=plugin)
    variables = {"OUTCROP_PYTHON": str(root / "tests" / "ui" / "stub_worker.py"), "OUTCROP_STUB": "slow"}
    told = DESKTOP["run_script"](DESKTOP["HERE"] / "quick.py", profile, {"image": str(image)}, 120.0, **variables)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert told["group"] == "Outcrop · imagery"
    assert told["worker_gone"]
    assert told["plugin"] == str(plugin)
    assert told["manual"].startswith(plugin.as_uri())


@pytest.mark.skipif(not (DESKTOP["ROOT"] / ".venv").is_dir(), reason="needs the worker's environment, .venv")
def test_polygons_drawn_by_hand_become_a_map(tmp_path: Path) -> None:
    image = tmp_path / "imagery.tif"
    values = np.random.default_rng(1).integers(20, 60, (3, 240, 320), np.uint8)
    values[:, :, 160:] += 150
    write_imagery(image, values)
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work")
    facts = {"image": str(image), "west": "shade", "east": "snow", "patience": 180}
    told = DESKTOP["run_script"](DESKTOP["HERE"] / "hand.py", profile, facts, 600.0)
    print(told)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert told["classes"] == ["shade", "snow"]
    assert told["ended"].startswith("Finished")
    assert (told["west"], told["east"]) == ("shade", "snow")


def test_a_correction_by_hand_is_there_after_qgis_was_closed(tmp_path: Path) -> None:
    prediction = tmp_path / "map.tif"
    write_imagery(prediction, np.ones((1, 60, 80), np.uint8))
    legend = [{"id": 1, "name": "background", "colour": "#c8c8c8"}, {"id": 2, "name": "dike", "colour": "#d1495b"}]
    dataset = gdal.Open(str(prediction), gdal.GA_Update)
    dataset.SetMetadataItem("OUTCROP_LEGEND", json.dumps(legend))
    dataset.FlushCache()
    del dataset
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "results")
    facts = {"prediction": str(prediction), "patience": 60}
    told = DESKTOP["run_script"](DESKTOP["HERE"] / "stroke.py", profile, facts, 120.0)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert (told["undo"], told["class"]) == ("Undo 1", 2)
    with sqlite3.connect(tmp_path / "map_corrections.gpkg") as session:
        assert session.execute("SELECT tool, class, undone FROM corrections").fetchall() == [("brush", "dike", 0)]
    assert gdal.Open(str(prediction)).ReadAsArray().max() == 1


def write_scene(folder: Path, name: str, bands: int, epsg: int, pixel: float, corner: tuple[float, float]) -> None:
    """Write float imagery of three stripes of rock, and polygons with a number, a name of their own and their rock."""
    side, rng = 180, np.random.default_rng(2)
    rocks = np.repeat(np.arange(3), side // 3)[None].repeat(side, axis=0)
    levels = rng.normal(0, 1, (3, bands))
    dataset = gdal.GetDriverByName("GTiff").Create(str(folder / f"{name}.tif"), side, side, bands, gdal.GDT_Float32)
    dataset.SetGeoTransform((corner[0], pixel, 0.0, corner[1], 0.0, -pixel))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset.SetProjection(reference.ExportToWkt())
    for number in range(bands):
        values = levels[rocks, number] + rng.normal(0, 0.3, (side, side))
        values[:12] = np.nan
        if name == "hyperspectral" and 129 <= number < 135:
            values[:] = np.nan
        band = dataset.GetRasterBand(number + 1)
        band.SetNoDataValue(float("nan"))
        band.WriteArray(values)
    vectors = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / f"{name}.gpkg"))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = vectors.CreateLayer("polygons", reference, ogr.wkbPolygon)
    for field, kind in (("station", ogr.OFTString), ("rock", ogr.OFTString)):
        layer.CreateField(ogr.FieldDefn(field, kind))
    for rock, row in itertools.product(range(3), range(20, 160, 28)):
        left, top = corner[0] + (60 * rock + 20) * pixel, corner[1] - row * pixel
        ring = ", ".join(
            f"{left + x * pixel} {top - y * pixel}" for x, y in ((0, 0), (16, 0), (16, 16), (0, 16), (0, 0))
        )
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("station", f"ST-{rock}-{row}")
        feature.SetField("rock", ("granite", "gneiss", "marble")[rock])
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)


@contextmanager
def served_tiles(folder: Path) -> Iterator[str]:
    """Serve a base map whose tiles are dark in the west and bright in the east, and write polygons over one of them."""
    picture = np.random.default_rng(3).integers(20, 60, (3, 256, 256), np.uint8)
    picture[:, :, 128:] += 150
    gdal.GetDriverByName("PNG").CreateCopy(str(folder / "tile.png"), gdal_array.OpenArray(picture))
    tile = (folder / "tile.png").read_bytes()
    features = []
    for (kind, west), east, low in itertools.product((("shade", 100), ("snow", 1350)), (0, 500), (300, 1000, 1700)):
        ring = [[west + east + x, low + y] for x, y in ((0, 0), (400, 0), (400, 400), (0, 400), (0, 0))]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"rock": kind}, "geometry": shape})
    source = json.dumps({"type": "FeatureCollection", "features": features})
    gdal.VectorTranslate(str(folder / "base map.gpkg"), source, srcSRS="EPSG:3857", dstSRS="EPSG:3857")

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(tile)))
            self.end_headers()
            self.wfile.write(tile)

        def log_message(self, *_details: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{serving.server_address[1]}/{{z}}/{{x}}/{{y}}.png"
        yield f"type=xyz&url={place}&zmin=14&zmax=14"
        serving.shutdown()


def can_fetch() -> bool:
    """Whether packages can be fetched here, so that an environment can be made."""
    ask = [sys.executable, "-m", "pip", "index", "versions", "jinja2"]
    return subprocess.run(ask, capture_output=True, check=False, timeout=120).returncode == 0


def test_first_day_succeeds(tmp_path: Path) -> None:
    write_scene(tmp_path, "lithology", 14, 32654, 30.0, (600_000.0, 4_740_000.0))
    write_scene(tmp_path, "tailings", 4, 4326, 1e-4, (-69.9, -24.1))
    write_scene(tmp_path, "hyperspectral", 224, 32654, 20.0, (600_000.0, 4_740_000.0))
    sets_up, plugin, variables = can_fetch(), DESKTOP["ROOT"], {}
    if sets_up:  # as QGIS installs it: no environment beside it
        plugin = tmp_path / "outcrop"
        left_out = shutil.ignore_patterns(".*", "build", "dist", "docs", "tests", "__pycache__")
        shutil.copytree(DESKTOP["ROOT"], plugin, ignore=left_out)
        variables = {"XDG_DATA_HOME": str(tmp_path / "home")}
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work", seen=False, plugin=plugin)
    facts = {
        "folder": str(tmp_path), "scenes": ["lithology", "tailings", "hyperspectral"], "width": 380, "patience": 300,
        "sets_up": sets_up, "pictures": os.environ.get("OUTCROP_PICTURES", str(tmp_path / "pictures")),
    }  # fmt: skip
    with served_tiles(tmp_path) as facts["tiles"]:
        told = DESKTOP["run_script"](DESKTOP["HERE"] / "firstday.py", profile, facts, 900.0, **variables)
    print(told)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert told["sample_clicks"] <= (9 if sets_up else 6)
    assert told["sample crs"].startswith("EPSG:326"), "QGIS shows the sample in degrees, sheared"
    assert told["polygon_clicks"] <= told["polygon_corners"] + 2 * 2
    assert told["band_clicks"] <= 2, "to where the range is typed"
    assert told["again_clicks"] <= 3
    assert "none of which these models learned from" in told["compared"]
    for name in facts["scenes"]:
        assert told[f"{name} field"] == "rock"
        assert told[f"{name} button"] == "Train"
        assert told[name].startswith("Finished")
    assert "no data in bands" in told["hyperspectral refused"]
    assert told["base map"].startswith("Finished")
    assert "Zoom in, or choose pixels of" in told["world"][-1]
    assert (told["world maps"], told["world enabled"]) == (0, False)


@pytest.mark.skipif(not (DESKTOP["ROOT"] / ".venv").is_dir(), reason="needs the worker's environment, .venv")
def test_the_loop_is_closed_by_mouse(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    values = rng.integers(20, 60, (3, 240, 320))
    values[:, :, 140:] += 55  # snow that looks like neither
    values[:, :, 180:] += 95
    write_imagery(tmp_path / "imagery.tif", values.astype(np.uint8))
    profile = DESKTOP["make_profile"](tmp_path / "qgis", tmp_path / "work")
    facts = {
        "image": str(tmp_path / "imagery.tif"), "patience": 90,
        "pictures": os.environ.get("OUTCROP_PICTURES", str(tmp_path / "pictures")),
    }  # fmt: skip
    told = DESKTOP["run_script"](DESKTOP["HERE"] / "closedloop.py", profile, facts, 400.0)
    print(told)
    assert told["exit_status"] == 0, "QGIS crashed while it closed"
    assert told["live"].startswith("A sketch, not a trained model")
    assert told["trained"].startswith("Finished")
    assert (told["tiles"], told["places"], told["corrected"]) == (10, 3, 1)
    assert told["accuracy"].startswith("At 3 random places")
    assert told["changes"] == 1, told["ended"]
    assert "% of the map changed" in told["ended"]
    thresholds = [float(told[name].partition("at least ")[2].partition(":")[0]) for name in ("share", "moved")]
    assert thresholds[0] < thresholds[1]
    assert told["kept"].endswith(f" from {thresholds[1]:.2f}")
