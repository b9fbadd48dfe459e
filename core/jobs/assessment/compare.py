"""The job that trains models on the same labels, with the same split and one budget, and compares their maps."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Any, Optional, TypeVar

import numpy as np
import rasterio

from ...assessment.comparison import MapBlockCounts
from ...assessment.comparison import compare as compared
from ...comparison.disagreement import write_disagreement
from ...comparison.jobs import COMPARISON_FILE, CompareJob
from ...comparison.map_classes import MapClasses
from ...comparison.measured_part import MeasuredPart, distances_of, extent_of, part_measured_on
from ...comparison.peak_memory import peak_memory
from ...environment.versions import versions_that_compute
from ...errors import BadInputError, CancelledError, DiskError, OutcropError
from ...events import PROGRESS, Events, message_of
from ...files.disk import make_folder
from ...files.whole_file import write_text
from ...geodata.block_cache import blocks_read_once
from ...geodata.extent import Extent
from ...geodata.scene import Scene
from ...labels.legend import Legend
from ...labels.parts import PART_NAMES, VALIDATION
from ...message import Message
from ...model.card_file import SUFFIX, read_card
from ...model.catalogue import architecture
from ...parameters import check, to_dict
from ...prediction.jobs import PredictJob
from ...training.runs.run import INTERRUPTED, RUNNING, SPEC, Run
from ...training.settings.jobs import ResumeJob, TrainJob
from ...training.settings.recipe import Recipe
from ..predict import predict
from ..specs import read_job
from ..training.resume import resume
from ..training.train import check_train_job, train
from .calibration_of_models import calibration_of, together

_Told = TypeVar("_Told")
DISAGREEMENT = "disagreement.tif"
_STEPS_A_MODEL = 3
"""Training, mapping, and probabilities where it is measured."""


@dataclass
class Row:
    """One line of the table in the making: a contestant with its models, one for each seed."""

    name: str
    recipe: Optional[Recipe] = None
    models: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    seconds_a_mpx: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    calibration: Optional[dict[str, Any]] = None
    problem: str = ""

    def facts(self) -> dict[str, Any]:
        """Give the row's plain values but the measures."""
        card = read_card(self.models[0]) if self.models else None
        return {
            "name": self.name, "recipe": self.recipe.name if self.recipe else "",
            "architecture": card.models_key if card else self.recipe.model if self.recipe else "",
            "model_files": [_absolute(model) for model in self.models],
            "maps": [_absolute(path) for path in self.maps], "trained_here": self.recipe is not None,
            "seconds": _mean(self.seconds), "seconds_a_mpx": _mean(self.seconds_a_mpx),
            "memory_mb": max(self.memory_mb, default=None),
            "file_mb": _mean([Path(model).stat().st_size / 1e6 for model in self.models]), "problem": self.problem,
            "calibration": self.calibration,
            "calibration_error": self.calibration["error"] if self.calibration else None,
            "settings": to_dict(self.recipe) if self.recipe else {},
        }  # fmt: skip


