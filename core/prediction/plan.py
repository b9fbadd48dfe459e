"""The plan: members, tiles, engines and their order for one prediction, decided before the first pixel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Callable, Optional

import numpy as np

from ..geodata.grid import Window
from ..model.classifier_device import classifier_device
from ..model.members import Member
from .computation import SYMMETRIES, Computation, Vote
from .engines.classifier_engine import ClassifierEngine
from .engines.computed import computed_mpx, note_computed
from .engines.engine import LABELS, PROBABILITIES, Engine, EngineRequest
from .engines.engine_choice import Work, choose_engine
from .engines.graph_engine import GraphEngine
from .engines.kept import BorrowedEngines
from .engines.opening import open_network_engine
from .raster.blending import seam_of
from .raster.tiling import Tile, Tiling, fit, outwards
from .tile_reader import TileReader
from .tile_size import largest_tile

if TYPE_CHECKING:
    from ..model.devices import Device
    from .jobs import PredictJob

_PROBE_PX = 512
_PROBES = 9
_LEAST_HEIGHT_PX = 512
_ROWS_KEPT_BYTES = 192 << 20
"""Of GDAL's cache of 256 MB: unpacked rows are kept from one tile to the next beside it."""


@dataclass(frozen=True)
class Plan:
    """How a prediction goes.

    Attributes:
        tiling: The tiles.
        groups: Tiles that are computed together, in order.
        computation: What computes them.
        blend: Whether neighbouring tiles are faded into each other.
        engines: What the engines are called.
    """

    tiling: Tiling
    groups: tuple[tuple[Tile, ...], ...]
    computation: Computation
    blend: bool
    engines: str


