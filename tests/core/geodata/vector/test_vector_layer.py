"""Layers of vector files: what is refused and in which words, encodings, batches."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.vector import vector_layer
from outcrop.core.geodata.vector.vector_layer import is_vector, open_layer

SQUARE = shapely.box(570_000, 4_739_900, 570_100, 4_740_000)


def _values(path: str, field: str = "kind") -> list[Any]:
    return [value for _, values in open_layer(path).batches(field) for value in np.asarray(values).tolist()]


def test_features_come_in_order_whatever_the_batch(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"class {number}" for number in range(6)]
    path = make.layer([SQUARE] * 6, names)
    for batch in (1, 2, 3, 4, 6, 7):
        monkeypatch.setattr(vector_layer, "BATCH", batch)
        assert _values(path) == names


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"“.*gone\.gpkg” are not there"):
        is_vector(str(tmp_path / "gone.gpkg"))


def test_rasters_are_no_vectors(make: Any) -> None:
    assert not is_vector(make.image(make.grid()))
    assert is_vector(make.layer([SQUARE], ["a"]))


def test_missing_layer_lists_those_there_are(make: Any) -> None:
    path = make.layer([SQUARE], ["a"], layer="dikes")
    with pytest.raises(BadInputError, match=r"no layer “veins”\. Choose one of: dikes"):
        open_layer(path, "veins")


def test_first_polygon_layer_is_taken(make: Any) -> None:
    import pyogrio

    path = make.layer([shapely.Point(1, 2)], ["a"], layer="points", geometry_type="Point")
    pyogrio.raw.write(
        path, np.array([shapely.to_wkb(SQUARE)]), [np.array(["b"], dtype=object)], np.array(["kind"], dtype=object),
        layer="areas", geometry_type="Polygon", crs="EPSG:32654", append=True,
    )  # fmt: skip
    assert open_layer(path).name == "areas"


@pytest.mark.parametrize("values", [[True, False, True], [True, False, None]])
def test_booleans_stay_booleans_beside_nulls(make: Any, values: list[Any]) -> None:
    path = make.path(".geojson")
    features = [
        {"type": "Feature", "properties": {"kind": v}, "geometry": shapely.geometry.mapping(SQUARE)} for v in values
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    assert _values(str(path)) == values


def test_points_are_refused(make: Any) -> None:
    path = make.layer([shapely.Point(1, 2)], ["a"], geometry_type="Point")
    with pytest.raises(BadInputError, match="holds Point, not polygons"):
        open_layer(path)


def test_of_lines_it_is_told_how_to_make_polygons(make: Any) -> None:
    path = make.layer([shapely.LineString([(1, 2), (3, 4)])], ["a"], geometry_type="LineString")
    with pytest.raises(BadInputError, match=r"holds LineString, not polygons\. Make polygons of its lines.*Buffer"):
        open_layer(path)


def test_missing_field_lists_those_there_are(make: Any) -> None:
    path = make.layer([SQUARE], ["a"], field="type")
    with pytest.raises(BadInputError, match=r"has no field “kind”. Choose the field .* \(this layer has: type\)"):
        open_layer(path).field("kind")
    with pytest.raises(BadInputError, match=r"isn't set. Choose the field .* \(this layer has: type\)"):
        open_layer(path).field("")


def test_capitals_of_a_field_do_not_matter(make: Any) -> None:
    assert open_layer(make.layer([SQUARE], ["a"], field="Kind")).field("kind") == "Kind"


def test_missing_coordinate_system_is_said(make: Any) -> None:
    path = make.layer([SQUARE], ["a"], crs=None, suffix=".shp")
    with pytest.raises(BadInputError, match="has no coordinate system"):
        open_layer(path)


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson"])
def test_damaged_file_is_refused(make: Any, suffix: str) -> None:
    path = Path(make.layer([SQUARE] * 300, ["a"] * 300, suffix=suffix))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    assert is_vector(str(path))
    with pytest.raises(BadInputError, match=f"“{path}” can't be read"):
        _values(str(path))


@pytest.mark.parametrize(
    ("encoding", "says", "name"),
    [
        ("CP1251", True, "гранит"),
        ("ISO-8859-1", False, "Formação"),
        ("UTF-8", True, "Formação"),
        ("UTF-8", False, "Formação"),
        ("UTF-8", False, "花崗岩"),
    ],
)
def test_shapefiles_in_any_encoding(make: Any, encoding: str, says: bool, name: str) -> None:
    path = make.layer([SQUARE], [name], suffix=".shp", encoding=encoding)
    table = Path(path).with_suffix(".dbf")
    data = bytearray(table.read_bytes())
    data[29] = 0
    table.write_bytes(bytes(data))
    Path(path).with_suffix(".cpg").unlink(missing_ok=True)
    if says:
        Path(path).with_suffix(".cpg").write_text(encoding)
    assert _values(path) == [name]


def test_long_whole_numbers_keep_their_digits_beside_null(make: Any) -> None:
    codes = np.array([2**53, 2**53 + 1, 5, 2**53 + 3], np.int64)
    path = make.path(".gpkg")
    shapes = np.array([shapely.box(n, 0, n + 1, 1) for n in range(4)], object)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), [codes], ["code"], field_mask=[np.array([False, False, True, False])],
        layer="l", driver="GPKG", geometry_type="Polygon", crs="EPSG:32654",
    )  # fmt: skip
    ((_, values),) = open_layer(str(path)).batches("code")
    assert values is not None
    assert values.tolist() == [2**53, 2**53 + 1, None, 2**53 + 3]


def test_whatever_a_folder_or_file_is_called_it_is_read(make: Any) -> None:
    made = make.layer([shapely.box(0, 0, 1, 1)], ["rock"])
    for folder, name in (("!new;x?#", "l"), ("plain", "l!"), ("plain", "l;2"), ("a%20b", "岩 石'")):
        place = make.folder / folder
        place.mkdir(exist_ok=True)
        shutil.copy(made, place / f"{name}.gpkg")
        assert is_vector(str(place / f"{name}.gpkg"))
        assert len(next(iter(open_layer(str(place / f"{name}.gpkg")).batches()))[0]) == 1


@pytest.mark.parametrize(
    ("names", "encoding"),
    [(("砂岩", "花岗岩"), "gbk"), (("Гранит", "Песок"), "cp1251"), (("Gänge", "Söder"), "cp1252")],
)
@pytest.mark.parametrize("says", ["", "UTF-8", "Klingon-8"])
def test_a_shapefile_that_does_not_say_its_encoding_or_a_wrong_one(
    names: tuple[str, str], encoding: str, says: str, make: Any
) -> None:
    path = Path(make.layer([SQUARE, SQUARE], ["aaaaaaaaaa", "bbbbbbbbbb"], suffix=".shp"))
    path.with_suffix(".cpg").write_text(says)
    raw = bytearray(path.with_suffix(".dbf").read_bytes())
    raw[29] = 0
    for old, new in zip(("aaaaaaaaaa", "bbbbbbbbbb"), names):
        raw = raw.replace(old.encode(), new.encode(encoding).ljust(10))
    path.with_suffix(".dbf").write_bytes(raw)
    ((_, values),) = open_layer(str(path)).batches("kind")
    assert values is not None
    assert tuple(values.tolist()) == names


def test_long_whole_numbers_are_those_of_their_batch(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_layer, "BATCH", 4)
    codes = 2**53 + np.arange(10, dtype=np.int64)
    path = make.path(".gpkg")
    shapes = np.array([shapely.box(n, 0, n + 1, 1) for n in range(10)], object)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), [codes], ["code"], field_mask=[np.arange(10) == 9],
        layer="l", driver="GPKG", geometry_type="Polygon", crs="EPSG:32654",
    )  # fmt: skip
    assert _values(str(path), "code") == [*codes[:9].tolist(), None]
