"""The evaluation job: a prediction against labels it never saw."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from ..assessment.confusion import Confusion
from ..assessment.headline import headline
from ..errors import BadInputError
from ..geodata.grid import Grid, Window
from ..geodata.stack import Stack, open_raster
from ..labels.burner import Burner
from ..labels.label_layer import read_area
from ..labels.label_raster import legend_of, rasterise
from ..labels.legend import BACKGROUND, UNLABELLED, Legend
from ..prediction.output import LEGEND_TAG
from ..unfinished import temporary_folder
from ..whole_file import check_writable, write_text
from .events import Events
from .specs import EvaluateJob, Scene

_BLOCK = 2048


def evaluate(job: EvaluateJob, events: Events) -> dict[str, Any]:
    """Compare the classes of a prediction with labels, class by class; with a labelled area, only inside it.

    Returns:
        classes (the legend), measures (see `Confusion.measures`), confusion (the matrix).

    Raises:
        BadInputError: When prediction and labels have no class or no place in common.
    """
    if job.out:
        check_writable(job.out)
    with open_raster(job.prediction) as dataset:
        predicted_legend = prediction_legend(job.prediction, dataset)
        grid = Grid.of(dataset)
    scene = Scene(
        images=(job.prediction,), labels=job.labels, class_field=job.class_field, layer=job.layer,
        labelled_area=job.labelled_area, labelled_area_layer=job.labelled_area_layer, extent=job.extent,
    )  # fmt: skip
    legend = _together(predicted_legend, legend_of([scene], least=1), job)
    with temporary_folder() as folder:
        labels = folder / "labels.tif"
        for warning in rasterise(scene, grid, legend, labels).warnings:
            events.warning(warning)
        confusion = _compare(scene, labels, grid, legend, events)
    report = {
        "prediction": job.prediction, "labels": job.labels, "classes": legend.to_dicts(),
        "measures": {**headline(confusion, legend), **confusion.measures(legend)}, "confusion": confusion.to_dict(),
    }  # fmt: skip
    if job.out:
        write_text(job.out, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def prediction_legend(path: str, dataset: Any) -> Legend:
    """Read the legend that a prediction carries in its metadata.

    Raises:
        BadInputError: When the raster is no prediction of Outcrop's.
    """
    text = dataset.tags().get(LEGEND_TAG)
    if text is None:
        raise BadInputError(f"“{path}” carries no legend: it isn't a prediction that Outcrop has written.")
    return Legend.from_dicts(json.loads(text))


def _together(predicted: Legend, labelled: Legend, job: EvaluateJob) -> Legend:
    """Join both legends; a class that only the labels have is counted as missed everywhere."""
    known = {name.casefold(): name for name in predicted.names}
    shared = [name for name in labelled.names if name.casefold() in known]
    if not [name for name in shared if name.casefold() != BACKGROUND] and len(predicted) > 1:
        raise BadInputError(
            f"The prediction's classes ({', '.join(predicted.names)}) and the labels' ({', '.join(labelled.names)}) "
            f"have none in common. Choose the field of “{job.labels}” that holds the classes the model was trained on."
        )
    extra = [name for name in labelled.names if name.casefold() not in known]
    colours = {entry.name: entry.colour for entry in predicted.classes}
    return Legend.from_names([*predicted.names, *extra], colours)


def _compare(scene: Scene, labels: Path, grid: Grid, legend: Legend, events: Events) -> Confusion:
    confusion = Confusion(len(legend))
    blocks = list(grid.blocks(_BLOCK))
    inside = _area_mask(scene, grid)
    with Stack(scene.images, ["1:1"]) as predicted, rasterio.open(labels) as truth:
        for number, window in enumerate(blocks):
            events.progress(number / len(blocks), "Comparing")
            values, valid = predicted.read(window)
            true = truth.read(1, window=window.rasterio())
            true[~inside(window)] = UNLABELLED
            confusion.add(true, np.where(valid, values[0], 0))
    if not confusion.total:
        raise BadInputError("No labelled pixel lies where the prediction has a class. Choose labels of the same place.")
    return confusion


def _area_mask(scene: Scene, grid: Grid) -> Callable[[Window], np.ndarray]:
    """Make the function that says which pixels of a window lie in the labelled area: all where there is none."""
    if not scene.labelled_area:
        return lambda window: np.ones(window.shape, bool)
    shapes, _ = read_area(scene.labelled_area, scene.labelled_area_layer, grid)
    burner = Burner(shapes)
    return lambda window: burner.burn(window, np.ones(len(shapes), np.uint8)) > 0
