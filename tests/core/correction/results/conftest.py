from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.prediction import Prediction
from outcrop.core.correction.session import Session
from outcrop.core.files.digest import sha256_of
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.prediction.raster.tags import MODELS_TAG
from rasterio.crs import CRS

from tests.core.correction.conftest import LEGEND, Plain, Sparse

Predicted = Callable[..., Path]
UTM = CRS.from_epsg(32633)
CORNER = (500000.0, 4649776.0)


def grid_of(values: np.ndarray, pixel: float = 2.0, corner: tuple[float, float] = CORNER, crs: CRS = UTM) -> Grid:
    height, width = values.shape
    return Grid(width, height, Affine(pixel, 0.0, corner[0], 0.0, -pixel, corner[1]), crs)


@pytest.fixture
def predicted(tmp_path: Path) -> Predicted:
    """Write class rasters as a prediction is written."""

    def write(values: np.ndarray, name: str = "map.tif", legend: Legend = LEGEND, **place: object) -> Path:
        grid = grid_of(values, **place)  # type: ignore[arg-type]
        path = tmp_path / name
        with Outputs(Wanted(path, legend, metadata={MODELS_TAG: '[{"name": "unet"}]'}), grid) as out:
            out.write(grid.window, values, values > 0)
        return path

    return write


@contextmanager
def correcting(path: Path, values: np.ndarray, legend: Legend = LEGEND, **place: object) -> Iterator[Session]:
    """Correct a prediction in a session beside it, as `mara`."""
    where = grid_of(values, **place).pixel_grid  # type: ignore[arg-type]
    subject = Prediction(str(path), where, legend, sha256_of(path), "unet")
    file = path.with_name(f"{path.stem}_corrections.gpkg")
    with Session.open(file, subject, "mara") if file.exists() else Session.create(file, subject, "mara") as session:
        overlay = np.zeros_like(values)
        for _, value, runs in session.pixels():
            runs.paint(overlay, where.window, value)
        session.attach(Ground(where, Plain(values), Sparse(overlay), 8))
        yield session
