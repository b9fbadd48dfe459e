"""What the tests of the algorithms share: the provider, a tiny scene made by the real worker, and a way to run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.correction.overlay import SessionGround
from outcrop.ui.processing.provider import OutcropProvider, register
from outcrop.ui.worker.environment import ROOT, interpreter_of
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorLayer

from .batch import Batch
from .listener import Listener
from .tiny_scene import Scene, make_scene, make_tiles

QUICK = {"RECIPE": "quick", "MODEL": "maximum_likelihood", "GAP_PX": 2, "TILE_PX": 32, "DEVICE": "cpu"}
"""Settings with which training takes a second."""
TINY_NETWORK = {
    "RECIPE": "quick", "MODEL_WIDTH": 4, "MODEL_DEPTH": 1, "EPOCHS": 1, "TILE_PX": 32, "STRIDE_PX": 64, "GAP_PX": 2,
    "TILES_PER_EPOCH": 8, "DEVICE": "cpu",
}  # fmt: skip


@dataclass
class Done:
    """What a run gave: its outputs, what it told, and the context with the layers it would load."""

    outputs: dict[str, Any]
    feedback: Listener
    context: QgsProcessingContext = field(repr=False)


@pytest.fixture
def quick() -> dict[str, Any]:
    """Give settings with which training takes a second or two."""
    return dict(QUICK)


@pytest.fixture
def tiny_network() -> dict[str, Any]:
    """Give settings with which a network is trained for a few steps."""
    return dict(TINY_NETWORK)


@pytest.fixture
def dialog(algorithm: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Give the toolbox's dialog of the algorithm that a module's fixture of that name gives."""
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)  # the stand-in has no browser
    made = AlgorithmDialog(algorithm)
    yield made
    made.deleteLater()


@pytest.fixture
def feedback() -> Listener:
    """Give feedback that remembers what it was told."""
    return Listener()


@pytest.fixture
def cancelling() -> Listener:
    """Give feedback that cancels at the first progress."""
    return Listener(cancel_at=0.01)


@pytest.fixture
def cancelling_on() -> Callable[[str], Listener]:
    """Give a maker of feedback that cancels when it is told a text."""
    return lambda text: Listener(cancel_on=text)


@pytest.fixture
def provider(qgis_processing: None) -> Iterator[OutcropProvider]:
    """Register the provider for one test."""
    del qgis_processing
    made = register()
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture
def real_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute with the checkout's own environment."""
    if not interpreter_of(ROOT / ".venv").is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    monkeypatch.delenv("OUTCROP_PYTHON")


@pytest.fixture
def context() -> Iterator[QgsProcessingContext]:
    """Give a context; layers that are still in it when QGIS has ended would take the interpreter down."""
    made = QgsProcessingContext()
    made.setProject(QgsProject.instance())
    yield made
    made.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture
def run(provider: OutcropProvider, context: QgsProcessingContext) -> Callable[..., Done]:
    """Give a function that runs an algorithm through `processing.run`."""
    del provider
    import processing

    def do(name: str, parameters: dict[str, Any], feedback: Listener | None = None) -> Done:
        told = feedback or Listener()
        outputs = processing.run(f"outcrop:{name}", parameters, feedback=told, context=context)
        return Done(outputs, told, context)

    return do


@pytest.fixture
def open_batch(provider: OutcropProvider, qgis_iface: Any) -> Iterator[Callable[[str], Batch]]:
    """Give a function that opens an algorithm's batch dialog without loading what it makes."""
    del provider, qgis_iface
    opened: list[Batch] = []

    def do(name: str) -> Batch:
        from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"outcrop:{name}")
        opened.append(Batch(BatchAlgorithmDialog(algorithm)))
        return opened[-1]

    yield do
    for batch in opened:
        batch.panel.wrappers.clear()  # those of fields hold layers, whose files must close while the test lasts
        batch.dialog.deleteLater()


@pytest.fixture
def tiles(scene_files: Scene, tmp_path: Path) -> str:
    """Make a data set of two tiles with masks."""
    return make_tiles(scene_files, tmp_path)


