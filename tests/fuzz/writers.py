"""Every job that writes, on inputs small enough to do it hundreds of times; and whether what it wrote is whole."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from affine import Affine
from outcrop.core.assessment.jobs import AssessBoundariesJob, EvaluateJob
from outcrop.core.assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from outcrop.core.assessment.sampling.settings import SampleSettings
from outcrop.core.comparison.jobs import ChangesJob, CompareJob, CompareSettings, Contestant
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.jobs import ApplyCorrectionsJob, CorrectionsToLabelsJob, RegionsJob
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.prediction import Prediction
from outcrop.core.correction.session import Session
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events
from outcrop.core.explanation.jobs import (
    ApplicabilityJob,
    BandImportanceJob,
    ImportanceSettings,
    SaliencyJob,
    SaliencySettings,
)
from outcrop.core.files.digest import sha256_of
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.scene import Scene
from outcrop.core.geodata.written import check_geopackage, check_raster
from outcrop.core.interchange.jobs import ExportOnnxJob, ImportModelJob
from outcrop.core.jobs.execution import execute
from outcrop.core.labels.datasets.jobs import ExportTilesJob, ImportTilesJob
from outcrop.core.labels.datasets.tile_export_settings import TileSettings
from outcrop.core.labels.jobs import CheckLabelsJob, RasteriseJob
from outcrop.core.live.jobs import LiveMapJob
from outcrop.core.model.card_file import read_card, write_card
from outcrop.core.model.model_file import load_model
from outcrop.core.prediction.jobs import PredictJob, ThresholdJob
from outcrop.core.prediction.raster.class_file import open_class_file
from outcrop.core.preparation.jobs import LayerJob, SaveStackJob, TableLogRatiosJob
from outcrop.core.report.jobs import ReportJob
from outcrop.core.review.jobs import NextTilesJob
from outcrop.core.sample.jobs import SampleJob
from outcrop.core.training.runs.checkpoints import load_checkpoint
from outcrop.core.training.settings.jobs import ResumeJob, SplitLabelsJob, TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob
from outcrop.core.vectorise.parameters import CentreLineParameters, CleanParameters

SIDE = 96
PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)
CRS = "EPSG:32654"
CLASSICAL = Recipe(model="maximum_likelihood", gap_px=2, tile_px=16, block_px=16)
NETWORK = Recipe(
    model="unet", model_parameters={"width": 4, "depth": 1}, tile_px=16, stride_px=16, tiles_per_epoch=8, batch_size=4,
    epochs=2, learning_rate=0.01, gap_px=2,
)  # fmt: skip


@dataclass(frozen=True)
class Writer:
    """A job that writes to a folder.

    Attributes:
        job: Gives it, from the folders of its inputs and of its outputs.
        before: What has to be in the outputs' folder, made once.
        goes_on: Whether it adds to what is there, so that what it has finished stays after it was broken off.
        fresh: Whether it makes a folder, which mustn't be there.
    """

    job: Callable[[Path, Path], Any]
    before: Callable[[Path, Path], object] = lambda _inputs, _out: None
    goes_on: bool = False
    fresh: bool = False

    def work(self, inputs: Path, out: Path) -> None:
        """Do it."""
        job = self.job(inputs, out)
        if job is not None:
            do(job)


def do(job: Any) -> dict[str, Any]:
    """Do a job as the worker does it."""
    return execute(job, Events())


def scene(inputs: Path) -> Scene:
    """Give the scene of the inputs, labelled altogether."""
    return Scene((f"{inputs}/image.tif",), f"{inputs}/labels.gpkg", "kind", labelled_area=f"{inputs}/area.gpkg")


def train_job(inputs: Path, out: Path, recipe: Recipe = CLASSICAL, name: str = "o") -> TrainJob:
    """Give a training."""
    return TrainJob((scene(inputs),), f"{out}/{name}.safetensors", recipe, device="cpu", threads=1)


def predict_job(inputs: Path, out: Path, **more: Any) -> PredictJob:
    """Give a prediction."""
    return PredictJob((f"{inputs}/model.safetensors",), (f"{inputs}/image.tif",), str(out), device="cpu", **more)


def make_inputs(folder: Path) -> Path:
    """Make all that the jobs read."""
    random = np.random.default_rng(1)
    stripes = (np.arange(SIDE)[:, None] // 12 + np.zeros(SIDE, int)) % 2
    image = np.where(stripes, 160, 60)[None] + random.normal(0, 6, (3, SIDE, SIDE))
    profile = {"driver": "GTiff", "width": SIDE, "height": SIDE, "count": 3, "dtype": "uint8", "crs": CRS,
               "transform": PLACE}  # fmt: skip
    with rasterio.open(folder / "image.tif", "w", **profile) as file:
        file.write(image.clip(1, 255).astype(np.uint8))
    write_polygons(folder / "labels.gpkg", [(4, row, 92, row + 12) for row in range(12, SIDE, 24)], ["dike"] * 4)
    write_polygons(folder / "two.gpkg", [(4, 12, 92, 24), (4, 24, 92, 36)], ["dike", "sand"])
    write_polygons(folder / "area.gpkg", [(0, 0, SIDE, SIDE)], ["area"])
    recipes = {
        "model": CLASSICAL, "network": replace(NETWORK, epochs=1),
        "committee": replace(NETWORK, epochs=1, committee="with_classifiers"),
    }  # fmt: skip
    write_analyses(folder / "parts.gpkg")
    for name, recipe in recipes.items():
        do(train_job(folder, folder, recipe, name))
    do(predict_job(folder, folder / "map.tif", probabilities=True))
    do(CleanJob(f"{folder}/map.tif", f"{folder}/other.tif", CleanParameters(majority_px=2)))
    answer(folder)
    with session(folder / "map.tif", folder / "corrections.gpkg") as open_session:
        open_session.paint(Runs.of_window(Window(3, 4, 30, 40)), 2, "rectangle")
    do(CompareJob(scene(folder), f"{folder}/comparison", contestants(), settings=comparing(), device="cpu", threads=1))
    do(tiles_job(folder, folder / "tiles"))
    return folder


def write_polygons(path: Path, boxes: list[tuple[int, int, int, int]], kinds: list[str]) -> None:
    """Write boxes (column, row, column, row)."""
    corners = [(*(PLACE @ (left, bottom)), *(PLACE @ (right, top))) for left, top, right, bottom in boxes]
    shapes = np.array([shapely.box(*corner) for corner in corners])
    pyogrio.raw.write(
        str(path), shapely.to_wkb(shapes), [np.array(kinds, object)], np.array(["kind"]),
        geometry_type="Polygon", crs=CRS, driver="GPKG",
    )  # fmt: skip


def write_analyses(path: Path) -> None:
    """Write points with parts of a whole."""
    places = [PLACE @ (column + 0.5, row + 0.5) for column in range(4, SIDE, 9) for row in range(4, SIDE, 9)]
    shapes, parts = shapely.points(places), np.random.default_rng(0).dirichlet([3, 2, 1], len(places)).T
    pyogrio.raw.write(
        str(path), shapely.to_wkb(shapes), list(parts), ["zn", "cu", "pb"], geometry_type="Point", crs=CRS,
        driver="GPKG",
    )  # fmt: skip


def answer(folder: Path) -> None:
    """Draw an accuracy sample and answer it."""
    path = folder / "sample.gpkg"
    do(DrawSampleJob(f"{folder}/map.tif", str(path), SampleSettings(points=60)))
    with closing(sqlite3.connect(path)) as file:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            file.create_function(name, 1, lambda _shape: 0)
        file.execute("UPDATE accuracy_sample SET answer = 'dike'")
        file.commit()


@contextmanager
def session(path: Path, file: Path) -> Any:
    """Correct a prediction; a session that is there goes on."""
    given = open_class_file(str(path))
    place = given.grid.pixel_grid
    subject = Prediction(str(path), place, given.legend, sha256_of(path), "m")
    opened = Session.open(file, subject, "mara") if file.exists() else Session.create(file, subject, "mara")
    with opened, rasterio.open(path) as dataset:
        values = dataset.read(1)
        opened.attach(Ground(place, _Pixels(values), _Pixels(np.zeros_like(values)), 8))
        yield opened


class _Pixels:
    """A raster in memory."""

    def __init__(self, values: np.ndarray) -> None:
        self._values = values

    def read(self, window: Window) -> np.ndarray:
        return self._values[window.slices()].copy()

    def write(self, window: Window, values: np.ndarray) -> None:
        self._values[window.slices()] = values

    def flush(self) -> None:
        pass


def contestants() -> tuple[Contestant, ...]:
    """Give two kinds of model."""
    return Contestant("likelihood", CLASSICAL), Contestant("forest", replace(CLASSICAL, model="random_forest"))


def comparing() -> CompareSettings:
    """Give how they are compared."""
    return CompareSettings(bootstrap_block_px=8)


def tiles_job(inputs: Path, folder: Path) -> ExportTilesJob:
    """Give an export of tiles."""
    settings = TileSettings(tile_px=32, stride_px=16, least_labelled_share=0.0)
    return ExportTilesJob(scene(inputs), str(folder), settings)


def rename(_inputs: Path, out: Path) -> None:
    """Write notes into a model's card."""
    write_card(out / "o.safetensors", read_card(out / "o.safetensors").noted("n" * 3_000))


