"""Train several models on the same labels and compare their maps, in a table and a report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.comparison.jobs import CompareJob, CompareSettings, Contestant
from ....core.errors import BadInputError
from ....core.files.whole_file import write_text
from ....core.model.catalogue import architecture, architectures
from ....core.parameters import describe, from_dict
from ....core.report.jobs import ReportJob
from ....core.report.languages import page_language
from ....core.report.pages.comparison_tables import comparison_text, model_table
from ....core.training.settings.recipe import Recipe
from ....core.training.settings.recipes import RECIPES, for_model
from ...help.standing import qgis_locale
from ...page_wording import page_wording
from ...settings import THREADS
from ...texts import tr
from ..base.algorithm import TRAINING, OutcropAlgorithm
from ..base.declarations import described, file_output, left_open, with_help
from ..base.inputs import Inputs
from ..base.opened_page import add_opening
from ..base.recipe_parameters import model_papers, recipe_settings
from ..base.scene import add_training_data, check_labels_given, read_scene
from ..base.worker_run import run_job, stop_if_cancelled
from .train import ALL_TOUCHED, SEED, add_chance, add_device, read_device

LOAD = "LOAD_MAPS"
_IN_ALL = ("epochs", "minutes", "tile_px", "stride_px", "batch_size", "split", "validation_share", "block_px", "gap_px")
"""Settings that make sense for all models alike."""


class TrainSeveral(OutcropAlgorithm):
    """Train several models."""

    KEY = "trainseveral"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Train and compare several models")
    GROUP = TRAINING
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Trains one model after another on the same labels with the same split and budget, maps the imagery with each, "
        "and measures all maps on labels that none has seen: a table with intervals over blocks, which differences are "
        "no chance, the maps, and where they disagree. The report is one page with figures, to print or to publish.\n"
        "A model that can't be trained is listed with the reason and doesn't stop the others. Started again with the "
        "same folder, it goes on where it was stopped.",
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "compare comparison benchmark table")

    def papers(self) -> list[str]:
        """Give the papers of the models."""
        return model_papers()

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, recipes and models, and the table."""
        del configuration
        add_training_data(self)
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
        for entry in describe(CompareSettings):
            self.addParameter(described(entry))
        add_chance(self)
        add_device(self)
        self.addParameter(
            with_help(
                QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the model files")),
                tr("Takes one model file, one map and one folder of its run for each."),
            )
        )
        self.addParameter(
            with_help(file_output("TABLE", tr("Table"), tr("Tables"), ".csv"), tr("One row for each model."))
        )
        self.addParameter(
            with_help(
                file_output("PAGE", tr("Report"), tr("Pages"), ".html", optional=True),
                tr("One page with table, figures and maps; a folder with figures, tables and numbers beside it."),
            )
        )
        add_opening(self)
        load = QgsProcessingParameterBoolean(LOAD, tr("Load the maps"), False)
        self.addParameter(with_help(load, tr("Adds the maps and where they disagree to the project.")))
        self.addOutput(QgsProcessingOutputNumber("TRAINED", tr("Models trained")))
        self.addOutput(QgsProcessingOutputString("DISAGREEMENT", tr("Where the maps disagree")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)
        _chosen(inputs)

    def _read(self, inputs: Inputs) -> CompareJob:
        contestants = tuple(Contestant(name, recipe) for name, recipe in _chosen(inputs).items())
        settings = from_dict(CompareSettings, inputs.settings(describe(CompareSettings)))
        return CompareJob(
            read_scene(inputs), inputs.output("FOLDER"), contestants, (), settings, inputs.whole(SEED),
            read_device(inputs), THREADS.value(), inputs.flag(ALL_TOUCHED),
        )  # fmt: skip

    def _work(self, task: CompareJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        outcome = run_job(task, inputs.folder / "comparison", feedback)
        stop_if_cancelled(feedback)
        report = {name: value for name, value in outcome.items() if name != "event"}
        outputs: dict[str, Any] = {
            "FOLDER": task.folder, "TRAINED": sum("miou" in row for row in report["models"]),
            "TABLE": inputs.output("TABLE", ".csv"), "DISAGREEMENT": report["disagreement"],
        }  # fmt: skip
        write_text(outputs["TABLE"], model_table(report))
        page = inputs.output("PAGE", ".html")
        if page:
            job = ReportJob(report["report"], page, language=page_language(qgis_locale().name()))
            run_job(job, inputs.folder / "report", feedback)
            outputs["PAGE"] = page
        for line in comparison_text(report, page_wording()).splitlines():
            feedback.pushInfo(line)
        if inputs.flag(LOAD):
            self._load(report, inputs)
        return outputs

    def _load(self, report: dict[str, Any], inputs: Inputs) -> None:
        """Have the maps loaded together, what disagrees on top."""
        context, group = inputs.context, tr("Comparison")
        maps = [(row["name"], row["maps"][0]) for row in report["models"] if row["maps"]]
        for name, path in [*maps, (tr("disagreement"), report["disagreement"])]:
            if path:
                title = tr("{group} · {name}", group=group, name=name)
                details = QgsProcessingContext.LayerDetails(title, context.project())
                if hasattr(details, "groupName"):
                    details.groupName = group
                context.addLayerToLoadOnCompletion(path, details)


def _chosen(inputs: Inputs) -> dict[str, Recipe]:
    """Give what is to be trained by name.

    Raises:
        BadInputError: When nothing is chosen or a setting doesn't fit.
    """
    settings = inputs.settings([entry for entry in recipe_settings() if entry.name in _IN_ALL])
    chosen = {name: RECIPES[name] for name in (inputs.choices("RECIPES") if inputs.is_given("RECIPES") else [])}
    for key in inputs.choices("MODELS") if inputs.is_given("MODELS") else []:
        chosen[architecture(key).title] = for_model(key)
    if not chosen:
        raise BadInputError(tr("Choose at least one recipe or model to train."))
    return {name: replace(recipe, **settings).checked() for name, recipe in chosen.items()}
