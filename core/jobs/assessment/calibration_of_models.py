"""How well the probabilities of a comparison's models are calibrated, on the very pixels that are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, Optional

import numpy as np

from ...assessment.calibration import CalibrationTally
from ...comparison.jobs import CompareJob
from ...comparison.map_classes import on_grid
from ...comparison.measured_part import MeasuredPart
from ...comparison.window_mask import WHERE, write_windows
from ...events import Events
from ...files.beside import PROBABILITIES
from ...files.unfinished import temporary_folder
from ...geodata.grid import Grid
from ...labels.legend import Legend
from ...labels.names.spelling import Spellings
from ...prediction.jobs import PredictJob
from ...prediction.raster.class_file import open_class_file
from ..predict import predict

_SIDE_PX = 256
_UNKNOWN = 255
"""Stands for a true class that a model doesn't know: it is never right there."""


def calibration_of(job: CompareJob, model: str, measured: MeasuredPart, events: Events) -> CalibrationTally:
    """Predict probabilities where a model is measured, in a temporary file, and compare them with the truth.

    Raises:
        BadInputError: When the model doesn't fit the imagery.
        DiskError: When there is no room for the probabilities.
    """
    with temporary_folder() as folder:
        where, out = folder / "where.gpkg", folder / "map.tif"
        windows = measured.windows(_SIDE_PX)
        with measured.reading() as (grid, read):
            write_windows(where, windows, grid)
            made = predict(
                PredictJob(
                    (model,), job.scene.images, str(out), job.scene.bands, mask=str(where), mask_layer=WHERE,
                    device=job.device, threads=job.threads, probabilities=True,
                ),
                events,
            )  # fmt: skip
            return _tally(made["outputs"][PROBABILITIES], out, grid, windows, read, measured.legend)


def together(tallies: Sequence[CalibrationTally]) -> Optional[dict[str, Any]]:
    """Give the error, averaged over seeds, and the curve and the pixels of all of them; None without any."""
    if not tallies:
        return None
    whole = CalibrationTally()
    for tally in tallies:
        whole.merge(tally)
    return {**whole.report(), "error": fmean(tally.error for tally in tallies)}


def _tally(path: str, classes: Path, grid: Grid, windows: Any, read: Any, legend: Legend) -> CalibrationTally:
    class_file = open_class_file(str(classes))
    known = Spellings(class_file.legend.names)
    table = np.array([0, *(known.number(name) or _UNKNOWN for name in legend.names)], np.uint8)
    tally = CalibrationTally()
    with on_grid(path, class_file.grid, grid) as probabilities:
        scales, offsets = (np.array(values)[:, None] for values in (probabilities.scales, probabilities.offsets))
        for window in windows:
            truth, stored = read(window), probabilities.read(window=window.rasterio())
            is_known = (truth > 0) & (stored[0] > 0)
            values = np.clip(stored[:, is_known] * scales + offsets, 0.0, 1.0)
            if is_known.any():
                tally.add(values, table[truth[is_known]])
    return tally