def correct(inputs: Path, out: Path) -> None:
    """Paint forty strokes in a session."""
    random = np.random.default_rng(3)
    with session(inputs / "map.tif", out / "o.gpkg") as opened:
        for number in range(40):
            row, col = random.integers(0, SIDE - 20, 2).tolist()
            opened.paint(Runs.of_window(Window(row, col, 15, 17)), 1 + number % 2, "rectangle")


def interrupted(inputs: Path, out: Path) -> None:
    """Begin a training of a network and stop it after its first epoch."""
    events = Events()

    def stop_after_an_epoch(event: dict[str, Any]) -> None:
        if "miou" in event:
            events.cancel()

    events.redirect(stop_after_an_epoch)
    with pytest.raises(CancelledError):
        execute(train_job(inputs, out, replace(NETWORK, epochs=3)), events)


WRITERS: dict[str, Writer] = {
    "train": Writer(train_job, goes_on=True),
    "resume": Writer(lambda _f, o: ResumeJob(f"{o}/o.run", "cpu"), interrupted, goes_on=True),
    "predict": Writer(lambda f, o: predict_job(f, o / "o.tif", probabilities=True, uncertainty=True)),
    "live_map": Writer(lambda f, o: LiveMapJob(
        Scene((f"{f}/image.tif",), f"{f}/two.gpkg", "kind"), (400_000, 4_699_100, 400_900, 4_700_000), 10.0,
        f"{o}/o.tif",
    )),
    "evaluate": Writer(lambda f, o: EvaluateJob(
        f"{f}/map.tif", f"{f}/labels.gpkg", "kind", labelled_area=f"{f}/area.gpkg", out=f"{o}/o.json"
    )),
    "draw_sample": Writer(lambda f, o: DrawSampleJob(f"{f}/map.tif", f"{o}/o.gpkg", SampleSettings(points=60))),
    "assess_sample": Writer(lambda f, o: AssessSampleJob(f"{f}/map.tif", f"{f}/sample.gpkg", out=f"{o}/o.json")),
    "changes": Writer(lambda f, o: ChangesJob(f"{f}/map.tif", f"{f}/other.tif", f"{o}/o.tif")),
    "next_tiles": Writer(lambda f, o: NextTilesJob(
        scene(f), f"{f}/map.tif", f"{o}/o.gpkg", count=3, side=16), goes_on=True),
    "rasterise": Writer(lambda f, o: RasteriseJob(scene(f), f"{o}/o.tif")),
    "split_labels": Writer(lambda f, o: SplitLabelsJob(scene(f), f"{o}/o.tif", CLASSICAL)),
    "check_labels": Writer(lambda f, o: CheckLabelsJob(scene(f), f"{o}/o.gpkg")),
    "threshold": Writer(lambda f, o: ThresholdJob(f"{f}/map.tif", f"{o}/o.tif", "dike", 0.3)),
    "clean": Writer(lambda f, o: CleanJob(
        f"{f}/map.tif", f"{o}/o.tif", CleanParameters(majority_px=1, least_area_m2=500))),
    "polygons": Writer(lambda f, o: PolygonsJob(
        f"{f}/map.tif", f"{o}/o.gpkg", probabilities=f"{f}/map_probabilities.tif")),
    "centre_lines": Writer(lambda f, o: CentreLinesJob(
        f"{f}/map.tif", f"{o}/o.gpkg", "dike", CentreLineParameters(least_length_m=10))),
    "apply_corrections": Writer(lambda f, o: ApplyCorrectionsJob(
        f"{f}/map.tif", f"{f}/corrections.gpkg", f"{o}/o.tif")),
    "corrections_to_labels": Writer(lambda f, o: CorrectionsToLabelsJob(f"{f}/corrections.gpkg", f"{o}/o.gpkg")),
    "regions": Writer(lambda f, o: RegionsJob(f"{f}/map.tif", f"{o}/o.regions")),
    "assess_boundaries": Writer(lambda f, o: AssessBoundariesJob(
        f"{f}/map.tif", f"{f}/labels.gpkg", "kind", labelled_area=f"{f}/area.gpkg", out=f"{o}/o.json")),
    "compare": Writer(lambda f, o: CompareJob(
        scene(f), f"{o}/o", contestants()[:1], settings=comparing(), device="cpu", threads=1), goes_on=True,
        fresh=True),
    "band_importance": Writer(lambda f, o: BandImportanceJob(
        f"{f}/model.safetensors", scene(f), ImportanceSettings(blocks=4, block_px=16, repeats=1), f"{o}/o.json",
        device="cpu")),
    "applicability": Writer(lambda f, o: ApplicabilityJob(f"{f}/model.safetensors", scene(f), f"{o}/o.tif")),
    "saliency": Writer(lambda f, o: SaliencyJob(
        f"{f}/network.safetensors", (f"{f}/image.tif",), f"{o}/o.tif", (400_000, 4_699_600, 400_400, 4_700_000),
        settings=SaliencySettings(steps=2), device="cpu")),
    "report": Writer(lambda f, o: ReportJob(f"{f}/comparison", f"{o}/o.html")),
    "export_tiles": Writer(lambda f, o: tiles_job(f, o / "o"), fresh=True),
    "import_tiles": Writer(lambda f, o: ImportTilesJob(f"{f}/tiles", f"{o}/o"), fresh=True),
    "export_onnx": Writer(lambda f, o: ExportOnnxJob(f"{f}/committee.safetensors", f"{o}/o.onnx")),
    "import_model": Writer(lambda f, o: ImportModelJob(f"{f}/model.safetensors", f"{o}/o.safetensors")),
    "table_log_ratios": Writer(
        lambda f, o: TableLogRatiosJob(f"{f}/parts.gpkg", f"{o}/o.gpkg", ("zn", "cu")),
    ),
    "save_stack": Writer(lambda f, o: SaveStackJob((f"{f}/image.tif",), f"{o}/o.vrt")),
    "prepare_layer": Writer(lambda f, o: LayerJob("terrain", (f"{f}/image.tif",), f"{o}/o.tif", ("1:1",))),
    "sample": Writer(lambda _f, o: SampleJob(f"{o}/o", size_px=128), fresh=True),
    "rename": Writer(rename, lambda f, o: shutil.copyfile(f / "model.safetensors", o / "o.safetensors")),
    "correct": Writer(correct, goes_on=True),
}  # fmt: skip
"""By the job's kind; `rename` and `correct` are what the dock does itself."""


def trouble_with(path: Path) -> str:
    """Say what is wrong with a file that was written; empty where it is whole."""
    checks: dict[str, Callable[[Path], object]] = {
        ".tif": check_raster, ".gpkg": check_geopackage, ".json": lambda file: json.loads(file.read_text("utf-8")),
        ".safetensors": _load, ".vrt": check_raster,
    }  # fmt: skip
    try:
        checks.get(path.suffix, lambda _file: None)(path)
    except Exception as error:  # noqa: BLE001  (whatever it is)
        return f"{path.name}: {type(error).__name__}: {str(error)[:200]}"
    return ""


def _load(path: Path) -> None:
    if path.stem == "checkpoint":
        load_checkpoint(path)
    elif path.stem != "best":
        load_model(path)
