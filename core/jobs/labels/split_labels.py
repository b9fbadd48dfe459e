"""The splitting job: which labelled pixels train, which validate, which test."""

from __future__ import annotations

import shutil
from typing import Any

from ...events import Events
from ...files.unfinished import temporary_folder
from ...files.whole_file import whole_files
from ...geodata.stack import Stack
from ...geodata.written import check_raster
from ...labels.splitting.split import split_labels as split
from ...training.settings.jobs import SplitLabelsJob
from .rasterise import write


def split_labels(job: SplitLabelsJob, events: Events) -> dict[str, Any]:
    """Split a scene's labels as training with the same recipe and seed would.

    Returns:
        out, kind, description, counts (pixels by part and class), block_px.

    Raises:
        BadInputError: For labels that can't be used.
    """
    job.recipe.checked()
    with temporary_folder() as folder:
        _, labels = write(job.scene, folder / "labels.tif", job.all_touched, events, 0.5)
        events.progress(0.5, "Splitting the labels")
        with Stack(job.scene.images) as stack:
            grounds = [stack.valid_reduced]
            result = split([labels.path], job.recipe, job.seed, folder, [labels.polygons], grounds=grounds)
        for warning in result.warnings:
            events.warning(warning)
        events.check_cancelled()
        endings = ("", ".aux.xml")
        with whole_files([f"{job.out}{ending}" for ending in endings], check_raster) as partials:
            for ending, partial in zip(endings, partials):
                shutil.copyfile(f"{result.paths[0]}{ending}", partial)
    return {
        "out": job.out,
        "kind": result.kind,
        "description": result.description,
        "counts": result.counts,
        "block_px": result.block_px,
    }
