"""A small scene of stripes, labelled as the test wants it, with everything that a training makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.training.data.scenes import PreparedScenes, prepare_scenes
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

RECIPE = Recipe(
    model="unet", model_parameters={"width": 4, "depth": 1}, tile_px=16, stride_px=16, tiles_per_epoch=16,
    batch_size=4, epochs=2, learning_rate=0.01, gap_px=2, normalisation="mean_deviation",
)  # fmt: skip


def write_raster(path: Path, values: np.ndarray, nodata: float | None = None, **profile: Any) -> str:
    """Write a raster (B, H, W) at 10 m."""
    bands, height, width = values.shape
    given = {"crs": "EPSG:32654", "transform": Affine(10, 0, 400_000, 0, -10, 4_700_000), "nodata": nodata, **profile}
    with rasterio.open(
        path, "w", driver="GTiff", count=bands, height=height, width=width, dtype=values.dtype, **given
    ) as file:
        file.write(values)
    return str(path)


def stripes(height: int, width: int, classes: int = 2) -> np.ndarray:
    """Give ids 1…classes in stripes of 8 rows (H, W)."""
    rows = np.arange(height)[:, None] // 8 % classes + 1
    return (rows + np.zeros(width, int)).astype(np.uint8)


class Ground:
    """Makes scenes, jobs and prepared scenes in one folder, and closes them."""

    recipe = RECIPE

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[PreparedScenes] = []
        self.heard: list[dict[str, Any]] = []
        self.events = Events(self.heard.append)

    def scene(self, labels: np.ndarray | None = None, image: np.ndarray | None = None, name: str = "a") -> Scene:
        """Write labels (H, W), 0 unlabelled, and an image (B, H, W) that shows them through noise."""
        labels = stripes(64, 64) if labels is None else labels
        if image is None:
            noise = np.random.default_rng(0).normal(0, 0.3, (2, *labels.shape))
            image = (stripes(*labels.shape)[None] + noise).astype(np.float32)
        return Scene(
            (write_raster(self.folder / f"{name}.tif", image),),
            write_raster(self.folder / f"{name}_labels.tif", labels[None], nodata=0),
        )

    def job(self, *scenes: Scene, **changes: Any) -> TrainJob:
        """Make the job of training a tiny network; changes are the recipe's."""
        recipe = replace(RECIPE, **changes)
        model = str(self.folder / "m.safetensors")
        return TrainJob(scenes or (self.scene(),), model, recipe, str(self.folder / "run"), device="cpu", threads=1)

    def prepare(self, job: TrainJob | None = None, **changes: Any) -> PreparedScenes:
        """Prepare a job's scenes in the run's folder."""
        job = job or self.job(**changes)
        folder = Path(job.run_folder)
        folder.mkdir(exist_ok=True)
        self.made.append(prepare_scenes(job, folder, self.events))
        return self.made[-1]


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = Ground(tmp_path)
    yield made
    for prepared in made.made:
        prepared.close()


@pytest.fixture(name="write_raster")
def write_raster_fixture() -> Callable[..., str]:
    return write_raster


@pytest.fixture(name="stripes")
def stripes_fixture() -> Callable[..., np.ndarray]:
    return stripes
