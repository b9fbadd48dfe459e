"""The job that compares finished models on the labelled pixels from which none of them has learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

from ...assessment.bootstrap import difference, mean_measure
from ...assessment.comparable import MEASURED, learned_in, write_comparable
from ...assessment.confusion import Confusion
from ...assessment.jobs import CompareModelsJob
from ...comparison.window_mask import WHERE, write_windows
from ...errors import BadInputError, CancelledError, OutcropError
from ...events import Events
from ...files.unfinished import temporary_folder
from ...geodata.grid import Grid, Window
from ...labels.label_layer import LabelPolygons
from ...labels.legend import BACKGROUND, Legend
from ...labels.names.spelling import Spellings
from ...labels.splitting.kept import votes_of_polygons
from ...model.card_file import read_card
from ...prediction.jobs import PredictJob
from ..labels.rasterise import write
from ..predict import predict

_BLOCK_PX = 64


def compare_models(job: CompareModelsJob, events: Events) -> dict[str, Any]:
    """Measure models on the pixels of a scene's labels that none of them has learned from.

    One that learned from everything in the end is measured as it was before, which its run has kept. Only windows with
    such pixels are predicted. A model whose training isn't known any more isn't measured.

    Returns:
        models (each with model, and measures and f1_by_class, or trouble), gains (by how much the mIoU of each exceeds
        that of the first, with a 95 % interval over blocks of 64 px: model, value, low, high), pixels, polygons,
        classes.

    Raises:
        BadInputError: When no such pixel is left, or fewer than two models can be compared.
    """
    with temporary_folder() as folder:
        legend, drawn = write(job.scene, folder / "labels.tif", False, events, 0.2)
        with rasterio.open(drawn.path) as dataset:
            grid = Grid.of(dataset)
        known, told = [], []
        for model, run in zip(job.models, job.runs):
            try:
                known.append((model, _before_refit(model, run), learned_in(run, grid)))
            except (OutcropError, KeyError, TypeError):
                told.append({"model": model, "trouble": "What it learned from isn't known any more."})
        if not known:
            raise BadInputError("What these models learned from isn't known any more: their trainings are gone.")
        left = folder / "left.tif"
        pixels, windows = write_comparable(drawn.path, [one for *_files, learned in known for one in learned], left)
        if not pixels:
            raise BadInputError(
                "Every labelled pixel has trained one of these models. Draw a few polygons in new places: they will "
                "compare them, and the next training learns from part of them."
            )
        polygons = _polygons(drawn.polygons, grid, left) if drawn.polygons is not None else 0
        where = folder / "where.gpkg"
        write_windows(where, windows, grid)
        counts: dict[str, np.ndarray] = {}
        for number, (model, measured, _learned) in enumerate(known):
            events.progress(0.2 + 0.8 * number / len(known), "Comparing")
            out = folder / f"map_{number}.tif"
            measures, matrices = _measured(measured, job, out, where, left, windows, legend, events)
            told.append({"model": model, **measures})
            if matrices is not None:
                counts[model] = matrices
    gains = _gains(counts, len(legend))
    return {"models": told, "gains": gains, "pixels": pixels, "polygons": polygons, "classes": legend.to_dicts()}


def _gains(counts: dict[str, np.ndarray], classes: int) -> list[dict[str, Any]]:
    """Compare every model with the first one, on the same blocks."""
    models = list(counts)
    present = [number for number in range(classes) if any(matrix[:, number].any() for matrix in counts.values())]
    measure = mean_measure("iou", present)
    matrices = {}
    for model, matrix in counts.items():
        matrices[model] = matrix[None, :, :, 1:].copy()
        matrices[model][..., -1] += matrix[None, :, :, 0]  # what isn't predicted is of no class of the labels either
    return [
        {"model": model, **asdict(difference(matrices[model], matrices[models[0]], measure))} for model in models[1:]
    ]


def _before_refit(model: str, run: str) -> str:
    """Give the file of a model as it was when it was measured, before it learned from what was held back."""
    before = Path(run) / MEASURED
    return str(before) if read_card(model).provenance.get("refit") and before.is_file() else model


def _measured(
    model: str, job: CompareModelsJob, out: Path, where: Path, left: Path, windows: Sequence[Window], legend: Legend,
    events: Events,
) -> tuple[dict[str, Any], np.ndarray | None]:  # fmt: skip
    """Give what is told of a model, and its pixels by block, true and predicted class (B, K, K + 1), as `Confusion`."""
    try:
        predict(
            PredictJob(
                (model,), job.scene.images, str(out), mask=str(where), mask_layer=WHERE, device=job.device,
                threads=job.threads,
            ),
            events.silent(),
        )  # fmt: skip
    except CancelledError:
        raise
    except OutcropError as error:
        return {"trouble": str(error)}, None
    counts = _by_block(out, left, windows, read_card(model).legend, legend, events)
    confusion = Confusion(len(legend) + 1)
    confusion.counts += counts.sum(axis=0)
    held = {name: scores for name, scores in zip(legend.names, confusion.of_classes()) if scores.true_px}
    foreground = [scores for name, scores in held.items() if name != BACKGROUND] or list(held.values())
    measures = {
        "miou": fmean(scores.iou for scores in held.values()), "f1": fmean(scores.f1 for scores in foreground),
        "accuracy": int(np.trace(confusion.matrix)) / max(1, confusion.total),
    }  # fmt: skip
    told = {"measures": measures, "f1_by_class": {name: scores.f1 for name, scores in held.items()}}
    return told, counts


def _by_block(
    mapped: Path, left: Path, windows: Sequence[Window], model_legend: Legend, legend: Legend, events: Events
) -> np.ndarray:
    """Compare a model's map with the labels that are left; a class that these don't know is wrong everywhere.

    Gives the pixels by block that has labels, true and predicted class (B, K, K + 1), as `Confusion` counts them.
    """
    other = len(legend) + 1
    known = Spellings(legend.names)
    ids = np.array([0, *(known.number(name) or other for name in model_legend.names)], np.uint8)
    found_in: list[np.ndarray] = []
    with rasterio.open(left) as labels, rasterio.open(mapped) as dataset:
        target = {"crs": labels.crs, "transform": labels.transform, "width": labels.width, "height": labels.height}
        with WarpedVRT(dataset, resampling=Resampling.nearest, **target) as predicted:
            for window in windows:
                events.check_cancelled()
                truth, values = (one.read(1, window=window.rasterio()) for one in (labels, predicted))
                for row in range(0, window.height, _BLOCK_PX):
                    for col in range(0, window.width, _BLOCK_PX):
                        part = (slice(row, row + _BLOCK_PX), slice(col, col + _BLOCK_PX))
                        if truth[part].any():
                            confusion = Confusion(other)
                            confusion.add(truth[part], ids[values[part]])
                            found_in.append(confusion.counts)
    return np.array(found_in)


def _polygons(polygons: LabelPolygons, grid: Grid, left: Path) -> int:
    """Count the polygons of which something is left."""
    return int(np.count_nonzero(votes_of_polygons(polygons, grid, left).any(axis=1)))
