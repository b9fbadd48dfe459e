"""Tests of layers that Outcrop keeps: read whole, or refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shapely
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.vector.kept_layer import layers_kept, read_kept, read_so_far

SQUARE = shapely.box(0, 0, 10, 10)


def test_columns_come_by_name_whatever_their_order(make: Any) -> None:
    path = make.layer([SQUARE, SQUARE], ["a", "b"])
    layer = read_kept(path, *layers_kept(path), ["kind"])
    assert (len(layer.wkb), list(layer.columns), layer.columns["kind"].tolist()) == (2, ["kind"], ["a", "b"])
    assert shapely.equals(shapely.from_wkb(layer.wkb), SQUARE).all()
    assert "32" in layer.crs or "EPSG" in layer.crs


def test_a_file_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert layers_kept(str(tmp_path / "none.gpkg")) == ()
    layer = read_so_far(str(tmp_path / "none.gpkg"), "reviews", ["kind", "undone"])
    assert (len(layer.wkb), {name: len(values) for name, values in layer.columns.items()}) == (
        0, {"kind": 0, "undone": 0}
    )  # fmt: skip


def test_a_missing_column_is_named(make: Any) -> None:
    path = make.layer([SQUARE], ["a"])
    (name,) = layers_kept(path)
    with pytest.raises(BadInputError, match=f"“{name}” of “{path}” lacks “undone”, “verdict”, which Outcrop writes"):
        read_kept(path, name, ["kind", "undone", "verdict"])


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "corrections.gpkg"
    path.write_bytes(content)
    for read in (layers_kept, lambda file: read_kept(file, "corrections")):
        with pytest.raises(BadInputError, match=f"“{path}” can't be read: .*Check that the file is there and whole"):
            read(str(path))


def test_a_folder_may_be_called_anything(make: Any, tmp_path: Path) -> None:
    path = tmp_path / "new! 岩石; #1" / "l!.gpkg"
    path.parent.mkdir()
    path.write_bytes(Path(make.layer([SQUARE], ["a"])).read_bytes())
    (name,) = layers_kept(str(path))
    assert len(read_kept(str(path), name).wkb) == 1
