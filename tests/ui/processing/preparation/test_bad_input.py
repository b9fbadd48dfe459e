"""Layers and points that don't fit, in algorithms as the toolbox runs them: handled and told, or refused in words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProcessingContext

from tests.ui.processing.test_in_a_task import in_a_task

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
WEST, NORTH, SIDE = 600_000.0, 4_740_000.0, 40
NODATA = -9999.0
Write = Callable[..., str]


@pytest.fixture
def raster(tmp_path: Path) -> Write:
    """Give a function that writes bands (B, H, W) with pixels of so many metres at a place."""

    def do(
        name: str, values: np.ndarray, pixel: tuple[float, float] = (10, 10),
        corner: tuple[float, float] = (WEST, NORTH), units: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        values = np.atleast_3d(values.T).T
        path = str(tmp_path / name)
        dataset = gdal.GetDriverByName("GTiff").Create(
            path, values.shape[2], values.shape[1], len(values), gdal.GDT_Float32
        )
        dataset.SetGeoTransform((corner[0], pixel[0], 0, corner[1], 0, -pixel[1]))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32654)
        dataset.SetProjection(reference.ExportToWkt())
        for number, band in enumerate(values, start=1):
            dataset.GetRasterBand(number).WriteArray(band)
            dataset.GetRasterBand(number).SetNoDataValue(NODATA)
            if units:
                dataset.GetRasterBand(number).SetUnitType(units[number - 1])
        dataset.FlushCache()
        return path

    return do


@pytest.fixture
def points(tmp_path: Path) -> Callable[[list[tuple[float, float]]], str]:
    """Give a function that writes points at columns and rows, with a number each."""

    def do(places: list[tuple[float, float]]) -> str:
        features = []
        for number, (col, row) in enumerate(places):
            at = [WEST + 10 * (col + 0.5), NORTH - 10 * (row + 0.5)]
            geometry = {"type": "Point", "coordinates": at}
            features.append({"type": "Feature", "properties": {"zn": 10.0 + number % 7}, "geometry": geometry})
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}}
        path = tmp_path / "points.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
        return str(path)

    return do


@pytest.fixture
def told(
    provider: Any, context: QgsProcessingContext, feedback: Any, tmp_path: Path
) -> Callable[..., tuple[bool, str]]:
    """Give a function that runs an algorithm in a task's thread, and gives whether it went well and what was told."""
    del provider

    def run(name: str, **values: Any) -> tuple[bool, str]:
        done, *_ = in_a_task(name, {"OUTPUT": str(tmp_path / "o.tif"), **values}, context, feedback)
        assert done == (tmp_path / "o.tif").exists()
        return done, "\n".join((*feedback.errors, *feedback.warnings, *feedback.infos))

    return run


