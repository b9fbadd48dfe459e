"""The job that maps where a model may be trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from ...assessment.applicability import fit, principal
from ...errors import BadInputError
from ...events import Events
from ...explanation.jobs import ApplicabilityJob
from ...explanation.predictors import LAST_LAYER, Predictors, predictors_of
from ...files.whole_file import check_writable
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
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

_WINDOW_PX, _A_WINDOW = 256, 400
_NODATA = -1.0


def applicability(job: ApplicabilityJob, events: Events) -> dict[str, Any]:
    """Write the dissimilarity index of imagery to a model's training pixels, and whether each pixel may be trusted.

    Distances are taken in the space by which the model decides: the main components of what the last layer of a network
    sees, a classifier's features, weighted by their importance where the model tells it; or between the bands' values.
    A committee may be trusted where each of its models may: its index is the largest of theirs, each as a share of its
    own threshold.

    Returns:
        out (two bands: index; 1 inside, 0 outside), threshold (1 for a committee), inside (the share of the imagery
        within it), training (how many pixels it was learned from), space (“bands”, “features”, “last layer”, or those
        of a committee's models).

    Raises:
        BadInputError: When the imagery lacks bands of the model, or the training labels lie in one block only.
    """
    check(job.settings)
    check_writable(job.out)
    every = predictors_of(job.model, job.settings.space, job.device, job.threads)
    spaces = [_Space(job, one, events, number / len(every), len(every)) for number, one in enumerate(every)]
    threshold = spaces[0].learned.threshold if len(spaces) == 1 else 1.0
    inside = total = 0
    bands = () if job.images else job.scene.bands
    with open_model_stack(every[0].card, job.images or job.scene.images, bands) as stack:
        windows = list(stack.grid.blocks(_WINDOW_PX))
        with _written(job.out, stack.grid, every[0].card.name) as dataset:
            for number, window in enumerate(windows):
                events.progress(0.2 + 0.8 * number / len(windows), "Mapping applicability")
                index, valid = _index(spaces, stack, window)
                within = (index <= threshold) & valid
                inside, total = inside + int(within.sum()), total + int(valid.sum())
                both = np.stack([np.where(valid, index, _NODATA), np.where(valid, within, _NODATA)])
                dataset.write(both.astype(np.float32), window=window.rasterio())
        if not total:
            raise BadInputError("The imagery has no data anywhere.")
    return {
        "out": job.out, "threshold": threshold, "inside": inside / total, "training": spaces[0].training,
        "space": " + ".join(dict.fromkeys(one.kind for one in every)),
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


class _Space:
    """What was learned of the training pixels in the space of one model."""

    def __init__(self, job: ApplicabilityJob, predictors: Predictors, events: Events, done: float, models: int) -> None:
        samples, folds = _training(job, predictors, events, done, models)
        self._predictors, self.training = predictors, len(samples)
        self._components = principal(samples) if predictors.kind == LAST_LAYER else None
        weights = predictors.importance
        if self._components is not None:
            samples = self._components.of(samples)
            weights = samples.std(axis=0)  # components are scaled already
        self.learned = fit(samples, folds, weights, job.seed)

    def index(self, stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Give the index of a window (H, W), and where it is valid (H, W)."""
        image, valid = self._predictors.read(stack, window)
        index = np.zeros(valid.shape)
        if valid.any():
            samples = image[:, valid].T.astype(np.float64)
            index[valid] = self.learned.index(samples if self._components is None else self._components.of(samples))
        return index, valid


def _index(spaces: Sequence[_Space], stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Give a window's index in one space, or the largest share of a threshold in several, and where it is valid."""
    indices, valid = zip(*(space.index(stack, window) for space in spaces))
    if len(spaces) == 1:
        return indices[0], valid[0]
    shares = [index / max(space.learned.threshold, 1e-12) for index, space in zip(indices, spaces)]
    return np.max(shares, axis=0), np.logical_and.reduce(valid)


def _training(
    job: ApplicabilityJob, predictors: Predictors, events: Events, done: float, models: int
) -> tuple[np.ndarray, np.ndarray]:
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
            events.progress(0.2 * (done + number / len(windows) / models), "Reading training pixels")
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
