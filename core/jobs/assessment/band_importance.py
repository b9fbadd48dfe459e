"""The job that tells how much a model's maps depend on each band of the imagery."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ...assessment.bootstrap import accuracy, difference, mean_measure
from ...assessment.comparison import MapBlockCounts
from ...assessment.comparison_source import OTHER_FIELD, Reference
from ...errors import BadInputError
from ...events import PROGRESS, Events
from ...explanation.band_mosaic import BandMosaic, gather, shuffled, without
from ...explanation.jobs import BandImportanceJob
from ...files.unfinished import temporary_folder
from ...files.whole_file import check_writable, write_text
from ...labels.legend import Legend
from ...model.card_file import read_card, write_card
from ...model.model_card import FEATURE_IMPORTANCE, ModelCard
from ...parameters import check
from ...prediction.bands import match_bands
from ...prediction.jobs import AUTO, PredictJob
from ...prediction.model_stack import open_model_stack
from ..predict import predict

_LEAST_MARGIN_PX = 16


def band_importance(job: BandImportanceJob, events: Events) -> dict[str, Any]:
    """Shuffle one band after the other between blocks of the imagery, and see how much worse the map becomes.

    A band of which another one tells the same looks unimportant, since the model can do without it (Breiman 2001,
    Machine Learning 45, 5–32; Roberts et al. 2017 on blocks).

    Returns:
        bands: for each its importance (by how much the mean IoU falls when it is shuffled, averaged over repeats) and
        missing (by how much when it is its mean everywhere), both with intervals over blocks, the most important first;
        features (a forest's own importance of its features, see `RandomForest`), miou, accuracy, blocks, model.

    Raises:
        BadInputError: When model, imagery and labels don't fit, or too few blocks hold labels.
    """
    check(job.settings)
    if job.out:
        check_writable(job.out)
    settings, card = job.settings, read_card(job.model)
    margin = max(_LEAST_MARGIN_PX, card.margin_px)
    with open_model_stack(card, job.scene.images, job.scene.bands) as stack:
        used = sorted(set(match_bands(card.bands, stack.names, job.scene.images[0])))
        reference = Reference(job.scene, stack.grid, card.legend, {}, OTHER_FIELD)
        if reference.points:
            raise BadInputError("Band importance takes polygons or a label raster, not points.")
        with reference.reading() as read:
            mosaic = gather(stack, read, settings.block_px, margin, settings.blocks, job.seed, events)
    if len(mosaic.images) < 2:
        raise BadInputError(
            "Fewer than two blocks of the imagery hold labels, so no band can be shuffled between them. Choose smaller "
            "blocks, or labels of a larger area."
        )
    with temporary_folder() as folder:
        trials = len(used) * (settings.repeats + 1) + 1
        reading = _reading_values(job, card, Path(folder))
        trial = _Trial(reading, card, mosaic, reference.legend, Path(folder), events, trials)
        whole = trial.counts(mosaic.images)
        measure = mean_measure("iou", list(range(len(reference.legend))))
        bands = []
        for band in used:
            worse = np.concatenate(
                [trial.counts(shuffled(mosaic.images, band, job.seed + number)) for number in range(settings.repeats)]
            )
            gone = trial.counts(without(mosaic.images, mosaic.valid, band))
            bands.append({
                "band": mosaic.names[band], "importance": asdict(difference(whole, worse, measure)),
                "missing": asdict(difference(whole, gone, measure)),
            })  # fmt: skip
    bands.sort(key=lambda row: -float(row["importance"]["value"]))  # type: ignore[index]
    report = {
        "model": job.model, "name": card.name, "bands": bands, "blocks": len(mosaic.images),
        "features": card.provenance.get(FEATURE_IMPORTANCE, {}),
        "miou": float(measure(whole.sum(axis=1)).mean()), "accuracy": float(accuracy(whole.sum(axis=1)).mean()),
    }  # fmt: skip
    if job.out:
        write_text(job.out, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def _reading_values(job: BandImportanceJob, card: ModelCard, folder: Path) -> BandImportanceJob:
    """Give the job with a model that reads values as they are: those of the blocks were read as the model says."""
    if not card.sources:
        return job
    model = folder / Path(job.model).name
    shutil.copyfile(job.model, model)
    write_card(model, replace(card, sources={}))
    return replace(job, model=str(model))


class _Trial:
    """Maps the mosaic with changed bands and counts what is right, by block."""

    def __init__(
        self, job: BandImportanceJob, card: ModelCard, mosaic: BandMosaic, legend: Legend, folder: Path,
        events: Events, trials: int,
    ) -> None:  # fmt: skip
        self._job, self._card, self._mosaic, self._legend = job, card, mosaic, legend
        self._folder, self._events, self._trials, self._done = folder, events, trials, 0
        self._scaling = AUTO

    def counts(self, images: np.ndarray) -> np.ndarray:
        """Give the pixels by block, true and predicted class (1, N, K, K)."""
        image, out = self._folder / f"{self._done}.tif", self._folder / f"{self._done}_map.tif"
        self._mosaic.write(image, images)
        before = self._events.redirect(lambda _event: None)
        self._events.redirect(partial(self._tell, before))
        try:
            found = predict(PredictJob((self._job.model,), (str(image),), str(out), device=self._job.device,
                                       threads=self._job.threads, fit_scaling=self._scaling), self._events)  # fmt: skip
        finally:
            self._events.redirect(before)
        self._scaling = found["scaling"][0]  # that of the bands as they are: a shuffled one alone makes a scene differ
        self._done += 1
        tally = MapBlockCounts(len(self._legend))
        for number, (truth, predicted) in enumerate(zip(self._mosaic.truth, self._mosaic.classes(out))):
            tally.add((number, 0), truth, predicted)
        for path in (image, out):
            with suppress(OSError):
                path.unlink()
        return tally.stacked([(number, 0) for number in range(len(self._mosaic.truth))])[None]

    def _tell(self, before: Any, event: dict[str, Any]) -> None:
        if event["event"] == PROGRESS:
            share = 0.1 + 0.9 * (self._done + float(event["fraction"])) / self._trials
            before({**event, "fraction": share, "text": "Shuffling bands", "seconds_left": None})
