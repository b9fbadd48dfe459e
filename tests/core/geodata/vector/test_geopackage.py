"""GeoPackages are of a version that QGIS 3.22 knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.geodata.vector.geopackage import put_layer, write_geopackage
from outcrop.core.geodata.written import check_geopackage


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


def boxes(count: int) -> np.ndarray:
    found: np.ndarray = shapely.to_wkb(np.array([shapely.box(n, 0, n + 1, 2) for n in range(count)]))
    return found


def put(path: Path, layer: str, count: int, crs: str = "EPSG:32654") -> None:
    put_layer(path, layer, boxes(count), "Polygon", {"number": np.arange(count)}, crs)


def content(path: Path) -> dict[str, tuple[int, str]]:
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    found = {name: pyogrio.read_info(str(path), layer=name, force_feature_count=True) for name in names}
    return {name: (info["features"], str(info["crs"])) for name, info in found.items()}


def test_other_layers_stay_and_one_of_the_same_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "many.gpkg"
    put(path, "classes", 3)
    put(path, "classes_old", 2, "EPSG:4326")
    put(path, "CLASSES", 5, "EPSG:3857")
    assert content(path) == {"classes_old": (2, "EPSG:4326"), "CLASSES": (5, "EPSG:3857")}
    for layer in ("classes_old", "CLASSES"):
        assert len(pyogrio.raw.read(str(path), layer=layer, bbox=(0.2, 0.2, 0.3, 0.3))[2]) == 1  # by its index
    check_geopackage(path)


def test_coordinate_systems_of_ones_own_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "many.gpkg"
    for parallel in (20, 30):
        put(path, f"to_{parallel}", 1, f"+proj=lcc +lat_1=10 +lat_2={parallel} +lon_0=5 +datum=WGS84")
    for parallel in (20, 30):
        assert f'"standard_parallel_2",{parallel}' in content(path)[f"to_{parallel}"][1]
    _, _, geometry, _ = pyogrio.raw.read(str(path), layer="to_30")
    assert shapely.from_wkb(geometry)[0].bounds == (0, 0, 1, 2)


def test_a_file_that_is_something_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.gpkg"
    path.write_text("not a database, but somebody's")
    with pytest.raises(BadInputError, match="no GeoPackage"):
        put(path, "classes", 1)
    assert path.read_text() == "not a database, but somebody's"
    with pytest.raises(BadInputError, match=r"ends with \.gpkg"):
        put(tmp_path / "map.shp", "classes", 1)


def test_a_file_that_another_program_is_writing_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "edited.gpkg"
    put(path, "classes", 3)
    monkeypatch.setattr("outcrop.core.geodata.vector.geopackage._WAIT_S", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiskError, match="Close it in other programs"):
            put(path, "more", 1)
        other.execute("ROLLBACK")
    assert [item.name for item in tmp_path.iterdir()] == ["edited.gpkg"]
    assert list(content(path)) == ["classes"]


def test_coordinate_systems_of_either_form_are_added_to_either_file(tmp_path: Path) -> None:
    for extended in ("NO", "YES"):
        path = tmp_path / f"{extended}.gpkg"
        pyogrio.raw.write(
            path, boxes(1), [np.array([1])], ["number"], layer="old", driver="GPKG", geometry_type="Polygon",
            crs="EPSG:4326", dataset_options={"CRS_WKT_EXTENSION": extended},
        )  # fmt: skip
        for layer, crs in (("flat", "EPSG:32654"), ("high", "EPSG:4979"), ("again", "EPSG:4979")):
            put(path, layer, 1, crs)
        found = content(path)
        assert {name: crs for name, (_, crs) in found.items()} == {
            "old": "EPSG:4326", "flat": "EPSG:32654", "high": "EPSG:4979", "again": "EPSG:4979"
        }  # fmt: skip
        check_geopackage(path)
