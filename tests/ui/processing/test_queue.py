"""Algorithms that are started at the same time: those that need the GPU or all cores wait for one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from osgeo import gdal
from outcrop.ui.processing.provider import OutcropProvider
from outcrop.ui.worker.task import add_task
from qgis.core import QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProject

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


@pytest.fixture
def start(provider: OutcropProvider, cancelling_on: Callable[[str], Any]) -> Callable[..., Any]:
    """Give a function that starts an algorithm as its dialog does, in a task, and notes who has ended."""
    kept: list[Any] = []

    def do(name: str, parameters: dict[str, Any], ended: list[str], title: str) -> Any:
        algorithm, context, feedback = provider.algorithm(name).create(), QgsProcessingContext(), cancelling_on("never")
        context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        task.executed.connect(lambda successful, _results: ended.append(title if successful else f"{title} failed"))
        kept.extend((algorithm, context, feedback))
        add_task(task)
        return feedback

    return do


def test_heavy_ones_queue_and_light_ones_run_beside_them(
    start: Callable[..., Any], scene: Any, model: str, prediction: str, qtbot: Any
) -> None:
    large = str(scene.folder / "large.tif")
    gdal.Translate(large, scene.image, width=4000, height=4000)
    ended: list[str] = []
    maps = {name: {"MODEL_FILE": model, "OUTPUT": str(scene.folder / f"{name}.tif")} for name in ("first", "second")}
    first = start("predict", {"INPUT": large, **maps["first"]}, ended, "first")
    qtbot.waitUntil(lambda: "Predicting" in first.texts, timeout=60_000)
    second = start("predict", {"INPUT": scene.image, **maps["second"]}, ended, "second")
    qtbot.waitUntil(lambda: "Waiting for another job of Outcrop" in second.texts, timeout=60_000)
    light = {"PREDICTION": prediction, "OUTPUT": str(scene.folder / "clean.tif")}
    third = start("cleanprediction", light, ended, "light")
    qtbot.waitUntil(lambda: len(ended) == 3, timeout=120_000)
    assert sorted(ended) == ["first", "light", "second"]
    assert ended.index("first") < ended.index("second")
    assert not any("Waiting" in text for text in third.texts)
