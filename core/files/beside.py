"""The files of a prediction: which lie beside the class raster, and what they are called."""

from __future__ import annotations

from pathlib import Path
from typing import Any

CLASSES, PROBABILITIES, UNCERTAINTY, LACKING = "classes", "probabilities", "uncertainty", "lacking"


def path_of(classes: Path, kind: str) -> Path:
    """Give the file of `CLASSES`, `PROBABILITIES`, `UNCERTAINTY` or `LACKING`."""
    return classes if kind == CLASSES else classes.with_name(f"{classes.stem}_{kind}{classes.suffix}")


def probabilities_of(classes: str, noted: str = "") -> str:
    """Give the probabilities that were kept with a class raster: beside it, or where it notes them; empty without."""
    candidates = (path_of(Path(classes), PROBABILITIES), *([Path(noted)] if noted else ()))
    return next((str(candidate) for candidate in candidates if candidate.is_file()), "")


def style_of(raster: Path) -> Path:
    """Give a raster's style."""
    return raster.with_suffix(".qml")


def table_of(raster: Path) -> Path:
    """Give the file beside a raster that holds its attribute table."""
    return raster.with_name(raster.name + ".aux.xml")


def prediction_files(
    classes: Path, *, probabilities: bool = False, uncertainty: bool = False, lacking: bool = False
) -> list[Path]:
    """Give every file that a prediction writes: the rasters, their styles, and the table of the classes."""
    kinds = [CLASSES, *[PROBABILITIES] * probabilities, *[UNCERTAINTY] * uncertainty, *[LACKING] * lacking]
    rasters = [path_of(classes, kind) for kind in kinds]
    return [*rasters, *map(style_of, rasters), table_of(classes)]


def beside_prediction(job: Any, classes: Path) -> list[Path]:
    """Give what a job writes beside the class raster that it names."""
    wanted = {kind: getattr(job, kind, False) is True for kind in (PROBABILITIES, UNCERTAINTY)}  # else a file it reads
    may_lack = hasattr(job, "models")  # which of the models maps where layers end isn't known here
    return prediction_files(classes, **wanted, lacking=may_lack)[1:]


def beside_table(_job: Any, raster: Path) -> list[Path]:
    """Give what a job writes beside a raster of labels."""
    return [table_of(raster)]
