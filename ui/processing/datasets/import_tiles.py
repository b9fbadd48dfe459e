"""Import tiles: a data set made elsewhere as imagery with labels."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.labels.datasets.jobs import ImportTilesJob
from ....core.parameters import describe
from ...texts import number_text, tr
from ..base.algorithm import DATASETS, OutcropAlgorithm
from ..base.declarations import described, with_help
from ..base.inputs import Inputs
from ..base.worker_run import run_job


class ImportTiles(OutcropAlgorithm):
    """Import a data set of tiles."""

    KEY = "importtiles"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Import tiles as labels")
    GROUP = DATASETS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Reads a data set of tiles, such as “Export tiles” and other programs write, as imagery with labels: for "
        "training, validation and test a mosaic of the images and a raster of the classes. Labels are masks, COCO or "
        "YOLO objects; what no object covers is background.\n"
        "Tiles keep their place; those that have none (PNG) are laid side by side. The list of scenes is for the "
        "command line's training.",
    )
    PAPER = QT_TRANSLATE_NOOP(
        "Outcrop", "Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "yolo coco chips patches dataset png masks")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the data set and the folder to write to."""
        del configuration
        folder = QgsProcessingParameterFile("INPUT", tr("Data set"), QgsProcessingParameterFile.Behavior.Folder)
        self.addParameter(with_help(folder, tr("The folder that holds train, valid and test, or images and masks.")))
        for entry in describe(ImportTilesJob):
            self.addParameter(described(entry))
        self.addParameter(
            with_help(
                QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the labels")),
                tr("A new or empty folder; it is filled when all tiles are read."),
            )
        )
        self.addOutput(QgsProcessingOutputFile("SCENES", tr("List of scenes")))
        for part, label in (("TRAIN", tr("Training")), ("VALID", tr("Validation")), ("TEST", tr("Test"))):
            self.addOutput(QgsProcessingOutputFile(f"{part}_IMAGERY", tr("{part}: imagery", part=label)))
            self.addOutput(QgsProcessingOutputFile(f"{part}_LABELS", tr("{part}: labels", part=label)))
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputString("CLASSES_READ", tr("Classes")))

    def _read(self, inputs: Inputs) -> ImportTilesJob:
        return ImportTilesJob(
            inputs.file("INPUT"), inputs.output("FOLDER"), **self._settings(inputs.settings(describe(ImportTilesJob)))
        )

    def _settings(self, values: dict[str, Any]) -> dict[str, Any]:
        """Cut the text of the classes into names."""
        names = tuple(name.strip() for name in str(values.pop("classes", "")).split(",") if name.strip())
        return {**values, "classes": names}

    def _work(self, task: ImportTilesJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        outputs: dict[str, Any] = {"FOLDER": result["folder"], "SCENES": result["scenes"]}
        for part, files in result["parts"].items():
            feedback.pushInfo(tr("{part}: {n} tiles", part=part, n=number_text(files["tiles"])))
            outputs[f"{part.upper()}_IMAGERY"], outputs[f"{part.upper()}_LABELS"] = files["imagery"], files["labels"]
        outputs["TILES"] = sum(files["tiles"] for files in result["parts"].values())
        outputs["CLASSES_READ"] = ", ".join(entry["name"] for entry in result["classes"])
        return outputs
