"""The split: which labelled pixels train, which validate, which test, and which are left unused between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Optional

import numpy as np
import rasterio

from ...geodata.grid import Window
from ...geodata.longitudes import facing
from ...message import Message, joined
from ..class_raster import BLOCK_PX, class_raster
from ..label_layer import LabelPolygons
from ..parts import PART_COLOURS, PART_NAMES, SEVERAL, TEST, TRAINING, UNUSED, VALIDATION
from .kept import KeptSplit, plan_kept
from .kinds import KINDS
from .reach import Ground
from .settings import SplitSettings
from .split_plan import SplitPlan, SplitTask, nothing_held, plan

_MUCH = 0.25


@dataclass(frozen=True)
class Split:
    """A split that was written.

    Attributes:
        kind: The kind that was possible; it may be another than the settings', and then a warning says why.
        paths: One raster for each scene: 0 unused, 1 training, 2 validation, 3 test, 4 several parts.
        tile_windows: For random tiles, each part's tiles by its code, for each scene; else empty.
        counts: Pixels by part and class name.
        warnings: What could not be done as asked, and which class a part lacks.
        description: One sentence for the model card and the report.
        block_px: Side of the blocks, where there are any.
        origins: Row and column of each scene's first block.
        all_over: Whether labels lie all over the ground to map, and what is held back is as near to others as that.
    """

    kind: str
    paths: tuple[Path, ...]
    counts: dict[str, dict[str, int]]
    description: str
    warnings: tuple[str, ...] = ()
    tile_windows: tuple[dict[int, tuple[Window, ...]], ...] = field(default=(), repr=False)
    block_px: Optional[int] = None
    origins: tuple[tuple[int, int], ...] = ()
    all_over: bool = False

    @property
    def leaks(self) -> bool:
        """Whether pixels that train can validate too, so that measures are too good."""
        return self.kind == "random_tiles"

    def pixels(self, part: int) -> int:
        """Give the number of labelled pixels of a part, by its code."""
        return sum(self.counts[PART_NAMES[part]].values())


def split_labels(
    label_rasters: Sequence[Path],
    settings: SplitSettings,
    seed: int,
    folder: Path,
    polygons: Sequence[Optional[LabelPolygons]] = (),
    kept: Optional[KeptSplit] = None,
    grounds: Sequence[Ground] = (),
) -> Split:
    """Part the labelled pixels of some scenes and write a raster for each: `split.tif`, or `split_1.tif` and so on.

    Where the settings' kind of split isn't possible, the next best is taken, and a warning says so.

    Args:
        label_rasters: The scenes' label rasters.
        settings: Kind of split, shares, sizes.
        seed: The same seed gives the same split.
        folder: Where the rasters go.
        polygons: What `LabelRaster.polygons` holds for each scene; needed to split by polygons.
        kept: An earlier split of the same scenes: its places stay in their parts.
        grounds: Where each scene has values; without, everywhere.
    """
    nothing = (None,) * len(label_rasters)
    paths_of_labels = tuple(Path(path) for path in label_rasters)
    task = SplitTask(paths_of_labels, settings, seed, tuple(polygons) or nothing, tuple(grounds) or nothing)
    asked = settings.split if len(task.shares) > 1 else "none"
    planned, paths, counts, reasons = _first_possible(task, asked, Path(folder), kept)
    warnings = (
        *_fallback(asked, planned, reasons),
        *_missing_classes(task, counts),
        *_wide_gap(planned, counts),
        *_leaks(task, planned),
    )
    return Split(
        planned.kind,
        paths,
        _named(task, counts),
        _description(task, planned, counts),
        warnings,
        planned.tiles,
        planned.block_px,
        planned.origins,
        planned.all_over,
    )


def _first_possible(
    task: SplitTask, asked: str, folder: Path, kept: Optional[KeptSplit]
) -> tuple[SplitPlan, tuple[Path, ...], np.ndarray, list[str]]:
    """Write the first split that is possible; give it, its rasters, its pixels, and why those before it weren't."""
    reasons: list[str] = []
    plans = [(kind, partial(plan, task, kind)) for kind in KINDS[asked].tried]
    if kept is not None and kept.kind in KINDS[asked].tried and kept.fits(task):
        plans.insert(0, (kept.kind, partial(plan_kept, task, kept)))
    for _kind, make in plans:
        planned = make()
        if isinstance(planned, str):
            reasons.append(planned)
            continue
        paths, counts = _write(task, planned, folder)
        lacking = _lacking_part(task, counts)
        if not lacking:
            return planned, paths, counts, reasons
        reasons.append(lacking)
    return nothing_held(task), *_write(task, nothing_held(task), folder), reasons


def _write(task: SplitTask, planned: SplitPlan, folder: Path) -> tuple[tuple[Path, ...], np.ndarray]:
    """Write the rasters; give their paths and the pixels of each part code and class (parts, C + 1)."""
    many = len(task.labels) > 1
    paths = tuple(
        folder / (f"split_{number}.tif" if many else "split.tif") for number in range(1, len(task.labels) + 1)
    )
    width = len(task.names) + 1
    counts = np.zeros(len(PART_NAMES) * width, np.int64)
    names, colours = dict(enumerate(PART_NAMES)), dict(enumerate(PART_COLOURS))
    for scene, (path, source) in enumerate(zip(paths, task.labels)):
        with rasterio.open(source) as labels, class_raster(path, task.grids[scene], names, colours, "parts") as dataset:
            for window in task.grids[scene].blocks(BLOCK_PX):
                block = labels.read(1, window=window.rasterio())
                if block.any():
                    parts = _parts(planned, labels, scene, window)
                    counts += np.bincount((parts.astype(np.int64) * width + block).ravel(), minlength=len(counts))
                    dataset.write(parts, 1, window=window.rasterio())
    return paths, counts.reshape(len(PART_NAMES), width)