@pytest.fixture(scope="session")
def scene_files(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Make the scene's files once."""
    return make_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def scene(scene_files: Scene, tmp_path: Path) -> Scene:
    """Give the scene, with a folder to write to."""
    return replace(scene_files, folder=tmp_path)


@pytest.fixture
def memory_polygons(scene: Scene) -> QgsVectorLayer:
    """Give the polygons as a layer in memory, in the project."""
    from qgis.core import QgsFeatureRequest

    layer = QgsVectorLayer(scene.polygons, "drawn", "ogr").materialize(QgsFeatureRequest())
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture(scope="session")
def model(scene_files: Scene) -> str:
    """Train a small classifier with the command line, once."""
    path = scene_files.folder / "model.safetensors"
    _train(scene_files, path, "--model", "maximum_likelihood", "--set", "gap_px=2")
    return str(path)


@pytest.fixture(scope="session")
def network(scene_files: Scene) -> str:
    """Train a tiny network with the command line, once."""
    path = scene_files.folder / "network.safetensors"
    settings = (
        "model_parameters.width=4", "model_parameters.depth=1", "tile_px=32", "stride_px=64", "gap_px=2",
        "tiles_per_epoch=16",
    )  # fmt: skip
    _train(scene_files, path, "--epochs", "2", *(word for setting in settings for word in ("--set", setting)))
    return str(path)


@pytest.fixture(scope="session")
def prediction(scene_files: Scene, model: str) -> str:
    """Predict with the command line, once."""
    path = scene_files.folder / "prediction.tif"
    _command("predict", "--model", model, "--image", scene_files.image, "--out", str(path), "--probabilities")
    return str(path)


@pytest.fixture(scope="session")
def corrections_file(prediction: str) -> str:
    """Correct the prediction in two places, once."""
    path = Path(prediction).with_name("prediction_corrections.gpkg")
    with Session.create(path, read_prediction(prediction), "mara") as session:
        ground = SessionGround.open(session)
        session.paint(Runs.of_window(Window(10, 10, 30, 20)), 1, "rectangle", note="checked")
        session.paint(Runs.of_window(Window(30, 20, 25, 30)), 3, "rectangle")
        ground.close()
    return str(path)


@pytest.fixture(scope="session")
def other_prediction(prediction: str, corrections_file: str) -> str:
    """Apply the corrections to the prediction, once."""
    path = Path(prediction).with_name("prediction_corrected.tif")
    _command("apply-corrections", "--session", corrections_file, "--prediction", prediction, "--out", str(path))
    return str(path)


@pytest.fixture(scope="session")
def answered_sample(scene_files: Scene, prediction: str) -> str:
    """Draw a sample with the command line and answer every point but one as the map has it, once."""
    path = scene_files.folder / "answered.gpkg"
    _command("draw-sample", "--prediction", prediction, "--out", str(path), "--points", "60", "--least-per-class", "10")
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayer(0)
    for number, feature in enumerate(layer):
        feature["answer"] = feature["stratum"] if number else "?"
        layer.SetFeature(feature)
    return str(path)


@pytest.fixture(scope="session")
def comparison(scene_files: Scene) -> str:
    """Compare one model with the command line, once."""
    path = scene_files.folder / "comparison"
    data = ("--image", scene_files.image, "--labels", scene_files.polygons, "--class-field", "kind")
    settings = (
        "--set",
        "gap_px=2",
        "--set",
        "tile_px=32",
        "--bootstrap-block-px",
        "8",
        "--model",
        "maximum_likelihood",
    )
    _command("compare", *data, *settings, "--out", str(path))
    return str(path)


def _train(scene: Scene, path: Path, *words: str) -> None:
    data = ("--image", scene.image, "--labels", scene.polygons, "--class-field", "kind")
    _command("train", *data, *words, "--out", str(path))


def _command(*words: str) -> None:
    """Call the command line with the checkout's own environment."""
    interpreter = interpreter_of(ROOT / ".venv")
    if not interpreter.is_file():
        pytest.skip("The worker's environment isn't there; `make setup` makes it.")
    command = [str(interpreter), "-I", str(ROOT / "core"), *words]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
