"""The job that writes a comparison's report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import matplotlib as mpl
import rasterio
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ... import report as rooms
from ...comparison.jobs import COMPARISON_FILE
from ...errors import BadInputError, OutcropError
from ...events import Events
from ...files.disk import make_folder
from ...files.json_text import read_json, shape_told
from ...files.whole_file import write_text
from ...labels.parts import PART_NAMES, TEST
from ...message import Message
from ...model.catalogue import architecture, architectures
from ...report import figures, result_figures
from ...report.jobs import ReportJob
from ...report.languages import page_language, wording
from ...report.pages.accuracy_page import distances_text
from ...report.pages.comparison_page import TEXTS
from ...report.pages.comparison_tables import (
    COLUMNS,
    calibration_table,
    class_cells,
    class_table,
    model_cells,
    model_table,
    pair_cells,
    pair_table,
    ranked,
    signed,
)
from ...report.pages.comparison_tables import figures as p_figures
from ...report.pages.contestant_names import with_names
from ...report.pages.model_page import parameter_rows
from ...report.report_maps import disagreement_legend, map_pictures
from ...report.result_sections import sections
from ...report.results import read_results
from ...training.runs.run import Run, now_text
from ...training.settings.recipe import Recipe
from ...wording import Wording

_TEMPLATE = "report.html.j2"
_WHAT = "a comparison that Outcrop has written"
_CURVES = ("epoch", "loss", "validation_loss", "miou")
_FEW_BLOCKS = 10
_PAPERS = (
    "Davison & Hinkley 1997, Bootstrap Methods and their Application, Cambridge (intervals over blocks)",
    "Hesterberg 2015, The American Statistician 69, 371–386, doi 10.1080/00031305.2015.1089789 (few blocks)",
    "Edgington & Onghena 2007, Randomization Tests, Chapman & Hall (differences of pairs)",
    "Holm 1979, Scandinavian Journal of Statistics 6, 65–70 (several comparisons)",
    "Guo et al. 2017, On calibration of modern neural networks, arXiv 1706.04599 (calibration)",
    "McNemar 1947, Psychometrika 12, 153–157, doi 10.1007/BF02295996 (pairs of maps)",
    "Roberts et al. 2017, Ecography 40, 913–929, doi 10.1111/ecog.02881 (blocks against leakage)",
)


def report(job: ReportJob, events: Events) -> dict[str, Any]:
    """Write the report: one page with everything in it, and a folder with figures, tables and numbers beside it.

    Returns:
        out (the page), folder (with the figures as SVG and PNG, tables as CSV, numbers as JSON).

    Raises:
        BadInputError: When the comparison can't be read, nothing in it was measured, or another file isn't what it
            should be.
    """
    words = wording(job.language)
    comparison = with_names(_read(job.comparison), words)
    texts = {name: words.tr(text) for name, text in TEXTS.items()}
    rows = [row for row in comparison["models"] if "miou" in row]
    if not rows:
        raise BadInputError(
            "No model of “{comparison}” was measured, so there is nothing to report.", comparison=job.comparison
        )
    results = read_results(job.results)
    folder = Path(job.out).with_name(f"{Path(job.out).stem}_files")
    make_folder(folder)
    drawings = _figures(comparison, rows, texts, folder, events)
    more = sections(results, texts, words, folder)
    events.progress(0.9, "Writing the report")
    for name, text in (
        ("models.csv", model_table(comparison)), ("classes.csv", class_table(comparison)),
        ("pairs.csv", pair_table(comparison)), ("calibration.csv", calibration_table(comparison)),
        (COMPARISON_FILE, json.dumps(comparison, indent=2, ensure_ascii=False)),
    ):  # fmt: skip
        write_text(folder / name, text)
    environment = Environment(
        loader=FileSystemLoader(Path(rooms.__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True,
    )  # fmt: skip
    page = environment.get_template(_TEMPLATE).render(
        t=texts, language=page_language(job.language), figures=drawings, sections=more,
        **_words(comparison, rows, texts, folder.name, words), **_tables(comparison, texts, words),
    )  # fmt: skip
    write_text(job.out, page)
    return {"out": job.out, "folder": str(folder)}


def _read(path: str) -> dict[str, Any]:
    file = Path(path) / COMPARISON_FILE if Path(path).is_dir() else Path(path)
    if not file.exists():
        raise BadInputError("There is no comparison in “{file}”. Compare models first.", file=file)
    comparison = read_json(file, _WHAT)
    with shape_told(f"“{file}”", _WHAT):
        return _where_it_is_now(comparison, file.parent)


def _where_it_is_now(comparison: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Give a comparison with the names of its own files as they are since its folder was moved."""
    before = Path(comparison["folder"])

    def moved(path: str) -> str:
        return str(folder / Path(path).relative_to(before)) if path and before in Path(path).parents else path

    models = [
        {**row, **{key: [moved(path) for path in row[key]] for key in ("model_files", "maps")}}
        for row in comparison["models"]
    ]
    paths = {key: moved(comparison[key]) for key in ("label_raster", "split_raster", "disagreement")}
    return {**comparison, **paths, "models": models, "folder": str(folder)}


