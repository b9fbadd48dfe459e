"""The job that chooses where to look next: two kinds of model on the same labels, and where they disagree."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ...comparison.map_classes import MapClasses
from ...errors import BadInputError
from ...events import Events
from ...files.unfinished import temporary_folder
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
from ...geodata.vector.geopackage import add_rows
from ...geodata.vector.kept_layer import read_so_far
from ...labels.names.spelling import Spellings
from ...model.members import Member, load_members
from ...prediction.raster.uncertainty import closeness
from ...review.choice import Served, choose, noise_of, rarity
from ...review.fields import (
    COL,
    LAYER,
    NUMBER,
    PREDICTION,
    PROBABILITY,
    REVIEWED_AT,
    REVIEWED_BY,
    ROUND,
    ROW,
    SCORE,
    SIDE,
    VERDICT,
)
from ...review.jobs import NextTilesJob
from ...training.settings.jobs import TrainJob
from ...training.settings.recipe import Recipe
from ..training.train import train
from .audit import Audit

MOST_CANDIDATES = 1500
"""Of larger maps so many tiles are looked at, drawn at random."""
_UNSURE_WEIGHT = 0.5
_OTHER_MODEL, _OTHER_PARAMETERS = "logistic_regression", {"scales": 2, "samples_at_most": 20_000}
_COLUMNS = (NUMBER, ROUND, SCORE, PROBABILITY, VERDICT, REVIEWED_BY, REVIEWED_AT, PREDICTION, ROW, COL, SIDE)


@dataclass(frozen=True)
class _Scan:
    """What was seen of the candidates.

    Attributes:
        windows: Where they are.
        shares: The shares of the map's classes (N, C), as map and second model have them in the mean.
        disagreement: The share of pixels on which the two don't agree (N,).
        unsure: How unsure the second model is (N,).
    """

    windows: list[Window]
    shares: np.ndarray
    disagreement: np.ndarray
    unsure: np.ndarray


def next_tiles(job: NextTilesJob, events: Events) -> dict[str, Any]:
    """Choose the next round of tiles.

    Those count where the map and a logistic regression on the same labels disagree, and where that is unsure, the more
    the rarer the classes are that they hold. Every tile's chance to be chosen is kept with it.

    Returns:
        out, layer, tiles and audit (how many of both were added) and round.

    Raises:
        BadInputError: For a file that is no prediction, labels that can't be learned from, or a map without a tile.
    """
    before = read_so_far(job.out, LAYER, _COLUMNS)
    shapes, rows = before.wkb, before.columns
    number = int(rows[ROUND].max()) + 1 if len(shapes) else 0
    rng = np.random.default_rng([job.seed, number])
    with temporary_folder() as folder, closing(MapClasses(job.prediction)) as mapped:
        other = _other_model(job, Path(folder), events)
        with Stack(job.scene.images, job.scene.bands, job.scene.sources) as stack:
            candidates, share = _candidates(mapped.grid, job, rng)
            scan = _scan(candidates, mapped, stack, _offset(stack.grid, mapped.grid), other, events)
        if not scan.windows:
            raise BadInputError("“{prediction}” has no tile with classes to look at.", prediction=job.prediction)
        served, scores = _served(scan, number, job, _taken(shapes, mapped.grid) / job.side, rng)
        audit = Audit(job.out, mapped, events)
        drawn = audit.draw(job.audit, rng)
        numbers = _last_number(rows, audit) + 1 + rng.permutation(len(served.tiles) + len(drawn.rows))
        tiles, audited = np.split(numbers, [len(served.tiles)])
        _write(job, mapped.grid, scan.windows, served, scores, share, number, np.sort(tiles))
        audit.write(drawn, audited)
    return {"out": job.out, "layer": LAYER, "tiles": len(served.tiles), "audit": len(audited), "round": number}


def _other_model(job: NextTilesJob, folder: Path, events: Events) -> Member:
    """Fit the second kind of model to the same labels."""
    recipe = Recipe(model=_OTHER_MODEL, model_parameters=dict(_OTHER_PARAMETERS), split="none")
    file = folder / "other.safetensors"
    events.progress(0.0, "Learning a second model")
    train(TrainJob((job.scene,), str(file), recipe, str(folder / "run"), device="cpu", seed=job.seed), events.silent())
    return load_members([str(file)])[0]


def _candidates(grid: Grid, job: NextTilesJob, rng: np.random.Generator) -> tuple[list[Window], float]:
    """Give the tiles to look at, and the chance that each tile of the map had to be among them."""
    whole = [window for window in grid.blocks(job.side) if min(window.shape) * 2 >= job.side]
    if len(whole) <= MOST_CANDIDATES:
        return whole, 1.0
    chosen = np.sort(rng.choice(len(whole), MOST_CANDIDATES, replace=False))
    return [whole[index] for index in chosen], MOST_CANDIDATES / len(whole)


def _offset(imagery: Grid, mapped: Grid) -> tuple[int, int]:
    """Give the row and column of the imagery at which the map begins.

    Raises:
        BadInputError: When they have other pixels.
    """
    left, top = ~imagery.transform @ (mapped.transform.c, mapped.transform.f)
    row, col = round(top), round(left)
    moved = Grid(mapped.width, mapped.height, imagery.transform @ imagery.transform.translation(col, row), imagery.crs)
    if not moved.same_as(mapped):
        raise BadInputError("The map has other pixels than the imagery. Choose the imagery that it was made from.")
    return row, col


def _scan(
    windows: list[Window], mapped: MapClasses, stack: Stack, offset: tuple[int, int], other: Member, events: Events
) -> _Scan:
    """Look at every candidate that has classes."""
    classes = len(mapped.legend)
    numbers = map(Spellings(mapped.legend.names).number, other.card.legend.names)
    table = np.array([0, *numbers], np.uint8)
    margin, kept, measures = int(other.model.margin_px), [], []
    for number, window in enumerate(windows):
        events.progress(0.1 + 0.9 * number / len(windows), "Looking at the tiles")
        ids = mapped.read(window)
        shifted = replace(window, row=window.row + offset[0], col=window.col + offset[1])
        image, valid = stack.read(shifted.padded(margin), mirrored=True)
        inner = (slice(margin, margin + window.height), slice(margin, margin + window.width))
        known = valid[inner] & (ids > 0)
        if known.sum() * 2 < known.size:
            continue
        features = other.model.features(other.card.normalisation.apply(image, valid), valid)[:, inner[0], inner[1]]
        samples = np.ascontiguousarray(features[:, known].T)
        shares = other.model.probabilities(samples)
        differs = table[shares.argmax(axis=1) + 1] != ids[known]
        seen = np.bincount(ids[known], minlength=classes + 1) / known.sum()
        seen += np.bincount(table[1:], shares.mean(axis=0), classes + 1)  # by the map's ids; what it lacks is 0
        kept.append(window)
        measures.append(
            (
                seen[1:] / 2, differs.mean(),
                closeness(shares.T).mean(),
            )
        )  # fmt: skip
    columns = [np.array(column) for column in zip(*measures)] if measures else [np.zeros((0, 1))] * 3
    return _Scan(kept, *columns)


def _served(
    scan: _Scan, number: int, job: NextTilesJob, taken: np.ndarray, rng: np.random.Generator
) -> tuple[Served, np.ndarray]:
    """Choose among the candidates; give the choice and their scores."""
    positions = np.array([(window.row, window.col) for window in scan.windows]) / job.side
    scores = rarity(scan.shares) * (scan.disagreement + _UNSURE_WEIGHT * scan.unsure)
    alike = np.zeros(len(scores), np.int64)
    return choose(scores, alike, positions, job.count, rng, noise_of(number), taken), scores


def _taken(shapes: np.ndarray, grid: Grid) -> np.ndarray:
    """Give row and column (M, 2) of the corners of tiles that were served before, on whichever map."""
    if not len(shapes):
        return np.zeros((0, 2))
    boxes = shapely.bounds(shapely.from_wkb(shapes))
    back = ~grid.transform
    corners = [(boxes[:, x], boxes[:, y]) for x in (0, 2) for y in (1, 3)]
    cols = np.min([back.a * x + back.b * y + back.c for x, y in corners], axis=0)
    rows = np.min([back.d * x + back.e * y + back.f for x, y in corners], axis=0)
    return np.stack([rows, cols], axis=1)


def _last_number(rows: dict[str, np.ndarray], audit: Audit) -> int:
    """Give the highest number that a tile or a random place has, by which they are offered."""
    return max(int(rows[NUMBER].max(initial=0)), int(audit.numbers.max(initial=0)))


def _write(
    job: NextTilesJob, grid: Grid, windows: list[Window], served: Served, scores: np.ndarray, share: float, number: int,
    numbers: np.ndarray,
) -> None:  # fmt: skip
    """Add the chosen tiles to those of earlier rounds, which may be answered meanwhile."""
    chosen = [windows[tile] for tile in served.tiles]
    count = len(chosen)
    blank = np.full(count, "", object)
    new = {
        NUMBER: numbers, ROUND: np.full(count, number), SCORE: scores[served.tiles],
        PROBABILITY: served.probabilities[served.tiles] * share, VERDICT: blank, REVIEWED_BY: blank, REVIEWED_AT: blank,
        PREDICTION: np.full(count, job.prediction, object), ROW: np.array([window.row for window in chosen]),
        COL: np.array([window.col for window in chosen]), SIDE: np.full(count, job.side),
    }  # fmt: skip
    wkb = shapely.to_wkb(np.array([_outline(grid, window) for window in chosen]))
    add_rows(job.out, LAYER, wkb, "Polygon", new, grid.crs.to_wkt())


def _outline(grid: Grid, window: Window) -> shapely.Polygon:
    ends = ((0, 0), (window.width, 0), (window.width, window.height), (0, window.height))
    return shapely.Polygon([grid.transform @ (window.col + col, window.row + row) for col, row in ends])
