"""The toolbox's half of `batches.py`: “Predict with a model” over a folder of rasters, each in a task of QGIS.

    .venv-qgis/bin/python -m benchmarks.performance.batches_toolbox MODEL FOLDER_OF_RASTERS FOLDER_OF_MAPS

It prints the moments at which the maps were there, in seconds, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from outcrop.ui.processing.provider import register
from outcrop.ui.worker.task import add_task
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QSettings

_LONGEST_S = 600.0


def main() -> None:
    """Map every raster and print when each was done."""
    model, rasters, maps = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="outcrop-bench-") as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = QgsApplication([], False, folder)
        application.initQgis()
        provider = register()
        began, moments = time.monotonic(), []
        for raster in sorted(Path(rasters).glob("*.tif")):
            predict(model, raster, Path(maps) / raster.name)
            moments.append(time.monotonic() - began)
        del provider
    print(json.dumps(moments), flush=True)
    os._exit(0)  # QGIS's own end takes seconds and measures nothing


def predict(model: str, raster: Path, out: Path) -> None:
    """Map one raster as a row of the batch does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:predict")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    values = {"INPUT": str(raster), "MODEL_FILE": model, "OUTPUT": str(out)}
    task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
    ended: list[bool] = []
    task.executed.connect(lambda ok, _results: ended.append(ok))
    add_task(task)
    until = time.monotonic() + _LONGEST_S
    while not ended and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    if not ended or not ended[0]:
        raise SystemExit(f"“{raster}” wasn't mapped: {feedback.textLog()[-2000:]}")


if __name__ == "__main__":
    main()
