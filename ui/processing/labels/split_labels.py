"""Split labels by blocks: which pixels train, which validate, which test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterRasterDestination
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.labels.parts import PART_COLOURS, PART_NAMES
from ....core.parameters import Parameter, describe, from_dict, to_dict
from ....core.training.settings.jobs import SplitLabelsJob
from ....core.training.settings.recipe import Recipe
from ...texts import number_text, tr
from ..base.algorithm import LABELS, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.inputs import Inputs
from ..base.loading import style_output
from ..base.scene import INPUT, add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job
from ..training.train import ALL_TOUCHED, SEED, add_chance

_SPLIT, _TILE, _STRIDE = "Validation", "tile_px", "stride_px"


class SplitLabels(OutcropAlgorithm):
    """Split labels."""

    KEY = "splitlabels"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Split labels by blocks")
    GROUP = LABELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Shows which labelled pixels training would learn from, which would measure the model, and which lie in the "
        "gap between them. With the same settings and the same seed training makes the very same split.\n"
        "Blocks keep neighbours together: pixels next to each other are alike, so a model that is measured beside its "
        "own training pixels looks better than it is.",
    )
    PAPER = QT_TRANSLATE_NOOP("Outcrop", "Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881")
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "validation cross-validation spatial autocorrelation")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, how to split, and the raster."""
        del configuration
        add_imagery(self, bands=False)
        add_labels(self)
        for entry in _settings():
            self.addParameter(described(entry))
        add_chance(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterRasterDestination("OUTPUT", tr("Split")),
                tr("0 unused, 1 training, 2 validation, 3 test, 4 several parts."),
            )
        )

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)
        _recipe(inputs)

    def _read(self, inputs: Inputs) -> tuple[SplitLabelsJob, str]:
        job = SplitLabelsJob(
            read_scene(inputs), inputs.raster_output("OUTPUT"), _recipe(inputs), inputs.whole(SEED),
            inputs.flag(ALL_TOUCHED),
        )  # fmt: skip
        return job, tr("{imagery} · split", imagery=inputs.raster(INPUT).name())

    def _work(
        self, task: tuple[SplitLabelsJob, str], inputs: Inputs, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        job, name = task
        result = run_job(job, inputs.folder, feedback)
        feedback.pushInfo(str(result["description"]))
        for part, counts in result["counts"].items():
            if sum(counts.values()):
                listed = ", ".join(f"{one} {number_text(count)}" for one, count in counts.items())
                feedback.pushInfo(tr("{part}: {counts} pixels", part=tr(part), counts=listed))
        parts = [
            {"id": code, "name": tr(part), "colour": colour}
            for code, (part, colour) in enumerate(zip(PART_NAMES, PART_COLOURS))
        ]
        style_output(inputs, "OUTPUT", job.out, name, classes=parts)
        return {"OUTPUT": job.out}


def _settings() -> list[Parameter]:
    """Give the recipe's settings that say how labels are split."""
    return [replace(entry, advanced=entry.name in (_TILE, _STRIDE)) for entry in describe(Recipe) if _splits(entry)]


def _splits(entry: Parameter) -> bool:
    return entry.group == _SPLIT or entry.name in (_TILE, _STRIDE)


def _recipe(inputs: Inputs) -> Recipe:
    return from_dict(Recipe, {**to_dict(Recipe()), **inputs.settings(_settings())}).checked()
