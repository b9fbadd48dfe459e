"""Sources: values of one raster with where they are valid, whichever way the file says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.geodata.grid import Grid, Window
from outcrop.core.geodata.source import Source
from rasterio.enums import ColorInterp
from rasterio.transform import from_origin

WHOLE = Window(0, 0, 4, 4)


def source_of(path: Path, values: np.ndarray, mask: Any = None, **profile: Any) -> Source:
    made = {
        "driver": "GTiff", "width": 4, "height": 4, "count": len(values), "dtype": values.dtype.name,
        "crs": "EPSG:32654", "transform": from_origin(400_000, 4_700_000, 10, 10), **profile,
    }  # fmt: skip
    with rasterio.open(path, "w", **made) as file:
        file.write(values)
        if mask is not None:
            file.write_mask(mask)
        if profile.get("photometric") == "RGB":
            file.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
    dataset = rasterio.open(path)
    return Source(dataset, Grid.of(dataset))


def values(bands: int, kind: str = "uint8") -> np.ndarray:
    return np.arange(1, 16 * bands + 1).reshape(bands, 4, 4).astype(kind)


@pytest.mark.parametrize("kind", ["uint8", "int16", "float32"])
def test_nodata_of_any_band_is_not_valid(kind: str, tmp_path: Path) -> None:
    own = values(2, kind)
    own[0, 0, 1] = own[1, 2, 3] = 99
    source = source_of(tmp_path / "a.tif", own, nodata=99)
    assert np.argwhere(~source.read([1, 2], WHOLE)[1]).tolist() == [[0, 1], [2, 3]]
    assert np.argwhere(~source.read([2], WHOLE)[1]).tolist() == [[2, 3]]
    again = source.read([2], Window(2, 2, 2, 2))
    assert again[0].tolist() == own[1:2, 2:, 2:].tolist()
    assert np.argwhere(~again[1]).tolist() == [[0, 1]]
    source.close()


def test_masks_alpha_and_nan_are_not_valid(tmp_path: Path) -> None:
    mask = np.full((4, 4), 255, np.uint8)
    mask[3, 0] = 0
    assert np.argwhere(~source_of(tmp_path / "m.tif", values(1), mask).read([1], WHOLE)[1]).tolist() == [[3, 0]]

    rgba = values(4)
    rgba[3, 1, 2] = 0
    source = source_of(tmp_path / "rgba.tif", rgba, photometric="RGB", alpha="yes")
    assert np.argwhere(~source.read([1, 2, 3], WHOLE)[1]).tolist() == [[1, 2]]

    holes = values(1, "float32")
    holes[0, 0, 0], holes[0, 0, 3] = np.nan, np.inf
    assert np.argwhere(~source_of(tmp_path / "f.tif", holes).read([1], WHOLE)[1]).tolist() == [[0, 0], [0, 3]]


def test_another_grid_is_warped_to_and_what_lies_beyond_is_not_valid(tmp_path: Path) -> None:
    source_of(tmp_path / "a.tif", values(1)).close()
    dataset = rasterio.open(tmp_path / "a.tif")
    own = Grid.of(dataset)
    wider = Grid(8, 4, own.transform, own.crs)
    found, valid = Source(dataset, wider).read([1], Window(0, 0, 4, 8))
    assert found[0, :, :4].tolist() == values(1)[0].tolist()
    assert valid[:, :4].all()
    assert not valid[:, 4:].any()
