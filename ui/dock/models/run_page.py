"""The page of a run: what a training was to do, how it went epoch by epoch, and how it ended, as HTML to read."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QDateTime, QUrl

from ....core.model.catalogue import architectures
from ....core.report.pages.table_page import table
from ....core.training.runs.found_runs import FoundRun
from ....core.training.runs.run import FAILED, FINISHED, INTERRUPTED, RUNNING, SPEC, Run
from ...recipe_texts import recipe_title
from ...texts import moment_text, number_text, said, time_text, tr
from .model_run import best_picture

_PICTURE_PX = 420
_EPOCHS_SHOWN = 50


def state_text(run: FoundRun) -> str:
    """Say in a word or two how a run stands."""
    return {
        RUNNING: tr("running"), FINISHED: tr("finished"), FAILED: tr("failed"),
        INTERRUPTED: tr("stopped") if run.was_stopped else tr("interrupted"),
    }.get(run.state, run.state)  # fmt: skip


def run_moment(run: FoundRun) -> str:
    """Write when a run was begun, as the locale does."""
    return moment_text(QDateTime.fromSecsSinceEpoch(int(run.began.timestamp())))


def run_body(run: FoundRun) -> str:
    """Give a run as HTML without the page around it; what its folder doesn't hold any more is left out."""
    parts = [f"<h1>{escape(run.name)}</h1>", table(("", ""), _facts(run))]
    epochs = _epochs(run.folder)
    if epochs:
        columns = (tr("Epoch"), tr("Loss"), tr("Validation loss"), tr("mIoU"), tr("F1"))
        parts += [f"<h2>{escape(tr('Epochs'))}</h2>", table(columns, epochs)]
    return "\n".join([*parts, tiles_html(best_picture(run.folder))])


def tiles_html(picture: Optional[Path]) -> str:
    """Give a run's sample tiles as HTML; empty where there are none."""
    if picture is None:
        return ""
    address = escape(QUrl.fromLocalFile(str(picture)).toString(), quote=True)
    title = escape(tr("Tiles it has not learned from: imagery, labels, prediction"))
    return f'<h2>{title}</h2><p><img src="{address}" width="{_PICTURE_PX}"></p>'


def _facts(run: FoundRun) -> list[list[object]]:
    spec, outcome = _read(run.folder / SPEC), Run(run.folder).outcome or {}
    recipe, scenes = spec.get("recipe") or {}, spec.get("scenes") or []
    entry = architectures().get(run.architecture)
    seconds = outcome.get("seconds")
    best = number_text(run.best_miou, 3) if run.best_miou is not None else ""
    facts = [
        (tr("State"), state_text(run)),
        (tr("Why"), said(run.trouble)),
        (tr("Begun"), run_moment(run)),
        (tr("Took"), time_text(float(seconds)) if isinstance(seconds, (int, float)) else ""),
        (tr("Model"), tr(entry.title) if entry else run.architecture),
        (tr("Recipe"), recipe_title(str(recipe.get("name", "")))),
        (tr("Epochs done"), "" if entry and entry.kind == "classifier" else f"{run.epoch} / {run.epochs}"),
        (tr("Best mIoU"), best),
        (tr("Imagery"), ", ".join(Path(image).name for scene in scenes for image in scene.get("images") or ())),
        (tr("Polygons"), ", ".join(Path(scene.get("labels") or "").name for scene in scenes)),
        (tr("Validation"), outcome.get("split", "")),
        (tr("Model file"), run.model_file),
        (tr("Folder"), str(run.folder)),
    ]
    return [[name, value] for name, value in facts if value]


def _epochs(folder: Path) -> list[list[object]]:
    """Give the last epochs' measures, the newest first."""
    try:
        rows = Run(folder).epochs()
    except (OSError, ValueError):
        return []
    names = ("loss", "validation_loss", "miou", "f1")
    newest = rows[: -_EPOCHS_SHOWN - 1 : -1]
    return [[row.get("epoch", ""), *(_figure(row.get(name)) for name in names)] for row in newest]


def _figure(text: Any) -> str:
    try:
        return number_text(float(text), 3)
    except (TypeError, ValueError):
        return ""


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
