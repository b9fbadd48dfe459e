"""Export tiles: imagery and labels as a data set for other programs."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.labels.datasets.jobs import ExportTilesJob
from ....core.labels.datasets.tile_export_settings import TileSettings
from ....core.parameters import describe, from_dict
from ...texts import area_text, number_text, tr
from ..base.algorithm import DATASETS, OutcropAlgorithm
from ..base.declarations import described, polygon_source, with_help
from ..base.inputs import Inputs
from ..base.scene import add_imagery, add_labels, add_sources, check_labels_given, read_scene
from ..base.worker_run import run_job


class ExportTiles(OutcropAlgorithm):
    """Export a data set of tiles."""

    KEY = "exporttiles"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Export tiles as a data set")
    GROUP = DATASETS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Cuts imagery and labels into tiles, in folders for training, validation and test, as other programs read "
        "them: images and masks as GeoTIFF or PNG, labels for YOLO and COCO.\n"
        "Tiles with too much nodata, with too few labels, or that touch clouds or distortion drawn as polygons are "
        "left out. Lists tell every tile's pixels by class, the tiles that are hard, and each class's area and share.",
    )
    PAPER = QT_TRANSLATE_NOOP(
        "Outcrop", "Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393"
    )
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "yolo coco chips patches dataset png")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare imagery, labels, what is left out, the tiles, and the folder."""
        del configuration
        add_imagery(self)
        add_sources(self)
        add_labels(self)
        self.addParameter(
            with_help(
                polygon_source("EXCLUDED", tr("Clouds and distortion"), optional=True),
                tr("Tiles that touch one of these polygons are left out."),
            )
        )
        for entry in describe(TileSettings):
            self.addParameter(described(entry))
        seed = QgsProcessingParameterNumber(
            "SEED", tr("Seed"), QgsProcessingParameterNumber.Type.Integer, 0, minValue=0
        )
        self.addParameter(with_help(seed, tr("The same seed gives every tile the same part."), advanced=True))
        self.addParameter(
            with_help(
                QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the tiles")),
                tr("A new or empty folder; it is filled when all tiles are done."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputNumber("HARD", tr("Hard tiles")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> ExportTilesJob:
        excluded = inputs.polygons("EXCLUDED")
        settings = from_dict(TileSettings, inputs.settings(describe(TileSettings)))
        return ExportTilesJob(
            read_scene(inputs), inputs.output("FOLDER"), settings, inputs.whole("SEED"), excluded.path, excluded.layer
        )

    def _work(self, task: ExportTilesJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        for part, count in result["tiles"].items():
            feedback.pushInfo(tr("{part}: {n} tiles", part=part, n=number_text(count)))
        for entry in result["classes"]:
            share = number_text(100 * entry["share"], 1)
            area = area_text(entry["area_m2"])
            feedback.pushInfo(tr("{name}: {area}, {share} %", name=entry["name"], area=area, share=share))
        return {"FOLDER": task.folder, "TILES": sum(result["tiles"].values()), "HARD": result["hard"]}
