"""A head's part of the training job: what a frozen encoder says of labelled pixels, and one fit to it, in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import torch

from ..errors import BadInputError
from ..events import Events
from ..labels.origins import unmarked
from ..labels.parts import TRAINING, UNUSED, VALIDATION
from ..model.catalogue import architecture
from ..model.devices import Device, choose_device
from ..model.margin import measure_network_margin
from ..parameters import from_dict
from .data.batches import BatchReader
from .data.scenes import PreparedScenes, SceneWindow
from .network_job import made_network, measured_places, pictures_of
from .optimisation.class_weights import class_weights
from .optimisation.losses import loss
from .results.calibrated import Calibrated
from .results.calibrating import network_calibration
from .results.measured_pixels import check_measured
from .results.trained import Trained
from .results.validation import validate
from .settings.jobs import TrainJob
from .settings.recipe import Recipe

_CONTEXT_PX = 32
"""How much of a window's surroundings the encoder sees."""
_ITERATIONS, _MARGIN_S = 200, 5.0
_UNLIKELY = -30.0
"""The score of a class without training pixels."""


@dataclass(frozen=True)
class Columns:
    """What an encoder says of labelled pixels: columns (n, F), class ids (n,), and how much each pixel counts (n,)."""

    values: np.ndarray
    labels: np.ndarray
    weights: np.ndarray

    def joined(self, other: Columns) -> Columns:
        """Give these and others."""
        pairs = ((self.values, other.values), (self.labels, other.labels), (self.weights, other.weights))
        return Columns(*(np.concatenate(pair) for pair in pairs))


def fit_head(
    job: TrainJob, prepared: PreparedScenes, events: Events, everything: Optional[PreparedScenes] = None
) -> Trained:
    """Fit a job's head, measure it, and fit it anew to everything where that is given.

    What the encoder says of a pixel is computed once and kept for both fits; scaling stays that of the measured one.

    Raises:
        BadInputError: When fewer than two classes have pixels to train on, or when there is no such device.
        CancelledError: When the job was stopped.
    """
    recipe, device = job.recipe, choose_device(job.device, job.threads)
    made, origin = made_network(job, prepared, False, events)
    network: Any = made
    network.to(device.torch).eval()
    columns = _columns(
        network, job, prepared, prepared.training_places(recipe.tile_px), prepared.training_part, device, events
    )
    _fit(network, columns, prepared, recipe, events)
    places = measured_places(prepared.validation_places(recipe.tile_px), 0, job.seed)
    trained = _measured(network, job, prepared, places, device, origin, events)
    if everything is not None:
        parts = (
            (VALIDATION, prepared.validation_places(recipe.tile_px)),
            (UNUSED, prepared.gap_places(recipe.tile_px)),
        )
        for part, places in parts:
            columns = columns.joined(_columns(network, job, prepared, places, part, device, events))
        events.log("Learning from everything, held back or not.")
        measured = trained.arrays
        _fit(network, columns, prepared, recipe, events)
        trained = replace(trained, arrays=_arrays(network), refit={"fits": 1}, measured=measured)
    events.progress(1.0, "Measuring the margin")
    margin = measure_network_margin(
        network, pictures_of(prepared, recipe), int(network.stride), device, _MARGIN_S, events.check_cancelled
    )
    return replace(trained, margin_px=margin)


def _measured(
    network: Any, job: TrainJob, prepared: PreparedScenes, places: Sequence[SceneWindow], device: Device,
    origin: dict[str, Any], events: Events,
) -> Trained:  # fmt: skip
    """Measure a head on what is held back."""
    events.progress(0.8, "Measuring on what is held back")
    legend, part = prepared.labelling.legend, prepared.validation_part
    batches = [[place] for place in places]
    with closing(BatchReader(prepared.scenes, prepared.normalisation)) as reader:
        validated = validate(
            network,
            reader,
            batches,
            part,
            prepared.block_counts(len(places)),
            loss("cross_entropy"),
            device,
            check=events.check_cancelled,
        )
        check_measured(validated.pixels)
        held = Calibrated()
        if prepared.holds_back:
            held = network_calibration(network, reader, places, part, device, None, job.seed, legend)
    told = {"pretrained_weights": origin["pretrained_weights"], "device": device.title, "torch": torch.__version__}
    return Trained(
        _arrays(network), validated.confusion, 0, {**told, "tiles_measured_on": [len(places), len(places)]},
        origin["band_filters"], held, validated.blocks,
    )  # fmt: skip


