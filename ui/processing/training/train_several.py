"""Train several models on the same labels and lay their measures out in one table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.errors import BadInputError
from ....core.model.catalogue import architecture, architectures
from ....core.model.model_card import SUFFIX
from ....core.report.table_page import table_page
from ....core.training.settings.jobs import TrainJob
from ....core.training.settings.recipe import Recipe
from ....core.training.settings.recipes import RECIPES
from ....core.whole_file import write_text
from ...recipe_texts import recipe_title
from ...settings import THREADS
from ...texts import number_text, tr
from ..base.algorithm import TRAINING, OutcropAlgorithm
from ..base.declarations import file_output, left_open, with_help
from ..base.inputs import Inputs
from ..base.recipe_parameters import model_papers, recipe_settings
from ..base.scene import add_imagery, add_labels, check_labels_given, read_scene
from ..base.worker_run import run_job, stop_if_cancelled
from .train import ALL_TOUCHED, SEED, add_chance, add_device, read_device

_COLUMNS = {
    "name": QT_TRANSLATE_NOOP("Outcrop", "Name"), "recipe": QT_TRANSLATE_NOOP("Outcrop", "Recipe"),
    "model": QT_TRANSLATE_NOOP("Outcrop", "Model"), "miou": QT_TRANSLATE_NOOP("Outcrop", "Mean IoU"),
    "f1": QT_TRANSLATE_NOOP("Outcrop", "F1 without background"),
    "accuracy": QT_TRANSLATE_NOOP("Outcrop", "Pixel accuracy"), "kappa": QT_TRANSLATE_NOOP("Outcrop", "Kappa"),
    "seconds": QT_TRANSLATE_NOOP("Outcrop", "Seconds"), "model_file": QT_TRANSLATE_NOOP("Outcrop", "Model file"),
    "problem": QT_TRANSLATE_NOOP("Outcrop", "Problem"),
}  # fmt: skip
"""The table's columns: what programs call them, and what the page does."""
_IN_ALL = ("epochs", "minutes", "tile_px", "stride_px", "batch_size", "split", "validation_share", "block_px", "gap_px")
"""Settings that make sense for all models alike."""


