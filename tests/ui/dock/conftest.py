"""The dock on a canvas, with what it says kept for the tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.training.runs.run import BEST, CHECKPOINT, Run
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.messages import Messages
from outcrop.ui.settings import models_folder, runs_folder
from outcrop.ui.worker.environment import ROOT, interpreter_of
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QLocale

MOMENT = 1_700_000_000.0


class Said(Messages):
    """Messages that are also kept."""

    def __init__(self, bar: QgsMessageBar) -> None:
        super().__init__(bar)
        self.texts: list[tuple[str, str]] = []
        self.actions: list[Callable[[], None]] = []

    def success(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self.texts.append(("success", text))
        super().success(text, action, on_action)

    def warning(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self.texts.append(("warning", text))
        if on_action is not None:
            self.actions.append(on_action)
        super().warning(text, action, on_action)

    def error(self, text: str, details: str = "") -> None:
        self.texts.append(("error", text))
        super().error(text, details)

    def of(self, kind: str) -> str:
        """Give all that was said of one kind."""
        return "\n".join(text for said, text in self.texts if said == kind)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def project() -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def messages(qtbot: QtBot) -> Said:
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    said = Said(bar)
    said.bar = bar
    return said


@pytest.fixture
def canvas(qtbot: QtBot) -> QgsMapCanvas:
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.resize(200, 150)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    made.setExtent(QgsRectangle(600_000, 4_739_400, 600_800, 4_740_000))
    return made


@pytest.fixture
def dock(qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, messages: Said) -> Iterator[OutcropDock]:
    made = OutcropDock(project, canvas, messages)
    qtbot.addWidget(made)
    made.show()
    yield made
    assert made.shutdown()


@pytest.fixture
def ready(
    dock: OutcropDock,
    qtbot: QtBot,
    project: QgsProject,
    make_imagery: Callable[..., QgsRasterLayer],
    make_polygons: Callable[..., QgsVectorLayer],
) -> OutcropDock:
    """Give a dock whose Data page is filled in."""
    project.addMapLayers([make_imagery(), make_polygons()])
    qtbot.waitUntil(lambda: dock.data_page.choice.ready, timeout=60_000)
    return dock


@pytest.fixture
def make_working_dock(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make_imagery: Callable[..., QgsRasterLayer],
    make_polygons: Callable[..., QgsVectorLayer],
) -> Iterator[Callable[[Mapping[int, int], Sequence[tuple]], OutcropDock]]:  # fmt: skip
    """Give a maker of docks with the real worker, over polygons and an image that is brighter from some columns on."""
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")
    docks: list[OutcropDock] = []

    def make(brighter: Mapping[int, int], polygons: Sequence[tuple]) -> OutcropDock:
        imagery = make_imagery(size=(90, 120))
        dataset = gdal.Open(imagery.source(), gdal.GA_Update)
        values = np.random.default_rng(1).normal(60, 5, (3, 90, 120))
        for column, by in brighter.items():
            values[:, :, column:] += by
        dataset.WriteArray(values.astype(np.uint8))
        del dataset
        canvas, bar = QgsMapCanvas(), QgsMessageBar()
        for widget in (canvas, bar):
            qtbot.addWidget(widget)
        canvas.setDestinationCrs(imagery.crs())
        canvas.setExtent(QgsRectangle(600_000, 4_739_100, 601_200, 4_740_000))
        docks.append(OutcropDock(QgsProject.instance(), canvas, Messages(bar)))
        qtbot.addWidget(docks[-1])
        docks[-1].show()
        QgsProject.instance().addMapLayers([imagery, make_polygons(polygons)])
        qtbot.waitUntil(lambda: docks[-1].data_page.choice.ready, timeout=60_000)
        return docks[-1]

    yield make
    for dock in docks:
        assert dock.shutdown()


@pytest.fixture
def make_run() -> Callable[..., Run]:
    """Give a maker of runs in the work folder, as a training that went down leaves them."""

    def make(name: str = "a", epochs: int = 6, began: float = MOMENT, **values: Any) -> Run:
        models_folder().mkdir(parents=True, exist_ok=True)
        job = TrainJob(
            (Scene(("i.tif",), "l.gpkg"),), str(models_folder() / f"{name}.safetensors"), Recipe(epochs=40),
            str(runs_folder() / name), name=f"U-Net {name}", **values,
        )  # fmt: skip
        run = Run.create(runs_folder() / name, job_to_json(job))
        os.utime(run.path("job.json"), (began, began))
        run.path(CHECKPOINT).write_bytes(b"")
        for epoch in range(1, epochs + 1):
            run.append_epoch({"epoch": epoch, "miou": 0.1 * epoch})
            run.append_event({"event": "metric", "epoch": epoch, "epochs": 40, "loss": 0.5, "miou": 0.1 * epoch})
            run.path(BEST).write_bytes(b"")
        return run

    return make