def compare(job: CompareJob, events: Events) -> dict[str, Any]:
    """Train what is to be trained, map with every model, and measure all on the same pixels.

    A contestant that can't be trained is listed with the reason and doesn't stop the others.

    Returns:
        models (rows: facts and measures with intervals), pairs, blocks, pixels, part (which part of the labels was
        measured on), split (one sentence), classes, disagreement (the raster), report (this as a file), notes.

    Raises:
        BadInputError: When nothing is to be compared, or nothing can be trained.
        CancelledError: When it was stopped; what is trained stays and is used again.
    """
    check(job.settings)
    folder = Path(job.folder)
    make_folder(folder)
    rows = _rows(job)
    steps = _Steps(events, sum(job.settings.seeds if row.recipe else 1 for row in rows))
    trained: dict[str, Any] = {}
    for row in rows:
        if row.recipe is not None:
            trained = _train(job, row, folder, steps) or trained
    measured = _measured_part(trained, rows)
    extent = None if job.settings.whole_maps else extent_of(measured.parts, measured.part)
    for row in rows:
        _map(job, row, folder, extent, steps)
    counts = _counted(job, rows, measured, events)
    usable = [row for row in rows if row.name in counts]
    if not usable:
        raise BadInputError(rows[0].problem)
    _calibrate(job, usable, measured, steps)
    comparison = compared(counts, measured.legend)
    disagreement = _absolute(str(folder / DISAGREEMENT)) if len(usable) > 1 else ""
    if disagreement:
        maps = [row.maps[0] for row in usable]
        with blocks_read_once(*maps):
            write_disagreement(disagreement, maps, events)
    report = _report(job, rows, comparison, measured, trained, disagreement)
    report["distances"] = distances_of(measured.parts, measured.part, job.scene)
    write_text(folder / COMPARISON_FILE, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def _rows(job: CompareJob) -> list[Row]:
    rows = [Row(one.name, one.recipe) for one in job.contestants]
    rows += [Row(read_card(model).name or Path(model).stem, models=[model]) for model in job.models]
    taken: set[str] = set()
    for row in rows:
        names = chain([row.name], (f"{row.name} {number}" for number in count(2)))
        row.name = next(name for name in names if _stem(name).casefold() not in taken)  # files are named by it
        taken.add(_stem(row.name).casefold())
    if not rows:
        raise BadInputError("There is nothing to compare. Choose recipes, models to train, or model files.")
    if not job.contestants:
        raise BadInputError(
            "Model files alone don't say which labels they never saw. Let at least one recipe be trained besides: its "
            "split decides what is measured on; or assess each map with labels that no model has seen."
        )
    return rows


class _Steps:
    """Tells how far the whole comparison is while its jobs tell how far they are."""

    def __init__(self, events: Events, models: int) -> None:
        self.events, self._whole, self._done = events, max(1, _STEPS_A_MODEL * models), 0

    def during(self, name: str, work: Callable[[Events], _Told]) -> _Told:
        """Do one job."""
        self.events.check_cancelled()

        def tell(event: dict[str, Any]) -> None:
            if event["event"] == PROGRESS:
                fraction = (self._done + float(event["fraction"])) / self._whole
                text = Message("{name}: {text}", name=name, text=message_of(event))
                event = {**event, "fraction": min(1.0, fraction), "text": text, "seconds_left": None}
            before(event)

        before = self.events.redirect(tell)
        try:
            return work(self.events)
        finally:
            self.events.redirect(before)
            self._done += 1


def _train(job: CompareJob, row: Row, folder: Path, steps: _Steps) -> dict[str, Any]:
    """Train a contestant with every seed; give what the last training told."""
    result: dict[str, Any] = {}
    recipe = replace(row.recipe or Recipe(), test_share=job.settings.test_share, refit="never")  # else it would know
    for number in range(job.settings.seeds):
        stem = _stem(row.name) + (f" seed {job.seed + number}" if job.settings.seeds > 1 else "")
        training_job = TrainJob(
            (job.scene,), str(folder / f"{stem}{SUFFIX}"), recipe, str(folder / f"{stem}.run"), name=stem,
            device=job.device, threads=job.threads, seed=job.seed + number, all_touched=job.all_touched,
            split_seed=job.seed,
        )  # fmt: skip
        try:
            result = _trained_before(training_job) or _train_one(training_job, row, steps)
        except (CancelledError, DiskError):
            raise
        except OutcropError as error:
            row.problem = error.message
            steps.events.warning("{name}: {error}", name=row.name, error=error)
            return {}
        row.models.append(training_job.model_file)
        row.seconds.append(result["seconds"])
    return result


def _train_one(job: TrainJob, row: Row, steps: _Steps) -> dict[str, Any]:
    with peak_memory() as peak:
        result = steps.during(job.name, _begun_before(job) or partial(train, job))
    row.memory_mb += peak
    noted = {"job": to_dict(job), "result": result, "split": Message(result["split"]).to_json()}
    write_text(_note(job), json.dumps(noted, ensure_ascii=False))
    return result


def _begun_before(job: TrainJob) -> Optional[Callable[[Events], dict[str, Any]]]:
    """Give how to go on with the very same training where one was broken off; what is there of another one goes."""
    run = Run(job.run_folder)
    if not run.path(SPEC).exists() or run.state == RUNNING:
        return None
    if run.state == INTERRUPTED and run.can_resume and read_job(run.path(SPEC)) == check_train_job(job):
        return partial(resume, ResumeJob(job.run_folder, job.device))
    run.discard()
    return None


def _note(job: TrainJob) -> Path:
    return Path(job.run_folder) / COMPARISON_FILE


def _trained_before(job: TrainJob) -> Optional[dict[str, Any]]:
    """Give what an earlier training of the very same job told, if its model is still there."""
    if not _note(job).is_file() or not Path(job.model_file).is_file():
        return None
    noted = json.loads(_note(job).read_text(encoding="utf-8"))
    result: dict[str, Any] = {**noted["result"]}
    result["split"] = Message.from_json(noted.get("split")) or result["split"]
    return result if noted["job"] == json.loads(json.dumps(to_dict(job))) else None


def _measured_part(trained: dict[str, Any], rows: list[Row]) -> MeasuredPart:
    """Give what is measured on: the part of the trainings' split that is held back."""
    if not trained:
        raise BadInputError(next(row.problem for row in rows if row.problem))
    labels, parts = trained["label_rasters"][0], trained["split_rasters"][0]
    part = part_measured_on(parts)
    if not part:
        raise BadInputError(
            "The labels can't be split, so nothing is left to measure on. Draw polygons in more places, or choose "
            "smaller blocks."
        )
    return MeasuredPart(labels, parts, part, Legend.from_dicts(trained["classes"]))


def _map(job: CompareJob, row: Row, folder: Path, extent: Optional[Extent], steps: _Steps) -> None:
    for model in [] if row.problem else row.models:
        out = str(folder / f"{_stem(row.name if row.recipe is None else Path(model).stem)}.tif")
        prediction_job = PredictJob(
            (model,), job.scene.images, out, job.scene.bands, extent, device=job.device, threads=job.threads
        )
        started = time.monotonic()
        try:
            with peak_memory() as peak:
                steps.during(row.name, partial(predict, prediction_job))
        except CancelledError:
            raise
        except OutcropError as error:
            row.problem = error.message
            steps.events.warning("{name}: {error}", name=row.name, error=error)
            return
        seconds = time.monotonic() - started
        row.memory_mb += peak
        row.maps.append(out)
        with rasterio.open(out) as dataset:
            row.seconds_a_mpx.append(1e6 * seconds / (dataset.width * dataset.height))


def _counted(
    job: CompareJob, rows: list[Row], measured: MeasuredPart, events: Events
) -> dict[str, list[MapBlockCounts]]:
    """Count the maps of every row by its name; one whose classes are others than the labels' is told and left out."""
    counts: dict[str, list[MapBlockCounts]] = {}
    for row in (row for row in rows if row.maps and not row.problem):
        try:
            counts[row.name] = [_count(path, measured, job.settings.bootstrap_block_px, events) for path in row.maps]
        except BadInputError as error:
            row.problem = error.message
            events.warning("{name}: {error}", name=row.name, error=error)
    return counts


def _count(path: str, measured: MeasuredPart, side: int, events: Events) -> MapBlockCounts:
    """Count a map by blocks where it is measured."""
    step = side * max(1, 2048 // side)
    counts = MapBlockCounts(len(measured.legend))
    with measured.reading() as (grid, read), closing(MapClasses(path, grid, measured.legend)) as mapped:
        windows = list(grid.blocks(step))
        for number, window in enumerate(windows):
            events.progress(number / len(windows), "Measuring")
            true = read(window)
            if not true.any():
                continue
            predicted = mapped.read(window)
            for row in range(0, window.height, side):
                for col in range(0, window.width, side):
                    cut = slice(row, row + side), slice(col, col + side)
                    block = (window.row + row) // side, (window.col + col) // side
                    counts.add(block, true[cut], predicted[cut])
    return counts


def _calibrate(job: CompareJob, rows: list[Row], measured: MeasuredPart, steps: _Steps) -> None:
    """Tell of every row how well its probabilities are calibrated; where that can't be told, why."""
    for row in rows:
        try:
            row.calibration = together([
                steps.during(row.name, partial(calibration_of, job, model, measured)) for model in row.models
            ])  # fmt: skip
        except CancelledError:
            raise
        except OutcropError as error:
            steps.events.warning("{name}: {error}", name=row.name, error=error)


def _report(
    job: CompareJob, rows: list[Row], comparison: dict[str, Any], measured: MeasuredPart, trained: dict[str, Any],
    disagreement: str,
) -> dict[str, Any]:  # fmt: skip
    notes, part = [], measured.part
    if part == VALIDATION:
        notes.append("Measured on the validation part, which has chosen each model's best epoch: a little too good.")
    if job.models:
        notes.append("Of model files that weren't trained here it isn't known whether they saw the labels before.")
    if comparison["blocks"] < 10:
        notes.append(
            Message(
                "Few blocks hold labels to measure on ({blocks}): the intervals are rough.", blocks=comparison["blocks"]
            )
        )
    models = [{**row.facts(), **comparison["models"].get(row.name, {})} for row in rows]
    models.sort(key=lambda row: -row["miou"]["value"] if "miou" in row else 1.0)
    said = (Message(text) for text in (*notes, trained["split"], *(row.problem for row in rows)))
    return {
        "models": models, "pairs": comparison["pairs"], "blocks": comparison["blocks"], "pixels": comparison["pixels"],
        "confidence": comparison["confidence"], "part": PART_NAMES[part], "split": trained["split"],
        "classes": measured.legend.to_dicts(), "disagreement": disagreement, "scene": _scene(job.scene),
        "seed": job.seed, "seeds": job.settings.seeds, "block_px": job.settings.bootstrap_block_px, "notes": notes,
        "label_raster": _absolute(measured.labels), "split_raster": _absolute(measured.parts),
        "versions": versions_that_compute(), "messages": {text: text.to_json() for text in said if text.values},
        "folder": _absolute(job.folder), "report": _absolute(str(Path(job.folder) / COMPARISON_FILE)),
        "titles": {row["architecture"]: _title(row["architecture"]) for row in models if row["architecture"]},
    }  # fmt: skip


def _absolute(path: str) -> str:
    """Give a name by which a file is found from any folder; what is no file here, such as an address, stays."""
    return str(Path(path).absolute()) if Path(path).exists() or Path(path).parent.is_dir() else path


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        **asdict(scene), "images": [_absolute(image) for image in scene.images], "labels": _absolute(scene.labels),
        "labelled_area": _absolute(scene.labelled_area) if scene.labelled_area else "",
    }  # fmt: skip


def _title(models: str) -> str:
    return " + ".join(_title_of_one(key) for key in models.split("+"))


def _title_of_one(key: str) -> str:
    try:
        return architecture(key).title
    except OutcropError:
        return key


def _mean(values: list[float]) -> Optional[float]:
    return float(np.mean(values)) if values else None


def _stem(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in " -_+" else "_" for letter in name)