def _figures(
    comparison: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str], folder: Path, events: Events
) -> dict[str, Any]:
    names = [entry["name"] for entry in comparison["classes"]]
    runs = _curves(rows)
    events.progress(0.1, "Drawing maps")
    pictures, metres_px = map_pictures(comparison, texts)
    legend = [(entry["name"], entry["colour"]) for entry in comparison["classes"]]
    second = disagreement_legend(comparison["disagreement"], texts) if comparison["disagreement"] else None
    draw_maps = partial(figures.maps, pictures, legend, metres_px, second)
    drawings: dict[str, Any] = {"maps": figures.drawn(folder, "maps", draw_maps, photo=True)}
    events.progress(0.6, "Drawing figures")
    drawings["measures"] = figures.drawn(folder, "measures", lambda: figures.measures(rows, texts))
    drawings["classes"] = figures.drawn(folder, "classes", lambda: figures.by_class(rows, "F1"))
    calibrated = {row["name"]: row["calibration"]["curve"] for row in rows if row.get("calibration")}
    drawings["calibration"] = (
        figures.drawn(folder, "calibration", lambda: result_figures.calibration(calibrated, texts))
        if calibrated else ""
    )  # fmt: skip
    drawings["curves"] = figures.drawn(folder, "curves", lambda: figures.curves(runs, texts)) if runs else ""
    drawings["matrices"] = [
        {
            "html": figures.drawn(folder, f"matrix_{number}", partial(figures.matrix, row, names, texts)),
            "caption": texts["matrix_figure"].format(name=row["name"]),
        }
        for number, row in enumerate(rows, start=1)
    ]
    return drawings


def _curves(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, float]]]:
    """Give losses and validation mIoU by epoch of the first seed of every network."""
    curves = {}
    for row in rows:
        run = Run(Path(row["model_files"][0]).with_suffix(".run"))
        epochs = [{key: float(epoch[key]) for key in _CURVES} for epoch in run.epochs() if epoch.get("miou")]
        if len(epochs) > 1:
            curves[row["name"]] = epochs
    return curves


def _words(
    comparison: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str], folder: str, words: Wording
) -> dict[str, Any]:
    best, scene = rows[0], comparison["scene"]
    miou = best["miou"]
    confidence = f"{100 * comparison['confidence']:.0f}"
    pixels = texts["pixels_blocks"].format(
        pixels=f"{comparison['pixels']:,}", blocks=comparison["blocks"], block_px=comparison["block_px"]
    )
    leaks = "leaks" in comparison["split"]
    versions = {**comparison.get("versions", {}), "GDAL": rasterio.__gdal_version__, "Matplotlib": mpl.__version__}
    return {
        "made": texts["made"].format(when=now_text()[:16].replace("T", " ")),
        "best": texts["best"].format(
            name=best["name"], miou=f"{miou['value']:.3f}", low=f"{miou['low']:.3f}", high=f"{miou['high']:.3f}",
            confidence=confidence, blocks=comparison["blocks"],
        ),
        "runner_up": _runner_up(comparison, rows, texts),
        "leakage": texts["leaks"] if leaks else texts["leak_free"],
        "part": texts["test_part"] if comparison["part"] == PART_NAMES[TEST] else texts["validation_part"],
        "notes": _notes(comparison, rows, texts),
        "distances": distances_text(comparison["distances"], words) if comparison.get("distances") else "",
        "data": [
            (texts["imagery"], ", ".join(Path(image).name for image in scene["images"])),
            (texts["labels"], Path(scene["labels"]).name),
            (texts["classes"], ", ".join(entry["name"] for entry in comparison["classes"])),
            (texts["split"], _said(comparison, comparison["split"], words)), (texts["measured_on"], pixels),
            (texts["seeds"], ", ".join(str(comparison["seed"] + number) for number in range(comparison["seeds"]))),
        ],
        "papers": [*_papers(rows), *_PAPERS],
        "versions": ", ".join(f"{name} {version}" for name, version in versions.items()),
        "files": texts["files"].format(folder=folder),
    }  # fmt: skip


