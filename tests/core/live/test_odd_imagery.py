"""The live map's job on imagery as it comes: in degrees, turned, of many bands, changed since, without overviews."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.jobs.execution import execute
from outcrop.core.live import sketcher
from outcrop.core.live.jobs import LiveMapJob
from rasterio.crs import CRS

from .conftest import TwoHalves

WEST, EAST = (20, 40), (60, 250)
"""Row and column of the polygons."""


def noise(halves: TwoHalves, bands: int = 3) -> np.ndarray:
    grid = halves.grid
    values = np.random.default_rng(1).normal(60, 6, (bands, grid.height, grid.width))
    values[:, :, halves.half :] += 60
    return values


def placed(halves: TwoHalves, transform: Affine, code: int, width: int = 300, height: int = 120) -> TwoHalves:
    """Lay the two halves somewhere else."""
    halves.grid, halves.half = Grid(width, height, transform, CRS.from_epsg(code)), width // 2
    halves.write(noise(halves))
    return halves


def polygon(halves: TwoHalves, row: int, col: int, side: int = 20) -> object:
    import shapely

    corners = ((col, row), (col + side, row), (col + side, row + side), (col, row + side))
    return shapely.Polygon([halves.grid.transform @ corner for corner in corners])


def sketched(halves: TwoHalves, pixel: float, name: str = "sketch.tif") -> np.ndarray:
    grid = halves.grid
    corners = np.array([grid.transform @ place for place in ((0, 0), (grid.width, 0), (0, grid.height),
                                                            (grid.width, grid.height))])  # fmt: skip
    box = (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())
    scene = halves.scene([polygon(halves, *WEST), polygon(halves, *EAST)], ["dike", "snow"])
    result = execute(LiveMapJob(scene, box, pixel, str(halves.folder / name)), Events())
    with rasterio.open(result["out"]) as file:
        return np.asarray(file.read(1))


def is_split(classes: np.ndarray) -> bool:
    """Whether west and east are told apart."""
    west, east = classes[:, : classes.shape[1] * 2 // 5], classes[:, classes.shape[1] * 3 // 5 :]
    return bool((west[west > 0] == 1).mean() > 0.95 and (east[east > 0] == 2).mean() > 0.95)


def test_degrees(halves: TwoHalves) -> None:
    placed(halves, Affine(0.0001, 0, 141.9, 0, -0.0001, 42.8), 4326)
    classes = sketched(halves, 0.0002)
    assert classes.shape == (60, 150)
    assert is_split(classes)


def test_turned(halves: TwoHalves) -> None:
    placed(halves, Affine(8, 6, 500_000, 6, -8, 4_000_000), 32633)
    classes = sketched(halves, 10.0)
    assert classes.shape[0] >= 120
    assert is_split(classes)


def test_224_bands(tmp_path: Path) -> None:
    halves = TwoHalves(tmp_path, 120, 300, bands=224)
    classes = sketched(halves, 10.0)
    assert is_split(classes)


def test_imagery_that_changed_since_is_seen_anew(halves: TwoHalves) -> None:
    placed(halves, halves.grid.transform, 32633)
    assert is_split(sketched(halves, 10.0))
    halves.write(noise(halves)[:, :, ::-1])  # now it is bright in the west
    assert is_split(sketched(halves, 10.0, "second.tif"))
    Path(halves.image).unlink()
    with pytest.raises(BadInputError, match=r"image\.tif"):
        sketched(halves, 10.0, "third.tif")


def test_without_overviews_it_says_what_helps(halves: TwoHalves, monkeypatch: pytest.MonkeyPatch) -> None:
    placed(halves, halves.grid.transform, 32633)
    monkeypatch.setattr(sketcher, "MOST_READ", 10_000)
    with pytest.raises(BadInputError, match="has no overviews"):
        sketched(halves, 40.0)
