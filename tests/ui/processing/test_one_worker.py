"""One worker for the toolbox's jobs: it stays from row to row, is replaced when it dies, and rests for heavy ones."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import ResumeJob
from outcrop.core.vectorise.jobs import CleanJob
from outcrop.ui.processing.base.worker_run import run_job
from outcrop.ui.worker.task import add_task
from outcrop.ui.worker.toolbox_worker import close_toolbox_worker, toolbox_worker
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from .listener import Listener

_LARGE_PX = 1500
"""The side of an image over which a worker computes for much longer than it takes to kill it."""


@pytest.fixture(autouse=True)
def _fresh_worker() -> Iterator[None]:
    close_toolbox_worker()
    yield
    close_toolbox_worker()


class Killing(Listener):
    """Feedback that kills the worker as soon as it has begun, so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.pids: list[int] = []
        self._times = times

    def setProgressText(self, text: str) -> None:  # noqa: N802
        super().setProgressText(text)
        pid = toolbox_worker().pid
        if text.startswith("Starting") and pid is not None and len(self.pids) < self._times:
            self.pids.append(pid)
            os.kill(pid, signal.SIGKILL)


def run_in_task(parameters: dict[str, Any], context: QgsProcessingContext, feedback: Listener) -> tuple[bool, dict]:
    """Run “Predict with a model” in a task, as the toolbox does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:predict")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended: list[tuple[bool, dict]] = []
    task.executed.connect(lambda ok, results: ended.append((ok, results)))
    add_task(task)
    until = time.monotonic() + 300
    while not ended and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    return ended[0]


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_the_rows_of_a_batch_share_a_process(open_batch: Callable[[str], Any], scene: Any, model: str) -> None:
    pids = []
    for name in ("north", "south"):
        batch = open_batch("predict")
        batch.panel.addRow(1)
        for row in (0, 1):
            out = str(scene.folder / f"{name}{row}.tif")
            batch.put(row, {"INPUT": scene.image, "MODEL_FILE": model, "OUTPUT": out})
        results, errors = batch.run()
        assert (len(results), errors) == (2, [])
        pids.append(toolbox_worker().pid)
    assert pids[0] is not None
    assert pids[0] == pids[1]


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_a_worker_that_dies_is_replaced_once(
    provider: Any, context: QgsProcessingContext, scene: Any, model: str
) -> None:
    out, large = scene.folder / "map.tif", str(scene.folder / "large.tif")
    gdal.Translate(large, scene.image, width=_LARGE_PX, height=_LARGE_PX)
    feedback = Killing(1)

    ok, _ = run_in_task({"INPUT": large, "MODEL_FILE": model, "OUTPUT": str(out), "TILE_PX": 32}, context, feedback)

    assert ok, feedback.errors
    assert out.is_file()
    assert len(feedback.pids) == 1
    assert any("once more" in text for text in feedback.warnings)


def test_a_job_whose_workers_die_is_told(
    provider: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, feedback: Listener
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "crash")

    with pytest.raises(QgsProcessingException, match="status 7"):
        run_job(PredictJob(("m.safetensors",), ("i.tif",), str(tmp_path / "p.tif")), tmp_path / "job", feedback)

    assert len([text for text in feedback.warnings if "once more" in text]) == 1


def test_a_training_has_its_own_process_and_the_other_one_rests(
    provider: Any, tmp_path: Path, feedback: Listener
) -> None:
    image = tmp_path / "i.tif"
    image.write_bytes(b"pixels")
    run_job(PredictJob(("m.safetensors",), (str(image),), str(tmp_path / "p.tif")), tmp_path / "one", feedback)
    assert toolbox_worker().pid is not None

    with pytest.raises(QgsProcessingException):
        run_job(ResumeJob("run"), tmp_path / "two", feedback)

    assert toolbox_worker().pid is None


def test_a_light_job_does_not_wait_behind_a_long_one(
    provider: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, feedback: Listener, job_command: Any
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    long = toolbox_worker().start_if_idle(job_command(tmp_path / "request.json"), '{"job": "predict"}')
    assert long is not None
    monkeypatch.delenv("OUTCROP_STUB")

    with suppress(QgsProcessingException):
        run_job(CleanJob("p.tif", "c.tif"), tmp_path / "light", feedback)

    assert toolbox_worker().pid == long.pid
    long.cancel()
