"""The job that maps where a model may be trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Optional

import numpy as np

from ...assessment.applicability import Applicability, Components, fit, principal
from ...errors import BadInputError
from ...events import Events
from ...explanation.jobs import ApplicabilityJob
from ...explanation.predictors import LAST_LAYER, Predictors
from ...geodata.grid import Grid
from ...geodata.written import new_raster
from ...labels.legend import UNLABELLED
from ...labels.sources.label_raster import legend_of
from ...labels.sources.labelled_area import LabelledArea
from ...labels.sources.sources import open_labels
from ...labels.sources.windows import outside
from ...parameters import check
from ...prediction.bands import match_bands
from ...prediction.model_stack import open_model_stack
from ...prediction.raster.tags import MODELS_TAG
from ...whole_file import check_writable

_WINDOW_PX, _A_WINDOW = 256, 400
_NODATA = -1.0


def applicability(job: ApplicabilityJob, events: Events) -> dict[str, Any]:
    """Write the dissimilarity index of imagery to a model's training pixels, and whether each pixel may be trusted.

    Distances are taken in the space by which the model decides: the main components of what the last layer of a network
    sees, a classifier's features, weighted by their importance where the model tells it; or between the bands' values.

    Returns:
        out (two bands: index; 1 inside, 0 outside), threshold, inside (the share of the imagery within it), training
        (how many pixels it was learned from), space (“bands”, “features” or “last layer”).

    Raises:
        BadInputError: When the imagery lacks bands of the model, or the training labels lie in one block only.
    """
    check(job.settings)
    check_writable(job.out)
    predictors = Predictors(job.model, job.settings.space, job.device, job.threads)
    samples, folds = _training(job, predictors, events)
    components = principal(samples) if predictors.kind == LAST_LAYER else None
    if components is not None:
        samples = components.of(samples)
    weights = samples.std(axis=0) if components is not None else predictors.importance  # components are scaled already
    learned = fit(samples, folds, weights, job.seed)
    inside = total = 0
    bands = () if job.images else job.scene.bands
    with open_model_stack(predictors.card, job.images or job.scene.images, bands) as stack:
        windows = list(stack.grid.blocks(_WINDOW_PX))
        with _written(job.out, stack.grid, predictors.card.name) as dataset:
            for number, window in enumerate(windows):
                events.progress(0.2 + 0.8 * number / len(windows), "Mapping applicability")
                index, valid = _index(*predictors.read(stack, window), components, learned)
                within = (index <= learned.threshold) & valid
                inside, total = inside + int(within.sum()), total + int(valid.sum())
                both = np.stack([np.where(valid, index, _NODATA), np.where(valid, within, _NODATA)])
                dataset.write(both.astype(np.float32), window=window.rasterio())
        if not total:
            raise BadInputError("The imagery has no data anywhere.")
    return {
        "out": job.out, "threshold": learned.threshold, "inside": inside / total, "training": len(samples),
        "space": predictors.kind,
    }  # fmt: skip


@contextmanager
def _written(out: str, grid: Grid, model: str) -> Iterator[Any]:
    profile = {
        "driver": "GTiff", "count": 2, "height": grid.height, "width": grid.width, "dtype": "float32",
        "crs": grid.crs, "transform": grid.transform, "nodata": _NODATA, "tiled": True, "compress": "deflate",
        "BIGTIFF": "IF_SAFER",
    }  # fmt: skip
    with new_raster(out, **profile) as dataset:
        dataset.update_tags(**{MODELS_TAG: json.dumps([{"name": model}], ensure_ascii=False)})
        for name, number in (("dissimilarity index", 1), ("inside the area of applicability", 2)):
            dataset.set_band_description(number, name)
        yield dataset


def _index(
    image: np.ndarray, valid: np.ndarray, components: Optional[Components], learned: Applicability
) -> tuple[np.ndarray, np.ndarray]:
    index = np.zeros(valid.shape)
    if valid.any():
        samples = image[:, valid].T.astype(np.float64)
        index[valid] = learned.index(samples if components is None else components.of(samples))
    return index, valid


def _training(job: ApplicabilityJob, predictors: Predictors, events: Events) -> tuple[np.ndarray, np.ndarray]:
    """Give pixels of the training labels (N, F), drawn evenly of windows and classes, and the block of each (N,)."""
    random, side = np.random.default_rng(job.seed), job.settings.block_px
    samples, folds = [], []
    legend = legend_of([job.scene], least=1)
    opened = open_model_stack(predictors.card, job.scene.images, job.scene.bands)
    with opened as stack, open_labels(job.scene, stack.grid) as labels:
        match_bands(predictors.card.bands, stack.names, stack.images[0])
        labels.use(legend)
        area = LabelledArea(job.scene, stack.grid, legend)
        windows = list(stack.grid.blocks(_WINDOW_PX))
        for number, window in enumerate(windows):
            events.progress(0.2 * number / len(windows), "Reading training pixels")
            labelled = labels.read(window)
            area.fill(labelled, window)
            if job.scene.extent is not None:
                labelled[outside(stack.grid, window, job.scene.extent)] = UNLABELLED
            if not labelled.any():
                continue
            image, valid = predictors.read(stack, window)
            chosen = _drawn(np.where(valid, labelled, UNLABELLED), len(legend), random)
            rows, cols = np.divmod(chosen, window.width)
            if len(chosen):
                samples.append(image[:, rows, cols].T.astype(np.float64))
                folds.append((window.row + rows) // side * (1 << 32) + (window.col + cols) // side)
    if not samples:
        raise BadInputError("No training pixel lies on the imagery. Choose the imagery and the labels that trained.")
    return np.concatenate(samples), np.concatenate(folds)


def _drawn(labelled: np.ndarray, classes: int, random: np.random.Generator) -> np.ndarray:
    """Draw places (N,) of a window's labelled pixels, of every class as many if there are."""
    most = max(1, _A_WINDOW // classes)
    of_classes = (np.flatnonzero(labelled == number) for number in range(1, classes + 1))
    return np.concatenate([random.choice(one, min(most, len(one)), replace=False) for one in of_classes])
