"""The demo: the whole loop on the sample scene, or on the user's own data, with every result in one folder."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..assessment.jobs import EvaluateJob
from ..errors import BadInputError
from ..events import Events
from ..files.disk import make_folder
from ..files.named_files import check_not_read
from ..files.whole_file import write_text
from ..geodata.scene import Scene
from ..jobs.execution import execute
from ..labels.legend import Legend
from ..prediction.jobs import PredictJob
from ..report.map_picture import draw_map
from ..sample.jobs import SampleJob
from ..training.settings.jobs import TrainJob
from ..training.settings.recipes import recipe

MODELS = ("unet_improved", "random_forest")
"""The network of the first paper, and the baseline it is compared with."""
MODEL_FILE, PREDICTION, METRICS, MAP, DATA = (
    "model.safetensors",
    "prediction.tif",
    "metrics.json",
    "map.png",
    "data.json",
)


@dataclass(frozen=True)
class DemoData:
    """What the demo works on: a scene to train from and, for the sample, the truth of the part never seen."""

    scene: Scene
    truth: str = ""
    evaluation_area: str = ""


def demo(
    out: Path, events: Events, image: str = "", labels: str = "", class_field: str = "", minutes: float = 3.0
) -> dict[str, Any]:
    """Make or take the data, train, predict the whole scene, evaluate, and draw the map.

    Returns:
        The report that is also in `metrics.json`, with `text` for the terminal.

    Raises:
        BadInputError: When only a part of the user's own data is given.
    """
    if any((image, labels, class_field)) and not all((image, labels, class_field)):
        raise BadInputError("For data of your own give all three: IMAGE, LABELS and CLASS_FIELD.")
    for name in (MODEL_FILE, PREDICTION, METRICS, MAP, DATA):
        check_not_read(out / name, [image, labels])
    make_folder(out)
    data = DemoData(Scene((image,), labels, class_field)) if image else _sample(out / "sample", events)
    reports = {model: _round(model, data, out, minutes, events) for model in MODELS}
    legend = Legend.from_dicts(next(iter(reports.values()))["classes"])
    draw_map(out / MAP, data.scene, out / PREDICTION, legend)
    report = {"evaluated_on": _evaluated_on(data), "models": reports}
    write_text(out / METRICS, json.dumps(report, indent=2, ensure_ascii=False))
    write_text(out / DATA, json.dumps(_layers(data, out), indent=2, ensure_ascii=False))
    return {**report, "text": _text(report, out)}


def _sample(folder: Path, events: Events) -> DemoData:
    files = execute(SampleJob(str(folder)), events)
    scene = Scene((files["image"],), files["labels"], "kind", labelled_area=files["labelled_area"])
    return DemoData(scene, files["truth_labels"], files["evaluation_area"])


def _round(model: str, data: DemoData, out: Path, minutes: float, events: Events) -> dict[str, Any]:
    """Train one model, predict the whole scene with it, and measure it where it has not learned."""
    name = MODEL_FILE if model == MODELS[0] else f"{model}.safetensors"
    prediction = out / (PREDICTION if model == MODELS[0] else f"{model}.tif")
    run_folder = out / f"{model}.run"
    shutil.rmtree(run_folder, ignore_errors=True)
    chosen = recipe("quick", [f"minutes={minutes}"])
    if model != chosen.model:
        chosen = replace(chosen, model=model, model_parameters={}).checked()
    events.log("Training {model}.", model=model)
    trained = execute(TrainJob((data.scene,), str(out / name), chosen, str(run_folder)), events)
    predicted = execute(PredictJob((str(out / name),), data.scene.images, str(prediction)), events)
    measured = trained
    if data.truth:
        measured = execute(
            EvaluateJob(str(prediction), data.truth, data.scene.class_field, labelled_area=data.evaluation_area), events
        )
    return {
        "classes": measured["classes"], "measures": measured["measures"],
        "seconds_to_train": round(trained["seconds"], 1), "seconds_to_predict": round(predicted["seconds"], 1),
    }  # fmt: skip


def _evaluated_on(data: DemoData) -> str:
    if data.truth:
        return "the part of the scene that training never saw"
    return "the blocks of labels that were held back from training"


def _layers(data: DemoData, out: Path) -> dict[str, str]:
    """Say which files the QGIS project shows."""
    layers = {"image": data.scene.images[0], "labels": data.scene.labels, "prediction": str(out / PREDICTION)}
    return {**layers, "class_field": data.scene.class_field, "model": str(out / MODEL_FILE)}


def _text(report: dict[str, Any], out: Path) -> str:
    """Write the table of measures, and where the files are."""
    measures = f"{'precision':>10}{'recall':>8}{'F1':>8}{'IoU':>8}{'mIoU':>8}"
    rows = [f"{'model':<16}{'class':<16}{measures}{'train':>9}{'predict':>9}"]
    for model, entry in report["models"].items():
        for number, (name, values) in enumerate(entry["measures"]["classes"].items()):
            first = number == 0
            times = f"{entry['seconds_to_train']:>7.0f} s{entry['seconds_to_predict']:>7.1f} s"
            times = f"{entry['measures']['miou']:>8.3f}{times}"
            numbers = "".join(f"{values[key]:>{width}.3f}" for key, width in _COLUMNS)
            rows.append(f"{model if first else '':<16}{name:<16}{numbers}{times if first else ''}")
    files = [f"  {out / name}" for name in (MAP, PREDICTION, MODEL_FILE, METRICS)]
    return "\n".join([f"Measured on {report['evaluated_on']}:", *rows, "", "Files:", *files])


_COLUMNS = (("precision", 10), ("recall", 8), ("f1", 8), ("iou", 8))
