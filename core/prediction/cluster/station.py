"""The station: one worker of a cluster, with models and imagery open for the prediction that it takes part in."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from ...files.whole_file import whole_file
from ...geodata.grid import Window
from ...model.members import load_members
from ...parameters import from_dict
from ..area import PredictionArea
from ..fitting.scaling import fit_scaling
from ..jobs import PredictJob
from ..pipeline import run_pipeline
from ..plan import Planner
from ..raster.tiling import Tiling
from ..tile_reader import Batch, TileReader, open_stack

_ONE_AT_A_TIME = threading.Lock()
Numbers = tuple[int, ...]


class Station:
    """Models, imagery and engines of one prediction, kept open from task to task."""

    def __init__(self, job: PredictJob, tiling: Tiling) -> None:
        """Open everything that tiles are computed with."""
        members = load_members(job.models)
        stack, band_indices = open_stack(job.images, job.bands, members, lambda _text: None)
        fitted = fit_scaling(job, members, band_indices, stack, lambda _text: None)
        self._source = TileReader(
            stack, fitted.members, fitted.bands, PredictionArea(stack.grid, job.extent, job.mask, job.mask_layer)
        )
        planner = Planner(job, fitted.members, self._source, job.probabilities or job.uncertainty, lambda _text: None)
        self._computation = planner.steady_computation(tiling)
        self._tiles = tiling.tiles()

    def compute(self, indices: Sequence[int]) -> dict[str, np.ndarray]:
        """Compute tiles by their numbers.

        Returns:
            `kept`: the numbers of those in which there was something; `keep_…` and `result_…` by number.
        """
        arrays: dict[str, np.ndarray] = {}
        kept: list[int] = []

        def read(index: int) -> tuple[int, Batch]:
            return index, self._source.read([self._tiles[index]])

        def start(got: tuple[int, Batch]) -> Callable[[], np.ndarray]:
            return self._computation.start(got[1])

        def write(got: tuple[int, Batch], results: np.ndarray) -> None:
            index, batch = got
            for keep, result in zip(batch.keep, results):
                kept.append(index)
                arrays[f"keep_{index}"], arrays[f"result_{index}"] = keep, result

        run_pipeline(indices, read, start, write, lambda _place: None)
        return {"kept": np.array(kept, np.int64), **arrays}


def compute_part(prediction: str, job_json: str, tiling: Sequence[int], indices: Sequence[int], part: str) -> str:
    """Compute tiles of a prediction and write them into a part file (`.npz`), whole or not at all.

    One task at a time uses a worker's process: engines are not made for more.

    Args:
        prediction: Tells this prediction from all others: the same job finds other files when it is run again.
        job_json: The prediction job as JSON.
        tiling: What `tiling_numbers` gave.
        indices: Numbers of the tiles, row by row.
        part: The file to write.

    Returns:
        The file.
    """
    with _ONE_AT_A_TIME:
        arrays = _station(prediction, job_json, tuple(tiling)).compute(indices)
    with whole_file(part) as partial:
        np.savez(partial, **arrays)  # type: ignore[arg-type]
    return part


def tiling_numbers(tiling: Tiling) -> list[int]:
    """Give a tiling as plain numbers."""
    area = tiling.area
    return [area.row, area.col, area.height, area.width, *tiling.origin, tiling.margin, *tiling.core]


@lru_cache(maxsize=1)
def _station(_prediction: str, job_json: str, numbers: Numbers) -> Station:
    tiling = Tiling(Window(*numbers[:4]), (numbers[4], numbers[5]), numbers[6], (numbers[7], numbers[8]))
    return Station(from_dict(PredictJob, json.loads(job_json)), tiling)
