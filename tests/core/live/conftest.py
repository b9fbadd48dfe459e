"""A scene of two clearly different halves, with polygons in both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from affine import Affine
from outcrop.core.geodata.extent import Extent
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from rasterio.crs import CRS


class TwoHalves:
    """West is dark, east is bright, with noise; pixels of 10 m."""

    def __init__(self, folder: Path, height: int = 300, width: int = 700, bands: int = 3) -> None:
        self.folder, self.half = folder, width // 2
        transform = Affine(10.0, 0.0, 500_000.0, 0.0, -10.0, 4_000_000.0)
        self.grid = Grid(width, height, transform, CRS.from_epsg(32633))
        self.image = str(folder / "image.tif")
        values = np.random.default_rng(1).normal(60, 6, (bands, height, width))
        values[:, :, self.half :] += 60
        self.write(values)

    def write(self, values: np.ndarray, **options: Any) -> None:
        grid = self.grid
        profile = {
            "driver": "GTiff", "height": grid.height, "width": grid.width, "count": len(values), "dtype": "uint8",
            "crs": grid.crs, "transform": grid.transform, **options,
        }  # fmt: skip
        with rasterio.open(self.image, "w", **profile) as dataset:
            dataset.write(np.clip(values, 1, 255).astype(np.uint8))

    def box(self, row: int, col: int, side: int = 20) -> Any:
        x, y = self.grid.transform @ (col, row)
        return shapely.box(x, y - 10 * side, x + 10 * side, y)

    def extent(self, row: int, col: int, height: int, width: int) -> Extent:
        x, y = self.grid.transform @ (col, row)
        return x, y - 10 * height, x + 10 * width, y

    def scene(self, shapes: Sequence[Any], classes: Sequence[str], area: Optional[Any] = None) -> Scene:
        path, inside = self.folder / "polygons.gpkg", self.folder / "area.gpkg"
        self._layer(path, shapes, classes)
        if area is not None:
            self._layer(inside, [area], ["area"])
        return Scene((self.image,), str(path), "kind", labelled_area=str(inside) if area is not None else "")

    def _layer(self, path: Path, shapes: Sequence[Any], kinds: Sequence[str]) -> None:
        path.unlink(missing_ok=True)
        pyogrio.raw.write(
            path, shapely.to_wkb(np.array(list(shapes))), [np.array(list(kinds), object)], np.array(["kind"]),
            geometry_type="Polygon", crs=self.grid.crs.to_wkt(), driver="GPKG",
        )  # fmt: skip


@pytest.fixture
def halves(tmp_path: Path) -> TwoHalves:
    return TwoHalves(tmp_path)