def _notes(comparison: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str]) -> list[str]:
    """Give what limits the figures."""
    notes = [] if all(row["trained_here"] for row in rows) else [texts["unknown_models"]]
    return notes + (
        [texts["few_blocks"].format(blocks=comparison["blocks"])] if comparison["blocks"] < _FEW_BLOCKS else []
    )


def _said(comparison: Mapping[str, Any], text: str, words: Wording) -> str:
    """Give a sentence of the comparison in the page's language, where it holds what it was made from."""
    message = Message.from_json(comparison.get("messages", {}).get(text))
    return message.translated(words.tr) if message is not None else words.tr(text)


def _runner_up(comparison: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str]) -> str:
    if len(rows) < 2:
        return texts["alone"]
    names = {rows[0]["name"], rows[1]["name"]}
    pair = next(pair for pair in comparison["pairs"] if {pair["first"], pair["second"]} == names)
    sign = 1 if pair["first"] == rows[0]["name"] else -1
    limits = sorted((sign * pair["low"], sign * pair["high"]))
    certain = pair["p_holm"] < 1 - comparison["confidence"]
    return texts["runner_up" if certain else "may_be_chance"].format(
        name=rows[1]["name"], value=signed(sign * pair["value"]), low=signed(limits[0]), high=signed(limits[1]),
        p=p_figures(pair["p_holm"]),
    )  # fmt: skip


def _papers(rows: list[dict[str, Any]]) -> list[str]:
    papers = []
    for key in (key for row in rows for key in row["architecture"].split("+")):
        try:
            papers.append(architecture(key).paper)
        except OutcropError:
            continue
    return list(dict.fromkeys(paper for paper in papers if paper))


def _tables(comparison: Mapping[str, Any], texts: Mapping[str, str], words: Wording) -> dict[str, Any]:
    colours = {entry["name"]: entry["colour"] for entry in comparison["classes"]}
    return {
        "columns": COLUMNS,
        "rows": [
            {
                "name": row["name"], "cells": model_cells(row),
                "architecture": _architecture(comparison, row, words),
                "problem": "" if "miou" in row else texts["problem"].format(
                    problem=_said(comparison, row["problem"], words)
                ),
            }
            for row in comparison["models"]
        ],
        "pairs": [
            {"name": f"{one['first']} − {one['second']}", "cells": pair_cells(one)} for one in ranked(comparison)
        ],
        "class_rows": [
            {"model": row["name"], "name": name, "colour": colours.get(name, "#999999"), "cells": class_cells(measures)}
            for row in comparison["models"]
            for name, measures in row.get("classes", {}).items()
        ],
        **_recipes([row for row in comparison["models"] if row["settings"]], words),
    }  # fmt: skip


def _architecture(comparison: Mapping[str, Any], row: Mapping[str, Any], words: Wording) -> str:
    """Give what a model is called, where that isn't its name already."""
    title = comparison["titles"].get(row["architecture"], row["architecture"])
    return "" if title == row["name"] else words.tr(title)


def _recipes(rows: list[dict[str, Any]], words: Wording) -> dict[str, Any]:
    """Give the settings of every recipe side by side: those that differ, or all where there is one alone."""
    told = [_settings(row["settings"], words) for row in rows]
    settings = list(dict.fromkeys(label for one in told for label in one))
    differing = [label for label in settings if len({one.get(label) for one in told}) > 1]
    return {
        "recipe_names": [row["name"] for row in rows], "some_settings": len(rows) > 1,
        "recipe_rows": [
            {"name": label, "cells": [one.get(label, "–") for one in told]}
            for label in (differing if len(rows) > 1 else settings)
        ],
    }  # fmt: skip


def _settings(recipe: Mapping[str, Any], words: Wording) -> dict[str, str]:
    """Give the settings of a recipe by their labels, as forms show them."""
    known, model = architectures(), str(recipe.get("model", ""))
    values = {key: value for key, value in recipe.items() if key != "name"}
    values["model"] = words.tr(known[model].title) if model in known else model
    return {str(label): str(value) for label, value in parameter_rows(Recipe, values, words)}
