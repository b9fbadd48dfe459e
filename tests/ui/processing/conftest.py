"""What the tests of the algorithms share: the provider, a tiny scene made by the real worker, and a way to run."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction.class_raster import read_prediction
from outcrop.ui.correction.overlay import SessionGround
from outcrop.ui.environment import ROOT, interpreter_of
from outcrop.ui.processing.provider import OutcropProvider, register
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog

SIDE = 96
QUICK = {"RECIPE": "quick", "MODEL": "maximum_likelihood", "GAP_PX": 2, "TILE_PX": 32, "DEVICE": "cpu"}
"""Settings with which training takes a second."""
TINY_NETWORK = {
    "RECIPE": "quick", "MODEL_WIDTH": 4, "MODEL_DEPTH": 1, "EPOCHS": 1, "TILE_PX": 32, "STRIDE_PX": 64, "GAP_PX": 2,
    "TILES_PER_EPOCH": 8, "DEVICE": "cpu",
}  # fmt: skip


class Listener(QgsProcessingFeedback):
    """Feedback that remembers what it was told, and cancels itself at a progress or at a text."""

    def __init__(self, cancel_at: float = 200.0, cancel_on: Optional[str] = None) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.texts: list[str] = []
        self.progressed: list[float] = []
        self._cancel_at, self._cancel_on = cancel_at, cancel_on
        self.progressChanged.connect(self._on_progress)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self.texts.append(text)
        if self._cancel_on is not None and text.startswith(self._cancel_on):
            self.cancel()

    def _on_progress(self, progress: float) -> None:
        self.progressed.append(progress)
        if progress >= self._cancel_at:
            self.cancel()


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


class Batch:
    """A batch dialog, used as a hand would."""

    def __init__(self, dialog: Any) -> None:
        self.dialog, self.panel = dialog, dialog.mainWidget()
        self.panel.checkLoadLayersOnCompletion.setChecked(False)

    def put(self, row: int, values: dict[str, Any]) -> None:
        """Type values into a row."""
        context = QgsProcessingContext()
        for name, value in values.items():
            place = self.panel.parameter_to_column[name]
            if self.panel.alg.parameterDefinition(name).isDestination():
                self.panel.tblParameters.cellWidget(row + 1, place).setValue(value)
            else:
                self.panel.wrappers[row][place].setParameterValue(value, context)

    def column(self, name: str) -> list[Any]:
        """Give what stands in all rows."""
        rows, place = range(self.panel.batchRowCount()), self.panel.parameter_to_column[name]
        if self.panel.alg.parameterDefinition(name).isDestination():
            return [self.panel.tblParameters.cellWidget(row + 1, place).getValue() for row in rows]
        return [self.panel.valueForParameter(row, name) for row in rows]

    def fill(self, name: str) -> Any:
        """Give the “Autofill…” of a column."""
        return self.panel.tblParameters.cellWidget(0, self.panel.parameter_to_column[name])

    def name_outputs(self, output: str, file: str, parameter: str = "") -> None:
        """Click “…” beside the first row's output and have the rows below named by a parameter, or by numbers."""
        from processing.gui import BatchOutputSelectionPanel as Panel

        class Chosen(Panel.AutofillDialog):
            """Answers at once."""

            def exec_(self) -> int:
                self.mode = self.FILL_WITH_PARAMETER if parameter else self.FILL_WITH_NUMBERS
                self.param_name = parameter
                return int(QDialog.DialogCode.Accepted)

            exec = exec_

        kind = self.panel.alg.parameterDefinition(output).createFileFilter()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Panel, "AutofillDialog", Chosen)
            patch.setattr(Panel.QFileDialog, "getSaveFileName", lambda *_: (file, kind))
            patch.setattr(Panel.QFileDialog, "getExistingDirectory", lambda *_: file)
            self.panel.tblParameters.cellWidget(1, self.panel.parameter_to_column[output]).showSelectionDialog()

    def run(self) -> tuple[list[Any], list[Any]]:
        """Press Run; give the rows that went well and those that failed."""
        told: list[tuple[list[Any], list[Any]]] = []
        self.dialog.finish = lambda results, errors: told.append((results, errors))
        self.dialog.runAlgorithm()
        (answer,) = told
        return answer


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
    for part in ("train", "valid"):
        for kind, source in (("images", scene_files.image), ("masks", "")):
            (tmp_path / "data" / part / kind).mkdir(parents=True)
            file = tmp_path / "data" / part / kind / "tile.tif"
            if source:
                gdal.Translate(str(file), source, srcWin=[0, 0, 32, 32])
                continue
            mask = gdal.GetDriverByName("GTiff").Create(str(file), 32, 32, 1, gdal.GDT_Byte)
            mask.GetRasterBand(1).WriteArray(np.arange(1024, dtype=np.uint8).reshape(32, 32) % 2 + 1)
    return str(tmp_path / "data")


