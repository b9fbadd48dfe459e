"""Where to look next: tiles of a map that teach most, and random places that tell how right it is."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.errors import BadInputError
from ....core.files.whole_file import whole_file
from ....core.parameters import describe
from ....core.review.jobs import NextTilesJob
from ...texts import number_text, tr
from ..after.after_prediction import add_prediction_raster, read_prediction_raster
from ..base.algorithm import ASSESSMENT, OutcropAlgorithm
from ..base.declarations import described, file_output, with_help
from ..base.inputs import Inputs
from ..base.scene import add_training_data, check_labels_given, read_scene
from ..base.worker_run import run_job

EARLIER, SEED = "EARLIER", "SEED"


class NextTiles(OutcropAlgorithm):
    """Choose where to look next."""

    KEY = "nexttiles"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Where to look next")
    GROUP = ASSESSMENT
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Chooses the tiles of a map that are worth a look: where a second kind of model that learned from the same "
        "labels disagrees with the map or is unsure, the more the rarer the classes are there. The chance that each "
        "tile had to be chosen is kept with it.\n"
        "Fill in the verdicts in the attribute table (right, corrected, skipped) or on the Correct page, and give the "
        "file to a training as reviews, and to the next round as the earlier one.",
    )
    PAPER = "Kool et al. 2019, arXiv 1903.06059"
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "active learning review queue audit random sample disagreement")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the map, what it was learned from, the choice, and the file."""
        del configuration
        add_prediction_raster(self)
        add_training_data(self)
        for entry in describe(NextTilesJob):
            self.addParameter(described(entry))
        earlier = QgsProcessingParameterFile(EARLIER, tr("Earlier rounds"), extension="gpkg", optional=True)
        self.addParameter(
            with_help(earlier, tr("The file of the rounds before: its tiles and answers stay, and none comes twice."))
        )
        seed = QgsProcessingParameterNumber(SEED, tr("Seed"), QgsProcessingParameterNumber.Type.Integer, 0, minValue=0)
        self.addParameter(with_help(seed, tr("The same seed chooses the same tiles."), advanced=True))
        self.addParameter(
            with_help(
                file_output("OUTPUT", tr("Reviews"), tr("GeoPackages"), ".gpkg"),
                tr("A GeoPackage with the tiles and, where random places are wanted, an accuracy sample."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Number of new tiles")))
        self.addOutput(QgsProcessingOutputNumber("PLACES", tr("Number of new random places")))

    def _check(self, inputs: Inputs) -> None:
        check_labels_given(inputs)

    def _read(self, inputs: Inputs) -> tuple[NextTilesJob, str]:
        _, prediction = read_prediction_raster(inputs)
        earlier, reviews = inputs.file(EARLIER), inputs.folder / "reviews.gpkg"
        if earlier:
            if not Path(earlier).is_file():
                raise BadInputError(tr("There is no file “{file}” of earlier rounds. Choose it again.", file=earlier))
            shutil.copyfile(earlier, reviews)
        settings = inputs.settings(describe(NextTilesJob))
        job = NextTilesJob(read_scene(inputs), prediction, str(reviews), seed=inputs.whole(SEED), **settings)
        return job, inputs.output("OUTPUT", ".gpkg")

    def _work(self, task: tuple[NextTilesJob, str], inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        job, target = task
        result = run_job(job, inputs.folder, feedback)
        with whole_file(Path(target)) as partial:
            shutil.copyfile(job.out, partial)
        feedback.pushInfo(
            tr("Round {round}: {tiles} tiles and {places} random places.", round=number_text(result["round"] + 1),
               tiles=number_text(result["tiles"]), places=number_text(result["audit"]))
        )  # fmt: skip
        return {"OUTPUT": target, "TILES": result["tiles"], "PLACES": result["audit"]}
