"""Import a model: an ONNX file from elsewhere, or a model file that somebody has sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ....core.errors import BadInputError
from ....core.files.naming import file_stem, free_path
from ....core.interchange.import_parameters import OnnxSettings
from ....core.interchange.jobs import ImportModelJob
from ....core.model.card_file import SUFFIX
from ....core.parameters import describe, from_dict
from ...settings import models_folder
from ...texts import tr
from ..base.algorithm import MODELS, OutcropAlgorithm
from ..base.declarations import described, file_output, with_help
from ..base.inputs import Inputs
from ..base.worker_run import run_job


class ImportModel(OutcropAlgorithm):
    """Import a model."""

    KEY = "importmodel"
    TITLE = QT_TRANSLATE_NOOP("Outcrop", "Import a model")
    GROUP = MODELS
    SUMMARY = QT_TRANSLATE_NOOP(
        "Outcrop",
        "Makes a model file of an ONNX segmentation model, such as one made for the plugin Deepness, so that Outcrop "
        "predicts with it; or copies a model file of Outcrop's among your models.\n"
        "What the ONNX file doesn't say of itself (classes, pixel size, bands, scaling) is given by hand. Files that "
        "can run code when they are read, such as .pt and .pth, aren't opened.",
    )
    PAPER = QT_TRANSLATE_NOOP("Outcrop", "Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495")
    TAGS = QT_TRANSLATE_NOOP("Outcrop", "onnx deepness zoo safetensors share")

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declare the file, what it may not say of itself, and the model file."""
        del configuration
        file = QgsProcessingParameterFile(
            "FILE", tr("Model"), fileFilter=tr("Models ({patterns})", patterns=f"*.onnx *{SUFFIX}")
        )
        self.addParameter(with_help(file, tr("An ONNX file, or a model file of Outcrop's.")))
        for entry in describe(OnnxSettings):
            self.addParameter(described(entry))
        target = file_output("MODEL_FILE", tr("Model file"), tr("Model files"), SUFFIX, optional=True, by_default=False)
        self.addParameter(with_help(target, tr("Where to write it; empty puts it among your models.")))
        for name, label in (("NAME_READ", tr("Name")), ("CLASSES_READ", tr("Classes")), ("BANDS_READ", tr("Bands"))):
            self.addOutput(QgsProcessingOutputString(name, label))
        self.addOutput(QgsProcessingOutputNumber("PIXEL_SIZE_READ", tr("Pixel size in metres")))

    def _check(self, inputs: Inputs) -> None:
        from_dict(OnnxSettings, inputs.settings(describe(OnnxSettings)))
        file = Path(inputs.file("FILE"))
        if not file.is_file():
            raise BadInputError(tr("There is no file “{file}”. Choose an ONNX file or a model file.", file=file))

    def _read(self, inputs: Inputs) -> ImportModelJob:
        file = inputs.file("FILE")
        target = inputs.output("MODEL_FILE", SUFFIX)
        if not target:
            models_folder().mkdir(parents=True, exist_ok=True)
            target = str(free_path(models_folder(), file_stem(Path(file).stem), SUFFIX))
        return ImportModelJob(file, target, from_dict(OnnxSettings, inputs.settings(describe(OnnxSettings))))

    def _work(self, task: ImportModelJob, inputs: Inputs, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        result = run_job(task, inputs.folder, feedback)
        return {
            "MODEL_FILE": result["model_file"],
            "NAME_READ": result["name"],
            "CLASSES_READ": ", ".join(result["classes"]),
            "BANDS_READ": ", ".join(result["bands"]),
            "PIXEL_SIZE_READ": result["pixel_size_m"],
        }
