from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.correction.session import Session
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from outcrop.ui.correction.class_raster import read_prediction

LEGEND = Legend.from_names(["background", "dike", "pond", "schist"])
HEIGHT, WIDTH = 1300, 1700


def write_prediction(path: Path, values: np.ndarray, legend: Legend = LEGEND, pixel: float = 2.0) -> Path:
    """Write classes (H, W) as Outcrop writes a prediction, with overviews."""
    driver = gdal.GetDriverByName("GTiff")
    dataset = driver.Create(
        str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Byte,
        ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE"],
    )  # fmt: skip
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(32633)
    dataset.SetProjection(srs.ExportToWkt())
    dataset.SetGeoTransform((500000.0, pixel, 0.0, 4649776.0, 0.0, -pixel))
    dataset.SetMetadataItem(LEGEND_TAG, json.dumps(legend.to_dicts()))
    dataset.SetMetadataItem(MODELS_TAG, json.dumps([{"name": "U-Net"}]))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    band.WriteArray(values)
    dataset.BuildOverviews("NEAREST", [2, 4])
    return path


@pytest.fixture
def values() -> np.ndarray:
    coarse = np.random.default_rng(7).integers(1, 5, (HEIGHT // 50, WIDTH // 50), np.uint8)
    made = np.kron(coarse, np.ones((50, 50), np.uint8))
    made[:, -60:] = 0
    return made


@pytest.fixture
def prediction_file(tmp_path: Path, values: np.ndarray) -> Path:
    return write_prediction(tmp_path / "map.tif", values)


@pytest.fixture
def session(tmp_path: Path, prediction_file: Path):  # noqa: ANN201
    with Session.create(tmp_path / "map_corrections.gpkg", read_prediction(str(prediction_file)), "mara") as made:
        yield made