def _parts(planned: SplitPlan, labels: Any, scene: int, window: Window) -> np.ndarray:
    """Give the part of each labelled pixel (H, W), 0 in the gap between parts and where nothing is labelled."""
    wide = window.padded(planned.gap_px).clipped(labels.height, labels.width)
    parts = planned.parts.read(scene, wide)
    parts[labels.read(1, window=wide.rasterio()) == 0] = UNUSED
    for held, others in ((parts >= VALIDATION, TRAINING), (parts == TEST, VALIDATION)) if planned.gap_px else ():
        same = parts == others
        if held.any() and same.any():
            parts[same & _near(held, planned.gap_px)] = UNUSED
    row, col = window.row - wide.row, window.col - wide.col
    return parts[row : row + window.height, col : col + window.width]


def _near(mask: np.ndarray, distance: int) -> np.ndarray:
    """Say which pixels have one of the mask's within a distance along rows and along columns."""
    near = mask
    for axis, length in enumerate(mask.shape):
        sums = np.insert(near.cumsum(axis=axis, dtype=np.int32), 0, 0, axis=axis)
        index = np.arange(length)
        first, end = np.maximum(index - distance, 0), np.minimum(index + distance + 1, length)
        near = sums.take(end, axis=axis) > sums.take(first, axis=axis)
    return near


def _lacking_part(task: SplitTask, counts: np.ndarray) -> str:
    """Say which part that was asked for is empty, if one is."""
    for code in (TRAINING, VALIDATION):
        if code in task.shares and not counts[code].any() and not counts[SEVERAL].any():
            return Message("the {part} part would be empty", part=Message(PART_NAMES[code]))
    return ""


def _fallback(asked: str, planned: SplitPlan, reasons: Sequence[str]) -> tuple[str, ...]:
    if planned.kind == asked or not reasons:
        return ()
    return (
        Message(
            (
                "With these labels {asked} isn't possible: {why}. Taken instead: {done}. Draw polygons in more places "
                "to change that."
            ),
            asked=Message(KINDS[asked].text),
            why=joined(dict.fromkeys(reasons), "; "),
            done=Message(KINDS[planned.kind].text),
        ),
    )


def _missing_classes(task: SplitTask, counts: np.ndarray) -> tuple[str, ...]:
    """Warn of every class that has labels and yet lacks a part."""
    missing = []
    parts = task.shares if counts[VALIDATION : SEVERAL + 1].any() else {}
    for number, name in enumerate(task.names, start=1):
        total = int(counts[:, number].sum())
        for code in parts if total else ():
            if not counts[code, number] and not counts[SEVERAL, number]:
                text = (
                    "Class “{name}” ({total} px) has none in the {part} part, so it can't be learnt. "
                    "Draw more of it in other places."
                    if code == TRAINING
                    else "Class “{name}” ({total} px) has none in the {part} part, so it isn't measured there. "
                    "Draw more of it in other places."
                )
                missing.append(Message(text, name=name, total=total, part=Message(PART_NAMES[code])))
    return tuple(missing)


def _wide_gap(planned: SplitPlan, counts: np.ndarray) -> tuple[str, ...]:
    """Warn where the gap costs much of the labels."""
    unused = counts[UNUSED, 1:].sum() / counts[:, 1:].sum()
    if not planned.gap_px or unused <= _MUCH:
        return ()
    return (
        Message(
            "The gap of {gap_px} px between parts leaves {share:.0f} % of the labelled pixels "
            "unused. A narrower one leaves fewer.",
            gap_px=planned.gap_px,
            share=100 * unused,
        ),
    )


def _leaks(task: SplitTask, planned: SplitPlan) -> tuple[str, ...]:
    if planned.kind == "random_tiles":
        return (Message("Random tiles share pixels between training and validation: measures come out too good."),)
    firsts = [task.grids[group[0]] for group in task.groups]
    if (
        len(task.shares) > 1
        and planned.kind != "none"
        and any(facing(one, other) for index, one in enumerate(firsts) for other in firsts[:index])
    ):
        return (Message("Scenes overlap on the ground, so a place can train in one and validate in another."),)
    return ()


def _named(task: SplitTask, counts: np.ndarray) -> dict[str, dict[str, int]]:
    return {
        part: {name: int(counts[code, number]) for number, name in enumerate(task.names, start=1)}
        for code, part in enumerate(PART_NAMES)
    }


def _description(task: SplitTask, planned: SplitPlan, counts: np.ndarray) -> str:
    if planned.kind == "none":
        return Message("Nothing was held back: measures are of the training pixels themselves.")
    if planned.kind == "random_tiles":
        return Message(
            "{sentence} (seed {seed}) – leaks: for reproduction only.", sentence=planned.sentence, seed=task.seed
        )
    pixels = counts[:, 1:].sum(axis=1)
    used = pixels[TRAINING : TEST + 1].sum()
    told = [
        Message("{share:.0f} % {part}", share=100 * pixels[code] / used, part=Message(PART_NAMES[code]))
        for code in task.shares
    ]
    return Message(
        "{sentence}: {shares} of the labelled pixels used (seed {seed}).",
        sentence=planned.sentence,
        shares=joined(told, ", "),
        seed=task.seed,
    )
