"""A small scene on disk, a job that trains a tiny network on it, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from rasterio.transform import from_origin

SIDE_PX = 96
WEST, NORTH = 500_000.0, 4_000_000.0
CRS = "EPSG:32633"


@dataclass(frozen=True)
class SmallScene:
    """Files of the scene, and the extents of its two halves."""

    folder: Path
    image: str
    polygons: str
    west: str
    east: str
    west_extent: tuple[float, float, float, float]
    write_polygons: Callable[..., str] = field(default_factory=lambda: write_polygons)
    write_image: Callable[..., str] = field(default_factory=lambda: write_image)


def write_polygons(path: Path, boxes: list[tuple[float, float, float, float]], kinds: list[str], crs: str = CRS) -> str:
    """Write boxes (column, row, column, row) as polygons with a field `kind`."""
    shapes = [shapely.box(WEST + left, NORTH - bottom, WEST + right, NORTH - top) for left, top, right, bottom in boxes]
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array(shapes)), [np.array(kinds, dtype=object)], np.array(["kind"]),
        geometry_type="Polygon", crs=crs, driver="GPKG",
    )  # fmt: skip
    return str(path)


def write_image(path: Path, values: np.ndarray, nodata: float | None = 0) -> str:
    """Write an image (B, H, W) at 1 m with its corner at (WEST, NORTH)."""
    profile = {
        "driver": "GTiff", "count": len(values), "height": values.shape[1], "width": values.shape[2], "crs": CRS,
        "dtype": values.dtype.name, "transform": from_origin(WEST, NORTH, 1, 1), "nodata": nodata,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(values)
    return str(path)


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> SmallScene:
    """Make the scene once."""
    folder = tmp_path_factory.mktemp("scene")
    rng = np.random.default_rng(0)
    stripes = (np.arange(SIDE_PX)[:, None] // 12 + np.zeros(SIDE_PX, int)) % 2
    base = np.where(stripes, 900, 300)[None] + rng.normal(0, 40, (3, SIDE_PX, SIDE_PX))
    image = write_image(folder / "image.tif", base.clip(1).astype(np.uint16))
    bright = [(4, row, 92, row + 12) for row in range(12, SIDE_PX, 24)]
    half = SIDE_PX / 2
    return SmallScene(
        folder, image, write_polygons(folder / "polygons.gpkg", bright, ["dike"] * len(bright)),
        write_polygons(folder / "west.gpkg", [(0, 0, half, SIDE_PX)], ["area"]),
        write_polygons(folder / "east.gpkg", [(half, 0, SIDE_PX, SIDE_PX)], ["area"]),
        (WEST, NORTH - SIDE_PX, WEST + half, NORTH),
    )  # fmt: skip


RECIPE = Recipe(
    model="unet", model_parameters={"width": 4, "depth": 1}, tile_px=16, stride_px=16, tiles_per_epoch=8,
    batch_size=4, epochs=2, learning_rate=0.01, gap_px=2,
)  # fmt: skip


class Hearing:
    """Events, and what was heard of them."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.events = Events(self.heard.append)

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.heard if event["event"] == kind]

    @property
    def epochs(self) -> list[dict[str, Any]]:
        return [event for event in self.of("metric") if "miou" in event]

    @property
    def warnings(self) -> str:
        return "\n".join(event["text"] for event in self.of("warning"))


@pytest.fixture
def hearing() -> Hearing:
    return Hearing()


@pytest.fixture
def job(scene: Any, tmp_path: Path) -> TrainJob:
    """Train a tiny network on the small scene, whose west is labelled altogether."""
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    return TrainJob((source,), str(tmp_path / "m.safetensors"), RECIPE, str(tmp_path / "run"), device="cpu", threads=1)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a training tell every step."""
    from outcrop.core.training.network import telling

    monkeypatch.setattr(telling, "_SECONDS_BETWEEN", 0.0)
