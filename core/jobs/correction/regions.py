"""The job of indexing the connected regions of a prediction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from ...correction.jobs import RegionsJob
from ...correction.results.region_index import make_region_index
from ...events import Events
from ...files.digest import sha256_of
from ...files.disk import START_AGAIN, disk_trouble_told
from ...files.whole_file import check_writable
from ...geodata.grid import Window
from ...geodata.raster_file import read_told
from ...prediction.raster.class_file import open_class_file


def regions(job: RegionsJob, events: Events) -> dict[str, Any]:
    """Index the connected regions of a prediction; gives the file as `out`, and how many `regions` there are."""
    check_writable(job.out)
    class_file = open_class_file(job.prediction)
    digest = sha256_of(Path(job.prediction))
    with disk_trouble_told(Path(job.prediction), START_AGAIN), rasterio.open(job.prediction) as dataset:

        def read(window: Window) -> np.ndarray:
            return read_told(dataset, job.prediction, window)

        count = make_region_index(
            read, class_file.grid.height, class_file.grid.width, digest, Path(job.out),
            lambda done: events.progress(done, "Indexing regions"),
        )  # fmt: skip
    return {"out": job.out, "regions": count}
