"""The job that maps where a model may be trusted."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ...assessment.applicability import Applicability, fit
from ...comparison.jobs import ApplicabilityJob
from ...errors import BadInputError
from ...events import Events
from ...geodata.grid import Window
from ...geodata.stack import Stack
from ...geodata.written import new_raster
from ...labels.label_places import open_places
from ...model.model_card import read_card
from ...parameters import check
from ...prediction.bands import match_bands
from ...prediction.raster.tags import MODELS_TAG
from ...whole_file import check_writable

_WINDOW_PX, _A_WINDOW = 256, 400
_NODATA = -1.0


def applicability(job: ApplicabilityJob, events: Events) -> dict[str, Any]:
    """Write the dissimilarity index of imagery to a model's training pixels, and whether each pixel may be trusted.

    Distances are taken between the values of the model's bands.

    Returns:
        out (two bands: index; 1 inside, 0 outside), threshold, inside (the share of the imagery within it), training
        (how many pixels it was learned from).

    Raises:
        BadInputError: When the imagery lacks bands of the model, or the training labels lie in one block only.
    """
    check(job.settings)
    check_writable(job.out)
    card = read_card(job.model)
    samples, folds = _training(job, card.bands, events)
    learned = fit(samples, folds)
    inside = total = 0
    with Stack(job.images or job.scene.images, () if job.images else job.scene.bands) as stack:
        order = list(match_bands(card.bands, stack.names, stack.images[0]))
        windows = list(stack.grid.blocks(_WINDOW_PX))
        profile = {
            "driver": "GTiff", "count": 2, "height": stack.grid.height, "width": stack.grid.width, "dtype": "float32",
            "crs": stack.grid.crs, "transform": stack.grid.transform, "nodata": _NODATA, "tiled": True,
            "compress": "deflate", "BIGTIFF": "IF_SAFER",
        }  # fmt: skip
        with new_raster(job.out, **profile) as dataset:
            dataset.update_tags(**{MODELS_TAG: json.dumps([{"name": card.name}], ensure_ascii=False)})
            for name, number in (("dissimilarity index", 1), ("inside the area of applicability", 2)):
                dataset.set_band_description(number, name)
            for number, window in enumerate(windows):
                events.progress(0.2 + 0.8 * number / len(windows), "Mapping applicability")
                index, valid = _index(stack, window, order, learned)
                within = (index <= learned.threshold) & valid
                inside, total = inside + int(within.sum()), total + int(valid.sum())
                both = np.stack([np.where(valid, index, _NODATA), np.where(valid, within, _NODATA)])
                dataset.write(both.astype(np.float32), window=window.rasterio())
    if not total:
        raise BadInputError("The imagery has no data anywhere.")
    return {"out": job.out, "threshold": learned.threshold, "inside": inside / total, "training": len(samples)}


def _index(stack: Stack, window: Window, order: list[int], learned: Applicability) -> tuple[np.ndarray, np.ndarray]:
    image, valid = stack.read(window)
    index = np.zeros(window.shape)
    if valid.any():
        index[valid] = learned.index(image[order][:, valid].T.astype(np.float64))
    return index, valid


def _training(job: ApplicabilityJob, bands: tuple[str, ...], events: Events) -> tuple[np.ndarray, np.ndarray]:
    """Give pixels of the training labels (N, F), drawn evenly of windows, and the block of each (N,)."""
    random, side = np.random.default_rng(job.seed), job.settings.block_px
    samples, folds = [], []
    with Stack(job.scene.images, job.scene.bands) as stack:
        order = list(match_bands(bands, stack.names, stack.images[0]))
        places = open_places(job.scene.labels, job.scene.layer, stack.grid)
        windows = list(stack.grid.blocks(_WINDOW_PX))
        for number, window in enumerate(windows):
            events.progress(0.2 * number / len(windows), "Reading training pixels")
            labelled = places.read(window)
            if not labelled.any():
                continue
            image, valid = stack.read(window)
            found = np.flatnonzero(labelled & valid)
            chosen = random.choice(found, min(_A_WINDOW, len(found)), replace=False)
            rows, cols = np.divmod(chosen, window.width)
            samples.append(image[order][:, rows, cols].T.astype(np.float64))
            folds.append((window.row + rows) // side * (1 << 32) + (window.col + cols) // side)
        places.close()
    if not samples or not sum(map(len, samples)):
        raise BadInputError("No training pixel lies on the imagery. Choose the imagery and the labels that trained.")
    return np.concatenate(samples), np.concatenate(folds)
