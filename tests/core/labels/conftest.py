"""Small rasters and vector layers to label with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.sources.label_raster import LabelRaster, legend_of, rasterise
from rasterio.crs import CRS

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
UTM = "EPSG:32654"
ORIGIN = (570_000.0, 4_740_000.0)


class Workshop:
    """Makes grids, rasters, layers and scenes in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = 0

    def path(self, suffix: str) -> Path:
        self.made += 1
        return self.folder / f"made_{self.made}{suffix}"

    def grid(self, height: int = 100, width: int = 120, transform: Optional[Affine] = None, crs: str = UTM) -> Grid:
        place = transform or Affine(10.0, 0.0, ORIGIN[0], 0.0, -10.0, ORIGIN[1])
        return Grid(width, height, place, CRS.from_user_input(crs))

    def image(self, grid: Grid) -> str:
        return self.raster(np.ones((grid.height, grid.width), np.uint8), grid)

    def raster(self, values: np.ndarray, grid: Grid, nodata: Optional[float] = None, suffix: str = ".tif") -> str:
        path = self.path(suffix)
        bands = values.reshape(-1, *values.shape[-2:])
        profile = {
            "driver": "GTiff", "height": grid.height, "width": grid.width, "count": len(bands), "dtype": values.dtype,
            "crs": grid.crs, "transform": grid.transform, "nodata": nodata,
        }  # fmt: skip
        with rasterio.open(path, "w", **profile) as dataset:
            dataset.write(bands)
        return str(path)

    def layer(
        self,
        shapes: Sequence[Any],
        values: Sequence[Any],
        field: str = "kind",
        crs: Optional[str] = UTM,
        suffix: str = ".gpkg",
        **options: Any,
    ) -> str:
        """Write shapes in the layer's own coordinates."""
        path = self.path(suffix)
        drivers = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}
        known = [value for value in values if value is not None]
        text = not known or isinstance(known[0], str)
        options.setdefault("geometry_type", "Unknown" if suffix == ".geojson" else "Polygon")
        pyogrio.raw.write(
            path,
            np.array([None if shape is None else shapely.to_wkb(shape) for shape in shapes], dtype=object),
            [np.array(list(values), dtype=object if text else None)],
            np.array([field], dtype=object),
            layer=options.pop("layer", path.stem),
            driver=drivers[suffix],
            crs=crs,
            **options,
        )
        return str(path)

    def scene(self, grid: Grid, shapes: Sequence[Any], values: Sequence[Any], **more: Any) -> Scene:
        """Make a scene whose polygons, or points, are given in pixels of the grid."""
        moved = [None if shape is None else to_world(shape, grid) for shape in shapes]
        kind = next((one.geom_type for one in moved if one is not None and "Point" in one.geom_type), "Polygon")
        labels = self.layer(moved, values, crs=grid.crs.to_wkt(), geometry_type=kind)
        return Scene((self.image(grid),), labels, class_field="kind", **more)


def to_world(shape: Any, grid: Grid) -> Any:
    """Bring a shape from pixels to the grid's coordinate system."""
    t = grid.transform

    def move(xy: np.ndarray) -> np.ndarray:
        return np.column_stack([t.a * xy[:, 0] + t.b * xy[:, 1] + t.c, t.d * xy[:, 0] + t.e * xy[:, 1] + t.f])

    return shapely.transform(shape, move)


def read(path: Any) -> np.ndarray:
    """Read a raster's first band."""
    with rasterio.open(path) as dataset:
        band: np.ndarray = dataset.read(1)
    return band


@pytest.fixture
def make(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture(name="read")
def read_fixture() -> Callable[[Any], np.ndarray]:
    return read


@pytest.fixture(name="to_world")
def to_world_fixture() -> Callable[[Any, Grid], Any]:
    return to_world


@pytest.fixture
def rasterised(make: Workshop) -> Callable[..., tuple[np.ndarray, LabelRaster, Legend]]:
    """Give the ids, the facts and the legend that a scene's labels become."""

    def rasterise_all(grid: Grid, scene: Scene, **options: Any) -> tuple[np.ndarray, LabelRaster, Legend]:
        legend = legend_of([scene])
        result = rasterise(scene, grid, legend, make.path(".tif"), **options)
        return read(result.path), result, legend

    return rasterise_all


@pytest.fixture
def real() -> Callable[[str], str]:
    """Give the path of a file of the real data, or skip."""

    def find(name: str) -> str:
        if not DATA.is_dir():
            pytest.skip(f"the real data are not at {DATA}")
        return str(DATA / name)

    return find
