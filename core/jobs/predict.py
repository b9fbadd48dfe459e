"""The prediction job: from model files and imagery to a class raster with its style."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..errors import BadInputError
from ..events import PIXEL_SIZE, PROGRESS, Events
from ..files.unfinished import temporary_folder
from ..files.whole_file import check_writable
from ..freed_memory import freed_memory_kept
from ..geodata.grid import Grid, Window
from ..geodata.imagery import open_imagery
from ..geodata.raster_file import open_raster
from ..geodata.sources.stack_source import layer_names
from ..model.device_memory import TileTooLargeError
from ..model.members import Member, load_members
from ..model.model_card import ModelCard
from ..prediction.area import PredictionArea
from ..prediction.checks import check_disk_space, domain_warnings, pixel_size_warnings
from ..prediction.fitting.scaling import Fitted, fit_scaling
from ..prediction.jobs import PredictJob
from ..prediction.map_checks import share_warnings
from ..prediction.pipeline import run_pipeline
from ..prediction.plan import Plan, Planner
from ..prediction.raster.blending import Blender
from ..prediction.raster.lacking import Lacking
from ..prediction.raster.output import Outputs, Wanted, class_shares
from ..prediction.raster.tags import MODELS_TAG
from ..prediction.raster.threshold import Threshold, check_threshold, remembered
from ..prediction.raster.tiling import Tile, Tiling
from ..prediction.resampling import resampled
from ..prediction.tile_reader import Batch, TileReader, numbers_in, open_stack, usual_bands
from ..prediction.tile_writer import TileWriter

SUFFIX = ".tif"
_SMALLEST_TILE = 64
_EVENTS_APART_S = 0.1
_RESAMPLE_FROM = 1.02
Write = Callable[[Batch, Iterable[np.ndarray]], None]
GoOn = Callable[[object], None]


def predict(job: PredictJob, events: Events) -> dict[str, Any]:
    """Predict the classes of an image and write them.

    While it works, progress events carry `partial`, a raster file that shows what is done so far, and `done`, which
    windows of it came to that since the event before: row, column, height and width.

    Returns:
        out and style (paths), outputs (path by kind: classes, probabilities, uncertainty), pixels, seconds, engine,
        shares (of the pixels, by class name), scaling (for each model what was done to it, of `FIT_SCALING`).

    Raises:
        BadInputError: For models, imagery, mask or extent that don't go together, or a disk without room.
        OutcropError: When a file is damaged or can't be written.
        CancelledError: When the job was told to stop; nothing new is left under the final names.
    """
    began = time.monotonic()
    events.progress(0.0, "Loading the model")
    _check_out(job.out)
    members = load_members(job.models)
    legend = members[0].card.legend
    chosen = _threshold(job, [member.card for member in members], events)
    wanted = Wanted(Path(job.out), legend, job.probabilities, job.uncertainty, threshold=chosen)
    with freed_memory_kept(), _opened(job, members, wanted, events) as (source, fitted):
        members = fitted.members
        wanted = replace(wanted, metadata={MODELS_TAG: _describe(members, fitted.done)}, lacking=_lacking(source))
        work = _predict_on_cluster if job.scheduler else _predict_here
        outputs, engines = work(job, members, source, wanted, events)
    shares, pixels = class_shares(legend, outputs.counts), int(outputs.counts[1:].sum())
    for warning in share_warnings(members[0].card, shares, pixels):
        events.warning(warning)
    return {
        "out": job.out, "style": str(wanted.path.with_suffix(".qml")), "outputs": outputs.paths,
        "pixels": pixels, "seconds": time.monotonic() - began, "engine": engines,
        "shares": shares, "scaling": list(fitted.done),
    }  # fmt: skip


def _lacking(source: TileReader) -> Optional[Lacking]:
    """Give what tells which layers pixels lack; None where pixels that lack any aren't mapped."""
    stack = source.stack
    if not stack.is_masked:
        return None
    return Lacking(layer_names([one.layer for one in stack.sources]), source.lacks)