class TrainSeveral(OutcropAlgorithm):
    """Train several models."""

    KEY = "trainseveral"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Train several models")
    GROUP = TRAINING
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Trains one model after another on the same labels with the same split, and writes one table of their "
        "measures, the best first. A model that can't be trained is listed with the reason and doesn't stop the "
        "others.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "compare comparison benchmark table")

    def papers(self) -> list[str]:
        """Give the papers of the models."""
        return model_papers()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, recipes and models, and the table."""
        del configuration
        add_imagery(self)
        add_labels(self)
        for name, label, options, text in (
            ("RECIPES", tr("Recipes"), RECIPES, tr("Each is trained with the model that it names.")),
            ("MODELS", tr("Models"), architectures(), tr("Each is trained with the recipe “quick”.")),
        ):
            several = QgsProcessingParameterEnum(
                name, label, list(options), allowMultiple=True, optional=True, usesStaticStrings=True
            )
            self.addParameter(with_help(several, text))
        for entry in recipe_settings():
            if entry.name in _IN_ALL:
                self.addParameter(left_open(entry))
        add_chance(self)
        add_device(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the model files")),
                tr("Takes one model file and one folder of its run for each."),
            )
        )
        self.addParameter(
            with_help(file_output("TABLE", tr("Table"), tr("Tables"), ".csv"), tr("One row for each model."))
        )
        self.addParameter(
            with_help(
                file_output("PAGE", tr("Table as a page"), tr("Pages"), ".html", optional=True), tr("The same to read.")
            )
        )
        self.addOutput(QgsProcessingOutputNumber("TRAINED", tr("Models trained")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)
        _chosen(inputs)

    def _read(self, inputs: Inputs) -> list[TrainJob]:
        folder = Path(inputs.output("FOLDER"))
        scene = read_scene(inputs)
        common: dict[str, Any] = {
            "device": read_device(inputs), "threads": THREADS.value(), "seed": inputs.whole(SEED),
            "all_touched": inputs.flag(ALL_TOUCHED),
        }  # fmt: skip
        return [
            TrainJob((scene,), str(_free(folder, title)), recipe, name=title, **common)
            for title, recipe in _chosen(inputs).items()
        ]

    def _work(self, task: list[TrainJob], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        steps = QgsProcessingMultiStepFeedback(len(task), feedback)
        rows = []
        for number, job in enumerate(task):
            stop_if_cancelled(feedback)  # models that are finished stay
            Path(inputs.output("FOLDER")).mkdir(parents=True, exist_ok=True)
            steps.setCurrentStep(number)
            feedback.pushInfo(tr("{name} ({number} of {count})", name=job.name, number=number + 1, count=len(task)))
            rows.append(_row(job, inputs.folder / str(number), steps))
        stop_if_cancelled(feedback)
        trained = [row for row in rows if not row["problem"]]
        if not trained:
            raise QgsProcessingException(rows[0]["problem"])
        rows.sort(key=lambda row: -float(row["miou"] or -1))
        return {"FOLDER": inputs.output("FOLDER"), **_write(rows, inputs), "TRAINED": len(trained)}


def _chosen(inputs: Inputs) -> dict[str, Recipe]:
    """Give what is to be trained by name.

    Raises:
        BadInputError: When nothing is chosen or a setting doesn't fit.
    """
    settings = inputs.settings([entry for entry in recipe_settings() if entry.name in _IN_ALL])
    first = next(iter(RECIPES.values()))
    found = {name: RECIPES[name] for name in (inputs.choices("RECIPES") if inputs.is_given("RECIPES") else [])}
    for key in inputs.choices("MODELS") if inputs.is_given("MODELS") else []:
        own = dict(first.model_parameters) if key == first.model else {}
        found[architecture(key).title] = replace(first, model=key, model_parameters=own)
    if not found:
        raise BadInputError(tr("Choose at least one recipe or model to train."))
    return {name: replace(recipe, **settings).checked() for name, recipe in found.items()}


def _row(job: TrainJob, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(_COLUMNS, "")
    row.update(name=job.name, recipe=job.recipe.name, model=job.recipe.model)
    try:
        result = run_job(job, folder, feedback)
    except QgsProcessingException as error:
        row["problem"] = str(error)
        feedback.reportError(str(error))
        return row
    measures = result.get("measures") or {}
    row.update({name: measures.get(name, "") for name in ("miou", "f1", "accuracy", "kappa")})
    row.update(seconds=round(float(result.get("seconds") or 0.0), 1), model_file=result["model_file"])
    return row


def _write(rows: list[dict[str, Any]], inputs: Inputs) -> dict[str, str]:
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    made = {"TABLE": inputs.output("TABLE", ".csv")}
    write_text(made["TABLE"], text.getvalue())
    page = inputs.output("PAGE", ".html")
    if page:
        cells = [[_shown(name, row[name]) for name in _COLUMNS] for row in rows]
        write_text(page, table_page(tr("Models compared"), [tr(title) for title in _COLUMNS.values()], cells))
        made["PAGE"] = page
    return made


def _shown(name: str, value: Any) -> str:
    """Write a cell of the page, in the locale and the language of QGIS."""
    if isinstance(value, float):
        return number_text(value, 1 if name == "seconds" else 3)
    if name == "model":
        return tr(architecture(value).title)
    return recipe_title(value) if name == "recipe" else str(value)


def _free(folder: Path, title: str) -> Path:
    stem = "".join(letter if letter.isalnum() or letter in " -_+" else "_" for letter in title)
    names = (f"{stem}{SUFFIX}" if number == 1 else f"{stem} {number}{SUFFIX}" for number in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())
