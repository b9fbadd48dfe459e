from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import numpy as np
import pytest
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.prediction import Prediction
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import PixelGrid, Window
from outcrop.core.labels.legend import Legend
from rasterio.crs import CRS

LEGEND = Legend.from_names(["background", "dike", "pond", "schist"])
UTM = CRS.from_epsg(32633).to_wkt()
TILE = 8


def place_of(height: int, width: int, crs: str = UTM) -> PixelGrid:
    return PixelGrid(width, height, (500000.0, 2.0, 0.0, 4649776.0, 0.0, -2.0), crs)


@dataclass
class Plain:
    """A raster in memory."""

    values: np.ndarray

    def read(self, window: Window) -> np.ndarray:
        rows, cols = window.slices()
        part = self.values[rows, cols].copy()
        assert part.shape == window.shape, "a window outside the raster was asked for"
        return part


@dataclass
class Sparse(Plain):
    """An overlay in memory, which knows what was written."""

    written: np.ndarray = field(init=False)
    fails: Optional[Exception] = None
    flushed: int = 0

    def __post_init__(self) -> None:
        self.written = self.values != 0

    def read(self, window: Window) -> Optional[np.ndarray]:  # type: ignore[override]
        found = super().read(window)
        return found if self.written[window.slices()].any() else None

    def write(self, window: Window, values: np.ndarray) -> None:
        if self.fails is not None:
            raise self.fails
        self.values[window.slices()] = values
        self.written[window.slices()] = True

    def flush(self) -> None:
        self.flushed += 1


def ground_of(prediction: np.ndarray) -> Ground:
    return Ground(place_of(*prediction.shape), Plain(prediction), Sparse(np.zeros_like(prediction)), TILE)


def subject_of(prediction: np.ndarray, name: str = "map.tif", digest: str = "a" * 64) -> Prediction:
    return Prediction(f"/somewhere/{name}", place_of(*prediction.shape), LEGEND, digest, "unet")


@pytest.fixture
def scene() -> np.ndarray:
    values = np.random.default_rng(3).integers(1, 5, (20, 30), np.uint8)
    values[:, 26:] = 0
    return values


@pytest.fixture
def ground(scene: np.ndarray) -> Ground:
    return ground_of(scene)


@pytest.fixture
def session(tmp_path: Path, scene: np.ndarray, ground: Ground):  # noqa: ANN201
    with Session.create(tmp_path / "map_corrections.gpkg", subject_of(scene), "mara") as made:
        made.attach(ground)
        yield made