def _threshold(job: PredictJob, cards: Sequence[ModelCard], events: Events) -> Optional[Threshold]:
    """Give the threshold of one class that the job asks for, or that all of its models remember alike."""
    if job.threshold_class:
        chosen = Threshold(job.threshold_class, job.threshold)
        check_threshold(chosen, cards[0].legend)
        return chosen
    known = {remembered(card) for card in cards}
    if not job.own_threshold or len(known) != 1 or known == {None}:
        return None
    (threshold,) = known
    if threshold is not None:
        events.log(
            "“{name}” is drawn where its probability is at least {at:.3g}, as the model remembers it.",
            name=threshold.class_name,
            at=threshold.at,
        )
    return threshold


@contextmanager
def _opened(
    job: PredictJob, members: Sequence[Member], wanted: Wanted, events: Events
) -> Iterator[tuple[TileReader, Fitted]]:
    """Open the imagery, check it, and say what may go wrong; give what was done to the scaling, too."""
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder(wanted.path))
        images = [image for path in job.images for image in open_imagery(path, folder)]
        if images and (job.resample or members[0].card.works_at_its_size):
            numbers = numbers_in(0, job.bands or usual_bands(images, members))
            images[0] = _resampled(images[0], members[0].card, folder, numbers, events)
        raster, band_indices = open_stack(images, job.bands, members, events.warning)
        stack.enter_context(raster)
        area = PredictionArea(raster.grid, job.extent, job.mask, job.mask_layer)
        bands = sum(len(looks) for looks in wanted.looks().values())
        check_disk_space(wanted.path, area.window.height * area.window.width, bands)
        name = Path(images[0]).stem
        for warning in dict.fromkeys(pixel_size_warnings(members, raster.grid, name)):
            events.warning(warning, about=PIXEL_SIZE)
        known = (*raster.warnings, *area.warnings)
        for warning in dict.fromkeys((*known, *domain_warnings(members, band_indices, raster, area.window, name))):
            events.warning(warning)
        fitted = fit_scaling(job, members, band_indices, raster, events.warning)
        yield TileReader(raster, fitted.members, fitted.bands, area), fitted


def _predict_here(
    job: PredictJob, members: Sequence[Member], source: TileReader, wanted: Wanted, events: Events
) -> tuple[Outputs, str]:
    """Predict on this machine, with smaller tiles when one turns out too large for the memory."""
    planner = Planner(job, members, source, wanted.needs_probabilities, events.log)
    largest = 0
    while True:
        events.progress(0.0, "Choosing tiles and engine")
        plan = planner.plan(largest)

        def run(write: Write, go_on: GoOn, plan: Plan = plan) -> None:
            run_pipeline(
                plan.groups, source.read, plan.computation.start, write, go_on,
                readers=_readers(plan), in_flight=plan.computation.in_flight,
            )  # fmt: skip

        try:
            outputs = _written(plan.tiling, len(plan.groups), job, source, wanted, events, run)
        except TileTooLargeError as error:
            largest = max(plan.tiling.size) // 2
            if largest < _SMALLEST_TILE + 2 * plan.tiling.margin:
                raise
            events.log("{error} Going on with tiles of {largest} px.", error=error, largest=largest)
        else:
            planner.done()
            return outputs, plan.engines


def _predict_on_cluster(
    job: PredictJob, members: Sequence[Member], source: TileReader, wanted: Wanted, events: Events
) -> tuple[Outputs, str]:
    """Predict on a cluster's machines, and write here."""
    from ..prediction.cluster.client import Cluster, read_part

    planner = Planner(job, members, source, wanted.needs_probabilities, events.log)
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder(wanted.path))
        shared = replace(job, images=source.stack.images, probabilities=wanted.needs_probabilities)
        cluster = stack.enter_context(Cluster(job.scheduler, shared, folder))
        tiles = planner.tiling().tiles()
        tiling, groups = planner.cluster_plan(cluster.tiles_together(len(tiles)))

        def run(write: Write, go_on: GoOn) -> None:
            run_pipeline(
                groups, lambda group: group, cluster.starter(tiles, tiling),
                lambda group, part: write(*read_part(part, group, tiles)), go_on,
                in_flight=2 * cluster.threads,
            )  # fmt: skip

        return _written(
            tiling, len(groups), job, source, wanted, events, run
        ), f"{cluster.threads} threads of a cluster"