@dataclass(frozen=True)
class Scene:
    """A tiny scene: two bands in three stripes of rock, polygons and samples on them, the area they were drawn in."""

    folder: Path
    image: str
    polygons: str
    area: str
    points: str
    coarse: str

    @property
    def data(self) -> dict[str, Any]:
        """The scene as an algorithm's parameters."""
        return {"INPUT": self.image, "POLYGONS": self.polygons, "CLASS_FIELD": "kind"}


@pytest.fixture(scope="session")
def scene_files(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Make the scene's files once."""
    folder = tmp_path_factory.mktemp("scene")
    image = folder / "rocks.tif"
    rng = np.random.default_rng(7)
    stripes = np.repeat(np.array([40, 120, 200]), SIDE // 3)[None, :].repeat(SIDE, axis=0)
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(image), SIDE, SIDE, 2, gdal.GDT_Byte, ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
    )
    dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    for number, name in enumerate(("Red", "Near infrared"), start=1):
        values = stripes + rng.normal(0, 6, stripes.shape) * number
        dataset.GetRasterBand(number).WriteArray(values.clip(0, 255).astype(np.uint8))
        dataset.GetRasterBand(number).SetDescription(name)
    del dataset
    squares = [
        (kind, 32 * place + 3, row, 10) for place, kind in enumerate(("granite", "gneiss", "marble"))
        for row in (4, 24, 44, 64, 82)
    ]  # fmt: skip
    polygons = _squares(folder / "training.geojson", squares)
    area = _squares(folder / "area.geojson", [("", 0, 0, SIDE)])
    return Scene(folder, str(image), polygons, area, _samples(folder / "samples.geojson"), _coarse(folder / "zinc.tif"))


@pytest.fixture
def scene(scene_files: Scene, tmp_path: Path) -> Scene:
    """Give the scene, with a folder to write to."""
    return replace(scene_files, folder=tmp_path)


def _squares(path: Path, squares: list[tuple[str, int, int, int]]) -> str:
    """Write squares, placed by pixel, to a file in degrees: another coordinate system than the image's."""
    from osgeo import ogr

    utm, degrees = osr.SpatialReference(), osr.SpatialReference()
    utm.ImportFromEPSG(32654)
    degrees.ImportFromEPSG(4326)
    for reference in (utm, degrees):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(utm, degrees)
    dataset = ogr.GetDriverByName("GeoJSON").CreateDataSource(str(path))
    layer = dataset.CreateLayer("squares", degrees, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    for kind, column, row, side in squares:
        left, top = 600_000.0 + 10 * column, 4_740_000.0 - 10 * row
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ((0, 0), (side, 0), (side, -side), (0, -side), (0, 0)):
            ring.AddPoint_2D(left + 10 * x, top + 10 * y)
        shape = ogr.Geometry(ogr.wkbPolygon)
        shape.AddGeometry(ring)
        shape.Transform(move)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("kind", kind)
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
    del layer, dataset
    return str(path)


def _coarse(path: Path) -> str:
    """Write a raster with pixels ten times as large as the scene's."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE // 10, SIDE // 10, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((600_000.0, 100.0, 0.0, 4_740_000.0, 0.0, -100.0))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    dataset.SetProjection(reference.ExportToWkt())
    values = np.arange((SIDE // 10) ** 2, dtype=np.float32).reshape(SIDE // 10, -1) % 7
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetDescription("Zn")
    del dataset
    return str(path)


def _samples(path: Path) -> str:
    """Write samples with a content of zinc that rises to the east."""
    features = [
        {
            "type": "Feature",
            "properties": {"zn": float(column + row % 3), "cu": float(200 - column), "pb": float(30 + row)},
            "geometry": {"type": "Point", "coordinates": [600_005.0 + 10 * column, 4_739_995.0 - 10 * row]},
        }
        for column in range(4, SIDE, 16)
        for row in range(5, SIDE, 20)
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return str(path)


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
