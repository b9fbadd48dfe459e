"""The job that writes a comparison's report."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import rasterio
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ... import report as rooms
from ...errors import BadInputError, OutcropError
from ...events import Events
from ...labels.parts import PART_NAMES, TEST
from ...model.catalogue import architecture
from ...report import figures
from ...report.accuracy_sections import check_applicability, read_reports, sections
from ...report.comparison_page import TEXTS
from ...report.comparison_tables import COLUMNS, class_cells, class_table, model_cells, model_table, pair_cells
from ...report.comparison_tables import figures as p_figures
from ...report.jobs import ReportJob
from ...report.languages import translations
from ...report.report_maps import disagreement_legend, map_pictures
from ...training.runs.run import Run, now_text
from ...whole_file import write_text

_TEMPLATE = "report.html.j2"
_PAPERS = (
    "Efron & Tibshirani 1993, An Introduction to the Bootstrap, Chapman & Hall (intervals over blocks)",
    "Holm 1979, Scandinavian Journal of Statistics 6, 65–70 (several comparisons)",
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
    found = _read(job.comparison)
    translated = job.texts or translations(job.language, TEXTS.values())
    texts = {name: translated.get(text, text) for name, text in TEXTS.items()}
    rows = [row for row in found["models"] if "miou" in row]
    if not rows:
        raise BadInputError(
            "No model of “{comparison}” was measured, so there is nothing to report.", comparison=job.comparison
        )
    samples, evaluations = read_reports(job.accuracy)
    check_applicability(job.applicability)
    folder = Path(job.out).with_name(f"{Path(job.out).stem}_files")
    folder.mkdir(exist_ok=True)
    drawings = _figures(found, rows, texts, folder, events)
    more = sections(samples, evaluations, job.applicability, texts, folder)
    events.progress(0.9, "Writing the report")
    for name, text in (
        ("models.csv", model_table(found)), ("classes.csv", class_table(found)),
        ("comparison.json", json.dumps(found, indent=2, ensure_ascii=False)),
    ):  # fmt: skip
        write_text(folder / name, text)
    environment = Environment(
        loader=FileSystemLoader(Path(rooms.__file__).parent), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True,
    )  # fmt: skip
    page = environment.get_template(_TEMPLATE).render(
        t=texts, language=job.language, figures=drawings, **_words(found, rows, texts, folder.name),
        **_tables(found, texts), **more,
    )  # fmt: skip
    write_text(job.out, page)
    return {"out": job.out, "folder": str(folder)}


def _read(path: str) -> dict[str, Any]:
    file = Path(path) / "comparison.json" if Path(path).is_dir() else Path(path)
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(
            "The comparison “{file}” can't be read: {error}. Compare models first.", file=file, error=error
        ) from error
    if "models" not in found or "label_raster" not in found:
        raise BadInputError("“{file}” isn't a comparison that Outcrop has written.", file=file)
    return found


def _figures(
    found: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str], folder: Path, events: Events
) -> dict[str, str]:
    names = [entry["name"] for entry in found["classes"]]
    runs = _curves(rows)
    events.progress(0.1, "Drawing maps")
    pictures, metres_px = map_pictures(found, texts)
    legend = [(entry["name"], entry["colour"]) for entry in found["classes"]]
    second = disagreement_legend(found["disagreement"], texts) if found["disagreement"] else None
    draw_maps = partial(figures.maps, pictures, legend, metres_px, second)
    made = {"maps": figures.drawn(folder, "maps", draw_maps, photo=True)}
    events.progress(0.6, "Drawing figures")
    made["measures"] = figures.drawn(folder, "measures", lambda: figures.measures(rows, texts))
    made["classes"] = figures.drawn(folder, "classes", lambda: figures.by_class(rows, "F1"))
    made["matrix"] = figures.drawn(folder, "matrix", lambda: figures.matrix(rows[0], names, texts))
    made["curves"] = figures.drawn(folder, "curves", lambda: figures.curves(runs, texts)) if runs else ""
    return made


def _curves(rows: list[dict[str, Any]]) -> dict[str, list[float]]:
    """Give the validation mIoU by epoch of the first seed of every network."""
    found = {}
    for row in rows:
        run = Run(Path(row["model_files"][0]).with_suffix(".run"))
        values = [float(epoch["miou"]) for epoch in run.epochs() if epoch.get("miou")]
        if len(values) > 1:
            found[row["name"]] = values
    return found


def _words(
    found: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str], folder: str
) -> dict[str, Any]:
    best, scene = rows[0], found["scene"]
    own = best["miou"]
    confidence = f"{100 * found['confidence']:.0f}"
    pixels = texts["pixels_blocks"].format(
        pixels=f"{found['pixels']:,}", blocks=found["blocks"], block_px=found["block_px"]
    )
    leaks = "leaks" in found["split"]
    versions = {
        "Python": platform.python_version(), "NumPy": np.__version__, "rasterio": rasterio.__version__,
        "Matplotlib": mpl.__version__,
    }  # fmt: skip
    if "torch" in sys.modules:
        versions["torch"] = sys.modules["torch"].__version__
    return {
        "made": texts["made"].format(when=now_text()[:16].replace("T", " ")),
        "best": texts["best"].format(
            name=best["name"], miou=f"{own['value']:.3f}", low=f"{own['low']:.3f}", high=f"{own['high']:.3f}",
            confidence=confidence, blocks=found["blocks"],
        ),
        "runner_up": _runner_up(found, rows, texts),
        "leakage": texts["leaks"] if leaks else texts["leak_free"],
        "part": texts["test_part"] if found["part"] == PART_NAMES[TEST] else texts["validation_part"],
        "notes": [note for note in found["notes"] if not note.startswith("Measured on")],
        "matrix_caption": texts["matrix_figure"].format(name=best["name"]),
        "data": [
            (texts["imagery"], ", ".join(Path(image).name for image in scene["images"])),
            (texts["labels"], Path(scene["labels"]).name),
            (texts["classes"], ", ".join(entry["name"] for entry in found["classes"])),
            (texts["split"], found["split"]), (texts["measured_on"], pixels),
            (texts["seeds"], ", ".join(str(found["seed"] + number) for number in range(found["seeds"]))),
        ],
        "papers": [*_papers(rows), *_PAPERS],
        "versions": ", ".join(f"{name} {version}" for name, version in versions.items()),
        "files": texts["files"].format(folder=folder),
    }  # fmt: skip


def _runner_up(found: Mapping[str, Any], rows: list[dict[str, Any]], texts: Mapping[str, str]) -> str:
    if len(rows) < 2:
        return texts["alone"]
    names = {rows[0]["name"], rows[1]["name"]}
    pair = next(pair for pair in found["pairs"] if {pair["first"], pair["second"]} == names)
    sign = 1 if pair["first"] == rows[0]["name"] else -1
    limits = sorted((sign * pair["low"], sign * pair["high"]))
    return texts["runner_up"].format(
        name=rows[1]["name"], value=f"{sign * pair['value']:.3f}", low=f"{limits[0]:.3f}", high=f"{limits[1]:.3f}",
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


def _tables(found: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    colours = {entry["name"]: entry["colour"] for entry in found["classes"]}
    recipes = [row for row in found["models"] if row["settings"]]
    settings = sorted({key for row in recipes for key in row["settings"]} - {"name"})
    differing = [key for key in settings if len({str(row["settings"].get(key)) for row in recipes}) > 1]
    shown = differing or settings
    return {
        "columns": COLUMNS,
        "rows": [
            {
                "name": row["name"], "architecture": found["titles"].get(row["architecture"], row["architecture"]),
                "problem": texts["problem"].format(problem=row["problem"]) if "miou" not in row else "",
                "cells": model_cells(row),
            }
            for row in found["models"]
        ],
        "pairs": [{"name": f"{one['first']} − {one['second']}", "cells": pair_cells(one)} for one in found["pairs"]],
        "class_rows": [
            {"model": row["name"], "name": name, "colour": colours.get(name, "#999999"), "cells": class_cells(own)}
            for row in found["models"]
            for name, own in row.get("classes", {}).items()
        ],
        "recipe_names": [row["name"] for row in recipes],
        "recipe_rows": [
            {"name": key.replace("_", " "), "cells": [row["settings"].get(key, "") for row in recipes]} for key in shown
        ],
    }  # fmt: skip
