"""A Dask cluster that the analyst has: tiles computed there, written here; machines share the files."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Optional
from uuid import uuid4

import numpy as np

from ...errors import BadInputError, MissingPackageError, OutcropError
from ...parameters import to_dict
from ..jobs import PredictJob
from ..raster.tiling import Tile, Tiling
from ..tile_reader import Batch
from .station import compute_part, tiling_numbers

_ROOT = Path(__file__).resolve().parents[3]
_PACKAGE = __name__.split(".", maxsplit=1)[0]
_ANSWER_WITHIN_S = 20
_MOST_TOGETHER = 8
_TASKS_PER_THREAD = 4
Group = tuple[Tile, ...]


class Cluster:
    """The workers behind a scheduler. A worker that dies has its tiles computed again by another one.

    Attributes:
        threads: How many tasks it does at a time.
    """

    def __init__(self, address: str, job: PredictJob, folder: Path) -> None:
        """Keep where the scheduler is.

        Args:
            address: Such as tcp://host:8786.
            job: The prediction; its files must have the same paths on every machine.
            folder: Where parts are written, on storage that all machines share.
        """
        self._address, self._folder, self._prediction = address, folder, uuid4().hex
        files: dict[str, Any] = {
            name: tuple(_absolute(path) for path in getattr(job, name)) for name in ("models", "images")
        }
        mask = _absolute(job.mask) if job.mask else ""
        self._job = replace(job, scheduler="", centre=None, resample=False, mask=mask, out=_absolute(job.out), **files)
        self.threads = 1

    def __enter__(self) -> Cluster:
        """Connect.

        Raises:
            MissingPackageError: When `distributed` isn't installed.
            BadInputError: When no scheduler answers, or it has no workers.
        """
        try:
            import cloudpickle
            from distributed import Client

            from . import binding as cluster_binding
        except ImportError as error:
            raise MissingPackageError("Dask isn't installed in this environment. Predict without a cluster.") from error
        cloudpickle.register_pickle_by_value(cluster_binding)
        try:
            self._client = Client(self._address, timeout=_ANSWER_WITHIN_S)
        except (OSError, ValueError) as error:
            raise BadInputError(
                "No scheduler answers at “{address}” ({error}). Start it, or check the address.",
                address=self._address,
                error=error,
            ) from error
        self._client.register_plugin(cluster_binding.Binding(str(_ROOT), _PACKAGE))
        self.threads = sum(self._client.nthreads().values())
        if not self.threads:
            self._client.close()
            raise BadInputError(
                "The cluster at “{address}” has no workers. Start some, on storage that all of them share.",
                address=self._address,
            )
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._client.close()

    def tiles_together(self, tiles: int) -> int:
        """Give how many tiles one task computes: enough to make asking cheap, few enough to keep all workers busy."""
        return max(1, min(_MOST_TOGETHER, tiles // (_TASKS_PER_THREAD * self.threads)))

    def starter(self, tiles: Sequence[Tile], tiling: Tiling) -> Callable[[Group], Callable[[], Path]]:
        """Give the function that has a group of tiles computed; the call that it gives waits for the part's file."""
        from distributed import CancelledError, KilledWorker

        numbers, spec = tiling_numbers(tiling), json.dumps(to_dict(self._job))
        index_of = {tile: number for number, tile in enumerate(tiles)}

        def start(group: Group) -> Callable[[], Path]:
            asked = [index_of[tile] for tile in group]
            part = str(self._folder / f"{asked[0]}.npz")
            future = self._client.submit(compute_part, self._prediction, spec, numbers, asked, part, pure=False)

            def wait() -> Path:
                try:
                    return Path(future.result())
                except (CancelledError, KilledWorker) as error:
                    raise OutcropError(
                        "The cluster lost its workers again and again at the same tiles ({error}). Look at their logs.",
                        error=error,
                    ) from error

            return wait

        return start


def read_part(path: Path, group: Group, tiles: Sequence[Tile]) -> tuple[Batch, list[np.ndarray]]:
    """Read what a task has computed for a group of tiles, all of them being `tiles`, and remove its file."""
    with np.load(path, allow_pickle=False) as part:
        kept = part["kept"].tolist()
        keep = tuple(part[f"keep_{index}"] for index in kept)
        results = [part[f"result_{index}"] for index in kept]
    path.unlink()
    return Batch(group, tuple(tiles[index] for index in kept), (), np.zeros((0, 0, 0), bool), keep), results


def _absolute(path: str) -> str:
    return path if path.startswith("/vsi") else str(Path(path).resolve())
