"""The prediction job: from model files and imagery to a class raster with its style."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Window
from ..geodata.stack import Stack
from ..prediction.bands import match_bands, out_of_place
from ..prediction.classifier_engine import ClassifierEngine
from ..prediction.engine import LABELS, Engine, Request
from ..prediction.members import Member, load_members, shared_legend
from ..prediction.output import ClassRaster, class_shares
from ..prediction.pipeline import run_pipeline
from ..prediction.tiling import Tile, fit
from ..whole_file import check_writable
from .events import Events
from .specs import PredictJob

_LARGEST_TILE = 1088


def predict(job: PredictJob, events: Events) -> dict[str, Any]:
    """Predict the classes of an image and write them.

    Returns:
        `out` and `style` (paths), `outputs` (path by kind), `pixels`, `seconds`, `engine`, `shares` (of the pixels, by class).

    Raises:
        BadInputError: For models, imagery or an extent that don't go together.
        CancelledError: When the job was told to stop; nothing is left under the final name.
    """
    began = time.monotonic()
    events.progress(0.0, "Loading the model")
    check_writable(job.out)
    members = load_members(job.models)
    if len(members) > 1:
        raise BadInputError("Choose one model.")
    member = members[0]
    with _open_stack(job, member, events) as stack:
        area = stack.grid.window_of(job.extent) if job.extent else stack.grid.window
        tiling = fit(area, member.margin, member.stride, job.tile_px or _LARGEST_TILE)
        engine = _open_engine(member, Request(LABELS, tiling.margin), job)
        tiles = tiling.tiles()
        with ClassRaster(Path(job.out), stack.grid.part(area), shared_legend(members)) as out:
            _run(stack, member, engine, tiles, area, out, events)
            counts = out.counts.copy()
    pixels = int(counts[1:].sum())
    return {
        "out": str(out.path), "style": str(out.style), "outputs": {"classes": str(out.path)}, "pixels": pixels,
        "seconds": time.monotonic() - began, "engine": engine.name, "shares": class_shares(out.legend, counts),
    }  # fmt: skip


def _open_stack(job: PredictJob, member: Member, events: Events) -> Stack:
    """Open the imagery with the model's bands in the model's order."""
    imagery = Path(job.images[0]).stem if job.images else ""
    with Stack(job.images, job.bands) as stack:
        order = match_bands(member.card.bands, stack.names, imagery)
        for name in out_of_place(member.card.bands, stack.names, order):
            events.warning(
                f"The model's band “{name}” is at another place in “{imagery}”; bands were taken by their position."
            )
        chosen = [f"{stack.bands[place].image + 1}:{stack.bands[place].number}" for place in order]
    return Stack(job.images, chosen)


def _open_engine(member: Member, request: Request, job: PredictJob) -> Engine:
    if not member.is_network:
        return ClassifierEngine(member.model, len(member.card.legend), request)
    from ..prediction.torch_engine import TorchEngine
    from ..training.devices import choose_device

    return TorchEngine(member.model, request, choose_device(job.device, job.threads))


def _run(
    stack: Stack, member: Member, engine: Engine, tiles: list[Tile], area: Window, out: ClassRaster, events: Events
) -> None:
    began, finished = time.monotonic(), 0

    def read(tile: Tile) -> tuple[Tile, np.ndarray, np.ndarray]:
        image, valid = stack.read(tile.read, mirrored=True)
        return tile, member.card.normalisation.apply(image, valid), valid

    def write(got: tuple[Tile, np.ndarray, np.ndarray], labels: np.ndarray) -> None:
        tile, _, valid = got
        margin = tile.core.row - tile.read.row
        inside = slice(margin, margin + tile.core.height), slice(margin, margin + tile.core.width)
        kept = labels[0, : tile.core.height, : tile.core.width] * valid[inside]
        window = Window(tile.core.row - area.row, tile.core.col - area.col, *tile.core.shape)
        out.write(window, kept.astype(np.uint8))

    def done(_: Tile) -> None:
        nonlocal finished
        finished += 1
        spent = time.monotonic() - began
        left = spent / finished * (len(tiles) - finished)
        events.progress(finished / len(tiles), f"Tile {finished} of {len(tiles)}", left)

    run_pipeline(tiles, read, lambda got: engine.start(got[1][None], got[2][None]), write, done)