def _written(
    tiling: Tiling, groups: int, job: PredictJob, source: TileReader, wanted: Wanted, events: Events,
    run: Callable[[Write, GoOn], None],
) -> Outputs:  # fmt: skip
    """Open the outputs, let `run` fill them, and finish them."""
    outputs = Outputs(wanted, source.stack.grid.part(source.area.window))
    with ExitStack() as stack:
        stack.enter_context(outputs)
        blender = None
        if job.blend:
            blender = stack.enter_context(Blender(tiling, len(wanted.legend), wanted.path.parent))
        writer = TileWriter(outputs, tiling, blender)
        report = _Report(events, groups, str(outputs.partial), tiling.area)

        def write(batch: Batch, results: Iterable[np.ndarray]) -> None:
            writer.write(batch, results)
            report.written(batch.asked)

        run(write, lambda _group: events.check_cancelled())
        events.progress(1.0, "Writing the prediction")
    return outputs


class _Report:
    """Tells how far the work is and what of it can be seen, not more often than anyone can read."""

    def __init__(self, events: Events, groups: int, partial: str, area: Window) -> None:
        self._events, self._groups, self._partial, self._area = events, groups, partial, area
        self._began = self._told = time.monotonic()
        self._finished = 0
        self._new: list[tuple[int, int, int, int]] = []
        self._tell(None)

    def written(self, tiles: Iterable[Tile]) -> None:
        """Note that a group of tiles is in the file; called from the one thread that writes."""
        cores = [tile.core for tile in tiles]
        self._new += [(c.row - self._area.row, c.col - self._area.col, c.height, c.width) for c in cores]
        self._finished += 1
        now = time.monotonic()
        if self._finished in (1, self._groups) or now - self._told >= _EVENTS_APART_S:
            self._told = now
            self._tell((now - self._began) / self._finished * (self._groups - self._finished))

    def _tell(self, seconds_left: float | None) -> None:
        self._events.send(
            PROGRESS, fraction=self._finished / max(1, self._groups), text="Predicting", seconds_left=seconds_left,
            partial=self._partial, done=self._new,
        )  # fmt: skip
        self._new = []


def _check_out(out: str) -> None:
    if Path(out).suffix.lower() not in (SUFFIX, ".tiff"):
        raise BadInputError(
            "A prediction is written as GeoTIFF: give a name that ends with {suffix}, not “{name}”.",
            suffix=SUFFIX,
            name=Path(out).name,
        )
    check_writable(out)


def _resampled(image: str, card: ModelCard, folder: Path, numbers: Sequence[int], events: Events) -> str:
    """Give the image at the model's pixel size; the image itself where it has that already."""
    with open_raster(image) as dataset:
        factor = Grid.of(dataset).pixel_size_m / card.pixel_size_m
    if 1 / _RESAMPLE_FROM < factor < _RESAMPLE_FROM:
        return image
    events.log(
        "“{name}” sees the imagery at its own pixel size, {pixel_size_m:.3g} m; so is the map.",
        name=card.name,
        pixel_size_m=card.pixel_size_m,
    )
    return resampled(image, card.pixel_size_m, folder, numbers)


def _readers(plan: Plan) -> int:
    """Give how many threads read; blocks that neighbouring tiles share are decoded anew in each of them."""
    cores = os.cpu_count() or 2
    return max(1, min(8, cores // 4 if plan.computation.in_flight == 1 else cores))


def _describe(members: Sequence[Member], scaled: Sequence[str]) -> str:
    """Say which model files made a map, and how each of their models scaled the scene."""
    said: dict[str, dict[str, str]] = {}
    for member, how in zip(members, scaled):
        member_facts = said.setdefault(
            member.path, {"name": member.card.name, "file": Path(member.path).name, "scaling": how}
        )
        if how not in member_facts["scaling"].split(", "):
            member_facts["scaling"] += f", {how}"
    return json.dumps(list(said.values()), ensure_ascii=False)