class Planner:
    """Makes the plan of one job."""

    def __init__(
        self,
        job: PredictJob,
        members: Sequence[Member],
        source: TileReader,
        needs_probabilities: bool,
        tell: Callable[[str], None],
    ) -> None:
        self._job, self._members, self._source, self._tell = job, tuple(members), source, tell
        several = len(members) > 1 or job.test_time_augmentation or job.blend
        is_shifted = any(member.card.class_factors for member in members)
        self._kind = PROBABILITIES if needs_probabilities or several or is_shifted else LABELS
        self._borrowed = BorrowedEngines()
        self._mpx = 0.0

    def plan(self, largest: int = 0) -> Plan:
        """Decide everything.

        Args:
            largest: The largest side of a tile; 0 chooses it.

        Raises:
            BadInputError: For a device or engine that isn't there.
        """
        job = self._job
        tiling = self.tiling(largest)
        names = self._names(tiling)
        tiling = self.tiling(largest, names)
        tiles = self._ordered(tiling)
        self._borrowed.drop()
        engines = self._engines(tiling, names, self._borrowed)
        computation = self._computation(engines)
        batch = 1 if job.blend else job.batch_size or self._found_batch(engines, tiles)
        called = " + ".join(sorted({engine.name for engine in engines}))
        return Plan(tiling, _grouped(tiles, batch), computation, job.blend, called)

    def cluster_plan(self, tiles_together: int) -> tuple[Tiling, tuple[tuple[Tile, ...], ...]]:
        """Decide the tiles alone, as many together as one task of a cluster computes."""
        tiling = self.tiling()
        return tiling, _grouped(self._ordered(tiling), tiles_together)

    def steady_computation(self, tiling: Tiling) -> Computation:
        """Open engines that are the same on every machine of a kind: those asked for, or torch."""
        engines = self._engines(tiling, self._names(tiling, measuring=False))
        return self._computation(engines)

    def _computation(self, engines: Sequence[Engine]) -> Computation:
        """Give what computes with engines, and what is done to each member's probabilities where it matters."""
        members = self._members if self._kind == PROBABILITIES else ()
        votes = [
            Vote(member.card.temperature, member.weight, member.card.class_factors, member.looks_around)
            for member in members
        ]
        return Computation(engines, self._job.test_time_augmentation, votes)

    def tiling(self, largest: int = 0, engines: Sequence[str] = ()) -> Tiling:
        """Fit tiles to the area; `largest` is the largest side, 0 chooses it, by the `engines` where they are known."""
        job, members = self._job, self._members
        stride = math.lcm(*[member.stride for member in members])
        margin = math.ceil(max(member.margin for member in members) / stride) * stride
        if not largest:
            probabilities, area = self._kind == PROBABILITIES, self._source.area.window
            largest = job.tile_px or largest_tile(
                members, margin, job.centre is not None, probabilities, engines, float(area.height * area.width)
            )
        tallest = 0 if job.tile_px else self._tallest
        return fit(self._source.area.window, margin, stride, largest, job.test_time_augmentation, tallest)

    @cached_property
    def _tallest(self) -> int:
        """How tall tiles may be for GDAL to keep the rows of pixels that they are read from; 0 where it keeps all."""
        row_bytes = sum(self._source.stack.row_bytes.values())
        kept = max(_LEAST_HEIGHT_PX, _ROWS_KEPT_BYTES // max(1, row_bytes))
        return kept if kept < self._source.area.window.height else 0

    def _ordered(self, tiling: Tiling) -> list[Tile]:
        job, area = self._job, self._source.area
        tiles = [tile for tile in tiling.tiles() if job.blend or area.touches(tile.core)]
        if job.centre is None or job.blend:
            return tiles
        col, row = ~self._source.stack.grid.transform @ job.centre
        return outwards(tiles, row, col, by_rows=bool(self._tallest))

    def _names(self, tiling: Tiling, measuring: bool = True) -> list[str]:
        """Name every member's engine, "" where there is no choice; without measuring, those that need none."""
        tiles = self._ordered(tiling) if measuring else []
        passes = len(SYMMETRIES) if self._job.test_time_augmentation else 1
        self._mpx = passes * len(tiles) * tiling.size[0] * tiling.size[1] / 1e6
        return [self._name(number, tiling) for number in range(len(self._members))]

    def _name(self, number: int, tiling: Tiling) -> str:
        member, job, device = self._members[number], self._job, self._device
        if device is None or not member.is_network:
            return ""
        crop, stride = self._crop(tiling), member.stride
        smallest = math.ceil((2 * crop + stride) / stride) * stride
        probe_px = max(smallest, min(_PROBE_PX, *tiling.size) // stride * stride)

        def sample(side: int) -> tuple[np.ndarray, np.ndarray]:
            return self._sample(number, tiling, side)

        work = Work(self._mpx + computed_mpx(member.model), job.centre is not None, probe_px, sample)
        return choose_engine(job.engine, member, self._request(member, tiling), device, work, self._tell)

    def done(self) -> None:
        """Leave the plan's engines open for the next prediction, and count what they computed."""
        self._borrowed.give_back()
        for member in self._members:
            if member.is_network:
                note_computed(member.model, self._mpx)

    def _engines(
        self, tiling: Tiling, names: Sequence[str], borrowed: Optional[BorrowedEngines] = None
    ) -> list[Engine]:
        """Open every member's engine, or take those that were left open."""
        if borrowed is None:
            return [self._engine(member, name, tiling) for member, name in zip(self._members, names)]
        device = self._device
        computing: tuple[object, ...] = (self._job.device, self._job.threads)
        if device is not None:
            import torch

            computing = str(device.torch), str(device.precision), torch.get_num_threads()
        return [
            borrowed.get(
                member.model,
                (name, member.card.name, member.margin, self._request(member, tiling), computing),
                lambda member=member, name=name: self._engine(member, name, tiling),  # type: ignore[misc]
            )
            for member, name in zip(self._members, names)
        ]

    def _engine(self, member: Member, name: str, tiling: Tiling) -> Engine:
        job, request = self._job, self._request(member, tiling)
        if member.is_graph:
            return GraphEngine(
                member.model, member.card.name, len(member.card.legend), member.margin, request, job.threads
            )
        if self._device is None or not member.is_network:
            device = classifier_device(job.device, job.threads)
            return ClassifierEngine(member.model, len(member.card.legend), request, device)
        return open_network_engine(name, member, request, self._device)

    def _request(self, member: Member, tiling: Tiling) -> EngineRequest:
        shape = len(member.card.bands), *tiling.size
        return EngineRequest(self._kind, self._crop(tiling), shape, self._job.batch_size or 1)

    def _crop(self, tiling: Tiling) -> int:
        return tiling.margin - (seam_of(tiling) if self._job.blend else 0)

    @cached_property
    def _device(self) -> Optional[Device]:
        if not any(member.is_network for member in self._members):
            return None
        from ..model.devices import choose_device

        return choose_device(self._job.device, self._job.threads)

    def _sample(self, number: int, tiling: Tiling, side: int) -> tuple[np.ndarray, np.ndarray]:
        """Give a piece of the imagery as a member sees it, from the tile with the most valid pixels of a few."""
        tiles = tiling.tiles()
        indices = np.unique(np.linspace(0, len(tiles) - 1, min(_PROBES, len(tiles))).astype(int)).tolist()
        cores = [tiles[index].core for index in indices]
        windows = [Window(c.row + (c.height - side) // 2, c.col + (c.width - side) // 2, side, side) for c in cores]
        best = max(map(self._source.read_square, windows), key=lambda batch: batch.valid.mean())
        return best.images[number], best.valid

    def _found_batch(self, engines: Sequence[Engine], tiles: Sequence[Tile]) -> int:
        """Give the number of tiles to compute together: what fits a GPU, 1 on a CPU, where more brings nothing."""
        finders = [getattr(engine, "find_batch", None) for engine in engines]
        if not tiles or any(find is None for find in finders):
            return 1
        batch = self._source.read_square(tiles[0].read)
        return min(find(images[0]) for find, images in zip(finders, batch.images) if find is not None)


def _grouped(tiles: Sequence[Tile], count: int) -> tuple[tuple[Tile, ...], ...]:
    return tuple(tuple(tiles[first : first + count]) for first in range(0, len(tiles), count))
