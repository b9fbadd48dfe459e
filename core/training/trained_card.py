"""The card of a model that was trained: what it was made of, how, and what was measured."""

from __future__ import annotations

import platform
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ..assessment.headline import headline
from ..assessment.spread import headline_spread
from ..labels.parts import PART_NAMES, VALIDATION
from ..model.catalogue import without_pretraining
from ..model.model_card import AGREEMENT, SCALED_BY_SCENE, ModelCard
from ..parameters import to_dict
from ..prediction.map_checks import CLASS_SHARES
from ..prediction.operating_points import MEASURE
from .data.scenes import PreparedScenes
from .results.trained import Trained
from .runs.run import now_text
from .settings.jobs import TrainJob

_MOSTLY = 0.5
"""Label rasters that cover so much of the imagery tell how often classes occur (ours)."""


def trained_card(job: TrainJob, prepared: PreparedScenes, trained: Trained, seconds: float) -> ModelCard:
    """Write down everything that nobody shall have to type again."""
    recipe, labelling, grid = job.recipe, prepared.labelling, prepared.scenes[0].stack.grid
    shrunk = recipe.tile_px / recipe.resize_px if recipe.resize_px else 1.0
    measures = {
        **headline(trained.confusion, labelling.legend),
        **trained.confusion.measures(labelling.legend),
        "confusion": trained.confusion.to_dict(),
    }
    if trained.held.counts:
        measures[MEASURE] = trained.held.counts
    if trained.agreement:
        measures[AGREEMENT] = trained.agreement
    if prepared.holds_back and trained.blocks is not None and len(trained.blocks):
        polygons = labelling.polygons_by_part.get(PART_NAMES[VALIDATION])
        measures["spread"] = headline_spread(trained.blocks, labelling.legend, polygons, trained.agreement)
    return ModelCard(
        name=job.name or Path(job.model_file).stem,
        architecture=recipe.model,
        architecture_parameters=without_pretraining(recipe.model, recipe.model_parameters),
        bands=prepared.bands,
        legend=labelling.legend,
        normalisation=trained.normalisation or prepared.normalisation,
        pixel_size_m=float(f"{grid.pixel_size_m * shrunk:.3g}"),  # 10 m in UTM are 10.004 m on the ground
        data_type=prepared.scenes[0].stack.data_type,
        tile_px=recipe.resize_px or recipe.tile_px,
        margin_px=trained.margin_px,
        recipe=to_dict(recipe),
        measures=measures,
        provenance=_provenance(job, prepared, trained, seconds),
        band_filters=trained.band_filters,
        temperature=trained.held.temperature,
        values=prepared.values,
        companions=trained.companions,
        class_factors=trained.class_factors,
        sources={band.name: str(band.settings) for band in prepared.scenes[0].stack.bands if str(band.settings)},
    )


def _provenance(job: TrainJob, prepared: PreparedScenes, trained: Trained, seconds: float) -> dict[str, Any]:
    """Tell what a model was made of, and when."""
    labelling = prepared.labelling
    return {
        "finished": now_text(),
        "seconds": round(seconds, 1),
        "seed": job.seed,
        "images": [Path(image).name for scene in job.scenes for image in scene.images],
        "labels": [
            Path(file).name
            for scene in job.scenes
            for file in (scene.labels, *scene.corrections, *scene.reviews)
            if file
        ],
        "label_counts": list(labelling.counts),
        **({"label_origins": list(labelling.by_origin)} if any(labelling.by_origin) else {}),
        "split": labelling.split.description,
        "pixels": labelling.split.counts,
        "polygons": labelling.polygons_by_part,
        **({SCALED_BY_SCENE: True} if prepared.scales_by_scene else {}),
        **({CLASS_SHARES: labelling.shares} if _are_complete(job, prepared) else {}),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "start_from": Path(job.start_from).name if job.start_from else "",
        **({"refit": trained.refit} if trained.refit else {}),
        **trained.provenance,
    }


def measured_card(card: ModelCard, prepared: PreparedScenes) -> ModelCard:
    """Give the card of the model that was measured, which stays with the run to be compared with others."""
    told = {name: value for name, value in card.provenance.items() if name != "refit"}
    return replace(card, normalisation=prepared.normalisation, provenance=told)


def _are_complete(job: TrainJob, prepared: PreparedScenes) -> bool:
    """Say whether the labels tell how often classes occur: areas are labelled completely, or most of the imagery is."""
    if all(scene.labelled_area for scene in job.scenes):
        return True
    pixels = sum(scene.stack.grid.width * scene.stack.grid.height for scene in prepared.scenes)
    return prepared.labelling.pixels >= _MOSTLY * pixels
