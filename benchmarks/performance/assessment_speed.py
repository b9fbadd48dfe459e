"""How fast, and in how much memory, a map of 10,000 × 10,000 pixels is assessed.

Run it with the worker's Python on a quiet machine. Goal: 20 Mpx/s on two cores, memory independent of the size. Every
size has a process of its own, and the maps are written by another one, so that the memory told is that of assessing.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.events import Events
from outcrop.core.jobs.evaluate import evaluate
from outcrop.core.jobs.execution import SETTINGS
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import LEGEND_TAG


def write(path: Path, side: int, seed: int, legend: Legend | None = None) -> None:
    """Write a raster of classes in patches, as maps are."""
    random = np.random.default_rng(seed)
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "uint8", "nodata": 0,
        "crs": "EPSG:32633", "transform": Affine(10, 0, 5e5, 0, -10, 5e6), "tiled": True, "blockxsize": 512,
        "blockysize": 512, "compress": "deflate",
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as dataset:
        if legend is not None:
            dataset.update_tags(**{LEGEND_TAG: json.dumps(legend.to_dicts())})
        for _, window in dataset.block_windows(1):
            coarse = random.integers(1, 7, (window.height // 16 + 1, window.width // 16 + 1), dtype=np.uint8)
            patches = np.kron(coarse, np.ones((16, 16), np.uint8))[: window.height, : window.width]
            dataset.write(patches, 1, window=window)


def write_both(folder: Path, side: int) -> None:
    """Write a map and the labels it is compared with."""
    write(folder / "p.tif", side, 1, Legend.from_names([str(number) for number in range(1, 7)]))
    write(folder / "l.tif", side, 2)


def assess(folder: Path, side: int) -> None:
    """Assess a map and print speed and memory."""
    start = time.perf_counter()
    evaluate(EvaluateJob(str(folder / "p.tif"), str(folder / "l.tif")), Events())
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{side:,}²: {seconds:.1f} s, {side * side / seconds / 1e6:.0f} Mpx/s, {memory:.0f} MB at most", flush=True)


def main() -> None:
    """Assess maps of several sizes."""
    os.environ.update(SETTINGS)
    fresh = multiprocessing.get_context("spawn")
    for side in [int(word) for word in sys.argv[1:]] or [2500, 5000, 10_000, 20_000]:
        with tempfile.TemporaryDirectory() as folder:
            for work in (write_both, assess):
                process = fresh.Process(target=work, args=(Path(folder), side))
                process.start()
                process.join()


if __name__ == "__main__":
    main()