def noise(bands: int = 1, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(10, 90, (bands, SIDE, SIDE))


def empty(bands: int) -> np.ndarray:
    return np.full((bands, SIDE, SIDE), NODATA)


FAR, NOTHING = "doesn't overlap", "no pixel from which a value follows"
BANDS: dict[str, tuple[str, Callable[[], np.ndarray], dict[str, Any], str]] = {
    "terrain without values": ("terrain", lambda: empty(1), {}, NOTHING),
    "magnetics without values": ("magnetics", lambda: empty(1), {"YEAR": 2001.5}, "has no value anywhere"),
    "radiometrics without values": ("radiometrics", lambda: empty(3), {}, "K of .* has no value above 0"),
    "log-ratios without values": ("logratios", lambda: empty(3), {}, "has no value above 0"),
    "indices without values": ("spectralindices", lambda: empty(2), {"EXPRESSIONS": "b1 / b2"}, NOTHING),
    "components without values": ("principalcomponents", lambda: empty(3), {}, "has 0 pixels with all 3 bands"),
    "fractions without values": ("minimumnoisefraction", lambda: empty(3), {}, "has 0 pixels with all 3 bands"),
    "a constant band": (
        "principalcomponents", lambda: np.concatenate([noise(2), np.full((1, SIDE, SIDE), 5.0)]), {},
        "has the same value everywhere. Leave it out",
    ),
    "several bands of elevations": ("terrain", lambda: noise(2), {}, "Choose the band that holds them"),
    "no layer chosen": ("magnetics", noise, {"FIELD": False, "TOTAL_GRADIENT": False, "TILT": False, "YEAR": 2000},
                        "No layer is chosen"),
    "no direction": ("magnetics", noise, {}, "Give the year of the survey"),
    "a dip of 95°": ("magnetics", noise, {"INCLINATION_DEG": 95, "DECLINATION_DEG": 0}, "(?i)inclination|incorrect"),
    "a year before all models": ("magnetics", noise, {"YEAR": 1850}, "(?i)year|incorrect"),
    "negative parts": ("logratios", lambda: noise(3) - 50, {}, "has negative values"),
    "an expression of nothing": ("spectralindices", lambda: noise(2), {"EXPRESSIONS": "b1 / b9"}, "needs the band b9"),
    "a sensor of other bands": (
        "spectralindices", lambda: noise(2), {"SENSOR": "aster", "INDICES": "clay"}, "can't be told which bands",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BANDS)
def test_bands(told: Callable, raster: Write, case: str) -> None:
    name, values, settings, words = BANDS[case]
    done, text = told(name, INPUT=raster("bands.tif", values()), **settings)
    assert not done
    assert re.search(words, text), text


@pytest.mark.parametrize("name", ["fusion", "pansharpening", "principalcomponents"])
def test_rasters_of_other_places(told: Callable, raster: Write, name: str) -> None:
    far = raster("far.tif", noise(), (40, 40), (WEST + 90_000, NORTH))
    done, text = told(name, INPUT=raster("near.tif", noise()), MORE_RASTERS=[far])
    assert not done
    assert re.search(FAR, text), text


def test_units_that_differ(told: Callable, raster: Write) -> None:
    oxides = raster("oxides.tif", noise(3), units=("%", "%", "ppm"))
    done, text = told("logratios", INPUT=oxides)
    assert not done
    assert "Say each one's unit in order" in text
    done, text = told("logratios", INPUT=oxides, UNITS="%, %, ppm")
    assert done, text


POINTS: dict[str, tuple[list[tuple[float, float]], str, str]] = {
    "too few": ([(number * 3, number) for number in range(5)], "ordinary_kriging", "needs 10 points at least"),
    "on one line": ([(number, number) for number in range(20)], "thin_plate_spline", "lie on one line"),
    "beside the raster": ([(9_000 + number, number % 5) for number in range(20)], "nearest", "lies on the raster"),
}


@pytest.mark.parametrize("case", POINTS)
def test_points(told: Callable, raster: Write, points: Callable, case: str) -> None:
    places, method, words = POINTS[case]
    done, text = told(
        "pointstogrid", INPUT=raster("image.tif", noise()), POINTS=points(places), FIELD="zn", METHOD=method
    )
    assert not done
    assert re.search(words, text), text


@pytest.mark.parametrize(("field", "words"), [("fid", "“fid” only numbers the points"), ("ni", "has no field “ni”")])
def test_a_field_that_holds_no_measurement(
    told: Callable, raster: Write, points: Callable, tmp_path: Path, field: str, words: str
) -> None:
    file = str(tmp_path / "points.gpkg")
    gdal.VectorTranslate(file, points([(number * 7 % 40, number * 11 % 40) for number in range(20)]), format="GPKG")
    values = {"INPUT": raster("image.tif", noise()), "POINTS": file, "FIELD": field, "OUTPUT": "TEMPORARY_OUTPUT"}
    algorithm = QgsApplication.processingRegistry().algorithmById("outcrop:pointstogrid")
    fits, text = algorithm.checkParameterValues(values, QgsProcessingContext())
    assert not fits
    assert words in text
    done, text = told("pointstogrid", **{**values, "OUTPUT": str(tmp_path / "o.tif")})
    assert not done
    assert words in text


def test_points_at_one_place(told: Callable, raster: Write, points: Callable) -> None:
    places = [(number * 7 % 40, number * 11 % 40) for number in range(20)]
    file = points([*places, *places[:4]])
    done, text = told("pointstogrid", INPUT=raster("image.tif", noise()), POINTS=file, FIELD="zn")
    assert done, text
    assert "4 points lie where another one does; their mean counts" in text
    assert "Left out one by one, 20 points are missed by" in text


def test_three_hundred_layers(told: Callable, raster: Write) -> None:
    files = [raster(f"layer_{number}.tif", noise(seed=number)) for number in range(300)]
    done, text = told("principalcomponents", INPUT=files[0], MORE_RASTERS=files[1:], COMPONENTS=2)
    assert done, text