def _columns(
    network: Any, job: TrainJob, prepared: PreparedScenes, places: Sequence[SceneWindow], part: Optional[int],
    device: Device, events: Events,
) -> Columns:  # fmt: skip
    """Compute what the encoder says of labelled pixels, of so many of each class that all together aren't too many."""
    weights_by_origin = np.asarray(job.recipe.origin_weights)
    shares = _shares(prepared.training_counts, _settings(job.recipe).samples_at_most)
    chances = np.concatenate([[0.0], shares])
    rng = np.random.default_rng([job.seed, part or TRAINING])
    nothing = np.zeros((0, sum(network.sizes)), np.float32), np.zeros(0, np.int64), np.zeros(0)
    found = [Columns(*nothing)]
    for number, (scene, window) in enumerate(places):
        events.progress(0.7 * number / len(places), "Computing what the encoder says of the labels")
        events.check_cancelled()
        tile = prepared.scenes[scene].tile(
            window.padded(_CONTEXT_PX), part, prepared.normalisation, shows_all=True, with_origins=True
        )
        labels, origins = unmarked(tile.labels[_CONTEXT_PX:-_CONTEXT_PX, _CONTEXT_PX:-_CONTEXT_PX])
        rows, cols = np.nonzero(rng.random(labels.shape) < chances[labels])
        if not len(rows):
            continue
        with torch.inference_mode():
            image = torch.from_numpy(tile.image)[None].to(device.torch)
            at = (torch.from_numpy(indices + _CONTEXT_PX).to(device.torch) for indices in (rows, cols))
            values = network.columns(image, *at).float().cpu().numpy()
        classes, codes = labels[rows, cols], origins[rows, cols]
        weights = np.where(codes > 0, weights_by_origin[codes], 1.0) / chances[classes]
        found.append(Columns(values, classes, weights))
    return Columns(
        *(np.concatenate(arrays) for arrays in zip(*((one.values, one.labels, one.weights) for one in found)))
    )


def _shares(counts: np.ndarray, most: int) -> np.ndarray:
    """Give what share of each class's pixels (C,) is learned from: the rarest whole, so many of the others as fit."""
    limit, rest, left = float(counts.max(initial=1)), most, np.sort(counts)
    for number, count in enumerate(left):
        each = rest / (len(left) - number)
        if count > each:
            limit = each
            break
        rest -= int(count)
    return np.minimum(1.0, limit / np.maximum(counts, 1))


def _fit(network: Any, columns: Columns, prepared: PreparedScenes, recipe: Recipe, events: Events) -> None:
    """Fit the head to columns by multinomial logistic regression on features of unit deviation.

    Raises:
        BadInputError: When fewer than two classes have pixels.
    """
    from sklearn.linear_model import LogisticRegression

    events.progress(0.75, "Fitting the head")
    events.check_cancelled()
    present = np.unique(columns.labels)
    if len(present) < 2:
        raise BadInputError("Training needs pixels of at least two classes. Draw polygons of another class too.")
    by_class = class_weights(recipe.class_weights, prepared.training_counts.tolist()).numpy()
    by_class = np.where(by_class > 0, by_class, 1.0)
    mean, deviation = columns.values.mean(axis=0), columns.values.std(axis=0)
    factor = np.where(deviation > 0, 1 / np.maximum(deviation, 1e-12), 0.0).astype(np.float32)
    regression = LogisticRegression(C=_settings(recipe).c, max_iter=_ITERATIONS)
    regression.fit((columns.values - mean) * factor, columns.labels, columns.weights * by_class[columns.labels - 1])
    slopes, offsets = regression.coef_, regression.intercept_
    if len(slopes) == 1:  # two classes share one score: the first one's is 0
        slopes, offsets = np.vstack([0.0 * slopes, slopes]), np.concatenate([[0.0], offsets])
    slopes = slopes * factor
    classes = len(prepared.labelling.legend)
    all_slopes, all_offsets = np.zeros((classes, slopes.shape[1])), np.full(classes, _UNLIKELY)
    all_slopes[present - 1], all_offsets[present - 1] = slopes, offsets - slopes @ mean
    network.take(torch.from_numpy(all_slopes.astype(np.float32)), torch.from_numpy(all_offsets.astype(np.float32)))


def _settings(recipe: Recipe) -> Any:
    return from_dict(architecture(recipe.model).parameters, recipe.model_parameters)


def _arrays(network: torch.nn.Module) -> dict[str, np.ndarray]:
    return {name: tensor.detach().cpu().numpy().copy() for name, tensor in network.state_dict().items()}
