"""GeoPackages are of a version that QGIS 3.22 knows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from outcrop.core.geodata.geopackage import write_geopackage


def test_version_layer_and_fields(tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    shapes = shapely.to_wkb(np.array([shapely.box(0, 0, 1, 2), shapely.box(3, 3, 4, 4)]))
    write_geopackage(path, "boxes", shapes, "Polygon", {"area": np.array([2.0, 1.0])}, "EPSG:32654")
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10_200,)
    facts, _, geometry, (areas,) = pyogrio.raw.read(str(path), layer="boxes")
    assert facts["crs"] == "EPSG:32654"
    assert facts["geometry_type"] == "Polygon"
    assert shapely.area(shapely.from_wkb(geometry)).tolist() == areas.tolist() == [2.0, 1.0]
