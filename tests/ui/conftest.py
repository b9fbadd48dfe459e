"""What the tests of the interface share: the stub worker, imagery and polygons in a coordinate system of choice."""

from __future__ import annotations

import contextlib
import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.ui.worker.environment import Command, child_environment, find_interpreter, worker_command
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

STUB = Path(__file__).with_name("stub_worker.py")
UTM = "EPSG:32654"
ORIGIN = (600_000.0, 4_740_000.0)
PIXEL_M = 10.0
SQUARES = (("dike", 5, 5, 10), ("dike", 30, 10, 12), ("snow", 50, 30, 20))
"""Class, column, row and side of each polygon, in pixels."""


@pytest.fixture(autouse=True, scope="session")
def nothing_left(qgis_app: QgsApplication) -> Iterator[None]:
    """Let go of what outlives the tests, before QGIS ends: a layer that is closed after it brings the process down."""
    yield
    QgsProject.instance().clear()
    _let_go_of_errors()
    for context in [made for made in gc.get_objects() if isinstance(made, QgsProcessingContext)]:
        if not sip.isdeleted(context):
            context.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture(autouse=True)
def clean_profile(qgis_new_project: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start each test with an empty project, no settings of ours, and a work folder of its own."""
    QgsSettings().remove("outcrop")
    QgsSettings().setValue("outcrop/work-folder", str(tmp_path / "work"))
    monkeypatch.setattr("outcrop.ui.memory.memory.memory_file", lambda: tmp_path / "memory.json")
    monkeypatch.setenv("OUTCROP_PYTHON", str(STUB))
    monkeypatch.delenv("OUTCROP_STUB", raising=False)
    yield
    QgsProject.instance().clear()
    QgsSettings().remove("outcrop")
    assert _tasks_left() == []


def _tasks_left(patience_s: float = 20.0) -> list[str]:
    """Give the tasks that don't end; one of them would keep QGIS from ending for ever."""
    manager = QgsApplication.taskManager()
    if manager.activeTasks():
        _let_go_of_errors()
    until = time.monotonic() + patience_s
    while manager.activeTasks() and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    return [task.description() for task in manager.activeTasks()]


def _let_go_of_errors() -> None:
    """Clear what QGIS holds for ever of an algorithm's exception: the frames it passed, with progress and context."""
    for error in [made for made in gc.get_objects() if isinstance(made, QgsProcessingException)]:
        passed = error.__traceback__
        while passed is not None:
            with contextlib.suppress(RuntimeError):
                passed.tb_frame.clear()
            passed = passed.tb_next
        frame = error.__traceback__.tb_frame if error.__traceback__ is not None else None
        while frame is not None:
            with contextlib.suppress(RuntimeError):
                frame.clear()
            frame = frame.f_back
    gc.collect()


@pytest.fixture
def make_imagery(tmp_path: Path) -> Callable[..., QgsRasterLayer]:
    """Give a maker of small rasters with named bands, loaded as layers."""

    def make(
        name: str = "atsuma_rgb",
        size: tuple[int, int] = (60, 80),
        bands: tuple[str, ...] = ("Red", "Green", "Blue"),
        crs: str = UTM,
    ) -> QgsRasterLayer:
        path = tmp_path / f"{name}.tif"
        rows, columns = size
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path), columns, rows, len(bands), gdal.GDT_Byte, ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
        )
        dataset.SetGeoTransform((ORIGIN[0], PIXEL_M, 0.0, ORIGIN[1], 0.0, -PIXEL_M))
        if crs:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(int(crs.partition(":")[2]))
            dataset.SetProjection(reference.ExportToWkt())
        values = np.random.default_rng(1).integers(1, 4, (len(bands), rows, columns), dtype=np.uint8)
        for number, band in enumerate(bands, start=1):
            dataset.GetRasterBand(number).WriteArray(values[number - 1])
            dataset.GetRasterBand(number).SetDescription(band)
        dataset.FlushCache()
        del dataset
        return QgsRasterLayer(str(path), name)

    return make


@pytest.fixture
def make_polygons() -> Callable[..., QgsVectorLayer]:
    """Give a maker of memory layers with square polygons, placed by pixel in the imagery's grid."""

    def make(
        squares: tuple[tuple[str, int, int, int], ...] = SQUARES,
        crs: str = UTM,
        name: str = "training_2026",
    ) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&field=kind:string(50)&field=note:string(50)", name, "memory")
        to_layer = QgsCoordinateTransform(QgsCoordinateReferenceSystem(UTM), layer.crs(), QgsProject.instance())
        features = []
        for kind, column, row, side in squares:
            left, top = ORIGIN[0] + column * PIXEL_M, ORIGIN[1] - row * PIXEL_M
            geometry = QgsGeometry.fromRect(QgsRectangle(left, top - side * PIXEL_M, left + side * PIXEL_M, top))
            geometry.convertToMultiType()
            geometry.transform(to_layer)
            feature = QgsFeature(layer.fields())
            feature.setAttributes([kind or None, ""])
            feature.setGeometry(geometry)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make


@pytest.fixture
def make_points() -> Callable[..., QgsVectorLayer]:
    """Give a maker of memory layers with points, placed by pixel in the imagery's grid."""

    def make(points: tuple[tuple[str, float, float], ...], name: str = "survey_2026") -> QgsVectorLayer:
        layer = QgsVectorLayer(f"Point?crs={UTM}&field=kind:string(50)", name, "memory")
        features = []
        for kind, column, row in points:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([kind or None])
            place = QgsPointXY(ORIGIN[0] + column * PIXEL_M, ORIGIN[1] - row * PIXEL_M)
            feature.setGeometry(QgsGeometry.fromPointXY(place))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make


@pytest.fixture
def is_running() -> Callable[[int], bool]:
    """Give a check whether a process runs; one that only waits to be reaped doesn't."""

    def check(pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except FileNotFoundError:
            return False

    return check


@pytest.fixture
def job_command() -> Callable[[Path], Command]:
    """Give the maker of the stub worker's command, by way of the real interpreter search and scrubbing."""
    return lambda job_file: worker_command(find_interpreter(""), job_file, child_environment(os.environ))
