"""A QGIS in which somebody trains again, and that dies in the middle of it; not a test.

`python killed_again.py FOLDER prepare` trains on image.tif and polygons.gpkg, maps, corrects, and saves project.qgs in
the folder; `python killed_again.py FOLDER STAGE` opens that, trains again and kills itself as soon as the training has
been asked for (beginning), the new map (mapping), or a correction was carried over to it (carrying).
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outcrop.ui.dock.dock import OutcropDock
    from qgis.core import QgsMapLayer, QgsProject
    from qgis.gui import QgsMapCanvas

ROOT = Path(__file__).resolve().parents[4]
_LONGEST_S = 240.0


def main() -> None:
    """Do what the arguments say."""
    folder, stage = Path(sys.argv[1]), sys.argv[2]
    from qgis.core import QgsApplication, QgsProject, QgsSettings
    from qgis.gui import QgsMapCanvas, QgsMessageBar

    application = QgsApplication([], True, str(folder / "profile"))
    application.initQgis()
    QgsSettings().setValue("outcrop/work-folder", str(folder / "work"))
    from outcrop.ui.dock.dock import OutcropDock
    from outcrop.ui.messages import Messages

    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    dock = OutcropDock(QgsProject.instance(), canvas, Messages(bar))
    dock.show()
    if stage == "prepare":
        prepare(dock, canvas, folder)
    else:
        again(dock, folder, stage)
    sys.stdout.flush()
    os._exit(0)


def prepare(dock: OutcropDock, canvas: QgsMapCanvas, folder: Path) -> None:
    """Train, map, correct, and save the project."""
    from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

    project = QgsProject.instance()
    imagery = QgsRasterLayer(str(folder / "image.tif"), "imagery")
    canvas.setDestinationCrs(imagery.crs())
    canvas.setExtent(imagery.extent())
    project.addMapLayers([imagery, QgsVectorLayer(str(folder / "polygons.gpkg"), "polygons", "ogr")])
    form = dock.train_page.form
    form.models.setCurrentIndex(form.models.findData("random_forest"))
    wait(lambda: dock.data_page.choice.ready)
    dock.train_page.train.click()
    wait(lambda: not dock.training.is_running)
    dock._on_predict_now()
    wait(lambda: bool(maps(project)) and not dock.prediction.is_running)
    (first,) = maps(project)
    correct(first.source())
    project.write(str(folder / "project.qgs"))
    dock.shutdown()


def maps(project: QgsProject) -> list[QgsMapLayer]:
    """Give the maps that are in the project."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty("outcrop/imagery")]


def again(dock: OutcropDock, folder: Path, stage: str) -> None:
    """Train again, and die."""
    from outcrop.core.correction.session import Session
    from qgis.core import QgsProject

    QgsProject.instance().read(str(folder / "project.qgs"))
    wait(lambda: dock.data_page.choice.ready)
    dock.data_page.look_for_corrections()

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if stage == "carrying":
        repeat = Session.repeat
        Session.repeat = lambda *values: (repeat(*values), die())[0]
    dock.data_page.corrections.again.click()
    if stage == "beginning":
        die()
    if stage == "mapping":
        wait(lambda: dock.again._task is not None and dock.again._task._process is not None)
        die()
    wait(lambda: False)


def correct(prediction: str) -> None:
    """Give the right part of a map another class, and two pixels of the left one, which no model learns from so few."""
    from outcrop.core.correction.pixels.runs import Runs
    from outcrop.core.correction.session import Session
    from outcrop.core.correction.session_files import new_session_file
    from outcrop.core.geodata.grid import Window
    from outcrop.ui.correction.class_raster import read_prediction
    from outcrop.ui.correction.overlay import SessionGround

    made = read_prediction(prediction)
    session = Session.create(new_session_file(prediction), made, "tester")
    ground = SessionGround.open(session)
    for window, name in ((Window(0, 82, 90, 38), "dike"), (Window(80, 20, 1, 2), "snow")):
        session.paint(Runs.of_window(window), made.legend.id_of(name), "brush")
    ground.close()
    session.close()


def wait(is_so: Callable[[], bool]) -> None:
    """Let QGIS work until something is so."""
    from qgis.PyQt.QtCore import QCoreApplication

    until = time.monotonic() + _LONGEST_S
    while not is_so():
        QCoreApplication.processEvents()
        if time.monotonic() > until:
            sys.exit("It never came.")
        time.sleep(0.005)


if __name__ == "__main__":
    runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    main()
